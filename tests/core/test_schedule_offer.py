"""Offers: repeated, missed, snoozed, skipped, held back, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.command import (
    Ate,
    Code,
    InMeeting,
    MeetingOver,
    Resume,
    Skip,
    Snooze,
    Start,
    Unskip,
)
from deskbreak.core.entry import Outcome, Source, What
from deskbreak.core.settings.values import (
    HoldBack,
    Offer,
)
from deskbreak.core.timing.effect import ShowOffer
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.sensed import Hold
from tests.core.clockwork import FREE, asked, utc, world


def test_an_offer_is_repeated_and_then_missed() -> None:
    day = asked()
    day.sit(40)
    shown = [each.urgency for each in day.effects if isinstance(each, ShowOffer)]
    assert shown == [0, 1, 2, 3]
    assert day.wrote() == ["12:40 missed unanswered"]
    assert (day.view.missed_offer, day.view.sitting_s) == (True, 0)
    day.sit(60)
    assert not day.view.missed_offer
    assert day.ask(Start(missed=True)).code is Code.REFUSED


def test_a_missed_break_can_be_made_up() -> None:
    day = asked()
    day.sit(41)
    assert day.ask(Start(missed=True)).code is Code.DONE
    day.paint()
    day.over()
    assert [entry.outcome for entry in day.entries] == [Outcome.MISSED, Outcome.COMPLETED]
    assert day.entries[1].source is Source.PERSON
    assert day.entries[1].offered_at is None
    assert not day.view.missed_offer


def test_only_presence_counts_for_an_offer() -> None:
    day = asked()
    day.sit(35)
    day.lock(9)
    day.sit(4)
    assert day.name == "offering"
    day.sit(1)
    assert day.wrote() == ["12:49 missed unanswered"]


def test_snooze_has_a_cap_and_the_offer_goes_on() -> None:
    day = asked()
    for left in (2, 1, 0):
        assert day.ask(Snooze(1)).code is Code.DONE
        assert day.view.snoozes_left == left
        day.sit(1)
    reply = day.ask(Snooze())
    assert (reply.code, day.name, day.view.can_snooze) == (Code.REFUSED, "offering", False)
    day.ask(Skip())
    assert (day.entries[0].snoozes, day.entries[0].offered_at) == (3, utc("2026-11-23 12:00"))


@pytest.mark.parametrize("minutes", [0, 241, -5])
def test_a_snooze_lasts_1_to_240_minutes(minutes: int) -> None:
    day = asked()
    assert day.ask(Snooze(minutes)).code is Code.REFUSED
    assert day.name == "offering"


def test_without_a_cap_snoozing_never_ends() -> None:
    day = asked(replace(FREE, offer=Offer(max_snoozes=0)))
    for _ in range(5):
        day.ask(Snooze(1))
    assert (day.name, day.view.snoozes_left, day.view.can_snooze) == ("snoozed", None, True)


def test_a_snooze_past_lunch_or_closing_says_so() -> None:
    day = world()
    day.until("12:01")
    assert "Lunch" in day.ask(Snooze(30)).sentence
    day.until("12:30")
    assert day.wrote() == ["12:30 missed lunch"]
    late = world("2026-11-23 14:30", settings=FREE)
    late.sit(181)
    assert "day ends" in late.ask(Snooze(30)).sentence
    assert "day ends" not in asked().ask(Snooze(30)).sentence


@pytest.mark.parametrize("wish", [Snooze(), Skip(), Unskip(), Resume(), MeetingOver()])
def test_there_is_nothing_to_answer(wish: Ask) -> None:
    day = world(settings=FREE)
    day.sit(5)
    reply = day.ask(wish)
    assert (reply.code, day.name) == (Code.REFUSED, "working")
    assert reply.sentence.endswith(".")


def test_a_skip_can_be_taken_back_for_a_minute() -> None:
    day = asked()
    day.ask(Skip())
    assert (day.view.can_unskip, day.name, day.offer) == (True, "working", None)
    assert day.ask(Unskip()).code is Code.DONE
    assert (day.name, day.wrote(), day.view.sitting_s) == ("offering", [], 180 * 60)
    day.ask(Skip())
    day.sit(1)
    assert not day.view.can_unskip
    assert day.ask(Unskip()).code is Code.REFUSED


def test_a_skip_taken_back_in_a_meeting_waits() -> None:
    day = asked()
    day.ask(Skip())
    day.hold(Hold.MEETING)
    day.ask(Unskip())
    assert (day.name, day.offer) == ("working", None)
    day.hold()
    assert day.name == "offering"


@pytest.mark.parametrize(
    "hold", [Hold.MEETING, Hold.CALENDAR, Hold.FULLSCREEN, Hold.DO_NOT_DISTURB]
)
def test_a_reason_holds_back_and_the_offer_comes_when_it_ends(hold: Hold) -> None:
    day = world(settings=FREE)
    day.hold(hold)
    day.sit(190)
    assert (day.name, day.view.held_back_by, day.view.due) == ("working", (hold,), True)
    assert day.view.held_since == utc("2026-11-23 09:00")
    assert day.view.holds == ((hold, utc("2026-11-23 09:00")),)
    assert day.view.asks_from == utc("2026-11-23 13:00")  # an hour after it fell due
    day.hold()
    after = day.view
    assert (day.name, len(after.holds), after.asks_from) == ("offering", 0, None)
    day.ask(Skip())
    assert day.entries[0].held_back_by == (hold.value,)
    assert [n.what for n in day.notes][-3:] == [What.HELD, What.RELEASED, What.OFFERED]


def test_switched_off_reasons_are_not_heeded() -> None:
    off = HoldBack(meeting=False, fullscreen=False, do_not_disturb=False)
    day = world(settings=replace(FREE, hold_back=off))
    day.hold(Hold.MEETING, Hold.CALENDAR, Hold.FULLSCREEN, Hold.DO_NOT_DISTURB)
    day.sit(180)
    assert day.name == "offering"


def test_a_reason_withdraws_an_offer_and_its_count_stands_still() -> None:
    day = asked()
    day.sit(15)
    day.hold(Hold.FULLSCREEN)
    assert (day.name, day.offer) == ("working", None)
    day.sit(30)
    day.hold()
    assert day.offer is not None
    assert day.offer.urgency == 1
    day.sit(24)
    assert day.name == "offering"
    day.sit(1)
    assert day.wrote() == ["13:10 missed unanswered"]
    assert day.entries[0].offered_at == utc("2026-11-23 12:00")


def test_held_back_too_long_only_the_tray_asks() -> None:
    day = world(settings=FREE)
    day.hold(Hold.MEETING)
    day.sit(240)
    assert day.offer is not None
    assert (day.name, day.offer.quiet) == ("offering", True)
    day.hold(Hold.MEETING, Hold.FULLSCREEN)
    day.sit(50)
    assert (day.name, day.offer.quiet, day.wrote()) == ("offering", True, [])
    day.hold()
    assert day.offer is not None
    assert (day.name, day.offer.quiet) == ("offering", False)


def test_a_quiet_offer_goes_when_another_kind_of_reason_begins() -> None:
    day = world("2026-11-23 09:00", settings=FREE)
    day.hold(Hold.MEETING)
    day.sit(245)
    day.ask(Ate())
    assert (day.name, day.offer) == ("working", None)


def test_what_was_never_shown_is_an_event_at_closing() -> None:
    day = world("2026-11-23 14:55", settings=FREE)
    day.until("18:05")
    assert (day.wrote(), day.offer) == ([], None)
    assert day.said()[-3:] == ["17:55 held", "18:00 left", "18:00 withdrawn"]


def test_a_meeting_by_hand_ends_by_itself() -> None:
    day = asked()
    assert "30" in day.ask(InMeeting(30)).sentence
    assert (day.name, day.view.in_meeting_until) == ("working", utc("2026-11-23 12:30"))
    assert day.view.until == day.view.in_meeting_until
    assert day.view.next_break is not None
    day.sit(29)
    assert day.view.in_meeting
    day.sit(6)
    assert day.name == "offering"
    assert day.ask(InMeeting(0)).code is Code.REFUSED
