"""A restart at each state keeps the promises."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from deskbreak.core import schedule
from deskbreak.core.command import (
    InMeeting,
    PauseFor,
    PauseOpen,
    PauseUntilTomorrow,
    Skip,
    Snooze,
    Start,
)
from deskbreak.core.leaving import Quit
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.sensed import Hold, Sensed
from deskbreak.core.timing.state import OffDuty, Working
from tests.core.clockwork import FREE, asked, utc, world

BOOTS = pytest.mark.parametrize("reboot", [False, True])


@BOOTS
def test_a_short_standstill_keeps_the_count(reboot: bool) -> None:  # noqa: FBT001  # parametrized
    day = world(settings=FREE)
    day.sit(60)
    day.restart(20, reboot=reboot)
    assert (day.name, day.view.sitting_s, day.wrote()) == ("working", 80 * 60, [])


@BOOTS
def test_a_long_standstill_starts_the_count_again(reboot: bool) -> None:  # noqa: FBT001  # parametrized
    day = world(settings=FREE)
    day.sit(60)
    day.restart(60, reboot=reboot)
    assert (day.view.sitting_s, day.wrote()) == (0, [])


@BOOTS
def test_an_offer_is_shown_again_soon_after(reboot: bool) -> None:  # noqa: FBT001  # parametrized
    day = asked()
    day.sit(15)
    day.restart(9, reboot=reboot)
    assert day.offer is not None
    assert (day.name, day.offer.urgency) == ("offering", 1)
    day.ask(Skip())
    assert day.entries[0].offered_at == utc("2026-11-23 12:00")


@pytest.mark.parametrize(("quits", "reason"), [(True, "quit"), (False, "crash")])
def test_an_offer_is_missed_after_a_longer_standstill(quits: bool, reason: str) -> None:  # noqa: FBT001  # parametrized
    day = asked()
    if quits:
        day.ask(Quit())
    day.restart(10)
    assert day.wrote() == [f"12:00 missed {reason}"]
    assert (day.name, day.view.missed_offer) == ("working", True)
    day.sit(1)
    assert len(day.entries) == 1


def test_a_snooze_goes_on_or_is_missed() -> None:
    day = asked()
    day.ask(Snooze(20))
    day.restart(9)
    assert (day.name, day.view.until) == ("snoozed", utc("2026-11-23 12:20"))
    day.restart(30, reboot=True)
    assert day.wrote() == ["12:09 missed crash"]


def test_a_break_that_waits_is_an_event_after_a_standstill() -> None:
    day = world(settings=FREE)
    day.hold(Hold.MEETING)
    day.sit(200)
    day.restart(9)
    assert day.view.due
    day.hold()
    day.restart(15)
    assert day.wrote() == ["12:29 missed crash"]
    other = world(settings=FREE)
    other.hold(Hold.MEETING)
    other.sit(200)
    other.restart(15)
    assert (other.wrote(), "12:20 withdrawn" in other.said()) == ([], True)


@pytest.mark.parametrize("wish", [PauseFor(120), PauseOpen(), PauseUntilTomorrow()])
def test_a_pause_survives(wish: PauseFor | PauseOpen | PauseUntilTomorrow) -> None:
    day = world(settings=FREE)
    day.ask(wish)
    until = day.view.until
    day.restart(60, reboot=True)
    assert (day.name, day.view.until) == ("paused", until)


@pytest.mark.parametrize("wish", [PauseFor(120), InMeeting(90)])
def test_a_past_end_ends_at_the_start(wish: PauseFor | InMeeting) -> None:
    day = world(settings=FREE)
    day.ask(wish)
    day.restart(150, reboot=True)
    assert (day.name, day.view.in_meeting) == ("working", False)


def test_an_absence_is_closed_as_of_the_end() -> None:
    day = world(settings=FREE)
    day.sit(60)
    day.idle_until("10:30")
    assert day.name == "away"
    day.restart(30)
    assert (day.wrote(), day.name) == (["10:30 natural absence"], "working")


def test_a_session_that_a_crash_cut_is_the_journals() -> None:
    day = asked()
    day.ask(Start())
    day.paint()
    day.restart(1)
    assert (day.name, day.wrote(), day.view.sitting_s) == ("working", [], 60)


@pytest.mark.parametrize(("minutes", "entries"), [(5, []), (15, ["12:00 missed crash"])])
def test_a_session_that_was_not_painted_is_its_offer(minutes: int, entries: list[str]) -> None:
    day = asked()
    day.ask(Start())
    day.restart(minutes)
    assert day.wrote() == entries
    assert (day.name == "offering") == (not entries)


def test_a_session_in_a_pause_or_off_duty() -> None:
    day = world(settings=FREE)
    day.ask(PauseFor(60))
    day.ask(Start())
    day.restart(1)
    assert day.name == "paused"
    early = world("2026-11-23 08:00", settings=FREE)
    early.ask(Start())
    early.paint()
    early.restart(1)
    assert early.name == "off_duty"


def test_a_shift_that_ended_meanwhile_is_left() -> None:
    day = world(settings=FREE)
    day.sit(60)
    day.restart(24 * 60, reboot=True)
    assert day.said()[-3:] == ["10:00 left", "10:00 started", "10:00 arrived"]
    other = asked()
    other.restart(5 * 60 + 58)
    other.restart(9)
    assert other.name == "off_duty"
    late = world("2026-11-23 14:55", settings=FREE)
    late.sit(180)
    late.ask(Snooze(1))
    late.sit(1)
    late.restart(9)
    assert late.name == "off_duty"


def test_a_state_from_the_future_keeps_what_was_left() -> None:
    day = asked()
    day.ask(Snooze(20))
    day.look()
    text = schedule.freeze(day.state)
    now = replace(day.now, utc=day.now.utc - 5400, boot=3, mono=3, boot_id="other")
    step = schedule.begin(now, Sensed(0), day.rules, text, 0)
    view = schedule.view(step.state, now, Sensed(0), day.rules)
    assert (view.state.value, view.until) == ("snoozed", now.utc + 1200)


DAMAGED = ["", "{", "[]", "7", '"x"', "null", '{"version": 2}', "[" * 100000, '{"version": true}']


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_text_is_a_fresh_start(text: str) -> None:
    day = world(settings=FREE)
    step = schedule.begin(day.now, Sensed(0), day.rules, text, 77)
    assert isinstance(step.state, Working)
    assert step.state.book.done_today == 77


@pytest.mark.parametrize("wish", [Skip(), Start(), PauseFor(9), InMeeting()])
def test_any_missing_or_wrong_value_is_a_fresh_start(wish: Ask) -> None:
    day = asked()
    day.ask(wish)
    text = schedule.freeze(day.state)
    spoilt = 0
    for path in paths(json.loads(text)):
        for value in ([7], "nonsense"):
            tree = json.loads(text)
            spoil(tree, path, value)
            step = schedule.begin(day.now, Sensed(0), day.rules, json.dumps(tree), 0)
            view = schedule.view(step.state, day.now, Sensed(0), day.rules)
            assert view.state.value
            spoilt += 1
    assert spoilt > 40


def paths(
    tree: dict[str, object] | list[object], *before: str | int
) -> list[tuple[str | int, ...]]:
    items: list[tuple[str | int, object]] = (
        list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    )
    found: list[tuple[str | int, ...]] = []
    for key, value in items:
        found.append((*before, key))
        if isinstance(value, dict | list):
            found += paths(value, *before, key)
    return found


def spoil(tree: object, path: tuple[str | int, ...], value: object) -> None:
    for key in path[:-1]:
        tree = tree[key]  # type: ignore[index]  # JSON
    tree[path[-1]] = value  # type: ignore[index]  # JSON


def test_what_was_held_and_undone_survives() -> None:
    day = asked()
    day.ask(Skip())
    day.hold(Hold.FULLSCREEN)
    day.restart(0.5)
    assert day.view.can_unskip
    assert schedule.freeze(day.state)


def test_a_fresh_start_with_nobody_there_waits() -> None:
    day = world(settings=FREE)
    step = schedule.begin(day.now, Sensed(7200), day.rules, None, 0)
    assert isinstance(step.state, OffDuty)


def test_the_day_of_a_moment() -> None:
    assert schedule.day_of(world("2026-11-23 03:00").now, world().rules) == "2026-11-22"


def test_an_unpainted_session_after_closing_ends_its_offer() -> None:
    day = asked()
    day.ask(Start())
    day.until("18:01")
    day.restart(1)
    assert (day.wrote(), day.name) == (["18:01 missed crash"], "off_duty")
