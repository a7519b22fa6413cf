from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.attention.calendar import CalendarSense
from deskbreak.adapters.attention.calendar_reader import (
    CalendarReader,
    CalendarSaid,
    calendar_said,
    reading_command,
)
from deskbreak.core.settings.values import DateSpan
from deskbreak.core.timing.sensed import Cause, Hold
from tests.adapters.calendar_files import calendar, timed
from tests.fakes import MONDAY_9, HandClock

MEETING = frozenset({Cause(Hold.CALENDAR)})
NINE = "20261123T090000Z"


class FakeReader(CalendarReader):
    """Remembers what it shall read; a test answers for it."""

    def __init__(self, told: Callable[[CalendarSaid], None]) -> None:
        super().__init__(told)
        self.asked: list[tuple[str, date, int]] = []
        self.answer = told

    def read(self, path: str, first: date, days: int) -> None:
        self.asked.append((path, first, days))


class Room:
    """A calendar's sense, its clock and its reader."""

    def __init__(self) -> None:
        self.news = 0
        self.clock = HandClock()
        self.readers: list[FakeReader] = []
        self.sense = CalendarSense(self._changed, self.clock, self._reader)

    @property
    def reader(self) -> FakeReader:
        return self.readers[0]

    def _reader(self, told: Callable[[CalendarSaid], None]) -> FakeReader:
        self.readers.append(FakeReader(told))
        return self.readers[-1]

    def _changed(self) -> None:
        self.news += 1


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    assert qtbot is not None
    made = Room()
    yield made
    made.sense.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "work.ics"
    made.write_bytes(calendar(timed(NINE, "20261123T093000Z")))
    return made


def test_a_meeting_holds_back_from_its_beginning_to_its_end(room: Room, file: Path) -> None:
    room.sense.choose(str(file))
    assert room.reader.asked == [(str(file), date(2026, 11, 22), 40)]
    room.reader.answer(CalendarSaid(((MONDAY_9 + 60, MONDAY_9 + 120),)))
    seen = []
    for _ in range(4):
        seen.append(room.sense.causes() == MEETING)
        room.clock.awake(59)
        seen.append(room.sense.causes() == MEETING)
        room.clock.awake(1)
    assert seen == [False, False, True, True, False, False, False, False]


def test_it_tells_when_a_meeting_begins(room: Room, file: Path, qtbot: QtBot) -> None:
    room.sense.watch(on=True)
    room.sense.choose(str(file))
    room.clock.awake(0.99)
    room.reader.answer(CalendarSaid(((MONDAY_9 + 1, MONDAY_9 + 60),)))
    assert room.news == 1
    qtbot.waitUntil(lambda: room.news >= 2)
    room.sense.watch(on=False)


def test_days_off_are_known_from_the_start(room: Room, file: Path) -> None:
    room.sense.choose(str(file))
    room.reader.answer(CalendarSaid(days_off=(date(2026, 11, 26),)))
    assert room.sense.days_off() == (DateSpan(date(2026, 11, 26), date(2026, 11, 26)),)
    assert room.news == 1
    room.reader.answer(CalendarSaid(days_off=(date(2026, 11, 26),)))
    assert room.news == 1


def test_it_is_read_again_when_it_changes_and_not_otherwise(
    room: Room, file: Path, qtbot: QtBot
) -> None:
    room.sense.choose(str(file))
    room.sense.choose(str(file))
    room.sense.ask()
    assert len(room.reader.asked) == 1
    file.write_bytes(calendar(timed(NINE, "20261123T100000Z")))
    qtbot.waitUntil(lambda: len(room.reader.asked) == 2)  # told by the system
    other = file.with_suffix(".new")
    other.write_bytes(calendar())
    other.replace(file)
    qtbot.waitUntil(lambda: len(room.reader.asked) == 3)  # programs like to replace it
    room.clock.asleep(7 * 86400)
    room.sense.ask()
    assert room.reader.asked[-1][1] == date(2026, 11, 29)


def test_a_file_that_goes_says_nothing_until_it_is_back(room: Room, file: Path) -> None:
    room.sense.choose(str(file))
    room.reader.answer(CalendarSaid(((MONDAY_9, MONDAY_9 + 60),)))
    raw = file.read_bytes()
    file.unlink()
    room.sense.ask()
    assert not room.sense.causes()
    assert "there is no such file" in room.sense.report().why
    file.write_bytes(raw)
    room.sense.ask()
    assert len(room.reader.asked) == 2


def test_no_calendar_is_no_fault(room: Room, file: Path) -> None:
    assert room.sense.report().why == "your settings name none (office.calendar)"
    room.sense.watch(on=True)
    room.sense.choose(str(file))
    room.reader.answer(CalendarSaid(((MONDAY_9, MONDAY_9 + 60),)))
    assert (room.sense.report().works, room.sense.report().member) == (True, str(file))
    room.sense.choose("")
    assert not room.sense.causes()
    assert not room.sense.report().works


def test_a_home_folder_may_be_written_with_a_tilde(
    room: Room, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(file.parent))
    monkeypatch.setenv("USERPROFILE", str(file.parent))
    room.sense.choose(f"~{os.sep}{file.name}")
    assert room.reader.asked[0][0] == str(file)


def test_the_real_reader_reads_in_a_process_of_its_own(file: Path, qtbot: QtBot) -> None:
    told: list[CalendarSaid] = []
    reader = CalendarReader(told.append)
    reader.read(str(file), date(2026, 11, 23), 7)
    reader.read(str(file), date(2026, 11, 23), 7)  # ends the first
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [CalendarSaid(((MONDAY_9, MONDAY_9 + 1800),))]
    assert not reader.busy
    file.write_text("none", "utf-8")
    reader.read(str(file), date(2026, 11, 23), 7)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert told[1].fault == "the file is no calendar"


def test_one_that_never_ends_is_ended(file: Path, qtbot: QtBot) -> None:
    endless = timed("19700101T000000", "19700101T000001", "RRULE:FREQ=SECONDLY")
    file.write_bytes(calendar(endless))
    told: list[CalendarSaid] = []
    reader = CalendarReader(told.append, limit_ms=1500)
    reader.read(str(file), date(2026, 11, 23), 7)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [CalendarSaid(fault="reading it takes too long")]
    assert not reader.busy


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("import os; os.abort()", "reading it takes too much"),
        ("raise SystemExit(1)", "it cannot be read here"),
        ("raise SystemExit(7)", "its reader failed"),
        ("print('hello')", "its reader cannot be understood"),
    ],
)
def test_a_reader_that_fails_is_said_to(code: str, fault: str, qtbot: QtBot) -> None:
    told: list[CalendarSaid] = []
    reader = CalendarReader(told.append, command=(sys.executable, "-S", "-c", code))
    reader.read("x.ics", date(2026, 11, 23), 7)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].fault == fault


def test_a_reader_that_is_not_there_is_said_to_be_missing(qtbot: QtBot) -> None:
    told: list[CalendarSaid] = []
    reader = CalendarReader(told.append, command=("/nonexistent/reader",))
    reader.read("x.ics", date(2026, 11, 23), 7)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].fault == "its reader cannot be started"


@pytest.mark.parametrize("raw", [b"[]", b'{"busy": [1], "days_off": []}', b'{"busy": []}', b"["])
def test_what_is_no_answer_is_a_fault(raw: bytes) -> None:
    assert calendar_said(raw).fault == "its reader cannot be understood"


def test_a_frozen_program_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reading_command()[1:] == ("-m", "deskbreak", "calendar")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading_command() == (sys.executable, "calendar")
