"""Keys that work everywhere, against a portal on a private bus, as strict as the real one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak import APP_ID
from deskbreak.adapters.key_record import KeyRecord
from deskbreak.adapters.shortcuts import NO_KEYS, Shortcuts
from deskbreak.core.key_action import KeyAction, key_names
from deskbreak.core.words import English
from tests.adapters.fake_bus_service import REFUSES, Call, Reply
from tests.adapters.fake_xdg_portal import PATH, FakePortal, Values, token_of
from tests.buses import run_bus

pytestmark = pytest.mark.linux

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
START = {"trigger_description": ("s", "Super+Shift+B"), "description": ("s", "x")}
GIVEN: list[tuple[str, Values]] = [("start", START), ("snooze", {"trigger_description": ("s", "")})]


class Desktop:
    """A desktop whose portal gives the keys of GIVEN to who has said who they are."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.registered: set[str] = set()
        self.session = ""
        self.silent = ""
        self.codes = {"CreateSession": 0, "BindShortcuts": 0}
        self.given = GIVEN
        self.wished: dict[str, dict[str, tuple[str, str]]] = {}
        self.acted: list[KeyAction] = []
        self.told: list[str] = []
        self.portal = FakePortal(address, self._decide)
        self.shortcuts = Shortcuts(
            self.acted.append,
            self.told.append,
            key_names(English()),
            folder / "shortcuts.json",
            address,
        )

    def kept(self) -> tuple[str, Mapping[KeyAction, str]]:
        return KeyRecord(self.folder / "shortcuts.json").read()

    def press(self, name: str, *, session: str | None = None, times: int = 1) -> None:
        """Say that a key was pressed, as the portal does: to the session's owner alone."""
        handle = self.session if session is None else session
        nothing: Values = {}
        body = (handle, name, 5, nothing)
        self.portal.service.say(PATH, INTERFACE, "Activated", "osta{sv}", *body, times=times)

    def asked(self, member: str) -> int:
        return self.portal.service.asked().count(member)

    def _decide(self, call: Call) -> tuple[int, Values] | Reply | None:
        if call.member == self.silent:
            return None
        match call.member, call.signature:
            case "Register", "sa{sv}":
                assert call.body == (APP_ID, {})
                self.registered.add(call.sender)
                return REFUSES  # its answer is heeded by nobody
            case "CreateSession", "a{sv}" if call.sender in self.registered:
                sender = call.sender.removeprefix(":").replace(".", "_")
                self.session = f"{PATH}/session/{sender}/{token_of(call)}"
                return self.codes["CreateSession"], {"session_handle": ("s", self.session)}
            case "BindShortcuts", "oa(sa{sv})sa{sv}":
                session, wished, window, _ = call.body
                assert session == self.session
                assert window == ""
                assert isinstance(wished, list)
                self.wished = dict(wished)
                return self.codes["BindShortcuts"], {"shortcuts": ("a(sa{sv})", self.given)}
            case _:
                return REFUSES


@pytest.fixture
def desktop(tmp_path: Path, qapp: object) -> Iterator[Desktop]:
    assert qapp
    with run_bus(tmp_path) as address:
        made = Desktop(tmp_path, address)
        yield made
        made.shortcuts.close()
        made.portal.service.stop()


