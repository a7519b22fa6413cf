"""Played days show the nudges, and only where they are wanted."""

from __future__ import annotations

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.core.played import Played
from deskbreak.core.settings.values import Schedule, Settings
from deskbreak.core.simulate import play
from deskbreak.core.timing.moment import Moment
from tests.core.clockwork import BERLIN, utc


def played(minutes: int) -> list[Played]:
    start = Moment(utc("2026-11-23 00:00"), 0, 0, "play", BERLIN, "Europe/Berlin")
    settings = Settings(schedule=Schedule(posture_nudge_min=minutes))
    return list(play(settings, 10, 3, start, shipped_exercises()))


def test_nudges_come_between_the_breaks_and_change_none_of_them() -> None:
    plain, nudged = played(0), played(50)
    nudges = [each for each in nudged if each.what == "nudged"]
    assert len(nudges) > 10
    assert all("posture" in each.why for each in nudges)
    assert [each for each in nudged if each.what != "nudged"] == plain


def test_an_offer_never_follows_a_nudge_within_a_quarter_of_an_hour() -> None:
    last = 0
    for each in played(50):
        if each.what == "nudged":
            last = each.at
        elif each.what == "offered" and "of sitting" in each.why:
            assert each.at - last >= 15 * 60
