"""Loads APScheduler without what it imports and a program with one timer never uses.

asyncio, process pools and `importlib.metadata` cost 13 MB and 50 ms; APScheduler takes one name
from each. Stand-ins serve while it loads and are gone afterwards, so that everybody else gets
the real modules. Jobs as coroutines, process pools and triggers named by a text do not work.
"""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager


def _stand_ins() -> dict[str, dict[str, object]]:
    broken = type("BrokenProcessPool", (RuntimeError,), {})
    return {
        "asyncio": {"iscoroutinefunction": inspect.iscoroutinefunction},
        "concurrent.futures.process": {"BrokenProcessPool": broken},
        "multiprocessing": {},
        "importlib.metadata": {
            "entry_points": lambda **_: (),
            "version": lambda _: "3.11",
            "PackageNotFoundError": ModuleNotFoundError,
        },
    }


@contextmanager
def light_imports() -> Iterator[None]:
    """Let stand-ins take the place of the heavy modules that are not loaded yet."""
    made: list[str] = []
    for name, holds in _stand_ins().items():
        if name not in sys.modules:
            module = types.ModuleType(name)
            vars(module).update(holds)
            sys.modules[name] = module
            made.append(name)
    try:
        yield
    finally:
        for name in made:
            del sys.modules[name]
