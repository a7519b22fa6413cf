from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.core.figure.arms import (
    FOLDED,
    FOREARM,
    NEAREST_WRIST,
    UPPER_ARM,
    reach,
    solve_arm,
)
from deskbreak.core.figure.contacts import Body
from deskbreak.core.figure.space import Mat, Vec, angle, length, sub
from deskbreak.core.pose import Arm, Between, Pose
from deskbreak.core.rig import solve

UPRIGHT: Mat = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
SHOULDER: Vec = (11.3, 56.0, 0.0)
points = st.tuples(*[st.floats(-60, 60)] * 3)


def body() -> Body:
    skeleton = solve(Pose())
    frames = skeleton.frames
    return Body(skeleton.joints, frames["thorax"], frames["head"], frames["pelvis"])


@settings(deadline=None, max_examples=50)
@given(points, points)
def test_two_bones_keep_their_length_wherever_they_reach(goal: Vec, pole: Vec) -> None:
    middle, end, missed = reach((0.0, 0.0, 0.0), goal, pole, 16.8, 15.2)
    if length(goal) > 1e-6:
        assert length(end) == pytest.approx(max(1.65, min(31.95, length(goal))), abs=1e-6)
        assert length(middle) == pytest.approx(16.8, abs=1e-6)
        assert length(sub(end, middle)) == pytest.approx(15.2, abs=1e-6)
    assert missed >= 0


@pytest.mark.parametrize(
    ("goal", "pole"),
    [
        ((0.0, -20.0, 0.0), (0.0, -1.0, 0.0)),
        ((0.0, 0.0, 20.0), (0.0, 0.0, 1.0)),
        ((0.0, 0.0, 20.0), (0.0, 0.0, 0.0)),
    ],
)
def test_an_elbow_that_is_told_no_way_to_go_goes_somewhere(goal: Vec, pole: Vec) -> None:
    middle, _, _ = reach((0.0, 0.0, 0.0), goal, pole, 16.8, 15.2)
    assert length(middle) > 10


def test_a_goal_within_reach_is_reached_and_the_elbow_goes_to_its_pole() -> None:
    middle, end, missed = reach((0.0, 0.0, 0.0), (20.0, 0.0, 0.0), (0.0, -1.0, 0.0), 16.8, 15.2)
    assert end == pytest.approx((20.0, 0.0, 0.0))
    assert missed == 0
    assert middle[1] < -8
    assert length(sub(end, middle)) == pytest.approx(15.2)


@pytest.mark.parametrize("side", [-1, 1])
def test_fingertips_rest_on_the_own_shoulder(side: int) -> None:
    shoulder: Vec = (side * 11.3, 56.0, 0.0)
    limb = solve_arm("shoulder", Arm((80.0, 10.0, 0.0), 0.0, 0.0), side, shoulder, body())
    assert length(sub(limb.tip, shoulder)) < 4
    flexion = angle(sub(limb.elbow, shoulder), sub(limb.wrist, limb.elbow))
    assert flexion == pytest.approx(FOLDED)


@pytest.mark.parametrize("hand", ["occiput", "chest", "knee", "thigh"])
def test_every_contact_is_reached_upright(hand: str) -> None:
    limb = solve_arm(hand, Arm((60.0, 30.0, 0.0), 0.0, 0.0), 1, SHOULDER, body())
    assert limb.missed < 0.5


def test_an_unknown_contact_is_refused() -> None:
    with pytest.raises(ValueError, match='cannot touch "moon"'):
        solve_arm("moon", Arm((0.0, 0.0, 0.0), 0.0, 0.0), 1, SHOULDER, body())


def test_a_hand_on_its_way_starts_and_ends_at_its_contacts() -> None:
    down, up = Arm((25.0, -55.0, 0.0), 0.0, 0.0), Arm((105.0, 0.0, 0.0), 0.0, 0.0)
    for part, hand, arm in ((0.0, "thigh", down), (1.0, "occiput", up)):
        way = Between("thigh", "occiput", part, down, up)
        limb = solve_arm(way, down, 1, SHOULDER, body())
        alone = solve_arm(hand, arm, 1, SHOULDER, body())
        assert limb.wrist == pytest.approx(alone.wrist, abs=1e-6)


def test_a_hand_on_its_way_swings_out_and_never_too_near_to_the_shoulder() -> None:
    down, cross = Arm((25.0, -55.0, 0.0), 0.0, 0.0), Arm((45.0, 60.0, 0.0), 0.0, 0.0)
    for i in range(21):
        way = Between("thigh", "shoulder", i / 20, down, cross)
        limb = solve_arm(way, down, 1, SHOULDER, body())
        assert length(sub(limb.wrist, SHOULDER)) >= NEAREST_WRIST - 1e-6
    middle = solve_arm(Between("thigh", "occiput", 0.5, down, cross), down, 1, SHOULDER, body())
    ends = [solve_arm(h, down, 1, SHOULDER, body()).wrist[0] for h in ("thigh", "occiput")]
    assert middle.wrist[0] > max(ends)


def test_a_hand_that_would_pass_through_the_shoulder_goes_around_it() -> None:
    fold = Arm((90.0, 0.0, 0.0), 146.0, 0.0)
    back = Arm((90.0, 180.0, 0.0), 146.0, 0.0)
    near = [
        length(sub(solve_arm(Between("", "", i / 40, fold, back), fold, 1, SHOULDER, body()).wrist,
                   SHOULDER))
        for i in range(41)
    ]  # fmt: skip
    assert min(near) >= min(NEAREST_WRIST, near[0]) - 1e-6


def test_a_free_arm_hangs_straight_down() -> None:
    limb = solve_arm(
        "", Arm((0.0, 0.0, 0.0), 0.0, 0.0), 1, SHOULDER, Body({}, UPRIGHT, UPRIGHT, UPRIGHT)
    )
    assert limb.wrist == pytest.approx((11.3, 56.0 - UPPER_ARM - FOREARM, 0.0))
    assert not math.isnan(limb.tip[0])
