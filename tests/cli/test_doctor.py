from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from deskbreak.adapters import desktop_probe
from deskbreak.adapters.desktop_probe import Presence
from deskbreak.adapters.paths import find_paths, make_folders
from deskbreak.cli import doctor, findings, findings_senses, main
from deskbreak.cli.client import Answer
from deskbreak.cli.doctor import examine, is_healthy
from deskbreak.cli.findings import Finding, Found, State
from tests.adapters.mocked_logind import MOCK, MockedLogind, has_dbusmock, run_logind, run_mock

Out = pytest.CaptureFixture[str]
NOTIFY = "org.freedesktop.Notifications"


def said(found: Found, state: State) -> str:
    return "\n".join(one.said for one in found if one.state is state)


@pytest.mark.usefixtures("qapp")
def test_a_fresh_home_is_healthy(capsys: Out) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    for area in ("program", "folders", "settings", "journal", "tray", "senses", "time"):
        assert f"  {area} " in out
    assert out.endswith("Everything works.\n")
    assert not find_paths().data.exists()


@pytest.mark.usefixtures("qapp")
def test_what_is_broken_is_named_and_the_exit_code_says_so(capsys: Out) -> None:
    make_folders(find_paths())
    find_paths().journal_file.write_bytes(b"no journal at all" * 100)
    find_paths().config_file.write_text("[offer]\nsnooze_min = 'x'\n", encoding="utf-8")
    assert main(["doctor", "--json"]) == 1
    values = json.loads(capsys.readouterr().out)
    assert values["healthy"] is False
    broken = {one["area"] for one in values["findings"] if one["state"] == "broken"}
    assert broken == {"journal", "settings"}
    assert main(["doctor"]) == 1
    assert "BROKEN  journal" in capsys.readouterr().out


def test_nonsense_is_wrong_usage() -> None:
    assert doctor.run(["--yaml"]) == 2


def test_a_look_that_fails_is_a_finding() -> None:
    def fails() -> Found:
        yield Finding("x", State.OK, "so far")
        raise RuntimeError("a defect")

    found = examine([("x", fails)])
    assert [one.state for one in found] == [State.OK, State.BROKEN]
    assert "a defect" in found[1].said
    assert not is_healthy(found)


@pytest.mark.parametrize(
    ("answer", "state", "text"),
    [
        (None, State.NOTE, "not running"),
        (Answer(1, "It hangs.", None), State.BROKEN, "It hangs."),
        (Answer(0, "", None), State.OK, "answers"),
    ],
)
def test_the_running_program_is_asked(
    answer: Answer | None, state: State, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "ask", lambda *_: answer)
    assert text in said(findings.program(), state)


def test_folders_and_files_tell_who_can_read_them(home: Path) -> None:
    make_folders(find_paths())
    assert said(findings.folders(), State.NOTE) == ""
    find_paths().config.chmod(0o755)
    find_paths().state_file.write_text("{}")
    find_paths().state_file.chmod(0o644)
    notes = said(findings.folders(), State.NOTE)
    assert "mode 755" in notes
    assert "mode 644" in notes
    find_paths().data.rmdir()
    find_paths().data.write_text("in the way")
    assert "cannot be written" in said(findings.folders(), State.BROKEN)
    find_paths().state_file.unlink()
    find_paths().state.rmdir()
    (home / "state").rmdir()
    (home / "state").write_text("in the way")
    assert str(home / "state") in said(findings.folders(), State.BROKEN)


@pytest.mark.usefixtures("qapp")
def test_without_a_bus_it_says_what_that_means(monkeypatch: pytest.MonkeyPatch) -> None:
    assert desktop_probe.session_bus() is None
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert desktop_probe.session_bus() is None
    assert "No session bus" in said(findings.desktop(), State.NOTE)
    assert "there is no system bus" in said(findings_senses.senses(), State.NOTE)


@pytest.fixture
def mock(home: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockedLogind]:
    if not has_dbusmock():
        pytest.skip("python3-dbusmock is not installed")
    assert qapp is not None
    with run_logind(home) as made:
        monkeypatch.setattr(desktop_probe, "session_bus", lambda: made.bus)
        yield made


@pytest.mark.parametrize(
    ("abilities", "state", "text"),
    [
        ("['body', 'actions']", State.OK, "Bell 1.0 shows them, with buttons"),
        ("['body']", State.NOTE, "without buttons"),
    ],
)
def test_the_desktop_is_asked(abilities: str, state: State, text: str, mock: MockedLogind) -> None:
    path = "/org/freedesktop/Notifications"
    assert "No service shows them" in said(findings.desktop(), State.NOTE)
    with run_mock(mock.address, NOTIFY, path, NOTIFY):
        add = f"{MOCK}.AddMethod"
        server = "ret = ('Bell', 'nobody', '1.0', '1.2')"
        mock.call(path, add, NOTIFY, "GetServerInformation", "", "ssss", server, dest=NOTIFY)
        able = f"ret = {abilities}"
        mock.call(path, add, NOTIFY, "GetCapabilities", "", "as", able, dest=NOTIFY)
        assert text in said(findings.desktop(), state)
    host = desktop_probe.TRAY_HOST
    with run_mock(mock.address, host, "/StatusNotifierWatcher", host):
        assert "A panel shows" in said(findings.desktop(), State.OK)


def test_a_service_that_is_nowhere_is_absent(mock: MockedLogind) -> None:
    assert desktop_probe.presence(mock.bus, "org.example.Nobody") is Presence.ABSENT
    assert desktop_probe.presence(None, "org.example.Nobody") is Presence.NO_BUS
    assert desktop_probe.presence(mock.bus, "org.freedesktop.login1") is Presence.RUNNING
    assert desktop_probe.presence(QDBusConnection("never-made"), "x") is Presence.ABSENT


def test_a_bus_socket_without_a_bus_is_no_bus(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(home / "run" / "bus"))
        assert desktop_probe.session_bus() is None


@pytest.mark.parametrize(
    ("layers", "told"),
    [(True, ["take no focus"]), (False, ["notifications alone"]), (None, [])],
)
@pytest.mark.usefixtures("qapp")
def test_it_says_how_small_windows_show(
    layers: bool | None,  # noqa: FBT001 - a parameter of the test
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("deskbreak.adapters.layer.probe.has_layers", lambda _: layers)
    found = [one.said for one in findings.desktop() if one.area == "windows"]
    assert len(found) == len(told)
    assert all(words in said for words, said in zip(told, found, strict=True))
