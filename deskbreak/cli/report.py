"""`deskbreak report`: the record as pages to print, with the program running or closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial

from deskbreak.adapters.catalog import title_of
from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.journal.reader import JournalReader
from deskbreak.adapters.lean_qt import load_qt
from deskbreak.adapters.paths import find_paths, site_config_file
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.cli.journal_access import tell_of_bad_rows, with_journal
from deskbreak.cli.new_file import write_new
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, USAGE
from deskbreak.core.figures.report import Report, report_of
from deskbreak.core.figures.span import Span
from deskbreak.core.timing.workday import day_of
from deskbreak.core.words import English
from deskbreak.recollecting import region_of

_USE = "Use: deskbreak report FILE.pdf [--from D --to D]"
_EARLIEST = date(1970, 1, 2)


class _UsageError(Exception):
    """The words make no sense; the sentence says what would be right."""


def run(args: list[str]) -> int:
    """Write the report to the file that is named and return the exit code."""
    today = _today()
    try:
        path, span = _asked(args, today)
    except _UsageError as error:
        complain(f"{error}\n{_USE}" if str(error) else _USE)
        return USAGE
    return with_journal(lambda journal: _report(journal, path, span, today))


def _today() -> date:
    settings, _ = SettingsToml(find_paths().config_file, site=site_config_file()).load()
    now = SystemClock().read()
    return day_of(now.utc, settings.office, now.zone)


def _asked(args: list[str], today: date) -> tuple[str, Span]:
    """Read the words of the command line; without days it is the running month until today."""
    files: list[str] = []
    days: dict[str, date] = {}
    words = [part for word in args for part in (word.split("=", 1) if word[:2] == "--" else [word])]
    while words:
        word = words.pop(0)
        if word in ("--from", "--to") and word not in days:
            days[word] = _day(word, words, today)
        elif word.startswith("-") or files:
            raise _UsageError
        else:
            files.append(word)
    if not files or not files[0].lower().endswith(".pdf"):
        raise _UsageError("Name a file that ends in .pdf.")
    span = Span(days.get("--from", today.replace(day=1)), days.get("--to", today))
    if span.last < span.first:
        raise _UsageError("--to is before --from.")
    return files[0], span


def _day(option: str, words: list[str], today: date) -> date:
    text = words.pop(0) if words else ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _UsageError(f"{option} takes a day as 2026-11-22, not {text!r}.") from None
    if not _EARLIEST <= day <= today:
        raise _UsageError(f"{option} takes a day from {_EARLIEST} to today, not {text}.")
    return day


def _report(journal: JournalReader, path: str, span: Span, today: date) -> int:
    """Write a new file; one that is there already is left as it is, and nothing is drawn for it."""
    sums = journal.day_sums(span.first.isoformat(), span.last.isoformat())
    report = report_of(span, sums, region_of)

    def content() -> Iterator[bytes]:
        yield _drawn(report, today)

    if write_new(path, content()) is None:
        return FAILED
    pages = English().plural("1 page", "{n} pages", len(report.pages))
    say(f"Written to {path}: {pages}, {span.first} to {span.last}.")
    tell_of_bad_rows(journal)
    return DONE


def _drawn(report: Report, today: date) -> bytes:
    """Draw without a display: fonts want a Qt application, but no window is opened."""
    load_qt()
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - Qt only to draw

    from deskbreak.ui.log.report import Printed, pdf_of  # noqa: PLC0415 - as above

    app = QGuiApplication.instance() or QGuiApplication(["deskbreak"])
    tr = English()
    content = pdf_of(report, Printed(tr, partial(title_of, tr), today))
    del app
    return content
