from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from deskbreak.core.settings.layers import Layer, merge
from deskbreak.core.settings.plain import Plain, lookup
from deskbreak.core.settings.values import Settings


def test_the_site_lies_under_the_person() -> None:
    site = tomllib.loads("[offer]\nsnooze_min = 20\nrepeats = 1\nmax_snoozes = 99")
    user = tomllib.loads("[offer]\nsnooze_min = 5\nrepeats = 'x'")
    merged = merge(site, user)
    usual = Settings()
    assert merged.settings == replace(usual, offer=replace(usual.offer, snooze_min=5, repeats=1))
    assert [(one.layer, one.problem.key) for one in merged.found] == [
        (Layer.SITE, "offer.max_snoozes"),
        (Layer.USER, "offer.repeats"),
    ]
    assert merged.locked == frozenset()


def test_locked_keys_win() -> None:
    site = tomllib.loads("[locked.schedule]\nearliest_min = 100\naway_min = 'x'")
    user = tomllib.loads("[schedule]\nearliest_min = 130\naway_min = 12")
    merged = merge(site, user)
    assert merged.settings.schedule.earliest_min == 100
    assert merged.settings.schedule.away_min == 12
    assert merged.locked == {"schedule.earliest_min"}
    assert [(one.layer, one.problem.key) for one in merged.found] == [
        (Layer.LOCKED, "schedule.away_min")
    ]


@pytest.mark.parametrize(
    ("locked", "own", "held", "blamed"),
    [
        ("earliest_min = 160", "latest_min = 150", (160, 180), (Layer.USER, "schedule.latest_min")),
        ("earliest_min = 200", "", (200, 200), (Layer.LOCKED, "schedule.earliest_min")),
        ("latest_min = 90", "earliest_min = 100", (90, 90), (Layer.USER, "schedule.earliest_min")),
        (
            "earliest_min = 200\nlatest_min = 90",
            "",
            (120, 180),
            (Layer.LOCKED, "schedule.earliest_min"),
        ),
    ],
)
def test_a_locked_key_stays_where_values_do_not_fit(
    locked: str, own: str, held: tuple[int, int], blamed: tuple[Layer, str]
) -> None:
    merged = merge(
        tomllib.loads(f"[locked.schedule]\n{locked}"), tomllib.loads(f"[schedule]\n{own}")
    )
    schedule = merged.settings.schedule
    assert (schedule.earliest_min, schedule.latest_min) == held
    assert [(one.layer, one.problem.key) for one in merged.found] == [blamed]


def test_the_site_cannot_speak_about_safety() -> None:
    site = tomllib.loads(
        "[safety]\nacknowledged = 2026-01-01\n[locked.safety]\nacknowledged = 2026-01-01"
    )
    merged = merge(site, {})
    assert merged.settings == Settings()
    assert merged.locked == frozenset()
    assert [one.problem.key for one in merged.found] == ["safety", "safety"]


def test_locked_elsewhere_is_said() -> None:
    merged = merge({"locked": 3}, {"locked": {"offer": {"repeats": 1}}})
    assert merged.settings == Settings()
    assert [(one.layer, one.problem.fatal) for one in merged.found] == [
        (Layer.SITE, True),
        (Layer.USER, False),
    ]


def test_lookup_after_merge_leaves_the_trees_alone() -> None:
    site: dict[str, Plain] = {"safety": {"cleared": False}}
    merge(site, site)
    assert lookup(site, "safety.cleared") is False
