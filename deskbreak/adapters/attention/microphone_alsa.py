"""Who records sound, as ALSA's status files tell (Linux)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from deskbreak.adapters.attention.programs import program_name

SOUND_SERVERS = frozenset({"pipewire", "pipewire-pulse", "pulseaudio", "wireplumber", "jackd"})
"""Programs that record for others."""

_STATUS = "card*/pcm*c/sub*/status"
_MOST = 500
_OWNER = re.compile(r"^owner_pid\s*:\s*(\d+)", re.MULTILINE)
_RUNNING = re.compile(r"^state:\s*(RUNNING|DRAINING|XRUN)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Recording:
    """What was found: whether there is a sound card to record from, and who does."""

    there: bool
    programs: frozenset[str] = frozenset()


def alsa_recording(proc: Path = Path("/proc")) -> Recording:
    """Return who records from the sound cards; "" stands for somebody without a name.

    A file that cannot be read, because it has just gone for example, says nothing.
    """
    found: set[str] = set()
    there = False
    for number, file in enumerate((proc / "asound").glob(_STATUS)):
        if number >= _MOST:
            break
        there = True
        try:
            said = file.read_text("utf-8", "replace")
        except OSError:
            continue
        if _RUNNING.search(said):
            owner = _OWNER.search(said)
            found.add(program_name(int(owner[1]), proc) if owner else "")
    return Recording(there, frozenset(found))
