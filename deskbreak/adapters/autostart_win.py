"""Starting with the desktop on Windows: the person's own Run key."""

from __future__ import annotations

import subprocess
import sys

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_NAME = "deskbreak"


def run_value(command: tuple[str, ...]) -> str:
    """Return the command as Windows splits it back into its arguments."""
    return subprocess.list2cmdline(command)


def is_approved(flag: bytes) -> bool:
    """Return whether the task manager's note about a startup program leaves it switched on."""
    return not flag or flag[0] % 2 == 0


if sys.platform == "win32":
    import winreg

    class RunKeyAutostart:
        """A `ports.Autostart` in the registry of the current user."""

        def __init__(self, command: tuple[str, ...]) -> None:
            self._command = command

        def is_on(self) -> bool:
            """Return whether the value is there and the task manager has not switched it off."""
            note = _read(_APPROVED)
            approved = is_approved(note) if isinstance(note, bytes) else True
            return approved and _read(_RUN) == run_value(self._command)

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
            """Write the value anew when the program moved; return whether it was."""
            there = _read(_RUN)
            moved = isinstance(there, str) and there != run_value(self._command)
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
