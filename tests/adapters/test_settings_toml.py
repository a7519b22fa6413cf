from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbreak.adapters.settings_change import SettingsLockedError, outcome
from deskbreak.adapters.settings_read import find_line, read_document
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.core.settings.values import Settings, Span
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


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\noffer.repeats = 3", "offer.repeats", 2),
        ("[ 'offer' ] # so\n'repeats'=1", "offer.repeats", 2),
        ("[office]\nby_day = { fri = 3 }", "office.by_day.fri", 2),
        ("[office.by_day]\nfri = 3", "office.by_day.fri", 2),
        ("[locked.offer]\nrepeats = 1", "locked.offer.repeats", 2),
        ("x = 1", "offer.repeats", 0),
        ("= 1\n[[offer]]", "offer", 0),
    ],
)
def test_find_line(text: str, key: str, line: int) -> None:
    assert find_line(text, key) == line


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


def test_an_edit_that_goes_wrong_is_never_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, "[offer]\nrepeats = 1\n")
    for text in ("[offer]\nrepeats = 3\n", "[offer"):
        monkeypatch.setattr(
            "deskbreak.adapters.settings_change.edited", lambda *_args, text=text: text
        )
        with pytest.raises(SettingsRefusedError, match="by hand"):
            store(path).change([("offer.repeats", 2)])
    assert path.read_text() == "[offer]\nrepeats = 1\n"


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


def test_a_change_keeps_comments_and_strangers(path: Path) -> None:
    write(
        path,
        "# mine\n[offer] # snoozing\nsnooze_min = 10 # ten\nodd = [1,\n  2]\n\n[plans]\nx = 1\n",
    )
    kept = store(path)
    got = kept.change(
        [("offer.snooze_min", 15), ("office.lunch", ""), ("office.hours", ("08:00-12:00", "13-17"))]
    )
    assert got.offer.snooze_min == 15
    assert got.office.lunch is None
    assert got.office.hours == (Span(480, 720), Span(780, 1020))
    assert path.read_text() == (
        "# mine\n[offer] # snoozing\nsnooze_min = 15 # ten\nodd = [1,\n  2]\n\n[plans]\nx = 1\n"
        '\n[office]\nlunch = ""\nhours = ["08:00-12:00", "13:00-17:00"]\n'
    )
    assert kept.load()[0] == got
    assert names(path) == ["config.toml"]


def test_the_first_change_makes_the_file_for_its_owner_alone(path: Path) -> None:
    store(path).change([("office.by_day.fri", ["09:00-14:00"]), ("office.lunch", "12:00-12:30")])
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.read_text().startswith("# The settings of deskbreak.")
    assert store(path).load()[0].office.by_day == ((4, (Span(540, 840),)),)


@pytest.mark.parametrize(
    "text",
    [
        "offer.snooze_min = 1\noffer.repeats = 2\n",
        "offer = { snooze_min = 1, repeats = 2 }\n",
        "[offer]\r\nsnooze_min = 1\r\nrepeats = 2\r\n",
        "[office.by_day]\nfri = []\n[offer]\nsnooze_min = 1\nrepeats = 2\n[office]\ndays = 'mon'\n",
    ],
)
def test_every_way_of_writing_sections_can_be_changed(path: Path, text: str) -> None:
    write(path, text)
    got = store(path).change([("offer.snooze_min", 7), ("office.days", "tue")])
    assert (got.offer.snooze_min, got.offer.repeats, got.office.days) == (7, 2, (1,))
    assert store(path).load() == (got, ())
    assert (b"\r\n" in path.read_bytes()) is ("\r\n" in text)


def test_a_change_goes_through_a_link_and_keeps_the_rights(path: Path, tmp_path: Path) -> None:
    real = write(tmp_path / "dotfiles" / "real.toml", "[offer]\nrepeats = 1\n")
    real.chmod(0o640)
    path.parent.mkdir()
    path.symlink_to(real)
    store(path).change([("offer.repeats", 2)])
    assert path.is_symlink()
    assert real.read_text() == "[offer]\nrepeats = 2\n"
    assert real.stat().st_mode & 0o777 == 0o640


