from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.settings.values import Offer
from deskbreak.core.status import NextBreak, ScheduleView, StateName, Status, Tally
from deskbreak.core.timing.effect import ShowOffer
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.wording.offers import offer_view, snooze_label, snooze_title
from deskbreak.core.wording.reasons import (
    hold_text,
    is_held,
    next_break_sentence,
    state_title,
    tooltip,
    why,
)
from deskbreak.core.wording.times import clock_text, later_text, span_text
from deskbreak.core.words import English

TR = English()
BERLIN = ZoneInfo("Europe/Berlin")


def at(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> int:
    return int(datetime(year, month, day, hour, minute, tzinfo=BERLIN).timestamp())


def moment(utc: int) -> Moment:
    return Moment(utc, 1000, 1000, "boot", BERLIN, "Europe/Berlin")


NOW = moment(at(23, 10))  # a Monday


def view(state: StateName = StateName.WORKING, **changes: object) -> ScheduleView:
    plain = ScheduleView(
        state=state,
        now=NOW,
        sitting_s=3600,
        next_break=NextBreak(at(23, 11, 10), at(23, 12, 10)),
        held_back_by=(),
        held_since=None,
        until=None,
        snoozes_left=3,
        can_snooze=False,
        can_unskip=False,
        missed_offer=False,
        in_meeting_until=None,
        in_meeting=False,
        opens=None,
        progress=0.4,
        day="2026-11-23",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # the tests name true fields


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "0 min"),
        (0, "0 min"),
        (1, "1 s"),
        (59, "59 s"),
        (60, "1 min"),
        (300, "5 min"),
        (3600, "1 h"),
        (4800, "1 h 20 min"),
        (90061, "25 h 1 min"),
    ],
)
def test_spans_are_said_in_hours_and_minutes(seconds: int, said: str) -> None:
    assert span_text(seconds, TR) == said


@pytest.mark.parametrize(
    ("utc", "said"),
    [
        (at(23, 14, 10), "14:10"),
        (at(24, 9), "Tue 09:00"),
        (at(22, 23), "Sun 23:00"),
        (at(29, 9), "Sun 09:00"),
        (at(30, 9), "Mon 30 Nov 09:00"),
        (at(4, 9, month=1, year=2027), "Mon 4 Jan 09:00"),
    ],
)
def test_instants_name_their_day_only_when_it_is_not_today(utc: int, said: str) -> None:
    assert clock_text(utc, NOW, TR) == said


def test_instants_follow_the_zone_of_the_moment() -> None:
    noon = int(datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp())
    assert clock_text(noon, NOW, TR) == "13:00"
    assert clock_text(noon, replace(NOW, zone=UTC), TR) == "12:00"


def test_a_later_instant_leaves_out_the_day_that_was_just_named() -> None:
    assert later_text(at(24, 12), at(24, 11), NOW, TR) == "12:00"
    assert later_text(at(25, 0, 30), at(24, 23), NOW, TR) == "Wed 00:30"


@given(st.integers(-1, 400_000))
def test_a_span_never_says_sixty_minutes(seconds: int) -> None:
    assert "60 min" not in span_text(seconds, TR).split(" h ")


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        (None, "No break is planned."),
        (
            NextBreak(at(23, 11, 10), at(23, 12, 10)),
            "Next break between 11:10 and 12:10, at the first quiet moment.",
        ),
        (
            NextBreak(at(24, 11, 10), at(24, 12, 10)),
            "Next break between Tue 11:10 and 12:10, at the first quiet moment.",
        ),
        (
            NextBreak(at(23, 9), at(23, 10, 30)),
            "Next break before 10:30, at the first quiet moment.",
        ),
        (NextBreak(at(23, 11), at(23, 11)), "Next break at 11:00."),
        (NextBreak(at(23, 9), at(23, 9)), "The next break is due."),
        (NextBreak(at(23, 9), at(23, 10)), "The next break is due."),
    ],
)
def test_the_next_break_is_one_sentence(coming: NextBreak | None, said: str) -> None:
    assert next_break_sentence(view(next_break=coming), TR) == said


