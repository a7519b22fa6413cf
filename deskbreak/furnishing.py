"""What the windows read, put together from the engine, the reader and the files beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from deskbreak import APP_ID
from deskbreak.adapters.catalog import load_exercises, title_of
from deskbreak.adapters.places import Places
from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.core.command import ChangeSettings, Code, Command, Reply
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.words import Words
from deskbreak.engine import Engine
from deskbreak.ports import Autostart, Clock
from deskbreak.reading import Reader
from deskbreak.sounding import Sounder, Sounds
from deskbreak.ui.place import Memory
from deskbreak.ui.settings_view import SettingsView
from deskbreak.ui.sources import Sources

_MEETINGS = frozenset({Hold.MEETING, Hold.CALENDAR})


@dataclass(frozen=True, slots=True)
class Rooms:
    """The parts that the windows' readings come from.

    The stage is built before the engine, so `engine` and `reader` are asked for when a window
    reads; `send` carries out a command and returns its answer. `holds` senses meetings, and
    `moves_less` says whether the desktop asks for less motion.
    """

    clock: Clock
    store: SettingsToml
    autostart: Autostart
    places: Places
    tr: Words
    engine: Callable[[], Engine]
    reader: Callable[[], Reader]
    send: Callable[[Command], Reply]
    sounds: Sounds
    holds: Callable[[], frozenset[Hold]]
    moves_less: Callable[[], bool]


def sources_for(rooms: Rooms) -> Sources:
    """Return what the windows read."""
    places = rooms.places
    sounder = Sounder(rooms.sounds, partial(_sound, rooms), partial(_quiet, rooms), rooms.tr)
    return Sources(
        read_day=lambda day: rooms.reader().day(day),
        today=lambda: rooms.reader().today(),
        settings=partial(_settings_view, rooms),
        store=partial(_change, rooms, sounder),
        catalog=load_exercises,
        seconds=rooms.clock.elapsed,
        memory=lambda name: Memory(partial(places.load, name), partial(places.save, name)),
        title_of=partial(title_of, rooms.tr),
        reduced_motion=partial(_reduced_motion, rooms),
        icon=str(resources_folder() / "icons" / f"{APP_ID}.svg"),
        heed=sounder.heed,
    )


def _reduced_motion(rooms: Rooms) -> bool:
    """Return whether figures stand still: by the person's own choice, or the desktop's."""
    chosen = rooms.engine().settings.display.reduced_motion
    return rooms.moves_less() if chosen == "system" else chosen == "on"


def _sound(rooms: Rooms) -> str:
    return rooms.engine().settings.display.sound


def _quiet(rooms: Rooms) -> bool:
    """Return whether nobody is to hear anything: in discreet mode, or in a meeting."""
    if rooms.engine().settings.display.discreet:
        return True
    return rooms.engine().view().in_meeting or not _MEETINGS.isdisjoint(rooms.holds())


def _change(rooms: Rooms, sounder: Sounder, changes: ChangeSettings) -> str:
    """Store settings, and return "" or the sentence that says why not; another sound is heard."""
    before = _sound(rooms)
    reply = rooms.send(changes)
    if _sound(rooms) != before:
        sounder.sample()
    return "" if reply.code is Code.DONE else reply.sentence


def _settings_view(rooms: Rooms) -> SettingsView:
    return SettingsView(
        rooms.engine().settings,
        rooms.store.locked(),
        str(rooms.store.path),
        rooms.autostart.is_on(),
        rooms.engine().asking(),
    )
