"""The posture check of a nudge: what fits into half a minute, in one of two orders by turns."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import NUDGE
from deskbreak.core.guide.script import script_for
from deskbreak.core.routine import Kind, Planned, Recipe

MOST_S = 30.0
"""Seconds that the exercises of a nudge take at most; about 20 are usual (CONTENT 5.5)."""

_TITLE = "Posture check"
_FEET, _TALL, _DROP = "posture_feet_reset", "posture_tall_sit", "posture_shoulder_drop"

NUDGES = (
    Recipe(NUDGE, _TITLE, (_FEET, _DROP, _TALL), Kind.POSTURE),
    Recipe(f"{NUDGE}_tall", _TITLE, (_TALL, _FEET, _DROP), Kind.POSTURE),
)
"""By turns: feet and shoulders, then the tall seat; what is turned off leaves room for the rest."""


def is_nudge(recipe: Recipe) -> bool:
    """Return whether a recipe is one of the nudge's."""
    return recipe in NUDGES


def half_minute(steps: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """Return the first steps that fit into half a minute, with fewer repetitions where needed.

    The time is that of the usual pace: who goes slower takes longer. At least one step is left,
    with one repetition.
    """
    taken: tuple[Planned, ...] = ()
    for step in steps:
        fewer = range(step.reps, 0, -1)
        ways = ((*taken, replace(step, reps=reps)) for reps in fewer)
        fits = next((way for way in ways if _lasts_s(way) <= MOST_S), None)
        if fits is None:
            break
        taken = fits
    return taken or tuple(replace(step, reps=1) for step in steps[:1])


def _lasts_s(steps: tuple[Planned, ...]) -> float:
    """Return how long the exercises take at the usual pace, without the cards before them."""
    return sum(script_for(replace(step, pace=1.0)).seconds for step in steps)
