from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from deskbreak.adapters.logind import Logind
from tests.adapters.mocked_logind import SESSION, MockedLogind, has_dbusmock, run_logind

pytestmark = pytest.mark.skipif(not has_dbusmock(), reason="python3-dbusmock is not installed")


@pytest.fixture
def mock(home: Path, qapp: object) -> Iterator[MockedLogind]:
    assert qapp is not None
    with run_logind(home) as made:
        yield made


Listen = Callable[[QDBusConnection], tuple[Logind, list[int]]]


@pytest.fixture
def listen() -> Iterator[Listen]:
    made: list[Logind] = []

    def go(connection: QDBusConnection) -> tuple[Logind, list[int]]:
        told: list[int] = []
        made.append(Logind(lambda: told.append(1), connection))
        return made[-1], told

    yield go
    made.clear()


def test_sleep_and_wake_are_told(mock: MockedLogind, listen: Listen, qtbot: QtBot) -> None:
    logind, told = listen(mock.bus)
    assert logind.works
    mock.settle()
    mock.sleep("true")
    qtbot.waitUntil(lambda: logind.asleep)
    mock.sleep("false")
    qtbot.waitUntil(lambda: not logind.asleep)
    assert len(told) == 2
    assert not logind.knows_session


def test_lock_and_unlock_are_told(
    mock: MockedLogind,
    listen: Listen,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "c1")
    path = mock.add_session()
    logind, told = listen(mock.bus)
    qtbot.waitUntil(lambda: logind.knows_session)
    mock.settle()
    for member, locked in (("Lock", True), ("Unlock", False)):
        mock.ask(path, member)
        qtbot.waitUntil(lambda locked=locked: logind.locked() is locked)  # type: ignore[misc]  # a default in a lambda
    mock.hint(path, "true")
    qtbot.waitUntil(logind.locked)
    mock.hint(path, "false")
    qtbot.waitUntil(lambda: not logind.locked())
    assert len(told) == 4


def test_the_session_is_found_without_its_name(
    mock: MockedLogind, listen: Listen, qtbot: QtBot
) -> None:
    mock.add_session()
    mock.add_object("auto", "{'Id': <'c1'>}")
    logind, _ = listen(mock.bus)
    qtbot.waitUntil(lambda: logind.knows_session)


def test_a_session_that_is_locked_already_is_known(
    mock: MockedLogind,
    listen: Listen,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "c2")
    mock.add_object("c2", "{'LockedHint': <true>}")
    logind, told = listen(mock.bus)
    qtbot.waitUntil(logind.locked)
    assert told == [1]


def test_a_lock_that_nobody_confirms_is_forgotten(
    mock: MockedLogind,
    listen: Listen,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("deskbreak.adapters.logind._CONFIRM_MS", 20)
    logind, told = listen(mock.bus)
    logind.lock_asked()
    assert logind.locked()
    qtbot.waitUntil(lambda: not logind.locked())
    assert told == [1, 1]


def test_other_properties_mean_nothing(mock: MockedLogind, listen: Listen) -> None:
    logind, told = listen(mock.bus)
    logind.properties_changed(SESSION, {"IdleHint": True}, [])
    logind.properties_changed("org.example", {"LockedHint": True}, [])
    assert (logind.locked(), told) == (False, [])


def test_no_bus_is_no_harm(listen: Listen) -> None:
    logind, told = listen(QDBusConnection("never-made"))
    assert not logind.works
    assert not logind.locked()
    assert told == []
