"""The right half of the break window: guide, questions, rest and end, one at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.core.session_view import Halt, SessionView
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.session.end_card import EndCard
from deskbreak.ui.session.guide_page import GuidePage
from deskbreak.ui.session.question import (
    Question,
    after_rest_question,
    finish_question,
    hurts_question,
    rest_question,
    warm_question,
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the buttons on the pages do."""

    drive: Callable[[SessionVerb], None]
    hurts: Callable[[Discomfort], None]
    ate: Callable[[], None]
    wait: Callable[[], None]


class SidePages(QStackedWidget):
    """Shows the page that fits the view; each page scrolls where a window is too small."""

    def __init__(self, tr: Words, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(theme.ROLE, "card")
        self._tr, self._answers = tr, answers
        self._made: dict[Callable[[], QWidget], QScrollArea] = {}
        self._end: QScrollArea | None = None
        self._guide = GuidePage(tr, self)
        self._guide.ready.connect(self._driving(SessionVerb.READY))
        self._guide.later.connect(self._driving(SessionVerb.LATER))
        self._guide.ate.connect(answers.ate)
        self._guide.considering.connect(answers.wait)
        self._guiding = self._added(self._guide)

    def _driving(self, verb: SessionVerb) -> Callable[[], None]:
        return partial(self._answers.drive, verb)

    def _asked(self, make: Callable[[], QWidget]) -> QScrollArea:
        """Return the page of a question, made when it is asked first: the window opens sooner."""
        if make not in self._made:
            self._made[make] = self._added(make())
        return self._made[make]

    def _finish(self) -> Question:
        go_on, finish = SessionVerb.RESUME, SessionVerb.FINISH
        return finish_question(self._tr, self._driving(go_on), self._driving(finish))

    def _hurts(self) -> Question:
        return hurts_question(self._tr, self._answers.hurts, self._driving(SessionVerb.RESUME))

    def _rest(self) -> Question:
        rested, finish = SessionVerb.READY, SessionVerb.FINISH
        return rest_question(self._tr, self._driving(rested), self._driving(finish))

    def _rested(self) -> Question:
        verbs = (SessionVerb.EASIER, SessionVerb.NEXT, SessionVerb.FINISH)
        easier, skip, finish = map(self._driving, verbs)
        return after_rest_question(self._tr, easier, skip, finish)

    def _warm(self) -> Question:
        go_on, again = SessionVerb.RESUME, SessionVerb.BACK
        return warm_question(self._tr, self._driving(go_on), self._driving(again))

    def _added(self, page: QWidget) -> QScrollArea:
        # Under its last parent before anything asks for a size: to move it would style it again.
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(scroll)
        page.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        page.setParent(scroll.viewport())
        scroll.setWidget(page)
        # The panel's own ground and round corners show through.
        for ground in (scroll.viewport(), page):
            ground.setAutoFillBackground(False)
        return scroll

    def show_view(self, view: SessionView, *, asking: bool) -> bool:
        """Show the page for a view (`asking`: whether to finish); tell if the guide came back."""
        self._guide.show_view(view)
        page = self._page(view, asking=asking)
        if self.currentWidget() is page:
            return False
        self.setCurrentWidget(page)
        shown = page.widget()
        if isinstance(shown, Question):
            shown.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return page is self._guiding

    def _page(self, view: SessionView, *, asking: bool) -> QScrollArea:
        match view.halt:
            case Halt.ASKING:
                return self._asked(self._hurts)
            case Halt.RESTING if view.phase_left_s > 0.0:
                left = math.ceil(view.phase_left_s)
                page = self._asked(self._rest)
                asked = page.widget()
                if isinstance(asked, Question):
                    asked.count_down(self._tr.plural("{n} second", "{n} seconds", left))
                return page
            case Halt.RESTING:
                return self._asked(self._rested)
            case Halt.WARM:
                return self._asked(self._warm)
            case Halt.PERSON | Halt.LOCK | None:
                return self._asked(self._finish) if asking else self._guiding
            case _:
                assert_never(view.halt)

    def show_end(self, card: EndCard) -> None:
        """Show the end card."""
        self.forget_end()
        self._end = self._added(card)
        self.setCurrentWidget(self._end)

    def forget_end(self) -> None:
        """Take the end card of the session before away."""
        if self._end is not None:
            self.removeWidget(self._end)
            self._end.deleteLater()
            self._end = None
