from __future__ import annotations

import subprocess
import sys


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
