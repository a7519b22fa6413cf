"""A notification in the words of Windows: the XML of a toast with its buttons."""

from __future__ import annotations

from html import escape

from deskbreak.adapters.notification import Toast
from deskbreak.adapters.toast_buttons import buttons
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import Words

OPENS = "default"
"""The key of a press beside the buttons."""

_LONGEST = 600


def toast_markup(toast: Toast, tr: Words) -> str:
    """Return the XML of a toast.

    An offer that was made before stays until it is answered; every other one leaves by itself.
    """
    made = buttons(toast.offer, tr) if toast.offer is not None else ()
    pressed = "".join(
        f'<action content="{_safe(each.label)}" arguments="{_safe(each.key)}"/>'
        for each in made
        if each.key != OPENS
    )
    again = isinstance(toast.offer, OfferView) and toast.offer.urgency > 0
    stays = ' scenario="reminder"' if again else ""
    return (
        f'<toast launch="{OPENS}"{stays}><visual><binding template="ToastGeneric">'
        f"<text>{_safe(toast.title)}</text><text>{_safe(toast.text)}</text></binding></visual>"
        f'<actions>{pressed}</actions><audio silent="true"/></toast>'
    )


def _safe(text: str) -> str:
    """Escape a text; what no XML may hold is left out."""
    kept = "".join(char for char in text[:_LONGEST] if char.isprintable() or char == "\n")
    return escape(kept)
