"""The window with every exercise: cards, filters, details, export."""

from __future__ import annotations
