from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.wording.tips import tip
from deskbreak.core.words import English

TR = English()


@given(st.integers())
def test_every_turn_has_a_tip_and_the_next_one_differs(turn: int) -> None:
    assert tip(turn, "desk", TR)
    assert tip(turn, "desk", TR) != tip(turn + 1, "desk", TR)


def test_the_home_programme_ends_with_its_own_advice() -> None:
    assert "shower" in tip(3, "home", TR)
    assert "shower" not in tip(3, "desk", TR)


def test_no_tip_is_longer_than_a_card_can_hold() -> None:
    assert all(
        len(tip(turn, routine, TR)) <= 100 for turn in range(20) for routine in ("desk", "home")
    )
