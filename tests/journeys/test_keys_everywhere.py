"""Keys that work everywhere: the running program, a portal that gives them, and one that hangs."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.adapters.fake_bus_service import REFUSES, Call, Reply
from tests.adapters.fake_xdg_portal import PATH, FakePortal, Values, token_of
from tests.journeys.desktop import Desktop
from tests.journeys.test_day import ALWAYS_OPEN, run, state

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
ON = f"{ALWAYS_OPEN}\n[shortcuts]\neverywhere = true\n"


class KeyPortal:
    """Gives every key that is wished; `silent` names the method that it never answers."""

    def __init__(self, address: str, silent: str = "") -> None:
        self.session, self.silent = "", silent
        self.portal = FakePortal(address, self._decide)

    def press(self, name: str) -> None:
        nothing: Values = {}
        body = (self.session, name, 5, nothing)
        self.portal.service.say(PATH, INTERFACE, "Activated", "osta{sv}", *body)

    def close(self) -> None:
        self.portal.service.stop()

    def _decide(self, call: Call) -> tuple[int, Values] | Reply | None:
        if call.member == self.silent:
            return None
        if call.member == "CreateSession":
            sender = call.sender.removeprefix(":").replace(".", "_")
            self.session = f"{PATH}/session/{sender}/{token_of(call)}"
            return 0, {"session_handle": ("s", self.session)}
        if call.member == "BindShortcuts":
            wished = call.body[1]
            assert isinstance(wished, list)
            given = [(name, {"trigger_description": ("s", f"Super+{name}")}) for name, _ in wished]
            return 0, {"shortcuts": ("a(sa{sv})", given)}
        return REFUSES


def choose_keys(desktop: Desktop) -> str:
    """Switch the keys on in the settings; return the bus's address."""
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "config.toml").write_text(ON, "utf-8")
    return desktop.environment["DBUS_SESSION_BUS_ADDRESS"]


def test_a_key_of_the_desktop_pauses_and_resumes(desktop: Desktop) -> None:
    with closing(KeyPortal(choose_keys(desktop))) as keys:
        run(desktop)
        desktop.wait_until(
            lambda: "Super+pause" in desktop.cli("doctor").stdout, what="the keys that were given"
        )
        keys.press("pause")
        desktop.wait_until(lambda: state(desktop) == "paused", what="the pause")

        def resumed() -> bool:
            # A second press so soon counts as the same one, which is held down.
            if state(desktop) == "paused":
                keys.press("pause")
            return state(desktop) == "working"

        desktop.wait_until(resumed, what="the end of the pause")
        desktop.cli("quit")


def test_a_portal_that_hangs_holds_nothing_up(desktop: Desktop) -> None:
    with closing(KeyPortal(choose_keys(desktop), silent="CreateSession")) as keys:
        run(desktop)
        assert state(desktop) == "working"
        assert keys.portal.service.asked().count("CreateSession") == 1
        assert "none given (not yet)" in desktop.cli("doctor").stdout
        desktop.cli("quit")
