"""Holds the one mutable state: takes an event, steps the schedule, performs the effects.

Everything that decides lives in the core; everything that touches the world lives behind a port.
The engine keeps the order: the journal first, then the windows, then the next look. An event that
arrives while another is being performed waits for its turn.
"""

from __future__ import annotations

from collections import deque

from deskbreak.core import schedule
from deskbreak.core.command import Reply, SessionVerb
from deskbreak.core.entry import Discomfort, Happening, LeftBreak, Reason, Scalar, StepDone, What
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.routine import Routine
from deskbreak.core.routine_ids import GENTLE
from deskbreak.core.safety import Asking, asks
from deskbreak.core.session_view import SessionResult, SessionView
from deskbreak.core.settings.values import Settings
from deskbreak.core.status import ScheduleView, Status
from deskbreak.core.timing.event import (
    Ask,
    Asked,
    Event,
    Look,
    Painted,
    Recounted,
    RulesChanged,
    SessionOver,
)  # fmt: skip
from deskbreak.core.timing.rules import Rules
from deskbreak.core.wording.reasons import next_break_sentence, why
from deskbreak.core.wording.replies import reply_to
from deskbreak.guiding import NOTHING_DONE, Guide, done_before
from deskbreak.keeping import StateKeeper
from deskbreak.parts import Parts
from deskbreak.performing import Performer
from deskbreak.recording import Recorder


