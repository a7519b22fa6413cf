"""Turns an exercise as written into the core's values: poses resolved, cameras placed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import msgspec

from deskbreak.adapters.exercise_form import ExerciseForm, Keyframe, PhaseForm, PropForm
from deskbreak.core import exercise as core
from deskbreak.core.figure.contacts import CONTACTS
from deskbreak.core.pose import At, Hand, Pose, mirrored

VIEWS: dict[str, tuple[float, float]] = {
    "front": (0.0, 6.0),
    "front_high": (0.0, 24.0),
    "side": (90.0, 0.0),
    "three_quarter": (38.0, 10.0),
    "side_high": (90.0, 18.0),
    "floor_high": (62.0, 32.0),
}
"""Camera yaw and pitch of each named view, in degrees."""

FARTHEST = 200
_REFERENCES = frozenset({"base", "mirror_of", "like"})


class FormError(ValueError):
    """A value that the types cannot refuse; `key` names it."""

    def __init__(self, key: str, said: str) -> None:
        super().__init__(said)
        self.key = key


def poses_of(keyframes: Mapping[str, Keyframe], bases: Mapping[str, Pose]) -> dict[str, Pose]:
    """Resolve bases, likenesses and mirrors.

    Raises:
        FormError: a reference leads nowhere or in a circle, or a hand touches nothing known.
    """
    return {name: _resolve(name, keyframes, bases, ()) for name in keyframes}


def _resolve(
    name: str,
    keyframes: Mapping[str, Keyframe],
    bases: Mapping[str, Pose],
    seen: tuple[str, ...],
) -> Pose:
    key = f"keyframe.{name}"
    if name not in keyframes:
        known = ", ".join(keyframes)
        raise FormError(f"keyframe.{seen[-1]}", f'names no keyframe "{name}"; there are {known}')
    if name in seen:
        raise FormError(f"keyframe.{seen[-1]}", f'must not lead in a circle, back to "{name}"')
    form = keyframes[name]
    if sum(map(bool, (form.base, form.mirror_of, form.like))) > 1:
        raise FormError(key, "takes only one of base, mirror_of and like")
    pose = Pose()
    if form.base:
        if form.base not in bases:
            raise FormError(key, f'has no base "{form.base}"; there are {", ".join(bases)}')
        pose = bases[form.base]
    if form.mirror_of:
        pose = mirrored(_resolve(form.mirror_of, keyframes, bases, (*seen, name)))
    if form.like:
        pose = _resolve(form.like, keyframes, bases, (*seen, name))
    return overlaid(pose, form, key)


def overlaid(pose: Pose, form: Keyframe, key: str) -> Pose:
    """Return the pose with the form's own values laid over it.

    Raises:
        FormError: a hand touches nothing known.
    """
    values = {
        name: value
        for name in form.__struct_fields__
        if name not in _REFERENCES and (value := getattr(form, name)) is not None
    }
    for hand in ("hand_l", "hand_r"):
        if hand in values:
            values[hand] = hand_of(str(values[hand]), f"{key}.{hand}")
    for pin in ("pin_l", "pin_r"):
        if pin in values:
            values[pin] = _pin(values[pin], f"{key}.{pin}")
    return replace(pose, **values)


def hand_of(text: str, key: str) -> Hand:
    """Return what a hand touches: a contact by name, or "at:x,y,z/x,y,z" for a place.

    Raises:
        FormError: it is neither; `key` names the place in the file.
    """
    if text in CONTACTS:
        return text
    numbers = re.split("[,/]", text.removeprefix("at:"))
    try:
        x, y, z, tip_x, tip_y, tip_z = (float(number) for number in numbers)
    except ValueError:
        known = ", ".join(f'"{contact}"' for contact in CONTACTS)
        said = f'must be one of {known}, or a place such as "at:-10,2,12/-10,2,19"'
        raise FormError(key, said) from None
    if not all(abs(number) <= FARTHEST for number in (x, y, z, tip_x, tip_y, tip_z)):
        raise FormError(key, f"must lie within {FARTHEST} percent of body height")
    return At((x, y, z), (tip_x, tip_y, tip_z))


def _pin(value: list[float], key: str) -> tuple[float, float] | None:
    if len(value) not in {0, 2}:
        raise FormError(key, "needs two numbers, forward and up, or none for a free leg")
    return (value[0], value[1]) if value else None


def exercise_of(form: ExerciseForm, bases: Mapping[str, Pose]) -> core.Exercise:
    """Return the core value of a file.

    Raises:
        FormError: something that the types cannot refuse.
    """
    if form.view not in VIEWS:
        raise FormError("view", f"must be one of {', '.join(VIEWS)}")
    yaw, pitch = VIEWS[form.view]
    camera = core.Camera(
        yaw if form.cam_yaw is None else form.cam_yaw,
        pitch if form.cam_pitch is None else form.cam_pitch,
        form.center,
        form.scale,
    )
    return core.Exercise(
        id=form.id, title=form.title, group=form.group, region=form.region, goal=form.goal,
        muscles=form.muscles, setup=form.setup, steps=form.steps, breathing=form.breathing,
        easier=form.easier, harder=form.harder, safety=form.safety, mistakes=form.mistakes,
        caution=form.caution, source=form.source, camera=camera,
        dose=core.Dose(**msgspec.structs.asdict(form.reps)),
        ranges=core.RangeFactor(**msgspec.structs.asdict(form.range)),
        range_from=form.range_from or form.cycle[0].start,
        lead_in=tuple(_phase(phase, sided=False) for phase in form.lead_in),
        cycle=tuple(_phase(phase, sided=True) for phase in form.cycle),
        lead_out=tuple(_phase(phase, sided=False) for phase in form.lead_out),
        keyframes=tuple(poses_of(form.keyframe, bases).items()),
        variants=tuple((name, tuple(swaps.items())) for name, swaps in form.variants.items()),
        directions=form.directions, reverse_cues=form.reverse_cues, trails=form.trails,
        full_trail=form.full_trail, highlight=form.highlight, show=form.show, once=form.once,
        props=tuple(_prop(prop) for prop in form.props),
        place=form.place, equipment=form.equipment, kinds=form.kinds, difficulty=form.difficulty,
        variant_steps=tuple(form.variant_steps.items()), picture=form.picture,
    )  # fmt: skip


def _prop(form: PropForm) -> core.Prop:
    values = msgspec.structs.asdict(form)
    return core.Prop(values.pop("type"), **values)


def _phase(form: PhaseForm, *, sided: bool) -> core.Phase:
    ends = {end.partition("_")[0] for end in (form.start, form.to)}
    named = [side for side in (core.Side.LEFT, core.Side.RIGHT) if side.value in ends]
    side = named[0] if sided and len(named) == 1 else None
    return core.Phase(
        form.start, form.to, form.s, form.breath, form.cue, form.ease, side, form.hold
    )
