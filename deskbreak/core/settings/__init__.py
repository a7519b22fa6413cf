"""What a person can choose: values, their checks, and how a file becomes both."""

from __future__ import annotations
