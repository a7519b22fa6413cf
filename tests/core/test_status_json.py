from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from deskbreak.core import exit_code
from deskbreak.core.command import Code, Reply
from deskbreak.core.exercise import Breath, Camera, Dose, Exercise, RangeFactor, Side
from deskbreak.core.pose import Pose
from deskbreak.core.protocol import Response, response_of
from deskbreak.core.restrictions import Suspension
from deskbreak.core.safety import Asking, asking_sentence
from deskbreak.core.session_view import Picture, SessionView, Stage
from deskbreak.core.status import NextBreak, ScheduleView, StateName, Status, Tally
from deskbreak.core.status_json import answer_status, status_json, status_text, waybar_json
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.wording.care import suspended
from deskbreak.core.words import English
from tests.schema_check import status_faults

NOW = 1_795_000_000
TR = English()
VIEW = ScheduleView(
    state=StateName.WORKING,
    now=Moment(NOW, 500, 500, "boot", UTC, "UTC"),
    sitting_s=3725,
    next_break=NextBreak(NOW + 3600, NOW + 7200),
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
    progress=0.256,
    day="2026-11-18",
)
STATUS = Status(VIEW, Tally(completed=1, seconds=245), None, "All is well.", acknowledged=True)
SHOULDERS = Exercise(
    id="shoulder_rotation",
    title="Shoulder rotation",
    group="desk",
    region="shoulders",
    goal="",
    muscles=(),
    setup="",
    steps=(),
    breathing="",
    easier="",
    harder="",
    safety="",
    mistakes=(),
    caution=(),
    source="",
    dose=Dose("reps", 4, 1, 10, 4, 8, 10),
    ranges=RangeFactor(),
    range_from="rest",
    camera=Camera(0, 0, (0, 0), 1),
    lead_in=(),
    cycle=(),
    lead_out=(),
    keyframes=(("rest", Pose()),),
)
SESSION = SessionView(
    routine="desk",
    titles=("Shoulder rotation",),
    done=(False,),
    step=1,
    steps=4,
    stage=Stage.EXERCISE,
    title="Shoulder rotation",
    instruction="Circle.",
    cue="",
    breath=Breath.IN,
    breath_part=0.5,
    rep=3,
    reps=10,
    rep_text="3 of 10",
    side=Side.FORWARD,
    coming="",
    caution="",
    phase_left_s=1.0,
    elapsed_s=12,
    remaining_s=200,
    progress=0.1,
    paused=False,
    announce="",
    picture=Picture(SHOULDERS, Pose()),
)


def test_the_values_are_those_of_the_schema() -> None:
    values = status_json(STATUS, "0.1.0", 42)
    assert status_faults(values) == []
    assert values["now"] == "2026-11-18T11:06:40Z"
    assert values["next_break"] == {
        "earliest": "2026-11-18T12:06:40Z",
        "latest": "2026-11-18T13:06:40Z",
    }
    assert (values["pid"], values["version"], values["session"]) == (42, "0.1.0", None)


@pytest.mark.parametrize("state", StateName)
def test_every_state_fits_the_schema(state: StateName) -> None:
    view = replace(
        VIEW,
        state=state,
        next_break=None,
        until=NOW + 60,
        snoozes_left=None,
        sitting_s=-1,
        held_back_by=tuple(Hold),
        missed_offer=True,
    )
    values = status_json(replace(STATUS, schedule=view), "0.1.0", 1)
    assert status_faults(values) == []
    assert (values["until"], values["sitting_s"]) == ("2026-11-18T11:07:40Z", 0)
    assert values["held_back_by"] == [hold.value for hold in Hold]


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("side", [None, *Side])
def test_a_session_fits_the_schema(stage: Stage, side: Side | None) -> None:
    status = replace(STATUS, session=replace(SESSION, stage=stage, side=side))
    values = status_json(status, "0.1.0", 1)
    assert status_faults(values) == []
    assert values["session"] == {
        "routine": "desk",
        "exercise": "shoulder_rotation",
        "step": 1,
        "steps": 4,
        "rep": 3,
        "reps": 10,
        "side": None if side is None else side.value,
        "phase": stage.value,
        "elapsed_s": 12,
        "remaining_s": 200,
        "paused": False,
    }


