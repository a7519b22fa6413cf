"""The clocks of each system: wall, one that counts sleep, one that does not, and the boot's id."""

from __future__ import annotations

import ctypes
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_TRIES = 3
_CLOSE_ENOUGH_NS = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """Nanoseconds of each clock, read within a millisecond of each other."""

    wall: int
    boot: int
    mono: int


if sys.platform == "linux":

    def boot_ns() -> int:
        """Return nanoseconds since boot, sleep included."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)

    def mono_ns() -> int:
        """Return nanoseconds since boot, sleep left out."""
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

    def boot_id() -> str:
        """Return what names this boot of the machine."""
        try:
            text = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            text = ""
        return text or boot_id_by_time()

elif sys.platform == "darwin":

    def boot_ns() -> int:
        """Return nanoseconds since boot, sleep included (Darwin's CLOCK_MONOTONIC counts it)."""
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

    def mono_ns() -> int:
        """Return nanoseconds since boot, sleep left out."""
        return time.clock_gettime_ns(time.CLOCK_UPTIME_RAW)

    def boot_id() -> str:
        """Return what names this boot of the machine."""
        size = ctypes.c_size_t(64)
        answer = ctypes.create_string_buffer(size.value)
        library = ctypes.CDLL(None)
        name = b"kern.bootsessionuuid"
        if library.sysctlbyname(name, answer, ctypes.byref(size), None, ctypes.c_size_t(0)) != 0:
            return boot_id_by_time()
        return answer.value.decode("ascii", "replace")

else:

    def boot_ns() -> int:
        """Return nanoseconds since boot, sleep included."""
        tick = ctypes.WinDLL("kernel32").GetTickCount64
        tick.restype = ctypes.c_uint64
        return int(tick()) * 1_000_000

    def mono_ns() -> int:
        """Return nanoseconds since boot, sleep left out."""
        awake = ctypes.c_uint64()
        ctypes.WinDLL("kernel32").QueryUnbiasedInterruptTime(ctypes.byref(awake))
        return awake.value * 100

    def boot_id() -> str:
        """Return what names this boot of the machine."""
        return boot_id_by_time()


def boot_id_by_time() -> str:
    """Name the boot by its minute, where the system gives it no name.

    A clock that was set since makes it look like another boot, and then UTC counts, which is
    the careful answer.
    """
    return f"boot-{(time.time_ns() - boot_ns()) // 60_000_000_000}"


def read_all() -> Reading:
    """Read every clock; again when the process was held up between two of them."""
    reading = _read_once()
    for _ in range(_TRIES):
        if reading[1] < _CLOSE_ENOUGH_NS:
            break
        reading = _read_once()
    return reading[0]


def _read_once() -> tuple[Reading, int]:
    before = boot_ns()
    reading = Reading(wall=time.time_ns(), mono=mono_ns(), boot=boot_ns())
    return reading, reading.boot - before
