from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.figure.space import (
    Vec,
    angle,
    cross,
    dot,
    length,
    lerp,
    segment_turn,
    times,
    turn,
    turned_about,
    unit,
)

vectors = st.tuples(*[st.floats(-50, 50)] * 3)


def test_the_zero_vector_has_no_direction() -> None:
    assert unit((0.0, 0.0, 0.0)) == (0.0, 0.0, 0.0)
    assert unit((0.0, 3.0, 4.0)) == pytest.approx((0.0, 0.6, 0.8))


def test_the_axes_make_a_right_hand() -> None:
    assert cross((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)) == (0.0, 0.0, 1.0)
    assert angle((1.0, 0.0, 0.0), (0.0, 5.0, 0.0)) == pytest.approx(90)


@given(vectors, vectors)
def test_a_vector_product_stands_square_on_both(a: Vec, b: Vec) -> None:
    assert dot(cross(a, b), a) == pytest.approx(0, abs=1e-6)
    assert dot(cross(a, b), b) == pytest.approx(0, abs=1e-6)


@given(vectors, st.floats(-180, 180), st.floats(-180, 180))
def test_turning_keeps_lengths(v: Vec, flexion: float, rotation: float) -> None:
    turned = turn(segment_turn(flexion, 10.0, rotation), v)
    assert length(turned) == pytest.approx(length(v), abs=1e-9)
    about = turned_about(v, (0.0, 1.0, 0.0), rotation)
    assert length(about) == pytest.approx(length(v), abs=1e-9)


def test_flexion_bends_forward_lateral_to_the_right_rotation_faces_right() -> None:
    up: Vec = (0.0, 1.0, 0.0)
    ahead: Vec = (0.0, 0.0, 1.0)
    assert turn(segment_turn(90.0, 0.0, 0.0), up) == pytest.approx((0.0, 0.0, 1.0))
    assert turn(segment_turn(0.0, 90.0, 0.0), up) == pytest.approx((1.0, 0.0, 0.0))
    assert turn(segment_turn(0.0, 0.0, 90.0), ahead) == pytest.approx((1.0, 0.0, 0.0))
    both = times(segment_turn(0.0, 0.0, 30.0), segment_turn(0.0, 0.0, 60.0))
    assert turn(both, ahead) == pytest.approx((1.0, 0.0, 0.0))


def test_a_point_between_two() -> None:
    assert lerp((0.0, 0.0, 0.0), (2.0, 4.0, 8.0), 0.25) == (0.5, 1.0, 2.0)
