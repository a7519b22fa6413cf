from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.wire import MOST_BYTES_IN, read_request, refusal, write_response
from deskbreak.core.protocol import Request, Response
from deskbreak.core.protocol_args import ProtocolError


def test_a_line_becomes_a_request() -> None:
    line = b'{"v":1,"cmd":"snooze","args":{"minutes":5}}\n'
    assert read_request(line) == Request("snooze", {"minutes": 5})
    assert read_request(b'{"v":1,"cmd":"status"}') == Request("status", {})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"", "one line of JSON"),
        (b"\xff\xfe", "one line of JSON"),
        (b"[" * 4000, "one line of JSON"),
        (b"[1]", "looks like"),
        (b'{"v":1}', "looks like"),
        (b'{"v":1,"cmd":7}', "looks like"),
        (b'{"v":2,"cmd":"quit"}', "version 1"),
        (b'{"v":1,"cmd":"quit","args":[]}', "must be an object"),
        (b'{"v":1,"cmd":"quit","args":{"a":1.5}}', "whole numbers"),
        (b'{"v":1,"cmd":"quit","args":{"a":{}}}', "whole numbers"),
        (b" " * (MOST_BYTES_IN + 1), f"at most {MOST_BYTES_IN}"),
    ],
)
def test_anything_else_is_refused(line: bytes, said: str) -> None:
    with pytest.raises(ProtocolError, match=said):
        read_request(line)


@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda t: json.dumps(t).encode()))
def test_no_bytes_break_it(line: bytes) -> None:
    try:
        read_request(line)
    except ProtocolError as error:
        assert json.loads(refusal(error))["code"] == 2  # noqa: PT017 - either way is right


def test_an_answer_is_one_ascii_line() -> None:
    line = write_response(Response(0, "Grüße\n\ud800", {"a": [1, None]}))
    assert line.count(b"\n") == 1
    assert line.isascii()
    assert json.loads(line) == {
        "v": 1,
        "code": 0,
        "text": "Grüße\n\ud800",
        "data": {"a": [1, None]},
    }
