"""The right half of the break window: guide, questions, rest and end, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from deskbreak.core.entry import Discomfort
from deskbreak.core.session_view import Halt, SessionView
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.end_card import EndCard
from deskbreak.ui.guide_page import GuidePage
from deskbreak.ui.question import Question, finish_question, hurts_question, rest_question


@dataclass(frozen=True, slots=True)
class Answers:
    """What the buttons on the pages do."""

    ready: Callable[[], None]
    go_on: Callable[[], None]
    skip: Callable[[], None]
    finish: Callable[[], None]
    hurts: Callable[[Discomfort], None]


class SidePages(QStackedWidget):
    """Shows the page that fits the view; each page scrolls where a window is too small."""

    def __init__(self, tr: Words, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(theme.ROLE, "card")
        self._guide = GuidePage(tr)
        self._guide.ready.connect(answers.ready)
        self._guiding = self._added(self._guide)
        self._finish = self._added(finish_question(tr, answers.go_on, answers.finish))
        self._hurts = self._added(hurts_question(tr, answers.hurts, answers.go_on))
        self._rest = self._added(rest_question(tr, answers.go_on, answers.skip, answers.finish))
        self._end: QScrollArea | None = None

    def _added(self, page: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        # The panel's own ground and round corners show through.
        for ground in (scroll.viewport(), page):
            ground.setAutoFillBackground(False)
        page.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        self.addWidget(scroll)
        return scroll

    def show_view(self, view: SessionView, *, asking: bool) -> bool:
        """Show the page for a view (`asking`: whether to finish); tell if the guide came back."""
        self._guide.show_view(view)
        page = self._finish if asking else self._guiding
        if view.halt is Halt.ASKING:
            page = self._hurts
        elif view.halt is Halt.RESTING:
            page = self._rest
        if self.currentWidget() is page:
            return False
        self.setCurrentWidget(page)
        shown = page.widget()
        if isinstance(shown, Question):
            shown.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return page is self._guiding

    def show_end(self, card: EndCard) -> None:
        """Show the end card."""
        self.forget_end()
        self._end = self._added(card)
        self.setCurrentWidget(self._end)
        card.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_end(self) -> None:
        """Take the end card of the session before away."""
        if self._end is not None:
            self.removeWidget(self._end)
            self._end.deleteLater()
            self._end = None
