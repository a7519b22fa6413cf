"""Hears from logind when the machine sleeps and when the screen is locked, without asking again.

Every call is asynchronous with a time limit. Without a system bus, or without logind on it,
nothing is ever told and `works` says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, QTimer, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_SERVICE = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ABSENT = {
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.NoReply",
    "org.freedesktop.DBus.Error.Disconnected",
}
_CALL_MS = 3000
_CONFIRM_MS = 30_000


class Logind(QObject):
    """Tells of sleep and lock.

    `Lock` is only a request to whoever locks the screen here, and not every locker takes it or
    tells of its end; so it counts for half a minute unless `LockedHint` confirms it.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        bus: QDBusConnection | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Begin to listen; `changed` is called after each sleep, wake, lock and unlock."""
        super().__init__(parent)
        self._changed = changed
        self._bus = QDBusConnection.systemBus() if bus is None else bus
        self._session = ""
        self._hinted = self._asked = self._asleep = self._answers = False
        self._works: Callable[[], None] = _heedless
        self._fails: Callable[[str], None] = _heedless
        self._why = "" if self._bus.isConnected() else "there is no system bus"
        self._waiting: set[QDBusPendingCallWatcher] = set()
        self._doubt = QTimer(self)
        self._doubt.setSingleShot(True)
        self._doubt.setInterval(_CONFIRM_MS)
        self._doubt.timeout.connect(self._no_longer_asked)
        if self.works:
            self._hear(_PATH, _MANAGER, "PrepareForSleep", "prepare_for_sleep(bool)")
            self._find_session()

    @property
    def works(self) -> bool:
        """Whether there is a system bus to listen on."""
        return self._bus.isConnected()

    @property
    def knows_session(self) -> bool:
        """Whether logind named the session whose lock is watched."""
        return bool(self._session)

    @property
    def answers(self) -> bool:
        """Whether logind itself has answered."""
        return self._answers

    def tell_of_session(self, works: Callable[[], None], fails: Callable[[str], None]) -> None:
        """Call `works` when the session is known, or `fails` with a clause that says why not."""
        self._works, self._fails = works, fails
        if self._session:
            works()
        elif self._why:
            fails(self._why)

    @property
    def asleep(self) -> bool:
        """Whether the machine is about to sleep or has not said that it woke up."""
        return self._asleep

    def locked(self) -> bool:
        """Return whether the session is locked."""
        return self._hinted or self._asked

    @Slot(bool)
    def prepare_for_sleep(self, begins: bool) -> None:  # noqa: FBT001 - D-Bus's signature
        """Take logind's word that sleep begins (True) or is over (False)."""
        self._asleep = begins
        self._changed()

    @Slot()
    def lock_asked(self) -> None:
        """Take logind's word that the screen shall be locked."""
        self._doubt.start()
        self._set(hinted=self._hinted, asked=True)

    @Slot()
    def unlock_asked(self) -> None:
        """Take logind's word that the screen shall be unlocked."""
        self._set(hinted=False, asked=False)

    @Slot("QString", "QVariantMap", "QStringList")
    def properties_changed(
        self, interface: str, values: dict[str, object], _gone: list[str]
    ) -> None:
        """Take the locker's own word."""
        hint = values.get("LockedHint")
        if interface == _SESSION and isinstance(hint, bool):
            self._set(hinted=hint, asked=False)

    def _set(self, *, hinted: bool, asked: bool) -> None:
        before = self.locked()
        self._hinted, self._asked = hinted, asked
        if not asked:
            self._doubt.stop()
        if self.locked() != before:
            self._changed()

    def _no_longer_asked(self) -> None:
        self._set(hinted=self._hinted, asked=False)

    def _hear(self, path: str, interface: str, member: str, slot: str) -> None:
        # The stub asks for bytes as the slot, which PySide6 refuses when it runs.
        self._bus.connect(_SERVICE, path, interface, member, self, SLOT(slot))  # type: ignore[call-overload]

    def _find_session(self) -> None:
        named = os.environ.get("XDG_SESSION_ID")
        if named:
            self._call(_PATH, _MANAGER, "GetSession", [named], self._session_path)
        else:
            auto = f"{_PATH}/session/auto"  # logind's name for the session of whoever asks
            self._call(auto, _PROPERTIES, "Get", [_SESSION, "Id"], self._session_id)

    def _session_id(self, found: object) -> None:
        if isinstance(found, str) and found:
            self._call(_PATH, _MANAGER, "GetSession", [found], self._session_path)
        else:
            self._fail("it does not know this session")

    def _session_path(self, found: object) -> None:
        path = found.path() if isinstance(found, QDBusObjectPath) else found
        if not isinstance(path, str) or not path:
            self._fail("it does not know this session")
            return
        self._session = path
        self._works()
        self._hear(path, _SESSION, "Lock", "lock_asked()")
        self._hear(path, _SESSION, "Unlock", "unlock_asked()")
        changed = "properties_changed(QString,QVariantMap,QStringList)"
        self._hear(path, _PROPERTIES, "PropertiesChanged", changed)
        self._call(path, _PROPERTIES, "Get", [_SESSION, "LockedHint"], self._hint)

    def _hint(self, found: object) -> None:
        if isinstance(found, bool):
            self._set(hinted=found, asked=self._asked)

    def _call(
        self,
        path: str,
        interface: str,
        member: str,
        values: list[str],
        then: Callable[[object], None],
    ) -> None:
        message = QDBusMessage.createMethodCall(_SERVICE, path, interface, member)
        message.setArguments(values)
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message, _CALL_MS))
        self._waiting.add(watcher)

        def answered(done: QDBusPendingCallWatcher) -> None:
            reply = done.reply()
            self._waiting.discard(watcher)
            values = reply.arguments()
            if reply.type() == QDBusMessage.MessageType.ReplyMessage and values:
                found = values[0]
                self._answers = True
                then(found.variant() if isinstance(found, QDBusVariant) else found)
            else:
                absent = reply.errorName() in _ABSENT
                self._answers = self._answers or not absent
                self._fail("it is not there" if absent else "it does not know this session")

        watcher.finished.connect(answered)

    def _fail(self, why: str) -> None:
        if not self._session:
            self._why = why
            self._fails(why)


def _heedless(*_told: str) -> None:
    """Tell nobody."""
