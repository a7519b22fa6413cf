"""The Log window by keyboard alone, and what a screen reader hears of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskbreak.adapters.clock import SystemClock
from deskbreak.core.settings.values import Office
from deskbreak.core.timing.workday import day_of
from tests.journeys import log_history as told
from tests.journeys.desktop import Desktop
from tests.journeys.listening import Ears
from tests.journeys.log_history import Kept
from tests.journeys.test_day import ALWAYS_OPEN, log, run
from tests.journeys.test_first_break import key, tab_to

pytestmark = pytest.mark.skipif(shutil.which("xdotool") is None, reason="not installed: xdotool")

_DAYS = ["Day", "Exercise", "Breaks"]
_MISSED_SOON = """
[schedule]
earliest_min = 15
latest_min = 15
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """A person who reads the Log by ears: the desktop, what is heard, what the record holds."""

    desk: Desktop
    ears: Ears
    today: date
    kept: list[Kept]

    def hear(self, sentence: str) -> None:
        """Wait until a sentence is the last that was said."""
        self.desk.wait_until(
            lambda: self.ears.said[-1:] == [sentence], 10, f"{sentence!r}, not {self.ears.said}"
        )

    def table(self, chart: str) -> list[list[str]]:
        """Turn a chart into its table by the keyboard, read headers and rows, and turn it back."""
        tab_to(self.desk, f"As a table: {chart}")
        key(self.desk, "space")
        self.desk.wait_until(lambda: self._rows(chart)[1:], 10, f"the table of {chart}")
        rows = self._rows(chart)
        key(self.desk, "space")
        return rows

    def _rows(self, chart: str) -> list[list[str]]:
        nodes = self.desk.nodes()
        begins = next(
            n for n, each in enumerate(nodes) if (each.role, each.name) == ("table", chart)
        )
        inner = nodes[begins + 1 :]
        ends = next((n for n, each in enumerate(inner) if each.role == "label"), len(inner))
        heads = [each.name for each in inner[:ends] if each.role == "column header"]
        cells = [each.name for each in inner[:ends] if each.role == "cell"]
        wide = len(heads)
        return [heads, *(cells[n : n + wide] for n in range(0, len(cells), wide))]

    def between(self, first: date, last: date) -> list[Kept]:
        """Return what the record holds of some days."""
        return [each for each in self.kept if first <= each.day <= last]


def prepare(desktop: Desktop, more: str = "") -> Path:
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "config.toml").write_text(ALWAYS_OPEN + more, "utf-8")
    return Path(desktop.environment["XDG_DATA_HOME"]) / "deskbreak" / "deskbreak.db"


def today() -> date:
    now = SystemClock().read()
    return day_of(now.utc, Office(), now.zone)


@pytest.fixture
def reading(desktop: Desktop) -> Iterator[Reading]:
    """Give somebody with a record of some months, and the Log open before them."""
    kept = told.history(today())
    told.write(prepare(desktop), kept)
    with closing(Ears(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])) as ears:
        desktop.start("run", "--show", "log")
        desktop.wait_until(lambda: desktop.focused() == "Day", 30, "the Log to open")
        yield Reading(desktop, ears, today(), kept)
    desktop.cli("quit")


def labels(desk: Desktop) -> Sequence[str]:
    return desk.names("label")


def test_each_span_is_heard_and_every_chart_has_its_table(reading: Reading) -> None:
    day, desk = reading.today, reading.desk
    monday = day - timedelta(days=day.weekday())
    week = reading.between(monday, day)
    key(desk, "w")
    sunday = monday + timedelta(days=6)
    name = f"{told.short(monday)} \u2013 {told.short(sunday)} {sunday.year}"
    reading.hear(f"{name}. {told.total(week)}")
    days_kept = len({each.day for each in reading.kept if each.done})
    assert f"{days_kept} days in a row" in labels(desk)
    assert reading.table("Minutes of exercise") == [_DAYS, *told.day_rows(week)]
    assert reading.table("What you did") == told.exercise_rows(week)
    assert reading.table("Time of day") == told.hour_rows(week)

    month = reading.between(day.replace(day=1), day)
    key(desk, "m")
    reading.hear(f"{told.month_said(day)}. {told.total(month)}")
    assert reading.table("Minutes of exercise by day") == [_DAYS, *told.day_rows(month)]

    year = reading.between(date(day.year, 1, 1), day)
    key(desk, "y")
    reading.hear(f"{day.year}. {told.total(year)}")
    assert reading.table("Days with a break") == [_DAYS, *told.day_rows(year)]
    assert reading.table("Time of day") == told.hour_rows(year)
    assert set(told.between_said(year)) <= set(labels(desk))

    key(desk, "a")
    first = reading.kept[0].day.year
    years = str(day.year) if first == day.year else f"{first} \u2013 {day.year}"
    reading.hear(f"All of it: {years}. {told.total(reading.kept)}")
    assert reading.table("Minutes of exercise") == [_DAYS, *told.month_rows(reading.kept)]
    assert reading.table("What you did") == told.exercise_rows(reading.kept)
    desk.screenshot("log-by-reader")


