"""What Windows and macOS say about motion, asked of the system's own libraries."""

from __future__ import annotations

import sys

from deskbreak.adapters.motion_told import Told

_GET_CLIENT_AREA_ANIMATION = 0x1042


def native_motion() -> tuple[Told, ...]:
    """Tell what the system's accessibility setting says."""
    return (Told("the system's accessibility settings", _less()),)


def _less() -> bool | None:
    less: bool | None = None
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows and macOS alone

        shown = ctypes.c_int(1)
        asked = ctypes.windll.user32.SystemParametersInfoW
        if asked(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0):
            less = not shown.value
    elif sys.platform == "darwin":
        import ctypes  # noqa: PLC0415 - as above
        from ctypes.util import find_library  # noqa: PLC0415 - as above

        path, appkit = find_library("objc"), find_library("AppKit")
        if path is not None and appkit is not None:
            ctypes.CDLL(appkit)
            objc = ctypes.CDLL(path)
            name = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_char_p)
            get_class, get_name = name(("objc_getClass", objc)), name(("sel_registerName", objc))
            send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
            said = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
            space = send(("objc_msgSend", objc))(
                get_class(b"NSWorkspace"), get_name(b"sharedWorkspace")
            )
            asked = get_name(b"accessibilityDisplayShouldReduceMotion")
            less = bool(said(("objc_msgSend", objc))(space, asked))
    return less
