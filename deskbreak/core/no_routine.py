"""Why there may be nothing to guide, and how that is said."""

from __future__ import annotations

from enum import StrEnum

from deskbreak.core.recipes import RECIPES
from deskbreak.core.words import Words


class NoRoutine(StrEnum):
    """Why there is nothing to guide."""

    UNKNOWN = "unknown"
    EMPTY = "empty"
    """Every exercise of it is turned off, or is missing."""
    LATER = "later"
    """None of it is offered at the person's level yet."""
    RESTING = "resting"
    """What is left of it rests, or is off, because it hurt."""
    SUSPENDED = "suspended"
    """Nothing but posture checks until the person has said that it is well again."""
    ENOUGH = "enough"
    """The day had enough exercise, and one break more than that."""
    HOME_DONE = "home_done"
    """One home workout a day is enough."""
    STAGES = "stages"
    """A stage of the home programme has nothing left in it."""
    DOCTOR = "doctor"
    """With a doctor's go-ahead only the exercises at the desk are guided."""


def said(none: NoRoutine, routine_id: str, tr: Words) -> str:
    """Return one sentence that says why nothing can be guided."""
    known = ", ".join(sorted(recipe.id for recipe in RECIPES))
    return {
        NoRoutine.UNKNOWN: tr(
            'There is no routine "{name}"; there are {known}.', name=routine_id, known=known
        ),
        NoRoutine.EMPTY: tr(
            "Every exercise of this routine is turned off; turn one on under [routine] off."
        ),
        NoRoutine.LATER: tr("This is not for the first weeks; it comes when you are further on."),
        NoRoutine.RESTING: tr("This rests because it hurt. Give it time until tomorrow at least."),
        NoRoutine.SUSPENDED: tr(
            "Exercise rests because it hurt; posture checks still work. Open Safety when you are "
            "well again, and see a doctor if it keeps hurting."
        ),
        NoRoutine.ENOUGH: tr(
            "That is enough exercise for today; a posture check is still possible."
        ),
        NoRoutine.HOME_DONE: tr("One workout at home a day is enough; your body wants rest now."),
        NoRoutine.STAGES: tr(
            "A workout at home needs a warm-up, a lesson and a completion, and one of them is "
            "empty; turn some of its exercises on."
        ),
        NoRoutine.DOCTOR: tr(
            "The home programme is not for everybody: ask your doctor which exercises suit you. "
            "The ones at the desk stay open."
        ),
    }[none]
