"""Starting with the desktop from inside a Flatpak: the portal is asked, and writes the entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.adapters.portal import PERSON_MS, Ending, Portal, Told

INTERFACE = "org.freedesktop.portal.Background"

_COMMAND = ["deskbreak", "run"]
_REASON = "deskbreak reminds you to take a break."
_REFUSED = "Your desktop does not let deskbreak start by itself; its settings for apps can."
_AWAKE_MS = 200
_NO_PORTAL = "Your desktop's portal did not answer, so nothing was changed."


class PortalAutostart:
    """A `ports.Autostart` by the Background portal, whose last answer is the state that is known.

    A portal can be asked to start a program but not whether it does, so each start of the program
    asks again for what was granted: that mends an entry that went away, and learns of a refusal.

    Args:
        kept: the file that keeps the last answer.
        tell: is told a sentence when the desktop refuses.
        address: the bus; "" for the session's own.
    """

    def __init__(
        self, kept: Path, tell: Callable[[str], None] = lambda _said: None, address: str = ""
    ) -> None:
        self._kept, self._tell, self._address = kept, tell, address
        self._portal: Portal | None = None
        self._pending = False
        self._said = ""

    def is_on(self) -> bool:
        """Return whether the desktop granted it when it was asked last."""
        try:
            return self._kept.read_text("ascii") == "on"
        except (OSError, ValueError):
            return False

    def note(self) -> str:
        """Say that the desktop has not answered yet, or what it answered."""
        return "Your desktop has not answered yet." if self._pending else self._said

    def switch(self, *, on: bool) -> str:
        """Ask the desktop; it answers later, perhaps after it has asked the person."""
        portal = self._portal or Portal(INTERFACE, address=self._address)
        self._portal, self._pending, self._said = portal, True, ""

        def body(token: str) -> tuple[object, ...]:
            asked: dict[str, tuple[str, object]] = {
                "handle_token": ("s", token),
                "reason": ("s", _REASON),
                "autostart": ("b", on),
                "commandline": ("as", _COMMAND),
                "dbus-activatable": ("b", False),
            }
            return "", asked

        portal.ask(
            "RequestBackground", "sa{sv}", body, lambda told: self._told(on, told), PERSON_MS
        )
        return ""

    def repair(self) -> bool:
        """Ask again for what was granted; nothing is known to be broken, so return False."""
        if self.is_on():
            self.switch(on=True)
        return False

    def settled(self) -> str:
        """Wait until the desktop has answered; return "" or why it refused. For no window."""
        application = QCoreApplication.instance() or QCoreApplication(["deskbreak"])
        awake = QTimer()
        awake.start(_AWAKE_MS)  # Python hears Ctrl+C only between two events
        while self._pending:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        awake.stop()
        return self._said

    def _told(self, on: bool, told: Told) -> None:  # noqa: FBT001 - private
        self._pending = False
        granted = told.ending is Ending.DONE and told.values.get("autostart") is True
        if told.ending is Ending.FAILED:
            self._said = _NO_PORTAL
        else:
            self._said = _REFUSED if on and not granted else ""
            self._keep("on" if on and granted else "off")
        portal, self._portal = self._portal, None
        if portal is not None:
            portal.close()
            portal.deleteLater()
        if self._said:
            self._tell(self._said)

    def _keep(self, state: str) -> None:
        try:
            write_atomically(self._kept, state.encode("ascii"))
        except OSError as error:
            self._said = f"{self._kept} cannot be changed: {error.strerror}."
