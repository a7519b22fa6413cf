from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def told(script: str) -> str:
    """Run a script in a Python of its own, where Qt is not loaded yet; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_no_source_text_is_kept_for_what_is_imported_later() -> None:
    script = (
        "from deskbreak.adapters.lean_qt import load_qt\n"
        "load_qt()\n"
        "import PySide6.QtWidgets, deskbreak.ui.tray.tray, linecache\n"
        "print(len(linecache.cache))\n"
    )
    assert told(script) == "0"


def test_without_it_the_texts_pile_up() -> None:
    script = (
        "import PySide6.QtWidgets, deskbreak.ui.tray.tray, linecache\n"
        "print(len(linecache.cache) > 3)\n"
    )
    assert told(script) == "True", "the binding has changed: lean_qt may go"


def test_qt_works_as_before_and_a_second_call_is_harmless() -> None:
    script = (
        "from deskbreak.adapters.lean_qt import load_qt\n"
        "load_qt()\n"
        "load_qt()\n"
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n"
        "    rung = Signal(str)\n"
        "bell, heard = Bell(), []\n"
        "bell.rung.connect(heard.append)\n"
        "bell.rung.emit('ding')\n"
        "print(*heard)\n"
    )
    assert told(script) == "ding"


PAINT = (
    "from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter\n"
    "app = QGuiApplication(['t', '-platform', 'offscreen'])\n"
    "before = len(os.listdir('/proc/self/task'))\n"
    "image = QImage(400, 400, QImage.Format.Format_RGB32)\n"
    "painter = QPainter(image)\n"
    "painter.setRenderHint(QPainter.RenderHint.Antialiasing)\n"
    "painter.setBrush(QColor('#3a2f8c8c'))\n"
    "painter.drawEllipse(10, 10, 380, 380)\n"
    "painter.end()\n"
    "print(len(os.listdir('/proc/self/task')) - before)\n"
)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted in /proc")
@pytest.mark.skipif(os.cpu_count() == 1, reason="one processor has nobody to share with")
def test_translucent_shapes_are_filled_by_one_thread() -> None:
    lean = "import os\nfrom deskbreak.adapters.lean_qt import load_qt\nload_qt()\n"
    assert told(lean + PAINT) == "0"
    assert told("import os\n" + PAINT) != "0", "Qt has changed: lean_qt need not say so"
