"""The windows of a day: Today, Log, and the line that both draw."""

from __future__ import annotations
