"""The forms: Settings, Welcome, and the safety page."""

from __future__ import annotations
