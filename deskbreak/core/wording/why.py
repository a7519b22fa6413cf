"""Why, in full: the next break, what holds it back, what was decided last, what is noticed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskbreak.core.last_decision import Decided
from deskbreak.core.senses import Sense, SenseReport
from deskbreak.core.status import ScheduleView, StateName
from deskbreak.core.wording.decided import decision_sentence
from deskbreak.core.wording.reasons import hold_text, next_break_sentence, why
from deskbreak.core.wording.times import clock_text, span_text
from deskbreak.core.words import Words

_WAITING = frozenset({StateName.WORKING, StateName.OFFERING, StateName.SNOOZED, StateName.AWAY})


@dataclass(frozen=True, slots=True)
class Reasons:
    """One heading and the sentences below it."""

    title: str
    lines: tuple[str, ...]


def all_reasons(
    view: ScheduleView, decided: Decided | None, senses: Sequence[SenseReport], tr: Words
) -> tuple[Reasons, ...]:
    """Return everything that explains what the program does now.

    Args:
        view: what the schedule shows.
        decided: what was decided last today, None for nothing yet.
        senses: how each sense fares.
        tr: the language.
    """
    found = [Reasons(tr("Next break"), tuple(_coming(view, tr)))]
    if view.state in _WAITING:
        found.append(Reasons(tr("What holds it back"), tuple(_held(view, tr))))
    last = tr("Nothing yet today.") if decided is None else decision_sentence(decided, view.now, tr)
    found.append(Reasons(tr("Decided last"), (last,)))
    works = tuple(sense_sentence(each, tr) for each in senses if each.works)
    others = tuple(sense_sentence(each, tr) for each in senses if not each.works)
    found += [Reasons(tr("Noticed by itself"), works)] if works else []
    found += [Reasons(tr("Not noticed here"), others)] if others else []
    return tuple(found)


def reasons_text(reasons: Sequence[Reasons]) -> str:
    """Return reasons as lines for a terminal."""
    return "\n".join(
        line for each in reasons for line in (each.title, *(f"  {said}" for said in each.lines))
    )


def sense_sentence(report: SenseReport, tr: Words) -> str:
    """Say how one sense fares: by which member, or why not."""
    name = sense_name(report.sense, tr)
    if report.works:
        return tr("{sense}: {member}, {how}.", sense=name, member=report.member, how=report.why)
    return tr("{sense}: {reason}.", sense=name, reason=report.why)


def sense_name(sense: Sense, tr: Words) -> str:
    """Name what is sensed."""
    return {
        Sense.IDLE: tr("Idle time"),
        Sense.LOCK: tr("Screen lock"),
        Sense.SLEEP: tr("Sleep"),
        Sense.CLOCK: tr("Resume and clock steps"),
        Sense.MICROPHONE: tr("Microphone"),
        Sense.CAMERA: tr("Camera"),
        Sense.SHARING: tr("Screen sharing"),
        Sense.CALENDAR: tr("Calendar"),
        Sense.FULLSCREEN: tr("Full screen"),
        Sense.DO_NOT_DISTURB: tr("Do not disturb"),
    }[sense]


def _coming(view: ScheduleView, tr: Words) -> list[str]:
    if view.state is StateName.WORKING and view.due:
        first = tr("A break is due and waits.")
    elif view.state is StateName.WORKING:
        first = next_break_sentence(view, tr)
    else:
        first = why(view, tr)
    if view.state not in _WAITING or view.sitting_s <= 0:
        return [first]
    return [first, tr("You have been sitting for {span}.", span=span_text(view.sitting_s, tr))]


def _held(view: ScheduleView, tr: Words) -> list[str]:
    if not view.holds:
        return [tr("Nothing.")]
    lines = []
    for hold, since in view.holds:
        programs = ", ".join(cause.app for cause in view.causes if cause.hold is hold)
        reason = hold_text(hold, tr)
        said = reason[:1].upper() + reason[1:]
        if programs:
            said = tr("{reason} ({programs})", reason=said, programs=programs)
        time = clock_text(since, view.now, tr)
        lines.append(tr("{reason}, since {time}.", reason=said, time=time))
    if view.asks_from is not None:
        time = clock_text(view.asks_from, view.now, tr)
        lines.append(tr("At {time} the tray icon asks all the same.", time=time))
    elif view.state is StateName.WORKING and not view.due:
        lines.append(tr("A break that fell due now would wait."))
    return lines
