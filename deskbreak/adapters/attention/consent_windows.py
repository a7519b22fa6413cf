"""Who uses microphone or camera on Windows: its own record, which its privacy page shows too."""

from __future__ import annotations

import sys
from typing import Protocol

from deskbreak.core.timing.sensed import Cause, Hold

_STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
_LOOSE = "NonPackaged"
_MOST = 2000


class Registry(Protocol):
    """What is asked of the current user's part of the registry."""

    def keys(self, path: str) -> list[str]:
        """Return the names of the keys below a key, none when it is not there."""
        ...

    def number(self, path: str, name: str) -> int | None:
        """Return a number under a key, None without one."""
        ...


def users_of(registry: Registry, capability: str) -> frozenset[Cause]:
    """Return who uses "microphone" or "webcam" now: whose use began and has not stopped."""
    place = f"{_STORE}\\{capability}"
    loose = f"{place}\\{_LOOSE}"
    known = [(f"{place}\\{key}", key) for key in registry.keys(place) if key != _LOOSE]
    known += [(f"{loose}\\{key}", key) for key in registry.keys(loose)]
    return frozenset(
        Cause(Hold.MEETING, _name(key)) for path, key in known[:_MOST] if _in_use(registry, path)
    )


def _in_use(registry: Registry, path: str) -> bool:
    began = registry.number(path, "LastUsedTimeStart")
    return bool(began) and registry.number(path, "LastUsedTimeStop") == 0


def _name(key: str) -> str:
    """Return a program's name from its key: a path written with #, or a package's name."""
    if "#" in key:
        return key.rpartition("#")[2].removesuffix(".exe")
    return key.partition("_")[0]


if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """The registry of the current user."""

        def keys(self, path: str) -> list[str]:
            """Return the names of the keys below a key, none when it is not there."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                    return [winreg.EnumKey(key, at) for at in range(winreg.QueryInfoKey(key)[0])]
            except OSError:
                return []

        def number(self, path: str, name: str) -> int | None:
            """Return a number under a key, None without one."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                    value: object = winreg.QueryValueEx(key, name)[0]
            except OSError:
                return None
            return value if isinstance(value, int) else None
