"""Context switches a minute with every sense on: `python -m tools.bench_senses SETTLE MINUTES`.

Prints two numbers: while nothing is due, and while a break is due that do-not-disturb holds back,
so that the senses of meetings attend as well.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.bench import AT_WORK, PROGRAM, ROOT, ran, rest_of
from tools.virtual_desktop import VirtualDesktop, virtual_desktop, wait_until
from tools.whole_desktop import READY, SOUND

DUE = """
[schedule]
earliest_min = 1
latest_min = 2
"""
DUE_S = 125.0
"""Settings by which a break is due, and seconds after which it is."""

ALWAYS = ("Idle time: X11", "Screen lock: logind", "Sleep: logind", "Do not disturb: freedesktop")
ATTENDING = (*ALWAYS, "Microphone: pactl", "Calendar: ")
"""What `status --why` says under "Noticed by itself" while nothing is due, and while a break is."""


def start(desktop: VirtualDesktop, more: str) -> None:
    """Start the services, then the program with settings added to the usual ones."""
    env, folder = desktop.environment, desktop.folder
    env["PATH"] = f"{folder}/bin:{env['PATH']}"
    env["PYTHONPATH"] = str(ROOT)
    env["PULSE_RUNTIME_PATH"] = str(folder / SOUND)
    desktop.start("services", [sys.executable, "-m", "tools.whole_desktop", str(folder)])
    wait_until((folder / READY).exists, "the services")
    calendar = folder / "calendar.ics"
    calendar.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "utf-8")
    usual = AT_WORK.replace("[office]", f'[office]\ncalendar = "{calendar}"')
    place = Path(env["XDG_CONFIG_HOME"]) / "deskbreak"
    place.mkdir(mode=0o700)
    (place / "config.toml").write_text(usual + more, "utf-8")
    desktop.start("program", [str(PROGRAM), "run"])


def switches(more: str, settle: float, minutes: float, wanted: tuple[str, ...]) -> float:
    """Return the context switches a minute of the program with these settings added.

    Raises:
        SystemExit: A sense that is wanted was not on, so that the number would say too little.
    """
    with virtual_desktop() as desktop:
        start(desktop, more)
        found = rest_of(desktop, settle, minutes)
        why = ran([str(PROGRAM), "status", "--why"], desktop.environment)
    noticed = why.partition("Noticed by itself")[2].partition("Not noticed here")[0]
    missing = [sense for sense in wanted if sense not in noticed]
    if missing:
        raise SystemExit(f"not on: {', '.join(missing)}\n{why}")
    return found.switches


if __name__ == "__main__":
    settle, minutes = map(float, sys.argv[1:3])
    waiting = switches("", settle, minutes, ALWAYS)
    print(f"{waiting:.1f} {switches(DUE, max(settle, DUE_S), minutes, ATTENDING):.1f}")
