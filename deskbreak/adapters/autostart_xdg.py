"""Starting with the desktop on Linux: a file in the autostart folder, read as desktops read it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from deskbreak import APP_ID
from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.adapters.autostart_form import elsewhere, foreign, has_moved, is_same
from deskbreak.adapters.desktop_entry import GROUP, is_wanted, read_entry, with_values
from deskbreak.adapters.desktop_exec import exec_arguments, exec_line

_HIDDEN = f"{GROUP}\nType=Application\nName=deskbreak\nHidden=true\n"


class XdgAutostart:
    """A `ports.Autostart` by the Desktop Application Autostart Specification.

    Args:
        command: what starts the program, the program's full path first.
        environment: XDG_CONFIG_HOME, XDG_CONFIG_DIRS, XDG_CURRENT_DESKTOP, HOME and PATH.
    """

    def __init__(self, command: tuple[str, ...], environment: Mapping[str, str]) -> None:
        self._command = command
        self._environment = environment
        name = f"{APP_ID}.desktop"
        home = _absolute(environment.get("XDG_CONFIG_HOME", ""))
        own = home or Path(environment.get("HOME") or Path.home()) / ".config"
        shared = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self.path = own / "autostart" / name
        self._shared = [
            folder / "autostart" / name
            for folder in map(_absolute, shared.split(":"))
            if folder is not None
        ]

    def is_on(self) -> bool:
        """Return the true state, as the desktop would act on it."""
        for path in (self.path, *self._shared):
            entry = read_entry(path)
            if entry is not None:
                return self._starts(entry)
        return False

    def note(self) -> str:
        """Say when the person's own entry starts something else than this program."""
        entry = read_entry(self.path)
        argv = exec_arguments((entry or {}).get("Exec", ""))
        if entry is None or not is_wanted(entry, self._desktops()) or is_same(argv, self._command):
            return ""
        if has_moved(argv, self._command):
            return elsewhere(str(self.path), argv[0])
        return foreign(str(self.path), entry.get("Exec", ""))

    def switch(self, *, on: bool) -> str:
        """Switch it; return "" or a sentence that says why it could not be done."""
        try:
            if on:
                write_atomically(self.path, self._text().encode("utf-8"))
            elif any(path.is_file() for path in self._shared):
                write_atomically(self.path, _HIDDEN.encode("utf-8"))
            else:
                self.path.unlink(missing_ok=True)
        except ValueError:
            return f"The path {self._command[0]} cannot be written into an autostart file."
        except OSError as error:
            return f"{self.path} cannot be changed: {error.strerror}."
        return ""

    def repair(self) -> bool:
        """Point an own entry that is on to this program, if it moved; return whether it was.

        What a person added to the entry stays; what they wrote themselves is left alone.
        """
        entry = read_entry(self.path)
        if entry is None or not is_wanted(entry, self._desktops()):
            return False
        argv = exec_arguments(entry.get("Exec", ""))
        if not has_moved(argv, self._command):
            return False
        try:
            values = {"Exec": exec_line(self._command)}
            if entry.get("TryExec") == argv[0]:
                values["TryExec"] = self._command[0]
            text = with_values(self.path.read_text("utf-8"), values)
            write_atomically(self.path, text.encode("utf-8"))
        except (OSError, ValueError):
            return False
        return True

    def settled(self) -> str:
        """Return "": a file is written at once."""
        return ""

    def _text(self) -> str:
        return (
            f"{GROUP}\n"
            "Type=Application\n"
            "Name=deskbreak\n"
            "Comment=Offers a short guided break after every few hours of sitting\n"
            f"Exec={exec_line(self._command)}\n"
            f"Icon={APP_ID}\n"
            "Terminal=false\n"
            "StartupNotify=false\n"
            "X-GNOME-Autostart-enabled=true\n"
        )

    def _starts(self, entry: Mapping[str, str]) -> bool:
        command = exec_arguments(entry.get("Exec", ""))
        tried = entry.get("TryExec")
        return (
            is_wanted(entry, self._desktops())
            and bool(command)
            and self._is_program(command[0])
            and (tried is None or self._is_program(tried))
        )

    def _is_program(self, name: str) -> bool:
        return bool(name) and shutil.which(name, path=self._environment.get("PATH")) is not None

    def _desktops(self) -> frozenset[str]:
        names = self._environment.get("XDG_CURRENT_DESKTOP", "").split(":")
        return frozenset(name for name in names if name)


def _absolute(text: str) -> Path | None:
    path = Path(text)
    return path if path.is_absolute() else None
