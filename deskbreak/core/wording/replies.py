"""What the program answers to a wish: done or refused, and one sentence that says why."""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.command import (
    Ate,
    Code,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Reply,
    Resume,
    Skip,
    Snooze,
    Start,
    Unskip,
)
from deskbreak.core.leaving import Quit
from deskbreak.core.safety import Asking, asking_sentence
from deskbreak.core.status import ScheduleView, StateName
from deskbreak.core.timing.event import Ask
from deskbreak.core.unfit import PauseUnfit, Unfit
from deskbreak.core.wording import care
from deskbreak.core.wording.times import clock_text
from deskbreak.core.words import Words

_OPEN_OFFER = (StateName.OFFERING, StateName.SNOOZED)


def reply_to(ask: Ask, before: ScheduleView, after: ScheduleView, tr: Words) -> Reply:
    """Answer what the schedule was asked, from its view before and after the wish."""
    match ask:
        case Start() | Snooze() | Skip() | Unskip():
            return _about_the_break(ask, before, after, tr)
        case PauseFor() | PauseUntilTime() | PauseUntilTomorrow() | PauseToday() | PauseOpen():
            return _paused(before, after, tr)
        case PauseUnfit(reason):
            return _unfit(reason, before, after, tr)
        case Resume(better):
            return _resumed(better, before, tr)
        case InMeeting() | MeetingOver():
            return _meeting(ask, before, after, tr)
        case Ate():
            return _ate(ask, tr)
        case Quit():
            return _done(tr("deskbreak ends."))
        case _:
            assert_never(ask)


def safety_first(asking: Asking, tr: Words) -> Reply:
    """Refuse to start before the safety page was answered; it is open now."""
    if asking is Asking.FIRST:
        return _refused(tr("Please read the safety page first; it is open now."))
    return _refused(f"{asking_sentence(asking, tr)} {tr('It is open now.')}")


def doctor_first(tr: Words) -> Reply:
    """Refuse to start what a doctor has not agreed to."""
    return _refused(
        tr(
            "Please talk to your doctor first; posture checks work meanwhile. When your doctor "
            "has agreed, say so on the safety page: Safety in the tray menu, or "
            "deskbreak show safety"
        )
    )


def back_first(tr: Words) -> Reply:
    """Refuse to start while a hurt back rests."""
    way = tr("When it is, say so: deskbreak resume yes")
    return _refused(f"{tr('Your back rests.')} {care.better_question(tr)} {way}")


def _about_the_break(
    ask: Start | Snooze | Skip | Unskip, before: ScheduleView, after: ScheduleView, tr: Words
) -> Reply:
    match ask:
        case Start():
            return _started(ask, before, tr)
        case Snooze():
            return _snoozed(before, after, tr)
        case Skip():
            if before.state in _OPEN_OFFER:
                return _done(tr("Skipped. You can undo this for a minute."))
            return _refused(tr("There is no break to skip."))
        case Unskip():
            if before.can_unskip:
                return _done(tr("The break is on offer again."))
            return _refused(tr("There is no skip left to undo."))
        case _:
            assert_never(ask)


def _started(ask: Start, before: ScheduleView, tr: Words) -> Reply:
    if before.state is StateName.EXERCISING:
        return _done(tr("The break is already running; its window is in front."))
    if ask.missed and not before.missed_offer:
        return _refused(tr("There is no missed break to make up."))
    return _done(tr("The break starts."))


def _snoozed(before: ScheduleView, after: ScheduleView, tr: Words) -> Reply:
    if before.state not in _OPEN_OFFER:
        return _refused(tr("There is no break to snooze."))
    if not before.can_snooze:
        return _refused(tr("No snooze is left for this break: start it or skip it."))
    if after.state is not StateName.SNOOZED or after.until is None:
        said = tr("Snoozed; lunch or closing comes first, so it ends this offer.")
        return Reply(Code.DONE, said, notable=True)
    time = clock_text(after.until, after.now, tr)
    coming = after.next_break
    if coming is not None and coming.earliest > after.until:
        later = clock_text(coming.earliest, after.now, tr)
        said = tr(
            "Snoozed until {time}; that is past lunch or closing: next at {later}.",
            time=time,
            later=later,
        )
        return Reply(Code.DONE, said, notable=True)
    return _done(tr("Snoozed until {time}.", time=time))


def _paused(before: ScheduleView, after: ScheduleView, tr: Words) -> Reply:
    if before.pause_why == Unfit.HURT:
        return back_first(tr)
    if after.state is not StateName.PAUSED:
        return _refused(tr("Reminders cannot be paused while a break is running."))
    if after.until is None:
        return _done(tr("Paused until you resume."))
    return _done(tr("Paused until {time}.", time=clock_text(after.until, after.now, tr)))


def _unfit(reason: Unfit, before: ScheduleView, after: ScheduleView, tr: Words) -> Reply:
    if before.pause_why == Unfit.HURT or after.state is not StateName.PAUSED:
        return _paused(before, after, tr)
    if reason is Unfit.HURT:
        return _done(_advised(care.hurt_back(tr)))
    return Reply(Code.DONE, care.unwell(tr), notable=True)


def _advised(advice: care.Advice) -> str:
    return "\n".join((f"{advice.title}.", *advice.lines))


def _resumed(
    better: bool | None,  # noqa: FBT001 - an answer, as the command carries it
    before: ScheduleView,
    tr: Words,
) -> Reply:
    if before.pause_why == Unfit.HURT:
        if better is None:
            ways = tr("Answer with: deskbreak resume yes - or: deskbreak resume no")
            return _refused(f"{care.better_question(tr)} {ways}")
        said = care.better_yes(tr) if better else care.better_no(tr)
        return Reply(Code.DONE, said, notable=True)
    if before.state is StateName.PAUSED:
        return _done(tr("Reminders run again."))
    return _refused(tr("Nothing is paused."))


def _meeting(
    ask: InMeeting | MeetingOver, before: ScheduleView, after: ScheduleView, tr: Words
) -> Reply:
    if isinstance(ask, MeetingOver):
        if before.in_meeting:
            return _done(tr("The meeting is over."))
        return _refused(tr("No meeting was announced."))
    if after.in_meeting_until is None:
        return _done(tr("In a meeting until you say that it is over."))
    time = clock_text(after.in_meeting_until, after.now, tr)
    return _done(tr("In a meeting until {time}.", time=time))


def _ate(ask: Ate, tr: Words) -> Reply:
    if ask.meal is Meal.NOTHING:
        return _done(tr("Noted: no meal. Exercise need not wait for one."))
    if ask.meal is Meal.MEAL:
        return _done(tr("Noted: a meal. Exercise waits until it has settled."))
    return _done(tr("Noted: a snack. Exercise waits a little."))


def _done(sentence: str) -> Reply:
    return Reply(Code.DONE, sentence)


def _refused(sentence: str) -> Reply:
    return Reply(Code.REFUSED, sentence)
