"""The command line as a process of its own: fast, in any locale, with any reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )


def test_the_fast_path_stays_fast() -> None:
    heavy = (
        "argparse asyncio contextlib dataclasses importlib inspect logging pathlib platformdirs"
        " typing tempfile PySide6 apscheduler msgspec"
    )
    code = (
        "import sys; from deskbreak.__main__ import main; code = main(['status']);"
        f"print(sorted(set('{heavy}'.split()) & set(sys.modules)))"
    )
    done = program("-S", "-c", code)
    assert done.stdout.strip() == "[]", done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "nowhere"])
def test_any_locale_can_print(locale: str) -> None:
    code = "from deskbreak.cli.say import *; make_safe(); say('Größe ✓'); complain('→')"
    done = program("-c", code, LC_ALL=locale, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Gr??e ?\n", "?\n")


def test_a_reader_that_leaves_is_no_error() -> None:
    root = Path(__file__).parents[2]
    line = f"'{sys.executable}' -m deskbreak --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("0\n", "")
