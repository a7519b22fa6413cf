from __future__ import annotations

from pathlib import Path

import pytest

from deskbreak.cli import main
from deskbreak.cli.client import Answer


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "XDG_RUNTIME_DIR"):
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    made = tmp_path / "XDG_CONFIG_HOME" / "deskbreak" / "config.toml"
    made.parent.mkdir()
    return made


Ran = tuple[int, str, str]


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    code = main(list(words))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_path_and_check(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "config", "path") == (0, f"{path}\n", "")
    assert ran(capsys, "config", "check") == (0, "No file yet: all defaults.\n", "")
    path.write_text("[offer]\nrepeats = 1\n")
    assert ran(capsys, "config", "check") == (0, f"{path} is fine.\n", "")
    path.write_text("[offer]\nsnoze_min = 1\n")
    assert ran(capsys, "config", "check") == (
        0,
        (
            f'{path}:2: warning: "offer.snoze_min" is not a setting. '
            'Did you mean "offer.snooze_min"?\n'
        ),
        "",
    )
    path.write_text("[offer]\n\nsnooze_min = 0\n")
    code, out, _ = ran(capsys, "config", "check")
    assert code == 4
    assert out.startswith(f"{path}:3: offer.snooze_min: 0 is not right; it should be")
    path.write_text("[offer\n")
    code, out, _ = ran(capsys, "config", "check")
    assert code == 4
    assert out.startswith(f"{path}:1: {path} cannot be used: it is no TOML")
    assert list(path.parent.iterdir()) == [path]


def test_get(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "config", "get", "office.hours") == (0, '["09:00-18:00"]\n', "")
    assert ran(capsys, "config", "get", "record") == (
        0,
        "record.keep_years = 0\nrecord.backups = true\n",
        "",
    )
    code, out, err = ran(capsys, "config", "get", "offer.snooze_mins")
    assert (code, out) == (2, "")
    assert 'Did you mean "offer.snooze_min"?' in err
    path.write_text("offer = [")
    code, out, err = ran(capsys, "config", "get", "offer.repeats")
    assert (code, out) == (0, "3\n")
    assert "cannot be used" in err


@pytest.mark.parametrize(
    ("key", "words", "shown"),
    [
        ("office.hours", ["08:00-12:00,", "13:00-17:00"], '["08:00-12:00", "13:00-17:00"]'),
        ("office.hours", ['["08:00-12:00"]'], '["08:00-12:00"]'),
        ("office.lunch", [""], '""'),
        ("office.lunch", ['"12:00-12:30"'], '"12:00-12:30"'),
        ("offer.snooze_min", ["15"], "15"),
        ("office.by_day.fri", ["09:00-14:00"], '["09:00-14:00"]'),
        ("safety.acknowledged", ["2026-11-22"], "2026-11-22"),
    ],
)
@pytest.mark.usefixtures("path")
def test_set(key: str, words: list[str], shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "config", "set", key, *words) == (0, "", "")
    assert ran(capsys, "config", "get", key) == (0, f"{shown}\n", "")
    assert ran(capsys, "config", "check")[0] == 0


def test_set_refuses(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ran(capsys, "config", "set", "offer.snooze_min", "0")
    assert code == 4
    assert "it should be a whole number of minutes from 1 to 240" in err
    assert ran(capsys, "config", "set", "offer.snooze_min", "[1, 2")[0] == 4
    assert ran(capsys, "config", "set", "offer.snooze_min", "[1, 2]")[0] == 4
    assert ran(capsys, "config", "set", "offer.snooze", "3")[0] == 2
    assert ran(capsys, "config", "set", "schedule.earliest_min", "300")[0] == 4
    assert not path.exists()
    path.write_text("[offer")
    code, _, err = ran(capsys, "config", "set", "offer.snooze_min", "5")
    assert code == 4
    assert err.startswith(f"{path}:1: ")
    path.unlink()
    site = tmp_path / "XDG_CONFIG_DIRS" / "deskbreak" / "config.toml"
    site.parent.mkdir()
    site.write_text("[locked.offer]\nsnooze_min = 20\n")
    code, _, err = ran(capsys, "config", "set", "offer.snooze_min", "5")
    assert (code, err) == (5, "offer.snooze_min is set by your site and cannot be changed.\n")
    assert ran(capsys, "config", "get", "offer.snooze_min")[1] == "20\n"


@pytest.mark.parametrize(
    "words", [[], ["path", "x"], ["get"], ["set", "offer.repeats"], ["nonsense"]]
)
@pytest.mark.usefixtures("path")
def test_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "config", *words)
    assert (code, out) == (2, "")
    assert err.startswith("Use: deskbreak config")


@pytest.mark.usefixtures("path")
def test_the_running_program_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    answers = [Answer(0, "", None), Answer(1, "It does not answer.", None)]

    def ask(verb: str) -> Answer:
        asked.append(verb)
        return answers.pop(0)

    monkeypatch.setattr("deskbreak.cli.config.ask", ask)
    assert ran(capsys, "config", "set", "offer.repeats", "1") == (0, "", "")
    assert ran(capsys, "config", "set", "offer.repeats", "2") == (1, "", "It does not answer.\n")
    assert asked == ["reload", "reload"]


@pytest.mark.usefixtures("path")
def test_autostart_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    file = tmp_path / "XDG_CONFIG_HOME" / "autostart" / "io.github.deskbreak.deskbreak.desktop"
    assert ran(capsys, "autostart", "status") == (0, "off\n", "")
    assert ran(capsys, "autostart", "on") == (0, "", "")
    assert ran(capsys, "autostart", "status") == (0, "on\n", "")
    assert file.is_file()
    assert ran(capsys, "autostart", "off") == (0, "", "")
    assert ran(capsys, "autostart", "status") == (0, "off\n", "")
    assert ran(capsys, "autostart", "maybe")[0] == 2
    assert ran(capsys, "autostart")[0] == 2
    monkeypatch.setattr(
        "deskbreak.adapters.autostart.program_command", lambda *_, **__: ("/no", "run")
    )
    code, _, err = ran(capsys, "autostart", "on")
    assert code == 1
    assert "the desktop does not follow" in err
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("")
    assert ran(capsys, "autostart", "on")[0] == 1
