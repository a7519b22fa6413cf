"""Values and pure functions: no Qt, clock, random, files or threads."""

from __future__ import annotations
