"""A system that has to be asked is asked as rarely as possible, and still found out in time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity import polled
from deskbreak.adapters.activity.polled import PolledIdle, next_question_s
from tests.adapters.told_line import ToldLine


@pytest.mark.parametrize(
    ("idle", "closely", "wait"),
    [
        (0, False, 600),
        (590, False, 30),
        (0, True, 30),
        (15, True, 30),
        (200, True, 400),
        (600, True, 30),
        (9000, True, 30),
        (9000, False, 600),
    ],
)
def test_questions_are_as_rare_as_can_be(idle: int, wait: int, *, closely: bool) -> None:
    assert next_question_s(idle, (20, 600), closely=closely) == wait


def test_a_polled_source_tells_of_what_it_finds(
    qtbot: QtBot, qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polled, "next_question_s", lambda *_args, **_more: 0)
    told, idle = ToldLine(), [0]
    asked: list[int | None] = []

    def read() -> int | None:
        asked.append(idle[0])
        return idle[0] if idle[0] >= 0 else None

    source = PolledIdle(told.line(), (20, 600), read, qapp)
    source.listen(closely=True)
    assert (told.works, source.idle_s(), told.changes) == (1, 0, 0)
    for seconds, changes in ((25, 1), (650, 2), (1, 3)):
        idle[0] = seconds
        qtbot.waitUntil(lambda n=changes: told.changes == n)  # type: ignore[misc]  # a default in a lambda
    idle[0] = -1
    qtbot.waitUntil(lambda: bool(told.whys))
    source.close()
    assert told.whys[0] == "the system does not tell"
    assert PolledIdle(told.line(), (20,), read, qapp).idle_s() is None
    assert told.works == 1


def test_who_looks_has_seen_it(qapp: QObject) -> None:
    told, idle = ToldLine(), [0]
    source = PolledIdle(told.line(), (20, 600), lambda: idle[0], qapp)
    idle[0] = 30
    assert source.idle_s() == 30
    source.listen(closely=True)
    source.listen(closely=True)
    assert told.changes == 0
    source.close()
