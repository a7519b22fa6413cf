"""An exercise or a routine as the text of a file, every base pose resolved.

What is written and read again is the same exercise: a file that was shared needs no other file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deskbreak.core.authoring.poses import number, numbers, pose_form
from deskbreak.core.exercise import Ease, Exercise, Phase, Prop
from deskbreak.core.routine import Recipe
from deskbreak.core.settings.plain import Plain, toml_text

_USUAL_PROP = Prop("floor")


def exercise_text(exercise: Exercise) -> str:
    """Return the file of an exercise."""
    return "".join(f"{line}\n" for line in _lines(exercise))


def recipe_text(recipe: Recipe) -> str:
    """Return the file of a routine."""
    form: dict[str, Plain] = {
        "id": recipe.id,
        "title": recipe.title,
        "kind": recipe.kind.value,
        "order": list(recipe.order),
    }
    if recipe.choose:
        form["choose"] = recipe.choose
    return "".join(f"{key} = {toml_text(value)}\n" for key, value in form.items())


def _lines(exercise: Exercise) -> Iterator[str]:
    for key, value in _plain(exercise).items():
        yield f"{key} = {toml_text(value)}"
    for part, phases in (
        ("lead_in", exercise.lead_in),
        ("cycle", exercise.cycle),
        ("lead_out", exercise.lead_out),
    ):
        yield from _many(part, [_phase(phase) for phase in phases])
    yield from _many("props", [_prop(prop) for prop in exercise.props])
    for name, swaps in exercise.variants:
        yield f"variants.{_key(name)} = {toml_text(dict(swaps))}"
    for name, steps in exercise.variant_steps:
        yield f"variant_steps.{_key(name)} = {toml_text(list(steps))}"
    for name, pose in exercise.keyframes:
        yield f"keyframe.{_key(name)} = {toml_text(pose_form(pose))}"


def _plain(exercise: Exercise) -> Mapping[str, Plain]:
    """Return every key whose value fits one line."""
    return {
        "id": exercise.id,
        "title": exercise.title,
        "group": exercise.group,
        "region": exercise.region,
        "source": exercise.source,
        "place": exercise.place,
        "equipment": list(exercise.equipment),
        "kinds": list(exercise.kinds),
        "difficulty": exercise.difficulty,
        "goal": exercise.goal,
        "muscles": list(exercise.muscles),
        "setup": exercise.setup,
        "steps": list(exercise.steps),
        "breathing": exercise.breathing,
        "easier": exercise.easier,
        "harder": exercise.harder,
        "safety": exercise.safety,
        "mistakes": list(exercise.mistakes),
        "caution": list(exercise.caution),
        "reps": _dose(exercise),
        "range": {
            "beginner": number(exercise.ranges.beginner),
            "normal": number(exercise.ranges.normal),
            "advanced": number(exercise.ranges.advanced),
        },
        **_seen(exercise),
    }


def _dose(exercise: Exercise) -> Plain:
    dose = exercise.dose
    return {
        "unit": dose.unit,
        "start": dose.start,
        "step": number(dose.step),
        "cap": dose.cap,
        "beginner": dose.beginner,
        "normal": dose.normal,
        "advanced": dose.advanced,
    }


def _seen(exercise: Exercise) -> Mapping[str, Plain]:
    """Return how the exercise is shown; what is empty may be left out."""
    camera = exercise.camera
    optional: dict[str, Plain] = {
        "directions": [side.value for side in exercise.directions],
        "reverse_cues": list(exercise.reverse_cues),
        "trails": list(exercise.trails),
        "full_trail": exercise.full_trail,
        "highlight": list(exercise.highlight),
        "show": list(exercise.show),
        "once": exercise.once,
        "picture": exercise.picture,
    }
    return {
        "view": "front",
        "cam_yaw": number(camera.yaw),
        "cam_pitch": number(camera.pitch),
        "center": numbers(camera.centre),
        "scale": number(camera.scale),
        "range_from": exercise.range_from,
        **{key: value for key, value in optional.items() if value},
    }


def _phase(phase: Phase) -> Plain:
    form: dict[str, Plain] = {
        "from": phase.start,
        "to": phase.to,
        "s": number(phase.seconds),
        "breath": phase.breath.value,
    }
    if phase.ease is not Ease.SMOOTH:
        form["ease"] = phase.ease.value
    if phase.cue:
        form["cue"] = phase.cue
    if phase.hold:
        form["hold"] = True
    return form


def _prop(prop: Prop) -> Plain:
    sizes, usual = _sizes(prop), _sizes(_USUAL_PROP)
    return {"type": prop.kind, **{key: sizes[key] for key in sizes if sizes[key] != usual[key]}}


def _sizes(prop: Prop) -> dict[str, Plain]:
    return {
        "front": number(prop.front),
        "z": number(prop.z),
        "y": number(prop.y),
        "r": number(prop.r),
        "y0": number(prop.y0),
        "y1": number(prop.y1),
        "z0": number(prop.z0),
        "z1": number(prop.z1),
        "w": number(prop.w),
    }


def _key(name: str) -> str:
    return name if name.isascii() and name.isidentifier() else toml_text(name)


def _many(key: str, forms: Sequence[Plain]) -> Iterator[str]:
    yield f"{key} = ["
    for form in forms:
        yield f"  {toml_text(form)},"
    yield "]"
