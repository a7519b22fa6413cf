"""The guided session in parts: scripts of beats, the state, its steps, and what is shown."""

from __future__ import annotations
