"""Meetings on Linux: somebody records sound or has a camera open.

The sound server knows best who records; without it, and for programs that go past it, ALSA's
status files tell.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from deskbreak.adapters.attention.asker import Asker
from deskbreak.adapters.attention.camera_video import Filming, has_camera, open_cameras
from deskbreak.adapters.attention.microphone_alsa import (
    SOUND_SERVERS,
    Recording,
    alsa_recording,
)
from deskbreak.adapters.attention.recordings_pulse import PulseRecordings
from deskbreak.adapters.attention.told import ASKED, AT_ONCE, fails, works
from deskbreak.core.senses import NotUsed, Sense, SenseReport
from deskbreak.core.timing.sensed import Cause, Hold

_PULSE, _ALSA = "pactl", "ALSA"


class LinuxMicrophone:
    """Knows who records sound."""

    def __init__(self, changed: Callable[[], None], proc: Path = Path("/proc")) -> None:
        self._changed = changed
        self._alsa = Recording(there=False)
        self._pulse = PulseRecordings(changed)
        self._there = proc / "asound"
        self._asker = Asker(lambda: alsa_recording(proc), self._answered)
        self._on = False

    def causes(self) -> frozenset[Cause]:
        """Return one reason for each program that records."""
        programs = self._alsa.programs
        if self._pulse.programs is not None:
            programs = programs - SOUND_SERVERS | self._pulse.programs
        # A sound server records for others, so its own name says nothing.
        return frozenset(
            Cause(Hold.MEETING, "" if name in SOUND_SERVERS else name) for name in programs
        )

    def watch(self, *, on: bool) -> None:
        """Begin to listen, or stop and forget."""
        self._on = on
        self._pulse.watch(on=on)
        if on:
            self.ask()
        else:
            self._asker.forget()
            self._alsa = Recording(self._alsa.there)

    def ask(self) -> None:
        """Look at ALSA again, in a thread, where it is at all."""
        if self._there.exists():
            self._asker.ask()
        else:
            self._answered(Recording(there=False))

    @property
    def settled(self) -> bool:
        """Whether both have answered."""
        return not self._asker.busy and not self._pulse.busy

    def report(self) -> SenseReport:
        """Say who tells of recordings."""
        pulse, alsa = self._pulse.programs is not None, self._alsa.there
        no_alsa = "no sound card that records is listed under /proc/asound"
        others = (
            *(() if pulse else (NotUsed(_PULSE, self._pulse.why or "nobody attends now"),)),
            *(() if alsa else (NotUsed(_ALSA, no_alsa),)),
        )
        member = ", ".join([_PULSE] * pulse + [_ALSA] * alsa)
        if pulse:
            return works(Sense.MICROPHONE, member, AT_ONCE, others)
        if alsa:
            return works(Sense.MICROPHONE, member, ASKED, others)
        return fails(Sense.MICROPHONE, "nothing here tells who records", others)

    def close(self) -> None:
        """End what was started."""
        self._asker.forget()
        self._pulse.close()

    def _answered(self, found: Recording) -> None:
        if self._on and found != self._alsa:
            self._alsa = found
            self._changed()


class LinuxCamera:
    """Knows who has a camera open."""

    def __init__(
        self,
        changed: Callable[[], None],
        proc: Path = Path("/proc"),
        devices: Path = Path("/dev"),
    ) -> None:
        self._changed = changed
        self._found = Filming(there=False)
        self._devices = devices
        self._asker = Asker(lambda: open_cameras(proc, devices), self._answered)
        self._on = False

    def causes(self) -> frozenset[Cause]:
        """Return one reason for each program that has a camera open."""
        return frozenset(Cause(Hold.MEETING, name) for name in self._found.programs)

    def watch(self, *, on: bool) -> None:
        """Begin to look, or stop and forget."""
        self._on = on
        if on:
            self.ask()
        else:
            self._asker.forget()
            self._found = Filming(self._found.there)

    def ask(self) -> None:
        """Look again, in a thread, where there is a camera."""
        if has_camera(self._devices):
            self._asker.ask()
        else:
            self._answered(Filming(there=False))

    @property
    def settled(self) -> bool:
        """Whether the open files have been looked at."""
        return not self._asker.busy

    def report(self) -> SenseReport:
        """Say whether there is a camera to look at."""
        if self._found.there:
            return works(Sense.CAMERA, "/dev/video*", f"{ASKED}; other users are not seen")
        return fails(Sense.CAMERA, "there is no camera at /dev/video*")

    def close(self) -> None:
        """Be told nothing more."""
        self._asker.forget()

    def _answered(self, found: Filming) -> None:
        if self._on and found != self._found:
            self._found = found
            self._changed()
