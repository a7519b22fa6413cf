"""A program with an odd name, and its start with the desktop in folders of the test."""

from __future__ import annotations

from pathlib import Path

from deskbreak import ports
from deskbreak.adapters.autostart_xdg import XdgAutostart

ODD = r"""deskbreak "it's" $5 100% `x` \ é"""


def make_program(tmp_path: Path) -> Path:
    made = tmp_path / "bin of mine" / ODD
    made.parent.mkdir()
    made.write_text("#!/bin/sh\n")
    made.chmod(0o755)
    return made


def make(tmp_path: Path, program: Path, **environment: str) -> XdgAutostart:
    start: ports.Autostart = XdgAutostart(
        (str(program), "run"),
        {
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_CONFIG_DIRS": str(tmp_path / "xdg"),
            **environment,
        },
    )
    assert isinstance(start, XdgAutostart)
    return start
