"""What the windows read: sounds and motion as settings, meetings and the desktop will have them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from deskbreak.adapters.paths import find_paths
from deskbreak.adapters.places import Places
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.core import session as guided
from deskbreak.core.command import (
    ChangeSettings,
    Command,
    InMeeting,
    PauseFor,
    PauseOpen,
    Resume,
)
from deskbreak.core.cues import Tone
from deskbreak.core.key_action import KeyAction
from deskbreak.core.settings.values import Display
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.words import English
from deskbreak.furnishing import Rooms, shortcuts_for, sources_for
from deskbreak.ui.sources import Sources
from tests.core.guide_samples import routine
from tests.engine_world import READY, World


@dataclass
class Ears:
    """A `Sounds` that hears everything."""

    heard: list[str] = field(default_factory=list)

    def play(self, tone: Tone) -> None:
        self.heard.append(tone.value)

    def say(self, words: str) -> None:
        self.heard.append(words)

    def close(self) -> None:
        self.heard.append("closed")


@dataclass
class House:
    """An engine with rooms around it."""

    folder: Path
    world: World = field(default_factory=World)
    ears: Ears = field(default_factory=Ears)
    holds: frozenset[Hold] = frozenset()
    moves_less: bool = False
    told: list[str] = field(default_factory=list)

    def sources(self) -> Sources:
        return sources_for(self.rooms())

    def rooms(self) -> Rooms:
        world = self.world
        return Rooms(
            clock=world.clock,
            store=SettingsToml(self.folder / "config.toml", site=None),
            autostart=world.autostart,
            places=Places(self.folder),
            tr=English(),
            engine=lambda: world.engine,
            reader=lambda: world.reader,
            send=world.commands.send,
            sounds=self.ears,
            holds=lambda: self.holds,
            moves_less=lambda: self.moves_less,
            tell=self.told.append,
            senses=tuple,
        )

    def show(self, **display: object) -> None:
        values = {name: getattr(READY.display, name) for name in Display.__slots__} | display
        self.world.engine.change(replace(READY, display=Display(**values)), ())

    def begin(self) -> list[str]:
        """Let the first view of a session be heard, and return all that was heard so far."""
        self.sources().heed(guided.view(guided.begin(routine(), 0.0, 1.0), 0.0, English()))
        return self.ears.heard


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_sound_is_off_until_somebody_wants_it(house: House) -> None:
    assert house.begin() == []
    house.show(sound="chime")
    assert house.begin() == ["begin"]
    house.show(sound="voice")
    assert house.begin()[-1].startswith("Get ready.")


@pytest.mark.parametrize("hold", [Hold.MEETING, Hold.CALENDAR])
def test_a_sensed_meeting_silences_it(house: House, hold: Hold) -> None:
    house.show(sound="chime")
    house.holds = frozenset({hold, Hold.FULLSCREEN})
    assert house.begin() == []
    house.holds = frozenset({Hold.FULLSCREEN})
    assert house.begin() == ["begin"]


def test_a_meeting_said_by_hand_silences_it(house: House) -> None:
    house.show(sound="chime")
    house.world.commands.send(InMeeting())
    assert house.begin() == []


def test_discreet_is_silent(house: House) -> None:
    house.show(sound="chime", discreet=True)
    assert house.begin() == []


def test_a_sound_that_is_chosen_is_heard_at_once(house: House) -> None:
    store = house.sources().store
    store(ChangeSettings((("display.discreet", False),)))
    assert house.ears.heard == []
    house.world.store.gives = replace(READY, display=Display(sound="chime"))
    store(ChangeSettings((("display.sound", "chime"),)))
    assert house.ears.heard == ["begin"]
    house.world.store.gives = READY
    store(ChangeSettings((("display.sound", "off"),)))
    assert house.ears.heard == ["begin"]


@pytest.mark.parametrize(
    ("chosen", "desktop", "still"),
    [
        ("system", True, True),
        ("system", False, False),
        ("on", False, True),
        ("off", True, False),
    ],
)
def test_the_own_choice_of_motion_wins_over_the_desktop(
    house: House,
    chosen: str,
    desktop: bool,  # noqa: FBT001 - a case
    still: bool,  # noqa: FBT001 - a case
) -> None:
    house.show(reduced_motion=chosen)
    house.moves_less = desktop
    assert house.sources().reduced_motion() is still


def test_settings_name_every_routine_by_its_title(house: House) -> None:
    routines = house.sources().settings().routines()
    assert routines[0] == ("desk", "Desk routine")
    assert ("home", "Home programme") in routines


def test_the_library_shows_pictures_of_ones_own(house: House, home: Path) -> None:
    assert house.sources().library.picture("") == b""
    folder = find_paths().own_pictures
    assert folder.is_relative_to(home)
    folder.mkdir(parents=True)
    dot = QImage(2, 2, QImage.Format.Format_RGB32)
    dot.fill(0)
    assert dot.save(str(folder / "dot.png"))
    assert house.sources().library.picture("dot.png").startswith(b"\x89PNG")


def test_a_key_does_what_the_moment_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[Callable[[KeyAction], None]] = []

    def made(act: Callable[[KeyAction], None], *_: object) -> None:
        pressed.append(act)

    monkeypatch.setattr("deskbreak.furnishing.Shortcuts", made)
    sent: list[Command] = []
    house = House(tmp_path)
    shortcuts_for(house.rooms(), sent.append, tmp_path)
    pressed[0](KeyAction.PAUSE)
    house.world.commands.send(PauseOpen())
    pressed[0](KeyAction.PAUSE)
    assert sent == [PauseFor(60), Resume()]


def test_settings_say_what_stands_behind_the_start_with_the_desktop(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.world.autostart.said = "It was written by hand."
    assert house.sources().settings().autostart_note == "It was written by hand."
