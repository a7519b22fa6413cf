"""Widgets that take values and emit intents; a widget computes nothing."""

from __future__ import annotations
