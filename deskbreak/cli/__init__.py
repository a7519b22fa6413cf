"""The command line: a client of the running program, and what works without it."""

from __future__ import annotations


def main() -> int:
    """Run the command line and return its exit code."""
    return 0
