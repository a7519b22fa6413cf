"""A week, a month, a year or all of the record: its chart, and what it adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskbreak.core.figures.columns import Column, columns_of
from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.figures.shares import fullness, hours_shown, most_of, parts, shares
from deskbreak.core.figures.span import Scale, Span
from deskbreak.core.figures.streak import Streak
from deskbreak.core.figures.summary import Region, Summary, summary_of
from deskbreak.core.journal_words import hold_word
from deskbreak.core.wording import figures as words
from deskbreak.core.wording.library import region_name
from deskbreak.core.wording.times import month_text, span_text, weekday_text
from deskbreak.core.words import Words
from deskbreak.ui.day.break_card import empty
from deskbreak.ui.log.bars import Bars
from deskbreak.ui.log.chart import Item
from deskbreak.ui.log.chart_card import ChartCard
from deskbreak.ui.log.heat_map import HeatMap, MapWords
from deskbreak.ui.log.month_map import MonthMap
from deskbreak.ui.log.rows import Rows
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, ROLE, body, card, muted, title

_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page is about."""

    scale: Scale
    span: Span
    sums: tuple[DaySum, ...]
    streak: Streak
    today: str


class FiguresPage(QWidget):
    """Shows the figures of a span. `looked` carries the first day of a column to look into."""

    looked = Signal(object)

    def __init__(self, sources: LogSources, tr: Words) -> None:
        super().__init__()
        self._sources, self._tr = sources, tr
        self._shown: Shown | None = None
        self._columns: tuple[Column, ...] = ()
        self._totals, self._streak = body(""), muted("")
        names = (tr("Day"), tr("Exercise"), tr("Breaks"))
        months = tuple(month_text(month, tr) for month in _MONTHS)
        self._of_span, self._of_day = Bars(tr("Minutes of exercise")), Bars(tr("Time of day"))
        self.bars = ChartCard(self._of_span, names, tr)
        weekdays = tuple(weekday_text(weekday, tr) for weekday in range(7))
        about = MapWords(months, weekdays, tr("no exercise"), tr("the day's goal"))
        self._map = HeatMap(tr("Days with a break"), about)
        self.year = ChartCard(self._map, names, tr)
        self.hours = ChartCard(self._of_day, (tr("Hour"), tr("Breaks")), tr)
        self._calendar = MonthMap(tr("Minutes of exercise by day"), weekdays)
        self.month = ChartCard(self._calendar, names, tr)
        of_body = (tr("Exercise"), tr("Part of the body"), tr("Repetitions"), tr("Time"))
        self.did = ChartCard(Rows(tr("What you did")), of_body, tr)
        self._between, self._felt = QVBoxLayout(), QVBoxLayout()
        self._cards = (
            _titled(tr("What came between"), self._between),
            _titled(tr("How it felt"), self._felt),
        )
        for card_ in (self.bars, self.month, self.year):
            card_.chart.looked.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        charts = (self._totals, self._streak, self.bars, self.month, self.year)
        below: tuple[QWidget, ...] = (self.did, self.hours, *self._cards)
        for part in (*charts, *below):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def said(self) -> str:
        """What the span adds up to."""
        return self._totals.text()

    def show_figures(self, shown: Shown) -> None:
        """Show a span; the same one again costs nothing."""
        if shown == self._shown:
            return
        self._shown = shown
        summary = summary_of(shown.sums, self._sources.region_of)
        self._columns = columns_of(shown.scale, shown.span, shown.sums)
        nothing = self._tr("Nothing here yet. What you do will show up here.")
        self._totals.setText(words.totals_text(summary, self._tr) or nothing)
        self._streak.setText(words.streak_text(shown.streak, shown.scale, self._tr))
        self._streak.setVisible(bool(self._streak.text()))
        self._show_chart(shown)
        self._show_hours(summary)
        self._show_did(summary)
        _fill(self._between, words.between_lines(summary, partial(hold_word, self._tr), self._tr))
        _fill(self._felt, words.felt_lines(self._columns, summary, shown.scale, self._tr))
        for each, lines in zip(self._cards, (self._between, self._felt), strict=True):
            each.setVisible(lines.count() > 0)

    def _show_chart(self, shown: Shown) -> None:
        chart = {Scale.MONTH: self.month, Scale.YEAR: self.year}.get(shown.scale, self.bars)
        for each in (self.bars, self.month, self.year):
            each.setVisible(each is chart)
        if chart is not self.bars:
            firsts = tuple(n for n, each in enumerate(self._columns) if each.first.day == 1)
            if chart is self.year:
                self._map.begin(shown.span.first.weekday(), firsts)
            else:
                self._calendar.begin(shown.span.first.weekday())
            heights = [(fullness(each), 0.0) for each in self._columns]
        else:
            heights = list(shares(self._columns))
            self._of_span.top = span_text(most_of(self._columns), self._tr)
        items = [
            Item(
                words.column_label(each, shown.scale, self._tr),
                words.column_sentence(each, self._tr),
                *height,
                strong=each.first.isoformat() <= shown.today <= each.last.isoformat(),
                empty=not each.seconds,
                figure=span_text(each.seconds, self._tr),
            )
            for each, height in zip(self._columns, heights, strict=True)
        ]
        chart.chart.show_items(items)
        chart.show_rows([self._row(each) for each in self._columns if each.seconds or each.done])

    def _row(self, column: Column) -> tuple[str, ...]:
        name = words.column_name(column, self._tr)
        return name, words.minutes_of(column, self._tr), str(column.done)

    def _show_hours(self, summary: Summary) -> None:
        self.hours.setVisible(any(summary.hours))
        most = max(summary.hours) or 1
        self._of_day.top = words.breaks_text(most, self._tr)
        shown = [(hour, summary.hours[hour]) for hour in hours_shown(summary.hours)]
        self.hours.chart.show_items([self._hour(hour, n, most) for hour, n in shown])
        self.hours.show_rows([(f"{hour:02d}:00", str(n)) for hour, n in shown if n])

    def _hour(self, hour: int, n: int, most: int) -> Item:
        said = f"{hour:02d}:00, {words.breaks_text(n, self._tr)}"
        return Item(str(hour), said, n / most, empty=not n)

    def _show_did(self, summary: Summary) -> None:
        self.did.setVisible(bool(summary.regions))
        lines = [line for region in summary.regions for line in self._region(region)]
        shares = parts([seconds for _, seconds in lines])
        items = [replace(item, share=part) for (item, _), part in zip(lines, shares, strict=True)]
        self.did.chart.show_items(items)
        self.did.show_rows([row for region in summary.regions for row in self._did_rows(region)])

    def _region(self, region: Region) -> list[tuple[Item, int]]:
        """Return the lines of a part of the body and of its exercises, each with its seconds."""
        name, spent = self._named(region), span_text(region.seconds, self._tr)
        said = self._tr("{title}: {amount}", title=name, amount=spent)
        lines = [(Item(name, said, 0.0, strong=True, figure=spent), region.seconds)]
        for did in region.did:
            said = words.did_text(did, self._sources.title_of, self._tr)
            figure = words.amount_text(did, self._tr)
            title = self._sources.title_of(did.exercise)
            lines.append((Item(title, said, 0.0, figure=figure), did.seconds))
        return lines

    def _did_rows(self, region: Region) -> list[tuple[str, ...]]:
        name, title_of = self._named(region), self._sources.title_of
        return [
            (title_of(did.exercise), name, str(did.reps or ""), span_text(did.seconds, self._tr))
            for did in region.did
        ]

    def _named(self, region: Region) -> str:
        return region_name(region.region, self._tr) if region.region else self._tr("Other")

    def _look(self, index: int) -> None:
        self.looked.emit(self._columns[index])


def _titled(name: str, lines: QVBoxLayout) -> QWidget:
    frame = card()
    frame.setProperty(ROLE, "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
    column.setSpacing(GAP_SMALL)
    column.addWidget(title(name))
    column.addLayout(lines)
    return frame


def _fill(layout: QVBoxLayout, lines: Sequence[str]) -> None:
    empty(layout)
    for line in lines:
        layout.addWidget(body(line))
