from __future__ import annotations

from deskbreak.adapters.toast_buttons import buttons, level
from deskbreak.core.command import InMeeting, MeetingOver, Show, Window
from deskbreak.core.offer_view import MeetingView
from deskbreak.core.words import English

STILL = MeetingView("Still in the meeting?", "Say so.", (30, 45, 60))


def test_a_meeting_that_should_be_over_has_its_answers_as_buttons() -> None:
    made = buttons(STILL, English())
    assert [button.label for button in made] == [
        "30 min",
        "45 min",
        "1 h",
        "Meeting is over",
        "Open",
    ]
    commands = [button.command for button in made]
    answers = [InMeeting(30), InMeeting(45), InMeeting(60), MeetingOver()]
    assert commands == [*answers, Show(Window.TODAY)]
    assert level(STILL) == 0
    assert level(None) == 1
