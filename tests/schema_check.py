"""Checks a value against the part of JSON Schema that `docs/status.schema.json` uses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

STATUS_SCHEMA = Path(__file__).parents[1] / "docs" / "status.schema.json"
_KNOWN = {
    *("$schema", "$defs", "$ref", "title", "type", "const", "enum", "properties", "required"),
    *("additionalProperties", "items", "minimum", "minLength", "pattern"),
}
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}


def status_faults(value: object) -> list[str]:
    """Return what is wrong with the values of `status --json`, one text each."""
    schema = json.loads(STATUS_SCHEMA.read_text(encoding="utf-8"))
    return _faults(value, schema, schema["$defs"], "status")


def _is(value: object, name: str) -> bool:
    if name == "integer" and isinstance(value, bool):
        return False
    return isinstance(value, _TYPES[name])


def _faults(value: Any, schema: dict[str, Any], known: dict[str, Any], at: str) -> list[str]:  # noqa: ANN401 - JSON
    assert set(schema) <= _KNOWN, f"{at}: this check does not know {set(schema) - _KNOWN}"
    if "$ref" in schema:
        return _faults(value, known[schema["$ref"].removeprefix("#/$defs/")], known, at)
    said: list[str] = []
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        return [f"{at}: {value!r} is no {' or '.join(kinds)}"]
    if "const" in schema and value != schema["const"]:
        said.append(f"{at}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        said.append(f"{at}: {value!r} is none of {schema['enum']}")
    said += _bounds(value, schema, at)
    if isinstance(value, dict):
        said += _members(value, schema, known, at)
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            said += _faults(item, schema["items"], known, f"{at}[{number}]")
    return said


def _bounds(value: object, schema: dict[str, Any], at: str) -> list[str]:
    said = []
    if isinstance(value, int) and value < schema.get("minimum", value):
        said.append(f"{at}: {value} is below {schema['minimum']}")
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0):
            said.append(f"{at}: too short")
        if not re.search(schema.get("pattern", ""), value):
            said.append(f"{at}: {value!r} does not look like {schema['pattern']}")
    return said


def _members(
    value: dict[str, Any], schema: dict[str, Any], known: dict[str, Any], at: str
) -> list[str]:
    properties = schema.get("properties", {})
    said = [f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value]
    for name, member in value.items():
        if name in properties:
            said += _faults(member, properties[name], known, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            said.append(f"{at}: {name} is unknown")
    return said
