"""What a person is told when the record was mended, or why it was not."""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.by_hand import Unfitting
from deskbreak.core.entry import Break
from deskbreak.core.journal_words import when_text
from deskbreak.core.record.versions import Mended
from deskbreak.core.wishes import LONGEST_ADDED_MIN, LONGEST_NOTE
from deskbreak.core.words import Words


def mended_sentence(entry: Break, what: Mended, tr: Words) -> str:
    """Say what was done to a break."""
    values = {"day": entry.day, "time": when_text(entry)}
    match what:
        case Mended.ADDED:
            return tr("The break of {day}, {time}, is written down.", **values)
        case Mended.NOTED if entry.note:
            return tr("The note stands with the break of {day}, {time}.", **values)
        case Mended.NOTED:
            return tr("The break of {day}, {time}, has no note any more.", **values)
        case Mended.DELETED:
            return tr("The break of {day}, {time}, is out of the record.", **values)
        case _:
            assert_never(what)


def undone_sentence(entry: Break, what: Mended, tr: Words) -> str:
    """Say what was taken back."""
    values = {"day": entry.day, "time": when_text(entry)}
    match what:
        case Mended.ADDED:
            return tr("Undone: the break of {day}, {time}, is out of the record again.", **values)
        case Mended.NOTED:
            return tr("Undone: the note of the break of {day}, {time}, is as before.", **values)
        case Mended.DELETED:
            return tr("Undone: the break of {day}, {time}, is back in the record.", **values)
        case _:
            assert_never(what)


def unfit_sentence(why: Unfitting, tr: Words) -> str:
    """Say why a break cannot be written down."""
    return {
        Unfitting.LENGTH: tr("A break has 1 to {most} minutes.", most=LONGEST_ADDED_MIN),
        Unfitting.NOTE: tr("A note has at most {most} letters.", most=LONGEST_NOTE),
        Unfitting.DAY: tr("A day is written as 2026-11-22 and is not before 1970."),
        Unfitting.TIME: tr("Say at what time of that day the break began."),
        Unfitting.FUTURE: tr("That break would end later than now; write it down when it is done."),
    }[why]


def overlap_sentence(other: Break, tr: Words) -> str:
    """Say which break is there already."""
    return tr(
        "There is a break in the record already: {day}, {time}.",
        day=other.day,
        time=when_text(other),
    )


def many_sentence(name: str, tr: Words) -> str:
    """Say that an id could mean several breaks."""
    return tr("Several breaks have an id that begins with {id}: give more of it.", id=name)


def unknown_sentence(name: str, tr: Words) -> str:
    """Say that an id means no break."""
    return tr("No break in the record has an id that begins with {id}.", id=name)
