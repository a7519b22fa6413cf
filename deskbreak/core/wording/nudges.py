"""What a posture nudge says: how long one has sat, how little it asks, never a promise."""

from __future__ import annotations

from deskbreak.core.offer_view import NudgeView
from deskbreak.core.timing.effect import ShowNudge
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words


def nudge_view(effect: ShowNudge, tr: Words) -> NudgeView:
    """Put a posture nudge into words."""
    if effect.instead:
        text = tr("The break waits. Half a minute of posture fits in. The tray menu starts it too.")
    else:
        sat = span_text(effect.sat_s // 60 * 60, tr)
        said = tr("You have been sitting for {span}.", span=sat)
        text = tr("{said} Half a minute, seated. The tray menu starts it too.", said=said)
    return NudgeView(tr("Posture check?"), text)
