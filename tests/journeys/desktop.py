"""A private desktop for one journey: it starts the installed program, looks, presses, waits."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.journeys.screen_reader import Node, ScreenReader
from tools.virtual_desktop import (
    VirtualDesktop,
    bound,
    end,
    start_notifications,
    start_tray,
    virtual_desktop,
    wait_until,
)

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "build" / "screens"
PROGRAM = Path(sys.executable).with_name("deskbreak")
NEEDED = ("Xvfb", "dbus-daemon", "openbox", "tint2", "dunst", "dunstctl")
_XWD_FIELDS = ">25I"
_XWD_COLOUR_BYTES = 12


class Desktop:
    """What a person has before them, with hands and eyes for a test.

    Attributes:
        folder: Holds everything of this desktop, the home folder (`home`) too.
        environment: What a program needs to live on this desktop.
    """

    def __init__(self, virtual: VirtualDesktop) -> None:
        self.folder = virtual.folder
        self.environment = virtual.environment
        self._virtual = virtual
        self._programs: list[subprocess.Popen[str]] = []
        self._reader: ScreenReader | None = None

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start `deskbreak` with these words and do not wait for it."""
        return self.start_program([str(PROGRAM), *words])

    def start_program(self, command: Sequence[str]) -> subprocess.Popen[str]:
        """Start any program; its words go to `said()`."""
        with (self.folder / "said").open("ab") as log:
            program = subprocess.Popen(
                bound(command),
                env=self.environment,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        self._programs.append(program)
        return program

    def said(self) -> str:
        """Return all that the started programs have printed, errors too."""
        place = self.folder / "said"
        return place.read_text("utf-8", "replace") if place.exists() else ""

    def cli(self, *words: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        """Run one command of `deskbreak` to its end."""
        return subprocess.run(
            [str(PROGRAM), *words],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    def wait_until(
        self, met: Callable[[], object], timeout: float = 15, what: str = "it to happen"
    ) -> None:
        """Wait for an effect; when it does not come, fail with a picture and what was said."""
        try:
            wait_until(met, what, timeout)
        except TimeoutError as error:
            picture = self.screenshot("waited-in-vain")
            pytest.fail(f"{error}; the screen: {picture}; programs said:\n{self.said()}")

    def screenshot(self, name: str) -> Path:
        """Save what the screen shows as `build/screens/NAME.png`."""
        raw = (self.folder / "Xvfb_screen0").read_bytes()
        fields = struct.unpack_from(_XWD_FIELDS, raw)
        header, width, height, line, colours = (fields[i] for i in (0, 4, 5, 12, 19))
        pixels = raw[header + colours * _XWD_COLOUR_BYTES :]
        SCREENS.mkdir(parents=True, exist_ok=True)
        place = SCREENS / f"{name}.png"
        image = QImage(pixels, width, height, line, QImage.Format.Format_RGB32)
        if not image.save(str(place)):
            raise OSError(f"{place} was not written")
        return place

    def notices(self) -> list[tuple[str, str]]:
        """Return title and text of each notification so far, the oldest first."""
        place = self.folder / "notices"
        written = place.read_text("utf-8") if place.exists() else ""
        records = [record.split("\x1f") for record in written.split("\x1e")[:-1]]
        return [(title, text) for title, text in records]

    def press_notification(self, label: str) -> None:
        """Press a button of the notification that is shown, or wait until one is."""
        offered = self.folder / "offered"
        (self.folder / "wanted").write_text(label, "utf-8")
        self.wait_until(lambda: self._dunst("count", "displayed") not in ("", "0"))
        offered.unlink(missing_ok=True)
        self._dunst("context")
        self.wait_until(lambda: offered.exists() and label in offered.read_text("utf-8"))

    def press(self, name: str, timeout: float = 15) -> None:
        """Press a control by its accessible name as soon as it can be pressed."""
        self.wait_until(lambda: self._eyes().press(name), timeout, f"the control {name!r}")

    def names(self, role: str = "") -> list[str]:
        """Return the accessible names of all that is on the screen, or of one role."""
        return self._eyes().names(role)

    def focused(self) -> str:
        """Return the accessible name of the control that takes the keys."""
        return self._eyes().focused()

    def nodes(self) -> list[Node]:
        """Return everything that is on the screen."""
        return list(self._eyes().walk())

    def tray_dies(self) -> None:
        """Kill the panel with the tray."""
        self._virtual.stop("tint2")

    def tray_returns(self) -> None:
        """Start the panel with the tray again."""
        start_tray(self._virtual)

    def close(self) -> None:
        """End every program that was started here."""
        if self._reader is not None:
            self._reader.close()
        for program in reversed(self._programs):
            end(program)

    def _eyes(self) -> ScreenReader:
        if self._reader is None:
            self._reader = ScreenReader(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        return self._reader

    def _dunst(self, *words: str) -> str:
        done = subprocess.run(
            ["dunstctl", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        return done.stdout.strip()


@contextmanager
def run_desktop(
    system_bus: str | None = None, *, tray: bool = True, size: str = "1280x800"
) -> Iterator[Desktop]:
    """Run a desktop; skip the test where the machine lacks a part of it.

    Args:
        system_bus: The address of another system bus; the private session bus without it.
        tray: Whether a panel with a tray is there from the start.
        size: Width and height of the X screen in pixels.
    """
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    extra = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    if system_bus is not None:
        extra["DBUS_SYSTEM_BUS_ADDRESS"] = system_bus
    with virtual_desktop(extra=extra, size=size) as virtual:
        if tray:
            start_tray(virtual)
        start_notifications(virtual)
        desktop = Desktop(virtual)
        try:
            yield desktop
        finally:
            desktop.close()
