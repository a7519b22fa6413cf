"""Exercises in the making: copies, phases, poses and joints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.authoring import draft
from deskbreak.core.authoring.draft import Part, Spot
from deskbreak.core.authoring.joints import LIMBS, Joint, bent, joint_name, limb_name, value_of
from deskbreak.core.authoring.names import free, id_for, is_id
from deskbreak.core.authoring.routines import minutes, refusals, trial
from deskbreak.core.exercise import Phase, Side
from deskbreak.core.exercise_check import faults_of
from deskbreak.core.pose import Pose
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Recipe
from deskbreak.core.words import English

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
TWIST = CATALOG["back_twist"]
CIRCLES = CATALOG["shoulder_rotation"]
JOINTS = [joint for limb in LIMBS for joint in limb.joints]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My back twist", "my_back_twist"),
        ("Zwölf Äpfel!", "zwolf_apfel"),
        ("42 turns", "own_42_turns"),
        ("肩", "own"),
        ("a" * 60, "a" * 40),
    ],
)
def test_an_id_reads_like_its_title(title: str, name: str) -> None:
    assert id_for(title, ()) == name


@given(st.text(max_size=60), st.integers(0, 12))
def test_every_title_gives_a_free_id(title: str, others: int) -> None:
    taken: set[str] = set()
    for _ in range(others):
        taken.add(id_for(title, taken))
    assert len(taken) == others
    assert all(is_id(name) for name in taken)


def test_a_taken_name_gets_a_number() -> None:
    assert free("a", {"a", "a_2"}) == "a_3"
    assert free("b", {"a"}) == "b"
    assert not is_id("No")


def test_a_copy_has_a_name_of_its_own() -> None:
    copy = draft.copy_of(TWIST, {*CATALOG, "back_twist_own"}, English())
    assert (copy.id, copy.title) == ("back_twist_own_2", "Back twist (own)")
    assert copy.group == "own"
    assert replace(copy, id=TWIST.id, title=TWIST.title, group=TWIST.group) == TWIST
    check = draft.copy_of(CATALOG["posture_tall_sit"], (), English())
    assert check.group == "posture"


@pytest.mark.parametrize("part", Part)
def test_phases_can_be_changed_added_moved_and_removed(part: Part) -> None:
    spot = Spot(part, 0)
    first = draft.phases(TWIST, part)[0]
    longer = draft.with_phase(TWIST, spot, replace(first, seconds=9.0))
    assert draft.phases(longer, part)[0].seconds == 9.0
    more = draft.with_phase_added(TWIST, spot)
    stay = draft.phases(more, part)[1]
    assert (stay.start, stay.to, stay.seconds) == (first.to, first.to, first.seconds)
    assert len(draft.phases(more, part)) == len(draft.phases(TWIST, part)) + 1
    assert draft.phases(draft.with_phase_moved(more, spot, 1), part)[1].start == first.start
    assert draft.with_phase_moved(TWIST, spot, -1) == TWIST
    assert draft.phases(draft.without_phase(more, Spot(part, 1)), part) == draft.phases(TWIST, part)


def test_a_phase_of_the_cycle_has_the_side_of_its_poses() -> None:
    assert [draft.side_of(phase) for phase in TWIST.cycle] == [p.side for p in TWIST.cycle]
    across = replace(TWIST.cycle[0], start="left_x", to="right")
    assert draft.side_of(across) is None
    turned = draft.with_phase(TWIST, Spot(Part.CYCLE, 0), replace(TWIST.cycle[0], to="left"))
    assert turned.cycle[0].side is Side.LEFT


def test_cues_for_the_way_back_stay_as_many_as_the_phases() -> None:
    more = draft.with_phase_added(CIRCLES, Spot(Part.CYCLE, 0))
    assert more.reverse_cues == (*CIRCLES.reverse_cues, "")
    fewer = draft.without_phase(CIRCLES, Spot(Part.CYCLE, 0))
    assert fewer.reverse_cues == CIRCLES.reverse_cues[:-1]


def test_poses_can_be_changed_added_and_removed() -> None:
    more, name = draft.with_pose_added(TWIST, "right")
    assert name == "right_2"
    assert dict(more.keyframes)[name] == dict(TWIST.keyframes)["right"]
    assert not draft.is_used(more, name)
    assert draft.without_pose(more, name) == TWIST
    assert draft.without_pose(TWIST, "right") == TWIST
    assert dict(draft.with_pose(TWIST, "rest", Pose()).keyframes)["rest"] == Pose()
    assert all(draft.is_used(TWIST, each) for each, _ in TWIST.keyframes)


def test_a_broken_movement_is_not_shown() -> None:
    assert draft.can_move(TWIST)
    assert draft.can_move(replace(TWIST, title=""))
    broken = draft.with_phase(TWIST, Spot(Part.CYCLE, 0), Phase("a", "b", 1, TWIST.cycle[0].breath))
    assert not draft.can_move(broken)
    assert faults_of(broken)


@pytest.mark.parametrize("name", CATALOG)
def test_every_shipped_pose_lies_within_the_spans(name: str) -> None:
    for frame, pose in CATALOG[name].keyframes:
        for joint in JOINTS:
            value = value_of(pose, joint)
            assert joint.low <= value <= joint.high, (frame, joint, value)


@pytest.mark.parametrize("one", JOINTS)
def test_every_joint_bends_alone(one: Joint) -> None:
    pose = bent(Pose(), one, 7.0)
    assert value_of(pose, one) == 7.0
    for other in JOINTS:
        if other != one:
            assert value_of(pose, other) == value_of(Pose(), other)


def test_joints_have_names_that_differ_within_a_limb() -> None:
    for limb in LIMBS:
        names = [joint_name(joint, English()) for joint in limb.joints]
        assert len(set(names)) == len(names)
        assert limb_name(limb.name, English())
    assert joint_name(LIMBS[0].joints[0], English()) == "Hips: lean forward"
    assert joint_name(LIMBS[2].joints[0], English()) == "Arm up"


def test_a_routine_says_what_it_lacks_and_how_long_it_takes() -> None:
    good = Recipe("mine", "Mine", ("back_twist", "side_tilt"))
    assert refusals(good, CATALOG, English()) == ()
    assert [step.exercise.id for step in trial(good, CATALOG)] == ["back_twist", "side_tilt"]
    assert 1 <= minutes(good, CATALOG) <= 5
    (said,) = refusals(replace(good, order=("back_twist",)), CATALOG, English())
    assert said.startswith("Nothing here strengthens")
    assert "no exercise yet" in refusals(replace(good, order=()), CATALOG, English())[0]
    assert refusals(RECIPES[0], CATALOG, English()) == ()
