"""A whole engine on recording fakes: one verb moves its world, lists say what happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from deskbreak.adapters.catalog import load_exercises
from deskbreak.answering import Answers, Identity
from deskbreak.coaching import Coach, Shelves
from deskbreak.commanding import Commands, Desk
from deskbreak.core.leaving import Leaving
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Recipe
from deskbreak.core.settings.values import Office, Safety, Settings, Span
from deskbreak.core.words import English
from deskbreak.engine import Engine
from deskbreak.parts import Parts
from deskbreak.reading import Reader
from deskbreak.recording import Recorder
from tests.fake_keepers import (
    FakeAutostart,
    FakeAwake,
    FakeJournal,
    FakeSenses,
    FakeState,
    FakeStore,
)
from tests.fakes import FakeNotifier, FakeStage, FakeTicker, HandClock

READY = Settings(
    office=Office(hours=(Span(9 * 60, 18 * 60),), lunch=None),
    safety=Safety(acknowledged=date(2026, 11, 1), cleared=True, text_version=1),
)


@dataclass
class World:
    """The engine and everything around it. `awake` moves time in steps, looking after each."""

    settings: Settings = READY
    clock: HandClock = field(default_factory=HandClock)
    ticker: FakeTicker = field(default_factory=FakeTicker)
    stage: FakeStage = field(default_factory=FakeStage)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    journal: FakeJournal = field(default_factory=FakeJournal)
    senses: FakeSenses = field(default_factory=FakeSenses)
    state: FakeState = field(default_factory=FakeState)
    keep_awake: FakeAwake = field(default_factory=FakeAwake)
    store: FakeStore = field(default_factory=FakeStore)
    autostart: FakeAutostart = field(default_factory=FakeAutostart)
    left: list[Leaving] = field(default_factory=list)
    recipes: tuple[Recipe, ...] = RECIPES

    def __post_init__(self) -> None:
        self.store.settings = self.settings
        self.boot()

    def boot(self) -> None:
        """Build the engine anew on what is kept: a restart."""
        recorder = Recorder(self.journal)
        parts = Parts(
            clock=self.clock,
            ticker=self.ticker,
            stage=self.stage,
            notifier=self.notifier,
            activity=self.senses,
            attention=self.senses,
            state=self.state,
            keep_awake=self.keep_awake,
            coach=Coach(recorder, self.clock, Shelves(load_exercises, lambda: self.recipes)),
            tr=English(),
        )
        self.engine = Engine(parts, recorder, self.settings, ())
        self.engine.start()
        desk = Desk(
            self.clock,
            self.stage,
            self.store,
            self.autostart,
            self.left.append,
            English(),
        )
        self.commands = Commands(self.engine, desk)
        self.answers = Answers(self.engine, self.commands, Identity("1.2.3", 42), English())
        self.reader = Reader(self.engine, self.journal, self.clock)

    def awake(self, seconds: float, step: float = 60.0) -> None:
        """Let time pass with somebody at the computer."""
        while seconds > 0:
            self.clock.awake(min(step, seconds))
            self.engine.look()
            seconds -= step

    def sit_until_offered(self) -> None:
        """Sit through to the latest moment of the window."""
        self.awake(3 * 3600 + 120)

    def guide(self, seconds: float, step: float = 0.5) -> None:
        """Let frames of the running session be painted for a while."""
        for _ in range(int(seconds / step)):
            self.clock.awake(step)
            if self.engine.frame() is None:
                return
