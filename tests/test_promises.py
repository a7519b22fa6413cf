"""No text that a person sees promises to prevent or to cure anything."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROMISE = re.compile(
    r"\b(prevent\w*|cure[sd]?|curing|heal(s|ed|ing)?|wards? off|protects? \w*\s?(from|against)"
    r"|guarantee\w*|no more pain|get(s|ting)? rid of|scoliosis|osteochondrosis"
    r"|(will|can) (not|never) (arise|get|hurt))\b",
    re.IGNORECASE,
)
_SAID = {"tr", "plural", "_tr"}


def _said_in(path: Path) -> Iterator[str]:
    """Yield every English source text of a module: what goes through `tr`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in _SAID:
                yield from (
                    each.value
                    for arg in node.args
                    for each in ast.walk(arg)
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def test_the_pattern_knows_a_promise() -> None:
    for promise in (
        "This prevents back pain.",
        "It will not arise.",
        "Protects you from pain",
        "Heals your back",
        "a cure for stiffness",
    ):
        assert PROMISE.search(promise), promise
    assert not PROMISE.search("It may ease stiffness; the chair has a healthy height.")


def test_no_text_of_the_program_promises_health() -> None:
    said = [
        (path.name, text) for path in (ROOT / "deskbreak").rglob("*.py") for text in _said_in(path)
    ]
    assert len(said) > 300
    assert [each for each in said if PROMISE.search(each[1])] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "resources").rglob("*.toml")), ids=lambda path: path.stem
)
def test_no_resource_promises_health(path: Path) -> None:
    texts = list(_texts(tomllib.loads(path.read_text("utf-8"))))
    assert [text for text in texts if PROMISE.search(text)] == []


def test_the_front_page_promises_no_health() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    lines = [line for line in text.splitlines() if "promises no" not in line]
    assert [line for line in lines if PROMISE.search(line)] == []
