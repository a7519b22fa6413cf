"""Which of several exercises come next: those whose region rested longest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TypeVar

from deskbreak.core.coach.balance import unbalanced
from deskbreak.core.exercise import Exercise
from deskbreak.core.settings.values import RoutineChoice

_T = TypeVar("_T")

LESSON_WEEKS = 2
"""The first weeks at home have the article's own lesson; later ones vary."""

_EVERYWHERE = frozenset({"chair", "mat", "wall"})
_NECK = "neck_problem"
_NECK_FREE = "neck_free"


def fits_person(exercise: Exercise, choice: RoutineChoice) -> bool:
    """Return whether a person has what the exercise needs, and a neck for it.

    Who wants to go easy on the neck is given nothing that cautions against a sore one, unless it
    has a neck-free form.
    """
    needs = set(exercise.equipment) - _EVERYWHERE
    if not needs <= set(choice.equipment):
        return False
    spared = any(name == _NECK_FREE for name, _ in exercise.variants)
    return spared or not (choice.neck_free and _NECK in exercise.caution)


def chosen(
    pool: Sequence[Exercise], count: int, last_done: Sequence[tuple[str, int]]
) -> list[Exercise]:
    """Return `count` of the pool in its order: the regions that rested longest come first.

    Of all choices the first is taken that is a balanced routine; if none is, the first.
    """
    if count >= len(pool):
        return list(pool)
    ranked = _ranked(pool, dict(last_done))
    ways = combinations(ranked, count)
    picked = next((way for way in ways if not unbalanced(way)), tuple(ranked[:count]))
    return [each for each in pool if each in picked]


def _ranked(pool: Sequence[Exercise], last: dict[str, int]) -> list[Exercise]:
    """Order by when the region was last done, one region after the other, then the exercise."""
    regions: dict[str, int] = {}
    for each in pool:
        regions[each.region] = max(regions.get(each.region, 0), last.get(each.id, 0))
    rested = [region for _, region in _sorted([(at, name) for name, at in regions.items()])]
    turns: dict[str, list[Exercise]] = {region: [] for region in rested}
    for _, each in _sorted([(last.get(each.id, 0), each) for each in pool]):
        turns[each.region].append(each)
    ranked: list[Exercise] = []
    while len(ranked) < len(pool):
        ranked += [turns[region].pop(0) for region in rested if turns[region]]
    return ranked


def _sorted(dated: Sequence[tuple[int, _T]]) -> list[tuple[int, _T]]:
    """Order by instant; what was done at the same one, or never, keeps its order."""
    instants = sorted({at for at, _ in dated})
    return [(at, thing) for each in instants for at, thing in dated if at == each]