class Engine:
    """The program's one mutable state.

    `settings`, `notices` (what is wrong with them) and `guide` (the running session) are for
    reading, and so is the `recorder`. `unfinished` is the break that a crash cut short; while
    `resuming`, a start goes on with it.
    """

    def __init__(
        self, parts: Parts, recorder: Recorder, settings: Settings, notices: tuple[str, ...]
    ) -> None:
        """Take up the state that was saved last, or begin anew. Nothing is shown yet."""
        self._parts, self.coach = parts, parts.coach
        self.recorder = recorder
        self.settings, self.notices = settings, notices
        self.guide: Guide | None = None
        self.unfinished: LeftBreak | None = None
        self.resuming = self._busy = False
        self._inbox: deque[Event] = deque()
        self._keeper = StateKeeper(parts.state)
        self._performer = Performer(parts, recorder, self)
        self._over: tuple[SessionResult, str] | None = None
        now, sensed = parts.now()
        done_s = recorder.tally(schedule.day_of(now, self.rules()), 0).seconds
        first = schedule.begin(now, sensed, self.rules(), self._keeper.load(), done_s)
        self._state, self._first = first.state, first.effects

    def start(self) -> None:
        """Perform what the beginning asks for: an open offer, the first look."""
        effects, self._first = self._first, ()
        self._performer.perform(effects)
        self._settle()

    def look(self) -> None:
        """Look at the clock and the senses, and do what is due."""
        self._guide_on()
        self.take(Look(*self._parts.now()))

    def take(self, event: Event) -> Reply | None:
        """Step the schedule by an event, perform what follows, and return its answer if any."""
        self._inbox.append(event)
        if self._busy:
            return None
        reply: Reply | None = None
        self._busy = True
        try:
            while self._inbox:
                step = schedule.step(self._state, self._inbox.popleft(), self.rules())
                self._state = step.state
                reply = reply or step.reply
                self._performer.perform(step.effects)
        finally:
            self._busy = False
        self._settle()
        return reply

    def ask(self, wish: Ask) -> Reply:
        """Hand a person's wish to the schedule and say what came of it."""
        before = self.view()
        reply = self.take(Asked(*self._parts.now(), wish))
        said = reply_to(wish, before, self.view(), self._parts.tr)
        return said if reply is None or said.code is reply.code else reply

    def view(self) -> ScheduleView:
        """Return what the schedule shows now."""
        return schedule.view(self._state, *self._parts.now(), self.rules())

    def status(self) -> Status:
        """Return the state of the program as it is shown everywhere."""
        self._guide_on()
        shown, pain = self.view(), self.restrictions()
        return Status(
            schedule=shown,
            today=self.recorder.tally(shown.day, self.rules().goal_s),
            session=None if self.guide is None else self._frame(self.guide),
            why=why(shown, self._parts.tr),
            can_recover=self.unfinished is not None,
            acknowledged=self.settings.safety.acknowledged is not None,
            notices=(*self.notices, *self.recorder.notices()),
            asking=self.asking(),
            suspended=pain.suspended,
            cleared=self.settings.safety.cleared,
            off=tuple(sorted(pain.off)),
        )

    def plan(self, routine: str | None) -> Routine | NoRoutine:
        """Plan a routine by its id, None for the settings' own, or a gentle one after a meal."""
        done = done_before(self.unfinished) if self.resuming else frozenset()
        gentle = self.settings.routine.after_meal == "gentle" and self.view().recently_ate
        return self._parts.coach.plan(routine or (GENTLE if gentle else None), self.settings, done)

    def frame(self) -> SessionView | None:
        """Return what the break window shows now; None when no session runs."""
        self._guide_on()
        return None if self.guide is None else self._frame(self.guide)

    def painted(self) -> None:
        """Begin the session's clock: its first frame is on the screen."""
        guide = self.guide
        if guide is None or guide.begun:
            return
        guide.begin(self._parts.clock.elapsed())
        of = guide.routine
        self.take(Painted(*self._parts.now(), of.kept_as, of.level.value, of.week))

    def change(self, settings: Settings, notices: tuple[str, ...]) -> None:
        """Work by other settings from now on; the sitting clock goes on."""
        if settings != self.settings:
            self.recorder.note(Happening(self._parts.clock.read().utc, What.SETTINGS))
        self.settings, self.notices = settings, notices
        self.take(RulesChanged(*self._parts.now()))

    def note(self, data: tuple[tuple[str, Scalar], ...]) -> None:
        """Write down what a person has settled, and work by it from now on."""
        self.recorder.note(Happening(self._parts.clock.read().utc, What.SETTINGS, data))
        self.take(RulesChanged(*self._parts.now()))

    def drive(self, verb: SessionVerb, discomfort: Discomfort | None) -> bool:
        """Drive the running session; tell whether that did anything."""
        self._guide_on()
        if self.guide is None or not self.guide.may(verb):
            return False
        self.guide.drive(verb, self._parts.clock.elapsed(), discomfort)
        self._guide_on()
        self._settle()
        return True

    def rate(self, energy: int) -> bool:
        """Add to the break that ended last how the energy was after it; tell if there was one."""
        rated = self.recorder.rate(energy)
        self._settle()
        return rated

    def read_again(self) -> None:
        """Go by the journal as it stands now: it was mended, or changed from outside."""
        now, sensed = self._parts.now()
        done = self.recorder.tally(schedule.day_of(now, self.rules()), 0)
        self.take(Recounted(now, sensed, done.seconds))

    def open(self, routine_id: str | None) -> None:
        """Open a session, or end it at once where there is nothing to guide."""
        routine = self.plan(routine_id)
        if isinstance(routine, NoRoutine):
            self.take(SessionOver(*self._parts.now(), NOTHING_DONE))
            return
        self.unfinished, self.resuming = None, False
        self.guide = Guide(routine, self._parts.stride, ready=self.settings.display.ready_card)
        self._parts.keep_awake.hold()
        self._parts.stage.open_session(routine)

    def halt(self) -> None:
        """Let the running session stand still: the screen was locked or the machine slept."""
        if self.guide is not None:
            self.guide.halt(self._parts.clock.elapsed())

    def planned(self) -> tuple[StepDone, ...]:
        """Return the steps of the running session with nothing done yet."""
        return () if self.guide is None else self.guide.planned()

    def cut(self, reason: Reason) -> None:
        """End the running session without its person, for example because the program ends."""
        if self.guide is not None:
            self.guide.cut(self._parts.clock.elapsed(), reason)
            self._guide_on()

    def rules(self) -> Rules:
        """Return the rules that stand now."""
        return self.coach.rules(self.settings).with_days_off(self._parts.attention.days_off())

    def restrictions(self) -> Restrictions:
        """Return what pain restricts, as the journal tells it."""
        return self._parts.coach.restrictions(self.settings)

    def asking(self) -> Asking | None:
        """Return why the next start asks for the safety page first."""
        today = self._parts.clock.read().local().date()
        return asks(self.settings.safety, today, self.restrictions().suspended)

    def _frame(self, guide: Guide) -> SessionView:
        return guide.view(self._parts.clock.elapsed(), self._parts.tr)

    def _settle(self) -> None:
        """Save the state when it changed, and show it."""
        self._keeper.keep(self._state)
        if self._over is not None:
            (result, routine), self._over = self._over, None
            coming = next_break_sentence(self.view(), self._parts.tr)
            kind = self._parts.coach.after(result, routine, self.settings, self._parts.tr)
            coming = " ".join(filter(None, (self.recorder.fault, coming)))
            self._parts.stage.close_session(result, "\n\n".join(filter(None, (coming, kind))))
        self._parts.stage.show_status(self.status())

    def _guide_on(self) -> None:
        """Let the session move on to now, commit what it did, and end it when it is over."""
        if self.guide is None:
            return
        news = self.guide.look(self._parts.clock.elapsed())
        self.recorder.heed(news)
        if news.result is not None:
            self._end(news.result)

    def _end(self, result: SessionResult) -> None:
        routine = "" if self.guide is None else self.guide.routine.id
        self.guide = None
        self._parts.keep_awake.release()
        self._over = result, routine
        self.take(SessionOver(*self._parts.now(), result))
