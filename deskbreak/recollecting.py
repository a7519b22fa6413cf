"""What the Log window reads and whom it asks, put together from the reader and the exercises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.adapters.background import Background, Progress
from deskbreak.adapters.catalog import load_exercises, title_of
from deskbreak.core.command import Command, Reply, Start
from deskbreak.core.figures.report import Report
from deskbreak.core.words import Words
from deskbreak.reading import Reader
from deskbreak.ui.log.sources import LogSources


def log_sources(reader: Reader, send: Callable[[Command], Reply], tr: Words) -> LogSources:
    """Return what the Log window reads; `send` carries out what a person wishes to mend."""
    return LogSources(
        read_day=reader.day,
        today=reader.today,
        title_of=partial(title_of, tr),
        sums=reader.sums,
        region_of=region_of,
        mend=send,
        missed=reader.missed,
        redo=lambda: send(Start(missed=True)),
        write_report=partial(_write_report, reader, tr),
    )


def _write_report(reader: Reader, tr: Words, path: str, report: Report) -> Background:
    """Begin to write a report beside the windows; what draws it is loaded for the first one."""
    from deskbreak.ui.log.report import Printed, pdf_of  # noqa: PLC0415 - few ever print one

    printed = Printed(tr, partial(title_of, tr), date.fromisoformat(reader.today()))

    def work(told: Progress) -> str:
        content = pdf_of(report, printed, told)
        try:
            write_atomically(Path(path), content)
        except OSError as error:
            why = error.strerror or type(error).__name__
            return tr("{file} cannot be written: {why}.", file=path, why=why)
        return ""

    return Background(work, tr("The report could not be written. The log says more."))


def region_of(exercise: str) -> str:
    """Return the part of the body that an exercise moves; "" for one that is gone."""
    found = load_exercises().get(exercise)
    return found.region if found is not None else ""
