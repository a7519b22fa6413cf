from __future__ import annotations

from datetime import date, timedelta

import pytest

from deskbreak.core.restrictions import Suspension
from deskbreak.core.safety import (
    GOOD_FOR_DAYS,
    TEXT_VERSION,
    Asking,
    SafetyAnswer,
    asking_sentence,
    asks,
    by_doctor,
    is_answered,
    is_cleared,
    safety_text,
    wants_therapist,
)
from deskbreak.core.settings.values import Safety
from deskbreak.core.words import English

TODAY = date(2026, 11, 23)
NUMBERS = range(len(safety_text(English()).conditions))
READ = Safety(TODAY, text_version=TEXT_VERSION)


def test_nothing_ticked_is_no_answer() -> None:
    assert not is_answered(SafetyAnswer())
    assert not is_cleared(SafetyAnswer(agreed=True, guided=True))


def test_none_of_these_clears_without_a_doctor() -> None:
    answer = SafetyAnswer(none=True, agreed=True)
    assert is_answered(answer)
    assert is_cleared(answer)
    assert not by_doctor(answer)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("none", [False, True])
def test_any_condition_needs_a_doctor_whatever_else_is_ticked(number: int, *, none: bool) -> None:
    ticked = frozenset({number})
    assert is_answered(SafetyAnswer(ticked, none))
    assert not is_cleared(SafetyAnswer(ticked, none, guided=True))
    assert by_doctor(SafetyAnswer(ticked, none, agreed=True, guided=True))
    assert is_cleared(SafetyAnswer(ticked, none, agreed=True, guided=True))


def test_treatment_needs_the_first_session_with_a_therapist_too() -> None:
    text = safety_text(English())
    wanted = [n for n in NUMBERS if wants_therapist(SafetyAnswer(frozenset({n})))]
    assert ["therapist" in text.conditions[n] for n in wanted] == [True]
    for n in NUMBERS:
        assert by_doctor(SafetyAnswer(frozenset({n}), agreed=True)) is (n not in wanted)


def test_an_answer_holds_for_ninety_days() -> None:
    days = timedelta(days=GOOD_FOR_DAYS)
    assert asks(Safety(), TODAY, None) is Asking.FIRST
    assert asks(READ, TODAY, None) is None
    assert asks(READ, TODAY + days - timedelta(days=1), None) is None
    assert asks(READ, TODAY + days, None) is Asking.AGE


def test_a_new_text_and_a_suspension_ask_again() -> None:
    assert asks(Safety(TODAY, text_version=TEXT_VERSION - 1), TODAY, None) is Asking.TEXT
    assert asks(READ, TODAY, Suspension.SHARP) is Asking.SHARP
    assert asks(READ, TODAY, Suspension.REPEATED) is Asking.REPEATED
    assert asks(READ, TODAY, Suspension.HURT) is None


def test_only_a_page_that_comes_again_says_why() -> None:
    said = {asking: asking_sentence(asking, English()) for asking in Asking}
    assert said.pop(Asking.FIRST) == asking_sentence(None, English()) == ""
    assert all("lease" in sentence for sentence in said.values())
    assert len(set(said.values())) == len(said)


def test_the_text_covers_what_must_be_said() -> None:
    text = safety_text(English())
    assert TEXT_VERSION == 1
    assert len(text.conditions) == 7
    conditions = " ".join(text.conditions).lower()
    for word in ("infection", "cancer", "spine", "bleeding", "pain", "pregnancy", "operation"):
        assert word in conditions
    moving = " ".join(text.moving)
    for word in ("smoothly", "two hours", "Breathe", "stop and rest"):
        assert word in moving
    assert "no medical advice" in text.paragraphs[0]
    assert "doctor" in text.first_doctor
    for promise in ("prevent", "cure", "heal", "protect"):
        assert promise not in " ".join((*text.paragraphs, *text.moving)).lower()


def test_every_sentence_goes_through_the_words() -> None:
    class Shout:
        def __call__(self, text: str, /, **values: str | int) -> str:
            return English()(text, **values).upper()

        def plural(self, one: str, many: str, n: int, /, **values: str | int) -> str:
            return English().plural(one, many, n, **values).upper()

    text = safety_text(Shout())
    sentences = [text.title, text.ask, text.none, text.accept, text.later, text.first_doctor]
    sentences += [*text.paragraphs, *text.conditions, *text.moving, text.moving_title]
    assert all(sentence == sentence.upper() for sentence in sentences)
