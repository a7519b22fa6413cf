from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deskbreak.adapters.settings_change import outcome
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.core.settings.values import Span
from deskbreak.ports import SettingsRefusedError

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
