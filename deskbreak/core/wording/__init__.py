"""The program's sentences: times, reasons, offers and replies, all through `Words`."""

from __future__ import annotations
