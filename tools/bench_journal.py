"""What a long record costs: `python -m tools.bench_journal [--quick]`, a part of `./dev bench`.

Prints a line for each number of years. In milliseconds: a day, a year and all of the record until
the Log window is painted with it; the rows of all of it read by plain `sqlite3`; one more break
saved; what the program reads at its start. In seconds: what its care does once beside the windows.
In MiB: the most memory that an export takes. The journals are played by `tools.long_journal`,
which takes some seconds for each year, and are kept for the next time.
"""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from deskbreak.adapters.journal import day_rows, opening
from deskbreak.adapters.journal.file import SqliteJournal
from deskbreak.core.figures.span import Scale
from deskbreak.core.journal import DayLog, day_frame, day_log
from deskbreak.core.settings.values import Office, Settings
from deskbreak.core.words import English
from deskbreak.recollecting import region_of
from deskbreak.recording import Recorder
from deskbreak.ui import theme
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.log.window import LogWindow
from tools import long_journal
from tools.bench import medians_ms

FOLDER = Path("build") / "long-journals"
RUNS = 5
NOON_S = 12 * 3600
TODAY = long_journal.LAST.isoformat()
MOST_MS = {"day": 50.0, "year": 100.0, "all": 300.0, "append": 5.0}

# The kernel's own count for children would begin with the memory of who started them.
_EXPORT = """
import sys
from pathlib import Path
from deskbreak.cli.export import run
code = run(sys.argv[1:])
lines = Path("/proc/self/status").read_text("utf-8").splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM:")))
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Costs:
    """What one record costs, in the units that the head of the table names."""

    breaks: int
    steps: int
    day: float
    year: float
    all: float
    plain: float
    append: float
    start: float
    care: float
    export: float


def now() -> int:
    """Return noon of the last day, in UTC seconds."""
    noon = datetime.combine(long_journal.LAST, datetime.min.time(), UTC)
    return int(noon.timestamp()) + NOON_S


def opened(path: Path) -> SqliteJournal:
    """Open a journal without its daily care, which is measured by itself."""
    return SqliteJournal(opening.open_writer(path), path, now, English())


def window_of(journal: SqliteJournal) -> LogWindow:
    """Return a Log window over a journal."""

    def read_day(day: str) -> DayLog:
        facts = day_frame(day, Office(), UTC)
        found = journal.breaks(day, day), journal.happenings(*facts.bounds)
        return day_log(replace(facts, breaks=found[0], happenings=found[1]), 0)

    return LogWindow(
        LogSources(
            read_day=read_day,
            today=lambda: TODAY,
            sums=lambda first, last: journal.day_sums(first.isoformat(), last.isoformat()),
            region_of=region_of,
        ),
        English(),
    )


def spans_ms(window: LogWindow) -> list[float]:
    """Return how long a day, a year and all of the record take until they are painted."""

    def shown(scale: Scale) -> float:
        began = time.perf_counter()
        window.show_scale(scale)
        QApplication.processEvents()
        window.grab()
        return 1000 * (time.perf_counter() - began)

    taken: list[float] = []
    for scale in (Scale.DAY, Scale.YEAR, Scale.ALL):
        shown(scale)  # what is loaded for the first one only is not measured
        times: list[float] = []
        for _ in range(RUNS):
            shown(Scale.WEEK)  # another span in between: the same one again costs nothing
            times.append(shown(scale))
        taken.append(statistics.median(times))
    return taken


def read_plainly(path: Path) -> None:
    """Read the same rows with nothing but `sqlite3`."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("select * from break order by day, ended_at").fetchall()
        conn.execute("select * from step order by break_seq, position").fetchall()


def append_ms(journal: SqliteJournal) -> float:
    """Save some breaks more, and return how long one takes."""
    last = journal.breaks("0000-01-01", TODAY)[-1]
    more = replace(last, id="", day=TODAY, ended_at=now())
    return medians_ms(RUNS, partial(journal.write, more))[0]


def start(path: Path) -> None:
    """Read what the program reads before it knows what to ask of the person."""
    with closing(opened(path)) as journal:
        recorder = Recorder(journal)
        recorder.restrictions(TODAY, lambda _at: TODAY)
        recorder.past(TODAY).standing(Settings(), TODAY)


def export_mib(path: Path) -> float:
    """Export a journal in a process of its own, and return the most memory that it took."""
    with TemporaryDirectory() as home:
        data = Path(home) / "deskbreak"
        data.mkdir()
        shutil.copy(path, data / "deskbreak.db")
        environment = {**os.environ, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        command = [sys.executable, "-c", _EXPORT, str(Path(home) / "all.jsonl")]
        told = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True
        ).stdout
    return int(told.split()[-1]) / 1024


def costs_of(path: Path) -> Costs:
    """Measure a copy of a journal."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "deskbreak.db"
        shutil.copy(path, copy)
        with closing(opening.open_writer(copy)) as conn:
            began = time.perf_counter()
            day_rows.keep_days(conn)
            care = time.perf_counter() - began
            breaks, steps = (_count(conn, table) for table in ("break", "step"))
        plain, begun = medians_ms(RUNS, partial(read_plainly, copy), partial(start, copy))
        with closing(opened(copy)) as journal:
            window = window_of(journal)
            window.show()
            day, year, everything = spans_ms(window)
            window.close()
            append = append_ms(journal)
        memory = export_mib(copy)
    return Costs(breaks, steps, day, year, everything, plain, append, begun, care, memory)


def _count(conn: sqlite3.Connection, table: str) -> int:
    (count,) = conn.execute(f"select count(*) from {table}").fetchone()  # noqa: S608 - one of two
    return int(count)


def play(years: Sequence[int]) -> None:
    """Play the journals of some numbers of years; one that was cut short has another name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=FOLDER) as unfinished:
        long_journal.write(Path(unfinished), years)
        for each in years:
            (Path(unfinished) / f"{each}.db").rename(FOLDER / f"{each}.db")


def main(words: Sequence[str]) -> int:
    """Print the table; end with 1 when forty years pass a bound."""
    years = long_journal.YEARS[:2] if "--quick" in words else long_journal.YEARS
    play([each for each in years if not (FOLDER / f"{each}.db").exists()])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["deskbreak"])
    theme.apply(app, "light")
    gc.disable()  # as in the program, which collects between two events
    print("years  breaks   steps   day  year   all  plain  append  start  care, s  export, MiB")
    kept = True
    for each in years:
        costs = costs_of(FOLDER / f"{each}.db")
        print(
            f"{each:5}{costs.breaks:8}{costs.steps:8}{costs.day:6.0f}{costs.year:6.0f}"
            f"{costs.all:6.0f}{costs.plain:7.0f}{costs.append:8.1f}{costs.start:7.0f}"
            f"{costs.care:9.1f}{costs.export:13.0f}",
            flush=True,
        )
        kept = kept and all(getattr(costs, name) <= most for name, most in MOST_MS.items())
    print(
        "wanted at most" + " " * 8 + "".join(f"{MOST_MS[n]:6.0f}" for n in ("day", "year", "all"))
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
