from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deskbreak import APP_ID, ports
from deskbreak.adapters.autostart import NoAutostart, find_autostart, program_command
from deskbreak.adapters.autostart_xdg import XdgAutostart
from tests.adapters.autostart_samples import make, make_program

NAME = f"{APP_ID}.desktop"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return make_program(tmp_path)


def test_on_and_off(tmp_path: Path, program: Path) -> None:
    start = make(tmp_path, program)
    assert not start.is_on()
    assert start.switch(on=True) == ""
    assert start.is_on()
    assert start.path == tmp_path / "config" / "autostart" / NAME
    assert start.switch(on=False) == ""
    assert not start.is_on()
    assert not start.path.exists()
    assert start.switch(on=False) == ""


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed")
def test_the_file_is_valid(tmp_path: Path, program: Path) -> None:
    start = make(tmp_path, program)
    start.switch(on=True)
    ran = subprocess.run(
        ["desktop-file-validate", str(start.path)], check=False, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("Hidden=true", False),
        ("Hidden=false", True),
        ("X-GNOME-Autostart-enabled=false", False),
        ("TryExec=/nowhere/at/all", False),
        ("TryExec=sh", True),
        ("OnlyShowIn=KDE;XFCE;", True),
        ("OnlyShowIn=KDE;", False),
        ("NotShowIn=XFCE;", False),
        ("NotShowIn=KDE;", True),
        ("# Hidden=true", True),
        ("[Desktop Action x]\nHidden=true", True),
    ],
)
def test_the_true_state_is_what_the_desktop_does(
    tmp_path: Path,
    line: str,
    on: bool,  # noqa: FBT001 - a table's column
) -> None:
    start = make(tmp_path, Path("sh"), XDG_CURRENT_DESKTOP="x:XFCE", PATH="/usr/bin:/bin")
    start.path.parent.mkdir(parents=True)
    start.path.write_text(f"[Desktop Entry]\nType=Application\nExec=sh -c true\n{line}\n")
    assert start.is_on() is on


@pytest.mark.parametrize("text", ["", "Exec=/bin/sh", "[Desktop Entry]\n", "\xff"])
def test_a_file_that_starts_nothing_is_off(tmp_path: Path, text: str) -> None:
    start = make(tmp_path, Path("/bin/sh"))
    start.path.parent.mkdir(parents=True)
    start.path.write_bytes(text.encode("latin-1"))
    assert not start.is_on()


def test_a_shared_file_is_switched_off_by_hiding_it(tmp_path: Path, program: Path) -> None:
    shared = tmp_path / "xdg" / "autostart" / NAME
    shared.parent.mkdir(parents=True)
    shared.write_text("[Desktop Entry]\nExec=/bin/sh\n")
    start = make(tmp_path, program)
    assert start.is_on()
    assert start.switch(on=False) == ""
    assert not start.is_on()
    assert "Hidden=true" in start.path.read_text()
    assert start.switch(on=True) == ""
    assert start.is_on()


def test_what_cannot_be_done_is_said(tmp_path: Path, program: Path) -> None:
    (tmp_path / "config").write_text("no folder")
    start = make(tmp_path, program)
    assert "cannot be changed" in start.switch(on=True)
    assert "cannot be written" in make(tmp_path / "x", Path("/a=b")).switch(on=True)
    assert not start.repair()


def test_the_usual_place_without_variables(tmp_path: Path) -> None:
    start = XdgAutostart(("/bin/sh",), {"HOME": str(tmp_path), "XDG_CONFIG_HOME": "relative"})
    assert start.path == tmp_path / ".config" / "autostart" / NAME


def test_where_nothing_is_known() -> None:
    start: ports.Autostart = NoAutostart()
    assert not start.is_on()
    assert start.switch(on=False) == ""
    assert "does not know" in start.switch(on=True)
    assert not NoAutostart().repair()
    assert NoAutostart().note() == NoAutostart().settled() == ""


def test_the_command_that_starts_this_program(tmp_path: Path) -> None:
    assert program_command("/opt/deskbreak/deskbreak", "x", frozen=True) == (
        "/opt/deskbreak/deskbreak",
        "run",
    )
    python = tmp_path / "python3"
    assert program_command(str(python), "/x/__main__.py", frozen=False) == (
        str(python), "-m", "deskbreak", "run",
    )  # fmt: skip
    quiet = tmp_path / "pythonw.exe"
    quiet.touch()
    assert program_command(str(tmp_path / "python.exe"), "x", frozen=False) == (
        str(quiet), "-m", "deskbreak", "run",
    )  # fmt: skip
    quiet.unlink()
    beside = tmp_path / "deskbreak"
    beside.touch()
    assert program_command(str(python), "/x/__main__.py", frozen=False) == (str(beside), "run")
    assert program_command("/usr/bin/python3", str(beside), frozen=False) == (str(beside), "run")


@pytest.mark.skipif(sys.platform != "linux", reason="the member of this system")
def test_linux_uses_the_desktops_files(tmp_path: Path) -> None:
    found = find_autostart(("/bin/sh",), {"XDG_CONFIG_HOME": str(tmp_path)})
    assert isinstance(found, XdgAutostart)
    assert found.path.is_relative_to(tmp_path)
