"""A pose of the figure as anatomical angles and contacts, and how one pose becomes another."""

from __future__ import annotations

from dataclasses import dataclass

Triple = tuple[float, float, float]
Pair = tuple[float, float]
Quad = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Pose:
    """Every parameter of the rig. Degrees and percent of body height; `_l`/`_r` as in a mirror.

    Attributes:
        root: hip centre (forward, up).
        pelvis: flexion, lateral bend, rotation; likewise lumbar, thorax, neck, head.
        scap_l: elevation, protraction of the shoulder blade.
        sh_l: shoulder elevation, plane of elevation, axial rotation.
        hand_l: contact target ("" for none, shoulder, occiput, chest, knee, thigh, ...).
        leg_l: thigh, shank, foot, abduction as absolute sagittal angles.
    """

    root: Pair = (0.0, 29.0)
    pelvis: Triple = (0.0, 0.0, 0.0)
    lumbar: Triple = (0.0, 0.0, 0.0)
    thorax: Triple = (0.0, 0.0, 0.0)
    neck: Triple = (0.0, 0.0, 0.0)
    head: Triple = (0.0, 0.0, 0.0)
    scap_l: Pair = (0.0, 0.0)
    scap_r: Pair = (0.0, 0.0)
    sh_l: Triple = (8.0, 40.0, 0.0)
    sh_r: Triple = (8.0, 40.0, 0.0)
    el_l: float = 10.0
    el_r: float = 10.0
    wr_l: float = 0.0
    wr_r: float = 0.0
    hand_l: str = ""
    hand_r: str = ""
    leg_l: Quad = (90.0, 0.0, 0.0, 6.0)
    leg_r: Quad = (90.0, 0.0, 0.0, 6.0)
