"""A day among bad neighbours: does the program stay quick, and its memory flat?

`python -m tools.soak [HOURS]` (24 unless told) plays the hours at 600 times the speed of life on a
virtual desktop, while programs on its bus are silent, flood it, lie, and come and go. It prints
memory over the day, how long a `status` took with the start of its process, and how long the
program itself did: it answers in the thread of its windows, so no stall of that is shorter.
It fails where one of them took too long.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from deskbreak.cli.client import ask
from tools.bench import AT_WORK, PROGRAM, ROOT, cpu_of, pause, ran
from tools.virtual_desktop import VirtualDesktop, virtual_desktop, wait_until

SPEED = 600
HOURS = 24.0
EVERY_S = 1.0
SLOWEST_MS = 600.0
"""The slowest answer to `status` that is bearable: its process alone takes up to half of it."""

ASK_AGAIN_S = 0.02
LONGEST_STALL_MS = 100.0
"""The longest answer of the program itself that nobody at its windows would notice."""

MOST_GROWTH = 1.05
"""The most by which the last quarter of the day may top the one before, windows included."""


def answer_ms(desktop: VirtualDesktop) -> tuple[float, str]:
    """Return how long `status --json` took, and in which state the program is."""
    began = time.perf_counter()
    told = ran([str(PROGRAM), "status", "--json"], desktop.environment)
    return 1000 * (time.perf_counter() - began), str(json.loads(told)["state"])


def stalls_ms(seconds: float) -> list[float]:
    """Ask over the socket for so long, fifty times a second, and return how long each took."""
    taken: list[float] = []
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        began = time.perf_counter()
        if ask("status") is None:
            raise SystemExit("the program has gone")
        taken.append(1000 * (time.perf_counter() - began))
        pause(ASK_AGAIN_S)
    return taken


def own_memory(pid: int) -> float:
    """Return the memory in MiB that a process has for itself; what libraries share is left out."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024


def answers(desktop: VirtualDesktop) -> bool:
    """Return whether the program is there."""
    return (Path(desktop.environment["XDG_RUNTIME_DIR"]) / "deskbreak").exists()


@dataclass(frozen=True, slots=True)
class Day:
    """What was measured: memory in MiB and answers to `status` once a second, stalls in between."""

    memory: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    stalls: list[float] = field(default_factory=list)


def day(hours: float) -> Day:
    """Play the hours and return what was measured."""
    seconds = hours * 3600 / SPEED
    with virtual_desktop() as desktop:
        neighbours = [sys.executable, "-m", "tools.bad_neighbours", str(seconds + 60)]
        desktop.environment["PYTHONPATH"] = str(ROOT)
        desktop.start("neighbours", neighbours)
        folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
        folder.mkdir(mode=0o700)
        (folder / "config.toml").write_text(AT_WORK, "utf-8")
        desktop.start("program", [str(PROGRAM), "run", "--speed", str(SPEED)])
        program = desktop.parts["program"]
        wait_until(lambda: answers(desktop), "deskbreak")
        pause(3.0)
        os.environ["XDG_RUNTIME_DIR"] = desktop.environment["XDG_RUNTIME_DIR"]  # for `ask`
        found = Day()
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            taken, state = answer_ms(desktop)
            found.answers.append(taken)
            found.memory.append(own_memory(program.pid))
            found.stalls.extend(stalls_ms(EVERY_S))
            if len(found.answers) % 10 == 0:
                last = f"{found.memory[-1]:8.1f} MiB{taken:8.0f} ms{max(found.stalls):8.0f} ms"
                print(f"{state:12}{last}", flush=True)
        print(f"processor time: {cpu_of(program.pid) / seconds:.0f} ms a second")
        if program.poll() is not None or neighbours_ended(desktop):
            raise SystemExit(f"ended early: {desktop.words_of('program')}")
    return found


def neighbours_ended(desktop: VirtualDesktop) -> bool:
    """Return whether the neighbours have gone, so that nothing was tried."""
    return desktop.parts["neighbours"].poll() is not None


def main(words: list[str]) -> int:
    """Play the day; 1 when an answer took too long or memory grew."""
    found = day(float(words[0]) if words else HOURS)
    quarter = len(found.memory) // 4
    peaks = [max(found.memory[n * quarter : (n + 1) * quarter]) for n in range(4)]
    print("memory, the most in each quarter: " + ", ".join(f"{peak:.1f} MiB" for peak in peaks))
    tell("status, with the start of its process", found.answers)
    tell("the program's own answer", found.stalls)
    quick = max(found.answers) <= SLOWEST_MS and max(found.stalls) <= LONGEST_STALL_MS
    return 0 if quick and peaks[3] <= MOST_GROWTH * peaks[2] else 1


def tell(what: str, taken: list[float]) -> None:
    """Print how long the answers of one kind took."""
    ordered = sorted(taken)
    half, most = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    print(f"{what}: {half:.1f} ms, 99 of 100 below {most:.0f} ms, the slowest {ordered[-1]:.0f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
