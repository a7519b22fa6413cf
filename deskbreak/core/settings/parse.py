"""From the plain values of one or more files to `Settings`, never raising."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.settings import keys
from deskbreak.core.settings.crosscheck import Given, settle
from deskbreak.core.settings.keys import Key
from deskbreak.core.settings.kinds import T
from deskbreak.core.settings.plain import NotRightError, Tree, lookup
from deskbreak.core.settings.table import ROWS, row, unknown
from deskbreak.core.settings.values import (
    Display,
    HoldBack,
    Offer,
    Office,
    Person,
    Problem,
    Record,
    RoutineChoice,
    Safety,
    Schedule,
    Settings,
    Shortcuts,
)

DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Found:
    """A problem and the layer (0 is the highest) that it was found in."""

    layer: int
    problem: Problem


def parse(tree: Tree) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings of one file and every problem found in it."""
    settings, found = parse_layers((tree,))
    return settings, tuple(one.problem for one in found)


def parse_layers(
    layers: tuple[Tree, ...], *, first_holds: bool = False
) -> tuple[Settings, tuple[Found, ...]]:
    """Return the settings of several files, the first of which wins, and their problems.

    A bad value counts as if it were not there: the next layer below speaks, at last the default.
    With `first_holds` the first layer is a site's, which also wins where two values do not fit.
    """
    reading = _Reading(layers)
    settings = reading.settings()
    held = frozenset(key for key, layer in reading.given.items() if first_holds and layer == 0)
    settings, clashes = settle(settings, Given(frozenset(reading.given), held))
    found = [*reading.found, *(_placed(clash, reading.given) for clash in clashes)]
    for depth, layer in enumerate(layers):
        found.extend(Found(depth, problem) for problem in _strangers(layer))
    return settings, tuple(found)


class _Reading:
    """Takes each key out of the highest layer that has it right."""

    def __init__(self, layers: tuple[Tree, ...]) -> None:
        self._layers = layers
        self.found: list[Found] = []
        self.given: dict[str, int] = {}

    def take(self, key: Key[T]) -> T:
        """Return the value of a key; wrong ones are remembered and passed over."""
        for depth, layer in enumerate(self._layers):
            value = lookup(layer, key.name)
            if value is None:
                continue
            try:
                taken = key.kind.read(value)
            except NotRightError as wrong:
                self.found.append(Found(depth, key.refusal(value, wrong)))
                continue
            self.given[key.name] = depth
            return taken
        return key.get(DEFAULTS)

    def settings(self) -> Settings:
        """Return every setting."""
        return Settings(
            office=self._office(),
            schedule=self._schedule(),
            offer=Offer(
                snooze_min=self.take(keys.SNOOZE),
                snooze_choices_min=self.take(keys.CHOICES),
                max_snoozes=self.take(keys.MAX_SNOOZES),
                repeat_after_min=self.take(keys.REPEAT),
                repeats=self.take(keys.REPEATS),
            ),
            hold_back=HoldBack(
                meeting=self.take(keys.MEETING),
                fullscreen=self.take(keys.FULLSCREEN),
                do_not_disturb=self.take(keys.DND),
                ignore_apps=self.take(keys.IGNORE_APPS),
                max_min=self.take(keys.HOLD_MAX),
            ),
            routine=self._routine(),
            display=Display(
                theme=self.take(keys.THEME),
                language=self.take(keys.LANGUAGE),
                reduced_motion=self.take(keys.MOTION),
                sound=self.take(keys.SOUND),
                discreet=self.take(keys.DISCREET),
                skin=self.take(keys.SKIN),
                clothes=self.take(keys.CLOTHES),
                seat=self.take(keys.SEAT),
                ready_card=self.take(keys.READY_CARD),
            ),
            safety=Safety(
                acknowledged=self.take(keys.ACKNOWLEDGED),
                cleared=self.take(keys.CLEARED),
                text_version=self.take(keys.TEXT_VERSION),
                doctor_agreed=self.take(keys.DOCTOR_AGREED),
            ),
            person=Person(
                hours_at_computer=self.take(keys.AT_COMPUTER),
                started_on=self.take(keys.STARTED_ON),
            ),
            shortcuts=Shortcuts(everywhere=self.take(keys.EVERYWHERE)),
            record=Record(keep_years=self.take(keys.KEEP_YEARS), backups=self.take(keys.BACKUPS)),
        )

    def _office(self) -> Office:
        by_day = ((day, self.take(key)) for day, key in enumerate(keys.BY_DAY))
        return Office(
            days=self.take(keys.DAYS),
            hours=self.take(keys.HOURS),
            lunch=self.take(keys.LUNCH),
            days_off=self.take(keys.DAYS_OFF),
            calendar=self.take(keys.CALENDAR),
            day_starts=self.take(keys.DAY_STARTS),
            by_day=tuple((day, spans) for day, spans in by_day if spans is not None),
        )

    def _schedule(self) -> Schedule:
        times = self.take(keys.TIMES)
        return Schedule(
            mode=self.take(keys.MODE),
            earliest_min=self.take(keys.EARLIEST),
            latest_min=self.take(keys.LATEST),
            lull_s=self.take(keys.LULL),
            away_min=self.take(keys.AWAY),
            fresh_after_min=self.take(keys.FRESH),
            times=tuple(sorted(set(times))),
            quiet_before_end_min=self.take(keys.QUIET_END),
            posture_nudge_min=self.take(keys.NUDGE),
        )

    def _routine(self) -> RoutineChoice:
        return RoutineChoice(
            default=self.take(keys.ROUTINE),
            level=self.take(keys.LEVEL),
            neck_free=self.take(keys.NECK_FREE),
            after_meal=self.take(keys.AFTER_MEAL),
            meal_window_min=self.take(keys.MEAL),
            snack_window_min=self.take(keys.SNACK),
            pace=self.take(keys.PACE),
            off=self.take(keys.OFF),
            equipment=self.take(keys.EQUIPMENT),
        )


def _placed(clash: Problem, given: dict[str, int]) -> Found:
    return Found(given.get(clash.key, 0), clash)


def _strangers(tree: Tree, prefix: str = "") -> list[Problem]:
    """Return a warning for each key that nobody knows, and an error for each lost section."""
    found: list[Problem] = []
    for name, value in tree.items():
        key = f"{prefix}{name}"
        if row(key) is not None:
            continue
        if not any(known.name.startswith(f"{key}.") for known in ROWS):
            found.append(unknown(key))
        elif isinstance(value, dict):
            found.extend(_strangers(value, f"{key}."))
        else:
            found.append(_no_section(key))
    return found


def _no_section(key: str) -> Problem:
    return Problem(key, f"{key} should be a section, written as [{key}] on a line of its own.")
