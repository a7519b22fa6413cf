"""What the windows read, put together from the engine, the reader and the files beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from deskbreak import APP_ID
from deskbreak.adapters.background import Background
from deskbreak.adapters.catalog import load_exercises, load_recipes, shelf, title_of
from deskbreak.adapters.notifier import NotifierChain, Ways, build_notifier
from deskbreak.adapters.places import Places
from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.adapters.shortcuts import Shortcuts
from deskbreak.core.command import ChangeSettings, Code, Command, Reply, Start
from deskbreak.core.dose import demand
from deskbreak.core.dress import Dress
from deskbreak.core.key_action import KeyAction, command_of, key_names
from deskbreak.core.senses import SenseReport
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.words import Words
from deskbreak.engine import Engine
from deskbreak.ports import Autostart, Clock, Send
from deskbreak.reading import Reader
from deskbreak.recollecting import log_sources
from deskbreak.sounding import Sounder, Sounds
from deskbreak.ui.corners import Corners
from deskbreak.ui.editor.studio import Studio
from deskbreak.ui.library_sources import LibrarySources
from deskbreak.ui.place import Memory
from deskbreak.ui.settings.view import SettingsView
from deskbreak.ui.sources import Sources
from deskbreak.ui.tray.tray import Tray

if TYPE_CHECKING:
    # Only their names: at rest nobody looks at exercises.
    from deskbreak.core.library import Looker
    from deskbreak.core.picture_order import PictureOrder
    from deskbreak.ui.editor.room import EditorRoom

_MEETINGS = frozenset({Hold.MEETING, Hold.CALENDAR})


@dataclass(frozen=True, slots=True)
class Rooms:
    """The parts that the windows' readings come from.

    The stage is built before the engine, so `engine` and `reader` are asked for when a window
    reads; `send` carries out a command and returns its answer, `tell` tells the person.
    `holds` senses meetings, and `moves_less` says whether the desktop asks for less motion;
    `senses` says how each sense fares.
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
    tell: Callable[[str], None]
    senses: Callable[[], tuple[SenseReport, ...]]


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
        dress=partial(_dress, rooms),
        heed=sounder.heed,
        library=_library(rooms),
        own_problems=lambda: shelf().problems(),
        senses=rooms.senses,
        log=lambda: log_sources(rooms.reader(), rooms.send, rooms.tr),
    )


def _library(rooms: Rooms) -> LibrarySources:
    studio = Studio(partial(_editors, rooms))
    return LibrarySources(
        partial(_looker, rooms),
        partial(_write, rooms),
        editor=studio.edit,
        copy=studio.copy,
        own=lambda: shelf().names(),
        bring_in=studio.bring_in,
        share=studio.share,
        picture=_picture,
    )


def _picture(name: str) -> bytes:
    """Return a picture of the person's own as a PNG; most people have none."""
    if not name:
        return b""
    from deskbreak.adapters.own_bench import own_bench  # noqa: PLC0415 - only for who has one

    return own_bench().pictures.png(name)


def _editors(rooms: Rooms) -> EditorRoom:
    """Return the editors; they and what they ask are loaded when the first one is wanted."""
    from deskbreak.adapters.own_bench import own_bench  # noqa: PLC0415
    from deskbreak.ui.editor.room import EditorRoom  # noqa: PLC0415
    from deskbreak.ui.editor.workshop import Workshop  # noqa: PLC0415

    bench = own_bench()
    shop = Workshop(
        exercises=load_exercises,
        recipes=load_recipes,
        own=bench.own,
        save=bench.keeper.save,
        remove=bench.keeper.remove,
        restore=bench.keeper.restore,
        share=bench.share,
        read=bench.read,
        add=bench.keeper.add,
        picture=bench.pictures.png,
        take_picture=bench.take_picture,
        start=partial(_start, rooms),
        make_usual=partial(_make_usual, rooms),
        seconds=rooms.clock.elapsed,
        reduced_motion=partial(_reduced_motion, rooms),
        dress=partial(_dress, rooms),
    )
    return EditorRoom(shop, rooms.tr, rooms.tell)


def _make_usual(rooms: Rooms, name: str) -> str:
    """Choose a routine for the breaks; return "" or why not."""
    return _why_not(rooms.send(ChangeSettings((("routine.default", name),))))


def _start(rooms: Rooms, name: str) -> None:
    """Start a routine or an exercise, and say why not."""
    said = _why_not(rooms.send(Start(name)))
    if said:
        rooms.tell(said)


def _reduced_motion(rooms: Rooms) -> bool:
    """Return whether figures stand still: by the person's own choice, or the desktop's."""
    chosen = rooms.engine().settings.display.reduced_motion
    return rooms.moves_less() if chosen == "system" else chosen == "on"


def _dress(rooms: Rooms) -> Dress:
    display = rooms.engine().settings.display
    return Dress(display.skin, display.clothes, display.seat)


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
    return _why_not(reply)


def _why_not(reply: Reply) -> str:
    """Return "" when it was done, else the sentence that says why not."""
    return "" if reply.code is Code.DONE else reply.sentence


def _looker(rooms: Rooms) -> Looker:
    """Return who looks at the library: what they chose, what hurts, how much is asked."""
    from deskbreak.core.library import Looker  # noqa: PLC0415

    engine = rooms.engine()
    settings = engine.settings
    return Looker(
        settings.routine, engine.restrictions(), demand(settings, engine.coach.standing(settings))
    )


def _write(rooms: Rooms, order: PictureOrder) -> Background:
    """Begin to write a picture beside the windows; what draws it is loaded for the first one."""
    from deskbreak.picturing import write_picture  # noqa: PLC0415

    dressed, tr = replace(order, dress=_dress(rooms)), rooms.tr

    return Background(
        lambda told: write_picture(dressed, told, tr),
        tr("The picture could not be written. The log says more."),
    )


def _settings_view(rooms: Rooms) -> SettingsView:
    return SettingsView(
        rooms.engine().settings,
        rooms.store.locked(),
        str(rooms.store.path),
        rooms.autostart.is_on(),
        partial(_routines, rooms.tr),
        rooms.engine().asking(),
        rooms.autostart.note(),
    )


def _routines(tr: Words) -> tuple[tuple[str, str], ...]:
    """Return the id and the title of every routine, the person's own after the others."""
    return tuple((recipe.id, title_of(tr, recipe.id)) for recipe in load_recipes())


def shortcuts_for(rooms: Rooms, send: Send, state: Path) -> Shortcuts:
    """Return the keys that work everywhere; none is asked for yet."""

    def act(action: KeyAction) -> None:
        send(command_of(action, rooms.engine().status()))

    return Shortcuts(act, rooms.tell, key_names(rooms.tr), state / "shortcuts.json")


def notifier_for(send: Send, tr: Words, corners: Corners, tray: Tray) -> NotifierChain:
    """Build the notifier; small windows are its last way, and it is theirs where they refuse."""
    ways = Ways(tray.message, corners.offer_at_last, corners.tell_at_last)
    made = build_notifier(send, tr, ways)
    corners.tell_elsewhere = made.tell
    return made
