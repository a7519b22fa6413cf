"""A Library window with a watch, a person who can be changed, and everything sent kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.command import ChangeSettings, Command
from deskbreak.core.exercise import Exercise
from deskbreak.core.library import Looker
from deskbreak.core.picture_order import PictureOrder
from deskbreak.core.settings.values import RoutineChoice, Settings
from deskbreak.core.words import English
from deskbreak.ui.library.window import LibraryWindow
from deskbreak.ui.library_sources import LibrarySources
from deskbreak.ui.place import Memory
from deskbreak.ui.settings.view import SettingsView
from deskbreak.ui.sources import Sources
from tests.ui.test_stage import SOURCES

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")


@dataclass
class FakeWriting:
    """A file that is written as far as the test says."""

    done: float = 0.0
    sentence: str | None = None

    def part(self) -> float:
        return self.done

    def said(self) -> str | None:
        return self.sentence


@dataclass
class Desk:
    """Who sits there, and what they did."""

    looker: Looker = field(default_factory=Looker)
    now: float = 100.0
    catalog: Mapping[str, Exercise] = field(default_factory=lambda: CATALOG)
    locked: frozenset[str] = frozenset()
    refusal: str = ""
    sent: list[Command] = field(default_factory=list)
    orders: list[PictureOrder] = field(default_factory=list)
    writing: FakeWriting = field(default_factory=FakeWriting)

    def seconds(self) -> float:
        return self.now

    def store(self, changes: ChangeSettings) -> str:
        if self.refusal:
            return self.refusal
        ((_, off),) = changes.changes
        assert isinstance(off, list)
        self.looker = replace(self.looker, choice=RoutineChoice(off=tuple(off)))
        return ""

    def write(self, order: PictureOrder) -> FakeWriting:
        self.orders.append(order)
        return self.writing

    def sources(self, *, reduced_motion: bool = False) -> Sources:
        return replace(
            SOURCES,
            settings=lambda: SettingsView(Settings(), self.locked, "/x", autostart=False),
            store=self.store,
            catalog=lambda: self.catalog,
            seconds=self.seconds,
            memory=lambda _name: Memory(),
            reduced_motion=lambda: reduced_motion,
            library=LibrarySources(lambda: self.looker, self.write),
        )

    def window(self, *, reduced_motion: bool = False) -> LibraryWindow:
        sources = self.sources(reduced_motion=reduced_motion)
        return LibraryWindow(sources, self.sent.append, English())


def texts(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def cut(window: QWidget) -> list[str]:
    """Return the texts that have less height than they need."""
    wrapping = [each for each in window.findChildren(QLabel) if each.isVisible()]
    return [each.text() for each in wrapping if each.height() < each.heightForWidth(each.width())]


def names(library: LibraryWindow) -> list[str]:
    return [card.exercise.id for card in library.gallery.shown()]


def focused(library: LibraryWindow) -> str:
    return next(c.exercise.id for c in library.gallery.cards.values() if c.hasFocus())


def press(library: LibraryWindow, key: Qt.Key) -> None:
    QTest.keyClick(library.focusWidget(), key)
