"""The values that the schedule reads and writes: moments, presence, events, effects, states."""

from __future__ import annotations
