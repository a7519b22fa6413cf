"""A day among bad neighbours: does the program stay quick, and its memory flat?

`python -m tools.soak [HOURS]` (24 unless told) plays the hours at 600 times the speed of life on a
virtual desktop, while programs on its bus are silent, flood it, lie, and come and go. It prints
memory over the day and how long the program took to answer, and fails where it took too long.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tools.bench import AT_WORK, PROGRAM, ROOT, cpu_of, pause, ran
from tools.virtual_desktop import VirtualDesktop, virtual_desktop, wait_until

SPEED = 600
HOURS = 24.0
EVERY_S = 1.0
SLOWEST_MS = 600.0
"""The slowest answer to `status` that is bearable: its process alone takes up to half of it."""

MOST_GROWTH = 1.05
"""The most by which the last quarter of the day may top the one before, windows included."""


def answer_ms(desktop: VirtualDesktop) -> tuple[float, str]:
    """Return how long `status --json` took, and in which state the program is."""
    began = time.perf_counter()
    told = ran([str(PROGRAM), "status", "--json"], desktop.environment)
    return 1000 * (time.perf_counter() - began), str(json.loads(told)["state"])


def own_memory(pid: int) -> float:
    """Return the memory in MiB that a process has for itself; what libraries share is left out."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024


def answers(desktop: VirtualDesktop) -> bool:
    """Return whether the program is there."""
    return (Path(desktop.environment["XDG_RUNTIME_DIR"]) / "deskbreak").exists()


def day(hours: float) -> tuple[list[float], list[float]]:
    """Play the hours and return memory in MiB and the answers' milliseconds, one each second."""
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
        memory: list[float] = []
        times: list[float] = []
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            taken, state = answer_ms(desktop)
            times.append(taken)
            memory.append(own_memory(program.pid))
            if len(times) % 10 == 0:
                print(f"{state:12}{memory[-1]:8.1f} MiB{taken:8.0f} ms", flush=True)
            pause(EVERY_S)
        print(f"processor time: {cpu_of(program.pid) / seconds:.0f} ms a second")
        if program.poll() is not None or neighbours_ended(desktop):
            raise SystemExit(f"ended early: {desktop.words_of('program')}")
    return memory, times


def neighbours_ended(desktop: VirtualDesktop) -> bool:
    """Return whether the neighbours have gone, so that nothing was tried."""
    return desktop.parts["neighbours"].poll() is not None


def main(words: list[str]) -> int:
    """Play the day; 1 when an answer took too long or memory grew."""
    memory, times = day(float(words[0]) if words else HOURS)
    quarter = len(memory) // 4
    peaks = [max(memory[n * quarter : (n + 1) * quarter]) for n in range(4)]
    print("memory, the most in each quarter: " + ", ".join(f"{peak:.1f} MiB" for peak in peaks))
    print(f"answers: {sorted(times)[len(times) // 2]:.0f} ms, the slowest {max(times):.0f} ms")
    return 0 if peaks[3] <= MOST_GROWTH * peaks[2] and max(times) <= SLOWEST_MS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
