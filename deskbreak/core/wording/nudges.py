"""What quiet questions say: short, plain, never a promise."""

from __future__ import annotations

from deskbreak.core.offer_view import MeetingView, NudgeView
from deskbreak.core.timing.effect import AskMeeting, ShowNudge
from deskbreak.core.timing.moment import Moment
from deskbreak.core.wording.times import clock_text, span_text
from deskbreak.core.words import Words


def nudge_view(effect: ShowNudge, tr: Words, *, tray: bool) -> NudgeView:
    """Put a posture nudge into words; `tray` says whether a tray is there to be named."""
    if effect.instead:
        text = tr("The break waits. Half a minute of posture fits in.")
    else:
        sat = span_text(effect.sat_s // 60 * 60, tr)
        said = tr("You have been sitting for {span}.", span=sat)
        text = tr("{said} Half a minute, seated.", said=said)
    if tray:
        text = tr("{said} The tray menu starts it too.", said=text)
    return NudgeView(tr("Posture check?"), text)


MEETINGS_MIN = (30, 45, 60)
"""How long a meeting may be said to be, in minutes."""


def meeting_view(effect: AskMeeting, now: Moment, tr: Words, *, tray: bool) -> MeetingView:
    """Put the question whether a meeting goes on into words; `tray` as in `nudge_view`."""
    time = clock_text(effect.until, now, tr)
    text = tr("Without an answer it is over at {time}.", time=time)
    if tray:
        text = tr("{said} The tray menu asks as well.", said=text)
    return MeetingView(tr("Still in the meeting?"), text, MEETINGS_MIN)
