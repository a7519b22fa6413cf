"""A headless Wayland compositor for one test: sway, with a keyboard that a test can press."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.wayland_client import virtual_pointer

_NOBODY = 65534
_SETTINGS = "xwayland disable\noutput * bg #808080 solid_color\n"
_AS_SCREENS = '[title="^wlroots - "] floating enable, border none, resize set 1920 1080'
_LIMIT_S = 10
_SIDES = ("x", "y", "width", "height")


class Screen(NamedTuple):
    """Where an output lies, in unscaled pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Compositor:
    """A running compositor: its socket, and what its clients need."""

    socket: Path
    environ: dict[str, str]
    process: subprocess.Popen[bytes]
    outside: Compositor | None = None

    def touch(self) -> None:
        """Press and release a key, as a person would."""
        subprocess.run(["wtype", "-k", "Shift_L"], env=self.environ, check=True)

    @contextmanager
    def hands(self) -> Iterator[None]:
        """Keep keyboard and mouse plugged in, so that programs which begin meanwhile listen."""
        long = str(_LIMIT_S * 100_000)
        held = subprocess.Popen(["wtype", "-s", long, "-k", "Shift_L"], env=self.environ)
        try:
            with virtual_pointer(self.socket):
                yield
        finally:
            held.kill()
            held.wait()

    def type(self, *words: str) -> None:
        """Type some words; "-k" and the name of a key presses that one."""
        subprocess.run(["wtype", *words], env=self.environ, check=True)

    def click(self, x: int, y: int) -> None:
        """Move the pointer somewhere and press its main button."""
        self.tell(f"seat seat0 cursor set {x} {y}")
        self.tell("seat seat0 cursor press button1")
        self.tell("seat seat0 cursor release button1")

    def tell(self, words: str) -> None:
        """Tell sway something, as a line of its settings would."""
        self._ask(words)

    def screens(self) -> dict[str, Screen]:
        """Return the outputs that are on, by name."""
        told: list[dict[str, Any]] = json.loads(self._ask("-t", "get_outputs", "-r"))
        return {
            each["name"]: Screen(*(each["rect"][side] for side in _SIDES))
            for each in told
            if each["active"]
        }

    def window(self, title: str) -> Screen:
        """Return where the one window of that title lies, its border counted."""
        tree = json.loads(self._ask("-t", "get_tree", "-r"))
        (found,) = (each for each in _all(tree) if each["name"] == title)
        return Screen(*(found["rect"][side] for side in _SIDES))

    def focused(self) -> str:
        """Return the title of the window that takes the keys."""
        tree = json.loads(self._ask("-t", "get_tree", "-r"))
        return next((each["name"] for each in _all(tree) if each["focused"]), "")

    def unplug(self, name: str) -> None:
        """Take one of several screens away, and wait until it is gone."""
        assert self.outside is not None, "run_screens() makes screens that can be unplugged"
        self.outside.tell(f'[title="wlroots - {name}"] kill')
        end = time.monotonic() + _LIMIT_S
        while name in self.screens():
            assert time.monotonic() < end, f"{name} stays"
            time.sleep(0.02)  # noqa: TID251 - a test waits for another process

    def _ask(self, *words: str) -> str:
        (door,) = self.socket.parent.glob("sway-ipc.*.sock")
        done = subprocess.run(
            ["swaymsg", "-s", str(door), *words], capture_output=True, text=True, check=True
        )
        return done.stdout

    def kill(self) -> None:
        """Let it disappear."""
        self.process.kill()
        self.process.wait()


@contextmanager
def run_screens(folder: Path, count: int) -> Iterator[Compositor]:
    """Run sway with several screens, each of which is a window of another sway."""
    with run_sway(folder) as outside:
        outside.tell("output HEADLESS-1 resolution 1920x1080")
        more = {"WLR_BACKENDS": "wayland", "WLR_WL_OUTPUTS": str(count)}
        more["WAYLAND_DISPLAY"] = str(outside.socket)
        with run_sway(folder, "inside", more) as inside:
            made = replace(inside, outside=outside)
            end = time.monotonic() + _LIMIT_S
            while (sizes := [screen[2:] for screen in made.screens().values()]) != (
                [(1920, 1080)] * count
            ):
                outside.tell(_AS_SCREENS)
                assert time.monotonic() < end, f"the screens are {sizes}"
            yield made


@contextmanager
def run_sway(
    folder: Path, name: str = "wayland", more: Mapping[str, str] | None = None
) -> Iterator[Compositor]:
    """Run sway without a screen; it refuses to run as root, so root runs it as nobody."""
    if shutil.which("sway") is None or shutil.which("wtype") is None:
        pytest.skip("sway or wtype is not installed")
    runtime = folder / name
    runtime.mkdir(mode=0o700)
    settings = runtime / "config"
    settings.write_text(_SETTINGS, encoding="utf-8")
    environ = {
        **os.environ,
        "XDG_RUNTIME_DIR": str(runtime),
        "WAYLAND_DISPLAY": "wayland-1",
        "HOME": str(runtime),
    }
    server = {key: value for key, value in environ.items() if key != "WAYLAND_DISPLAY"} | {
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
        **(more or {}),
    }
    as_nobody: tuple[str, ...] = ()
    if os.geteuid() == 0:
        as_nobody = ("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups")
        for path in (runtime, settings):
            os.chown(path, _NOBODY, _NOBODY)
        for parent in runtime.parents:
            if parent.stat().st_uid == 0 and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o011)
    process = subprocess.Popen(
        [*as_nobody, "sway", "-c", str(settings)], env=server, stderr=subprocess.DEVNULL
    )
    made = Compositor(runtime / "wayland-1", environ, process)
    try:
        _await(made)
        yield made
    finally:
        made.kill()


def _await(made: Compositor) -> None:
    end = time.monotonic() + _LIMIT_S
    while not (made.socket.exists() and any(made.socket.parent.glob("sway-ipc.*.sock"))):
        assert made.process.poll() is None, "sway ended by itself"
        assert time.monotonic() < end, "sway makes no socket"
        time.sleep(0.02)  # noqa: TID251 - a test waits for another process


def _all(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in (*node["nodes"], *node["floating_nodes"]):
        yield from _all(child)
