"""Tells at once when the wall clock was set or the machine woke up; costs nothing meanwhile."""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import struct
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_log = logging.getLogger(__name__)
_CLOCK_REALTIME = 0
_ABSTIME, _CANCEL_ON_SET = 1, 2
_NEVER_S = 1 << 62


class ClockWatch:
    """Calls back at each resume and clock step, by a timerfd that the kernel cancels then.

    Where the system has none, `works` is False and the ticker has to look more often.
    """

    def __init__(self, changed: Callable[[], None], parent: QObject | None = None) -> None:
        """Begin to watch; `changed` is called from the event loop of this thread."""
        self._changed = changed
        self._notifier: QSocketNotifier | None = None
        self._handle = _made()
        if self._handle is not None:
            self._notifier = QSocketNotifier(self._handle, QSocketNotifier.Type.Read, parent)
            self._notifier.activated.connect(self.check)

    @property
    def works(self) -> bool:
        """Whether the system will tell."""
        return self._handle is not None

    def fileno(self) -> int:
        """Return the handle of the timer, -1 when there is none."""
        return -1 if self._handle is None else self._handle

    def close(self) -> None:
        """Stop watching."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def check(self) -> None:
        """Read what the kernel has to say and pass it on; nothing happens when it is silent."""
        if self._handle is None:
            return
        try:
            os.read(self._handle, 8)
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno != errno.ECANCELED:  # cancelled is how the kernel says it
                _log.warning("the clock cannot be watched any more: %s", error)
                self.close()
                self._changed()
                return
        if not _arm(self._handle):
            self.close()
        self._changed()


if sys.platform == "linux":

    def _made() -> int | None:
        library = ctypes.CDLL(None, use_errno=True)
        try:
            handle = library.timerfd_create(_CLOCK_REALTIME, os.O_CLOEXEC | os.O_NONBLOCK)
        except AttributeError:  # a C library without it
            return None
        if handle < 0:
            return None
        if not _arm(handle):
            os.close(handle)
            return None
        return int(handle)

    def _arm(handle: int) -> bool:
        never = struct.pack("qqqq", 0, 0, _NEVER_S, 0)
        library = ctypes.CDLL(None, use_errno=True)
        failed = library.timerfd_settime(handle, _ABSTIME | _CANCEL_ON_SET, never, None)
        return bool(failed == 0)

else:

    def _made() -> int | None:
        return None

    def _arm(handle: int) -> bool:
        return handle < 0
