from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbreak.adapters.settings_change import SettingsLockedError
from deskbreak.adapters.settings_read import read_document
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.core.settings.values import Settings
from deskbreak.ports import SettingsRefusedError, SettingsStore

NOW = 1_795_383_180  # 2026-11-22 21:33:00 UTC


def store(path: Path, *, site: Path | None = None, running: bool = True) -> SettingsToml:
    return SettingsToml(path, site=site, utc_now=(lambda: NOW) if running else None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.toml"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_no_file_is_the_defaults(path: Path) -> None:
    kept: SettingsStore = store(path)
    assert kept.load() == (Settings(), ())
    assert not path.exists()


def test_problems_carry_their_line(path: Path) -> None:
    write(path, "[offer]\nsnooze_min = 5\n\n[ofice]\nx = 1\n[hold_back]\nmax_min = 0 # hm\n")
    got, problems = store(path).load()
    assert got.offer.snooze_min == 5
    assert [(problem.key, problem.line, problem.fatal) for problem in problems] == [
        ("hold_back.max_min", 7, True),
        ("ofice", 4, False),
    ]


HOSTILE = {
    "dots": (b"\n" + b".".join([b"a"] * 20_000) + b" = 1", 2),
    "dots in quotes": (b'x = { "a" . ' + b"'b'. " * 17 + b"c = 1 }", 1),
    "nested": (b"a=" + b"[" * 30_000 + b"]" * 30_000, 0),
    "rather nested": (b"a=" + b"[" * 40 + b"]" * 40, 0),
    "large": (b"#" * 70_000, 0),
    "latin": (b"[offer]\nx = '\xe9'", 2),
    "torn": (b"[offer]\nsnooze_min = 5\nrepe", 3),
    "number": (b"a = " + b"9" * 5000, 0),
    "zeros": (b"\0" * 100, 1),
    "twice": (b"a=1\na=2", 2),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_damaged_file_is_kept_aside_and_left_as_it_is(path: Path, name: str) -> None:
    content, line = HOSTILE[name]
    write(path, content)
    kept = store(path)
    got, problems = kept.load()
    assert got == Settings()
    assert [problem.line for problem in problems] == [line]
    assert problems[0].fatal
    copy = path.with_name("config.toml.damaged-20261122T213300Z")
    assert str(path) in problems[0].said
    assert str(copy) in problems[0].said
    assert path.read_bytes() == content
    assert copy.read_bytes() == content[: 64 * 1024 + 1]
    assert copy.stat().st_mode & 0o777 == 0o600
    kept.load()
    assert names(path) == ["config.toml", copy.name]
    with pytest.raises(SettingsRefusedError, match="cannot be used"):
        kept.change([("offer.snooze_min", 5)])
    assert path.read_bytes() == content


def test_reading_commands_leave_the_folder_as_it_is(path: Path) -> None:
    write(path, "offer = [")
    _, said = store(path, running=False).check()
    assert [(one.path, one.problem.line) for one in said] == [(path, 1)]
    assert names(path) == ["config.toml"]


def test_what_is_no_file_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    _, problems = store(path).load()
    assert "no ordinary file" in problems[0].said
    path.rmdir()
    os.mkfifo(path)
    assert "no ordinary file" in store(path).load()[1][0].said


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    _, problems = store(tmp_path / "config" / "config.toml").load()
    assert [problem.fatal for problem in problems] == [True]
    assert "it cannot be opened (Not a directory)" in problems[0].said


def test_a_copy_that_cannot_be_kept_is_not_claimed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, "offer = [")

    def full(*_args: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.open", full)
    _, problems = store(path).load()
    assert "A copy" not in problems[0].said


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=200) | st.text(alphabet="[]{}=.\"'#\n abc019-:,\\").map(str.encode))
def test_no_bytes_raise(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "config.toml", content)
        store(path, running=False).load()
        assert path.read_bytes() == content


def test_a_byte_order_mark_is_no_fault(path: Path) -> None:
    write(path, b"\xef\xbb\xbf[offer]\nrepeats = 1\n")
    kept = store(path)
    assert kept.load()[1] == ()
    assert kept.change([("offer.repeats", 2)]).offer.repeats == 2
    assert path.read_bytes() == b"\xef\xbb\xbf[offer]\nrepeats = 2\n"


def test_the_sites_file(path: Path, tmp_path: Path) -> None:
    site = write(
        tmp_path / "site" / "config.toml",
        "[offer]\nrepeats = 1\n[locked.schedule]\nearliest_min = 100\naway_min = 'x'\n[zz]\n",
    )
    write(path, "[schedule]\nearliest_min = 130\n")
    kept = store(path, site=site)
    got, said = kept.check()
    assert (got.offer.repeats, got.schedule.earliest_min) == (1, 100)
    assert kept.locked() == {"schedule.earliest_min"}
    assert [(one.path, one.problem.key, one.problem.line) for one in said] == [
        (site, "schedule.away_min", 5),
        (site, "zz", 6),
    ]
    with pytest.raises(SettingsLockedError, match="set by your site"):
        kept.change([("schedule.earliest_min", 140)])
    write(site, "offer = [")
    assert [one.path for one in kept.check()[1]] == [site]
    assert names(site) == ["config.toml"]


def test_outside_changes_are_seen(path: Path) -> None:
    kept = store(path)
    kept.load()
    assert not kept.changed()
    write(path, "[offer]\nrepeats = 1\n")
    assert kept.changed()
    kept.load()
    assert not kept.changed()
    kept.change([("offer.repeats", 2)])
    assert not kept.changed()


def test_orphans_are_swept_after_a_minute(path: Path) -> None:
    write(path, "")
    old, young = path.parent / ".deskbreak-old.tmp", path.parent / ".deskbreak-young.tmp"
    for orphan, age in ((old, 61), (young, 59)):
        orphan.touch()
        os.utime(orphan, (NOW - age, NOW - age))
    store(path, running=False)
    assert old.exists()
    store(path)
    assert not old.exists()
    assert young.exists()


def test_tomlkit_stays_out_until_something_is_changed(path: Path) -> None:
    write(path, "[offer]\nrepeats = 1\n")
    code = (
        "import sys; from pathlib import Path\n"
        "from deskbreak.adapters.settings_toml import SettingsToml\n"
        "SettingsToml(Path(sys.argv[1]), site=None, utc_now=lambda: 0).load()\n"
        "print(sorted({'tomlkit', 'msgspec', 'PySide6', 'platformdirs'} & set(sys.modules)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True
    )
    assert ran.stdout == "[]\n"


def test_an_absent_document_says_nothing(path: Path) -> None:
    document = read_document(path)
    assert (document.text, document.tree, document.raw, document.problem) == ("", {}, None, None)
