from __future__ import annotations

from deskbreak.core.safety import TEXT_VERSION, is_answered, is_cleared, safety_text
from deskbreak.core.words import English


def test_nothing_ticked_is_no_answer() -> None:
    assert not is_answered(frozenset(), none=False)
    assert not is_cleared(frozenset(), none=False)


def test_only_none_of_these_clears() -> None:
    assert is_answered(frozenset(), none=True)
    assert is_cleared(frozenset(), none=True)


def test_any_condition_asks_for_a_doctor_whatever_else_is_ticked() -> None:
    for number in range(len(safety_text(English()).conditions)):
        for none in (False, True):
            assert is_answered(frozenset({number}), none=none)
            assert not is_cleared(frozenset({number}), none=none)


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
