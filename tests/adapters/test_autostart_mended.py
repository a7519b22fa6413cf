"""An own entry follows the program to its new place; what a person wrote is left alone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from deskbreak.adapters.autostart import mend
from deskbreak.adapters.autostart_xdg import XdgAutostart
from deskbreak.adapters.desktop_exec import exec_line
from tests.adapters.autostart_samples import make, make_program


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return make_program(tmp_path)


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
