"""Exercises in the shape of the real ones, small enough to reason about."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.exercise import (
    Breath,
    Camera,
    Dose,
    Exercise,
    Level,
    Phase,
    RangeFactor,
    Side,
)
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned, Routine


def phase(
    start: str,
    to: str,
    seconds: float,
    breath: Breath = Breath.IN,
    cue: str = "",
    side: Side | None = None,
) -> Phase:
    return Phase(start, to, seconds, breath, cue, side=side)


def exercise(name: str = "twist") -> Exercise:
    """Return an exercise with sides inside its cycle of 8 s, 2 s in and 2 s out of it."""
    return Exercise(
        id=name,
        title=name.replace("_", " ").capitalize(),
        group="desk",
        region="trunk",
        goal="Move.",
        muscles=(),
        setup="Sit tall.",
        steps=(
            "Hands behind the head.",
            "Breathe in and grow.",
            "Breathe out: turn.",
            "Nose and elbows turn together.",
            "Breathe in and come back.",
            "Breathe out and turn to the other side.",
        ),
        breathing="Out to turn.",
        easier="Less.",
        harder="More.",
        safety="Slowly.",
        mistakes=("Pulling", "Leaning"),
        caution=(),
        source="",
        dose=Dose("turns per side", 2, 0.5, 8, beginner=2, normal=4, advanced=0),
        ranges=RangeFactor(),
        range_from="center",
        camera=Camera(0, 0, (0, 40), 1),
        lead_in=(phase("rest", "center", 2, cue="Hands up"),),
        cycle=(
            phase("center", "right", 2, Breath.OUT, "Turn right", Side.RIGHT),
            phase("right", "center", 2, Breath.IN, "Back", Side.RIGHT),
            phase("center", "left", 2, Breath.OUT, "Turn left", Side.LEFT),
            phase("left", "center", 2, Breath.IN, "Back", Side.LEFT),
        ),
        lead_out=(phase("center", "rest", 2, Breath.OUT, "Lower the arms"),),
        keyframes=(
            ("rest", Pose()),
            ("center", Pose(sh_l=(100.0, 0.0, 0.0))),
            ("right", Pose(sh_l=(100.0, 0.0, 0.0), thorax=(0.0, 0.0, 32.0))),
            ("left", Pose(sh_l=(100.0, 0.0, 0.0), thorax=(0.0, 0.0, -32.0))),
        ),
    )


def circles(name: str = "circles") -> Exercise:
    """Return an exercise of two directions with a cycle of 4 s."""
    return replace(
        exercise(name),
        steps=("Fingers on shoulders.", "Breathe in: up.", "Breathe out: down.", "Keep still."),
        directions=(Side.BACKWARD, Side.FORWARD),
        full_trail=True,
        cycle=(
            phase("center", "right", 1, Breath.IN, "Up"),
            phase("right", "left", 1, Breath.IN),
            phase("left", "center", 2, Breath.OUT, "Down"),
        ),
    )


def routine(*planned: Planned) -> Routine:
    steps = planned or (
        Planned(circles(), 2, 1.0),
        Planned(exercise("twist"), 2, 1.0),
        Planned(exercise("tilt"), 1, 1.0),
    )
    return Routine("desk", "Desk", Level.BEGINNER, 1, steps)
