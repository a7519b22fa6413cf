"""Notifications with buttons by the desktop's own service (org.freedesktop.Notifications)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import QObject, QTimer

from deskbreak.adapters.activation import take_token
from deskbreak.adapters.bus_link import BUS, Answer, BusLink, Heard, Place, owner_rule, signal_rule
from deskbreak.adapters.notification import Done, Outcome, Toast
from deskbreak.adapters.toast_buttons import buttons, level
from deskbreak.core.command import Command
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import Words
from deskbreak.ports import Send

APP_ID = "io.github.deskbreak.deskbreak"
_NAME = "org.freedesktop.Notifications"
_SERVICE = Place(_NAME, "/org/freedesktop/Notifications", _NAME)
_RULES = (
    signal_rule(_NAME, _NAME, "ActionInvoked"),
    signal_rule(_NAME, _NAME, "NotificationClosed"),
    signal_rule(_NAME, _NAME, "ActivationToken"),
    owner_rule(_NAME),
)
_BY_DESKTOP, _NEVER = -1, 0
LIMIT_MS = 3000


@dataclass(frozen=True, slots=True)
class _Shown:
    """The offer that stands on the screen."""

    number: int
    sender: str
    commands: dict[str, Command]
    done: Done


@dataclass(slots=True, eq=False)
class _Job:
    """A toast on its way to the service."""

    toast: Toast
    done: Done
    timer: QTimer
    over: bool = False


class FreedesktopNotifier(QObject):
    """Shows toasts on one socket, asynchronously, each within its own time limit."""

    def __init__(
        self,
        send: Send,
        tr: Words,
        *,
        address: str = "",
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._tr = tr
        self._limit_ms = limit_ms
        self._link = BusLink(self._heard, self._lost, _RULES, address, self)
        self._abilities: frozenset[str] | None = None
        self._shown: _Shown | None = None
        self._jobs: list[_Job] = []

    def show(self, toast: Toast, done: Done) -> None:
        """Show a toast; an offer replaces the one on the screen under the same number."""
        if toast.offer is not None:
            self._drop_offer_jobs()
        timer = QTimer(self)
        timer.setSingleShot(True)
        job = _Job(toast, done, timer)
        timer.timeout.connect(partial(self._too_late, job))
        timer.start(self._limit_ms)
        self._jobs.append(job)
        if self._abilities is not None:
            self._notify(job)
        elif not self._link.call(
            _SERVICE, "GetCapabilities", on_answer=partial(self._answered_abilities, job)
        ):
            self._finish(job, Outcome.FAILED)

    def withdraw(self) -> None:
        """Close the offer's notification and give up one that is on its way."""
        self._drop_offer_jobs()
        if self._shown is not None:
            self._close_number(self._shown.number)
            self._shown = None

    def close(self) -> None:
        """Withdraw the offer and let go of the bus."""
        self.withdraw()
        for job in list(self._jobs):
            self._retire(job)
        self._link.close()

    def _answered_abilities(self, job: _Job, answer: Answer) -> None:
        if answer.error:
            self._finish(job, Outcome.FAILED)
            return
        told = answer.body[0] if answer.body else ()
        self._abilities = frozenset(map(str, told)) if isinstance(told, list) else frozenset()
        if not job.over:
            self._notify(job)

    def _notify(self, job: _Job) -> None:
        body = self._body(job.toast)
        answered = partial(self._answered_notify, job)
        if not self._link.call(_SERVICE, "Notify", "susssasa{sv}i", body, answered):
            self._finish(job, Outcome.FAILED)

    def _body(self, toast: Toast) -> tuple[object, ...]:
        able = self._abilities or frozenset()
        offer = toast.offer
        text = escape(toast.text, quote=False) if "body-markup" in able else toast.text
        actions: list[str] = []
        if offer is not None and "actions" in able:
            for button in buttons(offer, self._tr):
                actions += (button.key, button.label)
        urgency = offer.urgency if isinstance(offer, OfferView) else 0
        hints = {
            "urgency": ("y", level(offer)),
            "desktop-entry": ("s", APP_ID),
            "suppress-sound": ("b", True),
        }
        replaces = self._shown.number if offer is not None and self._shown is not None else 0
        expires = _NEVER if urgency > 0 else _BY_DESKTOP
        return ("deskbreak", replaces, APP_ID, toast.title, text, actions, hints, expires)

    def _answered_notify(self, job: _Job, answer: Answer) -> None:
        number = answer.body[0] if answer.body and not answer.error else None
        if not isinstance(number, int):
            self._finish(job, Outcome.FAILED)
            return
        if job.over:
            # Somebody else shows it by now, or it was withdrawn: not twice on one screen.
            self._close_number(number)
            return
        if job.toast.offer is not None:
            made = buttons(job.toast.offer, self._tr)
            commands = {button.key: button.command for button in made}
            self._shown = _Shown(number, answer.sender, commands, job.done)
        self._finish(job, Outcome.SHOWN)

    def _heard(self, heard: Heard) -> None:
        shown = self._shown
        if heard.member == "NameOwnerChanged" and heard.sender == BUS:
            self._abilities = None
            if shown is not None and heard.body[1] == shown.sender:
                self._shown = None
                shown.done(Outcome.LOST)
            return
        if shown is None or heard.sender != shown.sender or heard.body[0] != shown.number:
            return
        if heard.member == "NotificationClosed":
            # Closing is no answer; the next repeat is a new notification.
            self._shown = None
        elif heard.member == "ActivationToken":
            take_token(heard.body[1])  # comes just before the press that it belongs to
        elif heard.member == "ActionInvoked" and heard.body[1] in shown.commands:
            self.withdraw()
            self._send(shown.commands[str(heard.body[1])])

    def _lost(self) -> None:
        self._abilities = None
        shown, self._shown = self._shown, None
        for job in list(self._jobs):
            self._finish(job, Outcome.FAILED)
        if shown is not None:
            shown.done(Outcome.LOST)

    def _too_late(self, job: _Job) -> None:
        if not self._link.ready:
            self._link.close()  # a bus that does not answer is asked anew next time
        self._finish(job, Outcome.FAILED)

    def _finish(self, job: _Job, outcome: Outcome) -> None:
        if not job.over:
            self._retire(job)
            job.done(outcome)

    def _retire(self, job: _Job) -> None:
        job.over = True
        job.timer.stop()
        job.timer.deleteLater()
        self._jobs.remove(job)

    def _drop_offer_jobs(self) -> None:
        for job in list(self._jobs):
            if job.toast.offer is not None:
                self._retire(job)

    def _close_number(self, number: int) -> None:
        self._link.call(_SERVICE, "CloseNotification", "u", (number,))
