"""Hands on the right to come to the front, as Wayland's desktops lend it with a click.

Under Wayland no program raises its own window. Who starts a program or presses a notification gets
a token from the compositor; the window that shows it may come forward. Qt reads it from the
environment when a window asks to be active, uses it once, and removes it.
https://wayland.app/protocols/xdg-activation-v1
"""

from __future__ import annotations

import os

from deskbreak.adapters.line_answer import Handle
from deskbreak.core.protocol import Request, Response

_NAME = "XDG_ACTIVATION_TOKEN"
_RAISES = frozenset({"show", "start"})
_LONGEST = 512


def take_token(token: object) -> None:
    """Keep a token for the next window that is raised; what is no token is not kept."""
    if isinstance(token, str) and token.isprintable() and 0 < len(token) <= _LONGEST:
        os.environ[_NAME] = token


def with_token(handle: Handle) -> Handle:
    """Return a handler that takes the token of who asks for a window, and then does the same."""

    def handled(request: Request) -> Response:
        if request.verb not in _RAISES:
            return handle(request)
        rest = dict(request.args)
        take_token(rest.pop("activation", None))
        return handle(Request(request.verb, rest))

    return handled
