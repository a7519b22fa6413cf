"""What is taken in from a shared file gets a name that is free."""

from __future__ import annotations

from deskbreak.core.authoring.share import Offered, sorted_out
from deskbreak.core.routine import Recipe


def test_a_routine_whose_name_is_taken_gets_another_and_says_so() -> None:
    mine = Recipe("evening", "My evening", ("back_twist",), source="evening.toml")
    theirs = Recipe("evening", "Their evening", ("cat_cow",))
    taken = sorted_out(Offered("given", (), theirs), {}, (mine,))
    assert taken.recipe is not None
    assert taken.recipe.id != "evening"
    assert dict(taken.renamed) == {"evening": taken.recipe.id}
    assert taken.recipe.order == ("cat_cow",)


def test_a_routine_that_is_there_already_is_not_taken_twice() -> None:
    mine = Recipe("evening", "Evening", ("back_twist",), source="evening.toml")
    taken = sorted_out(
        Offered("given", (), Recipe("evening", "Evening", ("back_twist",))), {}, (mine,)
    )
    assert taken.recipe is None
    assert taken.present == ("evening",)
