"""Looks at an SVG before Qt draws it: only plain shapes pass, few of them, with modest numbers.

What is not on the list could open files, never end or take all memory in Qt's drawing of SVG:
pictures inside pictures, reuse, style sheets, filters, masks, patterns, dashes, motion, scripts,
entities.
"""

from __future__ import annotations

import math
import re
from xml.parsers import expat

MOST_BYTES = 256 * 1024
MOST_PARTS = 2000
DEEPEST = 24
LONGEST_VALUE = 64 * 1024
MOST_VALUES = 200 * 1024
LARGEST = 1e5
MOST_NUMBERS = 2000
MOST_TEXT = 500
"""Letters that are drawn; each takes as long as many plain shapes."""
MOST_NUMBERS_IN_ALL = 8000
"""Of lines that cross each other, twice as many take four times as long to draw."""

SPACE = "http://www.w3.org/2000/svg"
ALLOWED = frozenset(
    {
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title",
        "desc", "defs", "linearGradient", "radialGradient", "stop", "text", "tspan", "clipPath",
    }
)  # fmt: skip
_TOLD = frozenset({"title", "desc"})
_NEVER = re.compile(r"on|filter$|mask$|base$|stroke-dash|marker", re.IGNORECASE)
_KEY = re.compile(r"[A-Za-z][\w.-]*")
_OWN_URL = re.compile(r"url\(#[\w.-]+\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NO_NUMBERS = frozenset({"id", "class", "fill", "stroke", "color", "stop-color", "font-family"})


class _Look:
    """What was seen of the file so far."""

    def __init__(self) -> None:
        self.parts = 0
        self.depth = 0
        self.letters = 0
        self.numbers = 0
        self.text = 0
        self.told = 0
        """How many of the open parts are words about the picture, which nobody draws."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.parts += 1
        self.depth += 1
        space, _, tag = name.rpartition(" ")
        if space != SPACE or tag not in ALLOWED:
            raise ValueError(
                f"holds <{tag[:40]}>, which is not drawn here; save it as plain shapes"
            )
        if self.parts > MOST_PARTS or self.depth > DEEPEST:
            raise ValueError(f"is too complex; {MOST_PARTS} shapes are the most")
        self.told += tag in _TOLD
        for key, value in attributes.items():
            self.letters += len(value)
            if len(value) > LONGEST_VALUE or self.letters > MOST_VALUES:
                raise ValueError("is too complex; simplify its paths")
            numbers = len(_NUMBER.findall(value))
            self.numbers += numbers
            if numbers > MOST_NUMBERS or self.numbers > MOST_NUMBERS_IN_ALL:
                raise ValueError("is too complex; simplify its paths")
            _check(key.rpartition(" ")[2], value)

    def end(self, name: str) -> None:
        self.depth -= 1
        self.told -= name.rpartition(" ")[2] in _TOLD

    def words(self, text: str) -> None:
        if not self.told:
            self.text += len("".join(text.split()))
        if self.text > MOST_TEXT:
            raise ValueError(f"holds too much text; {MOST_TEXT} letters are the most")


def plain_svg(raw: bytes) -> bytes:
    """Return the SVG when it may be drawn.

    Raises:
        ValueError: it is none, or holds something that is not on the list.
    """
    if len(raw) > MOST_BYTES:
        raise ValueError(f"is larger than {MOST_BYTES // 1024} KiB")
    look = _Look()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.CharacterDataHandler = look.words
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.ProcessingInstructionHandler = _no_instruction
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - that is its signature
    except expat.ExpatError as error:
        raise ValueError("is neither a PNG nor an SVG that can be read") from error
    return raw


def _no_doctype(*_words: object) -> None:
    raise ValueError("begins with a document type, which may hide other files; save it without one")


def _no_instruction(*_words: object) -> None:
    raise ValueError("asks for a style sheet; save it as plain shapes")


def _check(key: str, value: str) -> None:
    """Look at one attribute, and at each declaration of a style.

    Raises:
        ValueError: it could do harm.
    """
    if key == "style":
        for declaration in value.split(";"):
            name, _, inner = declaration.partition(":")
            if name.strip():
                _check(name.strip(), inner.strip())
        return
    away = key == "href" and not value.startswith("#")
    if away or _NEVER.match(key) or not _KEY.fullmatch(key) or "\\" in value or "/*" in value:
        raise ValueError(f'uses "{key[:40]}", which is not drawn here; save it as plain shapes')
    if "url(" in value.lower() and not _OWN_URL.fullmatch(value.strip()):
        raise ValueError(f'points to another file in "{key[:40]}"')
    if key not in _NO_NUMBERS and not all(_modest(each) for each in _NUMBER.findall(value)):
        raise ValueError(f'has a number in "{key[:40]}" that is too large to draw')


def _modest(text: str) -> bool:
    number = float(text)
    return math.isfinite(number) and abs(number) <= LARGEST
