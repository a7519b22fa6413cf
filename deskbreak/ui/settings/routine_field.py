"""The choice of the routine that breaks have: all there are, by their titles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox

from deskbreak.core.settings.plain import Plain
from deskbreak.core.words import Words
from deskbreak.ui.calm_boxes import CalmComboBox
from deskbreak.ui.settings.fields import Field, made_field

Titled = tuple[tuple[str, str], ...]
"""Routines: the id and the title of each."""


@dataclass(frozen=True, slots=True)
class RoutineField:
    """The field, and how it comes to know which routines there are.

    Attributes:
        field: the field of the form.
        offer: shows the choice and the sentence about it anew, once the form is filled.
    """

    field: Field
    offer: Callable[[Titled], None]


def routine_field(tr: Words) -> RoutineField:
    """Return a list of routines to choose from; an id that is none of them stays, and says so."""
    box = CalmComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def fill(value: Plain) -> None:
        if box.findData(value) < 0:
            box.addItem(str(value), value)
        box.setCurrentIndex(box.findData(value))

    def plain() -> Plain:
        return str(box.currentData())

    field = made_field("routine.default", tr("Routine of my breaks"), box, fill, plain)
    known: set[str] = set()

    def offer(routines: Titled) -> None:
        known.clear()
        known.update(name for name, _ in routines)
        chosen = plain()
        box.clear()
        for name, title in routines:
            box.addItem(title, name)
        fill(chosen)
        explain()

    def explain() -> None:
        if box.isEnabled() and known:
            gone = tr(
                "There is no routine \u201c{name}\u201d, so no break can start with it. "
                "Choose another one.",
                name=str(plain()),
            )
            field.say("" if plain() in known else gone)

    box.activated.connect(explain)
    return RoutineField(field, offer)
