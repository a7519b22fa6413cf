"""The pictures that own exercises show: let in once, looked at again each time one is shown."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from deskbreak.adapters.atomic_file import write_atomically

_KEPT = 32


class OwnPictures:
    """The folder of the person's own pictures."""

    def __init__(self, folder: Path) -> None:
        """Keep where they are."""
        self._folder = folder

    def take(self, path: Path, exercise: str) -> tuple[str, str]:
        """Copy a picture for an exercise into the folder, under a name of our own.

        Returns:
            The name, and "" or the sentence that says why it was not let in.
        """
        from deskbreak.adapters.picture_gate import RefusedError, admit  # noqa: PLC0415 - QtSvg

        try:
            drawn = admit(path)
            name = self._free(exercise, drawn)
            write_atomically(self._folder / name, drawn)
        except RefusedError as error:
            return "", str(error)
        except OSError as error:
            return "", f"The picture cannot be kept: {error.strerror}."
        return name, ""

    def png(self, name: str) -> bytes:
        """Return a picture as a PNG; b"" when there is none or it is refused."""
        path = self._folder / Path(name).name
        try:
            facts = path.lstat()
        except OSError:
            return b""
        return _drawn(path, facts.st_mtime_ns, facts.st_size)[0] if name else b""

    def problem(self, name: str) -> str:
        """Return why a picture is not shown, "" when it is."""
        path = self._folder / Path(name).name
        try:
            facts = path.lstat()
        except OSError:
            return f"The picture {name} is not in {self._folder}."
        return _drawn(path, facts.st_mtime_ns, facts.st_size)[1]

    def _free(self, exercise: str, drawn: bytes) -> str:
        """Return a name that is free, or that of the same picture."""
        number, name = 1, f"{exercise}.png"
        while (self._folder / name).exists() and (self._folder / name).read_bytes() != drawn:
            number += 1
            name = f"{exercise}_{number}.png"
        return name


@lru_cache(maxsize=_KEPT)
def _drawn(path: Path, _changed: int, _size: int) -> tuple[bytes, str]:
    from deskbreak.adapters.picture_gate import RefusedError, admit  # noqa: PLC0415 - QtSvg

    try:
        return admit(path), ""
    except RefusedError as error:
        return b"", str(error)
