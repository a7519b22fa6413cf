"""Starting with the desktop on Windows: the person's own Run key."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Protocol

from deskbreak.adapters.autostart_form import elsewhere, foreign, has_moved, is_same

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_NAME = "deskbreak"
_WHERE = "The startup entry"
_HELD_OFF = "The task manager holds it switched off, so it does not start with the desktop."


class RunRegistry(Protocol):
    """What is asked of the current user's part of the registry."""

    def value(self, path: str, name: str) -> str | bytes | None:
        """Return a text or bytes under a key, None without one."""
        ...

    def set_text(self, path: str, name: str, text: str) -> None:
        """Write a text under a key, which is made when it is not there.

        Raises:
            OSError: it could not be written.
        """
        ...

    def forget(self, path: str, name: str) -> None:
        """Take a value away; nothing happens when it is not there (same errors)."""
        ...


class RunKeyAutostart:
    """A `ports.Autostart` in the registry of the current user.

    Args:
        command: what starts the program, the program's full path first.
        registry: the current user's.
        there: tells whether a program exists.
        name: the entry's name.
    """

    def __init__(
        self,
        command: tuple[str, ...],
        registry: RunRegistry,
        there: Callable[[str], bool] = os.path.isfile,
        name: str = _NAME,
    ) -> None:
        self._command = command
        self._registry, self._there, self._name = registry, there, name

    def is_on(self) -> bool:
        """Return whether Windows starts it: the task manager may have switched it off."""
        argv = self._argv()
        return bool(argv) and self._is_approved() and self._there(argv[0])

    def note(self) -> str:
        """Say what the task manager holds off, and when the entry starts another program."""
        argv = self._argv()
        if not argv:
            return ""
        if not self._is_approved():
            return _HELD_OFF
        if is_same(argv, self._command):
            return ""
        if has_moved(argv, self._command):
            return elsewhere(_WHERE, argv[0])
        return foreign(_WHERE, run_value(argv))

    def switch(self, *, on: bool) -> str:
        """Switch it; return "" or a sentence that says why it could not be done."""
        try:
            if on:
                self._registry.set_text(RUN, self._name, run_value(self._command))
                self._registry.forget(APPROVED, self._name)
            else:
                self._registry.forget(RUN, self._name)
        except OSError as error:
            return f"{_WHERE} cannot be changed: {error.strerror}."
        return ""

    def repair(self) -> bool:
        """Point an own entry that is on to this program, if it moved; return whether it was."""
        if not self._is_approved() or not has_moved(self._argv(), self._command):
            return False
        return self.switch(on=True) == ""

    def settled(self) -> str:
        """Return "": the registry is written at once."""
        return ""

    def _argv(self) -> tuple[str, ...]:
        value = self._registry.value(RUN, self._name)
        return run_arguments(value) if isinstance(value, str) else ()

    def _is_approved(self) -> bool:
        flag = self._registry.value(APPROVED, self._name)
        return not isinstance(flag, bytes) or is_approved(flag)


def run_value(command: tuple[str, ...]) -> str:
    """Return the command as Windows splits it back into its arguments."""
    return subprocess.list2cmdline(command)


def run_arguments(value: str) -> tuple[str, ...]:
    """Return the arguments of a Run value, without what only a person would have written.

    Quotes enclose an argument; a backslash is an escape only before one, and nothing that
    deskbreak writes has a quote in it, because no path of Windows can.
    """
    argv: list[str] = []
    current: str | None = None
    quoted = False
    for char in value:
        if char == '"':
            quoted = not quoted
            current = current or ""
        elif char in " \t" and not quoted:
            argv.extend([] if current is None else [current])
            current = None
        else:
            current = (current or "") + char
    argv.extend([] if current is None else [current])
    return tuple(argv)


def is_approved(flag: bytes) -> bool:
    """Return whether the task manager's note about a startup program leaves it switched on."""
    return not flag or flag[0] % 2 == 0


if sys.platform == "win32":
    import winreg

    class UserRunRegistry:
        """The registry of the current user."""

        def value(self, path: str, name: str) -> str | bytes | None:
            """Return a text or bytes under a key, None without one."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                    found: object = winreg.QueryValueEx(key, name)[0]
            except OSError:
                return None
            return found if isinstance(found, str | bytes) else None

        def set_text(self, path: str, name: str, text: str) -> None:
            """Write a text under a key, which is made when it is not there."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, text)

        def forget(self, path: str, name: str) -> None:
            """Take a value away; nothing happens when it is not there."""
            user, right = winreg.HKEY_CURRENT_USER, winreg.KEY_SET_VALUE
            try:
                with winreg.OpenKey(user, path, access=right) as key:
                    winreg.DeleteValue(key, name)
            except FileNotFoundError:
                return
