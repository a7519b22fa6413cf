"""Poses as hypothesis makes them: any angles within what a body and a file allow."""

from __future__ import annotations

from hypothesis import strategies as st

from deskbreak.core.pose import Arm, Between, Hand, Pose

CONTACTS = ("", "shoulder", "occiput", "chest", "knee", "thigh")
angles = st.floats(-400, 400)
triples = st.tuples(angles, angles, angles)
pairs = st.tuples(angles, angles)
quads = st.tuples(angles, angles, angles, angles)
parts = st.floats(0, 1)
arms = st.builds(Arm, triples, angles, angles)
contacts = st.sampled_from(CONTACTS)
hands: st.SearchStrategy[Hand] = contacts | st.builds(
    Between, contacts, contacts, parts, arms, arms
)
poses = st.builds(
    Pose,
    *(pairs, triples, triples, triples, triples, triples, pairs, pairs, triples, triples),
    *(angles, angles, angles, angles, hands, hands, quads, quads),
)
