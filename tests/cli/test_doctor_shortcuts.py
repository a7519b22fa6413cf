"""What the doctor says of keys that work everywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from deskbreak.adapters import desktop_probe
from deskbreak.adapters.desktop_probe import Presence, portal_part
from deskbreak.adapters.key_record import KeyRecord
from deskbreak.adapters.paths import find_paths, make_folders
from deskbreak.cli import findings_shortcuts
from deskbreak.cli.doctor import all_looks
from deskbreak.cli.findings import State
from deskbreak.cli.findings_shortcuts import shortcuts
from deskbreak.core.key_action import KeyAction
from tests.buses import run_bus

PART = "org.freedesktop.portal.GlobalShortcuts"


def told() -> list[tuple[State, str]]:
    return [(one.state, one.said) for one in shortcuts()]


@pytest.mark.usefixtures("home", "qapp")
def test_without_a_portal_it_names_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_shortcuts, "session_bus", lambda: None)
    (where, (_, said)) = told()
    assert where[0] is State.NOTE
    assert where[1].endswith("docs/shortcuts.md says how to give a key to a command.")
    assert "config set shortcuts.everywhere true" in said
    assert ("shortcuts", shortcuts) in all_looks()


@pytest.mark.usefixtures("home", "qapp")
def test_which_keys_were_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_shortcuts, "portal_part", lambda *_: Presence.RUNNING)
    monkeypatch.setattr(sys, "platform", "linux")
    make_folders(find_paths())
    find_paths().config_file.write_text("[shortcuts]\neverywhere = true\n", "utf-8")
    assert told()[0][0] is State.OK
    assert told()[1] == (State.NOTE, "Asked for; none given (not yet).")
    record = KeyRecord(find_paths().state / "shortcuts.json")
    record.write("none were allowed", {})
    assert told()[1] == (State.NOTE, "Asked for; none given (none were allowed).")
    record.write("", {KeyAction.START: "Super+Shift+B"})
    assert told()[1] == (State.OK, "Given last: Start a break now: Super+Shift+B.")


@contextmanager
def connected(address: str) -> Iterator[QDBusConnection]:
    name = "doctor-shortcuts"
    try:
        yield QDBusConnection.connectToBus(address, name)
    finally:
        QDBusConnection.disconnectFromBus(name)


@pytest.mark.skipif(sys.platform != "linux", reason="portals are of Linux desktops")
@pytest.mark.usefixtures("qapp")
def test_the_portal_is_asked_for_its_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert portal_part(None, PART) is Presence.NO_BUS
    with run_bus(tmp_path) as address, connected(address) as bus:
        assert portal_part(bus, PART) is Presence.ABSENT
        monkeypatch.setattr(desktop_probe, "presence", lambda *_: Presence.RUNNING)
        assert portal_part(bus, PART) is Presence.ABSENT
        monkeypatch.setattr(desktop_probe, "_call", lambda *_: [2])
        assert portal_part(bus, PART) is Presence.RUNNING
