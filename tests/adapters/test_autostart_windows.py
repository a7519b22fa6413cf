"""The contract of the Run key: against a faithful registry anywhere, against Windows' own there."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from deskbreak import ports
from deskbreak.adapters.autostart_win import (
    APPROVED,
    RUN,
    RunKeyAutostart,
    RunRegistry,
    is_approved,
    run_arguments,
    run_value,
)

pytestmark = pytest.mark.native

NAME = "deskbreak-test"
OFF, ON = b"\x03" + bytes(11), b"\x02" + bytes(11)
HERE = r"C:\Program Files\deskbreak.exe"


class FakeRegistry:
    """As Windows' own: a key is made by writing, a value that is not there cannot be deleted."""

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str | bytes]] = {}
        self.closed = False

    def value(self, path: str, name: str) -> str | bytes | None:
        return self.keys.get(path, {}).get(name)

    def set_text(self, path: str, name: str, text: str) -> None:
        if self.closed:
            raise PermissionError(13, "Access is denied")
        self.keys.setdefault(path, {})[name] = text

    def set_note(self, name: str, note: bytes) -> None:
        self.keys.setdefault(APPROVED, {})[name] = note

    def forget(self, path: str, name: str) -> None:
        self.keys.get(path, {}).pop(name, None)


if sys.platform == "win32":
    import winreg

    from deskbreak.adapters.autostart_win import UserRunRegistry

    class RealRegistry(UserRunRegistry):
        """Windows' own, which the task manager writes to as well."""

        def set_note(self, name: str, note: bytes) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, APPROVED) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_BINARY, note)

    Registry = FakeRegistry | RealRegistry
    REGISTRIES: tuple[type[Registry], ...] = (FakeRegistry, RealRegistry)
else:
    Registry = FakeRegistry
    REGISTRIES = (FakeRegistry,)


@pytest.fixture(params=REGISTRIES)
def registry(request: pytest.FixtureRequest) -> Iterator[Registry]:
    made: Registry = request.param()
    yield made
    for path in (RUN, APPROVED):
        made.forget(path, NAME)


def start(registry: RunRegistry, program: str = HERE, *, gone: str = "") -> RunKeyAutostart:
    made = RunKeyAutostart((program, "run"), registry, lambda path: path != gone, NAME)
    _: ports.Autostart = made
    return made


def test_on_and_off(registry: Registry) -> None:
    entry = start(registry)
    assert not entry.is_on()
    assert entry.switch(on=False) == ""
    assert entry.switch(on=True) == ""
    assert registry.value(RUN, NAME) == r'"C:\Program Files\deskbreak.exe" run'
    assert entry.is_on()
    assert entry.note() == entry.settled() == ""
    assert not entry.repair()
    assert not start(registry, gone=HERE).is_on()
    assert entry.switch(on=False) == ""
    assert not entry.is_on()
    assert registry.value(RUN, NAME) is None


def test_the_task_manager_has_the_last_word(registry: Registry) -> None:
    entry = start(registry)
    entry.switch(on=True)
    registry.set_note(NAME, OFF)
    assert not entry.is_on()
    assert "task manager" in entry.note()
    assert not start(registry, r"D:\deskbreak.exe").repair()
    registry.set_note(NAME, ON)
    assert entry.is_on()
    registry.set_note(NAME, OFF)
    assert entry.switch(on=True) == ""
    assert entry.is_on()


def test_an_own_entry_follows_the_program(registry: Registry) -> None:
    start(registry).switch(on=True)
    moved = start(registry, r"D:\new\deskbreak.exe")
    assert HERE in moved.note()
    assert moved.repair()
    assert registry.value(RUN, NAME) == r"D:\new\deskbreak.exe run"
    assert moved.note() == ""


@pytest.mark.parametrize("value", [r"D:\deskbreak.exe run --show today", "deskbreak run", "calc"])
def test_what_a_person_wrote_is_left_alone_and_told(registry: Registry, value: str) -> None:
    registry.set_text(RUN, NAME, value)
    entry = start(registry)
    assert entry.is_on()
    assert not entry.repair()
    assert registry.value(RUN, NAME) == value
    assert value in entry.note()


def test_a_registry_that_refuses_is_told() -> None:
    registry = FakeRegistry()
    registry.closed = True
    assert start(registry).switch(on=True) == (
        "The startup entry cannot be changed: Access is denied."
    )


def test_windows_words() -> None:
    assert is_approved(b"")
    assert is_approved(ON)
    assert not is_approved(OFF)
    for argv in ((HERE, "run"), (r"C:\pythonw.exe", "-m", "deskbreak", "run"), ("x", "")):
        assert run_arguments(run_value(argv)) == argv
    assert run_arguments("") == ()
