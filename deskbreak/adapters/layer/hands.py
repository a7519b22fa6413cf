"""Hears of the pointer and of fingers on a surface of our own; a keyboard is never asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.wayland_line import WaylandLine
from deskbreak.adapters.layer import shell_words as words
from deskbreak.adapters.layer.content import Content


class Hands:
    """Tells the content where the pointer is and what it does."""

    def __init__(
        self,
        line: WaylandLine,
        bound: Mapping[str, int],
        number: Callable[[], int],
        content: Content,
    ) -> None:
        """Wait for the seat to say what it has; without a seat there are no hands."""
        self._line, self._bound, self._number, self._content = line, bound, number, content
        self._pointer = self._touch = self._shaper = 0

    def heard(self, said: wire.Message) -> bool:
        """Heed one message; return False when it was for somebody else."""
        if said.object == self._bound.get(words.SEAT):
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
            self._get_shaper()
        if has & words.HAS_TOUCH and not self._touch:
            self._touch = self._number()
            self._line.send(wire.message(said.object, words.GET_TOUCH, self._touch))

    def _get_shaper(self) -> None:
        manager = self._bound.get(words.CURSOR)
        if manager is not None:
            self._shaper = self._number()
            asked = (manager, words.GET_SHAPER, self._shaper, self._pointer)
            self._line.send(wire.message(*asked))

    def _heard_pointer(self, said: wire.Message) -> None:
        if said.opcode == words.POINTER_ENTERED:
            if self._shaper:
                serial = wire.read_number(said.body)
                asked = (self._shaper, words.SET_SHAPE, serial, words.ARROW)
                self._line.send(wire.message(*asked))
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
