"""Takes checked values out of parsed JSON; each refusal names the key and what would be right."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from deskbreak.core.record.as_json import Json

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")

_INSTANT = "2026-11-22T10:00:00Z"


class EntryError(ValueError):
    """An entry is not as the design says; the sentence names the key."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object under checks. Every method raises `EntryError`."""

    values: dict[str, Json]

    def _get(self, key: str) -> Json:
        if key not in self.values:
            raise EntryError(f'"{key}" is missing')
        return self.values[key]

    def text(self, key: str) -> str:
        """Return a text."""
        value = self._get(key)
        if not isinstance(value, str):
            raise EntryError(f'"{key}" must be a text')
        return value

    def number(self, key: str) -> int:
        """Return a whole number; true and false are none."""
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise EntryError(f'"{key}" must be a whole number')
        return value

    def number_or_none(self, key: str) -> int | None:
        """Return a whole number, or None for null."""
        return None if self._get(key) is None else self.number(key)

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._get(key)
        if not isinstance(value, bool):
            raise EntryError(f'"{key}" must be true or false')
        return value

    def instant(self, key: str) -> int:
        """Return UTC seconds from "2026-11-22T10:00:00Z"."""
        text = self.text(key)
        if len(text) == len(_INSTANT) and text[10] == "T" and text[-1] == "Z":
            with suppress(ValueError):
                return int(datetime.fromisoformat(text).timestamp())
        raise EntryError(f'"{key}" must be an instant as {_INSTANT}')

    def instant_or_none(self, key: str) -> int | None:
        """Return UTC seconds, or None for null."""
        return None if self._get(key) is None else self.instant(key)

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """Return the member that a word names."""
        word = self.text(key)
        try:
            return kind(word)
        except ValueError:
            known = ", ".join(member.value for member in kind)
            raise EntryError(f'"{key}" must be one of {known}') from None

    def choice_or_none(self, key: str, kind: type[Choice]) -> Choice | None:
        """Return the member that a word names, or None for null."""
        return None if self._get(key) is None else self.choice(key, kind)

    def many(self, key: str, take: Callable[[Json], Item]) -> tuple[Item, ...]:
        """Return the items of a list, each through `take`."""
        value = self._get(key)
        if not isinstance(value, list):
            raise EntryError(f'"{key}" must be a list')
        return tuple(take(item) for item in value)

    def inner(self, key: str) -> dict[str, Json]:
        """Return an object."""
        value = self._get(key)
        if not isinstance(value, dict):
            raise EntryError(f'"{key}" must be an object')
        return value
