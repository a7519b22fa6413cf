"""Runs the program with one window that a test can make full."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

WINDOW = Path(__file__).with_name("full_window.py")


@contextmanager
def run_window(env: Mapping[str, str], name: str) -> Iterator[subprocess.Popen[str]]:
    """Run it on the desktop of an environment, under a name of its own."""
    pipe = subprocess.PIPE
    command = [sys.executable, str(WINDOW), name]
    made = subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe, text=True, bufsize=1)
    try:
        assert made.stdout is not None
        assert made.stdout.readline() == "ready\n"
        yield made
    finally:
        made.kill()
        made.communicate()
