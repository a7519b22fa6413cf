"""Poses as hypothesis makes them: any angles within what a body and a file allow."""

from __future__ import annotations

from hypothesis import strategies as st

from deskbreak.core.figure.contacts import CONTACTS
from deskbreak.core.pose import Arm, At, Between, Hand, Loosely, Pose

angles = st.floats(-400, 400)
places = st.floats(-100, 100)
triples = st.tuples(angles, angles, angles)
pairs = st.tuples(angles, angles)
quads = st.tuples(angles, angles, angles, angles)
parts = st.floats(0, 1)
arms = st.builds(Arm, triples, angles, angles)
spots = st.tuples(places, places, places)
contacts = st.sampled_from(CONTACTS) | st.builds(At, spots, spots)
hands: st.SearchStrategy[Hand] = contacts | st.builds(
    Between, contacts, contacts, parts, arms, arms
)
held = st.tuples(places, places)
pins = st.none() | held | st.builds(Loosely, held, parts)
poses = st.builds(
    Pose,
    *(pairs, triples, triples, triples, triples, triples, pairs, pairs, triples, triples),
    *(angles, angles, angles, angles, hands, hands, quads, quads, pins, pins, angles, angles),
)
