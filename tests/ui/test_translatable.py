"""Every word that a person may read is in the template for translators, and it is up to date."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog import load_exercises
from deskbreak.core.authoring.share import Offered
from deskbreak.core.dose import Demand
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Planned, Routine
from deskbreak.core.session import begin, planned_s, view
from deskbreak.core.words import English
from deskbreak.ui.editor.importing import ImportWindow
from deskbreak.ui.library.exercise_text import ExerciseText
from tests.ui.editor_samples import Shop
from tools import words

CATALOG = load_exercises()
KNOWN = {
    text
    for message in read_po(BytesIO(words.TEMPLATE.read_bytes()))
    for text in (message.id if isinstance(message.id, tuple) else (message.id,))
}


class Recording(English):
    """English words that remember what was asked of them."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __call__(self, text: str, /, **values: str | int) -> str:
        self.asked.add(text)
        return super().__call__(text, **values)

    def plural(self, one: str, many: str, n: int, /, **values: str | int) -> str:
        self.asked |= {one, many}
        return super().plural(one, many, n, **values)


def test_the_template_has_the_words_of_the_source_and_no_others() -> None:
    assert words.check() == []


def test_a_word_that_is_gone_or_missing_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    changed = words.TEMPLATE.read_text("utf-8").replace('"Get ready"', '"Get steady"')
    monkeypatch.setattr(words, "TEMPLATE", tmp_path / "deskbreak.pot")
    words.TEMPLATE.write_text(changed, "utf-8")
    told = "\n".join(words.check())
    assert "lacks 'Get ready'" in told
    assert "still has 'Get steady'" in told


@pytest.mark.parametrize("exercise", CATALOG.values(), ids=CATALOG.keys())
def test_all_that_is_said_of_an_exercise_can_be_translated(
    exercise: Exercise, qtbot: QtBot
) -> None:
    tr = Recording()
    for variant in ("", *(name for name, _ in exercise.variants)):
        steps = (Planned(exercise, max(3, exercise.dose.beginner), 1.0, variant),)
        routine = Routine(exercise.id, exercise.title, Level.NORMAL, 1, steps)
        session = begin(routine, 0.0, 1e9)
        for half_seconds in range(2 * planned_s(routine) + 4):
            view(session, half_seconds / 2, tr)
        qtbot.addWidget(ExerciseText(exercise, Demand(Level.NORMAL, 3), tr, variant))
    assert tr.asked - KNOWN == set()


def test_the_routines_titles_can_be_translated() -> None:
    assert {recipe.title for recipe in RECIPES} <= KNOWN


def test_what_an_import_says_can_be_translated_whole(qtbot: QtBot, tmp_path: Path) -> None:
    tr, found = Recording(), tuple(CATALOG.values())
    renamed, present = (("back_twist", "back_twist_2"),), ("Cat and cow",)
    offered = Offered("given.toml", found[:2], renamed=renamed, present=present)
    window = ImportWindow(offered, Shop(tmp_path).workshop, tr)
    qtbot.addWidget(window)
    assert "it becomes" in window.said.text()
    said = {text for text in tr.asked if "added" in text or "becomes" in text or "here" in text}
    assert "{n} exercises will be added." in said
    assert said <= KNOWN
