"""`deskbreak restore`: which backups there are, what one would change, and the way back."""

from __future__ import annotations

import json
from pathlib import Path

from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.instance import AlreadyRunningError, InstanceLock
from deskbreak.adapters.journal import faults, restoring
from deskbreak.adapters.journal.restoring import Difference, Held
from deskbreak.adapters.journal_sqlite import unsaved
from deskbreak.adapters.paths import Paths, find_paths, make_folders
from deskbreak.cli.backup import reason_of
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, INVALID_FILE, REFUSED, USAGE
from deskbreak.core.words import English

_USE = "Use: deskbreak restore --list [--json], or deskbreak restore FILE|NAME [--json] [--yes]"
_FLAGS = {"--list", "--json", "--yes"}


def run(args: list[str]) -> int:
    """List the backups, show what one would change, or put it back; return the exit code."""
    flags = {word for word in args if word.startswith("--")}
    names = [word for word in args if word not in flags]
    listing = "--list" in flags
    fits = not names and "--yes" not in flags if listing else len(names) == 1 and bool(names[0])
    if not fits or not flags <= _FLAGS:
        complain(_USE)
        return USAGE
    paths = find_paths()
    if listing:
        return _list(paths.backups, as_json="--json" in flags)
    chosen = _find(names[0], paths.backups)
    held = restoring.look_at(chosen)
    if held.trouble:
        complain(f"{chosen} cannot be used: {held.trouble}. “deskbreak restore --list” shows all.")
        return INVALID_FILE if chosen.exists() else FAILED
    try:
        if "--yes" not in flags:
            return _preview(held, paths, flags)
        return _locked(held, paths, flags)
    except faults.ForeignError as error:
        complain(unsaved(error, paths.journal_file, English()))
        return INVALID_FILE
    except (faults.DamagedError, OSError) as error:
        said = str(error) if isinstance(error, faults.DamagedError) else reason_of(error)
        complain(f"Nothing was put back: {said}.")
        return FAILED


def _find(name: str, backups: Path) -> Path:
    """Return the file of that name, or the automatic backup of that name or day."""
    found = (Path(name), backups / name, backups / f"deskbreak-{name}.db")
    return next((path for path in found if path.is_file()), Path(name))


def _list(folder: Path, *, as_json: bool) -> int:
    every = restoring.held_in(folder)
    if as_json:
        say(json.dumps({"schema": 1, "backups": [_held_json(held) for held in every]}, indent=2))
    elif every:
        say("\n".join(f"{held.path.name:<32}{_held_text(held)}" for held in every))
        say("“deskbreak restore NAME” shows what it would change, and changes nothing.")
    else:
        say(f"There is no backup in {folder}.")
    return DONE


def _held_json(held: Held) -> dict[str, str | int | None]:
    return {
        "name": held.path.name,
        "path": str(held.path),
        "breaks": held.breaks,
        "first_day": held.first_day or None,
        "last_day": held.last_day or None,
        "trouble": held.trouble or None,
    }


def _held_text(held: Held) -> str:
    if held.trouble:
        return f"cannot be used: {held.trouble}"
    breaks = English().plural("{n} break", "{n} breaks", held.breaks)
    return f"{breaks}, {held.first_day} to {held.last_day}" if held.breaks else breaks


def _preview(held: Held, paths: Paths, flags: set[str]) -> int:
    found = restoring.compare(held.path, paths.journal_file)
    if "--json" in flags:
        _say_json(held, found, done=False)
        return DONE
    say("\n".join((f"{held.path}: {_held_text(held)}.", *_changes(found))))
    say("Nothing was changed. With --yes it is done; the present journal is kept beside it.")
    return DONE


def _changes(found: Difference | None) -> list[str]:
    if found is None:
        return ["The present journal is damaged, so what it holds beyond this is not known."]
    tr = English()
    told = (
        ("It brings back {n} break", "It brings back {n} breaks", found.gained),
        ("It takes away {n} break", "It takes away {n} breaks", found.lost),
        ("{n} break takes an older form", "{n} breaks take an older form", found.changed),
    )
    lines = [
        f"{tr.plural(one, many, len(days))} ({_span(days)})." for one, many, days in told if days
    ]
    if found.events_gained or found.events_lost:
        lines.append(
            f"Events, such as arriving and leaving: {found.events_gained} come back, "
            f"{found.events_lost} go."
        )
    return lines or ["It holds the same as the present journal."]


def _span(days: tuple[str, ...]) -> str:
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


def _locked(held: Held, paths: Paths, flags: set[str]) -> int:
    """Hold the program's lock, so that none runs or starts meanwhile."""
    for excuse in make_folders(paths):
        complain(excuse)
    try:
        lock = InstanceLock(paths.lock)
    except AlreadyRunningError:
        complain("deskbreak is running. Quit it first (“deskbreak quit”), then restore again.")
        return REFUSED
    try:
        found = restoring.compare(held.path, paths.journal_file)
        now = SystemClock().read().utc
        kept = restoring.put_back(held.path, paths.journal_file, paths.backups, now)
    finally:
        lock.release()
    if "--json" in flags:
        _say_json(held, found, done=True, kept=kept)
        return DONE
    say(f"{held.path.name} is the journal again: {_held_text(held)}.")
    if kept is not None:
        say(f"What was there before is kept as {kept}.")
    return DONE


def _say_json(
    held: Held, found: Difference | None, *, done: bool, kept: Path | None = None
) -> None:
    counts = (
        None
        if found is None
        else {
            "breaks_gained": len(found.gained),
            "breaks_lost": len(found.lost),
            "breaks_changed": len(found.changed),
            "days_gained": sorted(set(found.gained)),
            "days_lost": sorted(set(found.lost)),
            "events_gained": found.events_gained,
            "events_lost": found.events_lost,
        }
    )
    value = {
        "schema": 1,
        "done": done,
        "backup": _held_json(held),
        "changes": counts,
        "kept": None if kept is None else str(kept),
    }
    say(json.dumps(value, indent=2))
