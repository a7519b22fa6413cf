"""A desktop portal on a private bus: requests are objects, and their answers are signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.adapters.fake_bus_service import REFUSES, BusService, Call, Reply

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"

Values = Mapping[str, tuple[str, object]]


def token_of(call: Call) -> str:
    """Return the token that the caller chose for its request."""
    options = call.body[-1]
    assert isinstance(options, dict)
    kind, token = options["handle_token"]
    assert kind == "s"
    return str(token)


def handle_of(call: Call) -> str:
    """Return the path of the request's object, which the caller can work out beforehand."""
    sender = call.sender.removeprefix(":").replace(".", "_")
    return f"{PATH}/request/{sender}/{token_of(call)}"


class FakePortal:
    """Answers each request with what `decide` says: a code and values, or None for silence."""

    def __init__(
        self, address: str, decide: Callable[[Call], tuple[int, Values] | Reply | None]
    ) -> None:
        self._decide = decide
        self.service = BusService(address, (NAME,), self._answer)

    def respond(self, call: Call, code: int, values: Values) -> None:
        """Say what came of a request, to who made it."""
        self.service.say(
            handle_of(call), REQUEST, "Response", "ua{sv}", code, values, to=call.sender
        )

    def _answer(self, call: Call) -> Reply | None:
        if call.path != PATH:
            return REFUSES
        decided = self._decide(call)
        if decided == REFUSES:
            return REFUSES
        if decided is not None:
            code, values = decided
            assert isinstance(code, int)
            assert isinstance(values, Mapping)
            self.respond(call, code, values)
        return "o", (handle_of(call),)
