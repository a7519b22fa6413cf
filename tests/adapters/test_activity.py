from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity.crossings import SECOND
from deskbreak.adapters.activity.idle_family import MOST_CHANGES, IdleFamily
from deskbreak.adapters.activity.lock_family import LockFamily
from deskbreak.adapters.activity.sensed import SensedActivity
from deskbreak.adapters.activity.source import IdleMember, Line
from deskbreak.core.senses import NotUsed, Sense, SenseReport
from tests.adapters.activity_fakes import Source, Time

Make = Callable[..., IdleFamily]


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def told() -> list[int]:
    return []


@pytest.fixture
def make(qapp: object, time: Time, told: list[int]) -> Iterator[Make]:
    assert qapp is not None
    made: list[IdleFamily] = []

    def go(*sources: Source, limit_ms: int = 3000) -> IdleFamily:
        members = tuple(
            IdleMember(f"way {number}", "tells at once", source.begin)
            for number, source in enumerate(sources, 1)
        )
        made.append(IdleFamily(members, lambda: told.append(1), now_ns=time, limit_ms=limit_ms))
        return made[-1]

    yield go
    for family in made:
        family.close()


def test_without_members_nothing_is_known(make: Make) -> None:
    activity = SensedActivity(make(), LockFamily((), lambda: None))
    activity.listen(closely=True)
    assert activity.idle_s() is None
    assert not activity.locked()
    assert activity.settled
    idle, lock = activity.reports()
    assert (idle.member, idle.works, lock.member, lock.works) == ("", False, "", False)
    assert "at its latest time" in idle.why
    activity.close()


def test_the_first_that_works_is_used(make: Make, told: list[int]) -> None:
    absent, second, third = Source(), Source(idle=7), Source(idle=1)
    absent.refuses = "no such session"
    family = make(absent, second, third)
    family.listen(closely=True)
    assert family.idle_s() == 7
    assert second.closely == [False, True]
    assert family.report() == SenseReport(
        Sense.IDLE,
        "way 2",
        works=True,
        why="tells at once",
        others=(NotUsed("way 1", "no such session"), NotUsed("way 3", "not needed")),
    )
    assert third.line is None
    second.told().changed()
    assert told == [1]


def test_one_that_fails_is_followed_by_the_next(
    make: Make, told: list[int], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = Source(idle=3), Source(idle=4)
    family = make(first, second)
    assert family.idle_s() == 3
    first.told().failed("it died")
    assert family.idle_s() == 4
    assert first.closed == 1
    qtbot.waitUntil(lambda: told == [1])
    first.told().changed()
    first.told().failed("again")
    assert told == [1]
    assert family.report().others == (NotUsed("way 1", "it died"),)
    assert "not known from way 1 any more: it died" in caplog.text
    second.told().failed("it died too")
    assert family.idle_s() is None
    assert not family.report().works


def test_the_last_input_stands_until_the_next_source_works(
    make: Make, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = Source(idle=900), Source(answers=False, idle=900)
    family = make(first, second)
    assert family.idle_s() == 900
    first.told().failed("it died")
    time.passes(2)
    assert (family.settled, family.idle_s()) == (False, 902)
    assert second.told().last_ns == time.ns - 902 * SECOND
    second.told().works()
    assert family.settled
    assert family.idle_s() == 900
    assert "not known from way 1" in caplog.text


def test_one_that_never_answers_is_given_up(make: Make, qtbot: QtBot) -> None:
    silent, second = Source(answers=False), Source(idle=5)
    family = make(silent, second, limit_ms=20)
    assert family.idle_s() is None
    qtbot.waitUntil(lambda: family.idle_s() == 5)
    assert silent.closed == 1
    assert family.report().others == (NotUsed("way 1", "it does not answer"),)
    silent.told().works()
    assert family.report().member == "way 2"


def test_one_that_fails_while_it_begins_is_closed(make: Make) -> None:
    class Refuses(Source):
        def begin(self, line: Line) -> Source:
            line.failed("it refuses")
            return super().begin(line)

    bad, second = Refuses(answers=False), Source(idle=5)
    family = make(bad, second)
    assert (family.idle_s(), bad.closed) == (5, 1)


@pytest.mark.parametrize("lie", [-1, 100_001, 1 << 62])
def test_an_impossible_idle_time_is_a_lie(
    lie: int, make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    liar, second = Source(idle=lie), Source(idle=5)
    family = make(liar, second)
    assert family.idle_s() == 5
    assert family.report().others == (NotUsed("way 1", "it told an impossible idle time"),)
    assert "impossible idle time" in caplog.text


def test_one_that_fails_while_it_is_asked_is_followed_too(
    make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    class Dies(Source):
        def idle_s(self) -> int | None:
            self.told().failed("it died")
            return None

    family = make(Dies(), Source(idle=5))
    assert family.idle_s() == 5
    assert "it died" in caplog.text


def test_one_that_knows_nothing_yet_says_so(make: Make) -> None:
    assert make(Source(idle=None), Source()).idle_s() is None


def test_a_flood_ends_it(
    make: Make, told: list[int], time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    loud, second = Source(), Source(idle=5)
    family = make(loud, second)
    for _ in range(MOST_CHANGES):
        loud.told().changed()
    time.passes(11)
    loud.told().changed()
    assert family.report().member == "way 1"
    for _ in range(MOST_CHANGES):
        loud.told().changed()
    assert family.report().others == (NotUsed("way 1", "it floods"),)
    assert len(told) == 2 * MOST_CHANGES
    assert family.idle_s() == 5
    assert "it floods" in caplog.text


def test_one_that_appears_later_is_tried_again(make: Make, told: list[int], qtbot: QtBot) -> None:
    late, second = Source(idle=1), Source(idle=2)
    late.refuses = "nobody offers it"
    family = make(late, second)
    assert family.idle_s() == 2
    family.again("way 2")
    late.refuses = ""
    family.again("way 1")
    assert family.idle_s() == 1
    assert second.closed == 1
    qtbot.waitUntil(lambda: told == [1])
    family.again("way 1")
    assert family.report().others == (NotUsed("way 2", "not needed"),)


def test_the_one_in_use_stays_while_a_better_is_tried(
    make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    late, second, third = Source(idle=1, answers=False), Source(idle=2), Source(idle=3)
    late.refuses = "nobody offers it"
    family = make(late, second, third)
    late.refuses = ""
    family.again("way 1")
    assert family.idle_s() == 2
    second.told().failed("it died")
    late.told().failed("no use")
    assert family.idle_s() == 3
    assert family.report().others[0] == NotUsed("way 1", "no use")
    assert "not known from way 2" in caplog.text


def test_a_closed_family_calls_nobody(make: Make, told: list[int]) -> None:
    source = Source(idle=2)
    family = make(source)
    family.close()
    source.told().changed()
    assert (source.closed, told, family.idle_s()) == (1, [], None)
