"""Why the program does what it does now, in one sentence for every state and reason."""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.status import ScheduleView, StateName, Status
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.core.unfit import Unfit
from deskbreak.core.wording.care import better_question
from deskbreak.core.wording.times import clock_text, later_text, span_text
from deskbreak.core.words import Words

_FROM_OUTSIDE = frozenset({Hold.MEETING, Hold.CALENDAR, Hold.FULLSCREEN, Hold.DO_NOT_DISTURB})


def is_held(view: ScheduleView) -> bool:
    """Return whether a break that would come now is held back.

    A meeting long before the next break holds nothing back yet; the end of the day does.
    """
    if view.state is not StateName.WORKING or not view.held_back_by:
        return False
    due = view.next_break is None or view.next_break.earliest <= view.now.utc
    return due or not _FROM_OUTSIDE.issuperset(view.held_back_by)


def hold_text(hold: Hold, tr: Words) -> str:  # noqa: C901, PLR0911 - one return a reason is the clearest table
    """Say one reason to hold back as a clause: "you are in a meeting"."""
    match hold:
        case Hold.MEETING:
            return tr("you are in a meeting")
        case Hold.CALENDAR:
            return tr("your calendar shows a meeting")
        case Hold.FULLSCREEN:
            return tr("a window fills the screen")
        case Hold.DO_NOT_DISTURB:
            return tr("do not disturb is on")
        case Hold.MEAL:
            return tr("you ate not long ago")
        case Hold.LUNCH:
            return tr("it is lunchtime")
        case Hold.DAY_END:
            return tr("the working day ends soon")
        case Hold.GOAL:
            return tr("today's goal is reached")
        case Hold.SAFETY:
            return tr("exercise rests for your safety")
        case _:
            assert_never(hold)


def holds_text(view: ScheduleView, tr: Words) -> str:
    """Say all reasons that hold back now, joined: "it is lunchtime, do not disturb is on"."""
    return ", ".join(_with_programs(hold, view, tr) for hold in view.held_back_by)


def _with_programs(hold: Hold, view: ScheduleView, tr: Words) -> str:
    reason = hold_text(hold, tr)
    programs = ", ".join(cause.app for cause in view.causes if cause.hold is hold)
    return tr("{reason} ({programs})", reason=reason, programs=programs) if programs else reason


def ignore_text(cause: Cause, tr: Words) -> str:
    """Name the choice to let a program hold nothing back any more."""
    if cause.hold is Hold.FULLSCREEN:
        return tr("Ignore {program} in full screen", program=cause.app)
    return tr("Ignore calls in {program}", program=cause.app)


def ignored(entry: str, tr: Words) -> str:
    """Say that a program holds nothing back any more, and where to change that."""
    return tr(
        "{program} holds no break back any more; the settings file has it under ignore_apps.",
        program=entry.partition(":")[2] or entry,
    )


def state_title(view: ScheduleView, tr: Words) -> str:
    """Name the state in one or two words, as a heading."""
    if is_held(view):
        return tr("Held back")
    names = {
        StateName.OFF_DUTY: tr("Off duty"),
        StateName.WORKING: tr("Working"),
        StateName.OFFERING: tr("Time for a break"),
        StateName.SNOOZED: tr("Snoozed"),
        StateName.EXERCISING: tr("On a break"),
        StateName.AWAY: tr("Away"),
        StateName.PAUSED: tr("Paused"),
    }
    return names[view.state]


def next_break_sentence(view: ScheduleView, tr: Words) -> str:
    """Say when the next break comes."""
    coming = view.next_break
    now = view.now
    if coming is None:
        return tr("No break is planned.")
    if coming.earliest == coming.latest and coming.latest > now.utc:
        return tr("Next break at {time}.", time=clock_text(coming.earliest, now, tr))
    if coming.latest <= now.utc:
        return tr("The next break is due.")
    if coming.earliest <= now.utc:
        latest = clock_text(coming.latest, now, tr)
        return tr("Next break before {latest}, at the first quiet moment.", latest=latest)
    return tr(
        "Next break between {earliest} and {latest}, at the first quiet moment.",
        earliest=clock_text(coming.earliest, now, tr),
        latest=later_text(coming.latest, coming.earliest, now, tr),
    )


def why(view: ScheduleView, tr: Words) -> str:
    """Say in one sentence what goes on and for what reason."""
    match view.state:
        case StateName.OFF_DUTY:
            return _off_duty(view, tr)
        case StateName.WORKING:
            return _working(view, tr)
        case StateName.OFFERING:
            return _offering(view, tr)
        case StateName.SNOOZED:
            return _snoozed(view, tr)
        case StateName.EXERCISING:
            return tr("A break is running.")
        case StateName.AWAY:
            return tr("You are away; the sitting clock stands still.")
        case StateName.PAUSED:
            return _paused(view, tr)
        case _:
            assert_never(view.state)


def tooltip(status: Status, tr: Words) -> str:
    """Return the tray's tooltip: state, reason, today's minutes; it changes rarely by design."""
    today = tr(
        "Today: {done} of {goal}",
        done=span_text(status.today.seconds, tr),
        goal=span_text(status.today.goal_s, tr),
    )
    title = tr("deskbreak - {state}", state=state_title(status.schedule, tr))
    return "\n".join((title, status.why, today, *status.notices))


def _off_duty(view: ScheduleView, tr: Words) -> str:
    if view.opens is None:
        return tr("Outside office hours.")
    if Hold.LUNCH in view.held_back_by:
        opens = clock_text(view.opens, view.now, tr)
        return tr("It is lunchtime; office hours go on at {time}.", time=opens)
    return tr("Outside office hours until {time}.", time=clock_text(view.opens, view.now, tr))


def _working(view: ScheduleView, tr: Words) -> str:
    if view.asks_meeting and view.until is not None:
        time = clock_text(view.until, view.now, tr)
        return tr("Still in the meeting? Without an answer it is over at {time}.", time=time)
    if not is_held(view):
        sentence = next_break_sentence(view, tr)
        if not view.held_back_by:
            return sentence
        return tr("{sentence} Now: {reason}.", sentence=sentence, reason=holds_text(view, tr))
    reason = holds_text(view, tr)
    if view.held_since is None:
        return tr("Held back: {reason}.", reason=reason)
    since = clock_text(view.held_since, view.now, tr)
    return tr("Held back since {time}: {reason}.", time=since, reason=reason)


def _offering(view: ScheduleView, tr: Words) -> str:
    if not view.held_back_by:
        return tr("It is time for a break: start, snooze or skip it.")
    reason = holds_text(view, tr)
    return tr("A break is due; only this icon asks, because {reason}.", reason=reason)


def _snoozed(view: ScheduleView, tr: Words) -> str:
    if view.until is None:
        return tr("Snoozed.")
    return tr("Snoozed until {time}.", time=clock_text(view.until, view.now, tr))


def _paused(view: ScheduleView, tr: Words) -> str:
    if view.pause_why == Unfit.HURT:
        rests = tr("Breaks rest because you hurt your back.")
        return f"{rests} {better_question(tr)}" if view.asks_better else rests
    if view.until is None:
        return tr("Paused until you resume.")
    time = clock_text(view.until, view.now, tr)
    if view.pause_why == Unfit.UNWELL:
        return tr("You are not well today; breaks come again {time}.", time=time)
    return tr("Paused until {time}.", time=time)
