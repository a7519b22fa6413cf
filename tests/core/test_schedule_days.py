"""Whole days, as people and laptops live them, and what the journal says in the evening."""

from __future__ import annotations

from datetime import date

import pytest

from deskbreak.core.command import PauseUntilTime, Skip, Snooze, Start
from deskbreak.core.entry import What
from deskbreak.core.settings.values import DateSpan, Office, Schedule, Settings, Span
from tests.core.clockwork import MONDAY, utc, world

NO_LUNCH = Settings(office=Office(lunch=None))
NIGHT = Settings(office=Office(hours=(Span(22 * 60, 6 * 60),), lunch=Span(60, 90)))


def test_an_ordinary_day() -> None:
    day = world("2026-11-23 08:30")
    day.until("11:15")
    assert (day.name, day.view.sitting_s) == ("working", 135 * 60)
    day.still(1)  # a lull in the window brings the offer after 20 s
    assert day.name == "offering"
    day.ask(Start())
    day.paint()
    day.sit(4)
    day.over()
    day.open = False
    assert day.view.sitting_s == 0
    day.until("13:30")
    day.until("16:30")
    assert day.name == "offering"
    day.ask(Skip())
    day.until("18:00")
    assert day.name == "off_duty"
    assert day.wrote() == ["11:20 completed None", "16:30 skipped person"]
    assert day.said() == [
        *("08:30 started", "09:00 arrived", "11:15 offered", "16:30 offered", "18:00 left"),
    ]
    assert {entry.day for entry in day.entries} == {"2026-11-23"}


def test_lunch_ends_an_offer_and_starts_the_count_again() -> None:
    day = world()
    day.until("12:29")
    assert day.name == "offering"
    day.until("12:45")
    assert (day.name, day.view.opens) == ("off_duty", utc("2026-11-23 13:30"))
    assert [hold.value for hold in day.view.held_back_by] == ["lunch"]
    assert day.wrote() == ["12:30 missed lunch"]
    day.until("13:40")
    assert (day.name, day.view.sitting_s) == ("working", 600)


def test_a_meal_holds_until_two_hours_after_lunch() -> None:
    early = Settings(schedule=Schedule(earliest_min=60, latest_min=90))
    day = world(settings=early)
    day.until("13:45")
    coming = day.view.next_break
    assert coming is not None
    assert coming.earliest == utc("2026-11-23 15:30")
    assert day.view.recently_ate
    day.until("15:29")
    assert [hold.value for hold in day.view.held_back_by] == ["meal"]
    day.until("15:30")
    assert day.name == "offering"


def test_a_day_off_stays_silent() -> None:
    off = Office(days_off=(DateSpan(date(2026, 11, 23), date(2026, 11, 23)),))
    day = world("2026-11-23 08:00", settings=Settings(office=off))
    day.until("19:00")
    assert (day.name, day.wrote(), day.said()) == ("off_duty", [], ["08:00 started"])
    assert day.view.opens == utc("2026-11-24 09:00")


def test_a_night_shift_over_midnight_is_one_day() -> None:
    night = world("2026-11-23 21:30", settings=NIGHT)
    night.until("00:30")
    night.still(1)
    assert night.name == "offering"
    night.ask(Skip())
    night.until("05:59")
    night.until("06:30")
    assert [entry.day for entry in night.entries] == ["2026-11-23"] * len(night.entries)
    assert night.wrote()[0] == "00:31 skipped person"
    assert night.said().count("06:00 left") == 1
    assert night.view.day == "2026-11-24"


def test_who_comes_late_is_counted_from_then() -> None:
    day = world("2026-11-23 08:00")
    day.idle_until("10:30")
    assert day.name == "off_duty"
    day.sit(60)
    assert (day.view.sitting_s, day.wrote()) == (3600, [])
    assert "10:30 arrived" in day.said()


def test_without_a_sensor_the_offer_comes_at_latest() -> None:
    day = world("2026-11-23 08:00", settings=NO_LUNCH, sensor=False)
    day.idle_until("11:59")
    assert day.name == "working"
    day.idle_until("12:00")
    assert day.name == "offering"


@pytest.mark.parametrize(
    ("seconds", "sitting", "entries"),
    [
        (1, 3601, []),
        (9 * 60, 3600 + 540, []),
        (11 * 60, 3600, ["10:11 natural absence"]),
        (60 * 60, 0, ["11:00 natural absence"]),
    ],
)
def test_a_closed_laptop(seconds: int, sitting: int, entries: list[str]) -> None:
    day = world(settings=NO_LUNCH)
    day.sit(60)
    day.close_lid(seconds)
    assert day.view.sitting_s == sitting
    assert day.wrote() == entries
    assert day.offer is None


