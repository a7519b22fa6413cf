"""Where the lock and the socket are; imports next to nothing, for the command line's fast path."""

from __future__ import annotations

import os
import stat
import sys

SOCKET_NAME = "deskbreak.sock"
LOCK_NAME = "deskbreak.lock"
_LONGEST_ADDRESS = 100


def _is_own_folder(path: str, forbidden: int) -> bool:
    """Tell whether a path is a real folder of this user without the forbidden mode bits."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and (sys.platform == "win32" or found.st_uid == os.getuid())
        and stat.S_IMODE(found.st_mode) & forbidden == 0
    )


def runtime_folder() -> str:
    """Return the folder of the lock and the socket; it need not exist yet.

    XDG_RUNTIME_DIR is taken when it is this user's and nobody else may write there; without it
    the system's own place, and a private one in the state folder when that place is not safe.
    """
    said = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform != "win32" and said.startswith("/") and _is_own_folder(said, 0o022):
        return said.rstrip("/") + "/deskbreak"
    return _without_variable()


def _without_variable() -> str:
    import platformdirs  # noqa: PLC0415 - slow to load and needed only without XDG_RUNTIME_DIR

    state = platformdirs.user_state_dir("deskbreak", appauthor=False)
    if sys.platform == "linux":
        # platformdirs would answer /tmp/runtime-UID, a name that anybody can plant.
        usual = f"/run/user/{os.getuid()}"
        if _is_own_folder(usual, 0o077):
            return usual + "/deskbreak"
    return os.path.join(state, "run")  # noqa: PTH118 - pathlib is too slow for the fast path


def is_private(path: str) -> bool:
    """Tell whether a folder is real, this user's, and closed to everybody else."""
    return _is_own_folder(path, 0 if sys.platform == "win32" else 0o077)


class socket_address:  # noqa: N801 - used like a function: with socket_address(path) as address
    """Gives a socket's path in a form short enough for the system's 108 bytes.

    A class, because `contextlib` would cost the fast path a millisecond.

    Raises:
        OSError: the folder of a path that is too long cannot be opened (on entering).
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._handle = -1

    def __enter__(self) -> str:
        if sys.platform == "linux" and len(os.fsencode(self._path)) > _LONGEST_ADDRESS:
            folder, name = os.path.split(self._path)
            self._handle = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
            return f"/proc/self/fd/{self._handle}/{name}"
        return self._path

    def __exit__(self, *_: object) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
