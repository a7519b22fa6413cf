"""Exercises and routines of the person's own: as text, as drafts, and to share."""
