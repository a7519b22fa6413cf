"""Played days are the real schedule's, the same for the same seed, and quick."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.cli import simulate as command
from deskbreak.core.luck import Luck
from deskbreak.core.played import Played
from deskbreak.core.settings.values import Office, RoutineChoice, Schedule, Settings, Span
from deskbreak.core.simulate import play
from deskbreak.core.timing.moment import Moment
from tests.core.clockwork import BERLIN, utc


def played(days: int, seed: int, settings: Settings | None = None) -> list[Played]:
    start = Moment(utc("2026-11-23 00:00"), 0, 0, "play", BERLIN, "Europe/Berlin")
    return list(play(settings or Settings(), days, seed, start, shipped_exercises()))


def test_the_same_seed_plays_the_same_days() -> None:
    assert played(5, 1) == played(5, 1)
    assert played(5, 1) != played(5, 2)


def test_every_kind_of_day_comes_up() -> None:
    told = played(60, 4)
    kinds = {each.what for each in told}
    wanted = {"working", "offered", "absent", "held back", "snoozed", "skipped", "off duty"}
    assert wanted | {"repeated", "missed", "journal: completed", "journal: natural"} <= kinds
    left = [each for each in told if each.what.startswith("journal: ")]
    assert [each for each in told if each.entry is not None] == left
    assert all(each.why for each in told)
    assert [each.at for each in told] == sorted(each.at for each in told)


def test_breaks_come_after_two_to_three_hours() -> None:
    for each in played(60, 7):
        if each.what == "offered" and "of sitting" in each.why:
            hours = int(each.why.split(" h")[0])
            assert 2 <= hours <= 3


def test_an_office_without_days_has_nothing_to_play() -> None:
    assert played(7, 1, Settings(office=Office(days=()))) == []


def test_luck_stays_in_its_bounds() -> None:
    luck = Luck(5)
    rolls = {luck.roll(3, 6) for _ in range(200)}
    assert rolls == {3, 4, 5, 6}
    assert {luck.chance(50) for _ in range(100)} == {True, False}


def test_the_command_prints_lines_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(["--days", "8", "--seed", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert command.run(["--json", "--days", "8", "--seed", "3"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(lines) > 20
    assert set(rows[0]) == {"at", "what", "why"}


@pytest.mark.parametrize("args", [["--days"], ["--days", "x"], ["--days", "0"], ["5"]])
def test_wrong_words_are_a_wrong_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(args) == 2
    assert "deskbreak simulate" in capsys.readouterr().err


def test_overnight_shifts_and_fixed_times_can_be_played() -> None:
    night = Settings(office=Office(hours=(Span(20 * 60, 4 * 60), Span(4 * 60 + 5, 9 * 60))))
    assert any(each.what == "offered" for each in played(40, 2, night))
    times = Settings(schedule=Schedule(mode="times", times=(660, 900)))
    assert any(each.what == "offered" for each in played(10, 2, times))


def test_every_line_has_its_reason_in_plain_words() -> None:
    lines = {f"{each.what}: {each.why}" for each in played(150, 1)}
    assert "held back: there is a meeting" in lines
    assert "held back: the office closes soon" in lines
    assert "journal: skipped: the person said no" in lines
    assert not [line for line in lines if line.endswith((": ", "but ", "but")) or "_" in line]


def test_a_session_lasts_as_long_as_its_plan() -> None:
    begun, lasted = 0, []
    for each in played(50, 3):
        if each.what == "started":
            begun = each.at
        elif each.what == "session over":
            lasted.append(each.at - begun)
    assert lasted[0] == 151  # 3/2/2/2 of the first week with its cards
    assert lasted == sorted(lasted)
    assert lasted[-1] > 200


def test_repetitions_grow_with_the_weeks() -> None:
    doses = [each.why.split("week ")[1] for each in played(90, 3) if "week " in each.why]
    assert doses[0] == "1: 3/2/2/2"
    weeks = [int(dose.split(":")[0]) for dose in doses]
    assert weeks == sorted(weeks)
    assert weeks[-1] >= 7
    assert doses[-1].split(": ")[1].startswith("10/")


def test_who_exercises_with_nothing_left_over_skips() -> None:
    off = ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow")
    told = played(20, 3, Settings(routine=RoutineChoice(off=off)))
    assert not [each for each in told if each.what == "started"]
    assert [each for each in told if each.what == "journal: skipped"]


def test_nothing_is_told_of_an_absence_that_no_sensor_saw() -> None:
    """Who comes back has been seen idle before, also when the office was closed meanwhile."""
    for each in played(50, 5):
        if each.what == "journal: natural":
            minutes = int(each.why.removesuffix(" min").split(", ")[1])
            assert 10 <= minutes <= 24 * 60


def test_the_command_plays_by_the_persons_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "deskbreak"
    folder.mkdir()
    (folder / "config.toml").write_text("[office]\ndays = []\n[offer]\nrepeats = -1\n", "utf-8")
    assert command.run(["--days", "3"]) == 0

    told = capsys.readouterr()
    assert told.out == "Nothing happens: there are no office hours in these days.\n"
    assert "0 to 20" in told.err
