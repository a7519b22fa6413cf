"""The tray icon, its menu, and the host that shows it."""

from __future__ import annotations
