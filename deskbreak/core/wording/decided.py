"""What was decided last, in a sentence with its time."""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.entry import Break, Happening, Outcome, Reason, What
from deskbreak.core.last_decision import Decided, decided_at
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.wording.reasons import hold_text
from deskbreak.core.wording.times import clock_text
from deskbreak.core.words import Words

_HOLDS = frozenset(hold.value for hold in Hold)


def decision_sentence(decided: Decided, now: Moment, tr: Words) -> str:
    """Say what was decided, and when."""
    said = _ended(decided, tr) if isinstance(decided, Break) else _happened(decided, tr)
    return tr("{time}: {what}", time=clock_text(decided_at(decided), now, tr), what=said)


def _ended(entry: Break, tr: Words) -> str:
    match entry.outcome:
        case Outcome.COMPLETED:
            return tr("you did a break; sitting counts anew from its end.")
        case Outcome.PARTIAL:
            return tr("you did a part of a break; sitting counts anew from its end.")
        case Outcome.DISCOMFORT:
            return tr("a break ended because it hurt.")
        case Outcome.SKIPPED:
            return _skipped(entry, tr)
        case Outcome.MISSED:
            return tr("an offer went by without an answer; sitting counts anew.")
        case Outcome.NATURAL:
            return tr("you were back from a rest away; it counts as a break.")
        case Outcome.MANUAL:
            return tr("a break ended that you added by hand.")
        case _:
            assert_never(entry.outcome)


def _skipped(entry: Break, tr: Words) -> str:
    if entry.reason is Reason.PERSON:
        return tr("you skipped a break; sitting counts anew.")
    return tr("an offer ended: {reason}.", reason=_skip_reason(entry.reason, tr))


def _skip_reason(reason: Reason | None, tr: Words) -> str:
    return {
        Reason.PAUSE: tr("reminders were paused"),
        Reason.GOAL: tr("the day's goal was reached"),
        Reason.SETTINGS: tr("the settings were changed"),
    }.get(reason or Reason.SETTINGS, tr("deskbreak ended"))


def _happened(happening: Happening, tr: Words) -> str:
    data = dict(happening.data)
    reason, minutes = data.get("reason"), data.get("minutes")
    match happening.what:
        case What.OFFERED if data.get("quiet"):
            return tr("the tray icon asks; the break was held back for long.")
        case What.HELD | What.WITHDRAWN if reason in _HOLDS:
            held = hold_text(Hold(reason), tr)
            return tr("the break was held back: {reason}.", reason=held)
        case What.SNOOZED if isinstance(minutes, int):
            return tr("you snoozed the break for {n} min.", n=minutes)
        case _:
            return _plain(happening.what, tr)


def _plain(what: What, tr: Words) -> str:
    return {
        What.ARRIVED: tr("you arrived; sitting counts from here."),
        What.STARTED: tr("deskbreak started."),
        What.OFFERED: tr("a break was offered."),
        What.HELD: tr("the break was held back."),
        What.WITHDRAWN: tr("the offer was taken back."),
        What.SNOOZED: tr("you snoozed the break."),
        What.RELEASED: tr("nothing held the break back any more."),
        What.PAUSED: tr("breaks were paused."),
        What.RESUMED: tr("breaks went on after a pause."),
        What.ATE: tr("you said that you had eaten; exercise waits a while."),
        What.SETTINGS: tr("the settings were changed."),
    }.get(what, tr("the day went on."))
