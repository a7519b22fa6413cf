"""One surface of the layer shell: a picture in the corner that never gets the keyboard.

Qt's own Wayland windows are ordinary ones: a compositor gives each new one the focus, and puts it
where it likes. The layer shell (KDE Plasma, sway, labwc, Wayfire, Hyprland, COSMIC; not GNOME) can
do what a small offer needs. A connection of our own, held only while the picture is there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.activity.wayland_line import WaylandLine
from deskbreak.adapters.layer import shell_words as words
from deskbreak.adapters.layer.content import Content
from deskbreak.adapters.layer.cursor import Cursor
from deskbreak.adapters.layer.hands import Hands
from deskbreak.adapters.layer.pixels import Pixels

_MOST_MESSAGES = 60_000  # in ten seconds: a quick mouse tells of each thousandth of a second


class LayerSurface(QObject):
    """Shows one content until it is hidden, on whichever output the compositor thinks best."""

    def __init__(self, path: str, content: Content, parent: QObject | None = None) -> None:
        """Show nothing yet. `path` is the compositor's socket."""
        super().__init__(parent)
        self._path, self._content = path, content
        self._line: WaylandLine | None = None
        self._forget()

    def show(self) -> None:
        """Show the content, or how it looks now; where that cannot be, the content is told."""
        if self._line is None:
            self._connect()
        elif self._layer and self._place != self._wanted():
            self._move()
        else:
            self.redraw()

    def redraw(self) -> None:
        """Draw the content anew, if it can be seen."""
        if self._configured:
            self._draw()

    def hide(self) -> None:
        """Take it away and hang up."""
        line, self._line = self._line, None
        if line is not None:
            line.close()
            line.deleteLater()
        self._forget()

    def _forget(self) -> None:
        self._next = wire.FIRST_OWN
        self._offered: dict[str, wire.Global] = {}
        self._bound: dict[str, int] = {}
        self._outputs: dict[int, int] = {}  # their numbers as globals, and as objects
        self._scales: dict[int, int] = {}
        self._on: set[int] = set()
        self._surface = self._layer = self._drawn_at = 0
        self._place = ((0, 0), 0)  # its size, and how far above the corner
        self._configured = False
        self._pixels: Pixels | None = None
        self._hands: Hands | None = None

    def _connect(self) -> None:
        try:
            self._line = WaylandLine(self._path, self._heard, self._failed, self, _MOST_MESSAGES)
        except UnavailableError as error:
            self._failed(str(error))
            return
        self._line.send(*wire.greeting())

    def _failed(self, why: str) -> None:
        self.hide()
        self._content.refused(why)

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _send(self, *requests: bytes) -> None:
        if self._line is not None:
            self._line.send(*requests)

    def _heard(self, said: wire.Message) -> None:
        known: dict[int, Callable[[wire.Message], None]] = {
            wire.REGISTRY: self._heard_registry,
            wire.ROUND: self._begin,
            wire.DISPLAY: self._heard_display,
            self._surface: self._heard_surface,
            self._layer: self._heard_layer,
        }
        if said.object in self._scales:
            self._heard_output(said)
        elif said.object in known:
            known[said.object](said)
        elif self._hands is not None and not self._hands.heard(said) and self._pixels is not None:
            self._pixels.heard(said)

    def _heard_display(self, said: wire.Message) -> None:
        if said.opcode == wire.REFUSED:
            self._failed("the compositor refuses")

    def _heard_registry(self, said: wire.Message) -> None:
        if said.opcode == wire.GLOBAL_GONE:
            gone = self._outputs.pop(wire.read_number(said.body), 0)
            self._scales.pop(gone, None)
            self._on.discard(gone)
            self._sharpen()
            return
        found = wire.read_global(said.body)
        if found.interface == words.OUTPUT:
            self._outputs[found.name] = self._bind(found)
            self._scales[self._outputs[found.name]] = 1
            if self._bound and not self._layer:
                self._make()  # there was no screen to show it on
        else:
            self._offered.setdefault(found.interface, found)

    def _bind(self, found: wire.Global) -> int:
        number = self._number()
        version = min(found.version, words.VERSIONS[found.interface])
        self._send(wire.bind(found, version, number))
        return number

    def _begin(self, _said: wire.Message) -> None:
        """Bind what is needed; everything that is offered is known now."""
        for needed in (words.COMPOSITOR, words.MEMORY, words.SHELL):
            if needed not in self._offered:
                self._failed(f"the compositor has no {needed}")
                return
        for name in (words.COMPOSITOR, words.MEMORY, words.SHELL, words.SEAT, words.CURSOR):
            if name in self._offered:
                self._bound[name] = self._bind(self._offered[name])
        if self._line is not None:
            self._pixels = Pixels(self._line, self._bound[words.MEMORY], self._number)
            cursor = Cursor(self._line, self._bound, self._number, self._pixels)
            seat = self._bound.get(words.SEAT, 0)
            self._hands = Hands(self._line, seat, self._number, self._content, cursor)
            self._make()

    def _make(self) -> None:
        """Make the surface; the compositor answers when it may be drawn."""
        if not self._outputs:
            return
        self._surface, self._layer = self._number(), self._number()
        self._place = self._wanted()
        compositor, shell = self._bound[words.COMPOSITOR], self._bound[words.SHELL]
        self._send(
            wire.message(compositor, words.CREATE_SURFACE, self._surface),
            words.layered(self._surface, self._layer, shell, *self._place),
        )

    def _wanted(self) -> tuple[tuple[int, int], int]:
        return self._content.size(), self._content.lift()

    def _move(self) -> None:
        before, self._place = self._place, self._wanted()
        if before[0] != self._place[0]:
            self._configured = False  # until the compositor agrees to the new size
        placed = words.placed(self._layer, *self._place)
        self._send(placed, wire.message(self._surface, words.COMMIT))
        self.redraw()

    def _unmake(self) -> None:
        self._send(
            wire.message(self._layer, words.DESTROY_LAYER),
            wire.message(self._surface, words.DESTROY),
        )
        self._surface = self._layer = 0
        self._configured = False
        self._on.clear()

    def _heard_layer(self, said: wire.Message) -> None:
        if said.opcode == words.CLOSED:
            self._unmake()  # its screen went away; on another one it goes on
            self._make()
            return
        serial = wire.read_number(said.body)
        self._send(wire.message(self._layer, words.ACKNOWLEDGE, serial))
        self._configured = True
        self._draw()

    def _heard_surface(self, said: wire.Message) -> None:
        output = wire.read_number(said.body)
        if said.opcode == words.ENTERED:
            self._on.add(output)
        elif said.opcode == words.LEFT:
            self._on.discard(output)
        self._sharpen()

    def _heard_output(self, said: wire.Message) -> None:
        if said.opcode == words.SCALE:
            self._scales[said.object] = max(1, wire.read_number(said.body))
            self._sharpen()

    def _sharpen(self) -> None:
        if self._scale() != self._drawn_at:
            self.redraw()

    def _scale(self) -> int:
        """Return the scale of the output that it is on, the largest while that is unknown."""
        known = [self._scales[each] for each in self._on & self._scales.keys()]
        return max(known or self._scales.values(), default=1)

    def _draw(self) -> None:
        if self._pixels is not None:
            self._drawn_at = self._scale()
            buffer = self._pixels.buffer(*self._content.draw(self._drawn_at))
            self._send(words.shown(self._surface, buffer, self._drawn_at))
