"""What every way of showing a notification takes and answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from deskbreak.core.offer_view import OfferView, QuietView


class Outcome(Enum):
    """How showing a notification went."""

    SHOWN = auto()
    UNSURE = auto()
    """It was handed on, but nobody can tell whether a person sees it."""
    FAILED = auto()
    LOST = auto()
    """It was shown and went away with its service."""


@dataclass(frozen=True, slots=True)
class Toast:
    """A notification: a plain message, or an offer or a quiet question with its buttons."""

    title: str
    text: str
    offer: OfferView | QuietView | None = None


Done = Callable[[Outcome], None]


class Candidate(Protocol):
    """One way to show a notification. Never blocks; answers through `done`, sooner or later."""

    def show(self, toast: Toast, done: Done) -> None:
        """Show a toast; an offer replaces the offer before it."""
        ...

    def withdraw(self) -> None:
        """Take the offer away and forget about answering for it."""
        ...

    def close(self) -> None:
        """Let go of whatever is held."""
        ...
