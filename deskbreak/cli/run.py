"""`deskbreak run`: start the tray program, or show the one that runs."""

from __future__ import annotations

import os
import select
import socket
import sys
from contextlib import suppress

from deskbreak.cli.act import WINDOWS
from deskbreak.cli.client import Answer, ask
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import FAILED, NOT_RUNNING, USAGE

_MOST_SPEED = 100_000
_HAND_OVER_TRIES = 100
_HAND_OVER_WAIT_S = 0.05
_DISPLAY_S = 2.0
_HAS_ONE_SCREEN = sys.platform in ("win32", "darwin")


def _options(args: list[str]) -> tuple[int, str | None] | None:
    """Return the speed and the window to show, None when the words mean nothing."""
    speed, window = 1, None
    rest = list(args)
    while rest:
        option = rest.pop(0)
        name, equals, value = option.partition("=")
        if not equals:
            value = rest.pop(0) if rest else ""
        if name == "--speed" and value.isdecimal() and 1 <= int(value) <= _MOST_SPEED:
            speed = int(value)
        elif name == "--show" and value in WINDOWS:
            window = value
        else:
            return None
    return speed, window


def _reaches(address: str) -> bool:
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX) as line, suppress(OSError):
            line.settimeout(_DISPLAY_S)
            line.connect(address)
            return True
    return False


def _x_answers(display: str) -> bool:
    """Tell whether somebody listens at a DISPLAY of this machine; trust the others."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if host not in ("", "unix") or not number.isdecimal():
        return True
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers have always been
    return _reaches(path) or _reaches(f"\0{path}")


def _wayland_answers(display: str) -> bool:
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return _reaches(display if display.startswith("/") else f"{folder}/{display}")


def has_display() -> bool:
    """Tell whether a window could be shown; Qt aborts the process where it cannot."""
    if _HAS_ONE_SCREEN:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform not in ("", "xcb", "wayland", "wayland-egl") and ";" not in platform:
        return True
    x, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    return bool((x and _x_answers(x)) or (wayland and _wayland_answers(wayland)))


def _hand_over(window: str | None) -> int:
    """Ask the program that won the race; it may need a moment until it listens."""
    for _ in range(_HAND_OVER_TRIES):
        answer = ask("show", {"window": window or "today"})
        if answer is not None:
            return _told(answer)
        select.select([], [], [], _HAND_OVER_WAIT_S)
    complain("Another deskbreak is starting or stuck: it holds the lock and does not answer.")
    return FAILED


def _told(answer: Answer) -> int:
    (complain if answer.code else say)(answer.text or "deskbreak is running already.")
    return answer.code


def run(args: list[str]) -> int:
    """Start the tray program and return its exit code when it ends."""
    options = _options(args)
    if options is None:
        complain(f"Use: deskbreak run [--speed N] [--show {'|'.join(WINDOWS)}]")
        return USAGE
    speed, window = options
    answer = ask("show", {"window": window or "today"})
    if answer is not None:
        return _told(answer)
    if not has_display():
        complain(
            "There is no display to show a window on; "
            "start deskbreak in a desktop session, or see: deskbreak demo"
        )
        return NOT_RUNNING
    os.umask(0o077)
    return _start(speed, window)


def _start(speed: int, window: str | None) -> int:
    # Qt and the rest load here, so that a second start answers at once without them.
    from deskbreak.adapters.instance import AlreadyRunningError  # noqa: PLC0415
    from deskbreak.adapters.lean_qt import load_qt  # noqa: PLC0415

    load_qt()
    from deskbreak.app import run_app  # noqa: PLC0415
    from deskbreak.core.command import Window  # noqa: PLC0415

    try:
        return run_app(speed=speed, show=Window(window) if window else None)
    except AlreadyRunningError:
        return _hand_over(window)