def test_the_schema_check_finds_faults() -> None:
    values = status_json(replace(STATUS, session=SESSION), "0.1.0", 1)
    values["state"] = "flying"
    values["pid"] = True
    values["now"] = "yesterday"
    values["held_back_by"] = ["rain"]
    values["why"] = ""
    values["extra"] = 1
    values["today"] = {"offered": -1}
    del values["until"]
    said = "\n".join(status_faults(values))
    for fault in ("flying", "pid", "yesterday", "rain", "too short", "extra", "-1", "until"):
        assert fault in said


def test_people_get_a_few_lines() -> None:
    assert status_text(STATUS, TR) == (
        "Working. All is well.\n"
        "You have sat for 62 minutes.\n"
        "Today: 1 done, 0 partly, 0 skipped, 0 missed; 4:05 of 10:00 minutes."
    )


def test_people_hear_what_else_matters() -> None:
    view = replace(VIEW, state=StateName.EXERCISING, missed_offer=True, sitting_s=60)
    status = Status(view, Tally(), SESSION, "A break is running.", acknowledged=False)
    status = replace(status, notices=("The disk is full.",))
    text = status_text(status, TR)
    assert "Shoulder rotation, exercise 1 of 4, 3:20 left." in text
    assert "You have sat for 1 minute." in text
    assert "missed break can still be done" in text
    assert "safety page" in text
    assert text.endswith("\nThe disk is full.")
    over = replace(status, session=replace(SESSION, stage=Stage.END))
    assert "The break is over." in status_text(over, TR)


def test_people_hear_what_rests_and_what_is_asked() -> None:
    told = status_text(replace(STATUS, suspended=Suspension.SHARP, asking=Asking.SHARP), TR)
    assert told.endswith(suspended(Suspension.SHARP, TR).lines[-1])
    told = status_text(replace(STATUS, asking=Asking.AGE), TR)
    assert told.endswith(asking_sentence(Asking.AGE, TR))


def test_a_bar_gets_what_it_shows() -> None:
    bar = waybar_json(STATUS, TR)
    assert (bar["text"], bar["class"], bar["percentage"]) == ("1:00", ["working"], 26)
    assert bar["tooltip"] == status_text(STATUS, TR)
    assert waybar_json(replace(STATUS, session=SESSION), TR)["text"] == "3:20"
    late = replace(VIEW, next_break=NextBreak(NOW - 5, NOW), progress=1.7)
    bar = waybar_json(replace(STATUS, schedule=late), TR)
    assert (bar["text"], bar["percentage"]) == ("0:00", 100)
    off = replace(VIEW, next_break=None)
    assert waybar_json(replace(STATUS, schedule=off), TR)["text"] == ""


def test_a_bar_says_that_a_break_is_asked_for_or_held_back() -> None:
    held = replace(VIEW, next_break=None, held_back_by=(Hold.MEETING,))
    bar = waybar_json(replace(STATUS, schedule=held), TR)
    assert (bar["text"], bar["class"], bar["alt"]) == ("Held back", ["working", "held"], "working")
    asked = replace(VIEW, state=StateName.OFFERING)
    assert waybar_json(replace(STATUS, schedule=asked), TR)["text"] == "Break?"


def test_a_bar_takes_markup_so_names_of_programs_are_escaped() -> None:
    bar = waybar_json(replace(STATUS, why="Held back: A & <B> is in full screen."), TR)
    assert "A &amp; &lt;B&gt; is in full screen." in str(bar["tooltip"])


def test_the_answer_has_words_and_values() -> None:
    answer = answer_status(STATUS, "json", "0.1.0", 7, TR)
    assert answer == Response(0, status_text(STATUS, TR), status_json(STATUS, "0.1.0", 7))
    assert answer_status(STATUS, "waybar", "0.1.0", 7, TR).data == waybar_json(STATUS, TR)


@pytest.mark.parametrize(
    ("code", "number"),
    [
        (Code.DONE, exit_code.DONE),
        (Code.FAILED, exit_code.FAILED),
        (Code.REFUSED, exit_code.REFUSED),
        (Code.UNKNOWN, exit_code.USAGE),
    ],
)
def test_a_reply_becomes_an_exit_code(code: Code, number: int) -> None:
    assert response_of(Reply(code, "So.")) == Response(number, "So.")
