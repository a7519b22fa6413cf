"""What an offer says: kind at first, plainer with each repeat, never a promise."""

from __future__ import annotations

from deskbreak.core.offer_view import OfferView
from deskbreak.core.settings.values import Offer
from deskbreak.core.timing.effect import ShowOffer
from deskbreak.core.words import Words


def offer_view(
    effect: ShowOffer, offer: Offer, minutes: int, tr: Words, *, tray: bool
) -> OfferView:
    """Put an offer into words.

    Args:
        effect: what the schedule wants shown.
        offer: the settings of the section `[offer]`.
        minutes: how long the routine takes, in whole minutes (at least 1 is said).
        tr: the words.
        tray: whether an icon in a tray is there to be named.
    """
    said = tr.plural("About {n} minute, seated.", "About {n} minutes, seated.", max(1, minutes))
    if tray:
        said = tr("{said} The tray icon starts it too.", said=said)
    return OfferView(
        title=_title(effect.urgency, offer.repeats, tr),
        text=said,
        urgency=effect.urgency,
        snooze_min=offer.snooze_min,
        snooze_choices=offer.snooze_choices_min,
        can_snooze=effect.snoozes_left != 0,
        quiet=effect.quiet,
        snoozes_left=effect.snoozes_left,
    )


def snooze_label(minutes: int, tr: Words) -> str:
    """Label a button that puts the break off by `minutes`."""
    return tr("Snooze {n} min", n=minutes)


def snooze_title(snoozes_left: int | None, tr: Words) -> str:
    """Title the snooze menu: with what is left of the cap, when there is one."""
    if snoozes_left is None:
        return tr("Snooze")
    return tr("Snooze ({n} left)", n=snoozes_left)


def _title(urgency: int, repeats: int, tr: Words) -> str:
    if urgency == 0:
        return tr("Time to loosen up")
    if urgency < repeats:
        return tr("Still time to loosen up")
    return tr("Last call for this break")
