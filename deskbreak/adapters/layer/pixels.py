"""Hands pictures to a compositor, in memory that both can see."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.wayland_line import WaylandLine
from deskbreak.adapters.layer import shell_words as words

_BYTES = 4  # of a pixel


class Pixels:
    """Makes a buffer of each picture, and gives it back when the compositor lets go of it."""

    def __init__(self, line: WaylandLine, memory: int, number: Callable[[], int]) -> None:
        """Make none yet: `memory` is the wl_shm, `number` gives free numbers."""
        self._line, self._memory, self._number = line, memory, number
        self._lent: set[int] = set()

    def buffer(self, width: int, height: int, pixels: bytes) -> int:
        """Return the number of a buffer with this picture.

        Raises:
            OSError: there is no memory for it.
        """
        pool, buffer = self._number(), self._number()
        size = len(pixels)
        file = _shared(pixels)
        try:
            self._line.lend(wire.message(self._memory, words.CREATE_POOL, pool, size), file)
        finally:
            os.close(file)
        row = width * _BYTES
        asked = (pool, words.CREATE_BUFFER, buffer, 0, width, height, row, words.ARGB)
        self._line.send(wire.message(*asked), wire.message(pool, words.DESTROY_POOL))
        self._lent.add(buffer)
        return buffer

    def heard(self, said: wire.Message) -> None:
        """Destroy a buffer that the compositor has let go of."""
        if said.object in self._lent and said.opcode == words.RELEASED:
            self._lent.discard(said.object)
            self._line.send(wire.message(said.object, words.DESTROY))


def _shared(pixels: bytes) -> int:
    if sys.platform == "linux":
        file = os.memfd_create("deskbreak")
        os.truncate(file, len(pixels))
        os.pwrite(file, pixels, 0)
        return file
    raise OSError("no shared memory here")
