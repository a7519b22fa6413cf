"""A break and a locked screen: the session pauses, and it never goes on by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.mocked_logind import has_dbusmock, run_logind
from tests.journeys.desktop import run_desktop
from tests.journeys.test_day import ALWAYS_OPEN, run, session, state

pytestmark = pytest.mark.skipif(not has_dbusmock(), reason="dbusmock or gdbus is not installed")


def test_a_lock_pauses_the_break_until_somebody_resumes(tmp_path: Path) -> None:
    with run_logind(tmp_path) as logind:
        place = logind.add_session()
        with run_desktop(system_bus=logind.address) as desk:
            desk.environment["XDG_SESSION_ID"] = "c1"
            folder = Path(desk.environment["XDG_CONFIG_HOME"]) / "deskbreak"
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / "config.toml").write_text(ALWAYS_OPEN, "utf-8")
            run(desk)
            assert desk.cli("start").returncode == 0
            desk.wait_until(
                lambda: session(desk).get("phase") == "exercise", what="the first exercise"
            )
            logind.hint(place, "true")
            desk.wait_until(lambda: session(desk).get("paused") is True, what="the pause")
            logind.hint(place, "false")
            logind.sleep("true")
            logind.sleep("false")
            assert session(desk)["paused"] is True
            assert desk.cli("session", "resume").returncode == 0
            assert session(desk)["paused"] is False
            assert state(desk) == "exercising"
            desk.cli("quit")
