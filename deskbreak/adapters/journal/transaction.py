"""Changes to the journal that belong together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def all_or_nothing(conn: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside; when anything goes wrong, none of it was done."""
    conn.execute("begin immediate")
    try:
        yield
        conn.execute("commit")
    except BaseException:
        if conn.in_transaction:
            conn.execute("rollback")
        raise
