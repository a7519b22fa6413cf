"""What the break window shows at one instant: computed by the session, painted by the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deskbreak.core.entry import Discomfort, Outcome, Reason, StepDone
from deskbreak.core.exercise import Breath, Exercise, Side
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned


class Stage(StrEnum):
    """The part of a session, as `status --json` calls its phase."""

    READY = "ready"
    EXERCISE = "exercise"
    TRANSITION = "transition"
    END = "end"


class Halt(StrEnum):
    """Why a session stands still."""

    PERSON = "person"
    LOCK = "lock"
    """The screen was locked or the machine slept."""
    ASKING = "asking"
    """It hurt; the question how much is open."""
    RESTING = "resting"
    """It was unpleasant; the person rests (counted down), then decides how to go on."""
    WARM = "warm"
    """The warm-up is over; the question whether one feels warm is open."""


SILENT = frozenset({None, Halt.PERSON, Halt.LOCK})
"""The halts (and none) that ask the person nothing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the figure shows: the pose, the pose to come as a ghost, and the way between.

    `trail_from`/`trail_to` are the ends of the running phase for the motion trail; None hides it.
    `loop` holds the poses of a whole cycle whose path is drawn in dashes, for circles.
    `ends` are the first and the last pose of the running movement, inside the cycle or out of
    it, for who sees stills instead of motion; None while nothing moves.
    """

    exercise: Exercise
    pose: Pose
    ghost: Pose | None = None
    trail_from: Pose | None = None
    trail_to: Pose | None = None
    loop: tuple[Pose, ...] = ()
    ends: tuple[Pose, Pose] | None = None


@dataclass(frozen=True, slots=True)
class SessionView:
    """Everything that the break window shows at one instant.

    `step` and `rep` count from 1 (`rep` 0 outside a cycle); `breath_part` runs from 0 to 1
    within the running breath; `phase_left_s` counts the running card, phase or rest down;
    `instruction` is one sentence, `announce` is what a screen reader says when it changes.
    """

    routine: str
    titles: tuple[str, ...]
    done: tuple[bool, ...]
    step: int
    steps: int
    stage: Stage
    title: str
    instruction: str
    cue: str
    breath: Breath
    breath_part: float
    rep: int
    reps: int
    rep_text: str
    side: Side | None
    coming: str
    caution: str
    phase_left_s: float
    elapsed_s: int
    remaining_s: int
    progress: float
    paused: bool
    announce: str
    picture: Picture
    halt: Halt | None = None
    """Why it stands still; None while it runs. `paused` is True for every halt."""
    moving: bool = False
    """Whether the picture changes from frame to frame now."""
    notice: str = ""
    """What the person has just changed, in words; "" soon afterwards."""
    may_ease: bool = False
    may_harden: bool = False
    pace: float = 1.0
    """The pace that was asked for, 1.0 being the data's own tempo."""
    planned: Planned | None = None
    """The running or coming exercise at its dose."""


@dataclass(frozen=True, slots=True)
class SessionResult:
    """How a session ended; the journal's part of a break that the schedule does not know.

    `later` means that it was put off from its first card, with nothing done.
    """

    outcome: Outcome
    reason: Reason | None
    steps: tuple[StepDone, ...]
    seconds: int
    elapsed_s: int
    discomfort: Discomfort | None = None
    later: bool = False
