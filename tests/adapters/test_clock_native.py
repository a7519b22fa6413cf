"""What every system's clocks promise, each asked on its own machine."""

from __future__ import annotations

import pytest

from deskbreak.adapters.clock_sources import boot_id, boot_ns, mono_ns, read_all

pytestmark = pytest.mark.native
_SLACK_NS = 20_000_000
"""Windows reads its ticks every 16 ms."""


def test_clocks_never_go_back_and_sleep_is_never_negative() -> None:
    first, second = read_all(), read_all()
    assert second.boot >= first.boot > 0
    assert second.mono >= first.mono > 0
    assert boot_ns() + _SLACK_NS >= mono_ns()


def test_a_boot_has_one_name() -> None:
    assert boot_id() == boot_id() != ""
