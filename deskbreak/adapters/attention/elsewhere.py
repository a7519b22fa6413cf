"""What senses reasons to hold back on Windows and on macOS."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from deskbreak.adapters.activity.native import load_mac, load_windows
from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.attention.capture_mac import MacCamera, MacMicrophone
from deskbreak.adapters.attention.consent_windows import Registry, users_of
from deskbreak.adapters.attention.family import Member
from deskbreak.adapters.attention.focus_mac import mac_focus
from deskbreak.adapters.attention.fullscreen_mac import MacFullscreen
from deskbreak.adapters.attention.polled import Polled
from deskbreak.adapters.attention.told import Missing
from deskbreak.adapters.attention.user_state_windows import WindowsUserState
from deskbreak.core.senses import Sense
from deskbreak.core.timing.sensed import Cause

Question = Callable[[], frozenset[Cause]]
Kind = tuple[Sense, str, Callable[[], Question]]
"""A sense, what people call its member, and what makes the question or raises."""


def elsewhere_members(
    platform: str, changed: Callable[[], None], home: Path | None = None
) -> Sequence[Member]:
    """Return the members; each calls `changed` when it has news.

    `platform` is "win32" or "darwin", `home` the person's home folder.
    """
    kinds = _windows() if platform == "win32" else _mac(home or Path.home())
    sharing = "no system tells it; the call's microphone or camera is noticed"
    return (*(_member(kind, changed) for kind in kinds), Missing(Sense.SHARING, sharing))


def _member(kind: Kind, changed: Callable[[], None]) -> Member:
    sense, name, make = kind
    try:
        return Polled(sense, name, make(), changed)
    except UnavailableError as error:
        return Missing(sense, str(error))


def _windows() -> tuple[Kind, ...]:
    name = "Windows"
    return (
        (Sense.MICROPHONE, name, lambda: partial(users_of, _registry(), "microphone")),
        (Sense.CAMERA, name, lambda: partial(users_of, _registry(), "webcam")),
        (Sense.FULLSCREEN, name, lambda: _user_state().full),
        (Sense.DO_NOT_DISTURB, name, lambda: _user_state().quiet),
    )


def _mac(home: Path) -> tuple[Kind, ...]:
    def window() -> Question:
        return MacFullscreen(load_mac("CoreGraphics"), load_mac("CoreFoundation")).full

    return (
        (Sense.MICROPHONE, "CoreAudio", lambda: MacMicrophone(load_mac("CoreAudio")).used),
        (Sense.CAMERA, "CoreMediaIO", lambda: MacCamera(load_mac("CoreMediaIO")).used),
        (Sense.FULLSCREEN, "CoreGraphics", window),
        (Sense.DO_NOT_DISTURB, "the file of macOS's focus", lambda: partial(mac_focus, home)),
    )


def _user_state() -> WindowsUserState:
    return WindowsUserState(
        load_windows("shell32"),
        load_windows("user32"),
        load_windows("kernel32"),
        load_windows("ntdll"),
    )


def _registry() -> Registry:
    if sys.platform == "win32":
        from deskbreak.adapters.attention.consent_windows import UserRegistry  # noqa: PLC0415 - there

        return UserRegistry()
    raise UnavailableError("this is not Windows")
