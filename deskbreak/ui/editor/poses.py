"""The editor's page of poses: every joint as a slider with a plain name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from deskbreak.core.authoring import draft as edits
from deskbreak.core.authoring.joints import LIMBS, Joint, bent, joint_name, limb_name, value_of
from deskbreak.core.figure.contacts import CONTACTS
from deskbreak.core.pose import Pose, mirrored
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.calm_boxes import CalmComboBox, CalmSlider
from deskbreak.ui.editor.draft import Draft
from deskbreak.ui.editor.fields import Field
from deskbreak.ui.flow import Flow

_PAGE_STEP = 5
_VALUE_LETTERS = 6
_SLIDER_LETTERS = 16


class PosesPage(QWidget):
    """One pose and one part of the body at a time; `chosen` tells of another pose."""

    chosen = Signal()

    def __init__(self, draft: Draft, tr: Words) -> None:
        super().__init__()
        self._draft, self._tr = draft, tr
        self.pose = CalmComboBox()
        self.limb = CalmComboBox()
        for limb in LIMBS:
            self.limb.addItem(limb_name(limb.name, tr), limb.name)
        self.copy, self.mirror = (
            QPushButton(tr("Copy pose")),
            QPushButton(tr("Swap left and right")),
        )
        self.remove = QPushButton(tr("Remove pose"))
        self.hand = CalmComboBox()
        self._hand_field = Field("", tr("The hand touches"), self.hand)
        self.sliders: dict[Joint, QSlider] = {}
        self._values: dict[Joint, QLabel] = {}
        self._grid = QGridLayout()
        self._build()
        self.pose.activated.connect(self._show_pose)
        self.limb.activated.connect(self._show_limb)
        self.hand.activated.connect(self._touch)
        self.copy.clicked.connect(self._copy)
        self.mirror.clicked.connect(self._mirror)
        self.remove.clicked.connect(self._remove)
        draft.changed.connect(self.refresh)
        self._show_limb()

    def _build(self) -> None:
        names = {
            "": self._tr("nothing"),
            "shoulder": self._tr("the own shoulder"),
            "occiput": self._tr("the back of the head"),
            "chest": self._tr("the chest, across"),
            "knee": self._tr("the knee"),
            "thigh": self._tr("the thigh"),
            "hip": self._tr("the waist"),
            "back": self._tr("the other hand, behind the back"),
        }
        for contact in CONTACTS:
            self.hand.addItem(names.get(contact, contact), contact)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(Field("", self._tr("Pose"), self.pose))
        buttons = Flow(theme.GAP_SMALL)
        for button in (self.copy, self.mirror, self.remove):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(Field("", self._tr("Part of the body"), self.limb))
        column.addWidget(self._hand_field)
        self._grid.setVerticalSpacing(theme.GAP_SMALL)
        column.addLayout(self._grid)
        column.addStretch(1)

    @property
    def name(self) -> str:
        """The pose that is looked at."""
        return self.pose.currentText()

    def shown(self) -> Pose | None:
        """Return the pose that is looked at."""
        return dict(self._draft.exercise.keyframes).get(self.name)

    def refresh(self) -> None:
        """Show the poses and the chosen one's joints as they are now."""
        names = [name for name, _ in self._draft.exercise.keyframes]
        if [self.pose.itemText(n) for n in range(self.pose.count())] != names:
            before = self.name
            self.pose.clear()
            self.pose.addItems(names)
            self.pose.setCurrentIndex(max(0, self.pose.findText(before)))
        pose = self.shown()
        if pose is None:
            return
        self.remove.setEnabled(not edits.is_used(self._draft.exercise, self.name))
        for joint, slider in self.sliders.items():
            value = value_of(pose, joint)
            with QSignalBlocker(slider):
                slider.setValue(round(value))
            self._values[joint].setText(_amount(joint, value))
        hand = pose.hand_l if self._end() == "l" else pose.hand_r
        place = self.hand.findData(hand) if isinstance(hand, str) else -1
        self.hand.setCurrentIndex(place)

    def _end(self) -> str:
        return str(self.limb.currentData())[-1]

    def _show_pose(self) -> None:
        self.refresh()
        self.chosen.emit()

    def _show_limb(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.sliders, self._values = {}, {}
        limb = next(each for each in LIMBS if each.name == self.limb.currentData())
        self._hand_field.setVisible(limb.name.startswith("arm_"))
        for row, joint in enumerate(limb.joints):
            self._add(row, joint)
        self._grid.setRowStretch(len(LIMBS[0].joints), 1)
        self.refresh()

    def _add(self, row: int, joint: Joint) -> None:
        name = joint_name(joint, self._tr)
        slider = CalmSlider(Qt.Orientation.Horizontal)
        slider.setRange(joint.low, joint.high)
        slider.setPageStep(_PAGE_STEP)
        slider.setAccessibleName(name)
        slider.setMinimumWidth(slider.fontMetrics().averageCharWidth() * _SLIDER_LETTERS)
        label, value = QLabel(name), QLabel()
        label.setBuddy(slider)
        value.setMinimumWidth(value.fontMetrics().averageCharWidth() * _VALUE_LETTERS)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider.valueChanged.connect(partial(self._bend, joint))
        for column, widget in enumerate((label, slider, value)):
            self._grid.addWidget(widget, row, column)
        self._grid.setColumnStretch(1, 1)
        self.sliders[joint], self._values[joint] = slider, value

    def _bend(self, joint: Joint, value: int) -> None:
        pose = self.shown()
        if pose is not None:
            self._put(bent(pose, joint, float(value)), f"{self.name}.{joint.key}[{joint.place}]")

    def _touch(self) -> None:
        pose = self.shown()
        if pose is not None:
            contact = str(self.hand.currentData())
            left = self._end() == "l"
            new = replace(pose, hand_l=contact) if left else replace(pose, hand_r=contact)
            self._put(new, "")

    def _mirror(self) -> None:
        pose = self.shown()
        if pose is not None:
            self._put(mirrored(pose), "")

    def _copy(self) -> None:
        new, name = edits.with_pose_added(self._draft.exercise, self.name)
        self._draft.change(new)
        self.pose.setCurrentText(name)
        self._show_pose()

    def _remove(self) -> None:
        self._draft.change(edits.without_pose(self._draft.exercise, self.name))
        self._show_pose()

    def _put(self, pose: Pose, field: str) -> None:
        self._draft.change(edits.with_pose(self._draft.exercise, self.name, pose), field)


def _amount(joint: Joint, value: float) -> str:
    return f"{value:.0f} %" if joint.key == "root" else f"{value:.0f}\u00b0"
