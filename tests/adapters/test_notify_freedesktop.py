from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Outcome, Toast
from deskbreak.adapters.notify_freedesktop import FreedesktopNotifier
from deskbreak.core.command import Command, Show, Skip, Snooze, Start, Window
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import English
from tests.adapters.fake_notifications import FakeService

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a service of Linux desktops")

Serve = Callable[..., FakeService]


def offer(urgency: int = 0, *, can_snooze: bool = True) -> Toast:
    text = "About 4 minutes, seated & <calm>."
    view = OfferView("Time to loosen up", text, urgency, 10, (5, 10), can_snooze, quiet=False)
    return Toast(view.title, view.text, view)


class Rig:
    """A notifier on a private bus, and what came out of it."""

    def __init__(self, address: str, limit_ms: int = 3000) -> None:
        self.sent: list[Command] = []
        self.outcomes: list[Outcome] = []
        self.notifier = FreedesktopNotifier(
            self.sent.append, English(), address=address, limit_ms=limit_ms
        )

    def show(self, toast: Toast) -> None:
        self.notifier.show(toast, self.outcomes.append)


@pytest.fixture
def rig(private_bus: str, qtbot: QtBot) -> Iterator[Rig]:
    del qtbot
    made = Rig(private_bus)
    yield made
    made.notifier.close()


@pytest.fixture
def serve(private_bus: str) -> Iterator[Serve]:
    made: list[FakeService] = []

    def start(mode: str = "ok", abilities: str = "body actions") -> FakeService:
        made.append(FakeService(private_bus, mode, abilities))
        return made[-1]

    yield start
    for service in made:
        service.stop()


def shown(rig: Rig, qtbot: QtBot, toast: Toast | None = None) -> None:
    """Show an offer and wait until the service has it."""
    before = len(rig.outcomes)
    rig.show(toast or offer())
    qtbot.waitUntil(lambda: len(rig.outcomes) > before)
    assert rig.outcomes[-1] is Outcome.SHOWN


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


def test_a_missing_service_fails_at_once(rig: Rig, qtbot: QtBot) -> None:
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED], timeout=1500)


def test_a_service_that_refuses_or_dies_fails(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve("refuse")
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
    service.stop()
    serve("die")
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED, Outcome.FAILED])


def test_a_service_that_dies_with_the_offer_on_screen_is_told(
    rig: Rig, serve: Serve, qtbot: QtBot
) -> None:
    service = serve()
    shown(rig, qtbot)
    service.stop()
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.SHOWN, Outcome.LOST])
    again = serve()
    shown(rig, qtbot)
    assert again.notes[0].replaces == 0


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus", "nonsense", "tcp:host=x"])
def test_no_bus_fails_at_once(qtbot: QtBot, address: str) -> None:
    del qtbot
    rig = Rig(address)
    rig.show(offer())
    assert rig.outcomes == [Outcome.FAILED]
    rig.notifier.withdraw()
    rig.notifier.close()


def failed_times(rig: Rig, times: int) -> bool:
    return rig.outcomes == [Outcome.FAILED] * times


class Stall:
    """Measures the longest time in which the event loop did not turn, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._tick = QTimer()
        self._tick.timeout.connect(self._turned)
        self._tick.start(5)

    def _turned(self) -> None:
        self.longest = max(self.longest, self._since.restart())

    def stop(self) -> None:
        self._turned()
        self._tick.stop()


def test_a_hanging_service_never_stalls_the_program(
    private_bus: str, serve: Serve, qtbot: QtBot
) -> None:
    service = serve("hang")
    rig = Rig(private_bus, limit_ms=300)
    stall = Stall()
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
    stall.stop()
    assert stall.longest < 100
    service.mode = "ok"  # it wakes up: the next offer works again
    shown(rig, qtbot)
    rig.notifier.close()


def test_a_bus_that_never_answers_never_stalls_the_program(home: Path, qtbot: QtBot) -> None:
    path = home / "mute"
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(path))
        mute.listen(0)
        rig = Rig(f"unix:path={path}", limit_ms=200)
        stall = Stall()
        for expected in (1, 2, 3):  # the backlog fills up: connecting itself is refused then
            rig.show(offer())
            qtbot.waitUntil(partial(failed_times, rig, expected))
        stall.stop()
        rig.notifier.close()
    assert stall.longest < 100


@pytest.mark.parametrize("reply", [b"REJECTED\r\n", b"OK 1234\r\nbogus", b"", b"\xff" * 9000])
def test_a_bus_that_talks_nonsense_fails(home: Path, qtbot: QtBot, reply: bytes) -> None:
    path = home / "odd"
    with socket.socket(socket.AF_UNIX) as odd:
        odd.bind(str(path))
        odd.listen(1)
        rig = Rig(f"unix:path={path}")
        rig.show(offer())
        peer, _ = odd.accept()
        with peer:
            peer.send(reply)
        qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
        rig.notifier.close()


def test_a_bus_that_sends_a_broken_message_fails(home: Path, qtbot: QtBot) -> None:
    path = home / "broken"
    with socket.socket(socket.AF_UNIX) as broken:
        broken.bind(str(path))
        broken.listen(1)
        rig = Rig(f"unix:path={path}")
        rig.show(offer())
        peer, _ = broken.accept()
        with peer:
            peer.send(b"OK 1234\r\n")
            qtbot.waitUntil(lambda: b"Hello" in peer.recv(65536, socket.MSG_PEEK))
            peer.send(b"?" * 64)
            qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
        rig.notifier.close()


def test_the_bus_dies_with_the_offer_on_screen(
    rig: Rig, serve: Serve, private_bus: str, qtbot: QtBot
) -> None:
    del private_bus
    serve()
    shown(rig, qtbot)
    rig.notifier._link._lose()  # noqa: SLF001 - as when the socket ends
    assert rig.outcomes == [Outcome.SHOWN, Outcome.LOST]
