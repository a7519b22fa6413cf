"""What is wrong with a file of exercises or routines, and on which line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from deskbreak.adapters.careful_file import read_bytes
from deskbreak.adapters.key_lines import find_line


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Something wrong with a file: where, and what would be right; line 0 where none is known."""

    file: str
    exercise: str
    key: str
    said: str
    line: int = 0

    def sentence(self) -> str:
        """Say it in one line that names file, line, exercise and key."""
        file = f"{self.file}, line {self.line}" if self.line else self.file
        place = ": ".join(part for part in (file, self.exercise, self.key) if part)
        return f"{place}: {self.said}"


def with_lines(
    problems: Iterable[FileProblem], path: Path, most: int, outer: str = ""
) -> list[FileProblem]:
    """Return the problems with the line of each key.

    Args:
        problems: what is wrong.
        path: the file.
        most: how many bytes it may have to be read again.
        outer: the key of the table that the problems' keys lie in; "" for the whole file.
    """
    found = list(problems)
    if not found:
        return found
    try:
        text = read_bytes(path, most).decode("utf-8-sig")
    except (OSError, ValueError):  # gone since it was read, or never was a text
        return found
    return [
        replace(each, line=find_line(text, f"{outer}.{each.key}")) if each.key else each
        for each in found
    ]
