from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.signals import QuitSignals

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from deskbreak.adapters.signals import QuitSignals
app = QCoreApplication([])
signals = QuitSignals(app.quit)
hello = QTimer(); hello.setSingleShot(True)
hello.timeout.connect(lambda: print("ready", flush=True)); hello.start(0)
app.exec()
signals.close()
print("ended well", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_waiting_program_ends_at_once_and_well(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        assert process.communicate(timeout=10)[0] == "ended well\n"
    assert process.returncode == 0


def test_the_signals_are_given_back(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    asked: list[int] = []
    signals = QuitSignals(lambda: asked.append(1))
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: asked == [1])
    signals.close()
    assert signal.getsignal(signal.SIGTERM) is before
