"""Files that somebody else made, mutilated: nothing of them is ever half imported."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbreak.adapters.catalog import Shelf, shipped_exercises
from deskbreak.adapters.own_files import shipped_bases
from deskbreak.adapters.own_keep import Keeper
from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.share_file import read_share
from deskbreak.core.authoring.share import share_text
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Recipe

SHIPPED = shipped_exercises()
TWIST = replace(SHIPPED["back_twist"], id="my_twist", title="My twist")
TILT = replace(SHIPPED["side_tilt"], id="my_tilt", title="My tilt")
EVENING = Recipe("evening", "Evening", ("my_twist", "my_tilt", "cat_cow"))
BASES = shipped_bases(resources_folder() / "exercises")
SHARED = share_text((TWIST, TILT), EVENING)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A shared file with bytes cut out, doubled or exchanged."""
    raw = bytearray(SHARED.encode("utf-8"))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        long = draw(st.integers(0, 40))
        new = draw(st.sampled_from((b"", b"0", b"nan", b"[", b"]]", b'"', b"\n[[exercise]]\n"))
                   | st.binary(max_size=8) | st.just(bytes(raw[at : at + 2 * long])))  # fmt: skip
        raw[at : at + long] = new
    return bytes(raw)


@given(raw=mutated())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mutilated_file_is_half_imported(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    home = tmp_path_factory.mktemp("fuzz")
    shelf = Shelf(home / "exercises", home / "routines")
    path = home / "given.deskbreak.toml"
    path.write_bytes(raw)
    offered = read_share(path, shelf.exercises(), shelf.recipes(), BASES)
    said = Keeper(shelf).add(offered)
    added = set(shelf.exercises()) - set(SHIPPED)
    recipes = [recipe.id for recipe in shelf.recipes()[len(RECIPES) :]]
    assert shelf.problems() == ()
    if said:
        assert (added, recipes) == (set(), [])
    else:
        assert added == {each.id for each in offered.exercises}
        assert recipes == ([offered.recipe.id] if offered.recipe else [])
