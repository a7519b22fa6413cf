"""The doctor's question: does this compositor have layers?"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.layer.probe import has_layers

pytestmark = pytest.mark.linux

OFFERS = wire.message(wire.REGISTRY, 0, 1, "wl_shm", 1)
LAYERS = wire.message(wire.REGISTRY, 0, 2, "zwlr_layer_shell_v1", 4)
END = wire.message(wire.ROUND, 0, 1)


@contextmanager
def compositor(folder: Path, *answer: bytes) -> Iterator[dict[str, str]]:
    """Answer one client with these bytes, whatever it asks, and hang up."""
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "wayland-5"))
        door.listen(1)

        def serve() -> None:
            client, _ = door.accept()
            with client:
                client.recv(4096)
                client.sendall(b"".join(answer))

        server = Thread(target=serve)
        server.start()
        yield {"WAYLAND_DISPLAY": "wayland-5", "XDG_RUNTIME_DIR": str(folder)}
        server.join()


@pytest.mark.parametrize(
    ("answer", "has"),
    [
        ((OFFERS, LAYERS, END), True),
        ((OFFERS, END, LAYERS), False),
        ((OFFERS,), False),
        ((), False),
        ((b"\0" * 8,), False),
    ],
)
def test_it_says_what_the_compositor_says(
    answer: tuple[bytes, ...],
    has: bool,  # noqa: FBT001 - a parameter of the test
    tmp_path: Path,
) -> None:
    with compositor(tmp_path, *answer) as environ:
        assert has_layers(environ) is has


def test_where_nobody_answers_there_are_none(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-5", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert has_layers(environ) is False


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"XDG_SESSION_TYPE": "x11", "WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_on_x11_none_are_needed(environ: dict[str, str]) -> None:
    assert has_layers(environ) is None


def test_elsewhere_than_on_linux_nothing_of_linux_is_needed() -> None:
    code = (
        "import sys; sys.modules['jeepney'] = None; "
        "from deskbreak.adapters.layer.probe import has_layers; print(has_layers({}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "None\n"
