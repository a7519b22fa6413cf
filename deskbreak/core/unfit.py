"""What a person can say whose body is not fit for exercise now, or is so again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unfit(StrEnum):
    """Why a person is not fit for exercise."""

    HURT = "hurt"
    UNWELL = "unwell"


@dataclass(frozen=True, slots=True)
class PauseUnfit:
    """Pause until tomorrow when unwell, with a hurt back until the pain is clearly going down."""

    why: Unfit


@dataclass(frozen=True, slots=True)
class TurnOn:
    """Turn an exercise on again that pain has switched off."""

    exercise: str
