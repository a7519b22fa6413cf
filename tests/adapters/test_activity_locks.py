from __future__ import annotations

import pytest

from deskbreak.adapters.activity.crossings import SECOND, Crossings
from deskbreak.adapters.activity.flood import FloodGate
from deskbreak.adapters.activity.lock_family import MOST_CHANGES as MOST_LOCKS
from deskbreak.adapters.activity.lock_family import LockFamily
from deskbreak.adapters.activity.source import LockMember
from deskbreak.core.senses import NotUsed
from tests.adapters.activity_fakes import Source, Time


@pytest.fixture
def time() -> Time:
    return Time()


def test_any_source_can_lock(time: Time) -> None:
    told: list[int] = []
    one, two, absent, silent = Source(), Source(), Source(), Source(answers=False)
    absent.refuses = "no bus"
    sources = {"one": one, "two": two, "absent": absent, "silent": silent}
    members = tuple(LockMember(name, "tells", source.begin) for name, source in sources.items())
    family = LockFamily(members, lambda: told.append(1), time)
    assert (family.settled, family.locked()) == (False, False)
    two.is_locked = True
    two.told().changed()
    assert (family.locked(), told) == (True, [1])
    report = family.report()
    assert (report.member, report.works) == ("one, two", True)
    assert report.others == (
        NotUsed("absent", "no bus"),
        NotUsed("silent", "it has not answered yet"),
    )
    silent.told().failed("it is gone")
    assert family.settled
    for _ in range(MOST_LOCKS):
        two.told().changed()
    assert not family.locked()
    assert NotUsed("two", "it floods") in family.report().others
    two.told().changed()
    assert len(told) == MOST_LOCKS + 1
    family.close()
    assert (one.closed, two.closed) == (1, 1)


def test_crossings_tell_the_idle_time_between_them(time: Time) -> None:
    crossings = Crossings(time, 20, None)
    time.passes(19.5)
    assert crossings.idle_s() == 0
    crossings.idled(20)
    assert crossings.idle_s() == 20
    time.passes(580.4)
    assert crossings.idle_s() == 600
    crossings.idled(600)
    assert crossings.idle_s() == 600
    time.passes(0.6)
    assert crossings.idle_s() == 601
    crossings.resumed()
    assert crossings.idle_s() == 0
    time.passes(1000)
    assert crossings.idle_s() == 0


def test_what_was_known_before_stands_until_something_is_told(time: Time) -> None:
    before = time.ns - 900 * SECOND
    away, back, silent = (Crossings(time, 20, before) for _ in range(3))
    assert away.idle_s() == 900
    time.passes(20)
    away.idled(20)
    back.resumed()
    assert (away.idle_s(), back.idle_s(), silent.idle_s()) == (920, 0, 920)
    time.passes(2)
    assert (away.idle_s(), silent.idle_s()) == (922, 0)


def test_a_flood_is_more_than_anybody_has_to_say(time: Time) -> None:
    gate = FloodGate(5, time)
    assert not gate.floods(5)
    assert gate.floods()
    time.passes(10.1)
    assert not gate.floods(5)
