"""The forms that a break went through: as it was written, changed since, or deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from deskbreak.core.entry import Break


@dataclass(frozen=True, slots=True)
class Version:
    """One form of a break.

    Attributes:
        entry: the break; its `corrected_at` is None here.
        changed_at: UTC second from which it had this form, None for the form first written.
        corrected: whether a person mended it; a rating of one's energy is no mending.
        deleted: whether it was taken back or deleted.
    """

    entry: Break
    changed_at: int | None = None
    corrected: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Says that a break was deleted at a UTC second, and nothing else of it."""

    id: str
    changed_at: int


class Mended(StrEnum):
    """What a person did to a break that can be taken back."""

    ADDED = "added"
    NOTED = "noted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """A form of a break with how it came about; `undoes` is the number of a row taken back."""

    version: Version
    mended: Mended | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A change with its place in the journal: later rows have larger numbers."""

    seq: int
    change: Change

    @property
    def version(self) -> Version:
        """Return the form that the break has from here on."""
        return self.change.version


def shown(version: Version) -> Break:
    """Return a break as it is shown, marked when a person mended it."""
    if not version.corrected:
        return version.entry
    return replace(version.entry, corrected_at=version.changed_at)


def later(before: Version, now: int) -> int:
    """Return the second of a change made now, after the one before whatever the clock says."""
    return now if before.changed_at is None else max(now, before.changed_at + 1)


def rated(before: Version, energy: int, now: int) -> Change:
    """Say how the energy was after a break."""
    entry = replace(before.entry, energy=energy)
    return Change(replace(before, entry=entry, changed_at=later(before, now)))


def taken_back(before: Version, now: int) -> Change:
    """Take a break back that was never meant, without a trace of mending."""
    return Change(replace(before, changed_at=later(before, now), deleted=True))
