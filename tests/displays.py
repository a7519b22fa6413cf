"""A virtual X display for one test."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

# Without -noreset a server starts anew when its last client leaves, and is deaf meanwhile.
SCREEN = ("-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset")


@contextmanager
def run_display() -> Iterator[str]:
    """Run an X server on a number of its own choosing; give that display's name."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *SCREEN],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as told:
            yield f":{told.readline().strip()}"
    finally:
        server.kill()
        server.wait()
