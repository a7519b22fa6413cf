"""`deskbreak forget`: delete everything that is kept about a person."""

from __future__ import annotations

import json
from pathlib import Path

from deskbreak.adapters.forgetting import Belongings, belongings, delete
from deskbreak.adapters.instance import AlreadyRunningError, InstanceLock
from deskbreak.adapters.paths import find_paths
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, REFUSED, USAGE

_FLAGS = {"--yes", "--settings", "--json"}


def run(args: list[str]) -> int:
    """List what would go, or delete it; return the exit code."""
    flags = set(args)
    if not flags <= _FLAGS or len(flags) != len(args):
        complain("Use: deskbreak forget [--settings] [--json] [--yes]")
        return USAGE
    paths = find_paths()
    if "--yes" not in flags:
        _tell(belongings(paths, settings="--settings" in flags), flags)
        return DONE
    if not paths.runtime.is_dir():
        return _delete(flags)  # nothing ever ran, so nothing can hold a lock there
    try:
        lock = InstanceLock(paths.lock)
    except AlreadyRunningError:
        complain("deskbreak is running. Quit it first (“deskbreak quit”), then say it again.")
        return REFUSED
    except OSError as error:
        complain(f"{paths.lock} cannot be locked: {error.strerror}.")
        return FAILED
    try:
        return _delete(flags)
    finally:
        lock.release()


def _delete(flags: set[str]) -> int:
    paths = find_paths()
    found = belongings(paths, settings="--settings" in flags)
    failed = delete(paths, found.files)
    for path, why in failed:
        complain(f"{path} could not be deleted: {why}.")
    kept = {path for path, _ in failed}
    gone = tuple(path for path in found.files if path not in kept)
    _tell(Belongings(gone, found.links), flags)
    return FAILED if failed else DONE


def _tell(found: Belongings, flags: set[str]) -> None:
    done = "--yes" in flags
    if "--json" in flags:
        value = {
            "schema": 1,
            "done": done,
            "files": [str(path) for path in found.files],
            "links_left": [str(path) for path in found.links],
        }
        say(json.dumps(value, indent=2))
        return
    if not found.files:
        say("There is nothing to delete.")
    else:
        say("\n".join(("Deleted:" if done else "This would be deleted:", *_lines(found.files))))
    if found.links:
        say(
            "\n".join(("These are links; they stay, and what they point to:", *_lines(found.links)))
        )
    if found.files and not done:
        rest = "" if "--settings" in flags else " --settings takes settings and own exercises too."
        say(f"Nothing was deleted. With --yes it is done, and nothing brings it back.{rest}")


def _lines(paths: tuple[Path, ...]) -> list[str]:
    return [f"  {path}" for path in paths]
