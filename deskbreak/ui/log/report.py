"""The printed report: a PDF with a page for each month, for oneself or to hand to somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QRectF
from PySide6.QtGui import QPainter, QPdfWriter

from deskbreak.core.figures.report import Page, Report, marks_of
from deskbreak.core.journal_words import TitleOf, hold_word
from deskbreak.core.wording import figures as figure_words
from deskbreak.core.wording import report as words
from deskbreak.core.wording.library import region_name
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words
from deskbreak.ui.colours import theme_for
from deskbreak.ui.log.report_sheet import CENTRE, LEFT, RIGHT, Cell, Sheet, set_up

_COLOURS = ("text", "muted", "accent", "line", "good", "soft")
_BODY, _SMALL = 9.5, 8.5
_GAP = 13.0
_FOOT = 34.0
"""Points at the foot of a page that its origin and number stand in."""

_CHART = 122.0
_HOURS = 52.0
_SIDE = 42.0
"""The least points beside a chart for the minutes that its lines stand for."""

_MOST_ROWS = 14
_MOST_LABELS = 16


@dataclass(frozen=True, slots=True)
class Printed:
    """What goes with the report: its words, the names of exercises, the day that it was made."""

    tr: Words
    title_of: TitleOf
    made_on: date


def nothing_told(_part: float) -> None:
    """Tell nobody how far it is."""


def pdf_of(report: Report, printed: Printed, told: Callable[[float], None] = nothing_told) -> bytes:
    """Return a PDF file with the report; its fonts are in it. A Qt GUI application must run.

    `told` hears how much of it is drawn; it may be drawn in any thread.
    """
    tr = printed.tr
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    set_up(writer)
    writer.setTitle(f"{tr('Record of breaks')}, {words.from_to(report.span, tr)}")
    writer.setCreator("deskbreak")
    painter = QPainter(writer)
    theme = theme_for(False)  # noqa: FBT003 - paper is light
    sheet = Sheet(painter, writer, {name: theme.color(name) for name in _COLOURS})
    for number, page in enumerate(report.pages, 1):
        if number > 1:
            writer.newPage()
            sheet.begin()
        _draw(sheet, report, page, printed)
        _foot(sheet, (number, len(report.pages)), printed)
        told(number / len(report.pages))
    painter.end()
    return bytes(buffer.data().data())


def _draw(sheet: Sheet, report: Report, page: Page, printed: Printed) -> None:
    tr = printed.tr
    sheet.row(
        [(tr("Record of breaks"), 0.5, LEFT), (words.from_to(report.span, tr), 0.5, RIGHT)],
        _BODY,
        "muted",
    )
    sheet.text(words.page_title(page, tr), 21, strong=True)
    sheet.top += 6
    sheet.facts(words.facts(page.summary, tr))
    _part(sheet, words.chart_title(page, tr))
    _chart(sheet, page, tr)
    sheet.top += _GAP
    _part(sheet, tr("What was done"))
    _table(sheet, page, printed)
    _part(sheet, tr("Breaks by time of day"))
    _hours(sheet, page.summary.hours)
    sheet.top += _GAP
    _lines(sheet, tr("What came between"), _between(page, tr), tr)
    _lines(sheet, tr("How it felt"), words.felt_lines(page, tr), tr)


def _part(sheet: Sheet, title: str) -> None:
    sheet.text(title, 10.5, strong=True)
    sheet.top += 5


def _between(page: Page, tr: Words) -> Sequence[str]:
    return figure_words.between_lines(page.summary, partial(hold_word, tr), tr)


def _lines(sheet: Sheet, title: str, lines: Sequence[str], tr: Words) -> None:
    _part(sheet, title)
    for line in words.nothing_text(lines, tr):
        sheet.row([(line, 1.0, LEFT)], _BODY)
    sheet.top += _GAP


def _chart(sheet: Sheet, page: Page, tr: Words) -> None:
    """Draw a column for each day, month or year, between lines for round minutes."""
    marks = marks_of(page.columns)
    foot, most = sheet.top + 4 + _CHART, marks[-1]
    named = {0: "", **{mark: span_text(mark, tr) for mark in marks}}
    side = max(_SIDE, sheet.wide_of(tuple(named.values()), _SMALL) + 8)
    for mark, name in named.items():
        at = foot - _CHART * mark / most
        sheet.line(QLineF(side, at, sheet.width, at), 0.5, "text" if not mark else "line")
        sheet.at(QRectF(0, at - 6, side - 6, 12), name, _SMALL, "muted", RIGHT)
    wide = (sheet.width - side) / len(page.columns)
    every = max(1, -(-len(page.columns) // _MOST_LABELS))
    for n, column in enumerate(page.columns):
        left = side + n * wide
        high = _CHART * column.seconds / most
        bar = min(wide * 0.66, 26.0)
        start = left + (wide - bar) / 2
        reached = 0 < column.goal_s <= column.seconds
        sheet.box(QRectF(start, foot - high, bar, high), "good" if reached else "accent")
        if column.goal_s:
            goal = foot - _CHART * column.goal_s / most
            sheet.line(QLineF(left + 1, goal, left + wide - 1, goal), 0.9, "text", dotted=True)
        if n % every == 0:
            below = QRectF(left - wide, foot + 2, 3 * wide, 12)
            sheet.at(below, words.label(page, column, tr), _SMALL, "muted", CENTRE)
    sheet.top = foot + 14


def _table(sheet: Sheet, page: Page, printed: Printed) -> None:
    """List exercises with their part of the body; most time first within each part."""
    tr = printed.tr
    named: Callable[[str], str] = partial(_region, tr)
    rows = words.did_rows(page.summary, printed.title_of, named, _MOST_ROWS)
    if not rows:
        sheet.text("\n".join(words.nothing_text((), tr)), _BODY)
        sheet.top += _GAP
        return
    head = (tr("Exercise"), tr("Part of the body"), tr("Repetitions"), tr("Time"))
    sheet.row(_cells(head), _SMALL, "muted")
    sheet.rule(sheet.top)
    for title, region, did in rows:
        sheet.row(_cells((title, region, *words.did_cells(did, tr))), _BODY)
    left = sum(len(region.did) for region in page.summary.regions) - len(rows)
    if left:
        sheet.text(words.more_text(left, tr), _SMALL, "muted")
    sheet.top += _GAP


def _region(tr: Words, region: str) -> str:
    return region_name(region, tr) if region else tr("Other")


def _cells(texts: tuple[str, str, str, str]) -> list[Cell]:
    parts = ((0.42, LEFT), (0.26, LEFT), (0.16, RIGHT), (0.16, RIGHT))
    return [(text, wide, side) for text, (wide, side) in zip(texts, parts, strict=True)]


def _hours(sheet: Sheet, hours: tuple[int, ...]) -> None:
    """Draw how many breaks began in each hour, with their number above."""
    most, wide = max(hours) or 1, sheet.width / len(hours)
    foot = sheet.top + 10 + _HOURS
    sheet.rule(foot, "text")
    for hour, count in enumerate(hours):
        high = _HOURS * count / most
        left = hour * wide
        sheet.box(QRectF(left + wide * 0.2, foot - high, wide * 0.6, high), "accent")
        if count:
            above = QRectF(left - wide, foot - high - 11, 3 * wide, 11)
            sheet.at(above, str(count), 7.5, "muted", CENTRE)
        sheet.at(QRectF(left, foot + 2, wide, 11), f"{hour}", 7.5, "muted", CENTRE)
    sheet.top = foot + 13


def _foot(sheet: Sheet, place: tuple[int, int], printed: Printed) -> None:
    tr, (number, pages) = printed.tr, place
    sheet.top = sheet.height - _FOOT
    sheet.rule(sheet.top)
    sheet.top += 3
    sheet.text(words.origin_text(tr), 7.5, "muted")
    made = tr("Made on {date}", date=words.date_text(printed.made_on, tr))
    counted = tr("Page {n} of {pages}", n=number, pages=pages)
    sheet.row([(made, 0.5, LEFT), (counted, 0.5, RIGHT)], 7.5, "muted")
