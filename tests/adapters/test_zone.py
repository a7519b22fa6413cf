from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from deskbreak.adapters.zone import LocalZone

DATABASE = Path("/usr/share/zoneinfo")
needs_database = pytest.mark.skipif(
    not (DATABASE / "Europe" / "Berlin").exists(), reason="no time zone database here"
)


@pytest.fixture(autouse=True)
def own_zone(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.delenv("TZ", raising=False)
    yield None
    monkeypatch.undo()
    time.tzset()


@needs_database
@pytest.mark.parametrize(
    "said", ["Europe/Berlin", ":Europe/Berlin", str(DATABASE / "posix/Europe/Berlin")]
)
def test_the_variable_names_the_zone(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", said)
    assert LocalZone().read() == (ZoneInfo("Europe/Berlin"), "Europe/Berlin")


def test_an_empty_variable_is_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "")
    assert LocalZone().read() == (UTC, "UTC")


def test_a_rule_without_a_name_gives_its_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XST-5:45")
    zone, name = LocalZone().read()
    assert zone.utcoffset(datetime(2026, 1, 1, tzinfo=UTC)) == timedelta(hours=5, minutes=45)
    assert name == "UTC"


@needs_database
def test_a_link_names_the_zone_and_a_new_link_is_seen(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(DATABASE / "Europe" / "Berlin")
    zone = LocalZone(link)
    assert zone.read()[1] == "Europe/Berlin"
    assert zone.read()[1] == "Europe/Berlin"
    other = tmp_path / "new"
    other.symlink_to(DATABASE / "Asia" / "Tokyo")
    other.replace(link)
    assert zone.read() == (ZoneInfo("Asia/Tokyo"), "Asia/Tokyo")


@needs_database
def test_a_copy_is_named_by_its_neighbour(tmp_path: Path) -> None:
    copy = tmp_path / "localtime"
    copy.write_bytes((DATABASE / "Asia" / "Tokyo").read_bytes())
    zone, name = LocalZone(copy).read()
    there = datetime(2026, 1, 1, tzinfo=zone)
    assert (there.utcoffset(), name) == (timedelta(hours=9), "UTC")
    (tmp_path / "timezone").write_text("Asia/Tokyo\n", encoding="ascii")
    assert LocalZone(copy).read()[1] == "Asia/Tokyo"


@pytest.mark.parametrize("content", [None, b"not a zone"])
def test_nothing_to_read_falls_back_to_the_offset(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "localtime"
    if content is not None:
        path.write_bytes(content)
    zone, name = LocalZone(path).read()
    assert zone.utcoffset(None) == timedelta(seconds=time.localtime().tm_gmtoff)
    assert name == "UTC"
