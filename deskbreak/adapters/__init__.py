"""One file per thing outside the process, the only importer of its library."""

from __future__ import annotations
