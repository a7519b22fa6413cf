"""What no linter looks at: sizes, names, places, and what may never be written into the tree."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.adapters.resources import resources_folder

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "deskbreak"
TESTS = ROOT / "tests"
MOST_LINES = 250

# Folders that a tool makes.
MADE = frozenset({".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"})

# Spelled in two halves, so that this file does not hold what it looks for.
NEVER = (
    r"/wor" + r"k/",
    r"/home/(?!me\b|ada\b|anna\b|person\b|user\b)[a-z]{2}",
    r"/Use" + r"rs/(?!me\b|ada\b|anna\b|person\b)[a-z]",
    r"\bpyp" + r"i\.org\b",
    r"\bfiles\.python" + r"hosted\b",
    r"\bChat" + r"GPT\b",
    r"\bClau" + r"de\b",
    r"\bAnthro" + r"pic\b",
    r"\bOpen" + r"AI\b",
    r"\blanguage mod" + r"el\b",
)
TEXTS = frozenset(
    {"", ".py", ".md", ".toml", ".txt", ".sh", ".xml", ".desktop", ".json", ".svg", ".po", ".pot"}
)


def python_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if not MADE & set(path.parts))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def written_files() -> dict[str, str]:
    """Return the text of every file that a person wrote, by its place in the tree."""
    found: dict[str, str] = {}
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in MADE and not name.endswith("_cache")]
        for path in (Path(folder, name) for name in names if not name.startswith(".coverage")):
            if path.suffix in TEXTS:
                found[named(path)] = path.read_text("utf-8", "replace")
    return found


def test_every_module_is_small() -> None:
    long = {
        named(path): lines
        for folder in (PACKAGE, TESTS, ROOT / "tools")
        for path in python_files(folder)
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}, "split it by concept"


def test_no_two_test_files_share_a_name() -> None:
    seen: dict[str, Path] = {}
    for path in python_files(TESTS):
        if path.name != "conftest.py":
            assert path.name not in seen, f"{named(path)} and {named(seen[path.name])}"
            seen[path.name] = path


def test_every_file_says_what_it_is_for() -> None:
    silent = [
        named(path)
        for folder in (PACKAGE, ROOT / "tools")
        for path in python_files(folder)
        if not path.read_text("utf-8").lstrip().startswith('"""')
    ]
    assert silent == []


@pytest.mark.parametrize("pattern", NEVER)
def test_the_tree_speaks_of_itself_alone(pattern: str) -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in written_files().items()
        if (match := re.search(pattern, text))
    ]
    assert found == []


def test_locks_pin_and_hash_everything_and_name_no_address() -> None:
    for name in ("run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        assert "://" not in text
        pins = re.findall(r"^(?![ #])(\S+)", text, re.MULTILINE)
        assert all(re.fullmatch(r"[a-z0-9-]+==(\d+!)?[0-9a-z.]+", pin) for pin in pins), pins
        assert text.count("--hash=sha256:") >= len(pins)


def test_the_locks_agree_with_each_other() -> None:
    run, dev = (
        set(re.findall(r"^[a-z]\S*", (ROOT / f"requirements/{name}.txt").read_text(), re.MULTILINE))
        for name in ("run", "dev")
    )
    assert run <= dev  # a version each; where it is wanted may differ


def test_the_locks_hold_every_library_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = (re.match(r"[\w.-]+", line) for line in project["dependencies"])
    wanted = {name[0].lower().replace(".", "-") for name in names if name}
    locked = (ROOT / "requirements/run.txt").read_text("utf-8")
    assert {name for name in wanted if f"\n{name}==" not in f"\n{locked}"} == set()


def test_every_exercise_that_ships_is_whole() -> None:
    catalog, problems = load_catalog(resources_folder() / "exercises")
    assert problems == ()
    assert {"shoulder_rotation", "back_twist", "side_tilt", "cat_cow"} <= catalog.keys()


def test_the_fast_path_loads_neither_qt_nor_the_scheduler() -> None:
    script = (
        "import sys\n"
        "import deskbreak.cli, deskbreak.cli.client, deskbreak.cli.status\n"
        "heavy = {'PySide6', 'apscheduler', 'plyer', 'msgspec', 'tomlkit', 'sqlite3', 'asyncio'}\n"
        "print(*sorted(heavy & set(sys.modules)))\n"
    )
    # Where the tests are measured, the measuring itself would load sqlite3 into the child.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")
