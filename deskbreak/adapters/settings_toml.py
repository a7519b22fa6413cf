"""The settings in `config.toml`: the person's own file over the site's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from deskbreak.adapters.atomic_file import sweep_orphans, write_atomically
from deskbreak.adapters.key_lines import find_line
from deskbreak.adapters.settings_change import checked, outcome
from deskbreak.adapters.settings_read import Document, read_document
from deskbreak.core.settings.layers import Layer, merge
from deskbreak.core.settings.parse import Found
from deskbreak.core.settings.values import Problem, Settings
from deskbreak.ports import SettingsRefusedError

_TRIES = 3

Mark = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Said:
    """A problem with the file that it is in."""

    path: Path
    problem: Problem


class SettingsToml:
    """A `ports.SettingsStore` in TOML files.

    Args:
        user: the person's own file; it need not exist.
        site: the site's file, None for none.
        utc_now: in the running program, which copies a damaged file aside, returns UTC seconds;
            None in commands, which leave the folder as it is.
    """

    def __init__(
        self, user: Path, *, site: Path | None, utc_now: Callable[[], int] | None = None
    ) -> None:
        self.path = user
        self._site = site
        self._utc_now = utc_now
        self._marks: tuple[Mark, Mark] = (None, None)
        self._locked: frozenset[str] = frozenset()
        if utc_now is not None:
            sweep_orphans(user, utc_now())

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        """Return the settings and every problem found; never raises, never overwrites."""
        settings, said = self.check()
        return settings, tuple(one.problem for one in said)

    def check(self) -> tuple[Settings, tuple[Said, ...]]:
        """Return the settings and every problem with the file that it is in."""
        self._marks = self._look()
        site, user = self._documents()
        said = [
            Said(document.path, self._unusable(document))
            for document in (site, user)
            if document.problem is not None
        ]
        merged = merge(site.tree, user.tree)
        self._locked = merged.locked
        said.extend(_placed(found, site, user) for found in merged.found)
        return merged.settings, tuple(said)

    def changed(self) -> bool:
        """Return whether a file was changed by somebody else since it was last read."""
        return self._look() != self._marks

    def locked(self) -> frozenset[str]:
        """Return the keys that the site holds fast, as of the last look."""
        return self._locked

    def change(self, changes: Iterable[tuple[str, object]]) -> Settings:
        """Check and store new values under dotted keys, keeping comments and unknown keys.

        Raises:
            SettingsRefusedError: a value is wrong, a key is locked (SettingsLockedError), or the
                file is unreadable or cannot be written.
        """
        wanted = checked(changes)
        for _ in range(_TRIES):
            site, user = self._documents()
            if user.problem is not None:
                raise SettingsRefusedError((user.problem,))
            settings, text = outcome(site.tree, user, wanted)
            if self._store(user, text):
                self._marks = self._look()
                return settings
        said = f"{self.path} is being changed by another program; try again."
        raise SettingsRefusedError((Problem("", said),))

    def _documents(self) -> tuple[Document, Document]:
        site = Document(self.path) if self._site is None else read_document(self._site)
        return site, read_document(self.path)

    def _store(self, user: Document, text: str) -> bool:
        """Write the new text; return False when the file is no longer what was read."""
        bom = b"\xef\xbb\xbf" if (user.raw or b"").startswith(b"\xef\xbb\xbf") else b""
        if text == user.text:
            return True
        try:
            if read_document(self.path).raw != user.raw:
                return False
            write_atomically(self.path, bom + text.encode("utf-8"))
        except OSError as error:
            said = f"{self.path} cannot be written: {error.strerror}."
            raise SettingsRefusedError((Problem("", said),)) from error
        return True

    def _look(self) -> tuple[Mark, Mark]:
        return _mark(self.path), None if self._site is None else _mark(self._site)

    def _unusable(self, document: Document) -> Problem:
        problem = document.problem or Problem("", "")
        kept = ""
        if self._utc_now and document.path == self.path and document.raw is not None:
            copy = _kept_aside(document.path, document.raw, self._utc_now())
            kept = f" A copy is kept as {copy}." if copy else ""
        end = "Its values count as unset until it is mended."
        return replace(problem, said=f"{problem.said} {end}{kept}")


def _placed(found: Found, site: Document, user: Document) -> Said:
    document = user if found.layer == Layer.USER else site
    key = found.problem.key
    line = find_line(document.text, f"locked.{key}" if found.layer == Layer.LOCKED else key)
    return Said(document.path, replace(found.problem, line=line))


def _mark(path: Path) -> Mark:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


def _kept_aside(path: Path, raw: bytes, now: int) -> Path | None:
    """Copy a damaged file beside itself once; return the copy, None when that failed."""
    with suppress(OSError):
        for kept in path.parent.glob(f"{path.name}.damaged-*"):
            if kept.read_bytes() == raw:
                return kept
        stamp = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
        copy = path.with_name(f"{path.name}.damaged-{stamp}")
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        return copy
    return None
