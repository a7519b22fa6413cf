"""Loads Qt without its reader of source texts, which costs 6 MB that are never given back.

PySide6 hooks into `import` to support `from __feature__ import snake_case`, which deskbreak does
not use. The hook reads the source of every module that is imported after it, and `linecache` keeps
all of these texts for the life of the process.
"""

from __future__ import annotations

import builtins
import importlib
import linecache
import os


def load_qt() -> None:
    """Import Qt's core and take its hook off again; does nothing when Qt is there already.

    Nor does Qt share out the filling of a translucent shape among threads: of shapes as small as
    ours, waking the others takes longer than all the filling.
    """
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    plain = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = plain
    linecache.clearcache()
