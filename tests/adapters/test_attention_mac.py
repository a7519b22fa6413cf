"""macOS's ways, against fakes of its frameworks, and against the real ones there."""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deskbreak.adapters.attention.capture_mac import Address, MacCamera, MacMicrophone, code
from deskbreak.adapters.attention.elsewhere import elsewhere_members
from deskbreak.adapters.attention.focus_mac import mac_focus
from deskbreak.adapters.attention.fullscreen_mac import MacFullscreen, Rect
from deskbreak.adapters.attention.polled import Polled
from deskbreak.adapters.attention.told import Missing
from deskbreak.core.senses import Sense
from deskbreak.core.timing.sensed import Cause, Hold
from tests.adapters.native_fakes import Library, target

pytestmark = pytest.mark.native

MEETING = frozenset({Cause(Hold.MEETING)})
NOTHING: frozenset[Cause] = frozenset()
GONE = code("gone")


class FakeDevices:
    """CoreAudio and CoreMediaIO: numbers under (object, selector)."""

    def __init__(self) -> None:
        self.told: dict[tuple[int, int], tuple[int, ...]] = {}
        self.audio = Library(AudioObjectGetPropertyData=self._audio)
        self.media = Library(CMIOObjectGetPropertyData=self._media)

    def _audio(
        self, thing: int, where: object, _n: int, _q: None, size: object, out: object
    ) -> int:
        found = self.told.get((thing, self._selector(where, "glob")), ())
        if not found:
            return -1
        assert getattr(target(size), "value", 0) == 4
        setattr(target(out), "value", found[0])  # noqa: B010 - a number of ctypes, not a structure
        return 0

    def _media(self, thing: int, where: object, *rest: object) -> int:
        found = self.told.get((thing, self._selector(where, "****")), ())
        if not found:
            return -1
        used, out = target(rest[3]), target(rest[4])
        setattr(used, "value", 4 * len(found))  # noqa: B010 - likewise
        assert isinstance(out, ctypes.Array)
        out[: len(found)] = found
        return 0

    def _selector(self, where: object, scope: str) -> int:
        address = target(where)
        assert isinstance(address, Address)
        assert address.scope == code(scope)
        return int(address.selector)


def test_a_microphone_that_runs_is_a_meeting() -> None:
    devices = FakeDevices()
    microphone = MacMicrophone(devices.audio.as_library())
    devices.told = {(1, code("dIn ")): (31,), (31, GONE): (0,)}
    assert microphone.used() == NOTHING
    devices.told[31, GONE] = (1,)
    assert microphone.used() == MEETING
    devices.told[1, code("dIn ")] = (0,)  # no device at all
    assert microphone.used() == NOTHING
    devices.told.clear()
    with pytest.raises(OSError, match="CoreAudio answers"):
        microphone.used()


def test_any_camera_that_runs_is_a_meeting() -> None:
    devices = FakeDevices()
    camera = MacCamera(devices.media.as_library())
    devices.told = {(1, code("dev#")): (40, 41), (40, GONE): (0,), (41, GONE): (0,)}
    assert camera.used() == NOTHING
    devices.told[41, GONE] = (1,)
    assert camera.used() == MEETING
    devices.told.clear()
    with pytest.raises(OSError, match="CoreMediaIO answers"):
        camera.used()


