"""Where the Library window reads who looks, and whom it asks for what it cannot do itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # Only their names: at rest nobody looks at exercises.
    from deskbreak.core.library import Looker
    from deskbreak.core.picture_order import PictureOrder


def no_picture(_name: str) -> bytes:
    """Have no pictures of one's own."""
    return b""


def anybody() -> Looker:
    """Return somebody on the first day."""
    from deskbreak.core.library import Looker  # noqa: PLC0415

    return Looker()


class Writing(Protocol):
    """A file that is being drawn and written beside everything else."""

    def part(self) -> float:
        """Return how much of it is done, 0 to 1."""

    def said(self) -> str | None:
        """Return None while it goes on, then "" or why it could not be written."""


@dataclass(frozen=True, slots=True)
class LibrarySources:
    """What the window asks for; each part that is None is left out of the window.

    Attributes:
        looker: gives who looks: what is off, what hurts, how much is asked.
        write: begins to write a picture.
        editor: opens the editor of an own exercise; "" opens the list of own ones.
        copy: opens the editor on a copy of an exercise.
        own: gives the ids of what is the person's own.
        bring_in: asks for a file of exercises and brings it in.
        share: asks where to, and writes an exercise into a file for others.
        picture: gives a picture of the person's own.
    """

    looker: Callable[[], Looker] = anybody
    write: Callable[[PictureOrder], Writing] | None = None
    editor: Callable[[str], None] | None = None
    copy: Callable[[str], None] | None = None
    own: Callable[[], frozenset[str]] = frozenset
    bring_in: Callable[[], None] | None = None
    share: Callable[[str], None] | None = None
    picture: Callable[[str], bytes] = no_picture
