"""Owns names on a private bus in a thread of the test, and takes the calls that come for them."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod

from jeepney import Message, MessageType, message_bus
from jeepney.io.blocking import open_dbus_connection


class BusThread(ABC):
    """Begins with `start`, once everything that answers is there."""

    def __init__(self, address: str) -> None:
        self.ending = False
        self.bus = open_dbus_connection(bus=address)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self, *names: str) -> None:
        for name in names:
            self.bus.send_and_get_reply(message_bus.RequestName(name), timeout=5)
        self._thread.start()

    def stop(self) -> None:
        """End; a second time does nothing."""
        self.ending = True
        self._thread.join(5)
        self.bus.close()

    @abstractmethod
    def called(self, message: Message) -> None:
        """Answer a call, or leave it unanswered."""

    def _run(self) -> None:
        while not self.ending:
            try:
                message = self.bus.receive(timeout=0.02)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self.called(message)
