"""Whether the screen is locked, on macOS: the system's own distributed notifications."""

from __future__ import annotations

import ctypes

from deskbreak.adapters.activity.mac import UTF8
from deskbreak.adapters.activity.native import typed
from deskbreak.adapters.activity.source import Line, UnavailableError

_LOCKED, _UNLOCKED = b"com.apple.screenIsLocked", b"com.apple.screenIsUnlocked"
_STATE = b"CGSSessionScreenIsLocked"
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately

_CALLBACK = ctypes.CFUNCTYPE(
    None,
    *(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p),
)


class MacLock:
    """Hears when the screen is locked and unlocked. Qt's event loop brings the notifications."""

    def __init__(self, line: Line, foundation: ctypes.CDLL, graphics: ctypes.CDLL) -> None:
        """Begin to listen.

        Raises:
            UnavailableError: macOS has no center for such notifications.
        """
        self._line = line
        pointer, number = ctypes.c_void_p, ctypes.c_uint32
        self._make_text = typed(
            foundation, "CFStringCreateWithCString", pointer, pointer, ctypes.c_char_p, number
        )
        add = typed(
            foundation,
            "CFNotificationCenterAddObserver",
            *(None, pointer, pointer, _CALLBACK, pointer, pointer, ctypes.c_long),
        )
        self._remove = typed(
            foundation, "CFNotificationCenterRemoveEveryObserver", None, pointer, pointer
        )
        self._center = typed(foundation, "CFNotificationCenterGetDistributedCenter", pointer)()
        if not self._center:
            raise UnavailableError("macOS tells nobody of its screen")
        self._callbacks = [_CALLBACK(self._lock), _CALLBACK(self._unlock)]
        for name, callback in zip((_LOCKED, _UNLOCKED), self._callbacks, strict=True):
            add(self._center, id(self), callback, self._text(name), None, _AT_ONCE)
        self._locked = self._is_locked(foundation, graphics)
        line.works()

    def locked(self) -> bool:
        """Return whether the screen is locked."""
        return self._locked

    def close(self) -> None:
        """Listen no more."""
        if self._center:
            self._remove(self._center, id(self))
            self._center = None

    def _text(self, words: bytes) -> int | None:
        made: int | None = self._make_text(None, words, UTF8)
        return made

    def _lock(self, *_told: int | None) -> None:
        self._set(locked=True)

    def _unlock(self, *_told: int | None) -> None:
        self._set(locked=False)

    def _set(self, *, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            self._line.changed()

    def _is_locked(self, foundation: ctypes.CDLL, graphics: ctypes.CDLL) -> bool:
        """Ask whether the screen is locked already; without a session of its own it is not."""
        pointer = ctypes.c_void_p
        session = typed(graphics, "CGSessionCopyCurrentDictionary", pointer)
        value = typed(foundation, "CFDictionaryGetValue", pointer, pointer, pointer)
        is_true = typed(foundation, "CFBooleanGetValue", ctypes.c_ubyte, pointer)
        release = typed(foundation, "CFRelease", None, pointer)
        found = session()
        if not found:
            return False
        try:
            told = value(found, self._text(_STATE))
            return bool(told) and bool(is_true(told))
        finally:
            release(found)
