"""Whether a microphone or a camera runs, as CoreAudio and CoreMediaIO tell it (macOS).

Which program uses it is not told. A headset that is one device for both ways runs while it plays.
"""

from __future__ import annotations

import ctypes

from deskbreak.adapters.activity.native import typed
from deskbreak.core.timing.sensed import Cause, Hold

_SYSTEM = 1
_ANY_ELEMENT = 0xFFFFFFFF
_MOST = 64
_MEETING = frozenset({Cause(Hold.MEETING)})


def code(letters: str) -> int:
    """Return a four-letter code as a number."""
    return int.from_bytes(letters.encode("ascii"), "big")


class Address(ctypes.Structure):
    """AudioObjectPropertyAddress, and CMIOObjectPropertyAddress, which is the same."""

    _fields_ = (
        ("selector", ctypes.c_uint32),
        ("scope", ctypes.c_uint32),
        ("element", ctypes.c_uint32),
    )


_RUNS_SOMEWHERE = code("gone")


class MacMicrophone:
    """Asks CoreAudio for the device that records."""

    def __init__(self, audio: ctypes.CDLL) -> None:
        """Find the function.

        Raises:
            UnavailableError: macOS has it not.
        """
        number = ctypes.c_uint32
        self._get = typed(
            audio, "AudioObjectGetPropertyData", ctypes.c_int32, number, ctypes.POINTER(Address),
            number, ctypes.c_void_p, ctypes.POINTER(number), ctypes.c_void_p,
        )  # fmt: skip

    def used(self) -> frozenset[Cause]:
        """Return the reason, while somebody records from the usual device.

        Raises:
            OSError: macOS does not answer.
        """
        device = self._number(_SYSTEM, code("dIn "))
        return _MEETING if device and self._number(device, _RUNS_SOMEWHERE) else frozenset()

    def _number(self, thing: int, selector: int) -> int:
        where = Address(selector, code("glob"), 0)
        told, size = ctypes.c_uint32(), ctypes.c_uint32(4)
        answer = self._get(
            thing, ctypes.byref(where), 0, None, ctypes.byref(size), ctypes.byref(told)
        )
        if answer != 0:
            raise OSError(f"CoreAudio answers {answer}")
        return told.value


class MacCamera:
    """Asks CoreMediaIO for every camera."""

    def __init__(self, media: ctypes.CDLL) -> None:
        """Find the function.

        Raises:
            UnavailableError: macOS has it not.
        """
        number = ctypes.c_uint32
        self._get = typed(
            media, "CMIOObjectGetPropertyData", ctypes.c_int32, number, ctypes.POINTER(Address),
            number, ctypes.c_void_p, number, ctypes.POINTER(number), ctypes.c_void_p,
        )  # fmt: skip

    def used(self) -> frozenset[Cause]:
        """Return the reason, while any camera runs.

        Raises:
            OSError: macOS does not answer.
        """
        cameras = self._numbers(_SYSTEM, code("dev#"), _MOST)
        runs = any(any(self._numbers(each, _RUNS_SOMEWHERE, 1)) for each in cameras)
        return _MEETING if runs else frozenset()

    def _numbers(self, thing: int, selector: int, most: int) -> tuple[int, ...]:
        where = Address(selector, code("****"), _ANY_ELEMENT)
        told, used = (ctypes.c_uint32 * most)(), ctypes.c_uint32()
        size = ctypes.sizeof(told)
        answer = self._get(
            thing, ctypes.byref(where), 0, None, size, ctypes.byref(used), ctypes.byref(told)
        )
        if answer != 0:
            raise OSError(f"CoreMediaIO answers {answer}")
        return tuple(told[: used.value // 4])
