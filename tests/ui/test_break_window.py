from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from deskbreak.core import session as guided
from deskbreak.core.command import Command, Drive, SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.words import English
from deskbreak.ui import theme
from deskbreak.ui.break_window import FRAME_MS, SMALLEST, STILL_MS, BreakWindow
from deskbreak.ui.place import Memory, scaled
from tests.core.guide_samples import routine

TR = English()
NEXT = "The next break comes between 14:10 and 15:10."


class Driver:
    """Drives a real session at a time that the test sets."""

    def __init__(self) -> None:
        self.t = 0.0
        self.session = guided.begin(routine(), 0.0, 1e9)
        self.painted_times = 0
        self.sent: list[Command] = []
        self.gone = False

    def frame(self) -> SessionView | None:
        return None if self.gone else guided.view(self.session, self.t, TR)

    def painted(self) -> None:
        self.painted_times += 1

    def send(self, command: Command) -> None:
        self.sent.append(command)
        assert isinstance(command, Drive)
        self.session = guided.step(self.session, command.verb, self.t, command.discomfort)

    def at(self, t: float) -> None:
        self.t = t
        self.session = guided.advance(self.session, t)

    @property
    def verbs(self) -> list[SessionVerb]:
        return [command.verb for command in self.sent if isinstance(command, Drive)]


@pytest.fixture
def driver() -> Driver:
    return Driver()


@pytest.fixture
def window(driver: Driver, qtbot: QtBot, qapp: QApplication) -> Iterator[BreakWindow]:
    palette, sheet = qapp.palette(), qapp.styleSheet()
    theme.apply(qapp, "light")
    made = BreakWindow(driver, driver.send, TR)
    qtbot.addWidget(made, before_close_func=lambda w: w.dismiss())
    made.open_session()
    qtbot.waitExposed(made)
    yield made
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def texts(window: BreakWindow) -> str:
    return " | ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def show_at(window: BreakWindow, driver: Driver, t: float) -> None:
    driver.at(t)
    window.refresh()


def press(window: BreakWindow, name: str) -> None:
    (button,) = (
        b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.text() == name
    )
    button.click()


def test_it_is_an_ordinary_window(window: BreakWindow) -> None:
    assert window.windowTitle() == "deskbreak - Break"
    assert not window.isModal()
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.minimumSize() == scaled(window, SMALLEST)


def test_the_clock_begins_with_the_first_paint_and_once(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: driver.painted_times == 1)
    window.repaint()
    QApplication.processEvents()
    assert driver.painted_times == 1


def test_it_shows_the_card_then_the_exercise(window: BreakWindow, driver: Driver) -> None:
    assert "Get ready" in texts(window)
    press(window, "I am ready")
    assert driver.verbs == [SessionVerb.READY]
    show_at(window, driver, 3.0)
    shown = texts(window)
    assert "Exercise 1 of 3" in shown
    assert "Circles" in shown
    assert "1 of 2" in shown
    assert "backward" in shown
    assert "Breathe in" in shown
    assert "Then the same forward" in shown
    assert "Slowly." in shown


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Pause", SessionVerb.PAUSE),
        ("Back", SessionVerb.BACK),
        ("Next", SessionVerb.NEXT),
        ("It hurts", SessionVerb.HURTS),
        ("Finish", SessionVerb.FINISH),
    ],
)
def test_each_button_sends_its_verb(
    window: BreakWindow, driver: Driver, name: str, verb: SessionVerb
) -> None:
    show_at(window, driver, 12.0)
    press(window, name)
    assert driver.verbs == [verb]


@pytest.mark.parametrize(
    ("key", "verb"),
    [
        (Qt.Key.Key_Space, SessionVerb.PAUSE),
        (Qt.Key.Key_Left, SessionVerb.BACK),
        (Qt.Key.Key_Right, SessionVerb.NEXT),
        (Qt.Key.Key_H, SessionVerb.HURTS),
        (Qt.Key.Key_Escape, SessionVerb.PAUSE),
        (Qt.Key.Key_Return, SessionVerb.PAUSE),
    ],
)
def test_each_key_sends_its_verb(
    window: BreakWindow, driver: Driver, qtbot: QtBot, key: Qt.Key, verb: SessionVerb
) -> None:
    show_at(window, driver, 12.0)
    qtbot.keyClick(window.focusWidget() or window, key)
    assert driver.verbs == [verb]


