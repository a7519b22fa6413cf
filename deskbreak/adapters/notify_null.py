"""The notifier that shows nothing, for places where nobody could see it."""

from __future__ import annotations

from deskbreak.core.offer_view import OfferView, QuietView


class NullNotifier:
    """Takes everything and shows nothing."""

    def offer(self, view: OfferView) -> None:
        """Show nothing."""

    def withdraw(self) -> None:
        """Take nothing away."""

    def nudge(self, view: QuietView) -> None:
        """Show nothing."""

    def withdraw_nudge(self) -> None:
        """Take nothing away."""

    def tell(self, title: str, text: str) -> None:
        """Show nothing."""

    def close(self) -> None:
        """Let go of nothing."""
