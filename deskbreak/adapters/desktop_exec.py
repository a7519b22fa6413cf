"""The Exec line of a desktop file, quoted and read by the Desktop Entry Specification."""

from __future__ import annotations

from collections.abc import Iterable

_RESERVED = frozenset(" \t\"'\\><~|&;$*?#()`")
_ESCAPED_IN_QUOTES = frozenset('"`$\\')
_UNESCAPE = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


def exec_line(argv: Iterable[str]) -> str:
    """Return the Exec value that starts `argv`.

    Raises:
        ValueError: an argument holds a control character, or the program an equals sign, which
            the format cannot carry.
    """
    arguments = tuple(argv)
    if "=" in arguments[0] or any(not char.isprintable() for char in "".join(arguments)):
        raise ValueError(arguments[0])
    return " ".join(_quoted(argument) for argument in arguments).replace("\\", "\\\\")


def exec_arguments(line: str) -> tuple[str, ...]:
    """Return the arguments of an Exec value, field codes left out; () when it is malformed."""
    arguments: list[str] = []
    current: str | None = None
    quoted = False
    chars = iter(_unescaped(line))
    for char in chars:
        if quoted and char == "\\":
            current = (current or "") + next(chars, "")
        elif char == '"':
            quoted = not quoted
            current = current or ""
        elif char == " " and not quoted:
            arguments.extend([] if current is None else [current])
            current = None
        else:
            current = (current or "") + char
    arguments.extend([] if current is None else [current])
    return () if quoted else tuple(_plain(argument) for argument in arguments if _told(argument))


def _quoted(argument: str) -> str:
    text = argument.replace("%", "%%")
    if text and not _RESERVED & set(text):
        return text
    return '"' + "".join(f"\\{c}" if c in _ESCAPED_IN_QUOTES else c for c in text) + '"'


def _unescaped(value: str) -> str:
    out: list[str] = []
    chars = iter(value)
    for char in chars:
        follower = next(chars, "") if char == "\\" else ""
        out.append(_UNESCAPE.get(follower, char + follower) if follower else char)
    return "".join(out)


def _told(argument: str) -> bool:
    field = len(argument) == len("%f") and argument.startswith("%") and argument != "%%"
    return not field


def _plain(argument: str) -> str:
    return argument.replace("%%", "%")
