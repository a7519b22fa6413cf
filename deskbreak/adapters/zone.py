"""The local time zone as the system says it now, with its IANA name where there is one."""

from __future__ import annotations

import os
import time
from datetime import UTC, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

_Stamp = tuple[str | None, int, int, int]


def _zone_named(name: str) -> tuple[tzinfo, str] | None:
    """Return the zone of the time zone database, or None for a name that it does not have."""
    try:
        return ZoneInfo(name), name
    except (OSError, ValueError, LookupError):
        return None


def _name_in(path: str) -> str:
    """Return what follows "zoneinfo/" in a path, without the "posix/" and "right/" trees."""
    name = path.partition("zoneinfo/")[2]
    return name.removeprefix("posix/").removeprefix("right/")


def _from_variable(text: str) -> tuple[tzinfo, str] | None:
    """Read TZ when it names a zone; None when it is a POSIX rule such as CET-1CEST."""
    name = text.removeprefix(":")
    if name == "":
        return UTC, "UTC"
    return _zone_named(_name_in(name) if name.startswith("/") else name)


def _from_file(localtime: Path) -> tuple[tzinfo, str] | None:
    """Read /etc/localtime: a link into the database, or a copy of one of its files."""
    name = _name_in(os.path.realpath(localtime))
    found = _zone_named(name) if name else None
    if found is not None:
        return found
    try:
        said = localtime.with_name("timezone").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        said = ""
    try:
        with localtime.open("rb") as file:
            return ZoneInfo.from_file(file, key=said or "UTC"), said or "UTC"
    except (OSError, ValueError):
        return None


def _offset_now() -> tuple[tzinfo, str]:
    """Return today's offset alone, where the system names no zone; it is read at each look."""
    return timezone(timedelta(seconds=time.localtime().tm_gmtoff)), "UTC"


class LocalZone:
    """Reads the zone, and reads it anew only when TZ or /etc/localtime changed."""

    def __init__(self, localtime: Path = Path("/etc/localtime")) -> None:
        self._localtime = localtime
        self._stamp: _Stamp | None = None
        self._known: tuple[tzinfo, str] | None = None

    def read(self) -> tuple[tzinfo, str]:
        """Return the zone and its IANA name ("UTC" when the name is not known)."""
        if hasattr(time, "tzset"):
            time.tzset()
        stamp = self._stamp_now()
        if stamp != self._stamp:
            said = os.environ.get("TZ")
            self._known = _from_file(self._localtime) if said is None else _from_variable(said)
            self._stamp = stamp
        return self._known or _offset_now()

    def _stamp_now(self) -> _Stamp:
        said = os.environ.get("TZ")
        try:
            link, target = self._localtime.lstat(), self._localtime.stat()
        except OSError:
            return said, 0, 0, 0
        return said, link.st_ino, link.st_mtime_ns, target.st_mtime_ns
