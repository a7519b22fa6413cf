"""`deskbreak simulate`: days played through the real schedule, event by event."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from deskbreak.adapters.catalog import load_exercises
from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.paths import find_paths, site_config_file
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, USAGE
from deskbreak.core.settings.values import Settings
from deskbreak.core.simulate import play
from deskbreak.core.timing import workday
from deskbreak.core.timing.moment import Moment, instant_text

_USE = "Use: deskbreak simulate [--days N] [--seed S] [--json]"
_MOST_DAYS = 3660
_DAYS = 5


def run(args: list[str]) -> int:
    """Play days with the person's settings, print what happens, and return the exit code."""
    numbers = {"--days": _DAYS, "--seed": 1}
    words = [word for word in args if word != "--json"]
    while words:
        key, value = words[0], "".join(words[1:2])
        if key not in numbers or not value.isascii() or not value.isdigit():
            return _wrong(f"{key!r} makes no sense here.")
        numbers[key] = int(value)
        words = words[2:]
    if not 1 <= numbers["--days"] <= _MOST_DAYS:
        return _wrong(f"--days is a number from 1 to {_MOST_DAYS}.")
    _print(numbers["--days"], numbers["--seed"], as_json="--json" in args)
    return DONE


def _wrong(sentence: str) -> int:
    complain(f"{sentence} {_USE}")
    return USAGE


def _print(days: int, seed: int, *, as_json: bool) -> None:
    now = SystemClock().read()
    today = workday.local_of(now.utc, now.zone).date()
    midnight = workday.utc_of(today, 0, now.zone)
    start = Moment(midnight, 0, 0, "simulation", now.zone, now.zone_name)
    events = list(play(_settings(), days, seed, start, load_exercises()))
    if as_json:
        rows = [
            {"at": instant_text(each.at), "what": each.what, "why": each.why} for each in events
        ]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for each in events:
        local = datetime.fromtimestamp(each.at, tz=UTC).astimezone(now.zone)
        say(f"{local:%a %Y-%m-%d %H:%M:%S}  {each.what:<20} {each.why}".rstrip())
    if not events:
        say("Nothing happens: there are no office hours in these days.")


def _settings() -> Settings:
    """Read the settings as the running program would; what is wrong with them is told."""
    store = SettingsToml(find_paths().config_file, site=site_config_file())
    settings, problems = store.load()
    for problem in problems:
        complain(problem.said)
    return settings
