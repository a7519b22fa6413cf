"""The launch agent: the list as launchd reads it, and what launchctl says of it."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest

from deskbreak import APP_ID, ports
from deskbreak.adapters.autostart_mac import (
    LaunchAgentAutostart,
    domain,
    is_disabled,
    run_launchctl,
)

pytestmark = pytest.mark.native

PRINTED = """\tdisabled services = {
\t\t"com.apple.ManagedClientAgent.enrollagent" => disabled
\t\t"io.github.deskbreak.deskbreakX" => disabled
\t\t"io.github.deskbreak.deskbreak" => %s
\t}
\tlogin item associations = {}
"""


class Launchctl:
    """Keeps which agents are switched off, and prints them as macOS does."""

    def __init__(self, word: str = "") -> None:
        self.word = word
        self.ran: list[tuple[str, ...]] = []

    def __call__(self, words: tuple[str, ...]) -> str:
        self.ran.append(words)
        if words == ("enable", f"{domain()}/{APP_ID}"):
            self.word = "enabled"
            return ""
        assert words == ("print-disabled", domain())
        return PRINTED % self.word if self.word else ""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    made = tmp_path / "deskbreak"
    made.write_text("#!/bin/sh\n")
    made.chmod(0o755)
    return made


def agent(program: Path, home: Path, launchctl: Launchctl | None = None) -> LaunchAgentAutostart:
    made = LaunchAgentAutostart((str(program), "run"), home, launchctl or Launchctl())
    _: ports.Autostart = made
    return made


def test_on_and_off(tmp_path: Path, program: Path) -> None:
    start = agent(program, tmp_path)
    assert not start.is_on()
    assert start.note() == ""
    assert start.switch(on=True) == ""
    assert start.is_on()
    assert start.note() == start.settled() == ""
    assert plistlib.loads(start.path.read_bytes()) == {
        "Label": APP_ID,
        "ProgramArguments": [str(program), "run"],
        "RunAtLoad": True,
    }
    assert not start.repair()
    assert start.switch(on=False) == ""
    assert not start.is_on()
    assert not start.repair()


def test_an_own_agent_follows_the_program_and_keeps_its_other_keys(
    tmp_path: Path, program: Path
) -> None:
    start = agent(program, tmp_path)
    start.switch(on=True)
    keys = plistlib.loads(start.path.read_bytes())
    start.path.write_bytes(plistlib.dumps({**keys, "Nice": 5}))
    (tmp_path / "new").mkdir()
    moved = program.rename(tmp_path / "new" / "deskbreak")
    now = agent(moved, tmp_path)
    assert not now.is_on()
    assert str(program) in now.note()
    assert now.repair()
    assert now.is_on()
    assert plistlib.loads(now.path.read_bytes())["Nice"] == 5


def test_what_a_person_wrote_is_left_alone_and_told(tmp_path: Path, program: Path) -> None:
    start = agent(program, tmp_path)
    start.switch(on=True)
    written = plistlib.dumps({"RunAtLoad": True, "ProgramArguments": ["/bin/sh", "-c", "true"]})
    start.path.write_bytes(written)
    assert not start.repair()
    assert start.path.read_bytes() == written
    assert "/bin/sh -c true" in start.note()


@pytest.mark.parametrize("word", ["disabled", "true"])
def test_what_macos_holds_off_is_off_until_a_person_switches_it_on(
    tmp_path: Path, program: Path, word: str
) -> None:
    launchctl = Launchctl()
    start = agent(program, tmp_path, launchctl)
    start.switch(on=True)
    launchctl.word = word
    assert not start.is_on()
    assert "Login Items" in start.note()
    assert start.switch(on=True) == ""
    assert start.is_on()
    assert launchctl.word == "enabled"


def test_other_agents_and_other_states_are_not_ours() -> None:
    assert not is_disabled(PRINTED % "enabled", APP_ID)
    assert not is_disabled(PRINTED % "false", APP_ID)
    assert not is_disabled("", APP_ID)
    assert not is_disabled(f'"{APP_ID}" => disabled', "io.github.deskbreak")


@pytest.mark.parametrize(
    "keys", [[], {}, {"RunAtLoad": True}, {"RunAtLoad": True, "ProgramArguments": "x"}]
)
def test_a_list_that_starts_nothing_is_off(
    tmp_path: Path, program: Path, keys: list[object] | dict[str, object]
) -> None:
    start = agent(program, tmp_path)
    start.path.parent.mkdir(parents=True)
    start.path.write_bytes(plistlib.dumps(keys))
    assert not start.is_on()
    start.path.write_bytes(b"no list")
    assert not start.is_on()
    assert start.note() == ""


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be changed" in agent(Path("x"), tmp_path / "file").switch(on=True)


@pytest.mark.skipif(sys.platform == "win32", reason="launchctl is macOS's")
def test_the_real_launchctl_or_none() -> None:
    printed = run_launchctl(("print-disabled", domain()))
    assert bool(printed) is (sys.platform == "darwin")
