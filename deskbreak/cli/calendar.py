"""`deskbreak calendar`: what is read of a calendar file, its days off and busy times.

The running program reads the calendar through this command too, so that a file which keeps its
reader busy for ever, or fills the memory, hurts nobody.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, INVALID_FILE, USAGE

if TYPE_CHECKING:
    # Only the name: its libraries are an extra, and loaded when there is a file to read.
    from deskbreak.adapters.attention.calendar_events import CalendarDays

_USE = "Use: deskbreak calendar [FILE] [--from YYYY-MM-DD] [--days N] [--json]"
_DAYS, _MOST_DAYS = 14, 400
_MOST_BYTES = 20_000_000
_SECONDS, _MEMORY = 30, 1_000_000_000
_MISSING = (
    "Calendars are read by icalendar and recurring-ical-events, which are not installed: "
    "pip install 'deskbreak[calendar]'."
)


class _UsageError(Exception):
    """The words do not fit the command."""


def run(args: list[str]) -> int:
    """Print what the calendar says; 4 when the file is no calendar."""
    from deskbreak.adapters.clock import SystemClock  # noqa: PLC0415 - only when asked

    now = SystemClock().read()
    try:
        file, first, days, as_json = _words(args, now.local().date())
    except _UsageError:
        complain(_USE)
        return USAGE
    if not file:
        complain("Your settings name no calendar; office.calendar takes the path of an .ics file.")
        return FAILED
    try:
        from deskbreak.adapters.attention.calendar_events import (  # noqa: PLC0415 - an extra
            read_calendar,
        )
    except ImportError:
        complain(_MISSING)
        return FAILED
    _bind()
    path = Path(file).expanduser()
    try:
        found = read_calendar(_bytes_of(path), first, days, now.zone)
    except OSError as error:
        complain(f"{path}: {error.strerror or error}.")
        return FAILED
    except (ValueError, MemoryError, RecursionError) as error:
        complain(f"{path} {str(error) or 'asks for too much'}.")
        return INVALID_FILE
    say(_as_json(found) if as_json else _as_text(found, now.zone))
    return DONE


def _bytes_of(path: Path) -> bytes:
    """Return what is in a file that is a file; a pipe or a device would be waited for."""
    from deskbreak.adapters.careful_file import read_bytes  # noqa: PLC0415 - only when asked

    return read_bytes(path, _MOST_BYTES)


def _words(args: list[str], today: date) -> tuple[str, date, int, bool]:
    words, first, days = [each for each in args if each != "--json"], today, _DAYS
    try:
        while len(words) > 1 and words[-2] in {"--from", "--days"}:
            value, name = words.pop(), words.pop()
            if name == "--from":
                first = date.fromisoformat(value)
            else:
                days = int(value)
    except ValueError as error:
        raise _UsageError from error
    if len(words) > 1 or not 1 <= days <= _MOST_DAYS or any(one.startswith("-") for one in words):
        raise _UsageError
    return words[0] if words else _chosen(), first, days, "--json" in args


def _chosen() -> str:
    from deskbreak.adapters.paths import find_paths, site_config_file  # noqa: PLC0415 - when asked
    from deskbreak.adapters.settings_toml import SettingsToml  # noqa: PLC0415 - likewise

    settings, _ = SettingsToml(find_paths().config_file, site=site_config_file()).load()
    return settings.office.calendar


def _bind() -> None:
    """Let the system end this process when it takes too long or too much."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _as_json(found: CalendarDays) -> str:
    off = [day.isoformat() for day in found.days_off]
    return json.dumps({"schema": 1, "busy": found.busy, "days_off": off})


def _as_text(found: CalendarDays, zone: tzinfo) -> str:
    lines = [f"{day:%a %Y-%m-%d}  day off" for day in found.days_off]
    lines += [
        f"{datetime.fromtimestamp(start, zone):%a %Y-%m-%d  %H:%M}"
        f"-{datetime.fromtimestamp(end, zone):%H:%M}  busy"
        for start, end in found.busy
    ]
    return "\n".join(sorted(lines, key=lambda line: line[4:])) or "Nothing in these days."
