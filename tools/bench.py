"""What deskbreak costs, against a bare tray script: `./dev bench`, `./dev bench --quick`.

Each program is measured alone, one after the other, on a virtual desktop of its own with a real
tray. What counts is the ratio: absolute numbers change with the machine. Other programs that use
Qt at the same time make both look smaller, for memory is counted by share.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.virtual_desktop import VirtualDesktop, start_tray, virtual_desktop

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("deskbreak")
AT_WORK = """[office]
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
hours = ["00:00-24:00"]
lunch = ""

[safety]
acknowledged = 2026-01-01
cleared = true
"""
"""A person who has read the safety page and is at work now, so that the program really waits."""

MOST_SWITCHES = 12
MOST_MEMORY = 1.4
MOST_CLIENT = 3.0
MOST_YEAR_S = 2.0
MOST_SIXTY, MOST_THIRTY = 15.0, 8.0
"""Percent of one core while the break window draws 60 and 30 frames a second."""
MOST_FIRST = 3.0
FIRSTS = 5
RUNS = 20
YEARS = 3


@dataclass(frozen=True, slots=True)
class Rest:
    """What a program cost while it waited.

    Attributes:
        switches: Context switches a minute, of all its threads.
        memory: Memory by share (PSS) in MiB.
        cpu: Milliseconds of processor time a minute.
    """

    switches: float
    memory: float
    cpu: float


def switches_of(pid: int) -> dict[str, int]:
    """Return the context switches so far of each thread of a process."""
    totals: dict[str, int] = {}
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        lines = status.read_text("utf-8").splitlines()
        counts = [int(line.split()[1]) for line in lines if "ctxt_switches" in line]
        totals[status.parent.name] = sum(counts)
    return totals


def since(before: dict[str, int], after: dict[str, int]) -> int:
    """Return what was added, thread by thread: one that ended in between takes nothing away."""
    return sum(count - before.get(thread, 0) for thread, count in after.items())


def memory_of(pid: int) -> float:
    """Return the memory of a process by share (PSS) in MiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def cpu_of(pid: int) -> float:
    """Return the processor time of a process so far in milliseconds."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pause(seconds: float) -> None:
    """Let the measured program wait."""
    time.sleep(seconds)  # noqa: TID251 - waiting is what is measured


def rest_of(desktop: VirtualDesktop, settle: float, minutes: float) -> Rest:
    """Measure the part `program` of a desktop while it waits.

    Raises:
        SystemExit: It ended.
    """
    process = desktop.parts["program"]
    pause(settle)
    if process.poll() is not None:
        raise SystemExit(f"the program ended: {desktop.words_of('program')}")
    switches, cpu = switches_of(process.pid), cpu_of(process.pid)
    pause(60 * minutes)
    return Rest(
        since(switches, switches_of(process.pid)) / minutes,
        memory_of(process.pid),
        (cpu_of(process.pid) - cpu) / minutes,
    )


def medians_ms(runs: int, *each: Callable[[], object]) -> list[float]:
    """Return the median times in milliseconds of some things, done in turns.

    In turns, so that what else the machine does meanwhile slows all of them alike.
    """
    times: list[list[float]] = [[] for _ in each]
    for _ in range(runs):
        for taken, run in zip(times, each, strict=True):
            began = time.perf_counter()
            run()
            taken.append(1000 * (time.perf_counter() - began))
    return [statistics.median(taken) for taken in times]


def ran(command: Sequence[str], environment: dict[str, str]) -> str:
    """Run a command to its end and return what it printed.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    return subprocess.run(
        command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


def row(what: str, ours: str, theirs: str, ratio: str, most: str) -> None:
    """Print one line of the table."""
    print(f"{what:34}{ours:>12}{theirs:>12}{ratio:>9}   {most}", flush=True)


def bare(settle: float, minutes: float) -> Rest:
    """Measure the bare tray script."""
    with virtual_desktop() as desktop:
        start_tray(desktop)
        desktop.start("program", [sys.executable, str(ROOT / "tools" / "bare_tray.py")])
        return rest_of(desktop, settle, minutes)


def deskbreak(settle: float, minutes: float) -> tuple[Rest, float, float]:
    """Measure deskbreak at rest; then its client and a bare Python, in milliseconds."""
    with virtual_desktop() as desktop:
        start_tray(desktop)
        folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
        folder.mkdir(mode=0o700)
        (folder / "config.toml").write_text(AT_WORK, "utf-8")
        desktop.start("program", [str(PROGRAM), "run"])
        rest = rest_of(desktop, settle, minutes)
        env = desktop.environment
        state = json.loads(ran([str(PROGRAM), "status", "--json"], env))["state"]
        if state != "working":
            raise SystemExit(f"deskbreak was not at work but {state}")
        client, python = medians_ms(
            RUNS,
            lambda: ran([str(PROGRAM), "status"], env),
            lambda: ran([sys.executable, "-c", "pass"], env),
        )
    return rest, client, python


def break_window() -> bool:
    """Measure the break window, print it, and return whether it keeps its bounds."""
    script = [sys.executable, "-m", "tools.bench_break"]
    with virtual_desktop() as desktop:
        env = desktop.environment
        lines = [line.split() for line in ran(script, env).splitlines()]
        warm, bare_warm = map(float, ran([*script, "firsts"], env).split())
        ours, empty = medians_ms(
            FIRSTS, lambda: ran([*script, "break"], env), lambda: ran([*script, "empty"], env)
        )
    for name, sixty, fast, thirty, slow in lines:
        row(f"{name} at {fast} a second, %", sixty, "", "", f"at most {MOST_SIXTY:g}")
        row(f"{name} at {slow} a second, %", thirty, "", "", f"at most {MOST_THIRTY:g}")
    row(
        "break / empty, warm process, ms",
        *(f"{warm:.1f}", f"{bare_warm:.1f}", f"{warm / bare_warm:.2f}", ""),
    )
    row(
        "break window / empty window, ms",
        *(f"{ours:.0f}", f"{empty:.0f}", f"{ours / empty:.2f}", f"at most {MOST_FIRST:g}"),
    )
    drawn = all(float(line[1]) <= MOST_SIXTY and float(line[3]) <= MOST_THIRTY for line in lines)
    return drawn and ours <= MOST_FIRST * empty


def print_rest(ours: Rest, theirs: Rest) -> None:
    """Print what both cost while they wait."""
    ratio = ours.memory / theirs.memory
    row(
        "context switches a minute",
        *(f"{ours.switches:.1f}", f"{theirs.switches:.1f}", "", f"at most {MOST_SWITCHES}"),
    )
    row(
        "memory (PSS), MiB",
        *(f"{ours.memory:.1f}", f"{theirs.memory:.1f}", f"{ratio:.2f}", f"at most {MOST_MEMORY}"),
    )
    row("processor time a minute, ms", f"{ours.cpu:.0f}", f"{theirs.cpu:.0f}", "", "")


def main(words: list[str]) -> int:
    """Print the table; end with 1 when a bound is passed."""
    settle, minutes = (5.0, 1 / 6) if "--quick" in words else (10.0, 1.0)
    # Compiled modules, as a person has them: to compile them costs memory that is never given back.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    ran([sys.executable, "-m", "compileall", "-q", "deskbreak"], dict(os.environ))
    row("", "deskbreak", "bare", "ratio", "wanted")
    theirs = bare(settle, minutes)
    ours, client, python = deskbreak(settle, minutes)
    print_rest(ours, theirs)
    ratio = client / python
    row(
        "deskbreak status / python, ms",
        *(f"{client:.1f}", f"{python:.1f}", f"{ratio:.2f}", f"at most {MOST_CLIENT:g}"),
    )
    env = dict(os.environ)
    (year,) = medians_ms(
        YEARS, lambda: ran([str(PROGRAM), "simulate", "--days", "365", "--json"], env)
    )
    year /= 1000
    row("a simulated year, s", f"{year:.2f}", "", "", f"at most {MOST_YEAR_S:g}")
    middle, worst = ran([sys.executable, "-m", "tools.bench_frames"], env).split()
    row("a frame of the figure, ms", middle, "", "", f"16 at 60 a second (worst {worst})")
    senses = [sys.executable, "-m", "tools.bench_senses", str(settle), str(minutes)]
    calm, due = ran(senses, env).split()
    row("switches a minute, every sense on", calm, "", "", f"at most {MOST_SWITCHES} (due: {due})")
    drawn = break_window()
    kept = (
        drawn,
        ours.switches <= MOST_SWITCHES,
        ours.memory <= MOST_MEMORY * theirs.memory,
        ratio <= MOST_CLIENT,
        year <= MOST_YEAR_S,
    )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
