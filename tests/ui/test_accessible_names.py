"""Every control of every window has a name for a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.authoring.share import Offered
from deskbreak.core.command import Command
from deskbreak.core.entry import Outcome
from deskbreak.core.journal import day_log
from deskbreak.ui.about_window import AboutWindow
from deskbreak.ui.day.today_window import TodayWindow
from deskbreak.ui.editor.importing import ImportWindow
from deskbreak.ui.editor.own import OwnWindow
from deskbreak.ui.editor.routine import NEW, RoutineWindow
from deskbreak.ui.editor.window import EditorWindow
from deskbreak.ui.library.window import LibraryWindow
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.log.window import LogWindow
from deskbreak.ui.message_window import MessageWindow
from deskbreak.ui.offer_window import OfferWindow
from deskbreak.ui.session.break_window import BreakWindow
from deskbreak.ui.session.discreet_window import DiscreetWindow
from tests.ui.accessible_names import controls, nameless, said_name
from tests.ui.break_window_fakes import Driver
from tests.ui.day_samples import DAY, TR, entry, facts
from tests.ui.editor_samples import Shop
from tests.ui.library_samples import CATALOG, Desk
from tests.ui.test_corner_windows import VIEW as OFFER
from tests.ui.test_settings_window import opened as settings_opened
from tests.ui.welcome_samples import opened as welcome_opened

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")

Made = Callable[[QtBot, Shop], QWidget]


def _nothing_sent(_command: Command) -> None:
    pass


def today(_qtbot: QtBot, _shop: Shop) -> QWidget:
    window = TodayWindow(_nothing_sent, TR)
    log = day_log(facts(entry(Outcome.COMPLETED), entry(Outcome.MISSED)), 600)
    window.show_day(log)
    return window


def log(_qtbot: QtBot, _shop: Shop) -> QWidget:
    made = day_log(facts(entry(Outcome.COMPLETED)), 600)
    return LogWindow(LogSources(lambda _day: made, lambda: DAY), TR)


def offer(_qtbot: QtBot, _shop: Shop) -> QWidget:
    window = OfferWindow(_nothing_sent, TR)
    window.show_offer(OFFER)
    return window


def told(_qtbot: QtBot, _shop: Shop) -> QWidget:
    window = MessageWindow(TR)
    window.tell("Done", "It is written.")
    return window


def shelves(_qtbot: QtBot, shop: Shop) -> QWidget:
    desk = Desk()
    sources = desk.sources()
    pictures = replace(
        sources.library,
        editor=shop.started.append,
        share=shop.started.append,
        bring_in=lambda: None,
    )
    window = LibraryWindow(replace(sources, library=pictures), desk.sent.append, TR)
    window.show_exercise("back_twist")
    return window


def exercise_editor(_qtbot: QtBot, shop: Shop) -> QWidget:
    return EditorWindow(CATALOG["back_twist"], shop.workshop, TR)


def routine_editor(_qtbot: QtBot, shop: Shop) -> QWidget:
    return RoutineWindow(NEW, shop.workshop, TR)


def own_list(_qtbot: QtBot, shop: Shop) -> QWidget:
    return OwnWindow(shop.workshop, TR)


def importing(_qtbot: QtBot, shop: Shop) -> QWidget:
    offered = Offered("given.toml", (CATALOG["back_twist"],), refused=("A sentence.",))
    return ImportWindow(offered, shop.workshop, TR)


def guide(_qtbot: QtBot, _shop: Shop) -> QWidget:
    driver = Driver()
    window = BreakWindow(driver, driver.send, TR, reduced_motion=True)
    window.open()
    return window


def corner(_qtbot: QtBot, _shop: Shop) -> QWidget:
    driver = Driver()
    window = DiscreetWindow(driver, driver.send, TR)
    window.open()
    return window


def welcome(qtbot: QtBot, _shop: Shop) -> QWidget:
    return welcome_opened(qtbot)[0]


def settings(qtbot: QtBot, _shop: Shop) -> QWidget:
    return settings_opened(qtbot)[0]


def about(_qtbot: QtBot, _shop: Shop) -> QWidget:
    return AboutWindow(TR)


WINDOWS: tuple[Made, ...] = (
    *(welcome, settings, about),
    *(shelves, exercise_editor, routine_editor, own_list, importing),
    *(guide, corner, today, log, offer, told),
)


@pytest.mark.parametrize("made", WINDOWS)
def test_every_control_of_every_window_has_a_name(qtbot: QtBot, shop: Shop, made: Made) -> None:
    window = made(qtbot, shop)
    qtbot.addWidget(window, before_close_func=_dismiss)
    assert list(controls(window))
    assert nameless(window) == []


def _dismiss(window: QWidget) -> None:
    getattr(window, "dismiss", window.close)()


def test_a_value_is_no_name(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    choice, number = QComboBox(), QSpinBox()
    choice.addItem("One")
    choice.setAccessibleName("Level")
    column.addWidget(choice)
    column.addWidget(number)
    assert len(nameless(page)) == 2
    label = QLabel("Level")
    label.setBuddy(choice)
    number.setAccessibleName("Minutes")
    column.addWidget(label)
    assert nameless(page) == []
    assert (said_name(choice), said_name(number)) == ("Level", "Minutes")
