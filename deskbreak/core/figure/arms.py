"""One arm: elbow, wrist and fingertips, free or reaching for what the hand touches."""

from __future__ import annotations

import math
from dataclasses import dataclass

from deskbreak.core.figure.contacts import Body, contact
from deskbreak.core.figure.space import (
    Vec,
    add,
    angle,
    cross,
    dot,
    length,
    lerp,
    mul,
    sub,
    turn,
    turned_about,
    unit,
)
from deskbreak.core.pose import Arm, At, Between, Hand

UPPER_ARM = 16.8
FOREARM = 15.2
HAND = 7.0
FOLDED = 146.0
"""Elbow flexion in degrees when the fingertips rest on the own shoulder."""

NEAREST_WRIST = 9.8
"""A wrist never comes nearer to its shoulder: more would fold the elbow past its range."""

_SWING = 0.26
_STRAIGHT = 0.05
_SQUARE = 1e-6


@dataclass(frozen=True, slots=True)
class Limb:
    """Where elbow, wrist and fingertips are; `missed` is how far a contact was out of reach."""

    elbow: Vec
    wrist: Vec
    tip: Vec
    missed: float = 0.0


def reach(root: Vec, goal: Vec, pole: Vec, upper: float, lower: float) -> tuple[Vec, Vec, float]:
    """Bend two bones from `root` to `goal`, the joint between them towards `pole`.

    Returns:
        The middle joint, the end (the goal, or as near as the bones reach) and the miss.
    """
    way = sub(goal, root)
    far = length(way)
    along = unit(way)
    near = min(max(far, abs(upper - lower) + _STRAIGHT), upper + lower - _STRAIGHT)
    x = (upper * upper - lower * lower + near * near) / (2.0 * near)
    height = math.sqrt(max(upper * upper - x * x, 0.0))
    side = _across(along, pole)
    middle = add(add(root, mul(along, x)), mul(side, height))
    return middle, add(root, mul(along, near)), abs(far - near)


def _across(along: Vec, pole: Vec) -> Vec:
    """Return the direction square to `along` that is nearest to `pole`; any when none is."""
    for way in (pole, (0.0, 0.0, -1.0)):
        side = sub(way, mul(along, dot(way, along)))
        if length(side) > _SQUARE:
            return unit(side)
    return (0.0, -1.0, 0.0)


def solve_arm(hand: Hand, arm: Arm, side: int, shoulder: Vec, body: Body) -> Limb:
    """Return one arm; `side` is -1 for left and 1 for right."""
    if isinstance(hand, Between):
        return _on_the_way(hand, side, shoulder, body)
    aim = turn(body.thorax, _direction(arm, side))
    if hand == "shoulder":
        return _on_own_shoulder(aim, side, shoulder, body)
    if hand == "":
        return _free(arm, side, shoulder, body)
    wrist, tip = (hand.wrist, hand.tip) if isinstance(hand, At) else contact(hand, side, body)
    elbow, held, missed = reach(shoulder, wrist, aim, UPPER_ARM, FOREARM)
    return Limb(elbow, held, add(held, mul(unit(sub(tip, held)), HAND)), missed)


def _direction(arm: Arm, side: int) -> Vec:
    elevation, plane = math.radians(arm.shoulder[0]), math.radians(arm.shoulder[1])
    out = math.sin(elevation)
    return (side * out * math.cos(plane), -math.cos(elevation), out * math.sin(plane))


def _on_own_shoulder(aim: Vec, side: int, shoulder: Vec, body: Body) -> Limb:
    elbow = add(shoulder, mul(aim, UPPER_ARM))
    towards = turn(body.thorax, unit((-side * 0.45, 0.75, 0.5)))
    towards = unit(sub(towards, mul(aim, dot(towards, aim))))
    fold = math.radians(180.0 - FOLDED)
    fore = add(mul(aim, -math.cos(fold)), mul(towards, math.sin(fold)))
    wrist = add(elbow, mul(fore, FOREARM))
    tip = add(shoulder, turn(body.thorax, (-side * 1.2, 2.6, 0.4)))
    way = sub(tip, wrist)
    return Limb(elbow, wrist, add(wrist, mul(unit(way), min(HAND + 1.5, length(way)))))


def _free(arm: Arm, side: int, shoulder: Vec, body: Body) -> Limb:
    aim = _direction(arm, side)
    axis = unit(cross((0.0, -1.0, 0.0), aim))
    bend: Vec = turned_about((0.0, 0.0, 1.0), axis, angle((0.0, -1.0, 0.0), aim))
    bend = turned_about(bend, aim, -side * arm.shoulder[2])
    elbow = add(shoulder, mul(turn(body.thorax, aim), UPPER_ARM))
    wrist = add(elbow, mul(turn(body.thorax, _folded(aim, bend, arm.elbow)), FOREARM))
    tip = add(wrist, mul(turn(body.thorax, _folded(aim, bend, arm.elbow + arm.wrist)), HAND))
    return Limb(elbow, wrist, tip)


def _folded(aim: Vec, bend: Vec, flexion: float) -> Vec:
    k = math.radians(flexion)
    return add(mul(aim, math.cos(k)), mul(bend, math.sin(k)))


def _on_the_way(hand: Between, side: int, shoulder: Vec, body: Body) -> Limb:
    """Move the wrist on an arc that swings outward, clear of trunk and face."""
    a = solve_arm(hand.start, hand.start_arm, side, shoulder, body)
    b = solve_arm(hand.to, hand.to_arm, side, shoulder, body)
    part = hand.part
    bulge = _SWING * length(sub(a.wrist, b.wrist)) * math.sin(math.pi * part)
    wrist = add(lerp(a.wrist, b.wrist, part), turn(body.thorax, (side * bulge, 0.0, 0.35 * bulge)))
    away = sub(wrist, shoulder)
    if length(away) < NEAREST_WRIST:
        wrist = add(shoulder, mul(unit(away), NEAREST_WRIST))
    hint = lerp(unit(sub(a.elbow, shoulder)), unit(sub(b.elbow, shoulder)), part)
    elbow, wrist, missed = reach(shoulder, wrist, hint, UPPER_ARM, FOREARM)
    points = lerp(unit(sub(a.tip, a.wrist)), unit(sub(b.tip, b.wrist)), part)
    return Limb(elbow, wrist, add(wrist, mul(unit(points), HAND)), missed)
