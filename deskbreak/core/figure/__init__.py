"""The figure's geometry: small vectors, arms that reach what they touch, the outline's data."""

from __future__ import annotations
