"""Functions of C libraries, given their types."""

from __future__ import annotations

import ctypes


def typed(
    function: ctypes._NamedFuncPointer, result: object, *args: object
) -> ctypes._NamedFuncPointer:
    """Return a function that knows what it takes and gives; None as a result is C's void."""
    function.restype = result  # type: ignore[assignment]  # any C type will do
    function.argtypes = args  # type: ignore[assignment]  # likewise
    return function
