from __future__ import annotations

import sys
import threading
import types
import warnings
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Outcome, Toast
from deskbreak.adapters.notify_plyer import PlyerNotifier, notify


class FakePlyer(types.ModuleType):
    """Stands where `plyer` is imported from."""

    def __init__(self, behave: Callable[[], None]) -> None:
        super().__init__("plyer")
        self.notification = self
        self.calls: list[dict[str, object]] = []
        self._behave = behave

    def notify(self, **values: object) -> None:
        self.calls.append(values)
        self._behave()


def quiet() -> None:
    warnings.warn("plyer warns on each first use", UserWarning, stacklevel=1)


def broken() -> None:
    raise NotImplementedError("No usable implementation found!")


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    made = threading.Event()
    yield made
    made.set()


def test_plyer_gets_a_guarded_title_and_short_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    plyer = FakePlyer(quiet)
    monkeypatch.setitem(sys.modules, "plyer", plyer)
    assert notify("-t 0 is an option", "x" * 999)
    call = plyer.calls[0]
    assert call["title"] == "\u200b-t 0 is an option"
    assert len(str(call["message"])) == 256


def test_plyer_without_a_way_is_a_failure(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setitem(sys.modules, "plyer", FakePlyer(broken))
    got: list[Outcome] = []
    way = PlyerNotifier()
    way.show(Toast("a", "b"), got.append)
    qtbot.waitUntil(lambda: got == [Outcome.FAILED])


@pytest.mark.parametrize(
    ("platform", "outcome"), [("linux", Outcome.UNSURE), ("win32", Outcome.SHOWN)]
)
def test_plyer_is_believed_only_where_it_can_fail(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, platform: str, outcome: Outcome
) -> None:
    monkeypatch.setitem(sys.modules, "plyer", FakePlyer(quiet))
    monkeypatch.setattr("deskbreak.adapters.notify_plyer.sys.platform", platform)
    got: list[Outcome] = []
    way = PlyerNotifier()
    way.show(Toast("a", "b"), got.append)
    qtbot.waitUntil(lambda: got == [outcome])


def test_a_hanging_plyer_fails_in_time_and_is_not_piled_up(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, gate: threading.Event
) -> None:
    plyer = FakePlyer(lambda: (gate.wait(10), None)[1])
    monkeypatch.setitem(sys.modules, "plyer", plyer)
    got: list[Outcome] = []
    way = PlyerNotifier(limit_ms=50)
    way.show(Toast("a", "b"), got.append)
    qtbot.waitUntil(lambda: got == [Outcome.FAILED])
    way.show(Toast("a", "b"), got.append)
    assert got == [Outcome.FAILED, Outcome.FAILED]
    assert len(plyer.calls) == 1
    gate.set()
    qtbot.waitUntil(lambda: not way.busy)
    assert len(got) == 2  # the late answer is nobody's any more
    way.close()
