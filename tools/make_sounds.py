"""Makes the chimes of a guided break: `python tools/make_sounds.py` writes resources/sounds/*.wav.

Each is a few soft, bell-like notes that fade away: short, low in level, without a hard edge.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 8000
LOUDEST = 0.28
"""Samples a second; and the highest level of a chime, of 1."""
ATTACK_S, RELEASE_S = 0.012, 0.05
OVERTONES = ((1.0, 1.0), (2.0, 0.22), (3.01, 0.06))
"""Multiples of a note's frequency, each with its share: the third is a little off, as in bells."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: when it begins (s), its pitch (Hz), and its level of 1."""

    at: float
    pitch: float
    level: float = 1.0


@dataclass(frozen=True, slots=True)
class Chime:
    """A chime: how long it lasts (s), how fast its notes fade (1/s), and the notes."""

    seconds: float
    fades: float
    notes: tuple[Note, ...]


CHIMES = {
    "begin": Chime(0.62, 6.0, (Note(0.0, 523.25), Note(0.16, 659.26), Note(0.32, 783.99))),
    "phase": Chime(0.3, 13.0, (Note(0.0, 659.26, 0.7),)),
    "end": Chime(0.78, 5.0, (Note(0.0, 783.99), Note(0.22, 523.25), Note(0.22, 392.0, 0.6))),
}
"""Rising at the start, falling at the end, one light touch between: told apart without looking."""


def samples(chime: Chime) -> list[float]:
    """Return the levels of a chime from -1 to 1, the loudest at `LOUDEST` times its own level."""
    count = round(chime.seconds * RATE)
    mixed = [sum(_level(chime, note, n / RATE) for note in chime.notes) for n in range(count)]
    loudest = max(abs(level) for level in mixed)
    most = LOUDEST * max(note.level for note in chime.notes)
    return [level / loudest * most for level in mixed]


def _level(chime: Chime, note: Note, t: float) -> float:
    since, left = t - note.at, chime.seconds - t
    if since < 0:
        return 0.0
    shape = min(1.0, since / ATTACK_S) * min(1.0, left / RELEASE_S) * math.exp(-chime.fades * since)
    tone = sum(
        share * math.sin(2 * math.pi * note.pitch * times * since) for times, share in OVERTONES
    )
    return note.level * shape * tone


def write(name: str, chime: Chime, folder: Path = FOLDER) -> Path:
    """Write a chime as 16-bit mono and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.wav"
    values = [round(level * 32767) for level in samples(chime)]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))
    return path


def main() -> int:
    """Write every chime."""
    for name, chime in CHIMES.items():
        print(write(name, chime))
    return 0


if __name__ == "__main__":
    sys.exit(main())
