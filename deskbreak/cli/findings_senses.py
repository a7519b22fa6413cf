"""What `deskbreak doctor` says of the senses: which is in use, and why the others are not."""

from __future__ import annotations

import os
from contextlib import closing

from deskbreak.cli.findings import Finding, Found, State
from deskbreak.core.senses import NotUsed, SenseReport
from deskbreak.core.wording.why import sense_sentence
from deskbreak.core.words import English

_LIMIT_MS = 5000
_LENGTHS_S = (20, 600)


def senses() -> Found:
    """Say what is noticed by itself, and what is not and why."""
    for report in _reports():
        state = State.OK if report.works else State.NOTE
        yield Finding("senses", state, sentence(report))


def sentence(report: SenseReport) -> str:
    """Say how one sense fares."""
    said = sense_sentence(report, English())
    return " ".join((said, _not_used(report.others))) if report.others else said


def _not_used(others: tuple[NotUsed, ...]) -> str:
    return "Not used: " + "; ".join(f"{one.member} ({one.why})" for one in others) + "."


def _reports() -> tuple[SenseReport, ...]:
    """Begin with every sense as the program does, wait until each has found its way, and ask."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only when asked

    from deskbreak.adapters.paths import find_paths, site_config_file  # noqa: PLC0415 - likewise
    from deskbreak.adapters.senses import Senses  # noqa: PLC0415 - likewise
    from deskbreak.adapters.settings_toml import SettingsToml  # noqa: PLC0415 - likewise

    platform = "xcb" if os.environ.get("DISPLAY") else QGuiApplication.platformName()
    settings, _ = SettingsToml(find_paths().config_file, site=site_config_file()).load()
    with closing(Senses(lambda: None, lambda: None, _LENGTHS_S, platform)) as made:
        made.attention.choose_calendar(settings.office.calendar)
        made.settle(_LIMIT_MS)
        return made.reports()
