"""Whether small windows have to lie on a layer of the compositor, and how to get one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from deskbreak.adapters.layer.content import Content

if TYPE_CHECKING:
    from deskbreak.adapters.layer.surface import LayerSurface


def own_layers(
    platform: str, environ: Mapping[str, str]
) -> Callable[[Content], LayerSurface] | None:
    """Return the maker of layers, or None where Qt's windows can promise to take no focus.

    Args:
        platform: Qt's platform. Under XWayland it is xcb, and windows keep the promise.
        environ: leads to the compositor.
    """
    if not platform.startswith("wayland"):
        return None
    # It needs the bus's library, which is installed where Wayland is: on Linux alone.
    from deskbreak.adapters.activity.linux import Surroundings  # noqa: PLC0415

    path = Surroundings(platform, environ).wayland_socket

    def make(content: Content) -> LayerSurface:
        # Loaded with the first small window: at rest nobody needs it.
        from deskbreak.adapters.layer.surface import LayerSurface  # noqa: PLC0415

        return LayerSurface(path, content)

    return make
