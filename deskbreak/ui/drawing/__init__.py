"""How the figure is drawn: camera, palette, limbs, trunk, head, chair, trails."""

from __future__ import annotations
