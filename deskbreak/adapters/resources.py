"""Finds the data that ships with the program: exercises, icons, translations."""

from __future__ import annotations

from pathlib import Path


class ResourcesMissingError(Exception):
    """The data folder is nowhere; the installation is broken."""


def resources_folder(package: Path | None = None) -> Path:
    """Return the folder `resources`: beside the installed package's modules, or the checkout's.

    An editable install may leave a stale copy among the installed packages, but never inside
    this package's own folder, so what is found here is always current.

    Raises:
        ResourcesMissingError: neither is there.
    """
    home = package or Path(__file__).resolve().parent.parent
    installed = home / "resources"
    if installed.is_dir():
        return installed
    checkout = home.parent / "resources"
    if checkout.is_dir() and (home.parent / "pyproject.toml").is_file():
        return checkout
    raise ResourcesMissingError(
        f"deskbreak's data folder is missing: looked for {installed} and {checkout}; "
        "please install deskbreak again"
    )
