from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core import exit_code
from deskbreak.core.command import (
    Ate,
    Command,
    Drive,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Resume,
    SessionVerb,
    Show,
    Skip,
    Snooze,
    Start,
    Unskip,
    Window,
)
from deskbreak.core.entry import Discomfort, Scalar
from deskbreak.core.leaving import Quit
from deskbreak.core.protocol import Query, Request, Response, parse
from deskbreak.core.protocol_args import ProtocolError
from deskbreak.core.unfit import PauseUnfit, TurnOn, Unfit
from deskbreak.core.wishes import AddBreak, DeleteBreak, NoteBreak, UndoMend

GOOD: list[tuple[str, dict[str, Scalar], Command | Query]] = [
    ("start", {}, Start()),
    ("start", {"routine": "desk_short", "missed": True}, Start("desk_short", missed=True)),
    ("snooze", {}, Snooze()),
    ("snooze", {"minutes": 240}, Snooze(240)),
    ("skip", {}, Skip()),
    ("unskip", {}, Unskip()),
    ("pause", {}, PauseOpen()),
    ("pause", {"minutes": 90, "until": None}, PauseFor(90)),
    ("pause", {"until": "14:05"}, PauseUntilTime(845)),
    ("pause", {"until": "tomorrow"}, PauseUntilTomorrow()),
    ("pause", {"until": "today"}, PauseToday()),
    ("pause", {"until": "hurt"}, PauseUnfit(Unfit.HURT)),
    ("pause", {"until": "unwell"}, PauseUnfit(Unfit.UNWELL)),
    ("resume", {"better": True}, Resume(better=True)),
    ("resume", {"better": False}, Resume(better=False)),
    ("resume", {}, Resume()),
    ("meeting", {}, InMeeting()),
    ("meeting", {"minutes": 30}, InMeeting(30)),
    ("meeting", {"end": True}, MeetingOver()),
    ("ate", {}, Ate()),
    ("ate", {"meal": "snack"}, Ate(Meal.SNACK)),
    ("session", {"verb": "hurts"}, Drive(SessionVerb.HURTS)),
    (
        "session",
        {"verb": "hurts", "discomfort": "sharp"},
        Drive(SessionVerb.HURTS, Discomfort.SHARP),
    ),
    ("turn_on", {"exercise": "cat_cow"}, TurnOn("cat_cow")),
    ("add_break", {"minutes": 5}, AddBreak(5)),
    (
        "add_break",
        {
            "minutes": 5,
            "day": "2026-11-22",
            "at": "14:05",
            "routine": "desk",
            "exercises": "a,b,",
            "note": "stairs",
        },
        AddBreak(5, "2026-11-22", 845, "desk", ("a", "b"), "stairs"),
    ),
    ("note_break", {"id": "ab", "text": "x" * 2000}, NoteBreak("ab", "x" * 2000)),
    ("note_break", {"id": "ab"}, NoteBreak("ab", "")),
    ("delete_break", {"id": "ab"}, DeleteBreak("ab")),
    ("undo_mend", {}, UndoMend()),
    ("reread", {}, Query.REREAD),
    ("show", {}, Show(Window.TODAY)),
    ("show", {"window": "library"}, Show(Window.LIBRARY)),
    ("quit", {}, Quit()),
    ("status", {"form": "waybar"}, Query.STATUS),
    ("day", {}, Query.DAY),
    ("reload", {}, Query.RELOAD),
]


@pytest.mark.parametrize(("verb", "args", "meant"), GOOD)
def test_a_verb_becomes_its_command(
    verb: str, args: dict[str, Scalar], meant: Command | Query
) -> None:
    assert parse(Request(verb, args)) == meant


BAD: list[tuple[str, dict[str, Scalar], str]] = [
    ("fly", {}, "one of start, snooze"),
    ("skip", {"minutes": 5}, 'takes no "minutes"'),
    ("start", {"routine": ""}, "short text"),
    ("start", {"routine": "x" * 65}, "short text"),
    ("start", {"routine": 5}, "short text"),
    ("start", {"missed": 1}, "true or false"),
    ("snooze", {"minutes": 0}, "1 to 240"),
    ("snooze", {"minutes": 241}, "1 to 240"),
    ("snooze", {"minutes": True}, "1 to 240"),
    ("snooze", {"minutes": "5"}, "1 to 240"),
    ("pause", {"minutes": 5, "until": "12:00"}, "not both"),
    ("pause", {"until": "25:00"}, "such as 14:05"),
    ("meeting", {"minutes": 5, "end": True}, "not both"),
    ("ate", {"meal": "cake"}, "meal, snack"),
    ("session", {}, "pause, resume"),
    ("session", {"verb": "hurts", "discomfort": "badly"}, "stretch, unpleasant"),
    ("session", {"verb": "pause", "discomfort": "pain"}, '"hurts" alone'),
    ("turn_on", {}, "id of an exercise"),
    ("add_break", {}, "1 to 240"),
    ("add_break", {"minutes": 241}, "1 to 240"),
    ("add_break", {"minutes": 5, "at": "25:00"}, "such as 14:05"),
    ("add_break", {"minutes": 5, "note": "x" * 2001}, "at most 2000 letters"),
    ("note_break", {"text": "x"}, "id of a break"),
    ("note_break", {"id": "a", "text": None}, "at most 2000 letters"),
    ("show", {"window": "moon"}, "today, log"),
]


@pytest.mark.parametrize(("verb", "args", "said"), BAD)
def test_nonsense_is_refused_with_what_would_be_right(
    verb: str, args: dict[str, Scalar], said: str
) -> None:
    with pytest.raises(ProtocolError, match=said):
        parse(Request(verb, args))


VERBS = st.sampled_from([verb for verb, _, _ in GOOD]) | st.text(max_size=8)
NAMES = st.sampled_from(["minutes", "until", "verb", "meal", "window", "end", "routine"])
VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=70)


@given(VERBS, st.dictionaries(NAMES | st.text(max_size=8), VALUES, max_size=3))
def test_nothing_else_than_a_protocol_error_comes_of_any_request(
    verb: str, args: dict[str, Scalar]
) -> None:
    said = "."
    try:
        parse(Request(verb, args))
    except ProtocolError as error:
        said = str(error)
    assert said.endswith(".")


def test_an_answer_is_plain_by_default() -> None:
    assert Response(exit_code.DONE) == Response(0, "", None)
    codes = (exit_code.FAILED, exit_code.USAGE, exit_code.NOT_RUNNING)
    assert (*codes, exit_code.INVALID_FILE, exit_code.REFUSED) == (1, 2, 3, 4, 5)
