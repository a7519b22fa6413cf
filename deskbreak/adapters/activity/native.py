"""Loads a library of Windows or macOS and gives its functions their types."""

from __future__ import annotations

import ctypes
import sys

from deskbreak.adapters import c_function
from deskbreak.adapters.activity.source import UnavailableError

FRAMEWORKS = "/System/Library/Frameworks"


def load_windows(name: str) -> ctypes.CDLL:
    """Return a library of Windows.

    Raises:
        UnavailableError: this is not Windows, or it has no such library.
    """
    if sys.platform == "win32":
        try:
            return ctypes.WinDLL(name, use_last_error=True)
        except OSError as error:
            raise UnavailableError(f"{name} cannot be loaded") from error
    raise UnavailableError("this is not Windows")


def load_mac(name: str) -> ctypes.CDLL:
    """Return a framework of macOS.

    Raises:
        UnavailableError: this is not macOS, or it has no such framework.
    """
    if sys.platform == "darwin":
        try:
            return ctypes.CDLL(f"{FRAMEWORKS}/{name}.framework/{name}")
        except OSError as error:
            raise UnavailableError(f"{name} cannot be loaded") from error
    raise UnavailableError("this is not macOS")


def typed(
    library: ctypes.CDLL, name: str, result: object, *args: object
) -> ctypes._NamedFuncPointer:
    """Return a function with the types of its result and its arguments.

    Raises:
        UnavailableError: the library has no such function.
    """
    try:
        function: ctypes._NamedFuncPointer = getattr(library, name)
    except AttributeError as error:
        raise UnavailableError(f"the system has no {name}") from error
    return c_function.typed(function, result, *args)
