"""The form of an exercise file: msgspec types, and how they become core values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

import msgspec

from deskbreak.core import exercise as core
from deskbreak.core.pose import Pose, mirrored

Pair = tuple[float, float]
Triple = tuple[float, float, float]
Quad = tuple[float, float, float, float]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]

VIEWS: dict[str, Pair] = {
    "front": (0.0, 6.0),
    "front_high": (0.0, 24.0),
    "side": (90.0, 0.0),
    "three_quarter": (38.0, 10.0),
}
"""Camera yaw and pitch of each named view, in degrees."""

CONTACTS = ("", "shoulder", "occiput", "chest", "knee", "thigh")
_SCALE = 2.75


class FormError(ValueError):
    """A value that the types cannot refuse; `key` names it."""

    def __init__(self, key: str, said: str) -> None:
        super().__init__(said)
        self.key = key


class Keyframe(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A pose as written: a base or another keyframe, and what differs from it."""

    base: str = ""
    mirror_of: str = ""
    like: str = ""
    root: Pair | None = None
    pelvis: Triple | None = None
    lumbar: Triple | None = None
    thorax: Triple | None = None
    neck: Triple | None = None
    head: Triple | None = None
    scap_l: Pair | None = None
    scap_r: Pair | None = None
    sh_l: Triple | None = None
    sh_r: Triple | None = None
    el_l: float | None = None
    el_r: float | None = None
    wr_l: float | None = None
    wr_r: float | None = None
    hand_l: str | None = None
    hand_r: str | None = None
    leg_l: Quad | None = None
    leg_r: Quad | None = None


_REFERENCES = frozenset({"base", "mirror_of", "like"})


class PhaseForm(msgspec.Struct, forbid_unknown_fields=True, rename={"start": "from"}):
    """One movement as written."""

    start: str
    to: str
    s: Annotated[float, msgspec.Meta(gt=0, le=60)]
    breath: core.Breath
    ease: core.Ease = core.Ease.SMOOTH
    cue: str = ""
    hold: bool = False


class DoseForm(msgspec.Struct, forbid_unknown_fields=True):
    """The doses as written."""

    unit: str
    start: int
    step: float
    cap: int
    beginner: int
    normal: int
    advanced: int


class RangeForm(msgspec.Struct, forbid_unknown_fields=True):
    """The range factors as written."""

    beginner: float = 1.0
    normal: float = 1.0
    advanced: float = 1.0


class PropForm(msgspec.Struct, forbid_unknown_fields=True):
    """A thing in the picture as written."""

    type: str
    front: float = 14.0


class ExerciseForm(msgspec.Struct, forbid_unknown_fields=True):
    """A whole exercise file."""

    id: Name
    title: str
    group: Name
    region: Name
    source: str
    goal: str
    muscles: tuple[str, ...]
    setup: str
    steps: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=9)]
    breathing: str
    easier: str
    harder: str
    safety: str
    mistakes: tuple[str, ...]
    caution: tuple[str, ...]
    reps: DoseForm
    range: RangeForm
    view: str
    keyframe: dict[str, Keyframe]
    cycle: tuple[PhaseForm, ...]
    lead_in: tuple[PhaseForm, ...] = ()
    lead_out: tuple[PhaseForm, ...] = ()
    range_from: str = ""
    variants: dict[str, dict[str, str]] = {}
    directions: tuple[core.Side, ...] = ()
    reverse_cues: tuple[str, ...] = ()
    cam_yaw: float | None = None
    cam_pitch: float | None = None
    center: Pair = (0.0, 42.0)
    scale: float = _SCALE
    trails: tuple[str, ...] = ()
    full_trail: bool = False
    highlight: tuple[str, ...] = ()
    props: tuple[PropForm, ...] = ()
    show: tuple[str, ...] = ()
    once: bool = False


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
    if name in seen or name not in keyframes:
        raise FormError(f"keyframe.{seen[-1]}", f'must not lead to "{name}"')
    form = keyframes[name]
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
    first = form.cycle[0].start if form.cycle else ""
    return core.Exercise(
        id=form.id, title=form.title, group=form.group, region=form.region, goal=form.goal,
        muscles=form.muscles, setup=form.setup, steps=form.steps, breathing=form.breathing,
        easier=form.easier, harder=form.harder, safety=form.safety, mistakes=form.mistakes,
        caution=form.caution, source=form.source, camera=camera,
        dose=core.Dose(**msgspec.structs.asdict(form.reps)),
        ranges=core.RangeFactor(**msgspec.structs.asdict(form.range)),
        range_from=form.range_from or first,
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
