"""deskbreak: a break program that guides seated micro-workouts for the back."""

from __future__ import annotations

__version__ = "0.1.0"
APP_ID = "io.github.deskbreak.deskbreak"
