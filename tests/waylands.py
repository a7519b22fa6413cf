"""A headless Wayland compositor for one test: sway, with a keyboard that a test can press."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_NOBODY = 65534
_SETTINGS = "xwayland disable\noutput * bg #808080 solid_color\n"
_LIMIT_S = 10


@dataclass(frozen=True)
class Compositor:
    """A running compositor: its socket, and what its clients need."""

    socket: Path
    environ: dict[str, str]
    process: subprocess.Popen[bytes]

    def touch(self) -> None:
        """Press and release a key, as a person would."""
        subprocess.run(["wtype", "-k", "Shift_L"], env=self.environ, check=True)

    def kill(self) -> None:
        """Let it disappear."""
        self.process.kill()
        self.process.wait()


@contextmanager
def run_sway(folder: Path) -> Iterator[Compositor]:
    """Run sway without a screen; it refuses to run as root, so root runs it as nobody."""
    if shutil.which("sway") is None or shutil.which("wtype") is None:
        pytest.skip("sway or wtype is not installed")
    runtime = folder / "wayland"
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
    while not made.socket.exists():
        assert made.process.poll() is None, "sway ended by itself"
        assert time.monotonic() < end, "sway makes no socket"
        time.sleep(0.02)  # noqa: TID251 - a test waits for another process
