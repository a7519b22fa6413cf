"""The composition root: builds the parts and connects them, nothing else."""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from deskbreak import __version__
from deskbreak.adapters.activation import with_token
from deskbreak.adapters.application import make_qt
from deskbreak.adapters.autostart import RepairingAutostart, mend, own_autostart
from deskbreak.adapters.catalog import load_exercises, load_recipes
from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.instance import InstanceLock
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.adapters.keep_awake import own_keep_awake
from deskbreak.adapters.layer.here import own_layers
from deskbreak.adapters.log_file import write_log
from deskbreak.adapters.motion_preference import desktop_moves_less
from deskbreak.adapters.paths import Paths, find_paths, make_folders, site_config_file
from deskbreak.adapters.places import Places
from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.senses import Senses
from deskbreak.adapters.server import command_server
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.adapters.signals import QuitSignals
from deskbreak.adapters.sound import system_sounds
from deskbreak.adapters.state_file import StateFile
from deskbreak.adapters.words_gettext import words_for
from deskbreak.answering import Answers, Identity
from deskbreak.coaching import Coach, Shelves
from deskbreak.commanding import Commands, Desk, problem_notices
from deskbreak.core.command import Code, Command, Reply, Start, Window
from deskbreak.core.leaving import Quit
from deskbreak.core.timing.sensed import Hold, is_ignored
from deskbreak.engine import Engine
from deskbreak.furnishing import Rooms, notifier_for, shortcuts_for, sources_for
from deskbreak.parting import Parting
from deskbreak.parts import Parts
from deskbreak.reading import Reader
from deskbreak.recording import Recorder, close_left
from deskbreak.ui import theme
from deskbreak.ui.stage import WindowStage
from deskbreak.ui.tray.tray import Tray


def run_app(*, speed: int, show: Window | None) -> int:
    """Run the tray program until it ends, and return its exit code.

    Raises:
        AlreadyRunningError: another deskbreak of this user runs.
    """
    paths = find_paths()
    excuses = make_folders(paths)
    lock = InstanceLock(paths.lock)
    log = write_log(paths.log_file)
    try:
        app = make_qt()
        program = Program(app, paths, SystemClock(speed), float(speed), excuses)
        program.start(show)
        code = app.exec()
        program.close()
        log.close()  # it is one of the files that a person may want deleted
        code = program.parting.carry_out(paths) or code
    finally:
        log.close()
        lock.release()
    program.parting.tell()
    return code