DUE = NextBreak(at(23, 9, 30), at(23, 10, 30))


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (view(), "Next break between 11:10 and 12:10, at the first quiet moment."),
        (
            view(held_back_by=(Hold.MEETING,), next_break=DUE, held_since=at(23, 9, 42)),
            "Held back since 09:42: you are in a meeting.",
        ),
        (
            view(held_back_by=(Hold.MEETING, Hold.FULLSCREEN), next_break=DUE),
            "Held back: you are in a meeting, a window fills the screen.",
        ),
        (
            view(held_back_by=(Hold.DO_NOT_DISTURB,)),
            (
                "Next break between 11:10 and 12:10, at the first quiet moment. "
                "Now: do not disturb is on."
            ),
        ),
        (view(held_back_by=(Hold.GOAL,), next_break=None), "Held back: today's goal is reached."),
        (view(held_back_by=(Hold.MEAL,)), "Held back: you ate not long ago."),
        (view(StateName.OFF_DUTY), "Outside office hours."),
        (view(StateName.OFF_DUTY, opens=at(24, 9)), "Outside office hours until Tue 09:00."),
        (view(StateName.OFFERING), "It is time for a break: start, snooze or skip it."),
        (
            view(StateName.OFFERING, held_back_by=(Hold.CALENDAR,)),
            "A break is due; only this icon asks, because your calendar shows a meeting.",
        ),
        (view(StateName.SNOOZED), "Snoozed."),
        (view(StateName.SNOOZED, until=at(23, 10, 20)), "Snoozed until 10:20."),
        (view(StateName.EXERCISING), "A break is running."),
        (view(StateName.AWAY), "You are away; the sitting clock stands still."),
        (view(StateName.PAUSED), "Paused until you resume."),
        (view(StateName.PAUSED, until=at(24, 9)), "Paused until Tue 09:00."),
    ],
)
def test_every_state_says_why(shown: ScheduleView, said: str) -> None:
    assert why(shown, TR) == said


def test_every_reason_has_its_own_words() -> None:
    assert len({hold_text(hold, TR) for hold in Hold}) == len(Hold)


def test_every_state_has_its_own_title() -> None:
    titles = {state_title(view(state), TR) for state in StateName}
    held = view(held_back_by=(Hold.LUNCH,))
    assert is_held(held)
    titles.add(state_title(held, TR))
    assert len(titles) == len(StateName) + 1


def test_only_a_working_day_can_be_held() -> None:
    assert not is_held(view(StateName.OFFERING, held_back_by=(Hold.MEETING,), next_break=DUE))
    assert not is_held(view(next_break=DUE))


def test_the_tooltip_has_state_reason_day_and_notices() -> None:
    status = Status(view(), Tally(seconds=245), None, "Because.", acknowledged=True)
    assert tooltip(status, TR) == "deskbreak - Working\nBecause.\nToday: 4 min of 10 min"
    noticed = replace(status, notices=("The journal cannot be written.",))
    assert tooltip(noticed, TR).endswith("\nThe journal cannot be written.")


def test_the_tooltip_stands_still_while_nothing_happens() -> None:
    status = Status(view(), Tally(), None, why(view(), TR), acknowledged=True)
    later = view(now=moment(NOW.utc + 600), sitting_s=4200, progress=0.5)
    assert tooltip(status, TR) == tooltip(
        Status(later, Tally(), None, why(later, TR), acknowledged=True), TR
    )


def test_an_offer_says_what_and_how_long() -> None:
    made = offer_view(ShowOffer(0, 3), Offer(), 4, TR, tray=True)
    assert made.title == "Time to loosen up"
    assert made.text == "About 4 minutes, seated. The tray icon starts it too."
    assert (
        offer_view(ShowOffer(0, 3), Offer(), 4, TR, tray=False).text == "About 4 minutes, seated."
    )
    assert (made.snooze_min, made.snooze_choices) == (10, (5, 10, 15, 30))
    assert made.can_snooze
    assert made.snoozes_left == 3
    assert not made.quiet


def test_repeats_get_plainer_until_the_last_call() -> None:
    titles = [offer_view(ShowOffer(n, 1), Offer(), 4, TR, tray=True).title for n in range(4)]
    assert titles == [
        "Time to loosen up",
        "Still time to loosen up",
        "Still time to loosen up",
        "Last call for this break",
    ]


def test_no_snooze_left_and_no_cap_differ() -> None:
    assert not offer_view(ShowOffer(1, 0), Offer(), 4, TR, tray=True).can_snooze
    assert offer_view(ShowOffer(1, None), Offer(), 4, TR, tray=True).can_snooze
    assert snooze_title(None, TR) == "Snooze"
    assert snooze_title(2, TR) == "Snooze (2 left)"
    assert snooze_label(10, TR) == "Snooze 10 min"


def test_a_very_short_routine_still_takes_a_minute() -> None:
    assert offer_view(ShowOffer(0, 3, quiet=True), Offer(), 0, TR, tray=False).text.startswith(
        "About 1 minute,"
    )
