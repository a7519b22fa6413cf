"""`deskbreak log`: the journal in a terminal, with the program running or closed."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial

from deskbreak.adapters.catalog import title_of
from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.journal.reader import JournalReader
from deskbreak.adapters.paths import find_paths, site_config_file
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.cli import log_mend
from deskbreak.cli.client import ask
from deskbreak.cli.journal_access import tell_of_bad_rows, with_journal
from deskbreak.cli.say import complain, say
from deskbreak.core.coach.past import goal_then
from deskbreak.core.dose import goal_in
from deskbreak.core.entry import Break, Happening
from deskbreak.core.exit_code import DONE, USAGE
from deskbreak.core.journal_text import Telling, day_text
from deskbreak.core.record.as_json import event_to_json, version_to_json
from deskbreak.core.record.days import day_bounds
from deskbreak.core.record.table import HEADER, table_row
from deskbreak.core.record.versions import Version
from deskbreak.core.settings.values import Office
from deskbreak.core.timing.workday import day_of
from deskbreak.core.words import English

_USE = (
    "Use: deskbreak log [--day D|--from D --to D] [--events] [--ids] [--json|--csv]\n"
    "     deskbreak log add|note|delete|undo"
)
_DAY_OPTIONS = ("--day", "--from", "--to")
_FLAGS = ("--events", "--ids", "--json", "--csv")


class _UsageError(Exception):
    """The words make no sense; the sentence says what would be right."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the words ask for; no `first` is today."""

    first: date | None
    last: date | None
    flags: frozenset[str]


def run(args: list[str]) -> int:
    """Print the journal of the days asked for, or mend it, and return the exit code."""
    if args[:1] and args[0] in log_mend.VERBS:
        return log_mend.run(args[0], args[1:])
    try:
        asked = _asked(args)
    except _UsageError as error:
        complain(f"{error}\n{_USE}" if str(error) else _USE)
        return USAGE
    settings, _ = SettingsToml(find_paths().config_file, site=site_config_file()).load()
    now = SystemClock().read()
    today = _program_day() or day_of(now.utc, settings.office, now.zone)
    days = (asked.first or today, asked.last or today)

    def use(journal: JournalReader) -> int:
        _print(journal, asked.flags, days, settings.office, now.zone)
        tell_of_bad_rows(journal)
        return DONE

    return with_journal(use)


def _asked(args: list[str]) -> _Asked:
    """Read the words of the command line; `--day=D` is the same as `--day D`."""
    days: dict[str, date] = {}
    flags: set[str] = set()
    words = [part for word in args for part in word.split("=", 1)]
    while words:
        word = words.pop(0)
        if word in _FLAGS:
            flags.add(word)
        elif word in _DAY_OPTIONS and word not in days:
            days[word] = _day(word, words)
        else:
            raise _UsageError
    if {"--json", "--csv"} <= flags or {"--events", "--csv"} <= flags:
        raise _UsageError("--csv stands alone: a table holds breaks only.")
    first, last = _span(days)
    return _Asked(first, last, frozenset(flags))


def _day(option: str, words: list[str]) -> date:
    text = words.pop(0) if words else ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _UsageError(f"{option} takes a day as 2026-11-22, not {text!r}.") from None
    if not date(1970, 1, 2) <= day <= date(9999, 12, 29):
        raise _UsageError(f"{option} takes a day from 1970-01-02 on, not {text}.")
    return day


def _span(days: dict[str, date]) -> tuple[date | None, date | None]:
    if "--day" in days and len(days) > 1:
        raise _UsageError("Either --day, or --from and --to.")
    if ("--from" in days) != ("--to" in days):
        raise _UsageError("--from and --to go together.")
    first = days.get("--day") or days.get("--from")
    last = days.get("--day") or days.get("--to")
    if first is not None and last is not None and last < first:
        raise _UsageError("--to is before --from.")
    return first, last


def _program_day() -> date | None:
    """Return the running program's day: its clock may run faster than ours."""
    answer = ask("day")
    if answer is None or answer.code:
        return None
    told = answer.data.get("day") if isinstance(answer.data, dict) else answer.text
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


def _print(
    journal: JournalReader,
    flags: frozenset[str],
    days: tuple[date, date],
    office: Office,
    zone: tzinfo,
) -> None:
    first, last = days
    start = day_bounds(first, office, zone)[0]
    end = day_bounds(last, office, zone)[1]
    happenings = journal.happenings(start, end) if "--events" in flags else ()
    if "--json" in flags:
        say(_as_json(journal.latest(first.isoformat(), last.isoformat()), happenings))
        return
    breaks = journal.breaks(first.isoformat(), last.isoformat())
    if "--csv" in flags:
        say(_as_csv(breaks))
    else:
        say(_as_text(days, breaks, happenings, (office, zone), ids="--ids" in flags))


def _as_json(versions: tuple[Version, ...], happenings: tuple[Happening, ...]) -> str:
    standing = (version for version in versions if not version.deleted)
    entries = [(each.entry.ended_at, version_to_json(each)) for each in standing]
    entries += [(each.at, event_to_json(each)) for each in happenings]
    entries.sort(key=lambda entry: entry[0])
    return json.dumps([value for _, value in entries], indent=2)


def _as_csv(breaks: tuple[Break, ...]) -> str:
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(table_row(entry) for entry in breaks)
    return table.getvalue().rstrip("\n")


def _as_text(
    days: tuple[date, date],
    breaks: tuple[Break, ...],
    happenings: tuple[Happening, ...],
    place: tuple[Office, tzinfo],
    *,
    ids: bool,
) -> str:
    """Return each day that has entries; a single day always, and one sentence for none at all."""
    first, last = days
    of_day: dict[str, tuple[list[Break], list[tuple[Happening, int]]]] = {}
    for entry in breaks:
        of_day.setdefault(entry.day, ([], []))[0].append(entry)
    for each in happenings:
        day = day_of(each.at, *place).isoformat()
        of_day.setdefault(day, ([], []))[1].append((each, _offset(each.at, place[1])))
    if first == last:
        of_day.setdefault(first.isoformat(), ([], []))
    tr = English()
    telling = Telling(tr, partial(title_of, tr), ids)
    texts = [
        day_text(day, tuple(found[0]), tuple(found[1]), goal_then(found[0], goal_in(1)), telling)
        for day, found in sorted(of_day.items())
    ]
    return "\n\n".join(texts) or f"{first} to {last}: no breaks were written."


def _offset(utc: int, zone: tzinfo) -> int:
    offset = datetime.fromtimestamp(utc, tz=UTC).astimezone(zone).utcoffset()
    return 0 if offset is None else offset // timedelta(seconds=1)
