"""The windows of a running break, large and small, and everything in them."""

from __future__ import annotations
