"""The tray's menu: the same actions all the time, with texts and states changed in place.

Panels get the menu over the bus; an action that keeps its text costs nothing there.
"""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from deskbreak.core.command import (
    NUDGE,
    Ate,
    Command,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTomorrow,
    Recover,
    Resume,
    Show,
    Skip,
    Snooze,
    Start,
    Unskip,
    Window,
)
from deskbreak.core.ignoring import Ignore
from deskbreak.core.leaving import Quit
from deskbreak.core.status import ScheduleView, StateName, Status
from deskbreak.core.timing.sensed import Cause
from deskbreak.core.unfit import PauseUnfit, Unfit
from deskbreak.core.wording.nudges import MEETINGS_MIN
from deskbreak.core.wording.offers import snooze_title
from deskbreak.core.wording.reasons import ignore_text, is_held
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words
from deskbreak.ports import Send

_MINUTE = 60
_PAUSES_MIN = (30, 60, 120)
_CHOICES_MIN = (5, 10, 15, 30)


class TrayMenu:
    """Builds the menu once; `show_status` makes it fit the state."""

    def __init__(self, send: Send, tr: Words) -> None:
        self.menu = QMenu()
        self._send = send
        self._tr = tr
        self._choices: tuple[int, ...] = ()
        self._cause: Cause | None = None
        self._why = self.menu.addAction("deskbreak")
        self._why.setEnabled(False)
        self.menu.addSeparator()
        self._add_break()
        self.menu.addSeparator()
        self._add_quiet()
        self.menu.addSeparator()
        self._add_windows()

    def show_status(self, status: Status) -> None:
        """Make texts, visibility and states fit."""
        view = status.schedule
        self._why.setText(status.why.replace("&", "&&"))
        self._start.setText(self._start_text(view.state))
        self._snooze.setTitle(snooze_title(view.snoozes_left, self._tr))
        self._snooze.menuAction().setEnabled(view.can_snooze)
        self._skip.setEnabled(view.state in {StateName.OFFERING, StateName.SNOOZED})
        self._skip.setVisible(not view.can_unskip)
        self._unskip.setVisible(view.can_unskip)
        self._check.setEnabled(view.state is not StateName.EXERCISING)
        self._missed.setVisible(view.missed_offer)
        self._recover.setVisible(status.can_recover)
        self._show_quiet(view)

    def set_choices(self, minutes: tuple[int, ...]) -> None:
        """Offer these snoozes; the menu changes only when they do."""
        if minutes == self._choices:
            return
        self._choices = minutes
        self._snooze.clear()
        for each in minutes:
            self._add(self._snooze, span_text(each * _MINUTE, self._tr), Snooze(each))

    def _show_quiet(self, view: ScheduleView) -> None:
        paused = view.state is StateName.PAUSED
        self._pause.menuAction().setVisible(not paused)
        hurt = view.pause_why == Unfit.HURT
        self._resume.setVisible(paused and not hurt)
        self._better.setVisible(hurt)
        self._back.setVisible(not hurt)
        self._unwell.setVisible(not view.pause_why)
        still = self._tr("Still in the meeting") if view.asks_meeting else self._tr("In a meeting")
        self._meeting.setTitle(still)
        self._meeting.menuAction().setVisible(view.asks_meeting or not view.in_meeting)
        self._cause = next(iter(view.causes), None) if is_held(view) else None
        self._ignore.setVisible(self._cause is not None)
        if self._cause is not None:
            self._ignore.setText(ignore_text(self._cause, self._tr).replace("&", "&&"))
        self._meeting_over.setVisible(view.in_meeting)

    def _start_text(self, state: StateName) -> str:
        if state is StateName.EXERCISING:
            return self._tr("Show the break")
        if state is StateName.OFFERING:
            return self._tr("Start")
        return self._tr("Start now")

    def _add(self, menu: QMenu, text: str, command: Command) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda: self._send(command))
        return action

    def _ignore_cause(self) -> None:
        if self._cause is not None:
            self._send(Ignore(str(self._cause)))

    def _add_break(self) -> None:
        tr = self._tr
        self._start = self._add(self.menu, tr("Start now"), Start())
        self.menu.setDefaultAction(self._start)
        self._snooze = self.menu.addMenu(tr("Snooze"))
        self.set_choices(_CHOICES_MIN)
        self._skip = self._add(self.menu, tr("Skip"), Skip())
        self._unskip = self._add(self.menu, tr("Undo skip"), Unskip())
        self._check = self._add(self.menu, tr("Posture check"), Start(NUDGE))
        self._missed = self._add(self.menu, tr("Do the missed break"), Start(missed=True))
        self._recover = self._add(self.menu, tr("Go on with the break"), Recover())

    def _add_quiet(self) -> None:
        tr = self._tr
        self._pause = self.menu.addMenu(tr("Pause"))
        for minutes in _PAUSES_MIN:
            self._add(self._pause, span_text(minutes * _MINUTE, tr), PauseFor(minutes))
        self._add(self._pause, tr("Until tomorrow"), PauseUntilTomorrow())
        self._add(self._pause, tr("Not today"), PauseToday())
        self._add(self._pause, tr("Until I resume"), PauseOpen())
        self._resume = self._add(self.menu, tr("Resume"), Resume())
        self._better = self._add(self.menu, tr("Is my back better?"), Show(Window.TODAY))
        self._meeting = self.menu.addMenu(tr("In a meeting"))
        for minutes in MEETINGS_MIN:
            self._add(self._meeting, span_text(minutes * _MINUTE, tr), InMeeting(minutes))
        self._add(self._meeting, tr("Until I say so"), InMeeting())
        self._meeting_over = self._add(self.menu, tr("Meeting is over"), MeetingOver())
        self._ignore = self.menu.addAction("")
        self._ignore.triggered.connect(self._ignore_cause)
        eaten = self.menu.addMenu(tr("I have just eaten"))
        self._add(eaten, tr("A meal"), Ate(Meal.MEAL))
        self._add(eaten, tr("A snack"), Ate(Meal.SNACK))
        self._add(eaten, tr("I did not eat"), Ate(Meal.NOTHING))
        self._back = self._add(self.menu, tr("I hurt my back"), PauseUnfit(Unfit.HURT))
        self._unwell = self._add(self.menu, tr("Not well today"), PauseUnfit(Unfit.UNWELL))

    def _add_windows(self) -> None:
        tr = self._tr
        for text, window in (
            (tr("Today"), Window.TODAY),
            (tr("Log"), Window.LOG),
            (tr("Settings"), Window.SETTINGS),
            (tr("Library"), Window.LIBRARY),
            (tr("Safety"), Window.SAFETY),
        ):
            self._add(self.menu, text, Show(window))
        self.menu.addSeparator()
        self._add(self.menu, tr("About"), Show(Window.ABOUT))
        self._add(self.menu, tr("Quit"), Quit())
