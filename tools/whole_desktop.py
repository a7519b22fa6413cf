"""A desktop's services on a bus, all well-behaved, so that every sense has somebody to listen to.

`python -m tools.whole_desktop FOLDER` offers logind, Mutter's idle monitor, screen savers, a
notification service that says not to disturb, and a tray host on the session bus until it is
ended. It writes a `pactl` and a sound server's socket under FOLDER for the microphone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jeepney import HeaderFields, Message, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

LOGIND, SESSION = "org.freedesktop.login1", "/org/freedesktop/login1/session/c1"
NAMES = (
    LOGIND,
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.gnome.Mutter.IdleMonitor",
    "org.freedesktop.Notifications",
    "org.kde.StatusNotifierWatcher",
)
READY, SOUND = "ready", "pulse"
"""In FOLDER: the file that says that all of them are there, and where the sound server lives."""

PACTL = """#!/bin/sh
# Stands in for pactl: nobody records, and nothing changes.
case "$*" in
*subscribe*) exec sleep 100000 ;;
*) echo '{"sources": [], "source_outputs": []}' ;;
esac
"""

Reply = tuple[str, tuple[object, ...]]

ANSWERS: dict[str, Reply] = {
    "GetSession": ("o", (SESSION,)),
    "GetActive": ("b", (False,)),
    "GetSessionIdleTime": ("u", (0,)),
    "GetIdletime": ("t", (0,)),
    "AddIdleWatch": ("u", (1,)),
    "AddUserActiveWatch": ("u", (2,)),
    "RemoveWatch": ("", ()),
    "GetCapabilities": ("as", (["actions", "body"],)),
    "Notify": ("u", (1,)),
    "CloseNotification": ("", ()),
    "RegisterStatusNotifierItem": ("", ()),
}
"""What is answered to each method."""

PROPERTIES: dict[str, tuple[str, object]] = {
    "Id": ("s", "c1"),
    "LockedHint": ("b", False),
    "Inhibited": ("b", True),
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
}
"""What each property is, whoever's it is."""


def reply_to(message: Message) -> Message:
    """Return the answer to a call; an error for what is not known."""
    member = message.header.fields[HeaderFields.member]
    if member == "Get" and message.body[1] in PROPERTIES:
        return new_method_return(message, "v", (PROPERTIES[message.body[1]],))
    if member == "GetAll":
        return new_method_return(message, "a{sv}", (PROPERTIES,))
    if member in ANSWERS:
        signature, body = ANSWERS[member]
        return new_method_return(message, signature or None, body)
    return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")


def sound_server(folder: Path) -> None:
    """Make it look as if a sound server ran, and write what is asked about it."""
    pulse = folder / SOUND
    pulse.mkdir(exist_ok=True)
    (pulse / "native").touch()
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    (programs / "pactl").write_text(PACTL, "utf-8")
    (programs / "pactl").chmod(0o700)


def serve(folder: Path) -> None:
    """Offer the services until the bus ends."""
    sound_server(folder)
    bus = open_dbus_connection()
    for name in NAMES:
        bus.send_and_get_reply(message_bus.RequestName(name), timeout=5)
    (folder / READY).touch()
    while True:
        message = bus.receive()
        if message.header.message_type is MessageType.method_call:
            bus.send(reply_to(message))


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
