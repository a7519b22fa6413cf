"""How long nobody touched keyboard or mouse, from the X server itself, without polling.

The SYNC extension counts idle time and sends an event when the count crosses a threshold. It is
spoken through libxcb and libxcb-sync, which Qt's own X11 plugin needs as well.
"""

from __future__ import annotations

import ctypes
import struct

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskbreak.adapters.activity.source import Line, UnavailableError
from deskbreak.adapters.c_function import typed
from deskbreak.adapters.xcb import Cookie, Rows, Xcb, reply

_COUNTER = b"IDLETIME"
_UP, _DOWN = 0, 1  # PositiveTransition, NegativeTransition
_ALL_VALUES = 0b111111  # counter, value type, value, test, delta, events
_ALARM_EVENT = 1  # after the extension's first event


class _Sync(Xcb):
    """Besides, the few functions of its SYNC extension that are needed."""

    def __init__(self) -> None:
        """Load both libraries.

        Raises:
            UnavailableError: one of them is not there.
        """
        pointer, number = ctypes.c_void_p, ctypes.c_uint32
        try:
            super().__init__()
            sync = ctypes.CDLL("libxcb-sync.so.1")
            self.extension = ctypes.addressof(ctypes.c_char.in_dll(sync, "xcb_sync_id"))
        except (OSError, ValueError) as error:
            raise UnavailableError(str(error)) from error
        self.new_id = typed(self.library.xcb_generate_id, number, pointer)
        self.extension_data = typed(self.library.xcb_get_extension_data, pointer, pointer, pointer)
        self.initialize = typed(
            sync.xcb_sync_initialize, Cookie, pointer, ctypes.c_uint8, ctypes.c_uint8
        )
        self.initialize_reply = reply(sync.xcb_sync_initialize_reply)
        self.counters = typed(sync.xcb_sync_list_system_counters, Cookie, pointer)
        self.counters_reply = reply(sync.xcb_sync_list_system_counters_reply)
        self.first = typed(sync.xcb_sync_list_system_counters_counters_iterator, Rows, pointer)
        self.next = typed(sync.xcb_sync_systemcounter_next, None, ctypes.POINTER(Rows))
        self.query = typed(sync.xcb_sync_query_counter, Cookie, pointer, number)
        self.query_reply = reply(sync.xcb_sync_query_counter_reply)
        self.create_alarm = typed(
            sync.xcb_sync_create_alarm, Cookie, pointer, number, number, ctypes.c_char_p
        )


class X11Idle:
    """Reads the idle time and tells when somebody stops, and when somebody is back."""

    def __init__(
        self,
        line: Line,
        lengths_s: tuple[int, ...],
        display: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Connect; `line.changed` is called when the idle time crosses a length, either way.

        Raises:
            UnavailableError: there is no X server, or none that counts idle time.
        """
        self._told = line
        self._xcb = _Sync()
        name = None if display is None else display.encode()
        self._line: int | None = self._xcb.connect(name, None)
        try:
            self._first_event = self._begin()
            self._counter = self._find_counter()
        except UnavailableError:
            self._hang_up()
            raise
        for seconds in lengths_s:
            self._alarm(seconds * 1000, _UP)
            self._alarm(seconds * 1000 - 1, _DOWN)
        self._xcb.flush(self._line)
        kind = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._xcb.fileno(self._line), kind, parent)
        self._notifier.activated.connect(self._read)
        # A reply that is awaited can bring events along, and the socket is then silent on them.
        self._soon = QTimer(parent)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)
        self._soon.start(0)
        line.works()

    def idle_s(self) -> int | None:
        """Return the seconds since the last input; None when the server is gone."""
        if self._line is None:
            return None
        xcb = self._xcb
        answer = xcb.query_reply(self._line, xcb.query(self._line, self._counter), None)
        if not answer:
            self._lose()
            return None
        high, low = struct.unpack("=iI", ctypes.string_at(answer + 8, 8))
        xcb.free(answer)
        self._soon.start(0)
        return max(0, int((high << 32) | low)) // 1000

    def listen(self, *, closely: bool) -> None:
        """Do nothing: the X server tells at once."""

    def close(self) -> None:
        """Stop listening."""
        if self._line is None:
            return
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._soon.stop()
        self._soon.deleteLater()
        self._hang_up()

    def _hang_up(self) -> None:
        if self._line is not None:
            self._xcb.disconnect(self._line)
        self._line = None

    def _begin(self) -> int:
        """Greet the extension and return the number of its first event."""
        xcb, line = self._xcb, self._line
        found = None if xcb.failed(line) else xcb.extension_data(line, xcb.extension)
        if not found:
            raise UnavailableError("no X server answers")
        present, _, first = struct.unpack("=BBB", ctypes.string_at(found + 8, 3))
        greeted = xcb.initialize_reply(line, xcb.initialize(line, 3, 1), None) if present else None
        if not greeted:
            raise UnavailableError("the X server has no SYNC extension")
        xcb.free(greeted)
        return int(first)

    def _find_counter(self) -> int:
        xcb, line = self._xcb, self._line
        answer = xcb.counters_reply(line, xcb.counters(line), None)
        if not answer:
            raise UnavailableError("the X server names no counters")
        try:
            each = xcb.first(answer)
            while each.rem:
                number, _, _, size = struct.unpack("=IiIH", ctypes.string_at(each.data, 14))
                if ctypes.string_at(each.data + 14, size) == _COUNTER:
                    return int(number)
                xcb.next(ctypes.byref(each))
        finally:
            xcb.free(answer)
        raise UnavailableError("the X server does not count idle time")

    def _alarm(self, at_ms: int, test: int) -> None:
        values = (self._counter, 0, at_ms >> 32, at_ms & 0xFFFFFFFF, test, 0, 0, 1)
        packed = struct.pack("=IIiIIiII", *values)
        number = self._xcb.new_id(self._line)
        self._xcb.create_alarm(self._line, number, _ALL_VALUES, packed)

    def _read(self) -> None:
        crossed = False
        while self._line is not None and (event := self._xcb.poll(self._line)):
            kind = ctypes.string_at(event, 1)[0] & 0x7F
            self._xcb.free(event)
            crossed = crossed or kind == self._first_event + _ALARM_EVENT
        if self._line is not None and self._xcb.failed(self._line):
            self._lose()
        elif crossed:
            self._told.changed()

    def _lose(self) -> None:
        self.close()
        self._told.failed("the X server is gone")
