"""The forms of an export, each as parts that are written as they come."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from deskbreak.adapters.catalog import title_of
from deskbreak.adapters.journal.event_rows import EventPage
from deskbreak.adapters.journal.reader import JournalReader
from deskbreak.core.journal import EXERCISED
from deskbreak.core.journal_words import details, headline, step_sentence
from deskbreak.core.record import ical
from deskbreak.core.record.as_json import event_to_json, tombstone_to_json, version_to_json
from deskbreak.core.record.table import HEADER, table_row
from deskbreak.core.record.versions import Version, shown
from deskbreak.core.words import English

_EVENTS_AT_ONCE = 1000
_NO_EVENTS = EventPage((), None)
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an export: what it calls one part and `n` of them, and what stands around them."""

    one: str
    many: str
    around: int
    parts: Callable[[JournalReader], Iterator[str]]


def form_of(path: str) -> Form:
    """Return the form that the end of a file's name asks for."""
    if path.lower().endswith(".csv"):
        return Form("1 break", "{n} breaks", 1, _table)
    if path.lower().endswith(".ics"):
        return Form("1 break", "{n} breaks", 2, _calendar)
    return Form("1 entry", "{n} entries", 0, _lines)


def _lines(journal: JournalReader) -> Iterator[str]:
    """Give every break by its month, then every event, then what is deleted; ids settle ties."""
    for version in _standing(journal):
        yield _line(version_to_json(version))
    page = journal.next_events(None, _EVENTS_AT_ONCE)
    while page.events or page.place is not None:
        for each in page.events:
            yield _line(event_to_json(each))
        page = journal.next_events(page.place, _EVENTS_AT_ONCE) if page.place else _NO_EVENTS
    for tombstone in journal.tombstones():
        yield _line(tombstone_to_json(tombstone))


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _table(journal: JournalReader) -> Iterator[str]:
    """Give a row for each break; spreadsheets know by the first letter that it is UTF-8."""
    yield _BOM + _row(HEADER)
    for version in _standing(journal):
        yield _row(table_row(shown(version)))


def _row(cells: tuple[str, ...]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _calendar(journal: JournalReader) -> Iterator[str]:
    """Give an event for each break in which somebody exercised."""
    tr = English()
    named = partial(title_of, tr)

    def told(version: Version) -> str:
        entry = shown(version)
        steps = (step_sentence(tr, step, named) for step in entry.steps)
        text = "\n".join([*steps, *details(tr, entry)])
        return ical.event(version, headline(tr, entry, named), text)

    exercised = (each for each in _standing(journal) if each.entry.outcome in EXERCISED)
    return ical.calendar(map(told, exercised))


def _standing(journal: JournalReader) -> Iterator[Version]:
    """Give every break as it stands, a month at a time, in an order that the ids settle."""
    for month in journal.months():
        found = journal.latest(f"{month}-01", f"{month}-31")
        standing = [version for version in found if not version.deleted]
        yield from sorted(standing, key=lambda each: (each.entry.ended_at, each.entry.id))
