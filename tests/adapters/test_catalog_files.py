"""Exercise files: what ships is sound, and whatever is wrong is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbreak.adapters.catalog_files import (
    BASES,
    MOST_BYTES,
    ORDER,
    load_bases,
    load_catalog,
    load_exercise,
)
from deskbreak.adapters.exercise_form import JOINTS
from deskbreak.adapters.resources import ResourcesMissingError, resources_folder
from deskbreak.core.exercise import Exercise, Side
from deskbreak.core.exercise_check import faults_of
from deskbreak.core.figure.contacts import CONTACTS
from deskbreak.core.pose import Pose, mirrored
from deskbreak.core.rig import solve

SHIPPED = Path(__file__).parents[2] / "resources" / "exercises"
TWIST = (SHIPPED / "back_twist.toml").read_text("utf-8")


def loaded(tmp_path: Path, text: str) -> tuple[Exercise | None, list[str]]:
    bases, _ = load_bases(SHIPPED / BASES)
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    exercise, problems = load_exercise(path, bases)
    assert (exercise is None) == bool(problems)
    return exercise, [problem.sentence() for problem in problems]


def test_what_ships_is_sound_and_in_the_order_of_the_routine() -> None:
    catalog, problems = load_catalog(SHIPPED)
    assert problems == ()
    assert list(catalog) == list(ORDER)
    assert len(catalog) == 31
    assert [name for name, each in catalog.items() if each.group == "desk"] == [
        "shoulder_rotation", "back_twist", "side_tilt", "cat_cow",
    ]  # fmt: skip
    assert {each.group for each in catalog.values()} == {
        "desk", "posture", "warm_up", "lesson", "library", "cool_down",
    }  # fmt: skip


def test_files_become_core_values() -> None:
    catalog, _ = load_catalog(SHIPPED)
    twist = catalog["back_twist"]
    frames = dict(twist.keyframes)
    assert frames["right"].thorax == (0.0, 0.0, 32.0)
    assert frames["left"] == mirrored(frames["right"])
    assert frames["center"].hand_l == "occiput"
    assert [phase.side for phase in twist.cycle] == [Side.RIGHT] * 3 + [Side.LEFT] * 3
    assert (twist.camera.yaw, twist.camera.pitch) == (0.0, 24.0)
    assert dict(twist.variants)["neck_free"][0] == ("center", "center_x")
    circles = catalog["shoulder_rotation"]
    assert circles.directions == (Side.BACKWARD, Side.FORWARD)
    assert (circles.camera.yaw, circles.camera.pitch) == (0.0, 8.0)
    assert circles.range_from == "mid"
    assert catalog["posture_tall_sit"].range_from == catalog["posture_tall_sit"].cycle[0].start
    assert catalog["cat_cow"].props[1].front == 16


def test_a_picture_can_show_the_path_of_every_joint() -> None:
    assert set(JOINTS) == set(solve(Pose()).joints)


def test_like_takes_another_keyframe_and_what_differs(tmp_path: Path) -> None:
    text = TWIST + '\nkeyframe.more = {like="right", lumbar=[0,0,9]}\n'
    exercise, _ = loaded(tmp_path, text)
    assert exercise is not None
    frames = dict(exercise.keyframes)
    assert (frames["more"].lumbar, frames["more"].thorax) == ((0.0, 0.0, 9.0), (0.0, 0.0, 32.0))
    plain, _ = loaded(tmp_path, TWIST + "\nkeyframe.plain = {el_l=20}\n")
    assert plain is not None
    assert dict(plain.keyframes)["plain"] == Pose(el_l=20.0)


PLACE = re.compile(r"mine\.toml(, line [1-9][0-9]*)?: ")

BAD = [
    ('title = "Back twist"', "", "mine.toml: back_twist: title: is missing;"),
    ('group = "desk"', 'groop = "desk"', 'groop: is no key of this file; write "group"'),
    ('title = "Back twist"', "title = 3", "back_twist: title: has to be a text in quotes,"),
    ('title = "Back twist"', "title = [3]", "title: has to be a text in quotes, and is a list"),
    ('breath="in",cue="Hands', 'breth="in",cue="Hands',
     'breth: is no key of this file; write "breath"'),
    ('id = "back_twist"', 'id = "../x"', "mine.toml, line 1: ../x: id: must begin with"),
    ('breath="in",cue="Hands', 'breath="im",cue="Hands',
     'breath: must be one of "in", "out", "free"'),
    ('from="center",to="right",s=3', 'from="center",to="right",s=0',
     "cycle[0].s: must be more than 0"),
    ("thorax=[0,0,32], neck", "thorax=[0,0,60], neck",
     "cycle[0]: takes the trunk rotation to"),
    ('from="center",to="right",s=3', 'from="center",to="right",s=0.5', "cycle[0]: moves at "),
    ("cap=8", "cap=99", "back_twist: reps.cap: must be from 1 to 15"),
    ("beginner=0.55", "beginner=1.5", "range.beginner: must be at most 1"),
    ('view = "front_high"', 'view = "above"', "view: must be one of front, front_high, side"),
    ("thorax=[0,0,32], neck", "thorax=[0,0,nan], neck", "keyframe[...].thorax[2]"),
    ("thorax=[0,0,32], neck", "thorax=[0,0], neck", "keyframe[...].thorax"),
    ('right  = {base="sit_head"', 'right  = {base="sofa"', 'has no base "sofa"; there are'),
    ('left   = {mirror_of="right"}', 'left   = {mirror_of="up"}', 'names no keyframe "up"; there'),
    ('left   = {mirror_of="right"}', 'left   = {like="left"}', "must not lead in a circle"),
    ('mirror_of="right"', 'mirror_of="right", like="right"', "takes only one"),
    ('center = {base="sit_head"}', 'center = {base="sit_head", hand_l="moon"}',
     'keyframe.center.hand_l: must be one of "", "shoulder"'),
    ('trails = ["elbow_l"', 'trails = ["tail"',
     'trails[0]: must be one of "head", "skull", "c7", "t12"'),
    ('type="chair"', 'type="sofa"', "props[1].type: must be one of"),
    ('from="center",to="rest"', 'from="left",to="rest"', "lead_out[0].from: must be"),
    ('center="center_x",right', 'center="nowhere",right', "variants.neck_free: names no"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), BAD)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TWIST
    _, problems = loaded(tmp_path, TWIST.replace(old, new, 1))
    assert any(said in problem for problem in problems), problems
    assert all(PLACE.match(problem) for problem in problems)


def test_the_line_of_a_wrong_value_is_named(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, TWIST.replace("cap=8", "cap=99"))
    (at,) = (n for n, line in enumerate(TWIST.split("\n"), 1) if "cap=8" in line)
    assert problems == [f"mine.toml, line {at}: back_twist: reps.cap: must be from 1 to 15"]


def test_several_problems_are_all_named(tmp_path: Path) -> None:
    text = TWIST.replace("cap=8", "cap=0").replace('title = "Back twist"', 'title = " "')
    _, problems = loaded(tmp_path, text)
    assert len(problems) >= 3


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"x" * (MOST_BYTES + 1), "is larger than 64 KiB"),
        (b"a" + b".a" * 30 + b" = 1", "has a key with more than 16 dots"),
        (b"[" * 30000, "mine.toml: "),
        (b"a = " + b"[" * 20000, "is nested too deeply"),
        (b"= 3", "(at line 1, column 1)"),
        (b"", "is missing; write it into the file"),
    ],
)
def test_an_unreadable_file_says_why(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(raw)
    exercise, (problem,) = load_exercise(path, {})
    assert exercise is None
    assert said in problem.sentence()


def test_a_file_that_is_not_there_or_a_folder_says_so(tmp_path: Path) -> None:
    _, (problem,) = load_exercise(tmp_path / "none.toml", {})
    assert problem.sentence() == "none.toml: cannot be read: No such file or directory"
    _, (problem,) = load_exercise(tmp_path, {})
    assert "cannot be read" in problem.said


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    exercise, problems = loaded(tmp_path, "\ufeff" + TWIST)
    assert exercise is not None, problems


def test_bad_bases_are_named_and_the_others_live(tmp_path: Path) -> None:
    path = tmp_path / BASES
    path.write_text('[good]\nel_l = 3\n[bad]\nel_l = "x"\n[worse]\nhand_l = "moon"\n', "utf-8")
    bases, problems = load_bases(path)
    assert bases == {"good": Pose(el_l=3.0)}
    assert [problem.key for problem in problems] == ["bad.el_l", "worse.hand_l"]


def test_an_id_belongs_to_one_file_and_a_bad_file_hurts_nothing_else(tmp_path: Path) -> None:
    (tmp_path / BASES).write_bytes((SHIPPED / BASES).read_bytes())
    (tmp_path / "a.toml").write_text(TWIST, "utf-8")
    (tmp_path / "b.toml").write_text(TWIST, "utf-8")
    (tmp_path / "c.toml").write_text("nonsense", "utf-8")
    (tmp_path / "d.toml").write_text(TWIST.replace('"back_twist"', '"a_twist"', 1), "utf-8")
    catalog, problems = load_catalog(tmp_path)
    assert list(catalog) == ["back_twist", "a_twist"]
    assert [problem.file for problem in problems] == ["b.toml", "c.toml"]
    assert problems[0].sentence() == "b.toml: back_twist: id: is taken by another file"


def test_a_chain_of_likenesses_and_a_crowd_of_keyframes_are_bounded(tmp_path: Path) -> None:
    crowd = "".join(f'keyframe.k{i} = {{like="k{i + 1}"}}\n' for i in range(900))
    _, problems = loaded(tmp_path, TWIST + "\n" + crowd)
    assert any("keyframe: " in problem for problem in problems)


_PIECES = st.sampled_from(
    ["nan", "inf", "1e999", "-1", '""', '"x"', "[]", "{}", "true", "[[1]]", "1979-05-27", "=", "\n"]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, len(TWIST)), st.integers(0, 40), _PIECES | st.text(max_size=6))
def test_a_mutilated_file_never_raises(tmp_path: Path, at: int, cut: int, piece: str) -> None:
    text = TWIST[:at] + piece + TWIST[at + cut :]
    path = tmp_path / "mine.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    bases, _ = load_bases(SHIPPED / BASES)
    exercise, problems = load_exercise(path, bases, faults_of)
    assert (exercise is None) == bool(problems)
    assert all(PLACE.match(problem.sentence()) for problem in problems)
    if exercise is not None:
        for _, pose in exercise.keyframes:
            solve(pose)


def test_every_contact_that_a_file_may_name_can_be_solved() -> None:
    for contact in CONTACTS:
        solve(Pose(hand_l=contact, hand_r=contact))


def test_the_data_is_found_in_the_package_or_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "deskbreak"
    with pytest.raises(ResourcesMissingError, match="install deskbreak again"):
        resources_folder(package)
    (tmp_path / "resources").mkdir()
    with pytest.raises(ResourcesMissingError):
        resources_folder(package)
    (tmp_path / "pyproject.toml").touch()
    assert resources_folder(package) == tmp_path / "resources"
    (package / "resources").mkdir(parents=True)
    assert resources_folder(package) == package / "resources"
    assert (resources_folder() / "exercises" / BASES).is_file()
