from __future__ import annotations

import pytest

from deskbreak.core.restrictions import Suspension
from deskbreak.core.wording import care
from deskbreak.core.words import English

TR = English()
SIGNS = ("chest pain", "short of breath", "numb between the legs", "bladder", "bowel", "leg")


@pytest.mark.parametrize("why", Suspension)
def test_every_card_of_advice_ends_with_the_signs_of_an_emergency(why: Suspension) -> None:
    advice = care.suspended(why, TR)
    assert advice.title
    assert all(sign in advice.lines[-1] for sign in SIGNS)
    assert "doctor" in advice.title + " ".join(advice.lines) or "medical" in advice.lines[0]


def test_a_hurt_back_gets_the_advice_and_nothing_more() -> None:
    said = " ".join(care.hurt_back(TR).lines)
    for word in ("Rest", "cold", "pain reliever", "doctor if it does not ease", "going down"):
        assert word in said


def test_what_keeps_happening_says_so_in_its_heading() -> None:
    advice = care.suspended(Suspension.REPEATED, TR)
    assert advice.title == "This keeps happening, please see a doctor"


def test_an_exercise_is_named_that_pain_switched_off() -> None:
    assert care.switched_off("Cat-cow", TR).startswith("Cat-cow has hurt twice")


def test_a_break_that_hurt_says_what_it_led_to() -> None:
    assert care.after_break((), None, TR) == ""
    assert care.after_break((), Suspension.SHARP, TR) == ""
    said = care.after_break(("Cat-cow",), Suspension.REPEATED, TR)
    assert said.startswith("Cat-cow has hurt twice")
    assert "please see a doctor" in said
    assert said.endswith(care.emergency(TR))


def test_the_answers_are_kind() -> None:
    assert care.better_question(TR).endswith("?")
    assert "doctor" in care.better_yes(TR)
    assert "doctor" in care.better_no(TR)
    assert "until tomorrow" in care.unwell(TR)
