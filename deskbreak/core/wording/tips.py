"""A small piece of knowledge on the end card: one at a time, in turn, and never a promise."""

from __future__ import annotations

from deskbreak.core.routine_ids import HOME
from deskbreak.core.words import Words


def tip(turn: int, routine: str, tr: Words) -> str:
    """Return the tip of a turn; every number means one, and neighbours differ.

    The facts: the causes of strain that the programme's source names (long sitting, sudden or
    wrong load, weak or overworked muscles, no warm-up, poor rest), fresh air and space, and a
    calm end of training. Changing posture and walking: WHO 2020
    (https://pmc.ncbi.nlm.nih.gov/articles/PMC7719906), DGUV, and the lack of one best posture
    (JOSPT 2019 viewpoint).

    Args:
        turn: any number that grows from break to break.
        routine: the id of the routine that was done.
        tr: the person's language.
    """
    if routine == HOME:
        return tr("A warm and cool shower, and rubbing your back with a towel, round it off well.")
    tips = (
        tr("No single way of sitting is right all day. Change it whenever you think of it."),
        tr("These movements do not replace a walk. Stand up when you next make a call."),
        tr("An open window for a minute makes the next break feel better."),
        tr("Before you lift something heavy, move a little first: a cold back likes no surprises."),
        tr("Weak muscles want work, tired ones want rest. A little of both every day is plenty."),
        tr("How you rest counts too: a bed that lets your back lie easily is worth a thought."),
        tr("Small and often beats long and seldom. You are doing the small and often part."),
    )
    return tips[turn % len(tips)]
