"""`deskbreak demo`: a whole day at a desk in about a minute, in a throw-away home."""

from __future__ import annotations

import tempfile
from pathlib import Path

from deskbreak.cli.run import has_display
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, NOT_RUNNING, USAGE

_USE = "Use: deskbreak demo [--out FOLDER]"


def run(args: list[str]) -> int:
    """Play the day; save pictures in the folder when one is named."""
    out: Path | None = None
    match args:
        case []:
            pass
        case ["--out", folder] if folder:
            out = Path(folder)
        case _:
            complain(_USE)
            return USAGE
    if not has_display():
        complain("There is no display to play on; ./dev run brings a virtual one along.")
        return NOT_RUNNING
    if out is not None:
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            complain(f"The folder {out} cannot be made: {error.strerror}.")
            return FAILED
    with tempfile.TemporaryDirectory(prefix="deskbreak-demo-") as home:
        return _play(Path(home), out)


def _play(home: Path, out: Path | None) -> int:
    # Qt and the rest load here, so that a wrong word is answered at once.
    from deskbreak.demonstration import Demonstration  # noqa: PLC0415

    demonstration = Demonstration(home, out, say)
    if not demonstration.play():
        complain("The demonstration did not come to its end in time.")
        return FAILED
    if out is not None:
        say(f"The pictures are in {out}.")
    return DONE
