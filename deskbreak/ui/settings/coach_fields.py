"""The settings that fit breaks to a person: body, pace, equipment, the figure, sound and motion."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskbreak.core.settings.plain import Plain
from deskbreak.core.words import Words
from deskbreak.ui.calm_boxes import CalmComboBox, CalmSpinBox
from deskbreak.ui.settings.fields import (
    Field,
    choice_field,
    made_field,
    number_field,
    switch_field,
    text_field,
)
from deskbreak.ui.settings.tick_line import TickLine
from deskbreak.ui.theme import GAP_TINY

FULL_STOMACH_MIN = 120
"""Minutes between a meal and exercise (CONTENT 1.3, the source article's rule)."""

_MOST_NUDGE_MIN = 240
_SHORT_DAY = "<5"
LONG_INTERVAL = (150, 210)
"""Minutes of sitting before a break that suit somebody with a short day at the computer."""


def day_fields(tr: Words) -> tuple[Field, ...]:
    """Return what is asked about a person's day at the computer."""
    hours = (
        ("", tr("I would rather not say")),
        (_SHORT_DAY, tr("Less than 5")),
        ("5-6", tr("5 to 6")),
        (">6", tr("More than 6")),
    )
    return (choice_field("person.hours_at_computer", tr("Hours at the computer a day"), hours),)


def recommendation(hours: str, tr: Words) -> str:
    """Say what suits so many hours at the computer; "" when they were not told."""
    if hours == _SHORT_DAY:
        return tr("Fewer breaks do: one after two and a half to three and a half hours of sitting.")
    if hours == "5-6":
        return tr("A break every two to three hours suits such days.")
    if hours:
        return tr(
            "A break every two to three hours suits such days, and a short posture check in "
            "between does good."
        )
    return ""


def movement_fields(tr: Words) -> tuple[Field, ...]:
    """Return what decides how much is moved, and with what."""
    levels = (
        ("auto", tr("Begin gently and grow by the week")),
        ("beginner", tr("Gentle")),
        ("normal", tr("Normal")),
        ("advanced", tr("Advanced")),
    )
    return (
        choice_field("routine.level", tr("Level"), levels),
        ticks_field(
            "routine.equipment",
            tr("I have"),
            (("ball", tr("A large exercise ball")), ("support", tr("A firm support to lie over"))),
        ),
        switch_field(
            "routine.neck_free", tr("Spare my neck: arms crossed instead of hands behind the head")
        ),
    )


def pace_fields(tr: Words) -> tuple[Field, ...]:
    """Return how fast the guide goes, and what it leaves out."""
    paces = ((0.75, tr("Slower")), (1.0, tr("As intended")), (1.5, tr("Faster")))
    return (
        pace_field("routine.pace", tr("Pace"), paces),
        text_field("routine.off", tr("Never show me"), tr("for example side_plank, lunge")),
        number_field(
            "schedule.posture_nudge_min",
            tr("Posture check after"),
            (0, _MOST_NUDGE_MIN),
            (tr("min"), tr("never")),
        ),
    )


def meal_fields(tr: Words) -> tuple[Field, ...]:
    """Return what happens after a meal."""
    ways = (
        ("defer", tr("Exercise waits")),
        ("gentle", tr("Only the shoulders move")),
        ("ignore", tr("Nothing changes")),
    )
    window = number_field(
        "routine.meal_window_min", tr("A meal counts for"), (0, 360), (tr("min"), "")
    )
    _tell_rule(window, tr)
    return (
        choice_field("routine.after_meal", tr("After a meal"), ways),
        window,
        number_field(
            "routine.snack_window_min", tr("A snack counts for"), (0, 360), (tr("min"), "")
        ),
    )


def _tell_rule(window: Field, tr: Words) -> None:
    """Say the rule of the two hours when somebody goes below them, and not again."""
    told: list[int] = []

    def changed(minutes: int) -> None:
        if minutes < FULL_STOMACH_MIN and window.editor.isVisible() and not told:
            told.append(minutes)
            rule = tr(
                "The rule is two hours between a meal and exercise: a full stomach and bending "
                "do not go well together."
            )
            window.say(rule, warn=False)

    if isinstance(window.editor, CalmSpinBox):
        window.editor.valueChanged.connect(changed)


def figure_fields(tr: Words) -> tuple[Field, ...]:
    """Return how the figure looks."""
    skins = (
        ("light", tr("Light")),
        ("medium", tr("Medium")),
        ("tan", tr("Tan")),
        ("brown", tr("Brown")),
        ("dark", tr("Dark")),
    )
    clothes = (
        ("teal", tr("Teal")),
        ("plum", tr("Plum")),
        ("ochre", tr("Ochre")),
        ("slate", tr("Slate")),
    )
    seats = (("chair", tr("Chair")), ("wheelchair", tr("Wheelchair")))
    return (
        choice_field("display.skin", tr("The figure's skin"), skins),
        choice_field("display.clothes", tr("The figure's clothes"), clothes),
        choice_field("display.seat", tr("The figure's seat"), seats),
    )


def guide_fields(tr: Words) -> tuple[Field, ...]:
    """Return how a break shows and sounds."""
    sounds = (("off", tr("None")), ("chime", tr("Soft chimes")), ("voice", tr("Spoken cues")))
    motions = (
        ("system", tr("As the desktop")),
        ("on", tr("Stills instead of motion")),
        ("off", tr("Always moving")),
    )
    return (
        choice_field("display.sound", tr("Sound"), sounds),
        choice_field("display.reduced_motion", tr("Motion"), motions),
        switch_field("display.discreet", tr("Discreet: a small window with figure and count only")),
        switch_field("display.ready_card", tr("Ask whether I am ready before each break")),
    )


def ticks_field(key: str, label: str, choices: tuple[tuple[str, str], ...]) -> Field:
    """Return a check box for each value of a list; other values of the list are kept."""
    rows = QWidget()
    column = QVBoxLayout(rows)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP_TINY)
    lines = {value: TickLine(text) for value, text in choices}
    others: list[Plain] = []
    for line in lines.values():
        column.addWidget(line)

    def fill(value: Plain) -> None:
        chosen = value if isinstance(value, list) else []
        others[:] = [each for each in chosen if each not in lines]
        for name, line in lines.items():
            line.box.setChecked(name in chosen)

    def plain() -> Plain:
        return [*(name for name, line in lines.items() if line.box.isChecked()), *others]

    rows.setFocusProxy(next(iter(lines.values())))
    return made_field(key, label, rows, fill, plain)


def pace_field(key: str, label: str, choices: tuple[tuple[float, str], ...]) -> Field:
    """Return a list of numbers to choose from; another number in the file joins the list."""
    box = CalmComboBox()
    for value, text in choices:
        box.addItem(text, value)

    def fill(value: Plain) -> None:
        if isinstance(value, int | float):
            if box.findData(float(value)) < 0:
                box.addItem(f"{value:g}", float(value))
            box.setCurrentIndex(box.findData(float(value)))

    def plain() -> Plain:
        chosen: object = box.currentData()
        return chosen if isinstance(chosen, float) else 1.0

    return made_field(key, label, box, fill, plain)
