"""The composition root: builds the parts and connects them, nothing else."""

from __future__ import annotations
