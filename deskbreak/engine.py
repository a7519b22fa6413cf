"""Holds the one mutable state: takes events, steps the core, performs its effects."""

from __future__ import annotations
