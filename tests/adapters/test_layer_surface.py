"""The picture on the layer shell: shown, redrawn, moved on, and never given the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.layer.here import own_layers
from deskbreak.adapters.layer.surface import LayerSurface
from tests.adapters.layer_compositor import WHOLE, LayerCompositor

pytestmark = pytest.mark.linux

COMMIT, ATTACH, SET_SCALE, DESTROY = 6, 1, 8, 0
CONFIGURE, CLOSED = 0, 1
HERE = 5 * 256, 7 * 256


class Card:
    """A content that keeps what it hears."""

    def __init__(self) -> None:
        self.heard: list[object] = []
        self.extent, self.above = (3, 2), 0

    def size(self) -> tuple[int, int]:
        return self.extent

    def lift(self) -> int:
        return self.above

    def draw(self, scale: int) -> tuple[int, int, bytes]:
        width, height = (side * scale for side in self.extent)
        return width, height, bytes([scale]) * (4 * width * height)

    def point(self, x: float, y: float) -> None:
        self.heard.append((x, y))

    def press(self, *, down: bool) -> None:
        self.heard.append("down" if down else "up")

    def leave(self) -> None:
        self.heard.append("left")

    def refused(self, why: str) -> None:
        self.heard.append(why)


class World:
    """A card, its surface, and the compositor."""

    def __init__(self, folder: Path, qtbot: QtBot, offers: dict[str, int]) -> None:
        self.compositor = LayerCompositor(folder / "wayland-7", offers)
        self.card = Card()
        environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(folder)}
        layers = own_layers("wayland", environ)
        assert layers is not None
        self.surface: LayerSurface = layers(self.card)
        self._qtbot, self.gone = qtbot, False

    def wait(self, met: Callable[[], object]) -> None:
        def served() -> bool:
            if not self.gone:
                self.compositor.serve()
            return bool(met())

        self._qtbot.waitUntil(served)

    def shows(self) -> LayerCompositor:
        """Show the card and let the compositor agree."""
        self.surface.show()
        self.wait(lambda: "layer" in self.compositor.kinds.values())
        self.compositor.tell("layer", CONFIGURE, 41, 3, 2)
        self.wait(lambda: len(self.compositor.times("surface", COMMIT)) == 2)
        return self.compositor

    def close(self) -> None:
        self.surface.hide()
        self.compositor.close()


@pytest.fixture
def world(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    made = World(tmp_path, qtbot, dict(WHOLE))
    yield made
    made.close()


def test_it_is_drawn_when_the_compositor_agrees_and_has_no_keyboard(world: World) -> None:
    world.surface.show()
    world.wait(lambda: world.compositor.times("surface", COMMIT))
    world.surface.redraw()  # too early: nothing may be drawn yet
    assert world.compositor.pictures == []
    assert world.compositor.times("layer", 0) == [(3, 2)]  # its size
    assert world.compositor.times("layer", 1) == [(2 | 8,)]  # bottom right
    assert world.compositor.times("layer", 4) == [(0,)]  # no keyboard
    world.compositor.tell("layer", CONFIGURE, 41, 3, 2)
    world.wait(lambda: len(world.compositor.times("surface", COMMIT)) == 2)
    assert world.compositor.times("layer", 6) == [(41,)]
    assert world.compositor.pictures == [b"\1" * 24]
    pool = world.compositor.the("pool")
    assert world.compositor.times("wl_shm", 0) == [(pool, 24)]
    assert world.compositor.times("pool", 0) == [(world.compositor.the("buffer"), 0, 3, 2, 12, 0)]
    assert "keyboard" not in world.compositor.kinds.values()


def test_a_buffer_is_given_back_once(world: World) -> None:
    compositor = world.shows()
    compositor.tell("buffer", 0)
    compositor.tell("buffer", 0)
    world.wait(lambda: compositor.times("buffer", DESTROY))
    compositor.tell("wl_output", 3, 2)
    world.wait(lambda: len(compositor.pictures) == 2)
    assert len(compositor.times("buffer", DESTROY)) == 1


def test_it_is_as_sharp_as_the_screen_that_it_is_on(world: World) -> None:
    compositor = world.shows()
    compositor.tell("wl_output", 3, 2)
    world.wait(lambda: compositor.pictures[-1] == b"\2" * 96)
    first = compositor.the("wl_output")
    compositor.offer(77, "wl_output", 4)
    world.wait(lambda: compositor.the("wl_output") != first)
    compositor.tell("wl_output", 3, 3)
    world.wait(lambda: compositor.pictures[-1][:1] == b"\3")  # unknown where: the finest
    compositor.tell("surface", 0, first)
    world.wait(lambda: compositor.pictures[-1][:1] == b"\2")
    compositor.tell("surface", 0, compositor.the("wl_output"))
    world.wait(lambda: compositor.pictures[-1][:1] == b"\3")
    compositor.take_back(77)
    compositor.tell("surface", 1, first)
    world.wait(lambda: compositor.times("surface", SET_SCALE)[-1] == (2,))


def test_it_grows_with_its_content(world: World) -> None:
    compositor = world.shows()
    world.card.extent = (3, 9)
    world.surface.show()
    world.wait(lambda: compositor.times("layer", 0)[-1] == (3, 9))
    assert len(compositor.pictures) == 1
    compositor.tell("layer", CONFIGURE, 42, 3, 9)
    world.wait(lambda: len(compositor.pictures) == 2)
    assert len(compositor.pictures[-1]) == 3 * 9 * 4
    world.card.above = 100
    world.surface.show()
    world.wait(lambda: compositor.times("layer", 3)[-1] == (0, 24, 124, 0))


def test_it_goes_on_where_its_screen_went(world: World) -> None:
    compositor = world.shows()
    before = compositor.the("layer")
    compositor.tell("layer", CLOSED)
    world.wait(lambda: compositor.the("layer") != before)
    assert compositor.times("layer", 7) == [()]
    compositor.tell("layer", CONFIGURE, 43, 3, 2)
    world.wait(lambda: len(compositor.pictures) == 2)


def test_without_any_screen_it_waits_for_one(world: World) -> None:
    compositor = world.shows()
    before = compositor.the("layer")
    compositor.take_back(list(WHOLE).index("wl_output") + 1)
    compositor.tell("layer", CLOSED)
    world.wait(lambda: compositor.times("layer", 7))
    world.surface.redraw()
    assert (compositor.the("layer"), len(compositor.pictures)) == (before, 1)
    compositor.offer(77, "wl_output", 4)
    world.wait(lambda: compositor.the("layer") != before)


def test_pointer_and_fingers_reach_the_content(world: World) -> None:
    compositor = world.shows()
    compositor.tell("wl_seat", 1, "seat0")
    compositor.tell("wl_seat", 0, 1 | 2 | 4)
    compositor.tell("wl_seat", 0, 1 | 2 | 4)
    world.wait(lambda: "touch" in compositor.kinds.values())
    surface = compositor.the("surface")
    compositor.tell("pointer", 0, 9, surface, *HERE)
    compositor.tell("pointer", 2, 100, 256, 128)
    compositor.tell("pointer", 3, 10, 100, 0x111, 1)  # another button
    compositor.tell("pointer", 3, 10, 100, 0x110, 1)
    compositor.tell("pointer", 3, 10, 100, 0x110, 0)
    compositor.tell("pointer", 5)
    compositor.tell("pointer", 1, 11, surface)
    compositor.tell("touch", 0, 12, 100, surface, 0, *HERE)
    compositor.tell("touch", 2, 100, 0, *HERE)
    compositor.tell("touch", 1, 13, 100, 0)
    compositor.tell("touch", 3)
    pointed = [(5.0, 7.0), (1.0, 0.5), "down", "up", "left"]
    touched = [(5.0, 7.0), "down", (5.0, 7.0), "up", "left"]
    world.wait(lambda: len(world.card.heard) == 10)
    assert world.card.heard == pointed + touched
    assert compositor.times("shaper", 1) == [(9, 1)]  # an arrow, for the entering's number
    assert "keyboard" not in compositor.kinds.values()


@pytest.mark.parametrize("missing", ["wl_compositor", "wl_shm", "zwlr_layer_shell_v1"])
def test_what_is_missing_is_named(missing: str, tmp_path: Path, qtbot: QtBot) -> None:
    offers = {name: version for name, version in WHOLE.items() if name != missing}
    world = World(tmp_path, qtbot, offers)
    world.surface.show()
    world.wait(lambda: world.card.heard)
    assert world.card.heard == [f"the compositor has no {missing}"]
    world.wait(lambda: world.compositor.hung_up)
    world.close()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (wire.message(1, 0, 4, 0, "no"), "the compositor refuses"),
        (wire.message(wire.REGISTRY, 1), "the compositor speaks nonsense: a number is missing"),
        (b"", "the compositor hung up"),
    ],
)
def test_a_compositor_that_fails_is_told(raw: bytes, why: str, world: World) -> None:
    compositor = world.shows()
    compositor.client.sendall(wire.message(1, 1, 5) + raw)  # a free number is no news
    if not raw:
        compositor.close()
        world.gone = True
    world.wait(lambda: world.card.heard == [why])
    world.surface.redraw()
    world.surface.hide()
    assert world.card.heard == [why]


def test_hidden_it_hangs_up_and_comes_back(world: World) -> None:
    compositor = world.shows()
    world.surface.hide()
    world.wait(lambda: not compositor.serve())
    assert world.card.heard == []


def test_without_a_compositor_it_is_refused_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    card = Card()
    LayerSurface(str(tmp_path / "nobody"), card).show()
    assert card.heard == ["no compositor answers at its socket"]


def test_a_desktop_whose_windows_keep_the_promise_needs_no_layers() -> None:
    assert own_layers("xcb", {"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert own_layers("windows", {}) is None
