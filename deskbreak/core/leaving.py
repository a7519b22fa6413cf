"""How a person ends the program: as it is, or with everything that is kept about them deleted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quit:
    """End the program."""


@dataclass(frozen=True, slots=True)
class Forget:
    """End the program and delete what it keeps about the person; only Settings asks for this.

    `settings` when the settings and the person's own exercises go too.
    """

    settings: bool = False


Leaving = Quit | Forget
