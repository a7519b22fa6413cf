"""Whether somebody is there, as this desktop tells it: one file for each way to learn it."""

from __future__ import annotations
