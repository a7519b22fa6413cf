"""The library's shelves and filters, why an exercise is absent, and words for every tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.dose import Demand
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.library import (
    NOTHING,
    OWN,
    SHELVES,
    Absence,
    Looker,
    Wanted,
    equipment_in,
    found,
    shelf_of,
    shelved,
)
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.settings.values import RoutineChoice
from deskbreak.core.wording import library as named
from deskbreak.core.wording.doses import about_text, dose_lines, length_text, level_name
from deskbreak.core.words import English, Words

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
TR = English()
TWIST = CATALOG["back_twist"]


def ids(wanted: Wanted) -> frozenset[str]:
    return found(CATALOG, wanted, TR)


def test_everything_stands_on_a_shelf_and_only_once() -> None:
    shelves = shelved(CATALOG.values())
    assert [name for name, _ in shelves] == [name for name in SHELVES if name != OWN]
    assert sorted(each.id for _, those in shelves for each in those) == sorted(CATALOG)


def test_an_unknown_group_is_the_persons_own() -> None:
    mine = replace(TWIST, id="mine", group="garden")
    assert shelf_of(mine) == OWN
    assert shelved([mine, TWIST]) == (("desk", (TWIST,)), (OWN, (mine,)))


def test_nothing_wanted_is_everything() -> None:
    assert ids(Wanted()) == set(CATALOG)


def test_one_of_each_kind_is_enough_and_every_kind_counts() -> None:
    both = ids(Wanted(regions=frozenset({"upper", "lower"})))
    assert both == {each.id for each in CATALOG.values() if each.region in {"upper", "lower"}}
    seated = ids(Wanted(regions=frozenset({"upper"}), places=frozenset({"chair"})))
    assert seated == {"shoulder_rotation", "posture_shoulder_drop"}


def test_equipment_that_is_looked_for_has_to_be_all_that_is_needed() -> None:
    assert equipment_in(CATALOG) == (NOTHING, "ball", "support")
    assert equipment_in({"back_twist": TWIST}) == ()
    assert ids(Wanted(equipment=frozenset({"ball"}))) == {"fitball_extension", "fitball_bridge"}
    without = ids(Wanted(equipment=frozenset({NOTHING})))
    assert "fitball_bridge" not in without
    assert "back_twist" in without


def test_every_word_that_is_looked_for_has_to_be_said() -> None:
    assert ids(Wanted(text="cat cow  SEATED")) == {"cat_cow"}
    assert "cat_cow" in ids(Wanted(text="cat-cow"))
    assert ids(Wanted(text="zeppelin")) == frozenset()
    assert "back_twist" in ids(Wanted(text="multifidus"))


ASKED = Demand(Level.BEGINNER, 1)


@pytest.mark.parametrize(
    ("exercise", "looker", "absence"),
    [
        ("back_twist", Looker(), None),
        ("back_twist", Looker(RoutineChoice(off=("back_twist",))), Absence.OFF),
        (
            "back_twist",
            Looker(RoutineChoice(off=("back_twist",)), Restrictions(off=frozenset({"back_twist"}))),
            Absence.HURT,
        ),
        (
            "back_twist",
            Looker(restrictions=Restrictions(paused=frozenset({"back_twist"}))),
            Absence.RESTS,
        ),
        ("hyperextension", Looker(demand=ASKED), Absence.LATER),
        ("hyperextension", Looker(demand=Demand(Level.ADVANCED, 9)), Absence.NEEDS),
        (
            "hyperextension",
            Looker(RoutineChoice(equipment=("support",)), demand=Demand(Level.ADVANCED, 9)),
            None,
        ),
        ("posture_shoulder_drop", Looker(RoutineChoice(neck_free=True)), None),
        ("metronome", Looker(RoutineChoice(neck_free=True)), Absence.NECK),
    ],
)
def test_why_routines_leave_an_exercise_out(
    exercise: str, looker: Looker, absence: Absence | None
) -> None:
    known = CATALOG[exercise]
    if absence is Absence.NECK:
        known = replace(known, caution=("neck_problem",))
    assert looker.absence(known) is absence


def test_turning_off_and_on_keeps_the_others() -> None:
    looker = Looker(RoutineChoice(off=("a", "b")))
    assert looker.turned("c", on=False) == ["a", "b", "c"]
    assert looker.turned("a", on=False) == ["b", "a"]
    assert looker.turned("a", on=True) == ["b"]


class Counted(English):
    """Words that count how often they are asked, and mark what went through them."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, text: str, /, **values: str | int) -> str:
        self.asked += 1
        return "*" + super().__call__(text, **values)


def is_known(name: Callable[[str, Words], str], word: str) -> bool:
    """Return whether a word has a name: an unknown one asks for words once more, for itself."""
    here, nowhere = Counted(), Counted()
    name(word, here)
    name("nowhere", nowhere)
    return here.asked < nowhere.asked


@pytest.mark.parametrize("exercise", CATALOG.values(), ids=lambda each: each.id)
def test_every_tag_of_the_data_has_words(exercise: Exercise) -> None:
    for muscle in exercise.muscles:
        assert named.muscle_name(muscle, TR).endswith(f" ({muscle})")
    for name, words in (
        (named.caution_name, exercise.caution),
        (named.region_name, (exercise.region,)),
        (named.place_name, (exercise.place,)),
        (named.shelf_name, (shelf_of(exercise),)),
        (named.equipment_name, exercise.equipment),
        (named.kind_name, exercise.kinds),
        (named.variant_name, tuple(variant for variant, _ in exercise.variants)),
    ):
        assert [word for word in words if not is_known(name, word)] == []
    assert named.shelf_note(shelf_of(exercise), TR)


def test_every_name_goes_through_the_catalogue() -> None:
    tr = Counted()
    assert named.region_name("moon", tr) == "*moon"
    assert named.muscle_name("glabella", tr) == "glabella"
    assert named.caution_name("moon_walk", tr) == "*moon walk"
    assert named.shelf_note("garden", tr) == ""
    assert named.variant_name("", tr) == "*Usual form"
    assert all(named.absence_badge(each, tr).startswith("*") for each in Absence)
    assert all(named.absence_sentence(each, tr).startswith("*") for each in Absence)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1.0, "about 5 s"), (43.0, "about 45 s"), (89.0, "about 90 s"), (100.0, "about 2 min")],
)
def test_a_length_is_rounded(seconds: float, said: str) -> None:
    assert about_text(seconds, TR) == said


def test_the_dose_now_and_at_every_level() -> None:
    now, *levels = dose_lines(TWIST, Demand(Level.BEGINNER, 1), TR)
    assert now == "Turns per side, for you now: 2 (about 35 s)"
    assert levels == ["Beginner: 2 (about 35 s)", "Normal: 4 (about 60 s)", levels[2]]
    assert levels[2].startswith("Advanced: 6 (about 2 min")
    assert [level_name(level, TR) for level in Level] == ["Beginner", "Normal", "Advanced"]


def test_what_is_not_offered_says_so_and_has_a_length_all_the_same() -> None:
    hard = CATALOG["hyperextension"]
    now, beginner, *_ = dose_lines(hard, ASKED, TR)
    assert now.endswith("for you now: not offered")
    assert beginner == "Beginner: not offered"
    assert length_text(hard, ASKED, TR).startswith("about ")
    assert length_text(TWIST, ASKED, TR) == "about 35 s"
