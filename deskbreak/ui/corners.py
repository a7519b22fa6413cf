"""The small windows in the corner: the offer, and a message. Neither may take the focus.

Where the desktop's windows cannot promise that (Wayland), they lie on a layer of the compositor;
where it has no layers (GNOME, Weston) they are not opened as long as anything else asks or tells.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import Words
from deskbreak.ports import Send

if TYPE_CHECKING:
    # Only their names: at rest no window is loaded.
    from deskbreak.ui.corner_layer import Layers
    from deskbreak.ui.message_window import MessageWindow
    from deskbreak.ui.offer_window import OfferWindow

Tell = Callable[[str, str], None]
"""Tells a title and a text."""


_GAP = 12


class Corners:
    """Opens the small windows, each made when it is first wanted.

    `tell_elsewhere` is set by whoever knows another way to tell something than a window.
    """

    def __init__(
        self, send: Send, tr: Words, layers: Layers | None, asks: Callable[[], bool]
    ) -> None:
        """Show nothing yet.

        Args:
            send: takes a person's wish.
            tr: the words.
            layers: makes layers; None where a window itself can promise to take no focus.
            asks: whether something else on the screen asks for the break, as a tray icon does.
        """
        self.tell_elsewhere: Tell = self.tell_at_last
        self._send, self._tr, self._layers, self._asks = send, tr, layers, asks
        self._offer: OfferWindow | None = None
        self._message: MessageWindow | None = None

    def repeat_offer(self, view: OfferView) -> None:
        """Show the offer beside its notification, or leave it to that."""
        self._show_offer(view, lambda: None)

    def offer_at_last(self, view: OfferView) -> None:
        """Show the offer, because no notification can; a tray icon that asks is enough."""

        def refused() -> None:
            if not self._asks() and self._offer is not None:
                self._offer.stand_alone()
                self._offer.show_offer(view)

        self._show_offer(view, refused)

    def hide_offer(self) -> None:
        """Take the offer's window away."""
        if self._offer is not None:
            self._offer.hide()

    def tell(self, title: str, text: str) -> None:
        """Tell something in a small window, or in another way where that takes the focus."""
        self._tell(title, text, lambda: self.tell_elsewhere(title, text))

    def tell_at_last(self, title: str, text: str) -> None:
        """Tell something in a window whatever it takes: there is no other way."""

        def refused() -> None:
            if self._message is not None:
                self._message.stand_alone()
                self._message.tell(title, text)

        self._tell(title, text, refused)

    def close(self) -> None:
        """Close what is open."""
        for window in (self._offer, self._message):
            if window is not None:
                window.close()
        self._offer = self._message = None

    def _show_offer(self, view: OfferView, otherwise: Callable[[], None]) -> None:
        if self._offer is None:
            from deskbreak.ui.offer_window import OfferWindow  # noqa: PLC0415

            self._offer = OfferWindow(self._send, self._tr)
        if self._layers is not None:
            self._offer.lie_on(self._layers, otherwise)
        self._offer.show_offer(view)

    def _tell(self, title: str, text: str, otherwise: Callable[[], None]) -> None:
        if self._message is None:
            from deskbreak.ui.message_window import MessageWindow  # noqa: PLC0415

            self._message = MessageWindow(self._tr)
        if self._layers is not None:
            self._message.lie_on(self._layers, otherwise)
        offer = self._offer
        there = offer is not None and offer.isVisible()
        self._message.lift = offer.height() + _GAP if offer is not None and there else 0
        self._message.tell(title, text)
