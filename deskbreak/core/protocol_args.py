"""The values that come with a verb over the socket, each checked as it is taken out."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from deskbreak.core.entry import Scalar

LONGEST_TEXT = 64
"""Letters that an id or a word may have."""

Chosen = TypeVar("Chosen", bound=StrEnum)


class ProtocolError(ValueError):
    """A request that means nothing; the sentence says what would be right."""


def text(args: Mapping[str, Scalar], name: str) -> str | None:
    """Return a short text that is not empty, None when it is not given."""
    value = args.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_TEXT:
        raise ProtocolError(f'"{name}" must be a short text.')
    return value


def long_text(args: Mapping[str, Scalar], name: str, most: int) -> str:
    """Return a text of at most so many letters, "" when it is not given."""
    value = args.get(name, "")
    if not isinstance(value, str) or len(value) > most:
        raise ProtocolError(f'"{name}" must be a text of at most {most} letters.')
    return value


def whole_minutes(args: Mapping[str, Scalar], most: int) -> int | None:
    """Return "minutes" from 1 to `most`, None when they are not given."""
    value = args.get("minutes")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
        raise ProtocolError(f'"minutes" must be a whole number from 1 to {most}.')
    return value


def flag(args: Mapping[str, Scalar], name: str) -> bool:
    """Return true or false, false when it is not given."""
    value = args.get(name, False)
    if not isinstance(value, bool):
        raise ProtocolError(f'"{name}" must be true or false.')
    return value


def choice(args: Mapping[str, Scalar], name: str, kind: type[Chosen]) -> Chosen | None:
    """Return the member that a word names, None when it is not given."""
    value = text(args, name)
    if value is None:
        return None
    known = {choice.value: choice for choice in kind}
    if value not in known:
        raise ProtocolError(f'"{name}" must be one of {", ".join(known)}.')
    return known[value]
