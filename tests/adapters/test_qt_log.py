"""Exactly one kind of Qt's own warnings is kept off the terminal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_PROGRAM = """
from PySide6.QtCore import QLoggingCategory, QtMsgType
from deskbreak.adapters.qt_log import mute_text_input
mute_text_input()
for name in ("textinput", "textinput.deeper", "window"):
    for kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
        if QLoggingCategory(f"qt.qpa.wayland.{name}").isEnabled(kind):
            print(name, kind.name)
"""
_OTHERS = [
    "textinput QtCriticalMsg",
    "textinput.deeper QtWarningMsg",
    "textinput.deeper QtCriticalMsg",
    "window QtWarningMsg",
    "window QtCriticalMsg",
]


@pytest.mark.parametrize(
    ("rules", "also"),
    [("", []), ("qt.qpa.wayland.textinput=true", ["textinput QtWarningMsg"])],
)
def test_only_warnings_about_text_input_are_muted_until_they_are_asked_for(
    rules: str, also: list[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**os.environ, "QT_LOGGING_RULES": rules},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines() == [*also, *_OTHERS]
