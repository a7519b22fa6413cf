"""Turns an exercise as written into the core's values: poses resolved, cameras placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from deskbreak.adapters.exercise_form import ExerciseForm, Keyframe, PhaseForm
from deskbreak.core import exercise as core
from deskbreak.core.pose import Pose, mirrored

VIEWS: dict[str, tuple[float, float]] = {
    "front": (0.0, 6.0),
    "front_high": (0.0, 24.0),
    "side": (90.0, 0.0),
    "three_quarter": (38.0, 10.0),
}
"""Camera yaw and pitch of each named view, in degrees."""

CONTACTS = ("", "shoulder", "occiput", "chest", "knee", "thigh")
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
        if values.get(hand, "") not in CONTACTS:
            known = ", ".join(f'"{contact}"' for contact in CONTACTS)
            raise FormError(f"{key}.{hand}", f"must be one of {known}")
    return replace(pose, **values)


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
        props=tuple(core.Prop(prop.type, prop.front) for prop in form.props),
    )  # fmt: skip


def _phase(form: PhaseForm, *, sided: bool) -> core.Phase:
    ends = {form.start, form.to}
    named = [side for side in (core.Side.LEFT, core.Side.RIGHT) if side.value in ends]
    side = named[0] if sided and len(named) == 1 else None
    return core.Phase(
        form.start, form.to, form.s, form.breath, form.cue, form.ease, side, form.hold
    )
