"""A desktop that nobody sees: a screen, a private bus, a window manager, a tray, notifications.

Used by the journeys (`tests/journeys/desktop.py`), by `./dev bench`, and by `./dev run` where there
is no display: `python -m tools.virtual_desktop COMMAND...` runs one command on such a desktop, in a
throw-away home, and ends with its exit code. Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tools.desktop_files import BUS, CHOOSE, DUNST, NOTE, READER, TINT2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

START_S = 15.0
"""Longest wait for a part of the desktop to come up; it takes a tenth of that on a slow machine."""

PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""What a program on the virtual desktop keeps of the environment it was started from."""


@dataclass(slots=True)
class VirtualDesktop:
    """One running virtual desktop; `folder` holds everything it writes.

    Attributes:
        folder: A folder of its own, with a short path: sockets live in it.
        environment: What a program needs to live on this desktop.
        parts: The running programs by name, in the order of their start.
    """

    folder: Path
    environment: dict[str, str]
    parts: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, command: Sequence[str], *, fds: Sequence[int] = ()) -> None:
        """Start a part of the desktop; its words go to `<folder>/<name>.log`."""
        with (self.folder / f"{name}.log").open("ab") as log:
            self.parts[name] = subprocess.Popen(
                bound(command),
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=fds,
                start_new_session=True,
            )

    def stop(self, name: str) -> None:
        """Stop one part, hard if it has to be."""
        end(self.parts.pop(name))

    def words_of(self, name: str) -> str:
        """Return what a part has said so far."""
        return (self.folder / f"{name}.log").read_text("utf-8", "replace")


def bound(command: Sequence[str]) -> list[str]:
    """Return the command so that its process dies with the one that starts it, even by kill -9."""
    setpriv = shutil.which("setpriv")
    return [*((setpriv, "--pdeathsig", "KILL") if setpriv else ()), *command]


def wait_until(met: Callable[[], object], what: str, timeout: float = START_S) -> None:
    """Wait until a condition is met.

    Raises:
        TimeoutError: It was not met within `timeout` seconds; `what` names it.
    """
    end_at = time.monotonic() + timeout
    while not met():
        if time.monotonic() > end_at:
            raise TimeoutError(f"waited {timeout:g} s for {what}")
        time.sleep(0.02)  # noqa: TID251 - a script beside the program, not a part of it


def end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """End a program and all that it started: asked first, then killed."""
    for sign, patience in ((signal.SIGTERM, 3), (signal.SIGKILL, 3)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            break
    with contextlib.suppress(ProcessLookupError):  # what it left behind in its group
        os.killpg(process.pid, signal.SIGKILL)


def end_strays(folder: Path) -> None:
    """Kill what the parts started and left behind: all that still lives in this desktop's home."""
    mark = f"HOME={folder}/home".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it ended meanwhile, or is not ours
            if mark in (process / "environ").read_bytes().split(b"\0"):
                os.kill(int(process.name), signal.SIGKILL)


def base_environment(folder: Path) -> dict[str, str]:
    """Make the home under `folder` and return the variables that lead a program there."""
    keep = {name: value for name, value in os.environ.items() if name in PASSED_ON}
    keep |= {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    places = {
        "HOME": folder / "home",
        "XDG_CONFIG_HOME": folder / "home/.config",
        "XDG_DATA_HOME": folder / "home/.local/share",
        "XDG_STATE_HOME": folder / "home/.local/state",
        "XDG_CACHE_HOME": folder / "home/.cache",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    for place in places.values():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    named = {name: str(place) for name, place in places.items()}
    fixed = {"LANG": "C.UTF-8", "XDG_SESSION_TYPE": "x11", "QT_QPA_PLATFORM": "xcb"}
    return keep | named | fixed | {"LIBGL_ALWAYS_SOFTWARE": "1"}


def told(desktop: VirtualDesktop, name: str, command: Sequence[str], option: str) -> str:
    """Start a part that tells one line (a display, an address) through a pipe; return the line.

    Raises:
        TimeoutError: It ended, or told nothing.
    """
    reading, writing = os.pipe()
    desktop.start(name, [*command, option.format(writing)], fds=[writing])
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        line = pipe.readline().strip()  # ends, empty, when the program does
    if not line:
        raise TimeoutError(f"{name} did not start: {desktop.words_of(name)}")
    return line


def write_program(place: Path, text: str) -> None:
    """Write a little script that can be run."""
    place.write_text(text, "utf-8")
    place.chmod(0o700)


def start_bus(desktop: VirtualDesktop) -> None:
    """Start a private bus that knows no service but the accessibility one."""
    services = desktop.folder / "services"
    services.mkdir()
    (services / "org.a11y.Bus.service").write_text(READER, "utf-8")
    config = desktop.folder / "bus.conf"
    config.write_text(BUS.format(folder=desktop.folder), "utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"]
    address = told(desktop, "bus", command, "--print-address={}")
    # Where no system bus is wanted this one answers for both: nothing leaves the virtual desktop.
    desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    desktop.environment.setdefault("DBUS_SYSTEM_BUS_ADDRESS", address)


def start_window_manager(desktop: VirtualDesktop) -> None:
    """Start openbox, and wait until it manages windows."""
    ready = desktop.folder / "managed"
    desktop.start("openbox", ["openbox", "--sm-disable", "--startup", f"touch {ready}"])
    wait_until(ready.exists, "openbox")


def start_tray(desktop: VirtualDesktop) -> None:
    """Start a panel with nothing but a tray in it."""
    config = desktop.folder / "tint2rc"
    config.write_text(TINT2, "utf-8")
    desktop.start("tint2", ["tint2", "-c", str(config)])


def start_notifications(desktop: VirtualDesktop) -> None:
    """Start dunst: it shows notifications, and a test can press their buttons."""
    folder = desktop.folder
    write_program(folder / "choose", CHOOSE.format(folder=folder))
    write_program(folder / "note", NOTE.format(folder=folder))
    config = folder / "dunstrc"
    config.write_text(DUNST.format(folder=folder), "utf-8")
    desktop.start("dunst", ["dunst", "-config", str(config)])


@contextlib.contextmanager
def virtual_desktop(
    *, size: str = "1280x800", extra: Mapping[str, str] | None = None
) -> Iterator[VirtualDesktop]:
    """Run a screen, a bus and a window manager; the caller starts a tray and the rest.

    Args:
        size: Width and height of the screen in pixels.
        extra: More variables for every program on this desktop.
    """
    folder = Path(tempfile.mkdtemp(prefix="db-desk-"))
    desktop = VirtualDesktop(folder, base_environment(folder) | dict(extra or {}))
    try:
        screen = ["Xvfb", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        screen += ["-fbdir", str(folder)]  # what it shows is in a file there, for screenshots
        number = told(desktop, "screen", [*screen, "-displayfd"], "{}")
        desktop.environment["DISPLAY"] = f":{number}"
        start_bus(desktop)
        start_window_manager(desktop)
        yield desktop
    finally:
        for name in reversed(list(desktop.parts)):
            desktop.stop(name)
        end_strays(folder)
        shutil.rmtree(folder, ignore_errors=True)


def main(command: Sequence[str]) -> int:
    """Run one command on a virtual desktop with all its parts."""
    with virtual_desktop() as desktop:
        start_tray(desktop)
        start_notifications(desktop)
        return subprocess.run(command, env=desktop.environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
