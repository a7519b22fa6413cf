"""Where a person stands: what the journal says about weeks, doses, home workouts and regions."""

from __future__ import annotations
