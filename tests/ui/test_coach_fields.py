from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.settings.plain import Plain
from deskbreak.core.settings.table import parse_value, row, to_plain
from deskbreak.core.settings.values import Problem, Settings
from deskbreak.core.words import English
from deskbreak.ui.settings.coach_fields import (
    FULL_STOMACH_MIN,
    day_fields,
    figure_fields,
    guide_fields,
    meal_fields,
    movement_fields,
    pace_fields,
    recommendation,
)
from deskbreak.ui.settings.fields import Field

TR = English()


def _all() -> tuple[Field, ...]:
    groups = (day_fields, movement_fields, pace_fields, meal_fields, figure_fields, guide_fields)
    return tuple(field for group in groups for field in group(TR))


def _named(key: str) -> Field:
    return next(field for field in _all() if field.key == key)


def _kept(field: Field, value: Plain) -> Plain | Problem:
    field.show_value(value, locked="")
    assert field.change() == ()
    return field.plain()


def test_every_field_is_a_setting_and_shows_what_holds(qtbot: QtBot) -> None:
    for field in _all():
        qtbot.addWidget(field.editor)
        assert row(field.key) is not None
        assert field.editor.accessibleName() == field.label
        value = to_plain(Settings(), field.key)
        assert value is not None
        assert _kept(field, value) == value, field.key


def test_every_choice_is_one_that_the_file_knows(qtbot: QtBot) -> None:
    for field in _all():
        qtbot.addWidget(field.editor)
        if isinstance(field.editor, QComboBox):
            for index in range(field.editor.count()):
                value: object = field.editor.itemData(index)
                assert not isinstance(parse_value(field.key, str(value)), Problem), field.key


def test_a_pace_of_ones_own_is_kept(qtbot: QtBot) -> None:
    field = _named("routine.pace")
    qtbot.addWidget(field.editor)
    assert _kept(field, 0.9) == 0.9
    assert _kept(field, 1.0) == 1.0


def test_equipment_is_ticked_and_what_is_unknown_stays(qtbot: QtBot) -> None:
    field = _named("routine.equipment")
    qtbot.addWidget(field.editor)
    assert _kept(field, ["ball", "band"]) == ["ball", "band"]
    boxes = {box.accessibleName(): box for box in field.editor.findChildren(QCheckBox)}
    boxes["A firm support to lie over"].click()
    assert field.change() == (("routine.equipment", ["ball", "support", "band"]),)


def test_the_rule_of_two_hours_is_said_once(qtbot: QtBot) -> None:
    field = _named("routine.meal_window_min")
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(field.editor)
    column.addWidget(field.note)
    box = field.editor
    assert isinstance(box, QSpinBox)
    field.show_value(90, locked="")
    page.show()
    assert field.note.text() == ""
    box.setValue(FULL_STOMACH_MIN)
    assert field.note.text() == ""
    box.setValue(FULL_STOMACH_MIN - 1)
    assert "two hours" in field.note.text()
    field.say("")
    box.setValue(60)
    assert field.note.text() == ""


def test_each_length_of_day_has_its_advice() -> None:
    said = [recommendation(hours, TR) for hours in ("", "<5", "5-6", ">6")]
    assert said[0] == ""
    assert len(set(said)) == 4
