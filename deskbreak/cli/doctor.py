"""`deskbreak doctor`: look whether everything is in order on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from deskbreak import __version__
from deskbreak.adapters.bus_guard import guard_session_bus, guard_system_bus
from deskbreak.cli import (
    findings,
    findings_journal,
    findings_senses,
    findings_session,
    findings_shortcuts,
)
from deskbreak.cli.findings import Finding, Found, State
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, USAGE

_MARKS = {State.OK: "ok    ", State.NOTE: "note  ", State.BROKEN: "BROKEN"}


def run(args: list[str]) -> int:
    """Print what was found; 0 when nothing is broken, 1 otherwise."""
    if args not in ([], ["--json"]):
        complain("Use: deskbreak doctor [--json]")
        return USAGE
    guard_session_bus()
    guard_system_bus()
    # The clock watch and D-Bus want an application; one without windows will do.
    application = QCoreApplication.instance() or QCoreApplication(["deskbreak"])
    found = examine(all_looks())
    del application
    say(_as_json(found) if args else _as_text(found))
    return DONE if is_healthy(found) else FAILED


def all_looks() -> tuple[tuple[str, Callable[[], Found]], ...]:
    """Return every thing to look at, in the order in which it is told."""
    return (
        ("program", findings.program),
        ("folders", findings.folders),
        ("settings", findings.settings),
        ("exercises", findings.own_files),
        ("journal", findings_journal.journal),
        ("tray", findings.desktop),
        ("senses", findings_senses.senses),
        ("sound", findings_session.sound),
        ("motion", findings_session.motion),
        ("time", findings.time),
        ("autostart", findings.autostart),
        ("shortcuts", findings_shortcuts.shortcuts),
    )


def examine(looks: Iterable[tuple[str, Callable[[], Found]]]) -> tuple[Finding, ...]:
    """Look at everything; what cannot be looked at is a finding, never an error."""
    found: list[Finding] = []
    for area, look in looks:
        try:
            found.extend(look())
        except Exception as error:  # noqa: BLE001 - a doctor that falls over helps nobody
            said = f"This could not be looked at: {type(error).__name__}: {error}"
            found.append(Finding(area, State.BROKEN, said))
    return tuple(found)


def is_healthy(found: Iterable[Finding]) -> bool:
    """Tell whether nothing is broken; notes do not count."""
    return all(one.state is not State.BROKEN for one in found)


def _as_json(found: tuple[Finding, ...]) -> str:
    values = {
        "schema": 1,
        "version": __version__,
        "healthy": is_healthy(found),
        "findings": [
            {"area": one.area, "state": one.state.value, "said": one.said} for one in found
        ],
    }
    return json.dumps(values, indent=2)


def _as_text(found: tuple[Finding, ...]) -> str:
    lines = [f"{_MARKS[one.state]}  {one.area:<14}{one.said}" for one in found]
    broken = sum(one.state is State.BROKEN for one in found)
    lines.append("Everything works." if not broken else f"{broken} broken; see above.")
    return "\n".join(lines)
