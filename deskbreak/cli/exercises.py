"""`deskbreak exercises`: the library in words and pictures, and a check for files of your own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from deskbreak.adapters.catalog import load_exercises
from deskbreak.cli.act import request
from deskbreak.cli.render import render
from deskbreak.cli.say import complain, say
from deskbreak.core.dose import reps_of
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.exit_code import DONE, INVALID_FILE, USAGE
from deskbreak.core.motion import lasting_s

_USE = """\
Use: deskbreak exercises list [--json]
     deskbreak exercises show ID [--json]
     deskbreak exercises on ID
     deskbreak exercises check FILE
     deskbreak exercises render ID --out FILE [--level LEVEL] [--at SECONDS] [--size PIXELS]
       [--direction DIRECTION] [--variant VARIANT] [--dark]"""
_SHOWN = frozenset({"keyframes", "camera", "trails", "full_trail", "highlight", "props", "show"})
"""What only the drawing needs; `show --json` leaves it out."""

_INDENT = "  "


def run(args: list[str]) -> int:
    """Run `deskbreak exercises` with the words after it and return its exit code."""
    as_json = "--json" in args[1:]
    match [word for word in args if word != "--json"] if as_json else args:
        case ["list"]:
            return _list(as_json=as_json)
        case ["show", name]:
            return _show(name, as_json=as_json)
        case ["on", name] if not as_json:
            return USAGE if _found(name) is None else request("turn_on", {"exercise": name})
        case ["check", file] if not as_json:
            return _check(Path(file))
        case ["render", name, *words] if not as_json:
            exercise = _found(name)
            return USAGE if exercise is None else render(exercise, words)
        case _:
            complain(_USE)
            return USAGE


def _found(name: str) -> Exercise | None:
    catalog = load_exercises()
    if name not in catalog:
        complain(f'There is no exercise "{name}". There are {", ".join(catalog)}.')
    return catalog.get(name)


def _seconds(exercise: Exercise, level: Level = Level.NORMAL) -> int:
    """Return how long the exercise takes at a level, from the first breath to the last."""
    return round(lasting_s(exercise, reps_of(exercise, level), 1.0))


def _summary(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "title": exercise.title,
        "group": exercise.group,
        "region": exercise.region,
        "place": exercise.place,
        "equipment": list(exercise.equipment),
        "kinds": list(exercise.kinds),
        "difficulty": exercise.difficulty,
        "seconds": _seconds(exercise),
        "goal": exercise.goal,
        "unit": exercise.dose.unit,
        "repetitions": {level.value: reps_of(exercise, level) for level in Level},
        "directions": list(exercise.directions),
        "variants": [name for name, _ in exercise.variants],
    }


def _list(*, as_json: bool) -> int:
    catalog = load_exercises()
    if as_json:
        rows = [_summary(each) for each in catalog.values()]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    width = max(map(len, catalog), default=0)
    titles = max((len(each.title) for each in catalog.values()), default=0)
    for group, members in groupby(catalog.values(), key=lambda each: each.group):
        say(group.replace("_", "-").capitalize())
        for each in members:
            time = f"{_seconds(each)} s"
            where = ", ".join((each.place, *each.equipment))
            say(f"{_INDENT}{each.id:<{width}}  {time:>5}  {each.title:<{titles}}  {where}")
    return DONE


def _show(name: str, *, as_json: bool) -> int:
    exercise = _found(name)
    if exercise is None:
        return USAGE
    if as_json:
        facts = {key: value for key, value in asdict(exercise).items() if key not in _SHOWN}
        facts["variants"] = [variant for variant, _ in exercise.variants]
        facts["seconds"] = _seconds(exercise)
        say(json.dumps(facts, ensure_ascii=False, indent=1))
        return DONE
    say("\n".join(_lines(exercise)))
    return DONE


def _lines(exercise: Exercise) -> list[str]:
    lines = [exercise.title, exercise.goal, "", *_way(exercise.setup, exercise.steps), ""]
    lines += [f"{label}: {text}" for label, text in _facts(exercise).items() if text]
    lines += ["", "Common mistakes:", *(f"{_INDENT}- {each}" for each in exercise.mistakes)]
    for name, (setup, *steps) in exercise.variant_steps:
        title = name.replace("_", "-").capitalize()
        lines += ["", f"{title} form:", *(_INDENT + line for line in _way(setup, steps))]
    return lines


def _way(setup: str, steps: Sequence[str]) -> list[str]:
    return [f"Set-up: {setup}", *(f"{_INDENT}{n}. {step}" for n, step in enumerate(steps, 1))]


def _facts(exercise: Exercise) -> Mapping[str, str]:
    dose = exercise.dose
    label = dose.unit.capitalize()
    if dose.in_seconds:
        label = "Time per side" if dose.unit.endswith("per side") else "Time"
    return {
        "Breathing": exercise.breathing,
        label: ", ".join(_amount(exercise, level) for level in Level),
        "Easier": exercise.easier,
        "Harder": exercise.harder,
        "Take care": exercise.safety,
        "Ask a doctor first with": _listed(exercise.caution),
        "Place": exercise.place,
        "Needs": _listed(exercise.equipment),
        "Muscles": ", ".join(exercise.muscles),
        "Source": exercise.source,
    }


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(each.replace("_", " ") for each in ids)


def _amount(exercise: Exercise, level: Level) -> str:
    """Say a level's dose, for example "normal 4 (62 s)" or "normal 20 s (73 s in all)"."""
    amount, whole = reps_of(exercise, level), _seconds(exercise, level)
    if not amount:
        return f"{level.value} not offered"
    if exercise.dose.in_seconds:
        return f"{level.value} {amount} s ({whole} s in all)"
    return f"{level.value} {amount} ({whole} s)"


def _check(file: Path) -> int:
    """Say what is wrong with an exercise, a routine or a shared file."""
    from deskbreak.adapters.own_check import check_file  # noqa: PLC0415 - may draw a picture

    title, problems = check_file(file)
    for problem in problems:
        say(problem)
    if problems:
        return INVALID_FILE
    say(f"{file} is fine: {title}.")
    return DONE
