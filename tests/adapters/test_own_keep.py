"""Keeping own exercises and routines: only sound ones, nowhere else, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.catalog import Shelf, shipped_exercises
from deskbreak.adapters.own_files import shipped_bases
from deskbreak.adapters.own_keep import Keeper
from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.share_file import MOST_BYTES, read_share, write_share
from deskbreak.core import motion_check
from deskbreak.core.authoring.share import Offered, share_text
from deskbreak.core.exercise import Exercise
from deskbreak.core.exercise_check import Fault
from deskbreak.core.routine import Recipe

SHIPPED = shipped_exercises()
TWIST = replace(SHIPPED["back_twist"], id="my_twist", title="My twist")
TILT = replace(SHIPPED["side_tilt"], id="my_tilt", title="My tilt")
EVENING = Recipe("evening", "Evening", ("my_twist", "my_tilt", "cat_cow"))
BASES = shipped_bases(resources_folder() / "exercises")
SHARED = share_text((TWIST, TILT), EVENING)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "exercises", tmp_path / "routines")


@pytest.fixture
def keeper(shelf: Shelf) -> Keeper:
    return Keeper(shelf)


def offer(shelf: Shelf, text: str | bytes) -> Offered:
    path = shelf.folders[0].parent / "given.deskbreak.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_share(path, shelf.exercises(), shelf.recipes(), BASES)


def everything(shelf: Shelf) -> dict[str, str]:
    """Return every file in the own folders with its text."""
    return {
        str(path): path.read_text("utf-8")
        for folder in shelf.folders
        if folder.is_dir()
        for path in folder.iterdir()
    }


def test_what_is_saved_is_used(shelf: Shelf, keeper: Keeper) -> None:
    assert [keeper.save(each) for each in (TWIST, TILT, EVENING)] == ["", "", ""]
    assert shelf.exercises()["my_twist"] == TWIST
    assert shelf.recipes()[-1] == replace(EVENING, source="evening.toml")
    assert shelf.problems() == ()


def test_saving_again_keeps_the_version_before(shelf: Shelf, keeper: Keeper) -> None:
    keeper.save(TWIST)
    before = everything(shelf)
    assert keeper.save(replace(TWIST, title="Better")) == ""
    assert shelf.exercises()["my_twist"].title == "Better"
    kept = shelf.folders[0] / "my_twist.toml.bak"
    assert [kept.read_text("utf-8")] == list(before.values())


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (replace(TWIST, id="back_twist"), '"back_twist" is taken; choose another name.'),
        (replace(TWIST, id="desk"), '"desk" is taken; choose another name.'),
        (replace(TWIST, title=" "), "is empty; write one sentence"),
        (replace(TWIST, id="../x"), "id: "),
        (replace(TWIST, cycle=()), "cycle: "),
        (Recipe("loose", "Loose", ("back_twist",)), "Nothing here strengthens."),
        (Recipe("none", "None", ("moon",)), 'names no exercise "moon"'),
        (Recipe("my_tilt", "Mine", ("cat_cow", "side_tilt")), '"my_tilt" is taken'),
        (replace(TWIST, goal="x" * 70_000), "larger than 64 KiB"),
    ],
)
def test_what_is_not_right_is_not_saved(
    shelf: Shelf, keeper: Keeper, made: Exercise | Recipe, said: str
) -> None:
    keeper.save(TILT)
    before = everything(shelf)
    assert said in keeper.save(made)
    assert everything(shelf) == before


def test_somebody_elses_file_is_never_written_over(shelf: Shelf, keeper: Keeper) -> None:
    shelf.folders[0].mkdir()
    foreign = shelf.folders[0] / "my_twist.toml"
    foreign.write_text("half a file", "utf-8")
    assert keeper.save(TWIST) == ""
    assert foreign.read_text("utf-8") == "half a file"
    assert shelf.exercises()["my_twist"] == TWIST
    assert (shelf.folders[0] / "my_twist_2.toml").is_file()


def test_a_link_is_never_followed(shelf: Shelf, keeper: Keeper, tmp_path: Path) -> None:
    keeper.save(TWIST)
    own = shelf.folders[0] / "my_twist.toml"
    aim = own.replace(tmp_path / "elsewhere.toml")
    own.symlink_to(aim)
    before = aim.read_text("utf-8")
    assert "is a link" in keeper.save(replace(TWIST, title="Other"))
    assert aim.read_text("utf-8") == before


def test_what_is_removed_can_come_back(shelf: Shelf, keeper: Keeper) -> None:
    keeper.save(TWIST)
    assert keeper.remove("my_twist") == ""
    assert "my_twist" not in shelf.exercises()
    assert keeper.remove("my_twist") == 'There is no "my_twist" of your own.'
    assert keeper.restore("my_twist") == ""
    assert shelf.exercises()["my_twist"] == TWIST
    assert keeper.restore("my_twist") == '"my_twist" cannot be brought back.'


def test_a_folder_that_cannot_be_written_says_so(shelf: Shelf, keeper: Keeper) -> None:
    shelf.folders[0].write_text("no folder", "utf-8")
    assert keeper.save(TWIST).startswith("It cannot be saved: ")


def test_a_shared_file_adds_all_that_it_holds(shelf: Shelf, keeper: Keeper) -> None:
    offered = offer(shelf, SHARED)
    assert (offered.refused, offered.renamed, offered.present) == ((), (), ())
    assert keeper.add(offered) == ""
    assert (shelf.exercises()["my_twist"], shelf.exercises()["my_tilt"]) == (TWIST, TILT)
    assert shelf.recipes()[-1].order == EVENING.order
    again = offer(shelf, SHARED)
    assert again.is_empty()
    assert again.present == ("my_twist", "my_tilt", "evening")


def test_a_taken_name_gets_a_new_one_everywhere(shelf: Shelf, keeper: Keeper) -> None:
    keeper.save(replace(TWIST, title="Another twist"))
    offered = offer(shelf, SHARED)
    assert offered.renamed == (("my_twist", "my_twist_2"),)
    assert keeper.add(offered) == ""
    assert shelf.recipes()[-1].order == ("my_twist_2", "my_tilt", "cat_cow")
    assert shelf.exercises()["my_twist"].title == "Another twist"


def test_a_bad_exercise_is_refused_and_the_rest_offered(shelf: Shelf) -> None:
    text = SHARED.replace('to = "right", s = 3', 'to = "moon", s = 3', 1)
    offered = offer(shelf, text)
    assert [each.id for each in offered.exercises] == ["my_tilt"]
    assert any("names no keyframe" in said for said in offered.refused)
    assert offered.recipe is not None
    assert offered.recipe.order == ("my_tilt", "cat_cow")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1", "is no file of deskbreak"),
        ("deskbreak = 2", "deskbreak: is 2; this deskbreak reads version 1"),
        ("deskbreak = 1\nrun = 'rm'", "run: is unknown; there are deskbreak, exercise, routine"),
        ("deskbreak = 1\nexercise = 3", "exercise: must be written as [[exercise]]"),
        ("deskbreak = 1\nexercise = [3]", "exercise[0]: must be written as [[exercise]]"),
        ("deskbreak = 1\nroutine = 3", "routine: must be written as [routine]"),
        ("deskbreak = 1\n" + "[[exercise]]\n" * 41, "has 41 parts; 40 is the most"),
        (b"x" * (MOST_BYTES + 1), "is larger than 256 KiB"),
        ("deskbreak = 1\n[routine]\nid='a'\ntitle='A'\norder=['back_twist']", "strengthens"),
        (share_text((TWIST, TWIST)), "is there twice"),
    ],
)
def test_what_cannot_be_taken_is_named(shelf: Shelf, text: str | bytes, said: str) -> None:
    offered = offer(shelf, text)
    assert any(said in one for one in offered.refused), offered.refused


def test_a_plain_own_file_can_be_imported_too(shelf: Shelf, keeper: Keeper) -> None:
    keeper.save(TWIST)
    text = (shelf.folders[0] / "my_twist.toml").read_text("utf-8")
    keeper.remove("my_twist")
    assert offer(shelf, text).exercises == (TWIST,)
    routine = 'id = "mine"\ntitle = "Mine"\norder = ["side_tilt", "cat_cow"]'
    recipe = offer(shelf, routine).recipe
    assert recipe is not None
    assert recipe.order == ("side_tilt", "cat_cow")


def test_nothing_is_added_when_one_of_it_cannot_be(
    shelf: Shelf, keeper: Keeper, tmp_path: Path
) -> None:
    offered = offer(shelf, SHARED)
    (tmp_path / "routines").write_text("no folder", "utf-8")
    assert keeper.add(offered) != ""
    assert everything(shelf) == {}
    (tmp_path / "routines").unlink()
    keeper.save(TILT)
    assert "is taken by now" in keeper.add(offered)
    assert set(shelf.exercises()) - set(SHIPPED) == {"my_tilt"}


def test_writing_a_share_says_why_it_cannot(tmp_path: Path) -> None:
    assert write_share(tmp_path / "mine", (TWIST,), None) == ""
    assert (tmp_path / "mine.deskbreak.toml").read_text("utf-8") == share_text((TWIST,))
    (tmp_path / "file").write_text("", "utf-8")
    assert "cannot be written" in write_share(tmp_path / "file" / "mine.toml", (TWIST,), None)


def test_each_shared_movement_is_looked_through_once(
    shelf: Shelf, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    given = tuple(replace(TWIST, id=f"once_{n}", title=f"Looked at {n}") for n in range(4))

    def look(exercise: Exercise) -> tuple[Fault, ...]:
        looked.append(exercise.id)
        return ()

    monkeypatch.setattr(motion_check, "motion_faults", look)
    assert keeper.add(offer(shelf, share_text(given))) == ""
    assert {each.id for each in given} <= set(shelf.exercises())
    assert sorted(looked) == [each.id for each in given]
