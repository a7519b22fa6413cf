"""Which buttons a notification has, what each does, and how urgent it is."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.command import (
    NUDGE,
    Command,
    InMeeting,
    MeetingOver,
    Show,
    Skip,
    Snooze,
    Start,
    Window,
)
from deskbreak.core.offer_view import MeetingView, NudgeView, OfferView, QuietView
from deskbreak.core.wording.offers import snooze_label
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words

_LOW, _NORMAL, _CRITICAL = 0, 1, 2
_CRITICAL_FROM = 2
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its key for the service, its name, and what it asks for."""

    key: str
    label: str
    command: Command


def level(view: OfferView | QuietView | None) -> int:
    """Return the urgency of the notification specification."""
    if isinstance(view, OfferView) and view.urgency >= _CRITICAL_FROM:
        return _CRITICAL
    return _NORMAL if view is None or isinstance(view, OfferView) else _LOW


def buttons(view: OfferView | QuietView, tr: Words) -> tuple[Button, ...]:
    """Return the buttons; some desktops show "default" as a button too, so it has a name."""
    opens = Button("default", tr("Open"), Show(Window.TODAY))
    start = Button("start", tr("Start"), Start())
    match view:
        case NudgeView():
            return Button("start", start.label, Start(NUDGE)), opens
        case MeetingView():
            longer = (
                Button(f"meeting{each}", span_text(each * _MINUTE, tr), InMeeting(each))
                for each in view.choices_min
            )
            return *longer, Button("over", tr("Meeting is over"), MeetingOver()), opens
        case OfferView():
            label = snooze_label(view.snooze_min, tr)
            snooze = Button("snooze", label, Snooze(view.snooze_min))
            skip = Button("skip", tr("Skip"), Skip())
            return (start, *((snooze,) if view.can_snooze else ()), skip, opens)
