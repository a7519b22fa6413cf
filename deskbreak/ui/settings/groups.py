"""The groups of the settings form: a heading, its fields, and a sentence about them."""

from __future__ import annotations

from deskbreak.core.words import Words
from deskbreak.ui.settings.coach_fields import (
    day_fields,
    figure_fields,
    guide_fields,
    meal_fields,
    movement_fields,
    pace_fields,
)
from deskbreak.ui.settings.fields import (
    Field,
    choice_field,
    number_field,
    office_fields,
    switch_field,
)

_LONGEST_MIN = 720

Group = tuple[str, tuple[Field, ...], str]
"""A heading, its fields, and a sentence about them."""


def groups_of(tr: Words, routine: Field) -> tuple[Group, ...]:
    """Return all groups; `routine` is the choice of the breaks' routine."""
    about = tr("A break is offered at a quiet moment between these two times of sitting.")
    coach = (*day_fields(tr), routine, *movement_fields(tr), *pace_fields(tr))
    return (
        (tr("Office"), office_fields(tr), ""),
        (tr("Breaks"), _breaks(tr), about),
        (tr("You and your exercises"), coach, ""),
        (tr("Meals"), meal_fields(tr), ""),
        (tr("During a break"), guide_fields(tr), ""),
        (tr("Look"), _looks(tr), ""),
        (tr("Your record"), _record(tr), ""),
        (tr("Keys"), _keys(tr), tr("Start, snooze, pause and Today; your desktop says which.")),
    )


def _breaks(tr: Words) -> tuple[Field, ...]:
    minutes = tr("min")
    return (
        number_field(
            "schedule.earliest_min", tr("At the earliest after"), (30, _LONGEST_MIN), (minutes, "")
        ),
        number_field(
            "schedule.latest_min", tr("At the latest after"), (30, _LONGEST_MIN), (minutes, "")
        ),
        number_field("offer.snooze_min", tr("Snooze for"), (1, 240), (minutes, "")),
        number_field("offer.max_snoozes", tr("Snoozes per break"), (0, 20), ("", tr("no limit"))),
    )


def _keys(tr: Words) -> tuple[Field, ...]:
    return (switch_field("shortcuts.everywhere", tr("Keys that work in every program")),)


def _record(tr: Words) -> tuple[Field, ...]:
    years = (tr("years"), tr("for ever"))
    return (
        number_field("record.keep_years", tr("Keep entries"), (0, 100), years),
        switch_field("record.backups", tr("Back it up every day")),
    )


def _looks(tr: Words) -> tuple[Field, ...]:
    themes = (("system", tr("As the desktop")), ("light", tr("Light")), ("dark", tr("Dark")))
    return (choice_field("display.theme", tr("Colours"), themes), *figure_fields(tr))
