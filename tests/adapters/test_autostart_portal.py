"""Starting with the desktop from inside a Flatpak, against a portal on a private bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak import ports
from deskbreak.adapters import autostart
from deskbreak.adapters.autostart_portal import PortalAutostart
from tests.adapters.fake_bus_service import REFUSES, BusService, Call, Reply
from tests.adapters.fake_xdg_portal import FakePortal, Values
from tests.buses import run_bus

pytestmark = pytest.mark.linux

Granted = tuple[int, Values] | None | Reply


class Desktop:
    """A desktop whose background portal grants what `grants` says."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.grants = True
        self.code = 0
        self.refuses = False
        self.silent = False
        self.told: list[str] = []
        self.portal = FakePortal(address, self._decide)

    def member(self) -> PortalAutostart:
        made = PortalAutostart(self.folder / "autostart", self.told.append, self.address)
        _: ports.Autostart = made
        return made

    def _decide(self, call: Call) -> Granted:
        if self.refuses or (call.member, call.signature) != ("RequestBackground", "sa{sv}"):
            return REFUSES
        asked = call.body[1]
        assert isinstance(asked, dict)
        assert asked["commandline"] == ("as", ["deskbreak", "run"])
        starts = asked["autostart"] == ("b", True) and self.grants
        if self.silent:
            return None
        return self.code, {"background": ("b", True), "autostart": ("b", starts)}


@pytest.fixture
def desktop(tmp_path: Path, qapp: object) -> Iterator[Desktop]:
    assert qapp
    with run_bus(tmp_path) as address:
        made = Desktop(tmp_path, address)
        yield made
        made.portal.service.stop()


def test_on_and_off(desktop: Desktop) -> None:
    start = desktop.member()
    assert not start.is_on()
    assert start.switch(on=True) == ""
    assert not start.is_on()
    assert "not answered yet" in start.note()
    assert start.settled() == ""
    assert start.is_on()
    assert desktop.member().is_on()
    assert start.note() == ""
    assert start.switch(on=False) == ""
    assert start.settled() == ""
    assert not desktop.member().is_on()
    assert desktop.told == []


@pytest.mark.parametrize(("code", "grants"), [(0, False), (1, True)])
def test_a_refusal_is_told(desktop: Desktop, code: int, grants: bool) -> None:  # noqa: FBT001 - a table's column
    desktop.code, desktop.grants = code, grants
    start = desktop.member()
    start.switch(on=True)
    assert "does not let" in start.settled()
    assert not start.is_on()
    assert desktop.told == [start.note()]


@pytest.mark.parametrize("fault", ["refuses", "code"])
def test_a_portal_that_cannot_changes_nothing(desktop: Desktop, fault: str) -> None:
    start = desktop.member()
    start.switch(on=True)
    start.settled()
    setattr(desktop, fault, 2)
    start.switch(on=False)
    assert "did not answer" in start.settled()
    assert start.is_on()


def test_each_start_asks_anew_for_what_was_granted(desktop: Desktop) -> None:
    assert not desktop.member().repair()
    assert desktop.portal.service.calls == []
    start = desktop.member()
    start.switch(on=True)
    start.settled()
    desktop.grants = False  # taken back in the desktop's settings
    later = desktop.member()
    assert not later.repair()
    assert "does not let" in later.settled()
    assert not later.is_on()


def test_a_portal_that_dies_is_told(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.silent = True
    start = desktop.member()
    start.switch(on=True)
    qtbot.waitUntil(lambda: bool(desktop.portal.service.calls))
    desktop.portal.service.stop()
    assert "did not answer" in start.settled()


def test_without_a_bus_it_says_so_at_once(tmp_path: Path, qapp: object) -> None:
    assert qapp
    start = PortalAutostart(tmp_path / "autostart", address="unix:path=/nonexistent")
    start.switch(on=True)
    assert "did not answer" in start.settled()


def test_a_state_that_cannot_be_kept_is_told(desktop: Desktop) -> None:
    (desktop.folder / "autostart").mkdir()
    start = desktop.member()
    start.switch(on=True)
    assert "cannot be changed" in start.settled()
    assert not start.is_on()


def test_an_answer_by_somebody_else_is_not_heard(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.silent = True
    start = desktop.member()
    start.switch(on=True)
    qtbot.waitUntil(lambda: len(desktop.portal.service.calls) == 1)
    call = desktop.portal.service.calls[0]
    liar = FakePortalVoice(desktop.address)
    liar.respond(call)
    desktop.portal.respond(call, 0, {"autostart": ("b", False)})
    assert "does not let" in start.settled()
    liar.service.stop()


class FakePortalVoice(FakePortal):
    """Somebody on the bus who has not the portal's name."""

    def __init__(self, address: str) -> None:
        self.service = BusService(address, (), lambda _call: REFUSES)

    def respond(self, call: Call, code: int = 0, values: Values | None = None) -> None:
        super().respond(call, code, values or {"autostart": ("b", True)})


def test_inside_a_flatpak_the_portal_is_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not isinstance(autostart.own_autostart({"HOME": str(tmp_path)}), PortalAutostart)
    inside = tmp_path / "flatpak-info"
    inside.touch()
    monkeypatch.setattr(autostart, "_IN_FLATPAK", inside)
    assert isinstance(autostart.own_autostart({}), PortalAutostart)
