"""What senses reasons to hold back on this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from deskbreak.adapters.attention.family import SensedAttention
from deskbreak.ports import Clock


def sensed_attention(changed: Callable[[], None], clock: Clock, platform: str) -> SensedAttention:
    """Begin to sense; `changed` is called when the reasons are others.

    `clock` tells the program's time; `platform` is the name of Qt's platform.
    """
    if sys.platform in {"win32", "darwin"}:
        from deskbreak.adapters.attention.elsewhere import elsewhere_members  # noqa: PLC0415 - there

        members = partial(elsewhere_members, sys.platform)
    else:
        from deskbreak.adapters.attention.linux import linux_members  # noqa: PLC0415 - not there

        members = partial(linux_members, platform)
    return SensedAttention(members, changed, clock)
