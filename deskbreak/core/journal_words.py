"""The journal in plain words: for the Today and Log windows and for `deskbreak log`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from deskbreak.core.entry import Break, Discomfort, Outcome, Reason, StepDone, StepOutcome, Unit
from deskbreak.core.record.spans import Stretch
from deskbreak.core.status import Tally
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words

TitleOf = Callable[[str], str]
"""Turns the id of an exercise or a routine into its title."""


def plain_title(identifier: str) -> str:
    """Return a readable title for an id that no catalog knows: "back_twist" is "Back twist"."""
    return identifier.replace("_", " ").capitalize()


def clock_text(utc: int, utc_offset_s: int) -> str:
    """Return the local time of an instant, for example "14:05"."""
    zone = timezone(timedelta(seconds=utc_offset_s))
    return datetime.fromtimestamp(utc, tz=UTC).astimezone(zone).strftime("%H:%M")


def outcome_word(tr: Words, outcome: Outcome) -> str:
    """Return how a break ended, in a word or two."""
    return {
        Outcome.COMPLETED: tr("Done"),
        Outcome.PARTIAL: tr("Partly done"),
        Outcome.DISCOMFORT: tr("Stopped: it hurt"),
        Outcome.SKIPPED: tr("Skipped"),
        Outcome.MISSED: tr("Missed"),
        Outcome.NATURAL: tr("Away"),
        Outcome.MANUAL: tr("Added by hand"),
    }[outcome]


def reason_sentence(tr: Words, entry: Break) -> str:
    """Return why a break ended as it did, "" where the outcome says it all."""
    if entry.discomfort is not None:
        return _discomfort(tr, entry.discomfort)
    if entry.reason is None or entry.outcome in {Outcome.COMPLETED, Outcome.NATURAL}:
        return ""
    if entry.reason is Reason.PERSON:
        return _by_person(tr, entry.outcome)
    return {
        Reason.UNANSWERED: tr("The offer stayed unanswered."),
        Reason.PAUSE: tr("Reminders were paused."),
        Reason.ABSENCE: tr("Nobody was at the computer."),
        Reason.LUNCH: tr("Lunch came first."),
        Reason.DAY_END: tr("The office day ended first."),
        Reason.GOAL: tr("The day's goal was already reached."),
        Reason.SETTINGS: tr("The settings were changed."),
        Reason.QUIT: tr("deskbreak was closed."),
        Reason.CRASH: tr("deskbreak ended unexpectedly; what was done until then is kept."),
    }[entry.reason]


def _by_person(tr: Words, outcome: Outcome) -> str:
    return {
        Outcome.PARTIAL: tr("You finished early."),
        Outcome.SKIPPED: tr("You skipped it."),
    }.get(outcome, "")


def _discomfort(tr: Words, felt: Discomfort) -> str:
    return {
        Discomfort.STRETCH: tr("You felt a stretch."),
        Discomfort.UNPLEASANT: tr("It felt unpleasant."),
        Discomfort.PAIN: tr("It hurt."),
        Discomfort.SHARP: tr("You felt a sharp pain."),
    }[felt]


def span_of(entry: Break) -> Stretch:
    """Return when a break began, or was offered, and when it ended."""
    if entry.started_at is not None:
        return entry.started_at, entry.ended_at
    return entry.ended_at if entry.offered_at is None else entry.offered_at, entry.ended_at


def when_text(entry: Break) -> str:
    """Return the local time of a break, "14:05" or "14:05-14:10", as it was told there."""
    start, end = (clock_text(each, entry.utc_offset_s) for each in span_of(entry))
    return start if start == end else f"{start}-{end}"


def headline(tr: Words, entry: Break, title_of: TitleOf) -> str:
    """Return what a break was: its routine, or that it was a rest away from the desk."""
    if entry.outcome is Outcome.NATURAL:
        return tr("A rest away from the computer")
    if entry.outcome is Outcome.MANUAL and not entry.routine:
        return tr("A break away from the desk")
    if not entry.routine:
        return tr("A break was offered")
    return title_of(entry.routine)


def step_sentence(tr: Words, step: StepDone, title_of: TitleOf) -> str:
    """Return one exercise with what was done of it, for example "Back twist: 5 of 5"."""
    title = title_of(step.exercise)
    if step.outcome is StepOutcome.SKIPPED:
        return tr("{title}: left out", title=title)
    if step.unit is Unit.SECONDS:
        told = tr(
            "{title}: {done} of {planned} s",
            title=title,
            done=step.done_reps,
            planned=step.planned_reps,
        )
    else:
        told = tr.plural(
            "{title}: {done} of {n} repetition",
            "{title}: {done} of {n} repetitions",
            step.planned_reps,
            title=title,
            done=step.done_reps,
        )
    if step.outcome is StepOutcome.DISCOMFORT and step.done_reps < step.planned_reps:
        return tr("{told}, stopped because it hurt", told=told)
    if step.outcome is StepOutcome.DISCOMFORT:
        return tr("{told}, and it did not feel good", told=told)
    return told


def details(tr: Words, entry: Break) -> tuple[str, ...]:
    """Return the smaller facts of a break, each a short sentence, the reason first."""
    held = ", ".join(hold_word(tr, each) for each in entry.held_back_by)
    facts = (
        reason_sentence(tr, entry),
        tr.plural("Snoozed once.", "Snoozed {n} times.", entry.snoozes) if entry.snoozes else "",
        tr("Held back before: {reasons}.", reasons=held) if held else "",
        "" if entry.energy is None else tr("Energy after it: {n} of 5.", n=entry.energy),
        entry.note,
        "" if entry.corrected_at is None else corrected_sentence(tr, entry.corrected_at, entry),
    )
    return tuple(fact for fact in facts if fact)


def corrected_sentence(tr: Words, corrected_at: int, entry: Break) -> str:
    """Say when a person mended a break, by the clock of the place where it was done."""
    zone = timezone(timedelta(seconds=entry.utc_offset_s))
    local = datetime.fromtimestamp(corrected_at, tz=UTC).astimezone(zone)
    return tr("Corrected on {day} at {time}.", day=f"{local:%Y-%m-%d}", time=f"{local:%H:%M}")


def hold_word(tr: Words, name: str) -> str:
    """Return a reason to hold an offer back; an unknown one stays as it was written."""
    return {
        "meeting": tr("meeting"),
        "calendar": tr("calendar entry"),
        "fullscreen": tr("full screen"),
        "do_not_disturb": tr("do not disturb"),
        "meal": tr("after a meal"),
        "lunch": tr("lunch"),
        "day_end": tr("end of the day"),
        "goal": tr("goal reached"),
        "safety": tr("safety text not read yet"),
    }.get(name, name)


def goal_sentence(tr: Words, figures: Tally) -> str:
    """Return a day's minutes against its goal."""
    done = span_text(figures.seconds, tr)
    if figures.seconds >= figures.goal_s:
        return tr("{done} of exercise: the day's goal is reached", done=done)
    return tr("{done} of {goal} of exercise", done=done, goal=span_text(figures.goal_s, tr))


def day_sentence(tr: Words, figures: Tally) -> str:
    """Return a day's counts in one line, "" when nothing was written."""
    counts = (
        (figures.completed, tr("{n} done", n=figures.completed)),
        (figures.partial, tr("{n} partly done", n=figures.partial)),
        (figures.skipped, tr("{n} skipped", n=figures.skipped)),
        (figures.missed, tr("{n} missed", n=figures.missed)),
        (figures.natural, tr.plural("{n} rest away", "{n} rests away", figures.natural)),
    )
    return ", ".join(text for count, text in counts if count)
