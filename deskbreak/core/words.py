"""How words reach a person: one callable that translates and fills in values.

Every sentence that a person can see goes through a `Words` value that is handed in, so that
windows, notifications and the command line share one catalogue and the core stays pure.
Babel finds the calls by the names `tr` and `plural`.
"""

from __future__ import annotations

from typing import Protocol


class Words(Protocol):
    """Translates a sentence and fills in its `{named}` values."""

    def __call__(self, text: str, /, **values: str | int) -> str:
        """Return `text` in the person's language with its values filled in."""
        ...

    def plural(self, one: str, many: str, n: int, /, **values: str | int) -> str:
        """Return the form for `n`, with `n` and the other values filled in."""
        ...


class English:
    """The words as they stand in the source; also what tests use."""

    def __call__(self, text: str, /, **values: str | int) -> str:
        """Return `text` with its values filled in."""
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, /, **values: str | int) -> str:
        """Return `one` for 1 and `many` otherwise, with `n` filled in."""
        return (one if n == 1 else many).format(n=n, **values)
