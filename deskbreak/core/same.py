"""A key for caches whose values would be costly to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[T]):
    """Stands for one value, and equals only a stand-in for the very same value.

    It keeps the value alive, so that no other can take its place.
    """

    value: T

    def __hash__(self) -> int:
        """Return the value's identity."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """Return whether both stand for the very same value."""
        return isinstance(other, Same) and other.value is self.value
