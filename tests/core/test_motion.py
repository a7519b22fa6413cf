from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.exercise import Breath, Ease, Exercise, Phase, Side
from deskbreak.core.guide.script import script_for
from deskbreak.core.motion import (
    FRAMES_PER_S,
    LEAST_TRAVEL,
    breath_of,
    cycle_for,
    frame_pose,
    frames_of,
    keyframe,
    phase_pose,
    pose_at,
    seconds_of,
)
from deskbreak.core.pose import Pose, blend
from deskbreak.core.rig import solve
from deskbreak.core.routine import Planned
from tests.core.guide_samples import circles, exercise, phase


def planned(what: Exercise | None = None, reach: float = 1.0, variant: str = "") -> Planned:
    return Planned(what or exercise(), 2, reach, variant)


def test_the_first_direction_is_the_cycle_as_it_stands() -> None:
    circle = circles()
    assert cycle_for(circle, Side.BACKWARD) is circle.cycle
    assert cycle_for(circle, None) is circle.cycle
    assert cycle_for(exercise(), Side.LEFT) == exercise().cycle


def test_the_other_direction_runs_through_the_same_keyframes_with_its_own_cues() -> None:
    circle = replace(circles(), reverse_cues=("One", "", "Three"))
    back = cycle_for(circle, Side.FORWARD)
    assert [(p.start, p.to) for p in back] == [
        ("center", "left"),
        ("left", "right"),
        ("right", "center"),
    ]
    assert [p.seconds for p in back] == [2, 1, 1]
    assert [p.cue for p in back] == ["One", "", "Three"]
    assert [p.breath for p in back] == [p.breath for p in circle.cycle]
    assert [p.cue for p in cycle_for(circles(), Side.FORWARD)] == ["", "", ""]


def test_reach_scales_what_the_cycle_moves_and_leaves_the_rest() -> None:
    half = planned(reach=0.5)
    assert keyframe(half, "right").thorax == (0.0, 0.0, 16.0)
    assert keyframe(half, "center") == keyframe(planned(), "center")
    assert keyframe(half, "rest") == Pose()
    assert keyframe(planned(), "right").thorax == (0.0, 0.0, 32.0)


def test_a_variant_shows_its_own_keyframes_scaled_towards_its_own_middle() -> None:
    other = replace(
        exercise(),
        keyframes=(
            *exercise().keyframes,
            ("center_x", Pose(el_l=100.0)),
            ("right_x", Pose(el_l=120.0)),
        ),
        variants=(("neck_free", (("center", "center_x"), ("right", "right_x"))),),
    )
    assert keyframe(planned(other, 0.5, "neck_free"), "right").el_l == 110.0
    assert keyframe(planned(other, 0.5, "neck_free"), "center").el_l == 100.0
    assert keyframe(planned(other, 1.0, "neck_free"), "left").thorax == (0.0, 0.0, -32.0)
    with pytest.raises(KeyError):
        keyframe(planned(), "moon")


def test_a_phase_is_eased() -> None:
    way = Phase("center", "right", 2, Breath.OUT, ease=Ease.LINEAR)
    assert phase_pose(planned(), way, 0.25).thorax == (0.0, 0.0, 8.0)
    assert phase_pose(planned(), replace(way, ease=Ease.SMOOTH), 0.25).thorax[2] < 8.0


def test_time_runs_through_the_phases_and_starts_again() -> None:
    cycle = exercise().cycle
    assert seconds_of(cycle) == 8
    assert pose_at(planned(), cycle, 2.0).thorax == (0.0, 0.0, 32.0)
    assert pose_at(planned(), cycle, 5.0).thorax == pytest.approx((0.0, 0.0, -16.0))
    assert pose_at(planned(), cycle, 13.0) == pose_at(planned(), cycle, 5.0)


def test_a_rounding_at_the_very_end_still_gives_the_last_pose() -> None:
    seconds = (1.0, 1.1, 1.8, 2.3)
    phases = tuple(phase("center", "right", length) for length in seconds)
    last = math.nextafter(seconds_of(phases), 0)
    left = last
    for length in seconds:  # what is added up and what is taken off again differ by a rounding
        left -= length
    assert left >= 0
    assert pose_at(planned(), phases, last).thorax == (0.0, 0.0, 32.0)


@given(st.floats(0, 100))
def test_any_time_gives_a_pose_between_the_keyframes(t: float) -> None:
    assert -32.0 <= pose_at(planned(), exercise().cycle, t).thorax[2] <= 32.0


def test_free_breath_is_no_breath() -> None:
    phases = (phase("a", "b", 1, Breath.FREE), phase("b", "a", 1, Breath.OUT))
    assert breath_of(phases) == (Breath.OUT,)


def test_a_reach_of_nothing_stays_in_the_middle() -> None:
    still = planned(reach=0.0)
    assert keyframe(still, "right") == blend(keyframe(still, "center"), Pose(), 0.0)


def test_the_way_back_shows_the_very_poses_of_the_way_there() -> None:
    there = phase("center", "left", 2.0)
    back = replace(there, start="left", to="center")
    steps, dose = 2 * FRAMES_PER_S, planned()
    ways = [
        {frame_pose(dose, way, step / steps, 2.0) for step in range(steps + 1)}
        for way in (there, back)
    ]
    assert ways[0] == ways[1]
    assert frame_pose(dose, back, 0.0, 2.0) == keyframe(dose, "left")
    assert frame_pose(dose, back, 1.0, 2.0) == keyframe(planned(), "center")


@pytest.mark.parametrize(("seconds", "most"), [(1.0, FRAMES_PER_S), (60.0, 1000)])
def test_a_film_has_no_more_poses_than_can_be_told_apart(seconds: float, most: int) -> None:
    way, dose = phase("center", "left", seconds), planned()
    film = list(dict.fromkeys(frame_pose(dose, way, n / 4000, seconds) for n in range(4001)))
    steps = [
        max(math.dist(one[name], two[name]) for name in one)
        for one, two in itertools.pairwise(solve(pose).joints for pose in film)
    ]
    assert len(steps) <= most
    assert sum(steps) / len(steps) > 0.9 * LEAST_TRAVEL
    if seconds == 60.0:  # where there is time enough, no step is seen
        assert max(steps) < 2 * LEAST_TRAVEL


@pytest.mark.parametrize("what", [exercise(), circles()])
def test_a_session_shows_no_pose_that_its_film_does_not_have(what: Exercise) -> None:
    dose = planned(what)
    told, script = set(frames_of(dose)), script_for(dose)
    for n in range(400):
        beat = script.at(pos := script.seconds * n / 400)
        part = (pos - beat.start) / beat.seconds
        assert frame_pose(dose, beat.phase, part, beat.seconds) in told, pos
