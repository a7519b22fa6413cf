"""Where the figure is at an instant, and which picture is drawn of it."""

from __future__ import annotations

import math
from dataclasses import replace

from deskbreak.core.exercise import Breath, Ease
from deskbreak.core.guide.script import Beat, Part
from deskbreak.core.guide.state import REST_S, Glide, Session
from deskbreak.core.motion import frame_pose, keyframe
from deskbreak.core.pose import Pose, blend, eased
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Halt, Picture, Stage


def rest_pose(planned: Planned) -> Pose:
    """Return the pose in which the exercise begins."""
    return keyframe(planned, (*planned.exercise.lead_in, *planned.exercise.cycle)[0].start)


def _end_pose(planned: Planned) -> Pose:
    return keyframe(planned, (*planned.exercise.cycle, *planned.exercise.lead_out)[-1].to)


def _beat_pose(planned: Planned, beat: Beat, pos: float) -> Pose:
    part = min(1.0, max(0.0, (pos - beat.start) / beat.seconds))
    return frame_pose(planned, beat.phase, part, beat.seconds)


def resting(session: Session, t: float) -> bool:
    """Return whether the figure rests and breathes at `t`, because something was unpleasant."""
    return session.halt is Halt.RESTING and t < session.rest_until


def rest_breath(session: Session, t: float) -> tuple[Breath, float]:
    """Return the breath of a rest at `t`, and how far it has come (0 to 1)."""
    since = (REST_S - (session.rest_until - t)) % (REST_IN_S + REST_OUT_S)
    if since < REST_IN_S:
        return Breath.IN, since / REST_IN_S
    return Breath.OUT, (since - REST_IN_S) / REST_OUT_S


REST_IN_S, REST_OUT_S = 4.0, 5.0
"""Seconds of a calm breath in and out; a rest holds whole breaths."""

_RISE = 2.5
"""How far the shoulders rise on a calm breath in, degrees."""


def _breathing(pose: Pose, session: Session, t: float) -> Pose:
    breath, part = rest_breath(session, t)
    full = part if breath is Breath.IN else 1.0 - part
    rise = _RISE * (0.5 - 0.5 * math.cos(math.pi * full))
    flexed, bent, turned = pose.thorax
    (left, left_on), (right, right_on) = pose.scap_l, pose.scap_r
    return replace(
        pose,
        thorax=(flexed - rise, bent, turned),
        scap_l=(left + rise, left_on),
        scap_r=(right + rise, right_on),
    )


def _aim(session: Session, t: float) -> Pose:
    """Return where the figure belongs, without the glide."""
    planned = session.script.planned
    if session.stage is Stage.END:
        return _end_pose(planned)
    if resting(session, t):
        return _breathing(rest_pose(planned), session, t)
    if session.halt in {Halt.ASKING, Halt.RESTING} or session.stage is not Stage.EXERCISE:
        return rest_pose(planned)
    return _beat_pose(planned, session.script.at(session.pos), session.pos)


def pose_shown(session: Session, t: float) -> Pose:
    """Return the pose at program second `t`, gliding where the figure had to jump."""
    aim = _aim(session, t)
    glide = session.glide
    if glide is None or t >= glide.at + glide.seconds:
        return aim
    part = max(0.0, (t - glide.at) / glide.seconds)
    return blend(glide.start, aim, eased(part, Ease.SMOOTH))


def glided(session: Session, t: float, seconds: float) -> Session:
    """Let the figure go smoothly from where it is to wherever it belongs from now on."""
    return replace(session, glide=Glide(pose_shown(session, t), t, seconds))


def moving(session: Session, t: float) -> bool:
    """Return whether the figure changes from frame to frame at `t`."""
    if session.glide and t < session.glide.at + session.glide.seconds:
        return True
    running = session.halt is None and session.stage is Stage.EXERCISE
    return running or resting(session, t)


def picture(session: Session, beat: Beat, t: float) -> Picture:
    """Return what is drawn at `t`; ghost and trail only inside a running movement."""
    planned = session.script.planned
    pose = pose_shown(session, t)
    still = session.stage is not Stage.EXERCISE or session.halt in {Halt.ASKING, Halt.RESTING}
    if still or beat.phase.start == beat.phase.to:
        return Picture(planned.exercise, pose)
    start, to = keyframe(planned, beat.phase.start), keyframe(planned, beat.phase.to)
    if beat.part is not Part.CYCLE:
        return Picture(planned.exercise, pose, ends=(start, to))
    ghost = None if planned.exercise.full_trail else to
    return Picture(planned.exercise, pose, ghost, start, to, session.script.loop, (start, to))
