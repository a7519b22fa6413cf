"""What senses activity on a Linux desktop, best first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from deskbreak.adapters.activity import mutter, saver_lock, screen_saver, wayland
from deskbreak.adapters.activity.bus_names import BusNames, Signal
from deskbreak.adapters.activity.idle_family import IdleFamily
from deskbreak.adapters.activity.lock_family import LockFamily
from deskbreak.adapters.activity.sensed import SensedActivity
from deskbreak.adapters.activity.source import (
    IdleMember,
    IdleSource,
    Line,
    LockMember,
    LockSource,
    UnavailableError,
)
from deskbreak.adapters.activity.x11 import X11Idle
from deskbreak.adapters.logind import Logind

_AT_ONCE = "tells at once"
_ASKED = "asked every 30 s while an answer matters"
_EXT, _KDE = "Wayland's ext-idle-notify", "Wayland's KDE idle"
_MUTTER, _SAVER = "Mutter's idle monitor", "the screen saver"
_SIGNALS = (
    *mutter.SIGNALS,
    *saver_lock.SIGNALS,
    Signal(screen_saver.KDE_NAME, screen_saver.NAME, "ActiveChanged"),
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the program finds itself: Qt's platform, and the environment."""

    platform: str
    environ: Mapping[str, str]

    @property
    def is_wayland(self) -> bool:
        """Whether this is a Wayland session: then an X server sees only its own windows' input."""
        session = self.environ.get("XDG_SESSION_TYPE", "")
        inside = bool(self.environ.get("WAYLAND_DISPLAY")) and session != "x11"
        return session == "wayland" or inside

    @property
    def wayland_socket(self) -> str:
        """The path of the compositor's socket, "" when none can be known."""
        name = self.environ.get("WAYLAND_DISPLAY") or "wayland-0"
        folder = self.environ.get("XDG_RUNTIME_DIR", "")
        if name.startswith("/") or not folder:
            return name if name.startswith("/") else ""
        return f"{folder}/{name}"


class _Comes:
    """Waits for a service, so that its member is tried once more when it appears."""

    def __init__(self, again: Callable[[], None]) -> None:
        self.came = again

    def went(self, why: str) -> None:
        """Heed nothing: the member itself hears of it."""

    def heard(self, member: str, body: tuple[object, ...]) -> None:
        """Heed no signal."""


def linux_activity(
    changed: Callable[[], None],
    lengths_s: tuple[int, ...],
    logind: Logind,
    around: Surroundings,
    address: str = "",
) -> SensedActivity:
    """Begin to sense activity.

    Args:
        changed: is called when somebody stops, comes back, locks or unlocks.
        lengths_s: the lengths of stillness worth a call, in seconds.
        logind: what hears logind.
        around: where the program finds itself.
        address: the session bus; the session's own unless it is given.
    """
    names = BusNames(_SIGNALS, address)
    members = partial(_idle_members, around, names)
    idle = IdleFamily(members(lengths_s), changed)
    names.follow(mutter.NAME, _Comes(partial(idle.again, _MUTTER)))
    names.follow(screen_saver.NAME, _Comes(partial(idle.again, _SAVER)))
    savers = (
        LockMember(f"{desktop} screen saver", _AT_ONCE, partial(_saver, names, saver))
        for saver, desktop in saver_lock.SAVERS.items()
    )
    lock = LockFamily((LockMember("logind", _AT_ONCE, partial(_Logind, logind)), *savers), changed)
    return SensedActivity(idle, lock, lengths_s, members, names.close)


def _idle_members(
    around: Surroundings, names: BusNames, lengths_s: tuple[int, ...]
) -> tuple[IdleMember, ...]:
    return (
        IdleMember("X11", _AT_ONCE, partial(_x11, lengths_s, around)),
        IdleMember(_EXT, _AT_ONCE, partial(_wayland, wayland.EXT, lengths_s, around)),
        IdleMember(_KDE, _AT_ONCE, partial(_wayland, wayland.KDE, lengths_s, around)),
        IdleMember(_MUTTER, _AT_ONCE, lambda line: mutter.MutterIdle(line, lengths_s, names)),
        IdleMember(
            _SAVER, _ASKED, lambda line: screen_saver.ScreenSaverIdle(line, lengths_s, names)
        ),
    )


class _Logind:
    """Logind as a member of the lock family; it calls back by itself."""

    def __init__(self, logind: Logind, line: Line) -> None:
        self._logind = logind
        logind.tell_of_session(line.works, line.failed)

    def locked(self) -> bool:
        """Return whether logind's session is locked."""
        return self._logind.locked()

    def close(self) -> None:
        """Do nothing: logind tells of sleep as well."""


def _x11(lengths_s: tuple[int, ...], around: Surroundings, line: Line) -> IdleSource:
    if around.platform != "xcb":
        raise UnavailableError("no X11 session here")
    if around.is_wayland:
        raise UnavailableError("under Wayland it sees only the input of X11 windows")
    return X11Idle(line, lengths_s)


def _wayland(
    protocol: str, lengths_s: tuple[int, ...], around: Surroundings, line: Line
) -> IdleSource:
    if not around.is_wayland or not around.wayland_socket:
        raise UnavailableError("no Wayland session here")
    return wayland.WaylandIdle(line, lengths_s, around.wayland_socket, protocol)


def _saver(names: BusNames, saver: str, line: Line) -> LockSource:
    return saver_lock.SaverLock(line, names, saver)
