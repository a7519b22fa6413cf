"""The functions of libxcb that every connection of our own needs; Qt's X11 plugin needs it too."""

from __future__ import annotations

import ctypes

from deskbreak.adapters.c_function import typed


class Cookie(ctypes.Structure):
    """What stands for an answer that has not come yet."""

    _fields_ = (("sequence", ctypes.c_uint),)


class Rows(ctypes.Structure):
    """The shape of all iterators: where the next element is, how many are left."""

    _fields_ = (("data", ctypes.c_void_p), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class Xcb:
    """Connections and their events, typed; `library` has the rest."""

    def __init__(self) -> None:
        """Load the library.

        Raises:
            OSError: it is not there.
        """
        pointer = ctypes.c_void_p
        self.library = xcb = ctypes.CDLL("libxcb.so.1")
        self.free = typed(ctypes.CDLL(None).free, None, pointer)
        self.connect = typed(xcb.xcb_connect, pointer, ctypes.c_char_p, pointer)
        self.disconnect = typed(xcb.xcb_disconnect, None, pointer)
        self.failed = typed(xcb.xcb_connection_has_error, ctypes.c_int, pointer)
        self.fileno = typed(xcb.xcb_get_file_descriptor, ctypes.c_int, pointer)
        self.flush = typed(xcb.xcb_flush, ctypes.c_int, pointer)
        self.poll = typed(xcb.xcb_poll_for_event, pointer, pointer)


def reply(function: ctypes._NamedFuncPointer) -> ctypes._NamedFuncPointer:
    """Return a function that waits for an answer; it takes connection, cookie and error."""
    pointer = ctypes.c_void_p
    return typed(function, pointer, pointer, Cookie, pointer)
