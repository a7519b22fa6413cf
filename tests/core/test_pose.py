from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given

from deskbreak.core.exercise import Ease
from deskbreak.core.pose import Between, Pose, blend, eased, mirrored
from tests.core.pose_strategies import parts, poses


@given(poses)
def test_a_mirror_twice_is_the_same(pose: Pose) -> None:
    assert mirrored(mirrored(pose)) == pose


def test_a_mirror_exchanges_sides_and_turns_the_spine_the_other_way() -> None:
    pose = Pose(thorax=(1.0, 2.0, 3.0), el_l=50.0, hand_r="chest", leg_l=(1.0, 2.0, 3.0, 4.0))
    other = mirrored(pose)
    assert other.thorax == (1.0, -2.0, -3.0)
    assert (other.el_r, other.hand_l, other.leg_r) == (50.0, "chest", (1.0, 2.0, 3.0, 4.0))


@given(poses, poses)
def test_a_blend_begins_and_ends_at_its_poses(one: Pose, two: Pose) -> None:
    assert blend(one, two, 0.0) is one
    assert blend(one, two, 1.0) is two
    assert blend(one, two, -0.5) is one
    assert blend(one, two, 7.0) is two
    assert blend(one, one, 0.5) is one


@given(poses, poses, parts)
def test_every_number_of_a_blend_lies_between(one: Pose, two: Pose, part: float) -> None:
    mid = blend(one, two, part)
    for field in fields(Pose):
        a, b, c = (getattr(pose, field.name) for pose in (one, two, mid))
        if field.name[:4] in {"hand", "pin_"}:
            continue
        for x, y, z in zip(*(v if isinstance(v, tuple) else (v,) for v in (a, b, c)), strict=True):
            assert min(x, y) - 1e-9 <= z <= max(x, y) + 1e-9


def test_a_blend_half_way_is_the_middle() -> None:
    one, two = Pose(), Pose(root=(4.0, 31.0), el_l=30.0, leg_r=(80.0, -10.0, 0.0, 8.0))
    mid = blend(one, two, 0.5)
    assert mid.root == (2.0, 30.0)
    assert mid.el_l == 20.0
    assert mid.leg_r == (85.0, -5.0, 0.0, 7.0)


def test_a_hand_travels_between_contacts_and_stays_on_one() -> None:
    one, two = Pose(hand_l="thigh", hand_r="knee"), Pose(hand_l="occiput", hand_r="knee", el_l=90.0)
    mid = blend(one, two, 0.25)
    assert mid.hand_l == Between("thigh", "occiput", 0.25, one.arm_l(), two.arm_l())
    assert mid.hand_r == "knee"


@pytest.mark.parametrize("ease", [*Ease, "whatever"])
def test_every_ease_starts_at_none_and_ends_at_all(ease: str) -> None:
    assert eased(0.0, ease) == pytest.approx(0.0)
    assert eased(1.0, ease) == pytest.approx(1.0)
    steps = [eased(i / 20, ease) for i in range(21)]
    assert steps == sorted(steps)


def test_eases_differ_in_the_middle() -> None:
    assert eased(0.5, Ease.LINEAR) == 0.5
    assert eased(0.5, Ease.SMOOTH) == pytest.approx(0.5)
    assert eased(0.25, Ease.SMOOTH) < 0.25
    assert eased(0.5, Ease.IN) < 0.3
    assert eased(0.5, Ease.OUT) > 0.7
