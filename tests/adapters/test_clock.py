from __future__ import annotations

import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.clock_sources import Reading, boot_id, boot_id_by_time, read_all

S = 1_000_000_000
START = Reading(wall=1_700_000_000 * S, boot=500 * S, mono=400 * S)


class Hands:
    """Clocks that a test sets by hand, in real nanoseconds."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> Reading:
        return self.now

    def go(self, awake: float = 0, asleep: float = 0, step: float = 0) -> None:
        both = round((awake + asleep) * S)
        self.now = Reading(
            wall=self.now.wall + both + round(step * S),
            boot=self.now.boot + both,
            mono=self.now.mono + round(awake * S),
        )


def test_the_real_clock_goes_forward_and_agrees_with_the_system() -> None:
    clock = SystemClock()
    first, second = clock.read(), clock.read()
    assert second.boot >= first.boot
    assert abs(first.utc - time.time_ns() // S) <= 2
    assert first.mono <= first.boot
    assert first.boot_id == second.boot_id == SystemClock().read().boot_id
    assert abs(clock.elapsed() - first.boot) < 2


def test_reading_takes_all_clocks_together() -> None:
    one = read_all()
    two = read_all()
    assert one.boot <= two.boot
    assert one.mono <= one.boot + S


def test_a_boot_has_a_name_that_stays() -> None:
    assert boot_id() == boot_id() != ""
    assert boot_id_by_time().startswith("boot-")


def test_sleep_shows_in_boot_alone() -> None:
    hands = Hands()
    clock = SystemClock(sources=hands)
    before = clock.read()
    hands.go(awake=10, asleep=3600)
    after = clock.read()
    assert (after.boot - before.boot, after.mono - before.mono) == (3610, 10)
    assert after.utc - before.utc == 3610


def test_a_step_shows_in_the_wall_clock_alone() -> None:
    hands = Hands()
    clock = SystemClock(sources=hands)
    before = clock.read()
    hands.go(awake=10, step=-3600)
    after = clock.read()
    assert (after.boot - before.boot, after.mono - before.mono) == (10, 10)
    assert after.utc - before.utc == 10 - 3600


def test_at_speed_time_runs_faster_and_steps_stay_true() -> None:
    hands = Hands()
    clock = SystemClock(speed=600, sources=hands)
    before = clock.read()
    hands.go(awake=10, asleep=2, step=3600)
    after = clock.read()
    assert after.boot - before.boot == 12 * 600
    assert after.mono - before.mono == 10 * 600
    assert after.utc - before.utc == 12 * 600 + 3600
    assert clock.elapsed() == 500 + 12 * 600


def test_runs_at_a_speed_share_no_boot_with_each_other() -> None:
    slow, fast = Hands(), Hands()
    fast.go(awake=1)
    one = SystemClock(speed=600, sources=slow).read().boot_id
    two = SystemClock(speed=600, sources=fast).read().boot_id
    assert one != two
    assert one.startswith(boot_id())


def test_the_real_delay_is_scaled_and_never_negative() -> None:
    hands = Hands()
    clock = SystemClock(speed=60, sources=hands)
    assert clock.real_delay(500 + 600) == pytest.approx(10.0)
    assert clock.real_delay(1) == 0.0


def test_the_timer_sees_real_time_at_any_speed() -> None:
    hands = Hands()
    clock = SystemClock(speed=60, sources=hands)
    offset = clock.real_wall_minus_boot()
    hands.go(awake=5, step=7)
    assert clock.real_wall() == pytest.approx(1_700_000_012)
    assert clock.real_wall_minus_boot() - offset == pytest.approx(7)


def test_a_speed_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        SystemClock(speed=0)


def test_the_moment_has_the_local_zone() -> None:
    moment = SystemClock().read()
    assert moment.zone_name != ""
    assert moment.local().utcoffset() == timedelta(seconds=moment.offset_s())


@given(st.lists(st.floats(0, 3, allow_nan=False), max_size=30), st.floats(-0.2, 0.2))
def test_looks_at_odd_moments_are_never_taken_for_a_step(waits: list[float], noise: float) -> None:
    hands = Hands()
    clock = SystemClock(sources=hands)
    first = clock.read()
    for wait in waits:
        hands.go(awake=wait, step=noise / (len(waits) + 1))
        now = clock.read()
        assert now.utc - now.boot == first.utc - first.boot
        assert now.boot - now.mono == first.boot - first.mono
