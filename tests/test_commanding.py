from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deskbreak.commanding import problem_notices
from deskbreak.core.command import (
    Acknowledge,
    Ate,
    Autostart,
    ChangeSettings,
    Code,
    InMeeting,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Recover,
    Resume,
    Show,
    Start,
    Window,
)
from deskbreak.core.entry import What
from deskbreak.core.ignoring import Ignore
from deskbreak.core.leaving import Quit
from deskbreak.core.protocol import Request
from deskbreak.core.protocol_args import ProtocolError
from deskbreak.core.settings.values import Problem, Safety, Schedule, Settings
from deskbreak.core.status import StateName
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.core.words import English
from tests.engine_world import READY, World


def test_the_safety_page_comes_before_the_first_break() -> None:
    world = World(settings=Settings())
    reply = world.commands.send(Start())

    assert reply.code is Code.REFUSED
    assert world.stage.log == ["show welcome"]


def test_without_a_doctors_word_only_posture_checks_start() -> None:
    world = World(settings=replace(READY, safety=Safety(date(2026, 11, 1), cleared=False)))

    assert world.commands.send(Start()).code is Code.REFUSED
    assert world.commands.send(Start("posture")).code is Code.DONE


def test_an_unknown_routine_is_named_as_such() -> None:
    assert World().commands.send(Start("moon")).code is Code.UNKNOWN


def test_acknowledging_is_stored_with_day_and_version() -> None:
    world = World(settings=Settings())
    world.store.gives = READY
    assert world.commands.send(Acknowledge(cleared=True)).code is Code.DONE

    assert world.store.asked == [
        ("safety.acknowledged", date(2026, 11, 23)),
        ("safety.cleared", True),
        ("safety.text_version", 1),
    ]
    assert world.engine.status().acknowledged


def test_changed_settings_keep_the_sitting_clock() -> None:
    world = World()
    world.awake(3600)
    world.store.gives = replace(READY, schedule=Schedule(earliest_min=90, latest_min=100))
    before = world.engine.view().sitting_s
    assert world.commands.send(ChangeSettings((("schedule.earliest_min", 90),))).code is Code.DONE

    assert world.engine.view().sitting_s == before
    assert What.SETTINGS in {event.what for event in world.journal.events}


def test_refused_settings_say_why() -> None:
    world = World()
    world.store.refuses = (Problem("offer.snooze_min", "must be from 1 to 240"),)
    reply = world.commands.send(ChangeSettings((("offer.snooze_min", 0),)))

    assert reply.code is Code.REFUSED
    assert "1 to 240" in reply.sentence


def test_a_reload_tells_what_is_wrong_with_the_file() -> None:
    world = World()
    world.store.problems = (Problem("x", "x is unknown", 3, fatal=False), Problem("", "torn"))
    assert world.commands.reload().code is Code.DONE
    assert world.engine.status().notices == ("Settings, line 3: x is unknown", "Settings: torn")
    saves = world.state.saves
    world.commands.reload()
    assert world.state.saves == saves


def test_problems_without_a_line_are_said_without_one() -> None:
    assert problem_notices((Problem("", "torn"),), English()) == ("Settings: torn",)


@pytest.mark.parametrize(
    "ask",
    [
        PauseFor(30),
        PauseUntilTime(23 * 60),
        PauseUntilTomorrow(),
        PauseToday(),
        PauseOpen(),
    ],
    ids=lambda ask: type(ask).__name__,
)
def test_every_pause_pauses_and_resume_ends_it(
    ask: PauseFor | PauseUntilTime | PauseUntilTomorrow | PauseToday | PauseOpen,
) -> None:
    world = World()
    assert world.commands.send(ask).code is Code.DONE
    assert world.engine.view().state is StateName.PAUSED
    assert world.commands.send(Resume()).code is Code.DONE
    assert world.commands.send(Resume()).code is Code.REFUSED


