"""The poses of an exercise, bent joint by joint."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QSlider
from pytestqt.qtbot import QtBot

from deskbreak.core.authoring.joints import LIMBS, value_of
from deskbreak.ui.editor.window import EditorWindow
from tests.ui.editor_samples import named


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


def test_a_small_window_scrolls_rather_than_squeezes(editor: EditorWindow, qtbot: QtBot) -> None:
    editor.resize(767, 400)
    grounds = set()
    for number in range(editor.pages.count()):
        editor.pages.setCurrentIndex(number)
        page = editor.pages.currentWidget()
        assert isinstance(page, QScrollArea)
        qtbot.waitUntil(page.isVisible)
        inside = page.widget()
        assert inside is not None
        assert inside.autoFillBackground()
        grounds.add(inside.palette().color(inside.backgroundRole()).name())
    assert len(grounds) == 1
    line = editor.phases.list.fontMetrics().lineSpacing()
    assert editor.phases.list.height() >= 12 * line
    letter = editor.poses.fontMetrics().averageCharWidth()
    assert all(slider.width() >= 16 * letter for slider in editor.poses.sliders.values())
