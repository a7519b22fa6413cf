"""The poses of an exercise, bent joint by joint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskbreak.core.authoring.draft import copy_of
from deskbreak.core.authoring.joints import LIMBS, value_of
from deskbreak.core.words import English
from deskbreak.ui.editor_window import EditorWindow
from tests.ui.editor_samples import Shop

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


@pytest.fixture
def editor(qtbot: QtBot, shop: Shop) -> Iterator[EditorWindow]:
    exercises = shop.workshop.exercises()
    copy = copy_of(exercises["back_twist"], exercises, English())
    window = EditorWindow(copy, shop.workshop, English())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.dismiss()


def named(window: QWidget, kind: type[QWidget], name: str) -> QWidget:
    (found,) = [each for each in window.findChildren(kind) if each.accessibleName() == name]
    return found


def line(window: QWidget, name: str) -> QLineEdit:
    found = named(window, QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def typed(window: QWidget, name: str, text: str) -> None:
    field = line(window, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


def test_a_joint_bends_the_figure_at_once(editor: EditorWindow) -> None:
    editor.pages.setCurrentIndex(3)
    page = editor.poses
    page.pose.setCurrentText("center")
    page.pose.activated.emit(0)
    slider = named(page, QSlider, "Upper back: turn")
    slider.setFocus()
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    pose = dict(editor.draft.exercise.keyframes)["center"]
    assert value_of(pose, LIMBS[0].joints[8]) == 15.0
    shown = editor.preview.figure.picture
    assert shown is not None
    assert shown.pose == pose
    editor.undo.click()
    assert value_of(dict(editor.draft.exercise.keyframes)["center"], LIMBS[0].joints[8]) == 0.0


def test_poses_can_be_copied_mirrored_and_removed(editor: EditorWindow) -> None:
    page = editor.poses
    page.pose.setCurrentText("right")
    page.copy.click()
    assert page.name == "right_2"
    page.mirror.click()
    frames = dict(editor.draft.exercise.keyframes)
    assert frames["right_2"] == frames["left"]
    assert page.remove.isEnabled()
    page.remove.click()
    assert "right_2" not in dict(editor.draft.exercise.keyframes)


def test_a_hand_can_touch_something_else(editor: EditorWindow) -> None:
    editor.pages.setCurrentIndex(3)
    page = editor.poses
    assert not page.hand.isVisible()
    page.limb.setCurrentIndex(page.limb.findData("arm_r"))
    page.limb.activated.emit(0)
    assert page.hand.isVisible()
    page.hand.setCurrentIndex(page.hand.findData("knee"))
    page.hand.activated.emit(0)
    pose = dict(editor.draft.exercise.keyframes)[page.name]
    assert (pose.hand_l, pose.hand_r) == ("thigh", "knee")
