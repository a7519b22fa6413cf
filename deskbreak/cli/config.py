"""`deskbreak config`: where the settings are, what is wrong with them, read one, change one."""

from __future__ import annotations

from deskbreak.adapters.paths import find_paths, site_config_file
from deskbreak.adapters.settings_change import SettingsLockedError
from deskbreak.adapters.settings_read import typed_toml
from deskbreak.adapters.settings_toml import Said, SettingsToml
from deskbreak.cli.client import ask
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, INVALID_FILE, REFUSED, USAGE
from deskbreak.core.settings.plain import toml_text
from deskbreak.core.settings.table import parse_value, row, rows_below, unknown
from deskbreak.core.settings.values import Problem
from deskbreak.ports import SettingsRefusedError

_USE = "Use: deskbreak config path|check|get KEY|set KEY VALUE"


def run(args: list[str]) -> int:
    """Run `deskbreak config` with the words after it and return its exit code."""
    store = SettingsToml(find_paths().config_file, site=site_config_file())
    match args:
        case ["path"]:
            say(str(store.path))
            return DONE
        case ["check"]:
            return _check(store)
        case ["get", key]:
            return _get(store, key)
        case ["set", key, *words] if words:
            return _set(store, key, " ".join(words))
        case _:
            complain(_USE)
            return USAGE


def _check(store: SettingsToml) -> int:
    _, said = store.check()
    for one in said:
        say(_line(one))
    if any(one.problem.fatal for one in said):
        return INVALID_FILE
    if not said:
        say(f"{store.path} is fine." if store.path.exists() else "No file yet: all defaults.")
    return DONE


def _line(one: Said) -> str:
    place = f"{one.path}:{one.problem.line}" if one.problem.line else str(one.path)
    return f"{place}: {'' if one.problem.fatal else 'warning: '}{one.problem.said}"


def _get(store: SettingsToml, key: str) -> int:
    settings, said = store.check()
    known = row(key)
    below = rows_below(key)
    if known is None and not below:
        complain(unknown(key).said)
        return USAGE
    for one in said:
        if one.problem.key in ("", key):
            complain(_line(one))
    if known is not None:
        say(toml_text(known.plain(settings)))
    for inner in below:
        say(f"{inner.name} = {toml_text(inner.plain(settings))}")
    return DONE


def _set(store: SettingsToml, key: str, text: str) -> int:
    if row(key) is None:
        complain(unknown(key).said)
        return USAGE
    typed = typed_toml(text)
    value = parse_value(key, text) if typed is None else typed
    if isinstance(value, Problem):
        complain(value.said)
        return INVALID_FILE
    try:
        store.change(((key, value),))
    except SettingsRefusedError as refused:
        for problem in refused.problems:
            complain(_line(Said(store.path, problem)) if problem.line else problem.said)
        return REFUSED if isinstance(refused, SettingsLockedError) else INVALID_FILE
    answer = ask("reload")
    if answer is not None and answer.code != DONE:
        complain(answer.text)
        return FAILED
    return DONE
