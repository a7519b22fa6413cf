"""The button that saves a report, from the Log window to the file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core.figures.day_sum import DaySum, Did
from deskbreak.core.figures.report import Report, report_of
from deskbreak.core.figures.span import Scale, Span
from deskbreak.core.journal import day_frame, day_log
from deskbreak.core.settings.values import Office
from deskbreak.ports import JournalUnavailableError
from deskbreak.ui.log.report import Printed, pdf_of
from deskbreak.ui.log.report_form import ReportForm
from deskbreak.ui.log.report_sheet import Sheet
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.log.window import LogWindow
from tests.ui.day_samples import DAY, TR
from tests.ui.log_samples import MONDAY

AUTUMN = Span(date(2026, 9, 1), date(2026, 11, 23))


@dataclass
class Work:
    """A file that is being written."""

    ended: str | None = None
    reports: list[tuple[str, Report]] = field(default_factory=list)

    def begin(self, path: str, report: Report) -> Work:
        self.reports.append((path, report))
        return self

    def part(self) -> float:
        return 0.5

    def said(self) -> str | None:
        return self.ended


def sources_of(work: Work | None = None) -> LogSources:
    return LogSources(
        read_day=lambda day: day_log(day_frame(day, Office(), UTC), 600),
        today=lambda: DAY,
        sums=lambda _first, _last: (MONDAY,),
        write_report=None if work is None else work.begin,
    )


def test_the_form_begins_with_what_is_shown_and_says_what_was_saved(qtbot: QtBot) -> None:
    work = Work()
    window = LogWindow(sources_of(work), TR)
    qtbot.addWidget(window)
    assert window.report.isVisibleTo(window)
    window.show_scale(Scale.MONTH)
    window.report.click()
    form = window.report.form
    assert form is not None
    assert form.first.date() == QDate(2026, 11, 1)
    form.save.click()
    assert form.dialog is not None
    assert form.dialog.selectedFiles()[0].endswith("deskbreak_2026-11-01_2026-11-23.pdf")
    form.dialog.close()
    form.write_to("/home/me/november.pdf")
    assert not form.save.isEnabled()
    assert form.bar.isVisibleTo(form)
    work.ended = ""
    qtbot.waitUntil(form.save.isEnabled)
    assert said(form) == "Saved as november.pdf: 1 page."
    ((path, report),) = work.reports
    assert path == "/home/me/november.pdf"
    assert report.span.first == date(2026, 11, 1)


def said(form: ReportForm) -> str:
    assert isinstance(form.said, QLabel)
    return form.said.text() if form.said.isVisibleTo(form) else ""


def test_what_goes_wrong_is_said(qtbot: QtBot) -> None:
    work = Work("x.pdf cannot be written: No space left on device.")
    sources = sources_of(work)
    window = LogWindow(sources, TR)
    qtbot.addWidget(window)
    form = ReportForm(Span(AUTUMN.last, AUTUMN.first), sources, TR, window)
    form.write_to("x.pdf")
    qtbot.waitUntil(form.save.isEnabled)
    assert said(form) == work.ended
    assert work.reports[0][1].span == AUTUMN

    def broken(_first: date, _last: date) -> tuple[DaySum, ...]:
        raise JournalUnavailableError("The disk went away.")

    form = ReportForm(AUTUMN, replace(sources, sums=broken), TR, window)
    form.write_to("x.pdf")
    assert said(form) == "The disk went away."
    assert len(work.reports) == 1


def test_no_button_without_a_way_to_write(qtbot: QtBot) -> None:
    window = LogWindow(sources_of(), TR)
    qtbot.addWidget(window)
    assert not window.report.isVisibleTo(window)


def test_more_exercises_than_there_is_room_for_still_make_one_page(qtbot: QtBot) -> None:
    assert qtbot is not None
    did = tuple(Did(f"exercise_{n}", n, 30) for n in range(30))
    sums = [DaySum(DAY, seconds=900, done=1, did=did, hours=((9, 1),), week=1)]
    heard: list[float] = []
    report = report_of(AUTUMN, sums, lambda _name: "")
    content = pdf_of(report, Printed(TR, str, AUTUMN.last), heard.append)
    assert content.startswith(b"%PDF")
    assert b"/Count 1" in content
    assert heard == [1.0]


def test_the_lines_of_a_chart_are_named_in_full(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    written: list[str] = []
    monkeypatch.setattr(Sheet, "_write", lambda _sheet, _area, text, *_how: written.append(text))
    busy = replace(MONDAY, seconds=9000)
    pdf_of(report_of(AUTUMN, (busy,), str), Printed(TR, str, AUTUMN.last))
    assert {"30 min", "1 h 30 min", "2 h 30 min"} <= set(written)
    assert not [text for text in written if text.endswith("\u2026")]
