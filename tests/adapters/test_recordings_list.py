from __future__ import annotations

import json

import pytest

from deskbreak.adapters.attention.recordings_pulse import recorders

MICROPHONE = {"index": 1, "monitor_source": "", "properties": {"device.class": "sound"}}
ECHO = {"index": 2, "monitor_source": "", "properties": {"device.class": "monitor"}}


def listed(*outputs: object, sources: object = (MICROPHONE, ECHO)) -> list[str] | None:
    found = recorders(json.dumps({"sources": sources, "source_outputs": outputs}).encode())
    return None if found is None else sorted(found)


def output(**changes: object) -> dict[str, object]:
    plain = {"index": 7, "source": 1, "corked": False, "resample_method": ""}
    return {**plain, "properties": {"application.name": " Zoom "}, **changes}


def test_who_records_from_a_microphone_is_named() -> None:
    assert listed(output()) == ["Zoom"]
    binary = {"application.name": "", "application.process.binary": "firefox"}
    assert listed(output(properties=binary)) == ["firefox"]
    assert listed(output(properties={})) == [""]
    assert listed(output(properties=None)) == [""]


@pytest.mark.parametrize(
    "changes",
    [
        {"corked": True},
        {"resample_method": "peaks"},
        {"properties": {"media.name": "Peak detect"}},
        {"source": 2},
    ],
)
def test_what_only_looks_like_it_is_no_recording(changes: dict[str, object]) -> None:
    assert listed(output(**changes)) == []


def test_a_list_with_nonsense_in_it_is_read_as_far_as_it_goes() -> None:
    assert listed(7, None, output(), sources=[3, MICROPHONE]) == ["Zoom"]


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{}", b'{"sources": [], "source_outputs": 1}', b"\xff"]
)
def test_what_is_no_list_says_nothing(raw: bytes) -> None:
    assert recorders(raw) is None
