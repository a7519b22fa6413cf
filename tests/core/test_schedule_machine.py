"""Random lives: whatever happens, the promises of the schedule hold."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from deskbreak.core import schedule
from deskbreak.core.command import (
    NUDGE,
    Ate,
    Code,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Resume,
    Skip,
    Snooze,
    Start,
    Unskip,
)
from deskbreak.core.entry import Break, OpenBreak, Outcome, What
from deskbreak.core.leaving import Quit
from deskbreak.core.settings.values import Office, Schedule, Settings, Span
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.frozen import thaw
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.state import Away, Exercising, Offering, Working, due_of
from deskbreak.core.unfit import PauseUnfit, Unfit
from tests.core.clockwork import DONE, LEFT, World, world

MINUTES = st.sampled_from([0.5, 3, 9, 10, 11, 14, 25, 45, 61, 90, 125, 185, 400])
SECONDS = st.sampled_from([1, 9 * 60, 11 * 60, 3700, 8 * 3600, 7 * 86400])
STEPS = st.sampled_from([1, -1, 3600, -3600, 365 * 86400, -365 * 86400, -20 * 365 * 86400])
WISHES: st.SearchStrategy[Ask] = st.sampled_from(
    [
        *(Snooze(), Snooze(1), Snooze(30), Snooze(240), Snooze(0), Skip(), Unskip()),
        *(PauseFor(20), PauseFor(90), PauseUntilTime(15 * 60), PauseUntilTomorrow()),
        *(PauseToday(), PauseOpen(), Resume(), InMeeting(), InMeeting(30), MeetingOver()),
        *(PauseUnfit(Unfit.HURT), PauseUnfit(Unfit.UNWELL), Resume(better=True)),
        *(
            Ate(),
            Ate(Meal.SNACK),
            Ate(Meal.NOTHING),
            Start(),
            Start(NUDGE, check=True),
            Start(missed=True),
            Quit(),
        ),
    ],
)
ANSWERS: st.SearchStrategy[Ask | None] = st.sampled_from(
    [
        *(None, None, Snooze(), Snooze(45), Skip(), Start(), Start(NUDGE, check=True)),
        *(PauseFor(20), InMeeting(30), InMeeting()),
    ],
)
NIGHT = Settings(office=Office(hours=(Span(22 * 60, 6 * 60),), lunch=Span(60, 90)))
ALWAYS = Settings(office=Office(days=tuple(range(7)), hours=(Span(0, 1440),), lunch=None))
TIMES = Settings(schedule=Schedule(mode="times", times=(600, 660, 840, 1000)))
NUDGED = Settings(schedule=Schedule(posture_nudge_min=40))
LIVES = [Settings(), NIGHT, ALWAYS, TIMES, NUDGED, Settings(office=Office(days=()))]
HOURS = st.sampled_from([3, 8, 9, 13, 15, 21])
ZONES = st.sampled_from(["Europe/Berlin", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe"])


class Lives(RuleBasedStateMachine):
    """Two worlds with the same life: one is looked at when it asks, one all the time."""

    worlds: tuple[World, World]

    @initialize(sensor=st.booleans(), life=st.sampled_from([*LIVES, ALWAYS]), hour=HOURS)
    def begin(self, sensor: bool, life: Settings, hour: int) -> None:  # noqa: FBT001  # hypothesis
        start = f"2026-11-23 {hour:02}:17"
        self.worlds = (
            world(start, settings=life, sensor=sensor),
            world(start, settings=life, sensor=sensor, extra=611),
        )

    @rule(minutes=MINUTES)
    def sit(self, minutes: float) -> None:
        for each in self.worlds:
            each.sit(minutes)

    @rule(wish=ANSWERS)
    def sit_until_asked(self, wish: Ask | None) -> None:
        """Sit until a break is due, or for four hours; then answer, or not."""
        for _ in range(12):
            for each in self.worlds:
                if due_of(each.state) is None:
                    each.sit(20)
        if wish is not None:
            self.ask(wish)

    @rule(minutes=MINUTES)
    def be_still(self, minutes: float) -> None:
        for each in self.worlds:
            each.still(minutes)

    @rule(minutes=MINUTES)
    def lock(self, minutes: float) -> None:
        for each in self.worlds:
            each.lock(minutes)

    @rule(seconds=SECONDS)
    def sleep(self, seconds: int) -> None:
        for each in self.worlds:
            each.close_lid(seconds)

    @rule(holds=st.frozensets(st.sampled_from([Hold.MEETING, Hold.FULLSCREEN]), max_size=2))
    def hold(self, holds: frozenset[Hold]) -> None:
        for each in self.worlds:
            each.hold(*holds)

    @rule(wish=WISHES)
    def ask(self, wish: Ask) -> None:
        replies = [each.ask(wish) for each in self.worlds]
        assert replies[0] == replies[1]
        assert replies[0].sentence
        assert replies[0].code is not Code.FAILED

    @precondition(lambda self: self.worlds[0].open)
    @rule(frames=st.booleans(), minutes=st.sampled_from([0, 4, 12]), done=st.booleans())
    def exercise(self, frames: bool, minutes: int, done: bool) -> None:  # noqa: FBT001  # hypothesis
        for each in self.worlds:
            if frames:
                each.paint()
            each.sit(minutes)
            each.over(DONE if done else LEFT)
            each.open = False

    @rule(seconds=STEPS)
    def set_clock(self, seconds: int) -> None:
        for each in self.worlds:
            if each.now.utc + seconds > 86400:
                each.set_clock(seconds)

    @rule(zone=ZONES)
    def fly(self, zone: str) -> None:
        for each in self.worlds:
            each.fly(zone)

    @rule(life=st.sampled_from(LIVES), goal_s=st.sampled_from([600, 200]))
    def choose(self, life: Settings, goal_s: int) -> None:
        for each in self.worlds:
            each.choose(life, goal_s)
            each.recount(goal_s // 2)

    @rule(minutes=MINUTES, reboot=st.booleans())
    def restart(self, minutes: float, reboot: bool) -> None:  # noqa: FBT001  # hypothesis
        for each in self.worlds:
            each.restart(minutes, reboot=reboot)

    @invariant()
    def the_same_events_give_the_same_journal(self) -> None:
        one, two = self.worlds
        assert one.entries == two.entries
        assert one.notes == two.notes
        assert one.begun == two.begun
        assert one.state.book.posture == two.state.book.posture
        assert one.name == two.name

    @invariant()
    def nothing_is_negative(self) -> None:
        each = self.worlds[0]
        view = each.view
        assert view.sitting_s >= 0
        assert 0 <= view.progress <= 1
        assert view.next_break is None or view.next_break.earliest <= view.next_break.latest
        for entry in each.entries:
            assert entry.seconds >= 0
            assert entry.snoozes >= 0
            if entry.outcome is Outcome.NATURAL and entry.started_at is not None:
                assert entry.ended_at >= entry.started_at

    @invariant()
    def what_is_shown_agrees_with_the_state(self) -> None:
        for each in self.worlds:
            assert (each.offer is not None) == isinstance(each.state, Offering)
            assert each.open == isinstance(each.state, Exercising)
            if isinstance(each.state, Offering):
                assert each.offer is not None
                assert each.offer.quiet == each.state.quiet
            nudged = each.state.book.posture.until is not None
            assert (each.nudge is not None) == nudged
            assert not nudged or isinstance(each.state, Working)

    @invariant()
    def one_offer_has_one_ending(self) -> None:
        each = self.worlds[0]
        first = [n for n in each.notes if n.what is What.OFFERED and is_first(n.data)]
        endings = Counter(ended(entry) for entry in each.entries if entry.offered_at is not None)
        assert all(count == 1 for count in endings.values()), endings
        due = each.state.due if isinstance(each.state, Away) else due_of(each.state)
        still_open = int(due is not None and due.offered_at is not None)
        crashed = sum(entry.offered_at is not None for entry in lost_sessions(each))
        assert len(first) == sum(endings.values()) + still_open + crashed

    @invariant()
    def every_turn_stands_in_the_table(self) -> None:
        for each in self.worlds:
            for turn in each.path:
                assert turn.after in schedule.TABLE[turn.before, turn.trigger], turn
            each.path.clear()

    @invariant()
    def one_absence_has_one_entry(self) -> None:
        naturals = [e for e in self.worlds[0].entries if e.outcome is Outcome.NATURAL]
        starts = [entry.started_at for entry in naturals]
        assert len(starts) == len(set(starts))

    @invariant()
    def a_state_survives_being_text(self) -> None:
        each = self.worlds[0]
        text = schedule.freeze(each.state)
        back = thaw(text, each.now, each.rules)
        assert type(back) is type(each.state)
        assert due_of(back) == due_of(each.state)
        assert schedule.freeze(back) == text


def is_first(data: tuple[tuple[str, object], ...]) -> bool:
    return dict(data).get("first") is True


def ended(entry: Break) -> tuple[int | None, int | None, int]:
    return (entry.offered_at, entry.started_at, entry.ended_at)


def lost_sessions(each: World) -> list[OpenBreak]:
    """Return begun breaks that a crash cut: their journal entry is none of the schedule's."""
    finished = {entry.started_at for entry in each.entries}
    return [opened for opened in each.begun if opened.started_at not in finished]


TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
