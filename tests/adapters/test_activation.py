"""The right to come to the front: lent by who asks for a window, taken for nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping

import pytest

from deskbreak.adapters.activation import take_token, with_token
from deskbreak.core.protocol import Request, Response

NAME = "XDG_ACTIVATION_TOKEN"


@pytest.fixture(autouse=True)
def no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "")  # so that it is put back afterwards
    monkeypatch.delenv(NAME)


def lent(verb: str, args: Mapping[str, str | int | None]) -> str | None:
    handled = with_token(lambda request: Response(0, request.verb, str(request.args)))
    answer = handled(Request(verb, args))
    assert answer.text == verb
    assert verb == "pause" or "activation" not in str(answer.data)
    return os.environ.get(NAME)


def test_who_asks_for_a_window_lends_a_token() -> None:
    assert lent("show", {"window": "today", "activation": "one"}) == "one"
    assert lent("start", {"activation": "two"}) == "two"


def test_other_wishes_lend_none() -> None:
    assert lent("pause", {"activation": "one"}) is None
    assert lent("show", {"window": "today"}) is None


@pytest.mark.parametrize("token", ["", "a\0b", "a\nb", "x" * 513, 7, None])
def test_what_is_no_token_is_not_kept(token: object) -> None:
    take_token(token)
    assert NAME not in os.environ