def test_arrows_tell_the_days_and_return_opens_one(reading: Reading) -> None:
    day, desk = reading.today, reading.desk
    key(desk, "y")
    tab_to(desk, "Days with a break")
    reading.hear(told.day_heard(reading.kept, day))
    for names, back in (("Left", 7), ("Up", 8), ("Up", 9), ("Right", 2), ("Left", 9)):
        key(desk, names)
        asked = day - timedelta(days=back)
        if asked.year == day.year:  # a year begins with its first day
            reading.hear(told.day_heard(reading.kept, asked))
    key(desk, "End", "Home")
    reading.hear(told.day_heard(reading.kept, date(day.year, 1, 1)))
    key(desk, "Return")
    opened = told.day_said(date(day.year, 1, 1))
    desk.wait_until(lambda: opened in labels(desk), 10, "the day to be shown")
    key(desk, "m", "Next")
    february = reading.between(date(day.year, 2, 1), date(day.year, 2, 28))
    reading.hear(f"Feb {day.year}. {told.total(february)}")


def test_a_break_is_added_noted_deleted_and_brought_back(reading: Reading) -> None:
    day, desk = reading.today - timedelta(days=1), reading.desk
    key(desk, "Prior")
    desk.wait_until(lambda: told.day_said(day) in labels(desk), 10, "the day before")
    of = f"of {day}, 18:30-18:37,"
    card = "18:30-18:37, A break away from the desk, Added by hand"
    tab_to(desk, "Add a break")
    key(desk, "space")
    tab_to(desk, "Began at")
    key(desk, *"1830")
    tab_to(desk, "Minutes")
    key(desk, "ctrl+a", "7")
    tab_to(desk, "Save")
    key(desk, "space")
    reading.hear(f"The break {of} is written down.")
    tab_to(desk, f"Note\u2026: {card}")
    key(desk, "space")
    tab_to(desk, "Note")
    key(desk, *"walk")
    tab_to(desk, "Save")
    key(desk, "space")
    reading.hear(f"The note stands with the break {of[:-1]}.")
    tab_to(desk, f"Delete: {card}")
    key(desk, "space")
    reading.hear(f"The break {of} is out of the record.")
    assert not [each for each in desk.names() if card in each]
    tab_to(desk, "Undo")
    key(desk, "space")
    reading.hear(f"Undone: the break {of} is back in the record.")
    assert [each for each in desk.names() if card in each]


def test_a_report_is_saved(reading: Reading) -> None:
    desk, file = reading.desk, reading.desk.folder / "mine.pdf"
    tab_to(desk, "Save a report")
    key(desk, "space")
    tab_to(desk, "Save")
    key(desk, "space")
    desk.wait_until(lambda: "File name:" in desk.names(), 10, "the question for a file")
    key(desk, "ctrl+a", *(told.key_of(letter) for letter in str(file)), "Return")
    reading.hear("Saved as mine.pdf: 1 page.")
    assert file.read_bytes().startswith(b"%PDF")


def test_a_missed_break_is_done_now(desktop: Desktop) -> None:
    desk = desktop
    prepare(desk, _MISSED_SOON)
    run(desk, "--speed", "120", "--show", "log")
    desk.wait_until(
        lambda: "missed" in [each["outcome"] for each in log(desk)], 60, "a break to be missed"
    )
    desk.wait_until(lambda: any(each.startswith("Do it now") for each in desk.names()))
    name = next(each for each in desk.names("push button") if each.startswith("Do it now"))
    tab_to(desk, name)
    key(desk, "space")
    desk.wait_until(lambda: "deskbreak - Break" in desk.names(), what="the break window to open")
    desk.cli("quit")
