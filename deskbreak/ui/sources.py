"""Where windows read what they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from deskbreak.core.command import ChangeSettings
from deskbreak.core.dress import Dress, usual
from deskbreak.core.exercise import Exercise
from deskbreak.core.journal import DayLog
from deskbreak.core.senses import SenseReport
from deskbreak.core.session_view import SessionView
from deskbreak.ui.library_sources import LibrarySources
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.place import Memory
from deskbreak.ui.settings.view import SettingsView

Heed = Callable[[SessionView | None], None]
"""Is told each view that a running session shows, and None once when the session is over."""


def nobody(_view: SessionView | None) -> None:
    """Heed nothing."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What windows read; each is asked only while a window shows it.

    `seconds` is program BOOTTIME with fractions, for motion; `memory` keeps a window's place by
    its name; `title_of` names exercises and routines by id; `store` keeps changed settings and
    returns "", or why they were refused; `icon` is the file of the windows' icon;
    `dress` says what the figure wears; `heed` is told
    what a running session shows (for sounds); `library` is what only the Library asks for;
    `own_problems` says what is wrong with files of the person's own; `senses` says how each
    sense fares; `log` gives what the Log window reads.
    """

    read_day: Callable[[str], DayLog]
    today: Callable[[], str]
    settings: Callable[[], SettingsView]
    store: Callable[[ChangeSettings], str]
    catalog: Callable[[], Mapping[str, Exercise]]
    seconds: Callable[[], float]
    memory: Callable[[str], Memory]
    title_of: Callable[[str], str]
    reduced_motion: Callable[[], bool]
    icon: str
    log: Callable[[], LogSources]
    dress: Callable[[], Dress] = usual
    heed: Heed = nobody
    library: LibrarySources = field(default_factory=LibrarySources)
    own_problems: Callable[[], tuple[str, ...]] = tuple
    senses: Callable[[], tuple[SenseReport, ...]] = tuple
