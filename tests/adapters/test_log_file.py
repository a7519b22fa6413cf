from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskbreak.adapters.log_file import LazyLog, write_log
from deskbreak.adapters.places import Places


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LazyLog]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    handler = write_log(tmp_path / "deskbreak.log")
    yield handler
    logging.getLogger().removeHandler(handler)
    handler.close()


def record(words: str, level: int = logging.WARNING) -> logging.LogRecord:
    return logging.LogRecord("deskbreak", level, __file__, 1, words, None, None)


def test_a_day_without_trouble_leaves_no_file(log: LazyLog, tmp_path: Path) -> None:
    logging.getLogger("deskbreak").info("nothing to worry about")

    assert log.level == logging.WARNING
    assert list(tmp_path.iterdir()) == []


def test_trouble_is_written_down(log: LazyLog, tmp_path: Path) -> None:
    log.handle(record("the disk is slow"))
    log.handle(record("the disk is slower"))

    assert "the disk is slower" in (tmp_path / "deskbreak.log").read_text("utf-8")


def test_a_folder_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    handler = LazyLog(tmp_path / "gone" / "deskbreak.log")
    silent, logging.raiseExceptions = logging.raiseExceptions, False
    try:
        handler.handle(record("nobody hears this"))
    finally:
        logging.raiseExceptions = silent

    assert not (tmp_path / "gone").exists()


def test_a_bug_in_a_slot_reaches_the_log_and_the_terminal(
    log: LazyLog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("deskbreak")
    logger.propagate = False
    logger.addHandler(log)
    try:
        sys.excepthook(ValueError, ValueError("a surprise"), None)
    finally:
        logger.removeHandler(log)
        logger.propagate = True

    assert "a surprise" in (tmp_path / "deskbreak.log").read_text("utf-8")
    assert "a surprise" in capsys.readouterr().err


def test_a_windows_place_is_kept(tmp_path: Path) -> None:
    places = Places(tmp_path)
    assert places.load("break") == ""
    places.save("break", "AdnQywADAAA=")

    assert Places(tmp_path).load("break") == "AdnQywADAAA="


def test_a_place_that_cannot_be_kept_bothers_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    places = Places(tmp_path / "file")
    places.save("break", "AdnQywADAAA=")

    assert places.load("break") == ""


def test_a_closed_log_is_not_made_anew(
    log: LazyLog, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("deskbreak").warning("the disk is slow")
    log.close()
    (tmp_path / "deskbreak.log").unlink()
    logging.getLogger("deskbreak").warning("the disk is slower")
    assert list(tmp_path.iterdir()) == []
    assert len(caplog.records) == 2
