"""The sounds of a session: chimes by what this system plays files with, words by its voice.

Nothing is looked for before the first sound: most people never hear one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from deskbreak.core.cues import Tone


class Player(Protocol):
    """Plays one short file at a time; never blocks, never raises."""

    def play(self, file: Path) -> None:
        """Play a file; one that comes while another plays is dropped."""
        ...

    def close(self) -> None:
        """Stop what plays."""
        ...


class Voice(Protocol):
    """Speaks one sentence at a time; never blocks, never raises."""

    def say(self, words: str) -> None:
        """Speak; what comes while something is spoken is dropped."""
        ...

    def close(self) -> None:
        """Speak no more."""
        ...


class NullPlayer:
    """Plays nothing, where there is nothing to play with."""

    def play(self, file: Path) -> None:
        """Play nothing."""

    def close(self) -> None:
        """Stop nothing."""


class NullVoice:
    """Says nothing, where nothing speaks."""

    def say(self, words: str) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Stop nothing."""


class SystemSounds:
    """Implements `sounding.Sounds` with a player and a voice, each found when first wanted."""

    def __init__(
        self, folder: Path, player: Callable[[], Player], voice: Callable[[], Voice]
    ) -> None:
        """Keep where the files are and how to find the rest."""
        self._folder = folder
        self._find_player, self._find_voice = player, voice
        self._player: Player | None = None
        self._voice: Voice | None = None

    def play(self, tone: Tone) -> None:
        """Play a chime."""
        if self._player is None:
            self._player = self._find_player()
        self._player.play(self._folder / f"{tone.value}.wav")

    def say(self, words: str) -> None:
        """Speak a few words."""
        if self._voice is None:
            self._voice = self._find_voice()
        self._voice.say(words)

    def close(self) -> None:
        """Be silent and let go."""
        if self._player is not None:
            self._player.close()
        if self._voice is not None:
            self._voice.close()
        self._player, self._voice = NullPlayer(), NullVoice()


def find_player() -> Player:
    """Return what plays files on this system, the null member when nothing does."""
    found: Player = NullPlayer()
    if sys.platform == "win32":
        from deskbreak.adapters.sound_win import WinPlayer  # noqa: PLC0415 - Windows alone

        found = WinPlayer()
    else:
        from deskbreak.adapters.sound_process import (  # noqa: PLC0415 - only once it is wanted
            ProcessPlayer,
            find_commands,
        )

        commands = find_commands()
        found = ProcessPlayer(commands) if commands else found
    return found


def find_voice() -> Voice:
    """Return what speaks on this system, the null member when nothing does."""
    from deskbreak.adapters.voice_plyer import (  # noqa: PLC0415 - only once it is wanted
        PlyerVoice,
        find_speaker,
    )

    return PlyerVoice() if find_speaker() else NullVoice()


def system_sounds(resources: Path) -> SystemSounds:
    """Return the sounds of this system; nothing is looked for yet."""
    return SystemSounds(resources / "sounds", find_player, find_voice)
