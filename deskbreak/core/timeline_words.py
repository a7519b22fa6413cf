"""The day's line in words: its legend, and what a screen reader and a tooltip say."""

from __future__ import annotations

from datetime import UTC, datetime

from deskbreak.core.entry import Happening, What
from deskbreak.core.journal_words import hold_word
from deskbreak.core.timeline import DayLine, LineMark, LineSpan, MarkKind, SpanKind
from deskbreak.core.words import Words


def span_word(tr: Words, kind: SpanKind) -> str:
    """Return what a span shows, as the legend says it."""
    return {
        SpanKind.OFFICE: tr("Office hours"),
        SpanKind.LUNCH: tr("Lunch"),
        SpanKind.SITTING: tr("Sitting"),
        SpanKind.AWAY: tr("Away"),
        SpanKind.PAUSED: tr("Paused"),
        SpanKind.HELD: tr("Held back"),
        SpanKind.PLANNED: tr("Next break"),
        SpanKind.BREAK: tr("Break"),
    }[kind]


def mark_word(tr: Words, kind: MarkKind) -> str:
    """Return what a mark shows, as the legend says it."""
    return {
        MarkKind.OFFERED: tr("Offered"),
        MarkKind.SNOOZED: tr("Snoozed"),
        MarkKind.COMPLETED: tr("Break done"),
        MarkKind.PARTIAL: tr("Break partly done"),
        MarkKind.DISCOMFORT: tr("Break stopped: it hurt"),
        MarkKind.SKIPPED: tr("Break skipped"),
        MarkKind.MISSED: tr("Break missed"),
        MarkKind.MANUAL: tr("Break added by hand"),
        MarkKind.PLANNED: tr("Next break"),
    }[kind]


def happening_sentence(tr: Words, happening: Happening) -> str:
    """Return an event in a few words, with what is known about it."""
    what = {
        What.ARRIVED: tr("Arrived"),
        What.LEFT: tr("Left"),
        What.OFFERED: tr("Offered"),
        What.WITHDRAWN: tr("Offer withdrawn"),
        What.SNOOZED: tr("Snoozed"),
        What.HELD: tr("Held back"),
        What.RELEASED: tr("No longer held back"),
        What.PAUSED: tr("Paused"),
        What.RESUMED: tr("Resumed"),
        What.ATE: tr("Ate"),
        What.SETTINGS: tr("Settings changed"),
        What.STARTED: tr("deskbreak started"),
        What.QUIT: tr("deskbreak ended"),
        What.CLOCK: tr("The clock was changed"),
    }[happening.what]
    data = dict(happening.data)
    reason, minutes = data.get("reason"), data.get("minutes")
    if isinstance(reason, str):
        return tr("{what} ({reason})", what=what, reason=hold_word(tr, reason))
    if isinstance(minutes, int):
        return tr("{what} ({minutes} min)", what=what, minutes=minutes)
    return what


def local_clock(line: DayLine, at: int) -> str:
    """Return the local time of an instant on the line, for example "14:05"."""
    return datetime.fromtimestamp(at, tz=UTC).astimezone(line.zone).strftime("%H:%M")


def span_sentence(tr: Words, line: DayLine, span: LineSpan) -> str:
    """Return a span with its times, for example "Sitting 09:02-11:10"."""
    what = span_word(tr, span.kind)
    if span.by:
        what = tr("{what} ({reason})", what=what, reason=hold_word(tr, span.by))
    return f"{what} {local_clock(line, span.start)}-{local_clock(line, span.end)}"


def mark_sentence(tr: Words, line: DayLine, mark: LineMark) -> str:
    """Return a mark with its time, for example "Offered 11:10"."""
    return f"{mark_word(tr, mark.kind)} {local_clock(line, mark.at)}"


def told_at(tr: Words, line: DayLine, at: int, reach_s: int) -> str:
    """Return what is on the line at an instant; marks count within `reach_s` of it."""
    told = [mark_sentence(tr, line, mark) for mark in line.marks if abs(mark.at - at) <= reach_s]
    told += [span_sentence(tr, line, span) for span in line.spans if span.start <= at < span.end]
    return "\n".join(told)


def line_description(tr: Words, line: DayLine) -> str:
    """Return the whole line in words, in the order of time."""
    spans = [(span.start, span_sentence(tr, line, span)) for span in line.spans]
    marks = [(mark.at, mark_sentence(tr, line, mark)) for mark in line.marks]
    told = "; ".join(text for _, text in sorted(spans + marks))
    return told or tr("Nothing is on this day's line")
