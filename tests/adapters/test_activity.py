from __future__ import annotations

from deskbreak.adapters.activity import NullActivity, SensedActivity


def test_nothing_is_sensed_without_senses() -> None:
    for activity in (NullActivity(), SensedActivity()):
        assert activity.idle_s() is None
        assert not activity.locked()


def test_the_latest_input_counts_and_any_lock() -> None:
    activity = SensedActivity(
        idle=(lambda: None, lambda: 30, lambda: 5), locks=(lambda: False, lambda: True)
    )
    assert activity.idle_s() == 5
    assert activity.locked()
    assert SensedActivity(idle=(lambda: None,), locks=(lambda: False,)).idle_s() is None
