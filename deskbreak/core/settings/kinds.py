"""The kinds of values that settings have: how each is read, written and typed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from deskbreak.core.settings import daytime
from deskbreak.core.settings.plain import NotRightError, Plain
from deskbreak.core.settings.values import DateSpan, Span

T = TypeVar("T")

_YES = ("true", "yes", "on", "1")
_NO = ("false", "no", "off", "0")
_SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One kind of value.

    Attributes:
        right: what would be right, as the end of "it should be ...".
        read: turns a value of the file into the setting; raises NotRightError.
        write: turns the setting into a value of the file.
        typed: turns text from the command line into a value of the file; raises NotRightError.
    """

    right: str
    read: Callable[[Plain], T]
    write: Callable[[T], Plain]
    typed: Callable[[str], Plain]


def switch() -> Kind[bool]:
    """Return the kind of true and false."""

    def read(value: Plain) -> bool:
        if isinstance(value, bool):
            return value
        raise NotRightError

    return Kind("true or false", read, _same_bool, _typed_switch)


def whole(low: int, high: int, unit: str = "") -> Kind[int]:
    """Return the kind of whole numbers from `low` to `high`."""

    def read(value: Plain) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise NotRightError

    right = f"a whole number{unit and f' of {unit}'} from {low} to {high}"
    return Kind(right, read, _same_int, _typed_int)


def decimal(low: float, high: float) -> Kind[float]:
    """Return the kind of numbers from `low` to `high`."""

    def read(value: Plain) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if isinstance(value, int | float) and number and low <= value <= high:
            return float(value)
        raise NotRightError

    return Kind(f"a number from {low} to {high}", read, _same_float, _typed_float)


def choice(*names: str) -> Kind[str]:
    """Return the kind of one out of several words."""

    def read(value: Plain) -> str:
        if isinstance(value, str) and value in names:
            return value
        raise NotRightError

    return Kind("one of " + ", ".join(f'"{name}"' for name in names), read, _same_text, str.strip)


def motion() -> Kind[str]:
    """Return the kind of "system", "on" and "off", where true and false are understood too."""

    def read(value: Plain) -> str:
        if isinstance(value, bool):
            return "on" if value else "off"
        return plain_choice.read(value)

    plain_choice = choice(_SYSTEM, "on", "off")
    return Kind(plain_choice.right, read, _same_text, str.strip)


def text(right: str, allowed: Callable[[str], bool]) -> Kind[str]:
    """Return the kind of text that `allowed` accepts."""

    def read(value: Plain) -> str:
        if isinstance(value, str) and allowed(value):
            return value
        raise NotRightError

    return Kind(right, read, _same_text, str.strip)


def maybe(kind: Kind[T]) -> Kind[T | None]:
    """Return the kind that also knows none, written as ""."""

    def read(value: Plain) -> T | None:
        return None if value == "" else kind.read(value)

    def write(value: T | None) -> Plain:
        return "" if value is None else kind.write(value)

    def typed(said: str) -> Plain:
        return "" if said.strip() in ("", "none") else kind.typed(said)

    return Kind(f'{kind.right}, or "" for none', read, write, typed)


def several(one: Kind[T], right: str, most: int) -> Kind[tuple[T, ...]]:
    """Return the kind of a list of at most `most`; a single value stands for a list of one."""

    def read(value: Plain) -> tuple[T, ...]:
        items = value if isinstance(value, list) else [value]
        if len(items) > most:
            raise NotRightError(f"it has {len(items)} entries")
        return tuple(one.read(item) for item in items)

    def write(value: tuple[T, ...]) -> Plain:
        return [one.write(item) for item in value]

    def typed(said: str) -> Plain:
        parts = [part.strip() for part in said.split(",")]
        return [one.typed(part) for part in parts if part and said.strip() != "none"]

    return Kind(right, read, write, typed)


def clock_time() -> Kind[int]:
    """Return the kind of a time of the day, as minutes after midnight below 1440."""

    def read(value: Plain) -> int:
        minute = daytime.minute_from(_text(value))
        if minute == 24 * 60:
            raise NotRightError
        return minute

    return Kind('a time such as "04:00"', read, daytime.minute_text, str.strip)


def span() -> Kind[Span]:
    """Return the kind of a span of the day."""
    return Kind(
        'a span of the day such as "12:30-13:30"',
        lambda value: daytime.span_from(_text(value)),
        daytime.span_text,
        str.strip,
    )


def weekdays() -> Kind[tuple[int, ...]]:
    """Return the kind of days of the week, "mon-fri" or a list of names."""

    def read(value: Plain) -> tuple[int, ...]:
        items = value if isinstance(value, list) else [value]
        return daytime.weekdays_from(",".join(_text(item) for item in items))

    return Kind('days such as "mon-fri" or "mon,wed-fri"', read, daytime.weekdays_text, str.strip)


def dates() -> Kind[DateSpan]:
    """Return the kind of a date or a span of dates."""

    def read(value: Plain) -> DateSpan:
        if isinstance(value, date) and not isinstance(value, datetime):
            return DateSpan(value, value)
        return daytime.dates_from(_text(value))

    return Kind('dates such as "2026-12-24..2027-01-02"', read, daytime.dates_text, str.strip)


def one_date() -> Kind[date]:
    """Return the kind of one date, written as TOML writes dates."""

    def read(value: Plain) -> date:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        return daytime.date_from(_text(value))

    return Kind("a date such as 2026-12-24", read, _same_date, str.strip)


def _text(value: Plain) -> str:
    if isinstance(value, str):
        return value
    raise NotRightError


def _same_bool(value: bool) -> Plain:  # noqa: FBT001 - the writer of one value
    return value


def _same_int(value: int) -> Plain:
    return value


def _same_float(value: float) -> Plain:
    return value


def _same_text(value: str) -> Plain:
    return value


def _same_date(value: date) -> Plain:
    return value


def _typed_switch(said: str) -> Plain:
    word = said.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise NotRightError


def _typed_int(said: str) -> Plain:
    try:
        return int(said)
    except ValueError:
        raise NotRightError from None


def _typed_float(said: str) -> Plain:
    try:
        return float(said)
    except ValueError:
        raise NotRightError from None
