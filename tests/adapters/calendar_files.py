"""Calendar files for tests: one function puts events together."""

from __future__ import annotations

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tests//EN\r\n"


def event(*lines: str, uid: str = "") -> str:
    """Return one event of these lines."""
    body = "\r\n".join((f"UID:{uid or hash(lines)}", *lines))
    return f"BEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\n"


def timed(start: str, end: str, *more: str) -> str:
    """Return an event with a beginning and an end such as 20261123T100000."""
    return event(f"DTSTART:{start}", f"DTEND:{end}", *more)


def whole(day: str, *more: str) -> str:
    """Return an event of a whole day such as 20261123."""
    return event(f"DTSTART;VALUE=DATE:{day}", *more)


def calendar(*events: str) -> bytes:
    """Return the bytes of a file with these events."""
    return (HEAD + "".join(events) + "END:VCALENDAR\r\n").encode()
