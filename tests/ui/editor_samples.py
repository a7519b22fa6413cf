"""A workshop in a throw-away folder, for the tests of the editors."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from deskbreak.adapters.catalog import Shelf
from deskbreak.adapters.own_bench import Bench
from deskbreak.core.dress import Dress
from deskbreak.ui.editor.workshop import Workshop


@dataclass
class Shop:
    """Real files below a folder; time as the test wants it; what was started and told."""

    folder: Path
    now: float = 0.0
    started: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    usual: str = ""
    dress: Dress = field(default_factory=Dress)

    def __post_init__(self) -> None:
        shelf = Shelf(self.folder / "exercises", self.folder / "routines")
        self.bench = Bench(shelf, self.folder / "pictures")
        bench = self.bench
        self.workshop = Workshop(
            exercises=shelf.exercises,
            recipes=shelf.recipes,
            own=bench.own,
            save=bench.keeper.save,
            remove=bench.keeper.remove,
            restore=bench.keeper.restore,
            share=bench.share,
            read=bench.read,
            add=bench.keeper.add,
            picture=bench.pictures.png,
            take_picture=bench.take_picture,
            start=self.started.append,
            make_usual=self.choose,
            seconds=lambda: self.now,
            reduced_motion=lambda: False,
            dress=lambda: self.dress,
        )

    def choose(self, name: str) -> str:
        self.usual = name
        return ""


def named(window: QWidget, kind: type[QWidget], name: str) -> QWidget:
    (found,) = [each for each in window.findChildren(kind) if each.accessibleName() == name]
    return found


def line(window: QWidget, name: str) -> QLineEdit:
    found = named(window, QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def typed(window: QWidget, name: str, text: str) -> None:
    field = named(window, QWidget, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)
