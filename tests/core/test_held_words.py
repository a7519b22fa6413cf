from __future__ import annotations

from deskbreak.core.timing.effect import AskMeeting
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.core.wording.nudges import meeting_view
from deskbreak.core.wording.reasons import ignore_text, ignored, why
from tests.core.test_wording import NOW, TR, at, view


def test_the_program_behind_a_reason_is_named() -> None:
    film, call = Cause(Hold.FULLSCREEN, "mpv"), Cause(Hold.MEETING, "zoom")
    held = view(
        held_back_by=(Hold.MEETING, Hold.FULLSCREEN),
        causes=(call, Cause(Hold.FULLSCREEN, "feh"), film),
        next_break=None,
        held_since=at(23, 9, 40),
    )
    said = "you are in a meeting (zoom), a window fills the screen (feh, mpv)"
    assert why(held, TR) == f"Held back since 09:40: {said}."
    assert ignore_text(film, TR) == "Ignore mpv in full screen"
    assert ignore_text(call, TR) == "Ignore calls in zoom"
    assert ignored("vlc", TR).startswith("vlc holds")
    assert ignored(str(film), TR).startswith("mpv holds no break back any more")


def test_a_meeting_that_should_be_over_is_asked_about() -> None:
    asks = view(
        held_back_by=(Hold.MEETING,), in_meeting=True, asks_meeting=True, until=at(23, 10, 5)
    )
    assert why(asks, TR) == "Still in the meeting? Without an answer it is over at 10:05."
    asked = meeting_view(AskMeeting(at(23, 10, 5)), NOW, TR, tray=False)
    assert asked.text == "Without an answer it is over at 10:05."
    named = meeting_view(AskMeeting(at(23, 10, 5)), NOW, TR, tray=True)
    assert named.text == f"{asked.text} The tray menu asks as well."
    assert (asked.title, asked.choices_min) == ("Still in the meeting?", (30, 45, 60))
    assert "10:05" in asked.text
