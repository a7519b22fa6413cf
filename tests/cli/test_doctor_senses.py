"""What doctor says of the senses: which is in use, and why the others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskbreak.cli import findings_senses
from deskbreak.cli.findings import State
from deskbreak.core.senses import NotUsed, Sense, SenseReport
from tests.adapters.fake_bus_service import FakeMutter
from tests.buses import run_bus

pytestmark = pytest.mark.linux


def test_a_sense_is_told_in_a_sentence() -> None:
    others = (NotUsed("X11", "no X11 session here"), NotUsed("Wayland", "it died"))
    report = SenseReport(
        Sense.IDLE, "Mutter's idle monitor", works=True, why="tells at once", others=others
    )
    assert findings_senses.sentence(report) == (
        "Idle time: Mutter's idle monitor, tells at once. "
        "Not used: X11 (no X11 session here); Wayland (it died)."
    )
    nothing = SenseReport(Sense.LOCK, "", works=False, why="nothing here tells")
    assert findings_senses.sentence(nothing) == "Screen lock: nothing here tells."


def test_every_sense_has_a_name() -> None:
    for sense in Sense:
        said = findings_senses.sentence(SenseReport(sense, "", works=False, why="no"))
        assert said.endswith(": no.")


@pytest.mark.usefixtures("qapp")
def test_the_senses_of_this_desktop_are_found_out(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with run_bus(home) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        mutter = FakeMutter(address)
        found = tuple(findings_senses.senses())
        mutter.service.stop()
    said = {one.said.partition(":")[0]: one for one in found}
    assert said["Idle time"].state is State.OK
    assert said["Idle time"].said.startswith("Idle time: Mutter's idle monitor, tells at once.")
    assert "X11 (no X11 session here)" in said["Idle time"].said
    assert said["Screen lock"].state is State.NOTE
    assert "GNOME screen saver (nobody offers it)" in said["Screen lock"].said