class FakeWindows:
    """CoreGraphics and CoreFoundation: things are numbers, kept in a table."""

    def __init__(self) -> None:
        self.things: dict[int, object] = {}
        self.windows: list[dict[str, object]] | None = []
        self.tells_screens = True
        self.released = 0
        self.graphics = Library(
            CGWindowListCopyWindowInfo=self._list,
            CGRectMakeWithDictionaryRepresentation=self._rect,
            CGGetActiveDisplayList=self._screens,
            CGDisplayBounds=lambda screen: Rect(1000.0 * (screen - 1), 0, 1000, 700),
        )
        self.foundation = Library(
            CFArrayGetCount=lambda array: len(self._thing(array, list)),
            CFArrayGetValueAtIndex=lambda array, at: self._keep(self._thing(array, list)[at]),
            CFDictionaryGetValue=self._lookup,
            CFNumberGetValue=self._number,
            CFStringGetCString=self._text,
            CFStringCreateWithCString=lambda _none, raw, _code: self._keep(raw.decode()),
            CFRelease=self._release,
        )

    def sense(self) -> MacFullscreen:
        return MacFullscreen(self.graphics.as_library(), self.foundation.as_library(), own=1)

    def show(self, *windows: tuple[object, tuple[float, ...] | None, int, str]) -> None:
        keys = ("kCGWindowLayer", "kCGWindowBounds", "kCGWindowOwnerPID", "kCGWindowOwnerName")
        self.windows = [dict(zip(keys, window, strict=True)) for window in windows]

    def _keep(self, value: object) -> int:
        self.things[len(self.things) + 100] = value
        return len(self.things) + 99

    def _thing(self, number: int, kind: type[list[object]]) -> list[object]:
        found = self.things[number]
        assert isinstance(found, kind)
        return found

    def _list(self, options: int, _window: int) -> int:
        assert options == 17
        return 0 if self.windows is None else self._keep(self.windows)

    def _lookup(self, window: int, key: int) -> int:
        table, name = self.things[window], self.things[key]
        assert isinstance(table, dict)
        return 0 if table[name] is None else self._keep(table[name])

    def _number(self, number: int, kind: int, out: object) -> int:
        assert kind == 4
        value = self.things[number]
        if not isinstance(value, int):
            return 0
        setattr(target(out), "value", value)  # noqa: B010 - a number of ctypes
        return 1

    def _text(self, text: int, buffer: object, _size: int, _code: int) -> int:
        setattr(buffer, "value", str(self.things[text]).encode())  # noqa: B010 - likewise
        return 1

    def _rect(self, place: int, out: object) -> int:
        sides, rect = self.things[place], target(out)
        assert isinstance(sides, tuple)
        assert isinstance(rect, Rect)
        rect.x, rect.y, rect.width, rect.height = sides
        return 1

    def _screens(self, most: int, ids: object, count: object) -> int:
        assert most == 16
        assert isinstance(ids, ctypes.Array)
        ids[:2] = [1, 2]
        setattr(target(count), "value", 2)  # noqa: B010 - likewise
        return 0 if self.tells_screens else 1000

    def _release(self, _thing: int) -> None:
        self.released += 1


FULL, SECOND, SMALL = (0.0, 0.0, 1000.0, 700.0), (1000.0, 0.0, 1000.0, 700.0), (9.0, 9.0, 5.0, 5.0)


@pytest.mark.parametrize(
    ("windows", "names"),
    [
        ([(0, FULL, 7, "Keynote")], {"Keynote"}),
        ([(0, SECOND, 7, "Keynote")], {"Keynote"}),
        ([(25, FULL, 8, "Dock"), (0, FULL, 7, "Keynote")], {"Keynote"}),
        ([(0, SMALL, 9, "Mail"), (0, FULL, 7, "Keynote")], set()),
        ([(0, FULL, 1, "deskbreak")], set()),
        ([(0, None, 7, "Keynote")], set()),
        ([(0, FULL, 7, None)], {""}),
        ([("front", FULL, 7, "Keynote"), (None, FULL, 7, "Keynote")], set()),
        ([], set()),
    ],
)
def test_the_front_window_is_compared_with_the_screens(
    windows: list[tuple[object, tuple[float, ...] | None, int, str]], names: set[str]
) -> None:
    mac = FakeWindows()
    mac.show(*windows)
    assert mac.sense().full() == {Cause(Hold.FULLSCREEN, name) for name in names}
    assert mac.released == 1


def test_a_window_server_that_lists_nothing_does_not_answer() -> None:
    mac = FakeWindows()
    mac.tells_screens = False
    with pytest.raises(OSError, match="no screens"):
        mac.sense().full()
    mac.windows = None
    with pytest.raises(OSError, match="no windows"):
        mac.sense().full()


@pytest.mark.parametrize(
    ("tree", "on"),
    [
        ({"data": [{"storeAssertionRecords": [{"assertionDetails": {}}]}]}, True),
        ({"data": [{"storeInvalidationRecords": [1]}]}, False),
        ({"data": [7]}, False),
        ({"data": {}}, False),
        ([], False),
    ],
)
def test_a_focus_is_quiet(tree: object, on: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a value
    file = tmp_path / "Library" / "DoNotDisturb" / "DB" / "Assertions.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(tree), "utf-8")
    assert bool(mac_focus(tmp_path)) is on
    file.write_text("{", "utf-8")
    with pytest.raises(OSError, match="cannot be understood"):
        mac_focus(tmp_path)


def test_every_sense_has_a_member_on_macos(tmp_path: Path) -> None:
    members = elsewhere_members("darwin", lambda: None, tmp_path)
    by_sense = {each.report().sense: each for each in members}
    hardware: list[Sense] = [Sense.MICROPHONE, Sense.CAMERA, Sense.FULLSCREEN]
    kind: Callable[[object], bool] = lambda each: isinstance(  # noqa: E731 - two words
        each, Polled if sys.platform == "darwin" else Missing
    )
    assert all(kind(by_sense[sense]) for sense in hardware)
    focus = by_sense[Sense.DO_NOT_DISTURB]
    focus.watch(on=True)
    assert focus.report().why == "the file of macOS's focus does not answer"
