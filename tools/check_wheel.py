"""Builds the wheel, installs it away from the checkout, and uses it there.

Catches what no test of the checkout sees: a file that the wheel forgot, data found only because
the checkout happens to be near. Nothing is downloaded: the build back end and the libraries are
those of the environment that runs this script.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def ran(command: list[str], *, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a program to its end and return what it printed.

    Raises:
        SystemExit: It failed; its words are shown.
    """
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(
            f"{' '.join(command)} ended with {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def built_wheel(folder: Path) -> Path:
    """Build the wheel of this checkout into a folder and return its path."""
    ran([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def installed(wheel: Path, place: Path) -> Path:
    """Install a wheel into an environment of its own and return the folder of its programs."""
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps"]
    ran([*pip, "--no-index", str(wheel)], cwd=place)
    # The libraries are borrowed, not the checkout: a .pth file that lies in a borrowed folder,
    # as that of the editable install does, is not read.
    (site,) = (place / "lib").glob("python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("platlib") + "\n", "utf-8")
    return python.parent


def used(programs: Path, folder: Path) -> None:
    """Use the installed program from a folder that is no checkout.

    Raises:
        SystemExit: It does not run, or it is not the installed one that runs.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env = kept | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    where = "import deskbreak; print(deskbreak.__file__)"
    found = ran([str(programs / "python"), "-c", where], cwd=folder, env=env).strip()
    if not found.startswith(str(programs.parent)):
        raise SystemExit(f"not the installed package was used but {found}")
    program = str(programs / "deskbreak")
    for words, expected in (("--version", "0."), ("exercises list", "back_twist")):
        said = ran([program, *words.split()], cwd=folder, env=env)
        if expected not in said:
            raise SystemExit(f"deskbreak {words} does not name {expected!r} but says: {said}")


def main() -> int:
    """Build, install, use; leave the wheel in build/dist."""
    with tempfile.TemporaryDirectory(prefix="db-wheel-") as name:
        folder = Path(name)
        wheel = built_wheel(folder / "dist")
        used(installed(wheel, folder / "env"), folder)
        kept = ROOT / "build" / "dist"
        kept.mkdir(parents=True, exist_ok=True)
        shutil.copy2(wheel, kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
