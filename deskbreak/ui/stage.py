"""Which window is open: made when first wanted, fed while visible, one of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, assert_never

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from deskbreak.core.command import Window
from deskbreak.core.offer_view import OfferView
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionResult
from deskbreak.core.status import Status
from deskbreak.core.words import Words
from deskbreak.ports import Send, SessionDriver
from deskbreak.ui.corners import Corners
from deskbreak.ui.on_screen import OnScreen
from deskbreak.ui.sources import Sources
from deskbreak.ui.tray.tray import Tray

if TYPE_CHECKING:
    # Only their names: at rest no window is loaded.
    from deskbreak.ui.corner_layer import Layers
    from deskbreak.ui.day.today_window import TodayWindow
    from deskbreak.ui.log.window import LogWindow
    from deskbreak.ui.session.windows import SessionWindows
    from deskbreak.ui.settings.welcome_window import WelcomeWindow
    from deskbreak.ui.settings.window import SettingsWindow

Made = TypeVar("Made", bound=QWidget)


class WindowStage:
    """Implements `ports.Stage` with the tray and the windows.

    Windows import when they are first opened: at rest only the tray is loaded.
    """

    def __init__(
        self, tray: Tray, send: Send, sources: Sources, tr: Words, layers: Layers | None = None
    ) -> None:
        """Show nothing yet. `driver` is to be set before the first session.

        `layers` makes layers for small windows; None where a window can promise to take no focus.
        """
        self.driver: SessionDriver | None = None
        self.corners = Corners(send, tr, layers, lambda: tray.available)
        self._tray, self._send, self._sources, self._tr = tray, send, sources, tr
        self._open: dict[str, QWidget] = {}
        self._status: Status | None = None
        self._session: SessionWindows | None = None

    def has_tray(self) -> bool:
        """Return whether some panel shows the tray icon now, as far as is known."""
        return self._tray.available

    def show_status(self, status: Status) -> None:
        """Project the state on tray icon, tooltip, menu and the windows that are visible."""
        self._status = status
        self._tray.show_status(status)
        today = self._visible("today")
        if today is not None:
            self._feed_today(status)
        log = self._visible("log")
        if log is not None:
            self._log().refresh()

    def show_offer(self, view: OfferView) -> None:
        """Show the offer in the tray, from the first repeat on in a small window too."""
        self._tray.set_offer(view)
        if view.urgency > 0 and not view.quiet:
            self.corners.repeat_offer(view)
        elif view.quiet:
            self.corners.hide_offer()

    def hide_offer(self) -> None:
        """Take every trace of the offer away."""
        self._tray.set_offer(None)
        self.corners.hide_offer()

    def open_session(self, routine: Routine) -> None:
        """Open the window of a session; it begins with its first painted frame."""
        del routine  # the driver's views say all of it
        if self.driver is None:
            return
        if self._session is None:
            from deskbreak.ui.session.windows import SessionWindows  # noqa: PLC0415

            self._lend_icon()
            self._session = SessionWindows(
                self.driver, self._send, self._sources, self._tr, self.tell
            )
        self._session.open(discreet=self._sources.settings().settings.display.discreet)

    def raise_session(self) -> None:
        """Bring the session's window to the front."""
        if self._session is not None:
            self._session.bring_forward()

    def close_session(self, result: SessionResult, next_break: str) -> None:
        """Show how the session ended."""
        if self._session is not None:
            self._session.end(result, next_break)

    def show(self, window: Window) -> None:
        """Open or raise a window."""
        match window:
            case Window.TODAY:
                _raise(self._today())
                if self._status is not None:
                    self._feed_today(self._status)
            case Window.LOG:
                log = self._log()
                log.refresh()
                _raise(log)
            case Window.SETTINGS | Window.WELCOME | Window.SAFETY:
                self._ask(window)
            case Window.LIBRARY:
                _raise(self._library())
            case Window.ABOUT:
                from deskbreak.ui.about_window import AboutWindow  # noqa: PLC0415

                _raise(self._one("about", lambda: AboutWindow(self._tr)))
            case _:
                assert_never(window)

    def tell(self, title: str, text: str) -> None:
        """Tell the person something in a small corner window."""
        self.corners.tell(title, text)

    def close(self) -> None:
        """Close every window without asking: the program ends."""
        if self._session is not None:
            self._session.dismiss()
        self.corners.close()
        for window in self._open.values():
            window.close()
        self._open.clear()

    def _today(self) -> TodayWindow:
        from deskbreak.ui.day.today_window import TodayWindow  # noqa: PLC0415

        of, senses = self._sources.title_of, self._sources.senses
        return self._one("today", lambda: TodayWindow(self._send, self._tr, of, senses))

    def _log(self) -> LogWindow:
        from deskbreak.ui.log.window import LogWindow  # noqa: PLC0415

        return self._one("log", lambda: LogWindow(self._sources.log(), self._tr))

    def _library(self) -> QWidget:
        from deskbreak.ui.library.window import LibraryWindow  # noqa: PLC0415

        return self._one("library", lambda: LibraryWindow(self._sources, self._send, self._tr))

    def _ask(self, window: Window) -> None:
        form = self._settings() if window is Window.SETTINGS else self._welcome()
        if not form.isVisible():
            form.show_settings(self._sources.settings())
        _raise(form)

    def _welcome(self) -> WelcomeWindow:
        from deskbreak.ui.settings.welcome_window import WelcomeWindow  # noqa: PLC0415

        return self._one("welcome", lambda: WelcomeWindow(self._tr, self._send))

    def _settings(self) -> SettingsWindow:
        from deskbreak.ui.settings.window import SettingsWindow  # noqa: PLC0415

        return self._one(
            "settings", lambda: SettingsWindow(self._tr, self._send, self._sources.store)
        )

    def _feed_today(self, status: Status) -> None:
        today = self._today()
        notices = (*status.notices, *self._sources.own_problems())
        today.show_status(replace(status, notices=notices))
        today.show_day(self._sources.read_day(status.schedule.day))

    def _one(self, name: str, make: Callable[[], Made]) -> Made:
        """Return the one window of that name, made at its first use."""
        window = self._open.get(name)
        if window is None:
            self._lend_icon()
            window = self._open[name] = make()
            OnScreen(window, _nothing, afloat=False)
        return window  # type: ignore[return-value]  # a name always holds what its maker makes

    def _lend_icon(self) -> None:
        """Give every window its icon, from the first window on: at rest nobody reads it."""
        if QApplication.windowIcon().isNull():
            QApplication.setWindowIcon(QIcon(self._sources.icon))

    def _visible(self, name: str) -> QWidget | None:
        window = self._open.get(name)
        return window if window is not None and window.isVisible() else None


def _raise(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _nothing() -> None:
    """A window that was brought back goes on as it was."""
