"""Decides what a change of settings leads to, before a byte is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from deskbreak.adapters.settings_edit import edited
from deskbreak.adapters.settings_read import Document, parse_document
from deskbreak.core.settings.layers import merge
from deskbreak.core.settings.plain import NotRightError, Plain, Tree, lookup, toml_text
from deskbreak.core.settings.table import row, unknown
from deskbreak.core.settings.values import Problem, Settings
from deskbreak.ports import SettingsRefusedError

_HEAD = "# The settings of deskbreak. `deskbreak config check` says what is wrong with them.\n\n"


class SettingsLockedError(SettingsRefusedError):
    """A key is held fast by the site."""


def checked(changes: Iterable[tuple[str, object]]) -> dict[str, Plain]:
    """Return new values as the file writes them.

    Raises:
        SettingsRefusedError: a key is unknown or a value is wrong.
    """
    wanted: dict[str, Plain] = {}
    problems: list[Problem] = []
    for key, value in changes:
        known = row(key)
        if known is None:
            problems.append(replace(unknown(key), fatal=True))
            continue
        plain = _plain(value)
        try:
            wanted[key] = known.normal(plain)
        except NotRightError:
            problems.append(known.problem(plain) or Problem(key, f"{key} is not right."))
    if problems:
        raise SettingsRefusedError(tuple(problems))
    return wanted


def outcome(site: Tree, user: Document, wanted: dict[str, Plain]) -> tuple[Settings, str]:
    """Return the settings after a change and the new text of the person's file.

    Raises:
        SettingsRefusedError: the new values do not fit the others, a key is locked
            (SettingsLockedError), or the file has a form that cannot be changed by itself.
    """
    before = merge(site, user.tree)
    if held := [key for key in wanted if key in before.locked]:
        raise SettingsLockedError(
            tuple(Problem(key, f"{key} is set by your site and cannot be changed.") for key in held)
        )
    news = {key: value for key, value in wanted.items() if _differs(user.tree, key, value)}
    changed = _rewritten(user, news)
    after = merge(site, changed.tree)
    worse = [one.problem for one in after.found if one not in before.found and one.problem.fatal]
    if worse:
        raise SettingsRefusedError(tuple(worse))
    return after.settings, changed.text


def _differs(tree: Tree, key: str, value: Plain) -> bool:
    there = lookup(tree, key)
    return there is None or toml_text(there) != toml_text(value)


def _rewritten(user: Document, news: dict[str, Plain]) -> Document:
    if not news:
        return user
    try:
        text = edited(user.text or _HEAD, news)
    except (ValueError, KeyError, TypeError) as error:
        raise _by_hand(user, str(error)) from error
    changed = parse_document(user.path, b"", text)
    expected = dict(user.tree)
    for key, value in news.items():
        expected = _with(expected, key.split("."), value)
    if changed.problem is not None or changed.tree != expected:
        raise _by_hand(user, "its tables are written in an unusual way")
    return changed


def _with(tree: Tree, parts: list[str], value: Plain) -> dict[str, Plain]:
    if len(parts) == 1:
        return {**tree, parts[0]: value}
    inner = tree.get(parts[0], {})
    section = inner if isinstance(inner, dict) else {}
    return {**tree, parts[0]: _with(section, parts[1:], value)}


def _by_hand(user: Document, why: str) -> SettingsRefusedError:
    said = f"{user.path} cannot be changed by the program ({why}); change it by hand."
    return SettingsRefusedError((Problem("", said),))


def _plain(value: object) -> Plain:
    match value:
        case str() | bool() | int() | float() | date() | time():
            return value
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {str(name): _plain(item) for name, item in value.items()}
        case None:
            return ""
        case _:
            return str(value)
