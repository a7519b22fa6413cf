"""How the site's file, its locked keys and the person's own file lie on each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from deskbreak.core.settings.parse import Found, parse_layers
from deskbreak.core.settings.plain import Plain, Tree, lookup
from deskbreak.core.settings.table import ROWS
from deskbreak.core.settings.values import Problem, Settings

_SAFETY = "safety"
_LOCKED = "locked"


class Layer(IntEnum):
    """The layers, the highest first."""

    LOCKED = 0
    USER = 1
    SITE = 2


@dataclass(frozen=True, slots=True)
class Merged:
    """The settings of all files together.

    Attributes:
        settings: what holds.
        found: every problem with the `Layer` that it was found in.
        locked: keys that the site's file holds fast.
    """

    settings: Settings
    found: tuple[Found, ...]
    locked: frozenset[str]


def merge(site: Tree, user: Tree) -> Merged:
    """Return the settings of the site's and the person's file together."""
    own: list[Found] = []
    locked = site.get(_LOCKED, {})
    if not isinstance(locked, dict):
        said = "locked should be a section, written as [locked.schedule] on a line of its own."
        own.append(Found(Layer.SITE, Problem(_LOCKED, said)))
        locked = {}
    for layer, tree in ((Layer.LOCKED, locked), (Layer.SITE, site)):
        if _SAFETY in tree:
            said = "safety is each person's own and is not read from the site's file."
            own.append(Found(layer, Problem(_SAFETY, said, fatal=False)))
    held = _without(locked, _SAFETY)
    layers = (held, _without(user, _LOCKED), _without(site, _SAFETY, _LOCKED))
    settings, found = parse_layers(layers, first_holds=True)
    if _LOCKED in user:
        said = "locked works only in the site's file."
        own.append(Found(Layer.USER, Problem(_LOCKED, said, fatal=False)))
    return Merged(settings, (*own, *found), _right(held))


def _without(tree: Tree, *sections: str) -> dict[str, Plain]:
    return {name: value for name, value in tree.items() if name not in sections}


def _right(held: Tree) -> frozenset[str]:
    there = ((row, lookup(held, row.name)) for row in ROWS)
    return frozenset(
        row.name for row, value in there if value is not None and row.problem(value) is None
    )
