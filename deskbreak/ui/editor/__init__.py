"""The windows in which a person makes exercises and routines of their own."""

from __future__ import annotations
