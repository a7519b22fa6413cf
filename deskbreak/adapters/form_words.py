"""Says in plain words why a value of a file does not fit its form, and what would be right."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import Enum
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import msgspec

_PLACE = re.compile(r" - at `\$\.?(?P<key>[^`]*)`$")
_PART = re.compile(r"\[[^\]]*\]|[^.\[\]]+")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`")
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`")
_KIND = re.compile(r"Expected `(?P<right>[^`]*)`, got `(?P<wrong>[^`]*)`")
_VALUE = re.compile(r"Invalid enum value (?P<wrong>.*)", re.DOTALL)
_LENGTH = re.compile(
    r"Expected `(?P<kind>str|array)` of length (?P<how>[<>]=)? ?(?P<length>\d+)(?:, got \d+)?"
)
_RANGE = re.compile(r"Expected `(?:int|float)` (?P<how>[<>]=?) (?P<end>-?[\d.]+)")
_PATTERN = re.compile(r"Expected `str` matching regex .*", re.DOTALL)
_HOW = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
_KINDS = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in [ ]",
    "object": "a table of keys and values",
}


def plain_fault(error: Exception, form: type[msgspec.Struct]) -> tuple[str, str]:
    """Return the key that a value was refused for, and what would be right.

    Args:
        error: What msgspec said.
        form: What the whole should have been.
    """
    found = _PLACE.search(str(error))
    place = found["key"] if found else ""
    said = _PLACE.sub("", str(error))
    if unknown := _UNKNOWN.fullmatch(said):
        return _below(place, unknown["key"]), _unknown(unknown["key"], _keys(_at(form, place)))
    if missing := _MISSING.fullmatch(said):
        return _below(place, missing["key"]), "is missing; write it into the file"
    if kind := _KIND.fullmatch(said):
        return place, f"has to be {_named(kind['right'])}, and is {_named(kind['wrong'])}"
    if value := _VALUE.fullmatch(said):
        right = ", ".join(f'"{each}"' for each in _choices(_at(form, place)))
        return place, f"must be one of {right}, and is {value['wrong']}"
    return place, _bounded(said)


def _bounded(said: str) -> str:
    """Say which numbers, lengths or letters are right."""
    if length := _LENGTH.fullmatch(said):
        of = "letter" if length["kind"] == "str" else "value"
        how = _HOW[length["how"]] if length["how"] else "just"
        return f"needs {how} {length['length']} {of}{'' if length['length'] == '1' else 's'}"
    if bound := _RANGE.fullmatch(said):
        return f"must be {_HOW[bound['how']]} {float(bound['end']):g}"
    if _PATTERN.fullmatch(said):
        return "must begin with a small letter and go on with small letters, digits and _"
    return said


def _at(form: object, place: str) -> object:
    """Return the type of the value at a place such as `cycle[0].breath`; None where none is."""
    found = _bare(form)
    for part in _PART.findall(place):
        if part.startswith("["):
            found = _bare((get_args(found) or (None,))[-1 if part == "[...]" else 0])
        else:
            found = _bare(_fields(found).get(part))
    return found


def _fields(form: object) -> dict[str, object]:
    """Return the types of a form's keys."""
    if not (isinstance(form, type) and issubclass(form, msgspec.Struct)):
        return {}
    types = get_type_hints(form)
    names = zip(form.__struct_encode_fields__, form.__struct_fields__, strict=True)
    return {key: types[name] for key, name in names}


def _bare(form: object) -> object:
    """Return a type without its bounds, and without the None that it may be."""
    if get_origin(form) is Annotated:
        return _bare(get_args(form)[0])
    present = [each for each in get_args(form) if each is not type(None)]
    return _bare(present[0]) if type(None) in get_args(form) else form


def _keys(form: object) -> tuple[str, ...]:
    return tuple(_fields(form))


def _choices(form: object) -> tuple[str, ...]:
    if isinstance(form, type) and issubclass(form, Enum):
        return tuple(str(each.value) for each in form)
    return tuple(map(str, get_args(form))) if get_origin(form) is Literal else ()


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _unknown(key: str, known: tuple[str, ...]) -> str:
    like = get_close_matches(key, known, 1)
    return f'is no key of this file; write "{like[0]}"' if like else "is no key here; remove it"


def _named(kinds: str) -> str:
    """Name kinds of values, of which one or more are right."""
    names = (kind.strip() for kind in kinds.split("|"))
    return " or ".join(_KINDS.get(name, "nothing" if name == "null" else name) for name in names)
