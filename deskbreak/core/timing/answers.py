"""What a person asks for, and what comes of it, state by state."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

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
    Reply,
    Resume,
    Skip,
    Snooze,
    Start,
    Unskip,
)
from deskbreak.core.entry import Outcome, Reason, What
from deskbreak.core.leaving import Quit
from deskbreak.core.timing.absence import close
from deskbreak.core.timing.book import Due, Meeting, Undo
from deskbreak.core.timing.effect import Effect, HideOffer, Unwrite, Write
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.exercising import start
from deskbreak.core.timing.meeting import over
from deskbreak.core.timing.pausing import pause, resumed
from deskbreak.core.timing.records import note, unstarted
from deskbreak.core.timing.rules import UNDO_S
from deskbreak.core.timing.sentences import snooze_sentence
from deskbreak.core.timing.settle import fresh
from deskbreak.core.timing.state import Away, Offering, Snoozed, State, Working, with_book
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Turn, ask, wait
from deskbreak.core.unfit import PauseUnfit

LONGEST_SNOOZE_MIN = 240
LONGEST_MEETING_MIN = 24 * 60

Answer = tuple[Turn, Reply]


def answer(state: State, asked: Ask) -> Answer:
    """Return what a person's wish changes, and the reply to it."""
    match asked:
        case Start():
            return start(state, asked)
        case Snooze() | Skip() | Unskip():
            return _about_offer(state, asked)
        case (
            PauseFor() | PauseUntilTime() | PauseUntilTomorrow() | PauseToday() | PauseOpen()
            | PauseUnfit()
        ):  # fmt: skip
            return pause(state, asked)
        case Resume():
            return resumed(state, asked)
        case InMeeting() | MeetingOver():
            return _meeting(state, asked)
        case Ate():
            return _ate(state, asked)
        case Quit():
            return _quit(state)
        case _:
            assert_never(asked)


def refused(state: State, sentence: str) -> Answer:
    """Return the answer that changes nothing."""
    return Turn(None, state), Reply(Code.REFUSED, sentence)


def _about_offer(state: State, asked: Snooze | Skip | Unskip) -> Answer:
    match asked:
        case Unskip():
            return _unskip(state)
        case Skip():
            return _skip(state)
        case Snooze():
            return _snooze(state, asked)
        case _:
            assert_never(asked)


def _open_offer(state: State) -> Due | None:
    """Return the offer that can be answered: it was shown, and no session answers it yet."""
    match state:
        case Offering() | Snoozed():
            return state.due
        case Working() if state.due is not None and state.due.offered_at is not None:
            return state.due
        case _:
            return None


def _snooze(state: State, asked: Snooze) -> Answer:
    book, due = state.book, _open_offer(state)
    if due is None:
        return refused(state, "There is no break to snooze.")
    minutes = book.rules.settings.offer.snooze_min if asked.minutes is None else asked.minutes
    if not 1 <= minutes <= LONGEST_SNOOZE_MIN:
        return refused(state, f"A snooze lasts 1 to {LONGEST_SNOOZE_MIN} minutes.")
    left = book.rules.snoozes_left(due.snoozes)
    if left == 0:
        return refused(state, "This break was snoozed as often as your settings allow.")
    until = book.t + minutes * 60
    due = replace(due, snoozes=due.snoozes + 1, counted=0, holding=(), held_from=None)
    effects: list[Effect] = [note(book, What.SNOOZED, minutes=minutes)]
    if isinstance(state, Offering):
        effects.append(HideOffer())
    reply = Reply(Code.DONE, snooze_sentence(book, minutes))
    return Turn(Trigger.SNOOZED, Snoozed(book, due, until), tuple(effects)), reply


def _skip(state: State) -> Answer:
    book, due = state.book, _open_offer(state)
    if due is None:
        return refused(state, "There is no break to skip.")
    effects: tuple[Effect, ...] = (Write(unstarted(book, due, Outcome.SKIPPED, Reason.PERSON)),)
    if isinstance(state, Offering):
        effects = (*effects, HideOffer())
    undo = Undo(replace(due, counted=0), book.t + UNDO_S, book.since)
    turn = Turn(Trigger.SKIPPED, Working(replace(fresh(book), undo=undo)), effects)
    return turn, Reply(Code.DONE, "Skipped. You can take this back for a minute.")


def _unskip(state: State) -> Answer:
    book, undo = state.book, state.book.undo
    if undo is None or book.t >= undo.until or not isinstance(state, Working):
        return refused(state, "There is no skip to take back.")
    book = replace(book, since=undo.since, undo=None)
    due = replace(undo.due, holding=(), held_from=None)
    back = wait if book.holding else ask
    turn = back(book, due, Trigger.UNSKIPPED)
    turn = replace(turn, effects=(Unwrite(), *turn.effects))
    return turn, Reply(Code.DONE, "The break is offered again.")


def _meeting(state: State, asked: InMeeting | MeetingOver) -> Answer:
    book = state.book
    if isinstance(asked, MeetingOver):
        if book.meeting is None:
            return refused(state, "You have not said that you are in a meeting.")
        book, effects = over(book)
        return Turn(None, with_book(state, book), effects), Reply(Code.DONE, "The meeting is over.")
    if asked.minutes is None:
        meeting = Meeting(None)
        sentence = "No break is offered until you say that the meeting is over."
    elif 1 <= asked.minutes <= LONGEST_MEETING_MIN:
        meeting = Meeting(book.t + asked.minutes * 60)
        sentence = f"No break is offered for {asked.minutes} minutes."
    else:
        return refused(state, f"A meeting lasts 1 to {LONGEST_MEETING_MIN} minutes.")
    book, effects = over(book, meeting)
    return Turn(None, with_book(state, book), effects), Reply(Code.DONE, sentence)


def _ate(state: State, asked: Ate) -> Answer:
    if asked.meal is Meal.NOTHING:
        return _fasted(state)
    window = state.book.rules.fed_s(asked.meal)
    book = replace(state.book, fed_until=max(state.book.fed_until, state.book.t + window))
    turn = Turn(None, with_book(state, book), (note(book, What.ATE, meal=asked.meal.value),))
    if not book.rules.defers_meals:
        return turn, Reply(Code.DONE, "Noted.")
    return turn, Reply(Code.DONE, f"No exercise is offered for {window // 60} minutes.")


def _fasted(state: State) -> Answer:
    """Forget the last meal, and the lunch that runs now or was the last."""
    place = state.book.here
    lunch = place.lunch or place.ate
    book = replace(state.book, fed_until=0, fasted=0 if lunch is None else lunch[1])
    turn = Turn(None, with_book(state, book), (note(book, What.ATE, meal=Meal.NOTHING.value),))
    return turn, Reply(Code.DONE, "No meal holds exercise back.")


def _quit(state: State) -> Answer:
    book = state.book
    effects: tuple[Effect, ...] = ()
    if isinstance(state, Away):
        book, effects = close(state)
    book = replace(book, quit=True)
    effects = (*effects, note(book, What.QUIT))
    return Turn(None, with_book(state, book), effects), Reply(Code.DONE, "Good-bye.")
