"""The workflow of the code's host: it parses, is pinned, and calls only what is there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any  # a YAML file, read where the test needs it

import pytest
import yaml

from deskbreak.cli import main
from tests.conftest import is_for_linux

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / ".github" / "workflows" / "ci.yml"
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}$")


def workflow() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return found


def steps() -> Iterator[dict[str, Any]]:
    for job in workflow()["jobs"].values():
        yield from job["steps"]


def commands() -> list[list[str]]:
    return [shlex.split(step["run"]) for step in steps() if "run" in step]


def test_it_runs_every_system_on_the_oldest_and_a_newer_python() -> None:
    jobs = workflow()["jobs"]
    for name in ("linux", "elsewhere"):
        assert jobs[name]["strategy"]["matrix"]["python"] == ["3.11", "3.13"]
    systems = jobs["elsewhere"]["strategy"]["matrix"]["os"]
    assert {system.partition("-")[0] for system in systems} == {"windows", "macos"}
    assert set(jobs["required"]["needs"]) == set(jobs) - {"required"}
    assert all(job["timeout-minutes"] <= 60 for job in jobs.values())


def test_it_may_write_nothing_knows_no_secret_and_pins_what_it_uses() -> None:
    assert workflow()["permissions"] == {"contents": "read"}
    assert "secrets." not in FILE.read_text("utf-8")
    used = [step for step in steps() if "uses" in step]
    assert used
    for step in used:
        assert PINNED.match(step["uses"])
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": False}
    pins = re.findall(r"uses: (.*)$", FILE.read_text("utf-8"), re.MULTILINE)
    assert all(re.search(r" # v\d+\.\d+\.\d+$", pin) for pin in pins)


def test_it_calls_only_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    modules, scripts = set(), set()
    for words in commands():
        if words[:2] == ["python", "-m"]:
            modules.add(words[2])
        else:
            scripts.add(words[0])
        for word in words:
            if re.match(r"(tests|requirements|deskbreak)(/|$)", word) and word != words[2]:
                assert (ROOT / word).exists(), word
    assert scripts == {".ci/run", "test"}
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert modules == {"pip", "mypy", "pytest", "deskbreak"}
    (own,) = (words[3:] for words in commands() if words[1:3] == ["-m", "deskbreak"])
    assert main(own) == 0
    assert capsys.readouterr().out


def test_its_marks_are_known_and_on_tests() -> None:
    marked = {
        path.name
        for path in (ROOT / "tests").rglob("test_*.py")
        if "\npytestmark = pytest.mark.native\n" in path.read_text("utf-8")
    }
    assert {"test_line_contract.py", "test_notify_windows.py", "test_activity_native.py"} <= marked
    used = [words[words.index("-m", 3) + 1] for words in commands() if "-m" in words[3:]]
    assert set(used) == {"native", "not native"}


def test_what_is_linux_s_is_left_out_elsewhere(tmp_path: Path) -> None:
    for text, left_out in (
        ("pytestmark = pytest.mark.linux\n", True),
        ("pytestmark = [\n    pytest.mark.linux,\n    pytest.mark.skipif(True),\n]\n", True),
        ("pytestmark = pytest.mark.native\n\n@pytest.mark.linux\n", False),
        ("", False),
    ):
        file = tmp_path / "test_x.py"
        file.write_text(f"import pytest\n\n{text}\n\ndef test() -> None: ...\n", "utf-8")
        assert is_for_linux(file) is left_out
    assert is_for_linux(ROOT / "tests" / "adapters" / "test_shortcuts.py")


_ELSEWHERE = """
import importlib.abc, socket, sys
class NoBus(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "jeepney":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, NoBus())
import asyncio, logging.handlers, multiprocessing, platformdirs, subprocess, uuid, zoneinfo
import PySide6.QtWidgets
if sys.argv[1:]:
    import pytest
sys.platform = "darwin"
"""
_FIND_TESTS = f"{_ELSEWHERE}sys.exit(pytest.main(sys.argv[1:]))"
_START = f"{_ELSEWHERE}import deskbreak.app, deskbreak.cli.run, deskbreak.cli.doctor"


def test_the_program_is_loaded_without_what_is_linux_s_alone() -> None:
    subprocess.run([sys.executable, "-c", _START], cwd=ROOT, check=True)


def test_without_linux_and_its_bus_every_other_test_is_found() -> None:
    """A library that is on Linux alone, imported by a test that is not, would end a run there."""
    chosen = ["tests/adapters", "tests/cli", "tests/ui"]
    options = ["--collect-only", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [sys.executable, "-c", _FIND_TESTS, *options, *chosen],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    assert "test_line_contract.py" in run.stdout
    assert "test_shortcuts.py" not in run.stdout
