from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from deskbreak.adapters import runtime_folder as places
from deskbreak.adapters.paths import find_paths, make_folders, site_config_file


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR", "CONFIG_DIRS"):
        monkeypatch.delenv(f"XDG_{name}", raising=False)
    return tmp_path


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_usual_places(home: Path) -> None:
    paths = find_paths()
    assert paths.config_file == home / ".config/deskbreak/config.toml"
    assert paths.journal_file == home / ".local/share/deskbreak/deskbreak.db"
    assert paths.own_exercises.parent == paths.backups.parent == paths.data
    assert paths.state_file == home / ".local/state/deskbreak/state.json"
    assert paths.log_file.parent == paths.state
    assert site_config_file() == Path("/etc/xdg/deskbreak/config.toml")


def test_the_variables_are_honoured(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = home / "run"
    run.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", f"{run}/")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "c"))
    paths = find_paths()
    assert paths.config == home / "c/deskbreak"
    assert paths.socket == run / "deskbreak/deskbreak.sock"
    assert paths.lock == run / "deskbreak/deskbreak.lock"
    assert str(paths.runtime) == places.runtime_folder()


@pytest.mark.parametrize("kind", ["unset", "relative", "open", "link", "missing"])
def test_an_unsafe_runtime_folder_is_not_used(
    kind: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = home / "run"
    run.mkdir()
    run.chmod(0o777)
    if kind == "link":
        run.chmod(0o700)
        run = home / "link"
        run.symlink_to(home / "run")
    said = {"relative": "run", "missing": str(home / "none")}.get(kind, str(run))
    if kind != "unset":
        monkeypatch.setenv("XDG_RUNTIME_DIR", said)
    folder = places.runtime_folder()
    usual = f"/run/user/{os.getuid()}"
    expected = usual if places.is_private(usual) else str(home / ".local/state/deskbreak")
    assert folder.startswith(expected)


@pytest.mark.usefixtures("home")
def test_folders_are_made_for_their_owner_alone() -> None:
    previous = os.umask(0o022)
    try:
        assert make_folders(find_paths()) == ()
    finally:
        os.umask(previous)
    paths = find_paths()
    assert [mode(p) for p in (paths.config, paths.data, paths.state)] == [0o700] * 3
    assert places.is_private(str(paths.runtime))


def test_an_open_runtime_folder_is_closed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    open_folder = home / "deskbreak"
    open_folder.mkdir()
    open_folder.chmod(0o755)
    assert make_folders(find_paths()) == ()
    assert mode(open_folder) == 0o700


def test_a_planted_link_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    victim = home / "victim"
    victim.mkdir()
    victim.chmod(0o755)
    (home / "deskbreak").symlink_to(victim)
    (said,) = make_folders(find_paths())
    assert "not private" in said
    assert mode(victim) == 0o755


def test_a_folder_that_cannot_be_made_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "file"))
    (said,) = make_folders(find_paths())
    assert str(home / "file") in said


def test_a_long_path_still_takes_a_socket(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 20) / ("länger" * 20)
    folder.mkdir(parents=True)
    path = str(folder / "deskbreak.sock")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        with places.socket_address(path) as address:
            server.bind(address)
        server.listen()
        with places.socket_address(path) as address:
            client.connect(address)
    with places.socket_address("/short.sock") as address:
        assert address == "/short.sock"
