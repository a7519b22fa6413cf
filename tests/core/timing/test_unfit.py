"""A hurt back, a day that is not well, and meals that were none."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from deskbreak.core import schedule
from deskbreak.core.command import Ate, Code, Meal, PauseFor, PauseOpen, Resume, Start
from deskbreak.core.entry import What
from deskbreak.core.restrictions import Suspension
from deskbreak.core.status import StateName
from deskbreak.core.timing.effect import AskBetter
from deskbreak.core.timing.frozen import thaw
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.state import Paused
from deskbreak.core.unfit import PauseUnfit, Unfit
from deskbreak.core.wording.reasons import why
from deskbreak.core.words import English
from tests.core.clockwork import DONE, FREE, World, asked, world

HURT = PauseUnfit(Unfit.HURT)
DAY_MIN = 24 * 60


def _hurt() -> World:
    day = asked()
    assert day.ask(HURT).code is Code.DONE
    return day


def _questions(day: World) -> int:
    return sum(isinstance(effect, AskBetter) for effect in day.effects)


def _fed(day: World) -> bool:
    return day.view.recently_ate


def test_a_hurt_back_ends_the_offer_and_pauses_without_an_end() -> None:
    day = _hurt()
    assert (day.name, day.view.until, day.view.pause_why) == ("paused", None, "hurt")
    assert day.wrote() == ["12:00 skipped pause"]
    assert day.notes[-1].data == (("until", None), ("why", "hurt"))
    assert "hurt your back" in why(day.view, English())


def test_only_a_yes_ends_it() -> None:
    day = _hurt()
    for wish in (Resume(), PauseFor(5), PauseOpen(), PauseUnfit(Unfit.UNWELL), HURT):
        assert day.ask(wish).code is Code.REFUSED
        assert (day.name, day.view.pause_why) == ("paused", "hurt")
    assert day.ask(Resume(better=False)).code is Code.DONE
    assert day.name == "paused"
    assert day.ask(Resume(better=True)).code is Code.DONE
    assert day.name == "working"
    assert (day.notes[-1].what, day.notes[-1].data) == (What.RESUMED, (("why", "hurt"),))


def test_it_asks_after_three_days_in_office_hours_and_daily_from_then_on() -> None:
    day = _hurt()
    day.sit(3 * DAY_MIN - 1)
    assert (_questions(day), day.view.asks_better) == (0, False)
    day.sit(1)
    assert (_questions(day), day.view.asks_better) == (1, True)
    assert "clearly going down?" in why(day.view, English())
    day.sit(DAY_MIN)
    assert _questions(day) == 2
    day.sit(2 * DAY_MIN)
    assert _questions(day) == 2  # the weekend
    day.sit(DAY_MIN)
    assert (_questions(day), day.clock()) == (3, "12:00:00")


def test_a_no_is_asked_again_a_day_later() -> None:
    day = _hurt()
    day.sit(3 * DAY_MIN + 60)
    day.ask(Resume(better=False))
    day.sit(DAY_MIN - 1)
    assert _questions(day) == 1
    day.sit(1)
    assert _questions(day) == 2


def test_it_outlives_a_restart_and_a_boot_and_a_session() -> None:
    day = _hurt()
    day.restart(DAY_MIN, reboot=True)
    assert (day.name, day.view.pause_why) == ("paused", "hurt")
    day.ask(Start("posture", check=True))
    day.paint()
    day.over(DONE)
    assert (day.name, day.view.pause_why) == ("paused", "hurt")
    day.sit(2 * DAY_MIN)
    assert _questions(day) == 1


def test_a_state_of_the_former_version_still_loads() -> None:
    day = asked()
    day.ask(PauseOpen())
    tree = json.loads(schedule.freeze(day.state))
    del tree["pause"]["why"], tree["pause"]["asks_at"], tree["book"]["fasted"]
    state = thaw(json.dumps(tree), day.now, day.rules)
    assert isinstance(state, Paused)
    assert (state.pause.why, state.pause.asks_at, state.book.fasted) == ("", None, 0)


def test_a_hurt_back_of_which_only_the_journal_knows_still_asks() -> None:
    day = world(settings=FREE)
    day.rules = replace(day.rules, suspended=Suspension.HURT)
    day.look()
    assert (day.view.pause_why, day.view.asks_better) == ("hurt", True)
    assert day.view.held_back_by == (Hold.SAFETY,)
    assert day.ask(Resume()).code is Code.REFUSED
    assert day.ask(Resume(better=False)).code is Code.DONE
    assert day.notes[-1].what is not What.RESUMED
    assert day.ask(Resume(better=True)).code is Code.DONE
    assert day.notes[-1].data == (("why", "hurt"),)
    assert day.name == "working"


@pytest.mark.parametrize("suspended", [Suspension.SHARP, Suspension.REPEATED])
def test_a_suspension_holds_every_offer_back_and_ends_at_once(suspended: Suspension) -> None:
    day = asked()
    day.rules = replace(day.rules, suspended=suspended)
    day.look()
    assert day.view.held_back_by == (Hold.SAFETY,)
    assert day.ask(Resume(better=True)).code is Code.REFUSED
    day.sit(120)
    assert day.offer is None
    day.rules = replace(day.rules, suspended=None)
    day.look()
    assert day.name == "offering"


def test_not_well_today_rests_until_tomorrow() -> None:
    day = world(settings=FREE)
    day.ask(PauseUnfit(Unfit.UNWELL))
    assert (day.view.pause_why, day.view.asks_better) == ("unwell", False)
    assert why(day.view, English()) == "You are not well today; breaks come again Tue 09:00."
    day.sit(DAY_MIN)
    assert day.name == "working"
    said = {note.what: dict(note.data).get("why") for note in day.notes}
    assert (said[What.PAUSED], said[What.RESUMED]) == ("unwell", "unwell")


def test_a_lunch_that_was_none_holds_nothing_back() -> None:
    day = world()
    day.until("14:00")
    assert _fed(day)
    day.ask(Ate(Meal.NOTHING))
    assert not _fed(day)
    assert dict(day.notes[-1].data) == {"meal": "nothing"}
    day.restart(1)
    assert not _fed(day)
    day.sit(DAY_MIN)
    assert _fed(day)  # the next day's lunch is another one


def test_a_lunch_can_be_said_to_be_none_while_it_lasts() -> None:
    day = world()
    day.until("13:00")
    assert day.name == "off_duty"
    day.ask(Ate(Meal.NOTHING))
    day.until("14:00")
    assert not _fed(day)


def test_a_meal_that_was_said_by_mistake_is_taken_back() -> None:
    day = world(settings=FREE)
    day.ask(Ate())
    assert _fed(day)
    day.ask(Ate(Meal.NOTHING))
    assert (_fed(day), day.view.state) == (False, StateName.WORKING)


def test_eating_after_saying_so_counts_again() -> None:
    day = world()
    day.until("14:00")
    day.ask(Ate(Meal.NOTHING))
    day.ask(Ate(Meal.SNACK))
    assert _fed(day)
    day.sit(60)
    assert not _fed(day)
