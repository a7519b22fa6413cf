"""Where deskbreak's files live: the system's places, XDG variables honoured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from deskbreak.adapters.runtime_folder import LOCK_NAME, SOCKET_NAME, is_private, runtime_folder

_NAME = "deskbreak"


@dataclass(frozen=True, slots=True)
class Paths:
    """The four folders, and the files in them that have a fixed name."""

    config: Path
    data: Path
    state: Path
    runtime: Path

    @property
    def config_file(self) -> Path:
        """The settings."""
        return self.config / "config.toml"

    @property
    def journal_file(self) -> Path:
        """The journal."""
        return self.data / "deskbreak.db"

    @property
    def own_exercises(self) -> Path:
        """The folder of the person's own exercises."""
        return self.data / "exercises"

    @property
    def own_routines(self) -> Path:
        """The folder of the person's own routines."""
        return self.data / "routines"

    @property
    def own_pictures(self) -> Path:
        """The folder of the pictures that own exercises show."""
        return self.data / "pictures"

    @property
    def backups(self) -> Path:
        """The folder of the journal's daily copies."""
        return self.data / "backups"

    @property
    def state_file(self) -> Path:
        """What the schedule keeps over a restart."""
        return self.state / "state.json"

    @property
    def log_file(self) -> Path:
        """The rotating log of the program itself."""
        return self.state / "deskbreak.log"

    @property
    def socket(self) -> Path:
        """Where the running program listens."""
        return self.runtime / SOCKET_NAME

    @property
    def lock(self) -> Path:
        """What only one running program holds."""
        return self.runtime / LOCK_NAME


def find_paths() -> Paths:
    """Return the folders for this user; nothing is made."""
    return Paths(
        config=platformdirs.user_config_path(_NAME, appauthor=False),
        data=platformdirs.user_data_path(_NAME, appauthor=False),
        state=platformdirs.user_state_path(_NAME, appauthor=False),
        runtime=Path(runtime_folder()),
    )


def site_config_file() -> Path:
    """Return the settings that the site's administrator gives to everybody."""
    return platformdirs.site_config_path(_NAME, appauthor=False) / "config.toml"


def make_folders(paths: Paths) -> tuple[str, ...]:
    """Make the folders, closed to other users; return a sentence for each that failed."""
    said: list[str] = []
    for folder in (paths.config, paths.data, paths.state, paths.runtime):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            said.append(f"The folder {folder} cannot be made: {error.strerror}.")
    if paths.runtime.is_dir() and not is_private(str(paths.runtime)):
        said.append(_close(paths.runtime))
    return tuple(sentence for sentence in said if sentence)


def _close(folder: Path) -> str:
    """Take other users' rights away; return "" or the sentence that says why it stays open."""
    try:
        if not folder.is_symlink():
            folder.chmod(0o700)
    except OSError:
        pass  # somebody else's folder: the sentence below says so
    if is_private(str(folder)):
        return ""
    return f"The folder {folder} is not private to you; remove it or set XDG_RUNTIME_DIR."
