"""The offer's window appears under a person who types: every key goes on to their page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.displays import run_display

_MISSING = [name for name in ("openbox", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.linux,
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
]

_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 30


@pytest.fixture
def env() -> Iterator[dict[str, str]]:
    with run_display() as display:
        made = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(_ROOT),
        }
        quiet = subprocess.DEVNULL
        manager = subprocess.Popen(["openbox"], env=made, stdout=quiet, stderr=quiet)
        try:
            yield made
        finally:
            manager.kill()
            manager.wait()


def xdotool(env: dict[str, str], *words: str) -> None:
    subprocess.run(["xdotool", *words], env=env, check=True, timeout=20, capture_output=True)


def test_keys_go_on_to_the_page_and_trigger_nothing(env: dict[str, str]) -> None:
    program = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("offer_program.py"))],
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    limit = threading.Timer(_PATIENCE_S, program.kill)  # a lost key must not hang the test
    limit.start()
    try:
        assert program.stdout is not None
        xdotool(env, "search", "--sync", "--onlyvisible", "--name", "^A page$", "windowfocus")
        xdotool(env, "key", "a")
        lines = [program.stdout.readline().split(" at ")[0].strip() for _ in range(2)]
        xdotool(env, "search", "--sync", "--onlyvisible", "--name", "deskbreak - Offer")
        xdotool(env, "key", "space", "Return", "Escape", "b")
        lines += [program.stdout.readline().strip("\n") for _ in range(2)]
    finally:
        limit.cancel()
        program.kill()
        program.communicate()
    assert lines == ["typed a", "offered", "typed a ", "typed a b"]
