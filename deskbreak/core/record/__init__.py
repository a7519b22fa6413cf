"""The journal's entries as JSON, and back."""
