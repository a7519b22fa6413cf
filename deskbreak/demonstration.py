"""A day at a desk, played by the real program at many times the speed of life.

Nothing is acted: the program runs whole, in folders of its own, and this plays its person, who
answers offers, does a guided break and reads the log. The clock runs fast while nothing happens
and slower while there is something to see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from deskbreak.adapters.application import make_qt
from deskbreak.adapters.autostart import NoAutostart
from deskbreak.adapters.catalog import title_of
from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.paths import Paths, make_folders
from deskbreak.app import Program
from deskbreak.core.command import Command, Show, Snooze, Start, Window
from deskbreak.core.journal_text import Telling, day_text
from deskbreak.core.leaving import Quit
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.status import StateName
from deskbreak.core.timing.moment import Moment
from deskbreak.core.words import English

FAST, WATCH, GUIDED, BRISK = 900, 30, 14, 60
"""Program seconds in one real second: while sitting, at an offer, in the first break, later."""

LONGEST_S = 150
"""Real seconds after which a demonstration that hangs is given up."""

_TICK_MS = 40
_SETTLE_S = 1.2
_OPENS = time(8, 58)
_CONFIG = """# The settings of a demonstration, in a folder that goes when it ends.
[office]
days = "mon-sun"
[safety]
acknowledged = {today}
text_version = 1
[schedule]
away_min = 240
fresh_after_min = 240
"""

Until = Callable[[], bool]


class Demonstration:
    """The person of the day."""

    def __init__(self, home: Path, out: Path | None, say: Callable[[str], None]) -> None:
        """Play in `home`, put pictures into `out` if there is one, and tell what happens."""
        self._home, self._out, self._say = home, out, say
        self._app: QApplication = make_qt()
        self._clock = SystemClock()
        morning = datetime.combine(self._clock.read().local().date(), _OPENS)
        self._clock.start_at(int(morning.replace(tzinfo=self._clock.read().zone).timestamp()))
        paths = self._paths()
        make_folders(paths)
        today = self._clock.read().local().date()
        paths.config_file.write_text(_CONFIG.format(today=today), encoding="utf-8")
        self._program = Program(self._app, paths, self._clock, float(FAST), autostart=NoAutostart())
        self._pictures = 0
        self._ended = False
        self._day = self._play()
        self._until: Until = lambda: True
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)

    def play(self) -> bool:
        """Play the day to its end; return whether it came there."""
        give_up = QTimer()
        give_up.setSingleShot(True)
        give_up.timeout.connect(self._app.quit)
        give_up.start(LONGEST_S * 1000)
        self._program.start(Window.TODAY)
        self._timer.start(_TICK_MS)
        self._app.exec()
        self._timer.stop()
        self._program.close()
        return self._ended

    def _paths(self) -> Paths:
        home = self._home
        return Paths(home / "config", home / "data", home / "state", home / "run")

    def _go_on(self) -> None:
        if not self._until():
            return
        try:
            self._until = next(self._day)
        except StopIteration:
            self._timer.stop()
            self._app.quit()

    def _play(self) -> Iterator[Until]:
        """Play the day; each yielded question is asked until the answer is yes."""
        yield self._pace(1)
        yield from self._show("The day begins at the desk.", "today-morning")
        yield from self._first_break()
        yield from self._later_break()
        self._pace(FAST)
        yield lambda: self._local().hour >= 18  # noqa: PLR2004 - the office closes
        yield self._pace(1)
        self._do(Show(Window.TODAY))
        yield from self._show("The office closes.", "today-evening")
        self._do(Show(Window.LOG))
        yield from self._show("This is what the log says:", "log")
        self._print_log()
        self._do(Show(Window.LIBRARY))
        yield from self._show("", "library")
        self._do(Show(Window.SETTINGS))
        yield from self._show("", "settings")
        self._ended = True
        self._do(Quit())

    def _first_break(self) -> Iterator[Until]:
        self._pace(FAST)
        yield lambda: self._state() is StateName.OFFERING
        yield self._pace(WATCH)
        yield from self._show("A break is offered.", "offer")
        self._do(Snooze(10))
        self._pace(FAST)
        yield lambda: self._state() is StateName.OFFERING
        yield self._pace(WATCH)
        yield from self._show("It was snoozed for ten minutes and is back.", "offer-again")
        self._do(Start())
        yield self._pace(GUIDED)
        yield from self._guided("The guided break runs.")

    def _guided(self, words: str) -> Iterator[Until]:
        self._say(f"{self._local():%H:%M}  {words}")
        yield from self._seen("get-ready", lambda view: view.stage is Stage.READY)
        for step in range(1, 5):
            middle = _in_the_middle_of(step)
            yield from self._seen(f"exercise-{step}", middle)
        yield lambda: self._view() is None
        yield self._pace(1)
        yield from self._show("The break is over and written down.", "end-card")
        self._program.stage.close()

    def _later_break(self) -> Iterator[Until]:
        self._pace(FAST)
        yield lambda: self._state() is StateName.OFFERING
        self._do(Start())
        yield self._pace(BRISK)
        yield lambda: self._view() is None
        self._say(f"{self._local():%H:%M}  A second break was done in the afternoon.")
        self._program.stage.close()

    def _seen(self, name: str, wanted: Callable[[SessionView], bool]) -> Iterator[Until]:
        """Take a picture when the session is where it is wanted; pass over what went by."""

        def there() -> bool:
            view = self._view()
            return view is None or wanted(view)

        yield there
        self._picture(name)

    def _show(self, words: str, picture: str) -> Iterator[Until]:
        """Say something, let the screen settle for a moment, and take a picture."""
        if words:
            self._say(f"{self._local():%H:%M}  {words}")
        yield self._rested(_SETTLE_S)
        self._picture(picture)

    def _rested(self, real_s: float) -> Until:
        timer = QTimer(self._timer)
        timer.setSingleShot(True)
        timer.start(int(real_s * 1000))
        return lambda: not timer.isActive()

    def _pace(self, speed: int) -> Until:
        self._clock.go_on_at(speed)
        self._program.look()
        return lambda: True

    def _do(self, command: Command) -> None:
        self._program.send(command)

    def _state(self) -> StateName:
        return self._program.engine.view().state

    def _view(self) -> SessionView | None:
        return self._program.engine.status().session

    def _now(self) -> Moment:
        return self._clock.read()

    def _local(self) -> datetime:
        return self._now().local()

    def _picture(self, name: str) -> None:
        """Save the whole screen, or the window in front where the desktop hides its screen."""
        if self._out is None:
            return
        self._pictures += 1
        screen = self._app.primaryScreen()
        shot = screen.grabWindow(0)
        front = self._app.activeWindow()
        if shot.isNull() and front is not None:
            shot = front.grab()
        shot.save(str(self._out / f"{self._pictures:02}-{name}.png"))

    def _print_log(self) -> None:
        day = self._program.reader.day(self._program.reader.today())
        tr = English()
        telling = Telling(tr, lambda name: title_of(tr, name))
        text = day_text(day.day, day.breaks, (), day.tally.goal_s, telling)
        self._say(text)


def _in_the_middle_of(step: int) -> Callable[[SessionView], bool]:
    def there(view: SessionView) -> bool:
        moving = view.stage is Stage.EXERCISE and view.rep > 0 and view.breath_part > 0.5  # noqa: PLR2004 - half
        return view.step > step or (view.step == step and moving)

    return there