def works(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.shortcuts.choose(on=True)
    qtbot.waitUntil(lambda: bool(desktop.kept()[1]))


def test_off_asks_for_nothing(desktop: Desktop) -> None:
    desktop.shortcuts.choose(on=False)
    desktop.shortcuts.choose(on=False)
    assert desktop.portal.service.calls == []
    assert not (desktop.folder / "shortcuts.json").exists()


def test_a_key_that_was_given_acts(desktop: Desktop, qtbot: QtBot) -> None:
    works(desktop, qtbot)
    assert set(desktop.wished) == set(KeyAction)
    assert desktop.wished["start"]["description"] == ("s", "Start a break now")
    assert desktop.wished["start"]["preferred_trigger"][1] == "LOGO+SHIFT+b"
    assert desktop.kept() == ("", {KeyAction.START: "Super+Shift+B"})
    desktop.press("start")
    qtbot.waitUntil(lambda: desktop.acted == [KeyAction.START])
    assert desktop.told == []


def test_another_key_is_learned(desktop: Desktop, qtbot: QtBot) -> None:
    works(desktop, qtbot)
    changed = [("pause", {"trigger_description": ("s", "F12")})]
    body = (desktop.session, changed)
    desktop.portal.service.say(PATH, INTERFACE, "ShortcutsChanged", "oa(sa{sv})", *body)
    qtbot.waitUntil(lambda: desktop.kept()[1] == {KeyAction.PAUSE: "F12"})


def test_a_flood_counts_once_and_what_is_foreign_not_at_all(desktop: Desktop, qtbot: QtBot) -> None:
    works(desktop, qtbot)
    desktop.press("start", session=f"{PATH}/session/1_9/other")
    desktop.press("nonsense")
    desktop.press("today", times=2000)
    qtbot.waitUntil(lambda: bool(desktop.acted))
    changed = [("pause", {"trigger_description": ("s", "F12")})]
    body = (desktop.session, changed)
    desktop.portal.service.say(PATH, INTERFACE, "ShortcutsChanged", "oa(sa{sv})", *body)
    qtbot.waitUntil(lambda: KeyAction.PAUSE in desktop.kept()[1])
    assert set(desktop.acted) == {KeyAction.TODAY}
    assert len(desktop.acted) < 20


@pytest.mark.parametrize(
    ("member", "code", "why"),
    [
        ("BindShortcuts", 1, "none were allowed"),
        ("BindShortcuts", 2, "the portal does not give them"),
        ("CreateSession", 2, "the portal has none, or does not answer"),
    ],
)
def test_a_refusal_is_kept_and_told_to_who_asks(
    desktop: Desktop, qtbot: QtBot, member: str, code: int, why: str
) -> None:
    desktop.codes[member] = code
    desktop.shortcuts.choose(on=True)
    qtbot.waitUntil(lambda: desktop.kept() == (why, {}))
    assert desktop.told == []
    desktop.shortcuts.choose(on=False)
    assert desktop.kept() == ("", {})
    desktop.shortcuts.choose(on=True)
    qtbot.waitUntil(lambda: desktop.told == [NO_KEYS])


def test_without_a_bus_it_is_told_at_once(tmp_path: Path, qapp: object) -> None:
    assert qapp
    told: list[str] = []
    file = tmp_path / "shortcuts.json"
    nowhere = "unix:path=/nonexistent"
    keys = Shortcuts(lambda _: None, told.append, key_names(English()), file, nowhere)
    keys.choose(on=False)
    keys.choose(on=True)
    assert told == [NO_KEYS]
    keys.close()


def test_a_portal_that_hangs_holds_nothing_up(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.silent = "CreateSession"
    desktop.shortcuts.choose(on=True)
    qtbot.waitUntil(lambda: desktop.asked("CreateSession") == 1)
    desktop.shortcuts.choose(on=False)
    assert desktop.acted == []


@pytest.mark.parametrize(
    "lie",
    [
        pytest.param([], id="nothing"),
        pytest.param([("start", {"trigger_description": ("s", "")})], id="empty"),
        pytest.param([("other", START)] * 40, id="foreign"),
    ],
)
def test_a_portal_that_lies_gives_no_keys(
    desktop: Desktop, qtbot: QtBot, lie: list[tuple[str, Values]]
) -> None:
    desktop.given = lie
    desktop.shortcuts.choose(on=True)
    qtbot.waitUntil(lambda: desktop.asked("BindShortcuts") == 1)
    desktop.press("start")
    qtbot.waitUntil(lambda: bool(desktop.acted))
    assert desktop.kept() == ("", {})


def test_a_session_that_is_ended_takes_its_keys_along(desktop: Desktop, qtbot: QtBot) -> None:
    works(desktop, qtbot)
    ended = "org.freedesktop.portal.Session"
    desktop.portal.service.say(desktop.session, ended, "Closed", "a{sv}", {})
    qtbot.waitUntil(lambda: desktop.kept()[0] == "the desktop has ended them")


def test_a_portal_that_comes_back_is_asked_again_but_not_at_once(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbreak.adapters.shortcuts_portal.AGAIN_MS", 50)
    works(desktop, qtbot)
    desktop.portal.service.stop()
    qtbot.waitUntil(lambda: desktop.kept() == ("the portal has gone", {}))
    desktop.registered.clear()
    desktop.portal = FakePortal(desktop.address, desktop._decide)  # noqa: SLF001 - the same desktop
    qtbot.waitUntil(lambda: bool(desktop.kept()[1]))
    desktop.press("pause")
    qtbot.waitUntil(lambda: desktop.acted == [KeyAction.PAUSE])


@pytest.mark.parametrize("text", ["", "[]", '{"why": 1}', '{"why": "", "given": {"x": "y"}}'])
def test_a_spoiled_record_says_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "shortcuts.json"
    file.write_text(text)
    assert KeyRecord(file).read() == ("", {})


def test_a_record_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "shortcuts.json").mkdir()
    record = KeyRecord(tmp_path / "shortcuts.json")
    record.write("x", {})
    record.write("", {})
    assert record.read() == ("", {})
