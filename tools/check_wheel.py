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
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = (
    "applications/io.github.deskbreak.deskbreak.desktop",
    "metainfo/io.github.deskbreak.deskbreak.metainfo.xml",
    "icons/hicolor/scalable/apps/io.github.deskbreak.deskbreak.svg",
    "icons/hicolor/symbolic/apps/io.github.deskbreak.deskbreak-symbolic.svg",
)
"""What a desktop looks for under `share`."""


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


def rebuilt_wheel(folder: Path) -> Path:
    """Build a wheel as `pip install .` does, but from the source archive; return its path."""
    ran([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)], cwd=ROOT)
    (archive,) = folder.glob("*.tar.gz")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-index"]
    ran([*pip, "--no-build-isolation", "-w", str(folder), str(archive)], cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


def complete(wheel: Path, rebuilt: Path) -> None:
    """Compare what is in the wheel with the checkout and with one from the source archive.

    Raises:
        SystemExit: A file is missing.
    """
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        inside + path.relative_to(ROOT).as_posix()
        for folder, inside in (("deskbreak", ""), ("resources", "deskbreak/"))
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    missing = sorted(wanted - names)
    missing += [one for one in SHARED if not any(name.endswith(f"/share/{one}") for name in names)]
    if missing:
        raise SystemExit(f"the wheel lacks: {', '.join(missing)}")
    differing = sorted(names ^ set(zipfile.ZipFile(rebuilt).namelist()))
    if differing:
        raise SystemExit(f"built from the source archive it differs: {', '.join(differing)}")


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
        complete(wheel, rebuilt_wheel(folder / "again"))
        used(installed(wheel, folder / "env"), folder)
        kept = ROOT / "build" / "dist"
        kept.mkdir(parents=True, exist_ok=True)
        shutil.copy2(wheel, kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
