"""One look at the clocks, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of every clock, taken together.

    Attributes:
        utc: seconds since the epoch by the wall clock; steps when somebody sets the clock.
        boot: seconds of CLOCK_BOOTTIME; counts sleep, never steps, starts anew at each boot.
        mono: seconds of CLOCK_MONOTONIC; stands still while the machine sleeps.
        boot_id: names the boot that `boot` and `mono` belong to.
        zone: the local time zone at this moment.
        zone_name: its IANA name, for the journal ("UTC" when it is not known).
    """

    utc: int
    boot: int
    mono: int
    boot_id: str
    zone: tzinfo
    zone_name: str

    def local(self) -> datetime:
        """Return the local wall time, aware of its zone."""
        return datetime.fromtimestamp(self.utc, tz=UTC).astimezone(self.zone)

    def offset_s(self) -> int:
        """Return the local offset from UTC in seconds, east positive."""
        offset = self.local().utcoffset()
        return 0 if offset is None else int(offset / timedelta(seconds=1))

    def shifted(self, awake_s: int, asleep_s: int = 0) -> Moment:
        """Return this moment `awake_s + asleep_s` seconds on, with no clock step."""
        total = awake_s + asleep_s
        utc, boot, mono = self.utc + total, self.boot + total, self.mono + awake_s
        return Moment(utc, boot, mono, self.boot_id, self.zone, self.zone_name)


def instant_text(utc: int) -> str:
    """Write seconds since the epoch as RFC 3339 in UTC, whole seconds, ending in Z."""
    return datetime.fromtimestamp(utc, tz=UTC).isoformat().removesuffix("+00:00") + "Z"
