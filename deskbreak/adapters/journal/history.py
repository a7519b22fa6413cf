"""What a journal tells before it is mended."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

from deskbreak.adapters.journal import rows
from deskbreak.core.record.mending import Add, Mend
from deskbreak.core.record.versions import Change, Row, Version

_SEVERAL = 3


def with_id(mend: Mend) -> Mend:
    """Give a break that is added its id, unless it has one."""
    if not isinstance(mend, Add) or mend.entry.id:
        return mend
    return Add(replace(mend.entry, id=str(uuid4())))


class FileHistory:
    """Implements `core.record.mending.History` on an open journal."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        """Keep the journal; nothing is read yet."""
        self._conn = conn

    def ids(self, beginning: str) -> tuple[str, ...]:
        """Return up to three ids of breaks that stand and begin so, the whole one among them."""
        found = self._conn.execute(
            "select id from break b where id >= ?1 and substr(id, 1, length(?1)) = ?1 "
            "and id < ?1 || char(1114111) and change <> 'deleted' and not exists "
            "(select 1 from break later where later.id = b.id and later.seq > b.seq) "
            "order by id limit ?2",
            (beginning, _SEVERAL),
        )
        return tuple(str(row[0]) for row in found)

    def rows(self, entry_id: str) -> tuple[Row, ...]:
        """Return every row of a break, oldest first."""
        return rows.select_history(self._conn, entry_id)

    def mends(self) -> Iterator[tuple[int, str]]:
        """Return number and id of each mended row that was not taken back, newest first."""
        found = self._conn.execute(
            "select b.seq, b.id from revision r join break b on b.seq = r.break_seq "
            "where r.mended is not null and not exists "
            "(select 1 from revision undo where undo.undoes = r.break_seq) "
            "order by r.break_seq desc"
        )
        for seq, entry_id in found:
            yield int(seq), str(entry_id)


class MemoryHistory:
    """The rows of a journal that lasts as long as the program; implements the same."""

    def __init__(self) -> None:
        """Begin empty."""
        self._rows: dict[str, list[Row]] = {}
        self._count = 0

    def add(self, change: Change) -> None:
        """Add a form of a break."""
        self._count += 1
        row = Row(self._count, change)
        self._rows.setdefault(change.version.entry.id, []).append(row)

    def standing(self) -> tuple[Version, ...]:
        """Return the breaks that are not deleted, as they stand now."""
        latest = (rows[-1].version for rows in self._rows.values())
        return tuple(version for version in latest if not version.deleted)

    def ids(self, beginning: str) -> tuple[str, ...]:
        """Return the ids of breaks that stand and begin so."""
        return tuple(v.entry.id for v in self.standing() if v.entry.id.startswith(beginning))

    def rows(self, entry_id: str) -> tuple[Row, ...]:
        """Return every row of a break, oldest first."""
        return tuple(self._rows.get(entry_id, ()))

    def mends(self) -> Iterator[tuple[int, str]]:
        """Return number and id of each mended row that was not taken back, newest first."""
        every = [row for rows in self._rows.values() for row in rows]
        undone = {row.change.undoes for row in every}
        for row in sorted(every, key=lambda row: -row.seq):
            if row.change.mended is not None and row.seq not in undone:
                yield row.seq, row.version.entry.id