def test_the_same_value_writes_nothing(path: Path) -> None:
    write(path, "[hold_back]\nmeeting = true\n")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    store(path).change([("hold_back.meeting", True)])
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([("offer.snooze_min", 0)], "whole number of minutes from 1 to 240"),
        ([("offer.snooze", 5)], 'Did you mean "offer.snooze_min"'),
        ([("schedule.earliest_min", 200)], "earliest should be at most latest"),
        ([("offer.repeats", None)], "offer.repeats"),
        ([("offer.repeats", {"a": [1]})], "offer.repeats"),
        ([("offer.repeats", object())], "offer.repeats"),
    ],
)
def test_what_is_wrong_is_refused(path: Path, changes: list[tuple[str, object]], said: str) -> None:
    write(path, "# as it was\n")
    with pytest.raises(SettingsRefusedError, match=said):
        store(path).change(changes)
    assert path.read_text() == "# as it was\n"


def test_an_old_fault_does_not_stop_another_change(path: Path) -> None:
    write(path, "[offer]\nsnooze_min = 0\n")
    assert store(path).change([("offer.repeats", 1)]).offer.repeats == 1


def test_two_keys_that_fit_only_together(path: Path) -> None:
    got = store(path).change([("schedule.earliest_min", 200), ("schedule.latest_min", 240)])
    assert (got.schedule.earliest_min, got.schedule.latest_min) == (200, 240)


def test_a_section_that_is_none_must_be_mended_by_hand(path: Path) -> None:
    write(path, "offer = 3\n")
    with pytest.raises(SettingsRefusedError, match="by hand"):
        store(path).change([("offer.repeats", 1)])
    assert path.read_text() == "offer = 3\n"


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


def test_a_write_that_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, "[offer]\nrepeats = 1\n")

    def fails(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(SettingsRefusedError, match="No space left on device"):
        store(path).change([("offer.repeats", 2)])
    assert path.read_text() == "[offer]\nrepeats = 1\n"
    assert names(path) == ["config.toml"]


def test_a_file_that_changes_under_the_change_is_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, "[offer]\nrepeats = 1\n")
    real = outcome
    left = [1]

    def meddled(*args: object) -> object:
        if left.pop() if left else 0:
            write(path, "[offer]\nrepeats = 1\nmax_snoozes = 9\n")
        return real(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr("deskbreak.adapters.settings_toml.outcome", meddled)
    got = store(path).change([("offer.repeats", 2)])
    assert (got.offer.repeats, got.offer.max_snoozes) == (2, 9)


def test_a_file_that_never_rests_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, "[offer]\nrepeats = 1\n")
    real = outcome
    count = iter(range(10, 20))

    def meddled(*args: object) -> object:
        write(path, f"[offer]\nrepeats = {next(count)}\n")
        return real(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr("deskbreak.adapters.settings_toml.outcome", meddled)
    with pytest.raises(SettingsRefusedError, match="another program"):
        store(path).change([("offer.repeats", 2)])


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


WRITER = """
import sys
from pathlib import Path
from deskbreak.adapters.atomic_file import write_atomically
n = 0
while True:
    n += 1
    write_atomically(Path(sys.argv[1]), (f"n = {n}\\n" * 400).encode())
    print(n, flush=True)
"""


def test_a_kill_never_tears_the_file(path: Path) -> None:
    write(path, "n = 0\n" * 400)
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        for _line in range(5):
            child.stdout.readline()
        child.kill()
        acknowledged = child.stdout.read().split()
        child.wait()
        child.stdout.close()
        lines = path.read_text().splitlines()
        assert len(lines) == 400
        assert len(set(lines)) == 1
        if acknowledged:
            assert int(lines[0].split()[-1]) >= int(acknowledged[-1])


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
