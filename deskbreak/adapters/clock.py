"""The program's clock: the only place that looks at the time."""

from __future__ import annotations

from collections.abc import Callable

from deskbreak.adapters.clock_sources import Reading, boot_id, read_all
from deskbreak.adapters.zone import LocalZone
from deskbreak.core.timing.moment import Moment

_SECOND = 1_000_000_000
_NOISE = _SECOND * 3 // 4


def _steady(known: int | None, exact_ns: int) -> int:
    """Return a distance between two clocks in whole seconds, free of rounding's flicker.

    A distance is only given anew when it really moved: two floors taken at different phases
    would differ by one second from look to look and read as a clock step.
    """
    if known is not None and abs(exact_ns - known * _SECOND) <= _NOISE:
        return known
    return (exact_ns + _SECOND // 2) // _SECOND


class SystemClock:
    """Reads the clocks of this machine, `speed` times as fast when it is more than 1.

    boot' = b0 + N*dboot, mono' = m0 + N*dmono, wall' = w0 + N*dboot + (dwall - dboot): what is
    slept and how far the wall clock was set stay true at any speed.
    """

    def __init__(
        self,
        speed: int = 1,
        sources: Callable[[], Reading] = read_all,
        zone: LocalZone | None = None,
    ) -> None:
        if speed < 1:
            message = f"The speed must be 1 or more, not {speed}."
            raise ValueError(message)
        self._speed = speed
        self._sources = sources
        self._zone = zone or LocalZone()
        self._real = self._told = sources()
        # Two runs at a speed of their own share no clock, so neither may trust the other's.
        own = "" if speed == 1 else f"/{speed}x{self._real.boot}"
        self._boot_id = boot_id() + own
        self._wall_off: int | None = None
        self._asleep: int | None = None

    def read(self) -> Moment:
        """Return one reading of all clocks, in program time, whole seconds."""
        zone, name = self._zone.read()
        scaled = self._scaled(self._sources())
        boot = scaled.boot // _SECOND
        self._wall_off = _steady(self._wall_off, scaled.wall - scaled.boot)
        self._asleep = _steady(self._asleep, scaled.boot - scaled.mono)
        return Moment(
            utc=boot + self._wall_off,
            boot=boot,
            mono=boot - self._asleep,
            boot_id=self._boot_id,
            zone=zone,
            zone_name=name,
        )

    def elapsed(self) -> float:
        """Return program CLOCK_BOOTTIME seconds with fractions, for animation and sessions."""
        return self._scaled(self._sources()).boot / _SECOND

    def real_delay(self, boot: int) -> float:
        """Return the real seconds from now until a program BOOTTIME second (0 when past)."""
        left = boot * _SECOND - self._scaled(self._sources()).boot
        return max(0.0, left / _SECOND / self._speed)

    def real_wall(self) -> float:
        """Return the real wall clock in seconds since the epoch, for timers alone."""
        return self._sources().wall / _SECOND

    def real_wall_minus_boot(self) -> float:
        """Return real wall time minus real BOOTTIME: it changes only when the clock is set."""
        now = self._sources()
        return (now.wall - now.boot) / _SECOND

    def go_on_at(self, speed: int) -> None:
        """Run on at another speed from now; no clock jumps. Whoever waits must wait anew."""
        now = self._sources()
        self._real, self._told, self._speed = now, self._scaled(now), speed

    def start_at(self, utc: int) -> None:
        """Let the program's wall clock show this UTC second now; for demonstrations."""
        now = self._sources()
        told = self._scaled(now)
        self._real, self._told = now, Reading(utc * _SECOND, told.boot, told.mono)
        self._wall_off = None

    def _scaled(self, now: Reading) -> Reading:
        real, told = self._real, self._told
        boot, mono = now.boot - real.boot, now.mono - real.mono
        stepped = (now.wall - real.wall) - boot
        return Reading(
            wall=told.wall + self._speed * boot + stepped,
            boot=told.boot + self._speed * boot,
            mono=told.mono + self._speed * mono,
        )
