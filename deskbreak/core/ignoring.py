"""A program that shall hold nothing back any more, as a person asks for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ignore:
    """Add to the ignored programs: "fullscreen:vlc" for one reason, "vlc" for all of them."""

    entry: str
