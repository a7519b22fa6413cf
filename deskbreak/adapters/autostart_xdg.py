"""Starting with the desktop on Linux: a file in the autostart folder, read as desktops read it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from deskbreak import APP_ID
from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.adapters.desktop_exec import exec_arguments, exec_line

_GROUP = "[Desktop Entry]"
_MOST_BYTES = 64 * 1024
_HIDDEN = f"{_GROUP}\nType=Application\nName=deskbreak\nHidden=true\n"


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
            entry = _entry(path)
            if entry is not None:
                return self._starts(entry)
        return False

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
        """Write the file anew when it is on but its program moved; return whether it was."""
        entry = _entry(self.path)
        if entry is None or not _wanted(entry, self._desktops()):
            return False
        return not self._starts(entry) and self.switch(on=True) == ""

    def _text(self) -> str:
        return (
            f"{_GROUP}\n"
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
            _wanted(entry, self._desktops())
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


def _wanted(entry: Mapping[str, str], desktops: frozenset[str]) -> bool:
    """Return whether a person left it switched on for this desktop."""
    if entry.get("Hidden") == "true" or entry.get("X-GNOME-Autostart-enabled") == "false":
        return False
    only, never = _names(entry.get("OnlyShowIn")), _names(entry.get("NotShowIn"))
    return (not only or bool(only & desktops)) and not never & desktops


def _names(value: str | None) -> frozenset[str]:
    return frozenset(name for name in (value or "").split(";") if name)


def _entry(path: Path) -> dict[str, str] | None:
    """Return the keys of a desktop file's own group; None when there is no file."""
    text = ""
    with suppress(ValueError):
        try:
            with path.open("rb") as file:
                text = file.read(_MOST_BYTES).decode("utf-8")
        except OSError:
            return None
    found: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == _GROUP and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key.strip(), value.strip())
    return found
