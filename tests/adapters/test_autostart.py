from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak import APP_ID, ports
from deskbreak.adapters.autostart import NoAutostart, find_autostart, mend, program_command
from deskbreak.adapters.autostart_xdg import XdgAutostart
from deskbreak.adapters.desktop_exec import exec_arguments, exec_line

NAME = f"{APP_ID}.desktop"
ODD = r"""deskbreak "it's" $5 100% `x` \ é"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    made = tmp_path / "bin of mine" / ODD
    made.parent.mkdir()
    made.write_text("#!/bin/sh\n")
    made.chmod(0o755)
    return made


def make(tmp_path: Path, program: Path, **environment: str) -> XdgAutostart:
    start: ports.Autostart = XdgAutostart(
        (str(program), "run"),
        {
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_CONFIG_DIRS": str(tmp_path / "xdg"),
            **environment,
        },
    )
    assert isinstance(start, XdgAutostart)
    return start


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


def test_it_is_mended_when_the_program_moved(tmp_path: Path, program: Path) -> None:
    start = make(tmp_path, program)
    start.switch(on=True)
    assert not start.repair()
    moved = program.rename(tmp_path / "deskbreak")
    now = make(tmp_path, moved)
    assert not now.is_on()
    assert str(program) in now.note()
    assert "puts that right" in now.note()
    assert now.repair()
    assert now.is_on()
    assert now.note() == now.settled() == ""
    assert exec_line((str(moved), "run")) in start.path.read_text()


def test_an_entry_of_another_place_is_mended_though_that_place_is_still_there(
    tmp_path: Path, program: Path
) -> None:
    make(tmp_path, program).switch(on=True)
    newer = tmp_path / "newer" / "deskbreak"
    newer.parent.mkdir()
    shutil.copy(program, newer)
    now = make(tmp_path, newer)
    assert now.is_on()
    assert now.repair()
    assert exec_line((str(newer), "run")) in now.path.read_text()
    assert not now.repair()


def test_another_name_for_the_same_program_is_no_other_place(tmp_path: Path, program: Path) -> None:
    make(tmp_path, program).switch(on=True)
    link = tmp_path / "deskbreak"
    link.symlink_to(program)
    now = make(tmp_path, link)
    assert now.note() == ""
    assert not now.repair()


def test_mending_keeps_what_a_person_added(tmp_path: Path, program: Path) -> None:
    start = make(tmp_path, program)
    start.switch(on=True)
    gone = "/gone/bin/deskbreak"
    added = "X-GNOME-Autostart-Delay=20\n[Desktop Action x]\nExec=/gone/bin/deskbreak run\n"
    entry = f"[Desktop Entry]\nName=Mine\nExec={gone} run\nTryExec={gone}\n{added}"
    start.path.write_text(entry)
    assert not start.is_on()
    assert start.repair()
    assert start.is_on()
    mended = start.path.read_text()
    assert mended.endswith(added)
    assert mended.startswith("[Desktop Entry]\nName=Mine\n")


@pytest.mark.parametrize(
    "line",
    [
        "sh -c 'sleep 20; deskbreak run'",
        "env QT_SCALE_FACTOR=2 /gone/deskbreak run",
        "/gone/deskbreak run --show today",
        "deskbreak run",
        "/usr/bin/sh run",
        "",
    ],
)
def test_what_a_person_wrote_is_left_alone_and_told(
    tmp_path: Path, program: Path, line: str
) -> None:
    start = make(tmp_path, program)
    start.path.parent.mkdir(parents=True)
    entry = f"[Desktop Entry]\nType=Application\nExec={line}\n"
    start.path.write_text(entry)
    assert not start.repair()
    assert start.path.read_text() == entry
    assert "by hand" in start.note()
    assert (line or "nothing") in start.note()
    start.path.write_text(entry + "Hidden=true\n")
    assert start.note() == ""


def test_two_environments_are_two_places_though_their_python_is_one_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "python3").symlink_to(sys.executable)
    words = ("-m", "deskbreak", "run")
    one = XdgAutostart((str(tmp_path / "a" / "python3"), *words), {"HOME": str(tmp_path)})
    other = XdgAutostart((str(tmp_path / "b" / "python3"), *words), {"HOME": str(tmp_path)})
    one.switch(on=True)
    assert other.repair()
    assert not other.repair()


def test_an_entry_that_cannot_be_mended_stays(tmp_path: Path, program: Path) -> None:
    start = make(tmp_path, Path("/a=b/deskbreak"))
    make(tmp_path, program).switch(on=True)
    before = start.path.read_text()
    assert not start.repair()
    assert start.path.read_text() == before


def test_mending_is_logged(tmp_path: Path, program: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    make(tmp_path, program).switch(on=True)
    mend(make(tmp_path, program))
    assert not caplog.records
    mend(make(tmp_path, program.rename(tmp_path / "deskbreak")))
    assert "was mended" in caplog.text
    caplog.clear()
    start = make(tmp_path, tmp_path / "deskbreak")
    start.path.write_text("[Desktop Entry]\nExec=/bin/sh -c true\n")
    mend(start)
    assert "by hand" in caplog.text


def test_what_a_person_switched_off_is_not_mended(tmp_path: Path) -> None:
    start = make(tmp_path, Path("/bin/sh"))
    assert not start.repair()
    start.path.parent.mkdir(parents=True)
    start.path.write_text("[Desktop Entry]\nExec=/nowhere\nHidden=true\n")
    assert not start.repair()


def test_what_cannot_be_done_is_said(tmp_path: Path, program: Path) -> None:
    (tmp_path / "config").write_text("no folder")
    start = make(tmp_path, program)
    assert "cannot be changed" in start.switch(on=True)
    assert "cannot be written" in make(tmp_path / "x", Path("/a=b")).switch(on=True)
    assert not start.repair()


def test_the_usual_place_without_variables(tmp_path: Path) -> None:
    start = XdgAutostart(("/bin/sh",), {"HOME": str(tmp_path), "XDG_CONFIG_HOME": "relative"})
    assert start.path == tmp_path / ".config" / "autostart" / NAME


@settings(deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=12),
        max_size=4,
    )
)
def test_a_command_survives_its_exec_line(arguments: list[str]) -> None:
    argv = ("/bin/my program", *arguments)
    assert exec_arguments(exec_line(argv)) == argv


def test_exec_lines_as_the_specification_says() -> None:
    assert exec_line(("/usr/bin/deskbreak", "run")) == "/usr/bin/deskbreak run"
    assert exec_line(("/a b", "$5")) == '"/a b" "\\\\$5"'
    assert exec_line(("x", "100%", "")) == 'x 100%% ""'
    assert exec_arguments("x %U --to=%% %f") == ("x", "--to=%")
    assert exec_arguments('x "never closed') == ()
    assert exec_arguments("a\\sb c\\q") == ("a", "b", "c\\q")
    with pytest.raises(ValueError, match="x"):
        exec_line(("x", "two\nlines"))


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
