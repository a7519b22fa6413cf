"""The routines that ship with the program, before anybody's dose."""

from __future__ import annotations

from deskbreak.core.routine import Kind, Recipe
from deskbreak.core.routine_ids import GENTLE, HOME, NECK_FREE, POSTURE

_FOUR = ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow")
"""The article's four approaches in its order."""

RECIPES = (
    Recipe("desk", "Desk routine", _FOUR),
    Recipe("desk_short", "Short desk routine", (*_FOUR, "metronome"), choose=3),
    Recipe(NECK_FREE, "Neck-free desk routine", _FOUR),
    Recipe(GENTLE, "Gentle shoulders", ("shoulder_rotation", "posture_shoulder_drop")),
    Recipe(
        POSTURE,
        "Posture check",
        ("posture_feet_reset", "posture_tall_sit", "posture_shoulder_drop"),
        Kind.POSTURE,
    ),
    Recipe(
        HOME,
        "Home programme",
        (
            "warm_side_bend",
            "warm_stretch",
            "warm_shoulder_rotation",
            "warm_arm_swing",
            "warm_bend_fb",
            "warm_run",
            "lesson_prone_lift",
            "lesson_bridge",
            "lesson_cat_cow_floor",
            "lesson_supine_twist",
            "hip_bridge",
            "bird_dog",
            "prone_lift_easy",
            "side_plank",
            "lunge",
            "sarpasana",
            "fitball_extension",
            "fitball_bridge",
            "hyperextension",
            "cool_march",
            "prayer",
            "child_pose",
            "cool_breath_stretch",
        ),
        Kind.HOME,
    ),
)
"""The built-in routines; each title is translated where it is shown."""

TITLES = {recipe.id: recipe.title for recipe in RECIPES}
"""What each built-in routine is called."""
