from __future__ import annotations

import os

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Outcome, Toast
from deskbreak.core.command import NUDGE, Command, Show, Skip, Snooze, Start, Window
from deskbreak.core.offer_view import NudgeView
from tests.adapters.notify_rig import Rig, Serve, offer, shown

pytestmark = pytest.mark.linux


def test_an_offer_arrives_with_its_buttons_and_true_wire_types(
    rig: Rig, serve: Serve, qtbot: QtBot
) -> None:
    service = serve()
    shown(rig, qtbot)
    note = service.notes[0]
    assert service.complaints == []
    assert (note.app, note.replaces, note.title) == ("deskbreak", 0, "Time to loosen up")
    assert note.text == "About 4 minutes, seated & <calm>."
    assert note.actions == [
        *("start", "Start", "snooze", "Snooze 10 min", "skip", "Skip", "default", "Open")
    ]
    assert note.hints["desktop-entry"] == ("s", "io.github.deskbreak.deskbreak")
    assert note.hints["urgency"] == ("y", 1)
    assert note.expires == -1


def test_markup_is_escaped_only_where_it_would_be_read(
    rig: Rig, serve: Serve, qtbot: QtBot
) -> None:
    service = serve(abilities="body actions body-markup")
    shown(rig, qtbot)
    assert service.notes[0].text == "About 4 minutes, seated &amp; &lt;calm&gt;."


def test_no_buttons_where_the_service_has_none(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve(abilities="body")
    shown(rig, qtbot)
    assert service.notes[0].actions == []


def test_snooze_is_left_out_at_the_cap(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    shown(rig, qtbot, offer(can_snooze=False))
    assert "snooze" not in service.notes[0].actions


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("start", Start()),
        ("snooze", Snooze(10)),
        ("skip", Skip()),
        ("default", Show(Window.TODAY)),
    ],
)
def test_a_button_sends_its_command_once_and_closes_the_notification(
    rig: Rig, serve: Serve, qtbot: QtBot, key: str, command: Command
) -> None:
    service = serve()
    shown(rig, qtbot)
    number = service.notes[0].number
    service.press(number, key)
    service.press(number, key)
    qtbot.waitUntil(lambda: service.closed == [number])
    assert rig.sent == [command]


def test_a_press_lends_the_right_to_come_to_the_front(
    rig: Rig, serve: Serve, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    service = serve()
    shown(rig, qtbot)
    service.press(service.notes[0].number, "default", "lent")
    qtbot.waitUntil(lambda: rig.sent == [Show(Window.TODAY)])
    assert "lent" in os.environ.values()


def test_a_nudge_asks_quietly_and_starts_a_short_check(
    rig: Rig, serve: Serve, qtbot: QtBot
) -> None:
    service = serve()
    view = NudgeView("Posture check?", "Half a minute.")
    shown(rig, qtbot, Toast(view.title, view.text, view))
    note = service.notes[0]
    assert note.actions == ["start", "Start", "default", "Open"]
    assert (note.hints["urgency"], note.expires) == (("y", 0), -1)
    service.press(note.number, "start")
    qtbot.waitUntil(lambda: service.closed == [note.number])
    assert rig.sent == [Start(NUDGE)]


def test_foreign_and_unknown_buttons_do_nothing(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    shown(rig, qtbot)
    number = service.notes[0].number
    service.press(number + 50, "start")
    service.press(number, "explode")
    service.press(number, "skip")
    qtbot.waitUntil(lambda: bool(rig.sent))
    assert rig.sent == [Skip()]


def test_a_repeat_replaces_and_is_more_visible(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    for urgency in range(3):
        shown(rig, qtbot, offer(urgency))
    first = service.notes[0].number
    assert [note.replaces for note in service.notes] == [0, first, first]
    assert [note.expires for note in service.notes] == [-1, 0, 0]
    assert [note.hints["urgency"][1] for note in service.notes] == [1, 1, 2]
    assert service.asked.count("GetCapabilities") == 1


def test_closing_is_no_answer_and_the_repeat_is_new(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    shown(rig, qtbot)
    number = service.notes[0].number
    service.dismiss(number)
    service.press(number, "start")  # too late: it is closed
    shown(rig, qtbot, Toast("Later", "This answer comes after both signals."))
    shown(rig, qtbot, offer(1))
    assert rig.sent == []
    assert service.notes[2].replaces == 0


def test_withdrawing_closes_it_and_makes_old_buttons_dead(
    rig: Rig, serve: Serve, qtbot: QtBot
) -> None:
    service = serve()
    shown(rig, qtbot)
    number = service.notes[0].number
    rig.notifier.withdraw()
    qtbot.waitUntil(lambda: service.closed == [number])
    service.press(number, "start")
    shown(rig, qtbot)
    assert rig.sent == []
    assert service.notes[1].replaces == 0


def test_an_offer_withdrawn_on_its_way_does_not_stay(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    shown(rig, qtbot)
    rig.notifier.withdraw()
    rig.show(offer())
    rig.notifier.withdraw()
    qtbot.waitUntil(lambda: len(service.closed) == 2)
    assert service.closed == [note.number for note in service.notes]
    assert rig.outcomes == [Outcome.SHOWN]


def test_a_message_has_no_buttons_and_leaves_the_offer_alone(
    rig: Rig, serve: Serve, qtbot: QtBot
) -> None:
    service = serve()
    shown(rig, qtbot)
    shown(rig, qtbot, Toast("Saved", "All is well."))
    message = service.notes[1]
    assert (message.replaces, message.actions) == (0, [])
    service.press(service.notes[0].number, "start")
    qtbot.waitUntil(lambda: rig.sent == [Start()])
