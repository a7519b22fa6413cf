"""Breaks as events of a calendar file, after RFC 5545: UTC, CRLF, lines of at most 75 octets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from deskbreak.core.entry import Break
from deskbreak.core.record.versions import Version

_FOLD = 75


def calendar(events: Iterable[str]) -> Iterator[str]:
    """Return the parts of a calendar file around its events."""
    yield _lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//deskbreak//deskbreak//EN",
        "CALSCALE:GREGORIAN",
    )
    yield from events
    yield _lines("END:VCALENDAR")


def event(version: Version, title: str, text: str) -> str:
    """Return the event of a break that ran; it takes up no time in its person's calendar.

    The identifier comes from the break's id and the stamp from its last change, so the same
    break is the same event in every file, and a calendar that reads a newer file brings its own
    event up to date. The title and the text are for people.
    """
    entry = version.entry
    changed = entry.ended_at if version.changed_at is None else version.changed_at
    return _lines(
        "BEGIN:VEVENT",
        f"UID:{_escaped(entry.id)}@deskbreak",
        f"DTSTAMP:{_instant(changed)}",
        f"LAST-MODIFIED:{_instant(changed)}",
        f"DTSTART:{_instant(began(entry))}",
        f"DTEND:{_instant(entry.ended_at)}",
        f"SUMMARY:{_escaped(title)}",
        *([f"DESCRIPTION:{_escaped(text)}"] if text else []),
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def began(entry: Break) -> int:
    """Return when a break began, never later than it ended: a clock may have been set back."""
    return min(entry.ended_at, entry.ended_at if entry.started_at is None else entry.started_at)


def _lines(*lines: str) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    """Fold a line into pieces of whole letters; each piece but the first begins with a blank."""
    pieces, piece, size = list[str](), "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > _FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return "\r\n".join([*pieces, piece])


def _instant(utc: int) -> str:
    return datetime.fromtimestamp(utc, tz=UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = plain.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join("".join(filter(_is_plain, line)) for line in lines)


def _is_plain(letter: str) -> bool:
    """Return whether a letter may stand in a text: no control character, no half of a pair."""
    return letter == "\t" or (letter >= " " and letter != "\x7f" and not _is_half(letter))


def _is_half(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff"
