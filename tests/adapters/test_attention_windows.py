"""Windows's ways, against fakes of its registry and libraries, and against the real ones there."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

import pytest

from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.attention.consent_windows import users_of
from deskbreak.adapters.attention.elsewhere import elsewhere_members
from deskbreak.adapters.attention.polled import Polled
from deskbreak.adapters.attention.told import Missing
from deskbreak.adapters.attention.user_state_windows import WindowsUserState
from deskbreak.core.senses import Sense
from deskbreak.core.timing.sensed import Cause, Hold
from tests.adapters.native_fakes import Library, target

pytestmark = pytest.mark.native

STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
ZOOM = "C:#Program Files#Zoom#bin#Zoom.exe"
QUIET = frozenset({Cause(Hold.DO_NOT_DISTURB)})
NOTHING: frozenset[Cause] = frozenset()


class FakeRegistry:
    """The store of consents: for each key when its last use began and stopped."""

    def __init__(self, uses: dict[str, tuple[int, int]]) -> None:
        self._uses = {f"{STORE}\\{path}": use for path, use in uses.items()}

    def keys(self, path: str) -> list[str]:
        below = [key[len(path) + 1 :] for key in self._uses if key.startswith(f"{path}\\")]
        return sorted({name.split("\\")[0] for name in below})

    def number(self, path: str, name: str) -> int | None:
        if path not in self._uses:
            return None
        return self._uses[path][0 if name == "LastUsedTimeStart" else 1]


def test_who_has_begun_and_not_stopped_is_in_a_meeting() -> None:
    registry = FakeRegistry(
        {
            rf"microphone\NonPackaged\{ZOOM}": (133, 0),
            r"microphone\NonPackaged\C:#old.exe": (133, 134),
            r"microphone\Microsoft.SkypeApp_kzf8qxf38zg5c": (135, 0),
            r"microphone\Never.Used_1": (0, 0),
            r"webcam\NonPackaged": (1, 0),
        }
    )
    named = {cause.app for cause in users_of(registry, "microphone")}
    assert named == {"Zoom", "Microsoft.SkypeApp"}
    assert users_of(registry, "webcam") == NOTHING
    assert users_of(FakeRegistry({}), "microphone") == NOTHING


class FakeWindows:
    """What shell32, user32, kernel32 and ntdll say."""

    def __init__(self) -> None:
        self.state, self.fails, self.process, self.file = 5, False, 42, r"C:\Games\Chess.exe"
        self.focus, self.knows_focus, self.opens, self.closed = 0, True, True, 0
        self.shell = Library(SHQueryUserNotificationState=self._state)
        self.user = Library(GetForegroundWindow=lambda: 7, GetWindowThreadProcessId=self._owner)
        self.kernel = Library(
            OpenProcess=lambda _access, _inherit, process: 99 if self.opens else process * 0,
            QueryFullProcessImageNameW=self._name,
            CloseHandle=self._close,
        )
        self.system = Library(NtQueryWnfStateData=self._published)

    def senses(self, own: int = 1) -> WindowsUserState:
        libraries = (self.shell, self.user, self.kernel, self.system)
        shell, user, kernel, system = (each.as_library() for each in libraries)
        return WindowsUserState(shell, user, kernel, system, own)

    def _state(self, told: object) -> int:
        _value(told).value = self.state
        return -1 if self.fails else 0

    def _owner(self, window: int, told: object) -> int:
        assert window == 7
        _value(told).value = self.process
        return 1

    def _name(self, handle: int, _flags: int, text: object, _size: object) -> int:
        assert handle == 99
        assert isinstance(text, ctypes.Array)
        text.value = self.file
        return 1 if self.file else 0

    def _close(self, handle: int) -> int:
        self.closed += 1
        return int(handle == 99)

    def _published(self, name: object, *rest: object) -> int:
        assert isinstance(name, ctypes.Array)
        assert list(name) == [0xA3BF1C75, 0x0D83063E]
        _value(rest[3]).value = self.focus
        return 0 if self.knows_focus else -1


def _value(reference: object) -> ctypes.c_uint32:
    found: object = target(reference)
    assert isinstance(found, ctypes.c_uint32 | ctypes.c_int)
    return found  # type: ignore[return-value]  # both hold a number


@pytest.mark.parametrize(
    ("state", "full"), [(1, 0), (2, 1), (3, 1), (4, 0), (5, 0), (6, 0), (7, 1)]
)
def test_what_fills_the_screen_is_named(state: int, full: int) -> None:
    windows = FakeWindows()
    windows.state = state
    expected = frozenset({Cause(Hold.FULLSCREEN, "Chess")}) if full else NOTHING
    assert windows.senses().full() == expected
    assert windows.closed == full
    assert windows.senses(own=42).full() == NOTHING


def test_a_program_that_may_not_be_asked_has_no_name() -> None:
    windows = FakeWindows()
    windows.state = 2
    nameless = frozenset({Cause(Hold.FULLSCREEN)})
    windows.file = ""
    assert windows.senses().full() == nameless
    windows.opens = False
    assert windows.senses().full() == nameless
    windows.process = 0
    assert windows.senses().full() == nameless


def test_presentations_and_focus_assist_are_quiet() -> None:
    windows = FakeWindows()
    assert windows.senses().quiet() == NOTHING
    for state in (4, 6):
        windows.state = state
        assert windows.senses().quiet() == QUIET
    windows.state, windows.focus = 5, 2
    assert windows.senses().quiet() == QUIET
    windows.knows_focus = False
    assert windows.senses().quiet() == NOTHING


def test_windows_that_does_not_answer_is_no_reason() -> None:
    windows = FakeWindows()
    windows.fails = True
    news: list[int] = []
    sense = Polled(Sense.FULLSCREEN, "Windows", windows.senses().full, lambda: news.append(1))
    sense.ask()
    assert sense.report().works  # nobody has asked yet
    sense.watch(on=True)
    sense.ask()
    assert (sense.causes(), sense.report().why) == (NOTHING, "Windows does not answer")
    windows.fails, windows.state = False, 2
    sense.ask()
    assert sense.causes() == {Cause(Hold.FULLSCREEN, "Chess")}
    assert (sense.report().works, sense.settled, len(news)) == (True, True, 1)
    sense.watch(on=False)
    assert sense.causes() == NOTHING
    sense.close()


def test_a_library_without_the_function_is_not_used() -> None:
    empty: Callable[[], ctypes.CDLL] = Library().as_library
    with pytest.raises(UnavailableError):
        WindowsUserState(empty(), empty(), empty(), empty())


def test_every_sense_has_a_member_on_windows() -> None:
    members = elsewhere_members("win32", lambda: None)
    senses = [each.report().sense for each in members]
    assert senses == [
        *(Sense.MICROPHONE, Sense.CAMERA, Sense.FULLSCREEN, Sense.DO_NOT_DISTURB, Sense.SHARING)
    ]
    for each in members:
        assert (
            isinstance(each, Polled if sys.platform == "win32" else Missing) or each is members[-1]
        )
        each.watch(on=True)
        assert each.causes() <= {Cause(Hold.DO_NOT_DISTURB)} or sys.platform == "win32"
        each.close()
