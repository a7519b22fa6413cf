"""The words of Wayland that a surface of the layer shell needs: objects, requests and events.

https://wayland.app/protocols/wlr-layer-shell-unstable-v1 and https://wayland.app/protocols/wayland
"""

from __future__ import annotations

import struct

from deskbreak.adapters.activity import wayland_wire as wire

COMPOSITOR, MEMORY, SEAT, OUTPUT = "wl_compositor", "wl_shm", "wl_seat", "wl_output"
SHELL, CURSOR = "zwlr_layer_shell_v1", "wp_cursor_shape_manager_v1"

VERSIONS = {COMPOSITOR: 4, MEMORY: 1, SEAT: 5, OUTPUT: 2, SHELL: 1, CURSOR: 1}
"""The version of each that is spoken here: the oldest that can do it."""

# requests
CREATE_SURFACE = CREATE_POOL = CREATE_BUFFER = GET_LAYER_SURFACE = DESTROY = 0
GET_POINTER = SET_CURSOR = 0
DESTROY_POOL = SET_SHAPE = GET_SHAPER = 1
GET_TOUCH = 2
ATTACH, COMMIT, SET_SCALE, DAMAGE = 1, 6, 8, 9
SET_SIZE, SET_ANCHOR, SET_MARGIN, SET_KEYBOARD, ACKNOWLEDGE, DESTROY_LAYER = 0, 1, 3, 4, 6, 7

# events
CAPABILITIES = RELEASED = CONFIGURE = ENTERED = POINTER_ENTERED = TOUCHED = 0
CLOSED = LEFT = POINTER_LEFT = LIFTED = 1
MOVED, TOUCH_MOVED = 2, 2
PRESSED = SCALE = 3

HAS_POINTER, HAS_TOUCH = 1, 4
TOP_LAYER = 2
"""Above the windows, below what fills the screen."""

BOTTOM_RIGHT = 2 | 8
NO_KEYBOARD = 0
ARGB = 0
ARROW = 1
MAIN_BUTTON = 0x110  # linux/input-event-codes.h: BTN_LEFT
_MARGIN = 24
_WHOLE = 2**31 - 1
_FRACTION = 256


def numbers(body: bytes, count: int) -> tuple[int, ...]:
    """Read the first arguments, all of them signed numbers.

    Raises:
        NonsenseError: there are fewer.
    """
    try:
        return struct.unpack_from(f"={count}i", body)
    except struct.error as error:
        raise wire.NonsenseError("a number is missing") from error


def place(body: bytes, after: int) -> tuple[float, float]:
    """Read a place in pixels that follows some other arguments.

    Raises:
        NonsenseError: there is none.
    """
    x, y = numbers(body, after + 2)[after:]
    return x / _FRACTION, y / _FRACTION


def layered(surface: int, layer: int, shell: int, size: tuple[int, int], lift: int) -> bytes:
    """Return the requests that make a surface stand in the corner, without the keyboard."""
    return b"".join(
        (
            wire.message(shell, GET_LAYER_SURFACE, layer, surface, 0, TOP_LAYER, "deskbreak"),
            placed(layer, size, lift),
            wire.message(layer, SET_ANCHOR, BOTTOM_RIGHT),
            wire.message(layer, SET_KEYBOARD, NO_KEYBOARD),
            wire.message(surface, COMMIT),
        )
    )


def placed(layer: int, size: tuple[int, int], lift: int) -> bytes:
    """Return the requests for a size, and a place so far above the corner."""
    margins = 0, _MARGIN, _MARGIN + lift, 0
    return wire.message(layer, SET_SIZE, *size) + wire.message(layer, SET_MARGIN, *margins)


def shown(surface: int, buffer: int, scale: int) -> bytes:
    """Return the requests that show a buffer on a surface."""
    return b"".join(
        (
            wire.message(surface, SET_SCALE, scale),
            wire.message(surface, ATTACH, buffer, 0, 0),
            wire.message(surface, DAMAGE, 0, 0, _WHOLE, _WHOLE),
            wire.message(surface, COMMIT),
        )
    )
