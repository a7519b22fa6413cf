"""What Windows does with a startup entry; decided above the registry, so it is tested anywhere."""

from __future__ import annotations

import pytest

from deskbreak.adapters.autostart_win import (
    has_moved,
    is_approved,
    program_of,
    run_value,
    starts,
)


def test_windows_words() -> None:
    assert run_value((r"C:\Program Files\deskbreak.exe", "run")) == (
        r'"C:\Program Files\deskbreak.exe" run'
    )
    assert is_approved(b"")
    assert is_approved(b"\x02" + bytes(11))
    assert not is_approved(b"\x03" + bytes(11))


OFF, ON = b"\x03" + bytes(11), b"\x02" + bytes(11)
HERE = r"C:\Program Files\deskbreak.exe"
MOVED = r'"D:\old\deskbreak.exe" run'


@pytest.mark.parametrize(
    ("value", "note", "on", "moved"),
    [
        (None, None, False, False),
        (f'"{HERE}" run', None, True, False),
        (f'"{HERE}" run', ON, True, False),
        (f'"{HERE}" run', OFF, False, False),
        (MOVED, None, False, True),
        (MOVED, ON, False, True),
        (MOVED, OFF, False, False),
        (7, b"", False, False),
        ("", None, False, True),
    ],
)
def test_windows_starts_what_is_there_and_what_was_left_on(
    value: object,
    note: object,
    on: bool,  # noqa: FBT001 - a table's column
    moved: bool,  # noqa: FBT001 - likewise
) -> None:
    assert starts(value, note, HERE.__eq__) is on
    assert has_moved(value, note, HERE.__eq__) is moved


def test_the_program_in_a_run_value() -> None:
    assert program_of(run_value((HERE, "run"))) == HERE
    assert program_of(run_value((r"C:\deskbreak.exe", "run"))) == r"C:\deskbreak.exe"
