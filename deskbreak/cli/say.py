"""Prints for people and programs under any locale, without changing the locale."""

from __future__ import annotations

import os
import sys


def make_safe() -> None:
    """Let output carry on where a locale lacks a letter: it prints a question mark instead."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def say(text: str) -> None:
    """Print a line of what was asked for."""
    if sys.stdout is not None and text:  # a program without a console has no streams
        sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Print a line on what went wrong."""
    if sys.stderr is not None and text:
        sys.stderr.write(text + "\n")


def flush() -> bool:
    """Write what is still waiting; False when the reader has gone (`deskbreak log | head`)."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes again at its end; nowhere is a better place than a broken pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return False
    return True
