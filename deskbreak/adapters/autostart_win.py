"""Starting with the desktop on Windows: the person's own Run key."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_NAME = "deskbreak"


def run_value(command: tuple[str, ...]) -> str:
    """Return the command as Windows splits it back into its arguments."""
    return subprocess.list2cmdline(command)


def is_approved(flag: bytes) -> bool:
    """Return whether the task manager's note about a startup program leaves it switched on."""
    return not flag or flag[0] % 2 == 0


def program_of(value: str) -> str:
    """Return the program that a Run value starts, "" when it starts none."""
    value = value.strip()
    if value.startswith('"'):
        return value[1:].partition('"')[0]
    return value.partition(" ")[0]


def starts(value: object, note: object, there: Callable[[str], bool]) -> bool:
    """Return whether Windows starts a program at logon.

    Args:
        value: what the Run key holds, None for nothing.
        note: what the task manager noted about it, None for nothing.
        there: tells whether a program exists.
    """
    if not isinstance(value, str) or (isinstance(note, bytes) and not is_approved(note)):
        return False
    return there(program_of(value))


def has_moved(value: object, note: object, there: Callable[[str], bool]) -> bool:
    """Return whether a person left it switched on and its program is gone (arguments as above)."""
    approved = not isinstance(note, bytes) or is_approved(note)
    return isinstance(value, str) and approved and not there(program_of(value))


if sys.platform == "win32":
    import winreg

    class RunKeyAutostart:
        """A `ports.Autostart` in the registry of the current user."""

        def __init__(self, command: tuple[str, ...]) -> None:
            self._command = command

        def is_on(self) -> bool:
            """Return whether Windows starts it: the task manager may have switched it off."""
            return starts(_read(_RUN), _read(_APPROVED), os.path.isfile)

        def switch(self, *, on: bool) -> str:
            """Switch it; return "" or a sentence that says why it could not be done."""
            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    if on:
                        winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, run_value(self._command))
                        _forget(_APPROVED)
                    else:
                        _forget(_RUN)
            except OSError as error:
                return f"The startup entry cannot be changed: {error.strerror}."
            return ""

        def repair(self) -> bool:
            """Write the value anew when it is on but its program moved; return whether it was."""
            moved = has_moved(_read(_RUN), _read(_APPROVED), os.path.isfile)
            return moved and self.switch(on=True) == ""

    def _read(path: str) -> str | bytes | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                value: str | bytes | None = winreg.QueryValueEx(key, _NAME)[0]
                return value
        except OSError:
            return None

    def _forget(path: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, access=winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, _NAME)
        except FileNotFoundError:
            return
