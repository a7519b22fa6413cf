"""Programs on a session bus as nobody wants them: silent, flooding, lying, coming and going.

`python -m tools.bad_neighbours SECONDS` plays them all, on the bus of the environment.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

SILENT = (
    "org.freedesktop.Notifications",
    "org.gnome.Mutter.IdleMonitor",
    "org.gnome.ScreenSaver",
    "org.freedesktop.portal.Desktop",
)
"""Services that take every call and never answer."""

RESTARTING = "org.kde.StatusNotifierWatcher"
"""A tray host that is gone and back each second: once it answers, once it is silent."""

FLOODS_PER_S = 200
TURNS_PER_S = 20


def screen_locked(*, locked: bool) -> Message:
    """Return what a screen saver says when the screen is locked or unlocked."""
    saver = DBusAddress("/org/freedesktop/ScreenSaver", None, "org.freedesktop.ScreenSaver")
    return new_signal(saver, "ActiveChanged", "b", (locked,))


def wrong_type() -> Message:
    """Return the same with a value that makes no sense."""
    saver = DBusAddress("/org/freedesktop/ScreenSaver", None, "org.freedesktop.ScreenSaver")
    return new_signal(saver, "ActiveChanged", "s", ("perhaps",))


def pressed(number: int) -> Message:
    """Return a press on a button of a notification that nobody has shown."""
    place = DBusAddress("/org/freedesktop/Notifications", None, "org.freedesktop.Notifications")
    return new_signal(place, "ActionInvoked", "us", (number % 2**32, "start"))


def properties(number: int) -> Message:
    """Return a change of properties with nonsense in it."""
    place = DBusAddress("/org/freedesktop/Notifications", None, "org.freedesktop.DBus.Properties")
    nothing: list[str] = []
    body = ("org.freedesktop.Notifications", {"Inhibited": ("s", "x" * (number % 500))}, nothing)
    return new_signal(place, "PropertiesChanged", "sa{sv}as", body)


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said over and over again, and how often a second."""

    message: Callable[[int], Message]
    per_s: int


FLOODS = (
    Turn(lambda number: screen_locked(locked=number % 2 == 0), FLOODS_PER_S),
    Turn(lambda _number: wrong_type(), FLOODS_PER_S),
    Turn(pressed, FLOODS_PER_S),
    Turn(properties, FLOODS_PER_S),
)


def flood(turn: int) -> Iterator[Message]:
    """Return what is said in one turn."""
    for each in FLOODS:
        for number in range(each.per_s // TURNS_PER_S):
            yield each.message(turn * FLOODS_PER_S + number)


def play(seconds: float) -> None:
    """Be a bad neighbour for so long."""
    loud, restless = open_dbus_connection(), open_dbus_connection()
    for name in ("org.freedesktop.ScreenSaver", *SILENT):
        loud.send_and_get_reply(message_bus.RequestName(name), timeout=5)
    ends = time.monotonic() + seconds
    for turn in itertools.count():
        if time.monotonic() > ends:
            return
        for message in flood(turn):
            loud.send(message)
        if turn % TURNS_PER_S == 0:
            restless.send(message_bus.RequestName(RESTARTING))
        elif turn % TURNS_PER_S == TURNS_PER_S // 2:
            restless.send(message_bus.ReleaseName(RESTARTING))
        drain(loud)
        restarts = turn // TURNS_PER_S
        drain(restless, welcome if restarts % 2 == 0 else ignore)
        time.sleep(1 / TURNS_PER_S)  # noqa: TID251 - a script beside the program


def ignore(_message: Message) -> None:
    """Leave a call without an answer."""


def welcome(message: Message) -> Message | None:
    """Answer a tray icon that asks for its host and signs on, as a host in order does."""
    if message.header.message_type is not MessageType.method_call:
        return None
    if message.header.fields.get(HeaderFields.member) == "Get":
        return new_method_return(message, "v", (("b", True),))
    return new_method_return(message)


def drain(conn: DBusConnection, answer: Callable[[Message], Message | None] = ignore) -> None:
    """Take what was sent to a neighbour, and answer it, or not at all."""
    while True:
        try:
            told = answer(conn.receive(timeout=0))
        except TimeoutError:
            return
        if told is not None:
            conn.send(told)


if __name__ == "__main__":
    play(float(sys.argv[1]))
