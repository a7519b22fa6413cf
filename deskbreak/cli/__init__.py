"""The command line: a client of the running program, and what works without it.

Nothing is imported here before it is known what was asked for: `deskbreak status` is run every
few seconds by panels and must cost next to nothing.
"""

from __future__ import annotations

import sys

_ACTIONS = (
    *("start", "snooze", "skip", "pause", "resume"),
    *("meeting", "ate", "session", "show", "quit"),
)
_MODULES = (
    *("run", "demo", "status", "log", "exercises"),
    *("backup", "restore", "forget"),
    *("simulate", "config", "autostart", "doctor", "calendar", "export", "import", "report"),
)
_FILES = {"import": "import_file"}
"""Commands whose names are words of Python."""
VERBS = (*_MODULES, *_ACTIONS)
_USAGE = 2
_INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code.

    `argv` are the words after the program's name, those of the process by default.
    """
    from deskbreak.cli.say import flush, make_safe  # noqa: PLC0415 - see the module's docstring

    make_safe()
    words = sys.argv[1:] if argv is None else argv
    try:
        code = _dispatch(words)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        code = 0
    flush()
    return code


def _dispatch(words: list[str]) -> int:
    verb = words[0] if words else "run"
    rest = words[1:]
    if verb in ("--help", "-h", "help", "--version") or "--help" in rest or "-h" in rest:
        from deskbreak.cli.help import show_help, show_version  # noqa: PLC0415 - as above

        if verb == "--version":
            return show_version()
        return show_help(verb if verb in VERBS else next(iter(rest), ""))
    if verb in _ACTIONS:
        from deskbreak.cli.act import act  # noqa: PLC0415 - as above

        return act(verb, rest)
    if verb == "status":
        from deskbreak.cli.status import run  # noqa: PLC0415 - as above

        return run(rest)
    if verb in _MODULES:
        from importlib import import_module  # noqa: PLC0415 - as above

        return int(import_module(f"deskbreak.cli.{_FILES.get(verb, verb)}").run(rest))
    from deskbreak.cli.help import unknown  # noqa: PLC0415 - as above

    return unknown(verb)
