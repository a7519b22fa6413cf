"""Every rule of operation, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.command import (
    Ate,
    Code,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Quit,
    Resume,
    Skip,
    Snooze,
    Start,
    Unskip,
)
from deskbreak.core.entry import Outcome, Reason, Source, What
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import (
    HoldBack,
    Offer,
    Office,
    RoutineChoice,
    Safety,
    Schedule,
    Settings,
    Span,
)
from deskbreak.core.timing.effect import CutSession, HaltSession, OpenSession, ShowOffer
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.sensed import Hold
from tests.core.clockwork import DONE, World, utc, world

FREE = Settings(office=Office(lunch=None))


def asked(settings: Settings = FREE, goal_s: int = 600) -> World:
    """Return a world in which a break has just been offered, at 12:00."""
    day = world(settings=settings, goal_s=goal_s)
    day.sit(180)
    assert day.name == "offering"
    return day


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
    day.hold()
    assert day.name == "offering"
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
    day.sit(1)
    assert day.name == "offering"
    assert day.ask(InMeeting(0)).code is Code.REFUSED


def test_an_open_meeting_ends_when_said_or_at_closing() -> None:
    day = world(settings=FREE)
    day.ask(InMeeting())
    assert (day.view.in_meeting, day.view.in_meeting_until) == (True, None)
    day.ask(MeetingOver())
    assert not day.view.in_meeting
    day.ask(InMeeting())
    day.until("18:01")
    assert not day.view.in_meeting
    other = world("2026-11-23 17:30", settings=FREE)
    other.ask(InMeeting(60))
    other.sit(40)
    assert other.view.in_meeting


@pytest.mark.parametrize(("meal", "minutes"), [(Meal.MEAL, 120), (Meal.SNACK, 60)])
def test_a_meal_puts_exercise_off(meal: Meal, minutes: int) -> None:
    day = asked()
    assert str(minutes) in day.ask(Ate(meal)).sentence
    assert (day.name, day.view.held_back_by) == ("working", (Hold.MEAL,))
    day.sit(minutes - 1)
    assert day.name == "working"
    day.sit(1)
    assert day.name == "offering"


@pytest.mark.parametrize("choice", ["gentle", "ignore"])
def test_meals_hold_nothing_back_when_not_deferred(choice: str) -> None:
    day = asked(replace(FREE, routine=RoutineChoice(after_meal=choice)))
    assert day.ask(Ate()).sentence == "Noted."
    assert (day.name, day.view.recently_ate) == ("offering", True)


def test_the_goal_stops_offers_but_not_a_start() -> None:
    day = asked(goal_s=240)
    day.ask(Start())
    day.paint()
    day.over(DONE)
    day.open = False
    day.sit(185)
    assert (day.name, day.offer) == ("working", None)
    assert (Hold.GOAL in day.view.held_back_by, day.view.next_break) == (True, None)
    assert day.ask(Start()).code is Code.DONE


@pytest.mark.parametrize("snoozed", [False, True])
def test_a_lower_goal_ends_an_offer(snoozed: bool) -> None:  # noqa: FBT001  # parametrized
    day = asked()
    if snoozed:
        day.ask(Snooze())
    day.choose(FREE, goal_s=0)
    assert day.wrote() == ["12:00 skipped goal"]


def test_a_goal_ends_a_withdrawn_offer() -> None:
    day = asked()
    day.hold(Hold.MEETING)
    day.choose(FREE, goal_s=0)
    assert day.wrote() == ["12:00 skipped goal"]


def test_not_cleared_means_held_back() -> None:
    day = world(settings=replace(FREE, safety=Safety(cleared=False)))
    day.sit(200)
    assert (day.name, day.view.held_back_by) == ("working", (Hold.SAFETY,))


def test_the_same_offer_is_started_while_snoozed_or_held() -> None:
    for put_off in (Snooze(20), InMeeting(20)):
        day = asked()
        day.ask(put_off)
        day.sit(5)
        day.ask(Start("desk_short"))
        assert OpenSession("desk_short") in day.effects
        day.paint()
        day.sit(4)
        day.over()
        (entry,) = day.entries
        assert (entry.offered_at, entry.source) == (utc("2026-11-23 12:00"), Source.SCHEDULE)
        assert entry.ended_at == utc("2026-11-23 12:05") + 250
        assert entry.snoozes == (1 if isinstance(put_off, Snooze) else 0)


def test_a_start_while_exercising_changes_nothing() -> None:
    day = asked()
    day.ask(Start())
    before = len(day.effects)
    assert day.ask(Start()).code is Code.DONE
    assert [type(each).__name__ for each in day.effects[before:]] == ["LookAt"]
    assert day.ask(PauseFor(20)).code is Code.REFUSED
    day.paint()
    day.paint()
    assert len(day.begun) == 1


def test_a_session_that_was_never_painted() -> None:
    day = asked()
    day.ask(Start())
    day.over()
    assert day.wrote() == ["12:00 skipped person"]
    day.open = False
    day.ask(Start())
    day.over()
    assert len(day.entries) == 1


def test_a_stray_session_event_changes_nothing() -> None:
    day = world(settings=FREE)
    day.paint()
    day.over()
    assert (day.entries, day.begun, day.name) == ([], [], "working")


def test_a_start_off_duty_and_early_counts_as_arrival() -> None:
    day = world("2026-11-23 08:50", settings=FREE)
    day.ask(Start())
    day.paint()
    day.over()
    assert day.name == "off_duty"
    day.open = False
    day.ask(Start())
    day.sit(15)
    day.over()
    assert (day.name, day.said()[-1]) == ("working", "09:05 arrived")


def test_lock_halts_a_session_and_a_long_one_cuts_it() -> None:
    day = asked()
    day.ask(Start())
    day.paint()
    day.lock(5)
    assert any(isinstance(each, HaltSession) for each in day.effects)
    day.lock(12)
    assert [type(e) for e in day.effects].count(CutSession) == 1
    day.over(SessionResult(Outcome.PARTIAL, Reason.PERSON, (), 30, 40))
    assert (day.entries[0].outcome, day.entries[0].reason) == (Outcome.PARTIAL, Reason.ABSENCE)


def test_idle_is_no_absence_in_a_session() -> None:
    day = asked()
    day.ask(Start())
    day.paint()
    day.still(30)
    assert (day.name, day.entries) == ("exercising", [])


def test_an_absence_ends_an_offer_that_comes_again() -> None:
    day = asked()
    day.still(12)
    assert day.wrote() == ["12:12 natural absence"]
    assert day.entries[0].offered_at == utc("2026-11-23 12:00")
    day.sit(14)
    assert day.name == "working"
    day.sit(1)
    assert day.name == "offering"


def test_an_absence_wins_over_everything_at_a_tie() -> None:
    day = asked()
    day.sit(30)
    day.still(10)
    assert day.wrote() == ["12:40 natural absence"]


def test_an_absence_over_lunch_has_one_entry() -> None:
    day = world()
    day.sit(60)
    day.still(300)
    assert day.wrote() == ["12:30 natural absence"]
    assert (day.name, day.view.sitting_s) == ("working", 0)
    long = world("2026-11-23 11:00")
    long.until("12:25")
    long.still(85)
    assert long.wrote() == ["13:50 natural absence"]
    assert long.entries[0].started_at == utc("2026-11-23 13:30")
    short = world("2026-11-23 11:00")
    short.until("12:25")
    short.still(70)
    assert short.wrote() == []


def test_starting_or_pausing_from_away_closes_the_absence() -> None:
    for wish in (Start(), PauseFor(30), Quit()):
        day = world(settings=FREE)
        day.sit(60)
        day.locked = True
        day.idle_until("10:30")
        assert day.name == "away"
        day.ask(wish)
        assert day.wrote() == ["10:30 natural absence"]


@pytest.mark.parametrize(
    ("wish", "until"),
    [
        (PauseFor(30), "2026-11-23 12:30"),
        (PauseUntilTime(11 * 60), "2026-11-24 11:00"),
        (PauseUntilTomorrow(), "2026-11-24 09:00"),
        (PauseToday(), "2026-11-23 18:00"),
    ],
)
def test_a_pause_ends_an_offer_and_then_itself(wish: Ask, until: str) -> None:
    day = asked()
    assert day.ask(wish).code is Code.DONE
    assert (day.wrote(), day.view.until) == (["12:00 skipped pause"], utc(until))
    day.sit((utc(until) - day.now.utc) // 60 - 1)
    assert day.name == "paused"
    day.sit(1)
    assert day.name in {"working", "off_duty"}
    assert What.RESUMED in [note.what for note in day.notes]


def test_a_short_pause_keeps_the_count_and_a_long_one_does_not() -> None:
    for minutes, sitting in ((30, 90), (60, 0)):
        day = world(settings=FREE)
        day.sit(60)
        day.ask(PauseOpen())
        assert day.view.until is None
        day.sit(minutes)
        day.ask(PauseFor(10))
        day.ask(Resume())
        assert day.view.sitting_s == sitting * 60


def test_wrong_pauses_are_refused() -> None:
    day = world(settings=FREE)
    assert day.ask(PauseFor(0)).code is Code.REFUSED
    assert day.ask(PauseUntilTime(1440)).code is Code.REFUSED
    assert day.name == "working"


def test_a_start_in_a_pause_returns_to_the_pause() -> None:
    day = world(settings=FREE)
    day.ask(PauseFor(60))
    day.ask(Start())
    day.paint()
    day.sit(5)
    day.over()
    assert (day.name, day.view.until) == ("paused", utc("2026-11-23 10:00"))


def test_pauses_without_any_opening_end_when_the_day_turns() -> None:
    day = world(settings=Settings(office=Office(days=())))
    day.ask(PauseUntilTomorrow())
    assert day.view.until == utc("2026-11-24 04:00")
    assert day.view.opens is None


def test_settings_that_close_the_office_skip_the_offer() -> None:
    day = asked()
    day.choose(Settings(office=Office(days=())))
    assert (day.wrote(), day.name) == (["12:00 skipped settings"], "off_duty")
    lunch = asked()
    lunch.choose(Settings(office=Office(lunch=Span(700, 800))))
    assert lunch.wrote() == ["12:00 skipped settings"]


def test_other_settings_keep_the_count_and_move_the_deadlines() -> None:
    day = world(settings=FREE)
    day.sit(100)
    day.choose(replace(FREE, schedule=Schedule(earliest_min=60, latest_min=90)))
    assert day.name == "offering"
    assert day.view.sitting_s == 6000


def test_fixed_times_are_due_for_an_hour() -> None:
    times = replace(FREE, schedule=Schedule(mode="times", times=(600, 660, 900, 1000)))
    day = world(settings=times)
    coming = day.view.next_break
    assert coming is not None
    assert (coming.earliest, coming.latest) == (utc("2026-11-23 10:00"),) * 2
    day.sit(60)
    assert day.name == "offering"
    day.ask(Skip())
    day.sit(5)
    assert day.name == "working"
    day.hold(Hold.MEETING)
    day.until("11:30")
    assert day.view.due
    day.until("12:00")
    assert (day.view.due, day.said()[-1]) == (False, "12:00 withdrawn")
    day.hold()
    day.until("15:30")
    assert day.name == "offering"
    day.ask(Skip())
    day.until("17:00")
    day.ask(Skip())
    assert day.view.next_break is None


def test_a_fixed_time_without_times_never_comes() -> None:
    day = world(settings=replace(FREE, schedule=Schedule(mode="times")))
    day.sit(300)
    assert (day.name, day.view.next_break) == ("working", None)


def test_a_quit_is_an_event() -> None:
    day = world(settings=FREE)
    assert day.ask(Quit()).code is Code.DONE
    assert day.said()[-1] == "09:00 quit"


def test_what_is_shown_of_each_state() -> None:
    day = world(settings=FREE)
    day.sit(90)
    assert day.view.progress == pytest.approx(0.5)
    day.hold(Hold.MEETING)
    day.sit(95)
    assert (day.view.progress, day.view.next_break) == (1.0, None)
    day.hold()
    now = day.view.next_break
    assert now is not None
    assert now.latest == day.now.utc
    day.ask(Snooze(10))
    assert (day.view.progress, day.view.until) == (1.0, day.now.utc + 600)
    day.idle_until("12:25")
    assert (day.name, day.view.sitting_s, day.view.until) == ("away", 185 * 60, None)
    assert (day.view.progress, day.view.next_break) == (1.0, None)
    evening = world("2026-11-23 17:30", settings=FREE)
    evening.sit(5)
    assert evening.view.next_break is None
    assert evening.view.progress == pytest.approx(300 / 10800)
    noon = world("2026-11-23 11:00")
    coming = noon.view.next_break
    assert coming is not None
    assert (coming.earliest, coming.latest) == (
        utc("2026-11-23 15:30"),
        utc("2026-11-23 16:30"),
    )


def test_skipping_while_snoozed_or_withdrawn() -> None:
    for put_off in (Snooze(20), InMeeting(20)):
        day = asked()
        day.ask(put_off)
        day.sit(5)
        assert day.ask(Skip()).code is Code.DONE
        assert day.wrote() == ["12:05 skipped person"]
        assert day.ask(Snooze()).code is Code.REFUSED


def test_a_break_waits_for_the_screen_to_be_unlocked() -> None:
    day = world(settings=FREE)
    day.hold(Hold.MEETING)
    day.sit(185)
    day.locked, day.typing = True, False
    day.hold()
    assert (day.name, day.offer) == ("working", None)
    day.locked = False
    day.look()
    assert day.name == "offering"


def test_nobody_there_in_office_hours_is_off_duty() -> None:
    day = world("2026-11-23 08:00")
    day.idle_until("09:30")
    assert (day.name, day.view.opens) == ("off_duty", None)
    assert not day.view.held_back_by
    assert day.ask(Skip()).code is Code.REFUSED
