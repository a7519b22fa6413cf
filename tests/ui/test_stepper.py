from __future__ import annotations

from pytestqt.qtbot import QtBot

from deskbreak.ui.session.stepper import Stepper

LONG = "A rather long name of an exercise"


def stepper(qtbot: QtBot, titles: tuple[str, ...], current: int, width: int) -> Stepper:
    made = Stepper()
    qtbot.addWidget(made)
    made.show_steps(titles, (False,) * len(titles), current)
    made.resize(width, made.sizeHint().height())
    made.show()
    return made


def test_names_that_wrap_get_a_second_line(qtbot: QtBot) -> None:
    short = stepper(qtbot, ("One", "Two"), 0, 600)
    wrapped = stepper(qtbot, (LONG, LONG), 0, 300)
    assert wrapped.sizeHint().height() > short.sizeHint().height()


def test_many_exercises_name_only_the_running_one(qtbot: QtBot) -> None:
    many = tuple(f"{LONG} {number}" for number in range(14))
    crowded = stepper(qtbot, many, 3, 700)
    assert crowded.sizeHint().height() == stepper(qtbot, ("One",), 0, 700).sizeHint().height()
    others_renamed = (*many[:3], many[3], *("Another" for _ in many[4:]))
    assert crowded.grab().toImage() == stepper(qtbot, others_renamed, 3, 700).grab().toImage()
    renamed = (*many[:3], "Another", *many[4:])
    assert crowded.grab().toImage() != stepper(qtbot, renamed, 3, 700).grab().toImage()
