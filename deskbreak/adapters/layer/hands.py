"""Hears of the pointer and of fingers on a surface of our own; a keyboard is never asked for."""

from __future__ import annotations

from collections.abc import Callable

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.wayland_line import WaylandLine
from deskbreak.adapters.layer import shell_words as words
from deskbreak.adapters.layer.content import Content
from deskbreak.adapters.layer.cursor import Cursor


class Hands:
    """Tells the content where the pointer is and what it does."""

    def __init__(
        self,
        line: WaylandLine,
        seat: int,
        number: Callable[[], int],
        content: Content,
        cursor: Cursor,
    ) -> None:
        """Wait for the seat to say what it has; without a seat, 0, there are no hands."""
        self._line, self._seat, self._number = line, seat, number
        self._content, self._cursor = content, cursor
        self._pointer = self._touch = 0

    def heard(self, said: wire.Message) -> bool:
        """Heed one message; return False when it was for somebody else."""
        if said.object == self._seat:
            self._heard_seat(said)
        elif said.object == self._pointer:
            self._heard_pointer(said)
        elif said.object == self._touch:
            self._heard_touch(said)
        else:
            return False
        return True

    def _heard_seat(self, said: wire.Message) -> None:
        if said.opcode != words.CAPABILITIES:
            return
        has = wire.read_number(said.body)
        if has & words.HAS_POINTER and not self._pointer:
            self._pointer = self._number()
            self._line.send(wire.message(said.object, words.GET_POINTER, self._pointer))
        if has & words.HAS_TOUCH and not self._touch:
            self._touch = self._number()
            self._line.send(wire.message(said.object, words.GET_TOUCH, self._touch))

    def _heard_pointer(self, said: wire.Message) -> None:
        if said.opcode == words.POINTER_ENTERED:
            self._cursor.show(self._pointer, wire.read_number(said.body))
            self._content.point(*words.place(said.body, 2))
        elif said.opcode == words.POINTER_LEFT:
            self._content.leave()
        elif said.opcode == words.MOVED:
            self._content.point(*words.place(said.body, 1))
        elif said.opcode == words.PRESSED:
            _serial, _time, button, state = words.numbers(said.body, 4)
            if button == words.MAIN_BUTTON:
                self._content.press(down=bool(state))

    def _heard_touch(self, said: wire.Message) -> None:
        if said.opcode == words.TOUCHED:
            self._content.point(*words.place(said.body, 4))
            self._content.press(down=True)
        elif said.opcode == words.LIFTED:
            self._content.press(down=False)
            self._content.leave()
        elif said.opcode == words.TOUCH_MOVED:
            self._content.point(*words.place(said.body, 2))