class Program:
    """Everything that runs, built once and taken down once."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        clock: SystemClock,
        stride: float,
        excuses: tuple[str, ...] = (),
        autostart: RepairingAutostart | None = None,
    ) -> None:
        """Build all parts; nothing is shown and nobody is answered yet.

        `stride` is the most program seconds by which one look may move a session on; `excuses`
        say which folders could not be made; `autostart` is the desktop's own unless it is given.
        """
        # APScheduler is the heaviest import after Qt.
        from deskbreak.adapters import ticker_apscheduler as ticks  # noqa: PLC0415 - Qt is up first

        self._app, self.clock, self._alarms = app, clock, list[str]()
        self._store = SettingsToml(
            paths.config_file, site=site_config_file(), utc_now=lambda: clock.read().utc
        )
        settings, problems = self._store.load()
        tr = words_for(settings.display.language, os.environ, resources_folder() / "translations")
        self._tr, self._record, self.parting = tr, settings.record, Parting(app, tr)
        theme.apply(app, settings.display.theme)
        self._journal = open_journal(
            paths.journal_file,
            paths.backups,
            lambda: clock.read().utc,
            tr,
            lambda: self._record,
            self._alarms.append,
        )
        self._autostart = autostart or own_autostart(
            os.environ, lambda sentence: self.stage.tell("deskbreak", sentence)
        )
        self.tray = Tray(self.send, tr)
        self._sounds = system_sounds(resources_folder())
        rooms = Rooms(
            clock=clock,
            store=self._store,
            autostart=self._autostart,
            places=Places(paths.state),
            tr=tr,
            engine=lambda: self.engine,
            reader=lambda: self.reader,
            send=self._carry_out,
            sounds=self._sounds,
            holds=self._holds,
            moves_less=desktop_moves_less,
            tell=lambda sentence: self.stage.tell("deskbreak", sentence),
            senses=lambda: self._senses.reports(),  # noqa: PLW0108 - they are made after the rooms
        )
        layers = own_layers(QGuiApplication.platformName(), os.environ)
        self._shortcuts = shortcuts_for(rooms, self.send, paths.state)
        self.stage = WindowStage(self.tray, self.send, sources_for(rooms), tr, layers)
        self._notifier = notifier_for(self.send, tr, self.stage.corners, self.tray)
        schedule = settings.schedule
        self._senses = Senses(
            self.look, self.clock_changed, (schedule.lull_s, schedule.away_min * 60), clock=clock
        )
        self._ticker = ticks.ApschedulerTicker(
            clock, self.look, ticks.SAFETY_S if self._senses.tells_clock else ticks.SAFETY_BLIND_S
        )
        left, recorder = close_left(self._journal), Recorder(self._journal)
        self.engine = Engine(
            Parts(
                clock=clock,
                ticker=self._ticker,
                stage=self.stage,
                notifier=self._notifier,
                activity=self._senses.activity,
                attention=self._senses.attention,
                state=StateFile(paths.state_file),
                keep_awake=own_keep_awake(tr("A break is running")),
                coach=Coach(recorder, clock, Shelves(load_exercises, load_recipes)),
                tr=tr,
                stride=stride,
            ),
            recorder,
            settings,
            (*excuses, *problem_notices(problems, tr)),
        )
        self.engine.unfinished = left
        self.reader = Reader(self.engine, self._journal, clock)
        self.stage.driver = self.engine
        self.commands = Commands(
            self.engine,
            Desk(clock, self.stage, self._store, self._autostart, self.parting.leave, tr),
        )
        answers = Answers(self.engine, self.commands, Identity(__version__, os.getpid()), tr)
        answers.after, answers.explain = self._dress, self._explain
        self._server = command_server(paths.socket, with_token(answers.handle))
        self._signals = QuitSignals(lambda: self.send(Quit()))

    def start(self, show: Window | None) -> None:
        """Show the tray, take up the day, and answer the command line."""
        mend(self._autostart)
        self.tray.availability.connect(self._tray_there)
        self._app.styleHints().colorSchemeChanged.connect(self._dress)
        self.tray.start()
        self._senses.choose(self.engine.settings)
        self._shortcuts.choose(on=self.engine.settings.shortcuts.everywhere)
        self.engine.start()
        try:
            self._server.listen()
        except OSError as error:
            self.stage.tell("deskbreak", self._tr("The command line is off: {why}", why=str(error)))
        if self.engine.settings.safety.acknowledged is None:
            self.stage.show(Window.WELCOME)
        elif self.engine.unfinished is not None:
            self._notifier.tell(
                self._tr("Your break was cut short"),
                self._tr("It is in the journal. You can go on with it from the tray or Today."),
            )
        for sentence in self._alarms:
            self.stage.tell("deskbreak", sentence)
        if show is not None:
            self.stage.show(show)

    def send(self, command: Command) -> None:
        """Do what a window, the tray or a notification asks, and tell what a person must know."""
        reply = self.commands.send(command)
        welcomed = isinstance(command, Start) and self.engine.asking() is not None
        if reply.sentence and (reply.notable or reply.code is not Code.DONE) and not welcomed:
            self.stage.tell("deskbreak", reply.sentence)
        self._dress()

    def look(self) -> None:
        """Look at the clock and the senses."""
        self.engine.look()

    def clock_changed(self) -> None:
        """Look soon: the machine woke up or its clock was set."""
        self._ticker.clock_changed()

    def close(self) -> None:
        """Take everything down, the journal last."""
        self._server.close()
        self._ticker.stop()
        self._senses.close()
        self._shortcuts.close()
        self.stage.close()
        self._sounds.close()
        self._notifier.close()
        self.tray.close()
        self._signals.close()
        self._journal.close()

    def _holds(self) -> frozenset[Hold]:
        ignored = self.engine.settings.hold_back.ignore_apps
        causes = self._senses.attention.causes()
        return frozenset(cause.hold for cause in causes if not is_ignored(cause, ignored))

    def _explain(self) -> str:
        return self.reader.why(self._senses.reports(), self._tr)

    def _tray_there(self, there: bool) -> None:  # noqa: FBT001 - a signal's signature
        if not there:
            self.stage.show(Window.TODAY)

    def _dress(self, *_scheme: object) -> None:
        settings = self.engine.settings
        theme.apply(self._app, settings.display.theme)
        self._senses.choose(settings)
        self._shortcuts.choose(on=settings.shortcuts.everywhere)
        self._record = settings.record

    def _carry_out(self, command: Command) -> Reply:
        """Carry out a window's wish; the window itself says what came of it."""
        reply = self.commands.send(command)
        self._dress()
        return reply
