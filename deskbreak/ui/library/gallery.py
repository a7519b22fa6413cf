"""All cards of the Library on their shelves, narrowed down by what the person looks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskbreak.core.dress import Dress, usual
from deskbreak.core.exercise import Exercise
from deskbreak.core.film import film_of
from deskbreak.core.library import Looker, found, shelved
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.core.wording.doses import length_text
from deskbreak.core.wording.library import (
    absence_badge,
    equipment_name,
    place_name,
    region_name,
    shelf_name,
    shelf_note,
)
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.flow import Flow
from deskbreak.ui.library.card import LETTERS, CardWords, ExerciseCard
from deskbreak.ui.library.filters import LibraryFilters
from deskbreak.ui.scrolling import scrolling

_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_AROUND = 24


class LibraryGallery(QWidget):
    """Shelves of cards below the filters; `opened` tells the id of the card that was chosen.

    Only one card at a time is reached by Tab; the arrow keys lead from card to card.
    """

    opened = Signal(str)
    touched = Signal()
    """The person scrolls, or has come to a card."""

    def __init__(
        self,
        catalog: Mapping[str, Exercise],
        looker: Looker,
        tr: Words,
        dress: Callable[[], Dress] = usual,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dress, self._worn = dress, dress()
        self._catalog, self._looker, self._tr = catalog, looker, tr
        self.cards: dict[str, ExerciseCard] = {}
        self._shelves: list[tuple[QWidget, tuple[str, ...]]] = []
        self.filters = LibraryFilters(catalog, tr)
        self.nothing = theme.body("")
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(2, 0, theme.GAP_SMALL, 0)
        self._column.setSpacing(theme.GAP_LARGE)
        for shelf, exercises in shelved(catalog.values()):
            self._column.addWidget(self._shelf(shelf, exercises))
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
        self.area = scrolling(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.GAP)
        outer.addWidget(self.filters)
        outer.addWidget(self.area, 1)
        self._current = next(iter(self.cards), "")
        self._focusable()
        self.filters.changed.connect(self.narrow)
        self.area.verticalScrollBar().valueChanged.connect(self.touched)
        self.narrow()

    def shown(self) -> list[ExerciseCard]:
        """Return the cards that are looked for, in their order."""
        return [card for card in self.cards.values() if not card.isHidden()]

    def in_view(self) -> list[ExerciseCard]:
        """Return the cards that are on the screen, at least in part."""
        port = self.area.viewport()
        return [card for card in self.shown() if _place(card, port).intersects(port.rect())]

    def current(self) -> ExerciseCard | None:
        """Return the card that Tab reaches; None without any."""
        return self.cards.get(self._current)

    def narrow(self) -> None:
        """Show what is looked for and nothing else."""
        those = found(self._catalog, self.filters.wanted(), self._tr)
        for name, card in self.cards.items():
            card.setHidden(name not in those)
        for shelf, names in self._shelves:
            shelf.setHidden(those.isdisjoint(names))
        self.nothing.setText(self._why_nothing())
        self.nothing.setHidden(bool(those))
        self.filters.show_count(len(those), len(self.cards))
        if self._current not in those and those:
            self._current = next(name for name in self.cards if name in those)
            self._focusable()

    def show_looker(self, looker: Looker) -> None:
        """Say anew what is off and how much is asked."""
        self._looker, worn = looker, self._dress()
        for card in self.cards.values():
            card.show_words(self._words(card.exercise))
            if worn != self._worn:
                card.dress_anew()
        self._worn = worn

    def focus(self, name: str = "") -> None:
        """Give the keys to a card, or to the one that had them last."""
        if name in self.cards:
            self._current = name
            self._focusable()
        card = self.current()
        if card is not None and not card.isHidden():
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(card, _AROUND, _AROUND)

    def _why_nothing(self) -> str:
        if not self.cards:
            return self._tr("There are no exercises to show.")
        return self._tr('Nothing fits all of that. Take a filter away, or press "Show all".')

    def _shelf(self, shelf: str, exercises: tuple[Exercise, ...]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        name = theme.title(shelf_name(shelf, self._tr))
        column.addWidget(name)
        column.addWidget(theme.muted(shelf_note(shelf, self._tr)))
        column.addSpacing(theme.GAP_SMALL)
        cell = self.fontMetrics().averageCharWidth() * LETTERS
        flow = Flow(theme.GAP_SMALL, cell=cell)
        for exercise in exercises:
            flow.addWidget(self._card(exercise))
        column.addLayout(flow)
        self._shelves.append((box, tuple(exercise.id for exercise in exercises)))
        return box

    def _card(self, exercise: Exercise) -> ExerciseCard:
        card = ExerciseCard(
            exercise, self._words(exercise), lambda: self._telling(exercise), self._dress
        )
        card.clicked.connect(lambda: self._open(exercise.id))
        card.touched.connect(self.touched)
        card.wandered.connect(lambda key: self._wander(exercise.id, key))
        self.cards[exercise.id] = card
        return card

    def _telling(self, exercise: Exercise) -> Picture:
        """Return the picture that shows the movement best, without arrows: it is a small one."""
        film = film_of(Planned(exercise, 1, 1.0))
        return Picture(exercise, film.at(film.telling()).pose)

    def _words(self, exercise: Exercise) -> CardWords:
        tr, absence = self._tr, self._looker.absence(exercise)
        needs = [equipment_name(thing, tr) for thing in exercise.equipment]
        length = length_text(exercise, self._looker.demand, tr)
        return CardWords(
            title=tr(exercise.title),
            lines=(
                f"{region_name(exercise.region, tr)} \u00b7 {length}",
                " \u00b7 ".join((place_name(exercise.place, tr), *needs)),
            ),
            badge="" if absence is None else absence_badge(absence, tr),
        )

    def _open(self, name: str) -> None:
        self._current = name
        self._focusable()
        self.opened.emit(name)

    def _wander(self, name: str, key: Qt.Key) -> None:
        cards = self.shown()
        here = self.cards[name]
        at = cards.index(here)
        if key in _ENDS:
            there = cards[_ENDS[key]]
        elif key in _STEPS:
            there = cards[min(max(0, at + _STEPS[key]), len(cards) - 1)]
        else:
            there = self._beyond(cards, here, down=key is Qt.Key.Key_Down)
        self.focus(there.exercise.id)

    def _beyond(self, cards: list[ExerciseCard], here: ExerciseCard, *, down: bool) -> ExerciseCard:
        """Return the card of the next row that stands nearest below or above."""
        from_ = _place(here, self.area.viewport())
        places = [(_place(card, self.area.viewport()), card) for card in cards]
        rows = [
            (place, card)
            for place, card in places
            if (place.top() > from_.bottom() if down else place.bottom() < from_.top())
        ]
        if not rows:
            return here
        row = min(place.top() for place, _ in rows) if down else max(p.top() for p, _ in rows)
        nearest = [(abs(place.x() - from_.x()), card) for place, card in rows if place.top() == row]
        return min(nearest, key=lambda pair: pair[0])[1]

    def _focusable(self) -> None:
        for name, card in self.cards.items():
            strong = name == self._current
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)


def _place(card: QWidget, port: QWidget) -> QRect:
    return QRect(card.mapTo(port, QPoint(0, 0)), card.size())
