"""Keys that stand for one value and no other."""

from __future__ import annotations

from deskbreak.core.same import Same


def test_the_same_value_is_one_key_and_an_equal_one_another() -> None:
    one, two = [1, 2], [1, 2]
    assert one == two
    assert Same(one) == Same(one)
    assert Same(one) != Same(two)
    assert Same(one) != one
    assert {Same(one): "kept"}.get(Same(one)) == "kept"
