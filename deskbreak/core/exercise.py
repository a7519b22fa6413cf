"""An exercise as data: what to say, how to move, how often, and who should take care.

The instances come from `resources/exercises/*.toml` through `adapters/catalog_files.py`.
Angles are degrees, times seconds, lengths percent of body height.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from deskbreak.core.pose import Pose


class Breath(StrEnum):
    """What the breath does during a phase."""

    IN = "in"
    OUT = "out"
    FREE = "free"


class Ease(StrEnum):
    """How a phase gathers and loses speed."""

    SMOOTH = "smooth"
    LINEAR = "linear"
    IN = "in"
    OUT = "out"


class Side(StrEnum):
    """A side of the body or a direction of turning, as `status --json` names it."""

    LEFT = "left"
    RIGHT = "right"
    FORWARD = "forward"
    BACKWARD = "backward"


class Level(StrEnum):
    """How much is asked; "auto" is a setting, not a level."""

    BEGINNER = "beginner"
    NORMAL = "normal"
    ADVANCED = "advanced"


@dataclass(frozen=True, slots=True)
class Phase:
    """One movement from keyframe to keyframe.

    `side` is set where the data names one (a phase that leads to or from "left" or "right").
    """

    start: str
    to: str
    seconds: float
    breath: Breath
    cue: str = ""
    ease: Ease = Ease.SMOOTH
    side: Side | None = None
    hold: bool = False


@dataclass(frozen=True, slots=True)
class Dose:
    """Repetitions per side or direction: the start, the weekly step, the cap and each level's.

    A unit that begins with "seconds" counts seconds instead: of the whole movement, or of each
    held phase where the cycle has one.
    """

    unit: str
    start: int
    step: float
    cap: int
    beginner: int
    normal: int
    advanced: int

    @property
    def in_seconds(self) -> bool:
        """Whether seconds are counted instead of repetitions."""
        return self.unit.startswith("seconds")

    def at(self, level: Level) -> int:
        """Return the repetitions for a level; 0 means that it is not offered there."""
        return {
            Level.BEGINNER: self.beginner,
            Level.NORMAL: self.normal,
            Level.ADVANCED: self.advanced,
        }[level]


@dataclass(frozen=True, slots=True)
class RangeFactor:
    """How far the drawn movement goes at each level, 0 to 1 of the keyframes."""

    beginner: float = 1.0
    normal: float = 1.0
    advanced: float = 1.0

    def at(self, level: Level) -> float:
        """Return the factor for a level."""
        return {
            Level.BEGINNER: self.beginner,
            Level.NORMAL: self.normal,
            Level.ADVANCED: self.advanced,
        }[level]


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture, in percent of body height.

    `kind` is floor, chair, mat, ball, box or wall. A chair's seat ends at `front`; a ball has
    its centre at (`z`, `y`) and the radius `r`; box and mat reach from `z0` to `z1`, `y0` to
    `y1`, and `w` to either side; a wall stands at `z`.
    """

    kind: str
    front: float = 14.0
    z: float = 0.0
    y: float = 0.0
    r: float = 15.0
    y0: float = 0.0
    y1: float = 0.0
    z0: float = -30.0
    z1: float = 44.0
    w: float = 14.0


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the picture is taken from: degrees, drawing centre (forward, up) and zoom."""

    yaw: float
    pitch: float
    centre: tuple[float, float]
    scale: float


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise, complete and checked.

    `keyframes` holds every keyframe by name; `range_from` names the one that stays fixed when
    the movement is scaled; `variants` maps a variant's name to replacement keyframes;
    `directions` is empty unless the whole cycle is done in one direction and then the other;
    `reverse_cues` are then what is said when the cycle runs the other way round. `place` is
    chair, standing or floor; `equipment` what it needs besides (ball, support, mat, wall);
    `kinds` holds any of mobilise, strengthen, relax; `difficulty` 1 is for everybody.
    `variant_steps` are a variant's own set-up and steps, where its form differs from the usual.
    `picture` is the person's own one, the name of a file in the folder of their pictures, or "".
    """

    id: str
    title: str
    group: str
    region: str
    goal: str
    muscles: tuple[str, ...]
    setup: str
    steps: tuple[str, ...]
    breathing: str
    easier: str
    harder: str
    safety: str
    mistakes: tuple[str, ...]
    caution: tuple[str, ...]
    source: str
    dose: Dose
    ranges: RangeFactor
    range_from: str
    camera: Camera
    lead_in: tuple[Phase, ...]
    cycle: tuple[Phase, ...]
    lead_out: tuple[Phase, ...]
    keyframes: tuple[tuple[str, Pose], ...]
    variants: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    directions: tuple[Side, ...] = ()
    reverse_cues: tuple[str, ...] = ()
    trails: tuple[str, ...] = ()
    full_trail: bool = False
    highlight: tuple[str, ...] = ()
    props: tuple[Prop, ...] = field(default=(Prop("floor"), Prop("chair")))
    show: tuple[str, ...] = ()
    once: bool = False
    place: str = "chair"
    equipment: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("mobilise",)
    difficulty: int = 1
    variant_steps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    picture: str = ""
