"""What a look changes is saved when it matters, and a restart loses no more than that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deskbreak.core import schedule
from deskbreak.core.command import InMeeting, PauseFor, Skip, Snooze, Start
from deskbreak.core.timing.book import Book, Due, Meeting, Posture, Undo, View
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.sensed import Hold, Sensed
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.workday import place_at
from tests.core.clockwork import BERLIN, FREE, World, asked, world


def saves(day: World, saved: schedule.State) -> bool:
    return schedule.worth_saving(saved, day.state)


def test_sitting_alone_is_saved_every_five_minutes() -> None:
    day = world(settings=FREE)
    day.sit(1)
    saved = day.state
    day.sit(4)
    assert not saves(day, saved)
    day.sit(1)
    assert not saves(day, saved)
    day.sit(0.5)
    assert saves(day, saved)


def test_an_open_offer_is_saved_every_minute() -> None:
    day = asked()
    saved = day.state
    day.sit(1)
    assert not saves(day, saved)
    day.sit(0.5)
    assert saves(day, saved)


@pytest.mark.parametrize("wish", [Snooze(), Skip(), Start(), PauseFor(20), InMeeting(30)])
def test_every_answer_is_saved_at_once(wish: Ask) -> None:
    day = asked()
    saved = day.state
    day.ask(wish)
    assert saves(day, saved)
    assert not schedule.worth_saving(day.state, day.state)


def test_reasons_zones_and_clock_steps_are_saved_at_once() -> None:
    changes: list[Callable[[World], None]] = [
        lambda day: day.hold(Hold.MEETING),
        lambda day: day.fly("Asia/Tokyo"),
        lambda day: day.set_clock(3600),
    ]
    for change in changes:
        day = world(settings=FREE)
        day.sit(1)
        saved = day.state
        change(day)
        assert saves(day, saved)


def test_another_boot_is_saved_at_once() -> None:
    day = world(settings=FREE)
    book = day.state.book
    seen = replace(book.seen, boot_id="another")
    after = replace(day.state, book=replace(book, seen=seen))
    assert schedule.worth_saving(day.state, after)


def test_a_restart_keeps_what_an_offer_counted() -> None:
    day = asked()
    day.sit(9)
    day.restart(2)
    assert day.name == "offering"
    day.path.clear()
    day.sit(0.5)
    assert day.path == []
    day.sit(1)
    assert [turn.trigger for turn in day.path] == [Trigger.REPEATED]


def test_a_book_at_another_second_keeps_all_the_rest() -> None:
    book = world().state.book
    now = replace(book.seen, utc=7)
    place = place_at(0, book.rules.office, BERLIN)
    undo = Undo(due=Due(counted=5), until=3, since=2)
    odd = Book(
        t=1, seen=book.seen, lead=2, rules=book.rules, sensed=Sensed(3), last=4, since=5, duty=6,
        day="day", done_s=7, done_day="done", arrived=True, holding=((Hold.MEAL, 8),),
        not_before=9, meeting=Meeting(10), fed_until=11, missed_until=12, undo=undo, served=13,
        natural=14, quit=True, place=book.place, posture=Posture(15, 16),
    )  # fmt: skip
    assert odd.at(99) == replace(odd, t=99)
    view = View(now, 20, book.rules, Sensed(21), 22, place)
    assert odd.at(99, view) == replace(
        odd, t=99, seen=now, lead=20, sensed=Sensed(21), last=22, place=place
    )
