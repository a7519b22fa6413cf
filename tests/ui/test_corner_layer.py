"""Small windows on a layer: what it shows, how the pointer reaches them, and where it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command, Snooze, Start
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import English
from deskbreak.ui.corner_layer import LayerContent
from deskbreak.ui.corners import Corners
from deskbreak.ui.message_window import MessageWindow
from deskbreak.ui.offer_window import OfferWindow

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")

VIEW = OfferView("Time", "Four minutes.", 1, 10, (5, 30), can_snooze=True, quiet=False)


class FakeLayer:
    """A layer that keeps what it was asked; told so, it refuses when it is shown."""

    def __init__(self, content: LayerContent, *, refuses: bool) -> None:
        self.content = content
        self.shown: list[tuple[int, int]] = []
        self.redrawn = self.hidden = 0
        self.refuses = refuses

    def show(self) -> None:
        self.shown.append(self.content.size())
        if self.refuses:
            self.content.refused("there are none")

    def redraw(self) -> None:
        self.redrawn += 1

    def hide(self) -> None:
        self.hidden += 1


class Desk:
    """Small windows on a desktop with layers."""

    def __init__(self, *, refuses: bool = False, asks: bool = True) -> None:
        self.sent: list[Command] = []
        self.layers: list[FakeLayer] = []
        self.told: list[tuple[str, str]] = []
        self.refuses = refuses
        self.corners = Corners(self.sent.append, English(), self._layer, lambda: asks)
        self.corners.tell_elsewhere = lambda title, text: self.told.append((title, text))

    def _layer(self, content: LayerContent) -> FakeLayer:
        self.layers.append(FakeLayer(content, refuses=self.refuses))
        return self.layers[-1]

    def window(self, kind: type[QWidget] = OfferWindow) -> QWidget:
        content = self.layers[-1].content.parent()
        assert isinstance(content, kind)
        return content

    def press(self, name: str, *, off: bool = False) -> None:
        """Press a button with the layer's pointer; `off` lets go of it elsewhere."""
        (button,) = (
            each
            for each in self.window().findChildren(QPushButton)
            if name in {each.text(), each.accessibleName()} and each.isVisible()
        )
        at = button.mapTo(self.window(), button.rect().center())
        content = self.layers[-1].content
        content.point(at.x(), at.y())
        content.press(down=True)
        assert button.isDown()
        if off:
            content.point(1, 1)
        content.press(down=False)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    assert qtbot is not None
    made = Desk()
    made.corners.repeat_offer(VIEW)
    return made


def test_the_window_is_never_mapped_but_its_picture_is(desk: Desk, qtbot: QtBot) -> None:
    (layer,) = desk.layers
    window = desk.window()
    assert window.isVisible()
    assert window.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    assert layer.shown == [(window.width(), window.height())]
    width, height, pixels = layer.content.draw(2)
    assert (width, height) == (2 * window.width(), 2 * window.height())
    assert len(pixels) == 4 * width * height
    assert len(set(pixels)) > 4  # words, not a blank card
    window.update()
    qtbot.waitUntil(lambda: layer.redrawn > 0)


def test_its_buttons_are_pressed_and_let_go(desk: Desk) -> None:
    desk.press("Start", off=True)
    assert desk.sent == []
    desk.press("Start")
    assert desk.sent == [Start()]


def test_buttons_glow_under_the_pointer(desk: Desk) -> None:
    content = desk.layers[-1].content
    start = next(each for each in desk.window().findChildren(QPushButton) if each.text() == "Start")
    at = start.mapTo(desk.window(), QPoint(3, 3))
    content.point(at.x(), at.y())
    assert start.underMouse()
    content.leave()
    assert not start.underMouse()
    content.press(down=True)  # a press that nobody pointed: nothing is under it
    content.press(down=False)
    assert desk.sent == []


def test_other_snoozes_make_it_grow(desk: Desk) -> None:
    (layer,) = desk.layers
    low = layer.shown[-1]
    desk.press("Snooze for another time")
    assert layer.shown[-1][1] > low[1]
    desk.press("Snooze 30 min")
    assert desk.sent == [Snooze(30)]


def test_it_goes_and_comes_on_one_layer(desk: Desk) -> None:
    (layer,) = desk.layers
    desk.corners.hide_offer()
    assert layer.hidden == 1
    desk.corners.repeat_offer(replace(VIEW, urgency=2))
    assert len(layer.shown) == 2
    assert desk.layers == [layer]
    desk.corners.tell("Later", "It comes back.")
    assert desk.window(MessageWindow).isVisible()
    desk.corners.close()
    assert [each.hidden for each in desk.layers] == [2, 1]


def test_a_message_stands_above_the_offer(desk: Desk) -> None:
    low = desk.window().height()
    desk.corners.tell("Later", "It comes back.")
    assert desk.layers[-1].content.lift() > low
    desk.corners.hide_offer()
    desk.corners.tell("Later", "It comes back.")
    assert desk.layers[-1].content.lift() == 0


def test_a_repeat_that_is_refused_is_left_to_its_notification(qtbot: QtBot) -> None:
    assert qtbot is not None
    desk = Desk(refuses=True, asks=False)
    desk.corners.repeat_offer(VIEW)
    assert not desk.window().isVisible()
    assert desk.told == []


def test_the_last_way_to_offer_is_a_window_only_where_nothing_asks(qtbot: QtBot) -> None:
    quiet = Desk(refuses=True)
    quiet.corners.offer_at_last(VIEW)
    assert not quiet.window().isVisible()
    loud = Desk(refuses=True, asks=False)
    loud.corners.offer_at_last(VIEW)
    window = loud.window()
    qtbot.addWidget(window)
    assert window.isVisible()
    assert not window.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def test_what_is_refused_is_told_elsewhere_or_at_last_in_a_window(qtbot: QtBot) -> None:
    desk = Desk(refuses=True)
    desk.corners.tell("Later", "It comes back.")
    assert desk.told == [("Later", "It comes back.")]
    window = desk.window(MessageWindow)
    qtbot.addWidget(window)
    assert not window.isVisible()
    desk.corners.tell_elsewhere = desk.corners.tell_at_last
    desk.corners.tell("Later", "It comes back.")
    assert window.isVisible()
    assert not window.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def test_without_layers_windows_stand_by_themselves(qtbot: QtBot) -> None:
    assert qtbot is not None
    sent: list[Command] = []
    corners = Corners(sent.append, English(), None, lambda: True)
    corners.hide_offer()
    corners.offer_at_last(VIEW)
    corners.tell_at_last("Later", "It comes back.")
    corners.close()
    corners.close()
