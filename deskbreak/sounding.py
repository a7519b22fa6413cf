"""Lets a session be heard: asks what is due at each view, and has it played or said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from deskbreak.core.cues import Cue, Tone, cue, last_cue
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.words import Words

OFF, VOICE = "off", "voice"


class Sounds(Protocol):
    """Makes a session heard. Optional: where nothing can play, nothing is heard."""

    def play(self, tone: Tone) -> None:
        """Play a chime; one at a time, what comes meanwhile is dropped."""

    def say(self, words: str) -> None:
        """Speak a few words; what comes while others are spoken is dropped."""

    def close(self) -> None:
        """Be silent and let go."""


class Sounder:
    """Follows one session after another, view by view; cheap enough for every frame.

    `mode` is `display.sound` as it stands; `quiet` says whether nobody is to hear anything now:
    in a meeting, or in discreet mode.
    """

    def __init__(
        self, sounds: Sounds, mode: Callable[[], str], quiet: Callable[[], bool], tr: Words
    ) -> None:
        """Keep what plays; nothing is loaded before the first sound."""
        self._sounds, self._mode, self._quiet, self._tr = sounds, mode, quiet, tr
        self._running: SessionView | None = None
        self._last: SessionView | None = None

    def heed(self, view: SessionView | None) -> None:
        """Take what the session shows now; None once when it is over."""
        if view is None:
            due = last_cue(self._last, self._tr("The break is over"))
            self._running = self._last = None
        else:
            due = cue(self._running, view)
            self._running = self._running if view.paused else view
            self._last = self._last if self._stopped(view) else view
        if due is not None:
            self._sound(due)

    def sample(self) -> None:
        """Let a person hear what was just chosen."""
        self._sound(Cue(Tone.BEGIN, self._tr("This is how a break sounds.")))

    def _stopped(self, view: SessionView) -> bool:
        """Return whether the session ends while it stood still, as after "It hurts"."""
        return view.stage is Stage.END and self._last is not None and self._last.paused

    def _sound(self, due: Cue) -> None:
        mode = self._mode()
        if mode == OFF or self._quiet():
            return
        if mode != VOICE:
            self._sounds.play(due.tone)
        elif due.words:
            self._sounds.say(due.words)