def test_space_pauses_and_resumes_wherever_the_focus_is(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert "Paused" in texts(window)
    assert window.controls.pause.text() == "Resume"
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert driver.verbs == [SessionVerb.PAUSE, SessionVerb.RESUME]
    assert window.controls.pause.text() == "Pause"


def test_escape_pauses_and_asks_and_escape_again_stays_paused(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert "Finish or go on?" in texts(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert "Finish or go on?" not in texts(window)
    assert "Paused" in texts(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    press(window, "Go on")
    assert "Get ready" in texts(window)
    assert driver.verbs[-1] is SessionVerb.RESUME


def test_closing_asks_while_it_runs(window: BreakWindow, driver: Driver) -> None:
    closing = QCloseEvent()
    window.closeEvent(closing)
    assert not closing.isAccepted()
    assert "Finish or go on?" in texts(window)
    assert driver.verbs == [SessionVerb.PAUSE]


@pytest.mark.parametrize(
    ("answer", "discomfort"),
    [
        ("Just a stretch feeling", Discomfort.STRETCH),
        ("Unpleasant", Discomfort.UNPLEASANT),
        ("Pain", Discomfort.PAIN),
        ("Sharp or alarming", Discomfort.SHARP),
    ],
)
def test_it_hurts_asks_and_carries_the_answer(
    window: BreakWindow, driver: Driver, answer: str, discomfort: Discomfort
) -> None:
    show_at(window, driver, 12.0)
    press(window, "It hurts")
    assert "How does it feel?" in texts(window)
    assert not window.controls.next.isEnabled()
    press(window, answer)
    assert driver.sent[-1] == Drive(SessionVerb.HURTS, discomfort)


def test_after_a_little_discomfort_one_rests_skips_or_goes_on(
    window: BreakWindow, driver: Driver
) -> None:
    for choice in ("Go on, more gently", "Skip this one"):
        show_at(window, driver, driver.t + 8.0)
        press(window, "It hurts")
        press(window, "Unpleasant")
        assert "Rest a little" in texts(window)
        press(window, choice)
    assert driver.verbs[-1] is SessionVerb.NEXT
    press(window, "It hurts")
    press(window, "I pressed it by mistake")
    assert driver.verbs[-1] is SessionVerb.RESUME


def test_the_end_card_tells_what_was_done(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    show_at(window, driver, 500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, NEXT)
    shown = texts(window)
    assert "Well done!" in shown
    assert "Twist | 2 of 2" in shown
    assert "52 seconds of movement" in shown
    assert NEXT in shown
    sent = list(driver.sent)
    qtbot.keyClick(window, Qt.Key.Key_H)
    assert driver.sent == sent
    press(window, "Close")
    assert not window.isVisible()


def test_escape_closes_the_end_card_and_the_window_can_open_again(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    driver.at(500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, "")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    driver.session = guided.begin(routine(), 500.0)
    window.open_session()
    assert "Get ready" in texts(window)
    assert window.controls.isVisible()
    qtbot.waitUntil(lambda: driver.painted_times >= 2)


def test_an_end_before_the_first_frame_is_told_too(qtbot: QtBot, driver: Driver) -> None:
    window = BreakWindow(driver, driver.send, TR)
    qtbot.addWidget(window)
    driver.at(500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, "")
    window.show()
    assert "circles" in texts(window)


def test_a_step_is_announced_once(window: BreakWindow, driver: Driver) -> None:
    spoken = [window.announced]
    for tick in range(650):
        show_at(window, driver, tick / 10)
        if window.announced != spoken[-1]:
            spoken.append(window.announced)
    assert len(spoken) == len(set(spoken))
    starts = [text for text in spoken if text.startswith(("Circles.", "Twist.", "Tilt."))]
    assert len(starts) == 3
    assert len(spoken) <= 1 + 3 + 2 + 1


def test_frames_come_fast_in_motion_and_rarely_when_still(
    window: BreakWindow, driver: Driver
) -> None:
    show_at(window, driver, 12.0)
    assert window.pace_ms == FRAME_MS
    driver.send(Drive(SessionVerb.PAUSE))
    show_at(window, driver, 14.0)
    assert window.pace_ms == STILL_MS
    window.hide()
    assert window.pace_ms is None
    window.show()
    assert window.pace_ms is not None


def test_reduced_motion_shows_stills(qtbot: QtBot, driver: Driver) -> None:
    window = BreakWindow(driver, driver.send, TR, reduced_motion=True)
    qtbot.addWidget(window, before_close_func=lambda w: w.dismiss())
    window.open_session()
    show_at(window, driver, 12.0)
    assert window.pace_ms == STILL_MS


def test_a_session_that_is_gone_shows_nothing_new(window: BreakWindow, driver: Driver) -> None:
    before = texts(window)
    driver.gone = True
    window.refresh()
    assert texts(window) == before


def test_it_remembers_its_size(qtbot: QtBot, driver: Driver) -> None:
    kept = [""]
    memory = Memory(load=lambda: kept[0], save=lambda text: kept.__setitem__(0, text))
    for size in (QSize(760, 500), QSize(-1, -1)):
        window = BreakWindow(driver, driver.send, TR, memory)
        qtbot.addWidget(window)
        window.open_session()
        if size.isValid():
            window.resize(size)
        assert window.size() == QSize(760, 500)
        window.dismiss()
    assert kept[0].isascii()


def test_every_control_has_a_name(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 12.0)
    for button in window.findChildren(QAbstractButton):
        assert button.accessibleName(), button.text()
    assert window.stepper.accessibleName() == "Exercise 1 of 3"


def cut_texts(window: BreakWindow) -> list[str]:
    cut = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            wraps = label.wordWrap()
            high = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
            wide = 0 if wraps else label.sizeHint().width()
            cut += [label.text()] if label.height() < high or label.width() < wide else []
    for button in window.findChildren(QAbstractButton):
        narrow = button.width() < button.minimumSizeHint().width()
        cut += [button.text()] if button.isVisible() and narrow else []
    for area in window.findChildren(QScrollArea):
        sideways = area.isVisible() and area.horizontalScrollBar().maximum() > 0
        cut += ["a page scrolls sideways"] if sideways else []
    return cut


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("t", [1.0, 12.0, 26.0, 40.0])
def test_no_text_is_cut(
    qapp: QApplication, qtbot: QtBot, driver: Driver, t: float, factor: float
) -> None:
    font = qapp.font()
    qapp.setFont(theme.scaled_font(font, factor))
    try:
        window = BreakWindow(driver, driver.send, TR)
        qtbot.addWidget(window, before_close_func=lambda w: w.dismiss())
        window.open_session()
        window.resize(window.minimumSize())
        show_at(window, driver, t)
        qtbot.waitUntil(lambda: cut_texts(window) == [])
    finally:
        qapp.setFont(font)


def test_the_stage_names_cover_all_cards(driver: Driver) -> None:
    seen = set()
    for t in (1.0, 12.0, 26.0, 500.0):
        driver.at(t)
        view = driver.frame()
        assert view is not None
        seen.add(view.stage)
    assert seen == set(Stage)