@pytest.mark.parametrize(("seconds", "state"), [(8 * 3600, "off_duty"), (7 * 86400, "working")])
def test_a_long_sleep_leaves_no_stale_offer(seconds: int, state: str) -> None:
    day = world(settings=NO_LUNCH)
    day.sit(170)
    day.close_lid(seconds)
    assert (day.name, day.offer) == (state, None)
    assert day.wrote() == ["18:00 natural absence"]
    assert len([n for n in day.notes if n.what is What.CLOCK]) == 1


def test_no_offer_soon_after_a_return() -> None:
    day = world(settings=NO_LUNCH)
    day.sit(175)
    day.still(15)
    assert day.view.sitting_s == 175 * 60
    day.sit(14)
    assert day.name == "working"
    day.sit(2)
    assert day.name == "offering"


@pytest.mark.parametrize("step", [3600, -3600, 365 * 86400, -365 * 86400])
def test_a_clock_step_keeps_what_is_left_of_a_snooze(step: int) -> None:
    ever = Settings(office=Office(days=tuple(range(7)), hours=(Span(0, 1440),), lunch=None))
    day = world(settings=ever)
    day.sit(180)
    day.ask(Snooze(10))
    day.sit(4)
    day.set_clock(step)
    assert day.name == "snoozed"
    day.sit(5)
    assert day.name == "snoozed"
    day.sit(1)
    assert day.name == "offering"
    told = [dict(note.data) for note in day.notes if note.what is What.CLOCK]
    assert told == [{"kind": "step", "seconds": step}]


def test_the_clock_at_1970_and_back() -> None:
    day = world(settings=NO_LUNCH)
    day.sit(60)
    away = day.now.utc
    day.set_clock(-away)
    assert day.name == "off_duty"
    day.sit(5)
    day.set_clock(away)
    assert day.name == "working"
    assert day.offer is None


@pytest.mark.parametrize("date_", ["2026-03-29", "2026-10-25"])
def test_berlin_nights_count_elapsed_time(date_: str) -> None:
    office = Office(days=tuple(range(7)), hours=(Span(0, 360),), lunch=None)
    night = world(f"{date_} 00:00", settings=Settings(office=office))
    night.sit(180)
    assert (night.name, night.view.sitting_s) == ("offering", 180 * 60)
    assert [note.what for note in night.notes if note.what is What.CLOCK] == []


def test_lord_howe_counts_elapsed_time_too() -> None:
    office = Office(days=tuple(range(7)), hours=(Span(0, 360),), lunch=None)
    night = world("2026-10-04 00:00", settings=Settings(office=office), zone="Australia/Lord_Howe")
    night.sit(180)
    assert (night.name, night.clock()) == ("offering", "03:30:00")


def test_apia_skips_a_working_day() -> None:
    day = world("2011-12-29 17:00", zone="Pacific/Apia")
    day.sit(120)
    assert day.view.opens == utc("2012-01-02 09:00", day.now.zone)
    day.sit(24 * 60)
    assert day.name == "off_duty"
    assert day.view.day == "2011-12-31"


def test_a_flight_over_six_zones() -> None:
    day = world(settings=NO_LUNCH)
    day.sit(60)
    day.close_lid(8 * 3600)
    day.fly("America/New_York")
    assert day.clock().startswith("12:00")
    day.sit(1)
    assert (day.name, day.view.sitting_s < 3600) == ("working", True)
    zones = [dict(note.data) for note in day.notes if note.what is What.CLOCK]
    assert {"kind": "zone", "seconds": -6 * 3600} in zones


def test_a_pause_until_a_time_follows_the_wall_clock() -> None:
    day = world(settings=NO_LUNCH)
    assert day.ask(PauseUntilTime(10 * 60)).sentence == "Paused until 10:00."
    day.sit(30)
    day.set_clock(1800)
    assert day.name == "working"


def test_other_looks_write_the_same_day() -> None:
    days = [world(MONDAY, extra=extra) for extra in (None, 7, 61, 599)]
    for day in days:
        day.sit(130)
        day.still(25)
        day.lock(5)
        day.sit(200)
        day.close_lid(700)
        day.until("18:30")
    assert all(day.entries == days[0].entries for day in days)
    assert all(day.notes == days[0].notes for day in days)
