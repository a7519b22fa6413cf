"""The tray: icon, tooltip and menu, in every order in which panels come, die and return."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QSystemTrayIcon

from deskbreak.core.command import Show, Window
from deskbreak.core.offer_view import OfferView
from deskbreak.core.status import Status
from deskbreak.core.wording.reasons import tooltip
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui.tray.host import TrayHost
from deskbreak.ui.tray.icon import Face, face_of, step_of, tray_icon
from deskbreak.ui.tray.menu import TrayMenu

_SETTLE_MS = 400


class Tray(QObject):
    """Projects the status on the icon; costs nothing while the status stands still.

    `availability` tells whether somebody shows the icon: once after the start, then at each
    change. Without any tray the program goes on; its windows are the way in.
    """

    availability = Signal(bool)

    def __init__(
        self,
        send: Send,
        tr: Words,
        bus: QDBusConnection | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._tr = tr
        self._status: Status | None = None
        self._offer: OfferView | None = None
        self._drawn: tuple[Face, int] = (Face.WORKING, 0)
        self._available: bool | None = None
        self._made_for: bool | None = None
        self._icon: QSystemTrayIcon | None = None
        self._menu: TrayMenu | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        self._host = TrayHost(bus or QDBusConnection.sessionBus(), self)
        self._host.told.connect(self._host_told)

    def start(self) -> None:
        """Show the icon as soon as it is known for which kind of panel; never waits."""
        if self._host.start():
            self._settle.start()  # a bus that does not answer must not cost the icon
        else:
            self._settled()

    @property
    def available(self) -> bool:
        """Whether some panel shows the icon now, as far as is known."""
        return bool(self._available)

    def show_status(self, status: Status) -> None:
        """Make icon, tooltip and menu fit; what did not change is not sent again."""
        self._status = status
        if self._icon is None or self._menu is None:
            return
        self._menu.show_status(status)
        said = tooltip(status, self._tr)
        if said != self._icon.toolTip():
            self._icon.setToolTip(said)
        drawn = (face_of(status.schedule), step_of(status.schedule))
        if drawn != self._drawn:
            self._drawn = drawn
            self._icon.setIcon(tray_icon(*drawn))
        if not self.available:
            self._look_for_panel()

    def set_offer(self, view: OfferView | None) -> None:
        """Take over the snooze choices of the open offer; None when there is none."""
        self._offer = view
        if view is not None and self._menu is not None:
            self._menu.set_choices(view.snooze_choices)

    def message(self, title: str, text: str) -> bool:
        """Show a message at the icon; return False when nobody would see it.

        A StatusNotifierItem's message goes through the notification service, which is what the
        caller tried before, and turns the icon into a light bulb: so not there.
        """
        if self._icon is None or not self.available:
            return False
        if self._host.here or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, text, self._icon.icon())
        return True

    def close(self) -> None:
        """Take the icon away."""
        self._settle.stop()
        if self._icon is not None:
            self._icon.hide()

    def _host_told(self) -> None:
        if self._icon is None:
            self._settled()
        else:
            self._settle.start()  # a panel that restarts is back by then, and Qt registers again

    def _settled(self) -> None:
        self._settle.stop()
        if self._icon is None or self._made_for != self._host.here:
            self._make()
        self._look_for_panel()

    def _make(self) -> None:
        """Make a new icon with a menu of its own: both belong to one protocol for life."""
        if self._icon is not None and self._menu is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._menu.menu.deleteLater()
        self._made_for = self._host.here
        self._menu = TrayMenu(self._send, self._tr)
        self._icon = QSystemTrayIcon(tray_icon(*self._drawn), self)
        self._icon.setContextMenu(self._menu.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._open_today)
        self.set_offer(self._offer)
        self._icon.show()
        if self._status is not None:
            self.show_status(self._status)

    def _look_for_panel(self) -> None:
        found = self._host.here or QSystemTrayIcon.isSystemTrayAvailable()
        if found != self._available:
            self._available = found
            self.availability.emit(found)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        kinds = QSystemTrayIcon.ActivationReason
        opens_menu = sys.platform == "darwin"
        if reason in {kinds.Trigger, kinds.MiddleClick} and not opens_menu:
            self._open_today()

    def _open_today(self) -> None:
        self._send(Show(Window.TODAY))
