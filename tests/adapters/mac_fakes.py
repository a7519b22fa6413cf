"""CoreFoundation, IOKit and CoreGraphics, faithful as far as activity needs them.

Objects are numbers with a count of owners, so that a test can see what was never released.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from tests.adapters.native_fakes import Library, target

UTF8 = 0x08000100
TRUE = "true"


class Mac:
    """A session of macOS: its idle time, its locked screen."""

    def __init__(self) -> None:
        self.idle_ns: int | str | None = 0
        self.service = 0x1407
        self.session: dict[str, object] | None = {}
        self.tells = True
        self.center = 0x5000
        self.converts = True
        self.objects: dict[int, object] = {}
        self.observers: dict[str, tuple[int, Callable[..., None]]] = {}
        self._ids = count(0x6000)
        self.foundation = Library(
            CFStringCreateWithCString=self._text,
            CFGetTypeID=lambda thing: 22 if isinstance(self.objects[thing], int) else 7,
            CFNumberGetTypeID=lambda: 22,
            CFNumberGetValue=self._value,
            CFRelease=self.objects.pop,
            CFNotificationCenterGetDistributedCenter=lambda: self.center,
            CFNotificationCenterAddObserver=self._observe,
            CFNotificationCenterRemoveEveryObserver=self._forget,
            CFDictionaryGetValue=self._lookup,
            CFBooleanGetValue=lambda thing: int(self.objects[thing] == TRUE),
        )
        self.kit = Library(
            IOServiceMatching=lambda name: self._new(name.decode()),
            IOServiceGetMatchingService=self._find,
            IORegistryEntryCreateCFProperty=self._property,
        )
        self.graphics = Library(CGSessionCopyCurrentDictionary=self._copy_session)

    def post(self, name: str) -> None:
        """Let the system tell everybody."""
        for heard, (observer, callback) in self.observers.items():
            if heard == name:
                callback(self.center, observer, None, None, None)

    def _new(self, value: object) -> int:
        number = next(self._ids)
        self.objects[number] = value
        return number

    def _text(self, _allocator: None, raw: bytes, encoding: int) -> int:
        assert encoding == UTF8
        return self._new(raw.decode())

    def _find(self, port: int, matching: int) -> int:
        assert port == 0
        assert self.objects.pop(matching) == "IOHIDSystem"  # the call takes it over
        return self.service

    def _property(self, service: int, name: int, _allocator: None, _options: int) -> int | None:
        assert (service, self.objects[name]) == (self.service, "HIDIdleTime")
        return None if self.idle_ns is None else self._new(self.idle_ns)

    def _value(self, thing: int, kind: int, out: object) -> int:
        assert kind == 4
        target(out).value = self.objects[thing]
        return int(self.converts)

    def _observe(self, *args: object) -> None:
        center, observer, callback, name, thing, behaviour = args
        assert (center, thing, behaviour) == (self.center, None, 4)
        assert isinstance(observer, int)
        assert isinstance(name, int)
        assert callable(callback)
        self.observers[str(self.objects[name])] = (observer, callback)

    def _forget(self, center: int, observer: int) -> None:
        assert center == self.center
        self.observers = {
            name: kept for name, kept in self.observers.items() if kept[0] != observer
        }

    def _lookup(self, dictionary: int, key: int) -> int | None:
        found = self.objects[dictionary]
        assert isinstance(found, dict)
        value = found.get(self.objects[key])
        return None if value is None else self._new(value)

    def _copy_session(self) -> int | None:
        return None if self.session is None else self._new(self.session)
