"""The form of an exercise file: which keys it has, and which values they take."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import msgspec

from deskbreak.core import exercise as core

Number = Annotated[float, msgspec.Meta(ge=-400, le=400)]
Pair = tuple[Number, Number]
Triple = tuple[Number, Number, Number]
Quad = tuple[Number, Number, Number, Number]
Pin = Annotated[list[Number], msgspec.Meta(max_length=2)]
Factor = Annotated[float, msgspec.Meta(gt=0, le=1)]
Count = Annotated[int, msgspec.Meta(ge=0, le=300)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
PictureName = Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9][a-z0-9_-]{0,59}\.(png|svg))?$")]

MOST_KEYFRAMES = 64
"""Of keyframes, and of phases in a cycle; chains of likenesses stay short by it."""

_SCALE = 2.75

Joint = Literal[
    "head", "skull", "c7", "t12", "l5", "hip_c", "sole_l", "sole_r",
    "shoulder_l", "elbow_l", "wrist_l", "hand_l", "hip_l", "knee_l", "ankle_l", "heel_l", "toe_l",
    "shoulder_r", "elbow_r", "wrist_r", "hand_r", "hip_r", "knee_r", "ankle_r", "heel_r", "toe_r",
]  # fmt: skip
JOINTS: tuple[str, ...] = get_args(Joint)
"""The joints whose path a picture can show."""


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
    el_l: Number | None = None
    el_r: Number | None = None
    wr_l: Number | None = None
    wr_r: Number | None = None
    hand_l: str | None = None
    hand_r: str | None = None
    leg_l: Quad | None = None
    leg_r: Quad | None = None
    pin_l: Pin | None = None
    pin_r: Pin | None = None
    roll: Number | None = None
    leg_rot: Number | None = None


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
    start: Count
    step: Annotated[float, msgspec.Meta(ge=0, le=15)]
    cap: Count
    beginner: Count
    normal: Count
    advanced: Count


class RangeForm(msgspec.Struct, forbid_unknown_fields=True):
    """The range factors as written."""

    beginner: Factor = 1.0
    normal: Factor = 1.0
    advanced: Factor = 1.0


class PropForm(msgspec.Struct, forbid_unknown_fields=True):
    """A thing in the picture as written."""

    type: Literal["floor", "chair", "mat", "ball", "box", "wall"]
    front: Number = 14.0
    z: Number = 0.0
    y: Number = 0.0
    r: Annotated[float, msgspec.Meta(gt=0, le=60)] = 15.0
    y0: Number = 0.0
    y1: Number = 0.0
    z0: Number = -30.0
    z1: Number = 44.0
    w: Annotated[float, msgspec.Meta(gt=0, le=200)] = 14.0


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
    keyframe: Annotated[dict[str, Keyframe], msgspec.Meta(min_length=1, max_length=MOST_KEYFRAMES)]
    cycle: Annotated[tuple[PhaseForm, ...], msgspec.Meta(min_length=1, max_length=MOST_KEYFRAMES)]
    lead_in: tuple[PhaseForm, ...] = ()
    lead_out: tuple[PhaseForm, ...] = ()
    range_from: str = ""
    variants: dict[str, dict[str, str]] = {}
    directions: tuple[core.Side, ...] = ()
    reverse_cues: tuple[str, ...] = ()
    cam_yaw: Number | None = None
    cam_pitch: Number | None = None
    center: Pair = (0.0, 42.0)
    scale: Annotated[float, msgspec.Meta(ge=0.5, le=20)] = _SCALE
    trails: tuple[Joint, ...] = ()
    full_trail: bool = False
    highlight: tuple[Literal["back_line", "side_line"], ...] = ()
    props: tuple[PropForm, ...] = ()
    show: tuple[str, ...] = ()
    once: bool = False
    place: Literal["chair", "standing", "floor"] = "chair"
    equipment: tuple[Name, ...] = ()
    kinds: Annotated[
        tuple[Literal["mobilise", "strengthen", "relax"], ...], msgspec.Meta(min_length=1)
    ] = ("mobilise",)
    difficulty: Annotated[int, msgspec.Meta(ge=1, le=3)] = 1
    variant_steps: dict[str, tuple[str, ...]] = {}
    picture: PictureName = ""
