"""What the papers say is so: the picture of the house, the notes on libraries, desktop files."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any  # a TOML file, read where the test needs it
from xml.etree import ElementTree as ET

import pytest

from deskbreak import APP_ID

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
ENTRY = PACKAGING / f"{APP_ID}.desktop"


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def rooms(picture: str) -> list[set[str]]:
    """Return the names on each floor, from the roof down, whatever divides them."""
    return [set(re.findall(r"\w+", floor)) for floor in picture.split("->")]


def test_the_picture_of_the_house_is_the_contract() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["type"] == "layers")
    papers = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    drawn = re.search(r"^__main__ ->.*?(?=^```)", papers, re.MULTILINE | re.DOTALL)
    assert drawn is not None
    assert rooms(drawn[0]) == rooms("->".join(layers))


def test_every_room_is_explained() -> None:
    papers = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    explained = set(re.findall(r"`(\w+)(?:\.py|/)`", papers))
    there = {path.stem for path in (ROOT / "deskbreak").iterdir() if path.suffix in ("", ".py")}
    assert there - explained - {"__init__", "__main__", "__pycache__", "resources"} == set()


def test_every_library_has_its_reasons_and_its_contract() -> None:
    table = project()
    asked = (re.match(r"[\w-]+", line) for line in table["project"]["dependencies"])
    names = {found[0].lower() for found in asked if found}
    notes = (ROOT / "docs/decisions/0104-dependencies.md").read_text("utf-8").lower()
    assert {name for name in names if f"\n| {name}" not in notes} == set()
    contracts = table["tool"]["importlinter"]["contracts"]
    kept = {name for one in contracts for name in one.get("protected_modules", ())}
    modules = {{"pillow": "PIL"}.get(name, name.partition("-")[0]) for name in names}
    assert modules - kept == {"pyside6"}


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="it is not installed")
def test_desktops_understand_the_entry() -> None:
    done = subprocess.run(
        ["desktop-file-validate", str(ENTRY)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_entry_and_its_actions_run_commands_that_exist() -> None:
    from deskbreak.cli import VERBS  # noqa: PLC0415 - the others do not need it

    lines = re.findall(r"^Exec=deskbreak ?(\w*)", ENTRY.read_text("utf-8"), re.MULTILINE)
    assert lines == ["", "start", "pause", "show"]
    assert set(lines[1:]) <= set(VERBS)


def test_the_shop_page_belongs_to_the_entry() -> None:
    page = ET.parse(PACKAGING / f"{APP_ID}.metainfo.xml").getroot()  # noqa: S314 - our own file
    assert page.findtext("id") == APP_ID
    assert page.findtext("launchable") == ENTRY.name
    assert page.findtext("project_license") == project()["project"]["license"]


def test_the_wheel_puts_every_file_where_desktops_look() -> None:
    shared = project()["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert {source for source in shared if not (ROOT / source).is_file()} == set()
    assert {Path(target).name for target in shared.values()} == {
        *(path.name for path in PACKAGING.iterdir()),
        f"{APP_ID}.svg",
        f"{APP_ID}-symbolic.svg",
    }
