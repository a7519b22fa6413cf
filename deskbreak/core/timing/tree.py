"""Reads values out of a parsed text whose shape nobody vouches for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard


class DamagedError(ValueError):
    """A saved state that cannot be read."""


def _is_table(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def table(value: object) -> Mapping[str, object]:
    """Return a value that is a table."""
    if not _is_table(value):
        raise DamagedError("a table is missing")
    return value


def row(tree: Mapping[str, object], key: str) -> list[object]:
    """Return a list under a key."""
    value = tree.get(key)
    if not _is_list(value):
        raise DamagedError(f"{key} is no list")
    return value


def names(tree: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Return a list of texts under a key."""
    return tuple(_word(each, key) for each in row(tree, key))


def _word(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise DamagedError(f"{key} is no text")
    return value


def text(tree: Mapping[str, object], key: str) -> str:
    """Return a text under a key."""
    return _word(tree.get(key), key)


def whole(tree: Mapping[str, object], key: str) -> int:
    """Return a whole number under a key."""
    value = tree.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise DamagedError(f"{key} is no whole number")
    return value


def maybe(tree: Mapping[str, object], key: str) -> int | None:
    """Return a whole number under a key, None when it says so."""
    return None if tree.get(key) is None else whole(tree, key)


def flag(tree: Mapping[str, object], key: str) -> bool:
    """Return a truth value under a key."""
    value = tree.get(key)
    if not isinstance(value, bool):
        raise DamagedError(f"{key} is neither true nor false")
    return value
