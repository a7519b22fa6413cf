"""Keys that work everywhere, by the desktop's portal (org.freedesktop.portal.GlobalShortcuts)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from deskbreak import APP_ID
from deskbreak.adapters.bus_link import Heard, Place
from deskbreak.adapters.portal import NAME, PATH, PERSON_MS, Ending, Portal, Told, options
from deskbreak.core.key_action import KeyAction

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
SESSION = "org.freedesktop.portal.Session"
REGISTRY = Place(NAME, PATH, "org.freedesktop.host.portal.Registry")

AGAIN_MS = 30_000
"""After a portal came back: one that restarts each second is asked no more often than this."""
CALM_MS = 400
"""A key that is held down counts once, and a portal that floods is heard only so often."""

_SIGNALS = ((INTERFACE, "Activated"), (INTERFACE, "ShortcutsChanged"), (SESSION, "Closed"))
_WISHES = {
    KeyAction.START: "LOGO+SHIFT+b",
    KeyAction.SNOOZE: "LOGO+SHIFT+z",
    KeyAction.PAUSE: "LOGO+SHIFT+p",
    KeyAction.TODAY: "LOGO+SHIFT+d",
}
_SESSIONS = f"{PATH}/session/"
_MOST_GIVEN = 16
_LONGEST_KEY = 60

Answered = Callable[[str, Mapping[KeyAction, str]], None]
"""Is told why there are no keys, "" when there are, and the key of each action."""


class PortalShortcuts(QObject):
    """Asks for the keys, and tells when one is pressed; never waits, begins anew by itself.

    Args:
        act: is told which key was pressed.
        said: is told what came of asking: why not, or which key each action has.
        names: what each action is called.
        address: the bus; "" for the session's own.
    """

    def __init__(
        self,
        act: Callable[[KeyAction], None],
        said: Answered,
        names: Mapping[KeyAction, str],
        address: str = "",
    ) -> None:
        super().__init__()
        self._act, self._said, self._names = act, said, names
        self._portal = Portal(INTERFACE, _SIGNALS, self._heard, self._changed, address)
        self._session = ""
        self._asking = False
        self._calm = _single(self, CALM_MS)
        self._again = _single(self, AGAIN_MS)
        self._again.timeout.connect(self.begin)

    def begin(self) -> None:
        """Ask for a session, unless there is one or one is on its way."""
        if self._session or self._asking:
            return
        self._asking = True
        # Since 1.20 a program outside a sandbox says who it is, and from 1.21 on it must.
        self._portal.tell(REGISTRY, "Register", "sa{sv}", (APP_ID, {}))

        def body(token: str) -> tuple[object, ...]:
            return ({"handle_token": ("s", token), "session_handle_token": ("s", token)},)

        self._portal.ask("CreateSession", "a{sv}", body, self._made)

    def close(self) -> None:
        """End the session, and with it the keys."""
        self._again.stop()
        if self._session:
            self._portal.tell(Place(NAME, self._session, SESSION), "Close", "", ())
        self._session = ""
        self._portal.close()

    def _made(self, told: Told) -> None:
        session = str(told.values.get("session_handle", ""))
        if told.ending is not Ending.DONE or not session.startswith(_SESSIONS):
            self._fail("the portal has none, or does not answer")
            return
        self._session = session
        wishes = [
            (str(action), {"description": ("s", name), "preferred_trigger": ("s", _WISHES[action])})
            for action, name in self._names.items()
        ]

        def body(token: str) -> tuple[object, ...]:
            return session, wishes, "", {"handle_token": ("s", token)}

        self._portal.ask("BindShortcuts", "oa(sa{sv})sa{sv}", body, self._bound, PERSON_MS)

    def _bound(self, told: Told) -> None:
        self._asking = False
        if told.ending is Ending.DONE:
            self._said("", given_in(told.values.get("shortcuts")))
            return
        declined = told.ending is Ending.DECLINED
        self._fail("none were allowed" if declined else "the portal does not give them")

    def _fail(self, why: str) -> None:
        self._asking, self._session = False, ""
        self._said(why, {})

    def _heard(self, heard: Heard) -> None:
        if heard.interface == SESSION:
            if self._session and heard.path == self._session:
                self._fail("the desktop has ended them")
            return
        session, what = (*heard.body, "", "")[:2]
        if not self._session or session != self._session:
            return
        if heard.member == "ShortcutsChanged":
            self._said("", given_in(what))
        elif heard.member == "Activated" and not self._calm.isActive():
            with suppress(ValueError):
                action = KeyAction(str(what))
                self._calm.start()
                self._act(action)

    def _changed(self, there: bool) -> None:  # noqa: FBT001 - the portal's callback
        if not there and self._session:
            self._fail("the portal has gone")
        elif there and not self._again.isActive():
            self._again.start()


def given_in(shortcuts: object) -> dict[KeyAction, str]:
    """Return the key of each action in a portal's list; what makes no sense is left out."""
    given: dict[KeyAction, str] = {}
    for one in shortcuts[:_MOST_GIVEN] if isinstance(shortcuts, list) else ():
        with suppress(ValueError, TypeError):
            name, told = one
            key = str(options(told).get("trigger_description", ""))
            if key:
                given[KeyAction(name)] = key[:_LONGEST_KEY]
    return given


def _single(parent: QObject, after_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer
