"""The editor's page of movements: their order, and each one's poses, seconds, breath and cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.authoring import draft as edits
from deskbreak.core.authoring.draft import Part, Spot
from deskbreak.core.exercise import Breath, Phase
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.calm_boxes import CalmComboBox
from deskbreak.ui.editor.draft import Draft
from deskbreak.ui.editor.fields import LIST_LOOK, Field, number_box
from deskbreak.ui.flow import Flow

_SPOT = Qt.ItemDataRole.UserRole
_SHORTEST, _LONGEST = 0.5, 60.0
_LEAST_LINES = 12
"""Lines of the list that are seen at once, however small the screen: the page scrolls then."""


class PhasesPage(QWidget):
    """A list of all movements in their order, and the chosen one's values below."""

    def __init__(self, draft: Draft, tr: Words) -> None:
        super().__init__()
        self._draft, self._tr = draft, tr
        self._at = Spot(Part.CYCLE, 0)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Movements"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(self.list.fontMetrics().lineSpacing() * _LEAST_LINES)
        self.list.setStyleSheet(LIST_LOOK)
        self.problem = theme.body("")
        self.problem.setProperty(theme.ROLE, "warn")
        self.start, self.to = _choice(), _choice()
        self.seconds = number_box((_SHORTEST, _LONGEST), 0.5, tr("s"))
        self.breath = _choice()
        for breath, name in (
            (Breath.IN, tr("Breathe in")),
            (Breath.OUT, tr("Breathe out")),
            (Breath.FREE, tr("As it comes")),
        ):
            self.breath.addItem(name, breath.value)
        self.cue = QLineEdit()
        self.up, self.down = QPushButton(tr("Earlier")), QPushButton(tr("Later"))
        self.more, self.less = QPushButton(tr("Add a stay")), QPushButton(tr("Remove"))
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        tr = self._tr
        column = QVBoxLayout(self)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        buttons = Flow(theme.GAP_SMALL)
        for button in (self.up, self.down, self.more, self.less):
            buttons.addWidget(button)
        column.addLayout(buttons)
        grid = QGridLayout()
        grid.setSpacing(theme.GAP_SMALL)
        for n, (name, editor) in enumerate(
            (
                (tr("From pose"), self.start),
                (tr("To pose"), self.to),
                (tr("Seconds"), self.seconds),
                (tr("Breath"), self.breath),
            )
        ):
            grid.addWidget(Field("", name, editor), n // 2, n % 2)
        grid.addWidget(Field("", tr("What is said"), self.cue), 2, 0, 1, 2)
        column.addLayout(grid)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._choose)
        self.start.activated.connect(self._set_start)
        self.to.activated.connect(self._set_to)
        self.seconds.valueChanged.connect(self._set_seconds)
        self.breath.activated.connect(self._set_breath)
        self.cue.textEdited.connect(self._set_cue)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.more.clicked.connect(self._add)
        self.less.clicked.connect(self._remove)
        self._draft.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the movements as they are now; the chosen place stays chosen."""
        exercise = self._draft.exercise
        count = len(edits.phases(exercise, self._at.part))
        self._at = Spot(self._at.part, max(0, min(self._at.index, count - 1)))
        with QSignalBlocker(self.list):
            self._fill()
        faults = [fault for fault in self._draft.faults if fault.key.partition("[")[0] in set(Part)]
        said = "\n".join(f"{self._where(fault.key)}: {fault.said}" for fault in faults)
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        self._show()

    def _fill(self) -> None:
        names = {
            Part.LEAD_IN: self._tr("Getting into place"),
            Part.CYCLE: self._tr("One repetition"),
            Part.LEAD_OUT: self._tr("Coming back"),
        }
        self.list.clear()
        for part in Part:
            head = QListWidgetItem(names[part])
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(head)
            for n, phase in enumerate(edits.phases(self._draft.exercise, part)):
                item = QListWidgetItem(self._line(phase))
                item.setData(_SPOT, (part.value, n))
                self.list.addItem(item)
                if Spot(part, n) == self._at:
                    self.list.setCurrentItem(item)

    def _line(self, phase: Phase) -> str:
        breath = self.breath.itemText(self.breath.findData(phase.breath.value)).lower()
        way = f"{phase.start} \u2192 {phase.to}" if phase.start != phase.to else phase.to
        said = f"{phase.cue}: " if phase.cue else ""
        return f"{said}{way}, {phase.seconds:g} {self._tr('s')}, {breath}"

    def _where(self, key: str) -> str:
        part, _, rest = key.partition("[")
        number = rest.partition("]")[0]
        names = {
            Part.LEAD_IN: self._tr("Getting into place"),
            Part.CYCLE: self._tr("One repetition"),
            Part.LEAD_OUT: self._tr("Coming back"),
        }
        name = names[Part(part)]
        return f"{name}, {int(number) + 1}" if number.isdigit() else name

    def _phase(self) -> Phase | None:
        found = edits.phases(self._draft.exercise, self._at.part)
        return found[self._at.index] if self._at.index < len(found) else None

    def _show(self) -> None:
        phase = self._phase()
        for editor in (self.start, self.to, self.seconds, self.breath, self.cue):
            editor.setEnabled(phase is not None)
        count = len(edits.phases(self._draft.exercise, self._at.part))
        self.up.setEnabled(self._at.index > 0)
        self.down.setEnabled(self._at.index < count - 1)
        self.more.setEnabled(phase is not None)
        self.less.setEnabled(phase is not None)
        if phase is None:
            return
        names = [name for name, _ in self._draft.exercise.keyframes]
        _offer(self.start, names, phase.start)
        _offer(self.to, names, phase.to)
        with QSignalBlocker(self.seconds):
            self.seconds.setValue(phase.seconds)
        self.breath.setCurrentIndex(self.breath.findData(phase.breath.value))
        if self.cue.text() != phase.cue:
            self.cue.setText(phase.cue)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_SPOT):
            part, index = item.data(_SPOT)
            self._at = Spot(Part(part), int(index))
            self._show()

    def _change(self, change: Callable[[Phase], Phase], field: str) -> None:
        phase = self._phase()
        if phase is not None:
            new = edits.with_phase(self._draft.exercise, self._at, change(phase))
            place = f"{self._at.part}[{self._at.index}].{field}"
            self._draft.change(new, place)

    def _set_start(self) -> None:
        self._change(lambda phase: replace(phase, start=self.start.currentText()), "from")

    def _set_to(self) -> None:
        self._change(lambda phase: replace(phase, to=self.to.currentText()), "to")

    def _set_seconds(self) -> None:
        self._change(lambda phase: replace(phase, seconds=self.seconds.value()), "s")

    def _set_breath(self) -> None:
        breath = Breath(self.breath.currentData())
        self._change(lambda phase: replace(phase, breath=breath), "breath")

    def _set_cue(self, text: str) -> None:
        self._change(lambda phase: replace(phase, cue=text), "cue")

    def _move(self, by: int) -> None:
        new = edits.with_phase_moved(self._draft.exercise, self._at, by)
        self._at = Spot(self._at.part, self._at.index + by)
        self._draft.change(new)

    def _add(self) -> None:
        new = edits.with_phase_added(self._draft.exercise, self._at)
        self._at = Spot(self._at.part, self._at.index + 1)
        self._draft.change(new)

    def _remove(self) -> None:
        self._draft.change(edits.without_phase(self._draft.exercise, self._at))


def _choice() -> QComboBox:
    return CalmComboBox()


def _offer(box: QComboBox, names: list[str], chosen: str) -> None:
    if [box.itemText(n) for n in range(box.count())] != names:
        box.clear()
        box.addItems(names)
    box.setCurrentText(chosen)