def test_meetings_and_meals_are_taken_note_of() -> None:
    world = World()
    assert world.commands.send(InMeeting(30)).code is Code.DONE
    assert world.engine.view().in_meeting
    assert world.commands.send(MeetingOver()).code is Code.DONE
    assert world.commands.send(Ate()).code is Code.DONE
    assert What.ATE in {event.what for event in world.journal.events}


def test_showing_and_autostart_go_where_they_belong() -> None:
    world = World()
    world.commands.send(Show(Window.LOG))
    assert world.stage.log == ["show log"]
    assert world.commands.send(Autostart(on=True)).code is Code.DONE
    assert world.autostart.on
    world.autostart.excuse = "The folder is read-only."
    assert world.commands.send(Autostart(on=False)).code is Code.FAILED


def test_quitting_leaves_and_notes_it() -> None:
    world = World()
    assert world.commands.send(Quit()).code is Code.DONE
    assert world.left == [Quit()]
    assert What.QUIT in {event.what for event in world.journal.events}


def test_there_is_nothing_to_recover_on_an_ordinary_day() -> None:
    assert World().commands.send(Recover()).code is Code.REFUSED


def test_the_socket_gets_status_day_and_replies() -> None:
    world = World()
    after: list[str] = []
    world.answers.after = lambda: after.append("after")

    status = world.answers.handle(Request("status", {"form": "json"}))
    assert isinstance(status.data, dict)
    assert status.data["version"] == "1.2.3"
    assert status.data["pid"] == 42
    assert world.answers.handle(Request("status")).text
    assert world.answers.handle(Request("day")).data == {"day": "2026-11-23"}
    assert world.answers.handle(Request("skip")).code == 5
    assert world.answers.handle(Request("start", {"routine": "moon"})).code == 2
    assert world.answers.handle(Request("reload")).code == 0
    assert len(after) == 3
    with pytest.raises(ProtocolError):
        world.answers.handle(Request("dance"))


def test_the_socket_may_be_asked_before_anybody_listens_in() -> None:
    assert World().answers.handle(Request("skip")).code == 5


def test_a_day_is_read_with_its_plan_and_other_days_without() -> None:
    world = World()
    world.sit_until_offered()
    world.awake(45 * 60)
    today = world.reader.day(world.reader.today())

    assert today.tally.missed == 1
    assert today.line.now is not None
    assert world.reader.day("2026-11-20").line.now is None


def test_a_journal_that_cannot_be_read_shows_an_empty_day() -> None:
    world = World()
    world.journal.broken = True

    assert world.reader.day("2026-11-23").breaks == ()


def test_a_program_is_ignored_from_now_on() -> None:
    world = World(settings=replace(READY, hold_back=replace(READY.hold_back, ignore_apps=("obs",))))
    film = Cause(Hold.FULLSCREEN, "mpv")
    world.store.gives = replace(
        READY, hold_back=replace(READY.hold_back, ignore_apps=("obs", "fullscreen:mpv"))
    )
    world.senses.named = frozenset({film})
    world.sit_until_offered()
    assert world.engine.view().causes == (film,)
    assert world.senses.watched
    reply = world.commands.send(Ignore("fullscreen:mpv"))
    assert (reply.code, reply.sentence[:4]) == (Code.DONE, "mpv ")
    assert world.store.asked == [("hold_back.ignore_apps", ["obs", "fullscreen:mpv"])]
    assert world.engine.view().state is StateName.OFFERING


def test_the_senses_are_left_alone_while_no_break_is_near() -> None:
    world = World()
    world.awake(600)
    assert not world.senses.watched


def test_a_meeting_is_asked_about_when_its_time_is_over() -> None:
    world = World()
    world.commands.send(InMeeting(30))
    world.awake(31 * 60)
    assert any(said.startswith("nudge Without an answer") for said in world.notifier.log)
    world.commands.send(InMeeting(30))
    assert world.notifier.log[-1] == "withdraw nudge"
