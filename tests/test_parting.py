"""The program ends, and deletes afterwards exactly what a person wanted deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from deskbreak.adapters.paths import find_paths
from deskbreak.core.command import Code
from deskbreak.core.entry import Outcome, Reason
from deskbreak.core.exit_code import DONE, FAILED
from deskbreak.core.leaving import Forget, Leaving, Quit
from deskbreak.core.protocol import Request
from deskbreak.core.protocol_args import ProtocolError
from deskbreak.core.words import English
from deskbreak.parting import Parting
from tests.cli.test_forget import furnish, there
from tests.engine_world import World
from tests.test_session_interruptions import running


def parted(qapp: QApplication, *wishes: Leaving) -> tuple[int, Parting]:
    parting = Parting(qapp, English())
    for wish in wishes:
        parting.leave(wish)
    return parting.carry_out(find_paths()), parting


def test_quitting_deletes_nothing(qapp: QApplication) -> None:
    _, data, own, foreign = furnish()
    code, parting = parted(qapp, Quit())
    assert code == DONE
    assert all(there([*data, *own, *foreign]))
    parting.tell()  # there is nothing to tell: it does not wait


@pytest.mark.parametrize("settings", [False, True])
def test_exactly_what_was_asked_for_goes(qapp: QApplication, *, settings: bool) -> None:
    _, data, own, foreign = furnish()
    code, parting = parted(qapp, Forget(settings=settings))
    assert code == DONE
    assert not any(there(data))
    assert there(own) == [not settings] * len(own)
    assert all(there(foreign))
    parting.tell()


def test_a_signal_after_the_wish_does_not_undo_it(qapp: QApplication) -> None:
    _, data, own, _ = furnish()
    parted(qapp, Forget(settings=True), Quit())
    assert not any(there([*data, *own]))


def test_what_cannot_be_deleted_is_told_and_the_rest_goes(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, data, *_ = furnish()
    unlink = Path.unlink

    def held(path: Path, *, missing_ok: bool = False) -> None:
        if path == paths.journal_file:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    code, parting = parted(qapp, Forget())
    assert code == FAILED
    assert [path for path in data if path.exists()] == [paths.journal_file]
    assert f"{paths.journal_file} could not be deleted" in told(qtbot, parting)


def test_a_link_that_stays_is_told(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    paths, *_ = furnish()
    paths.journal_file.rename(tmp_path / "deskbreak.db")
    paths.journal_file.symlink_to(tmp_path / "deskbreak.db")
    code, parting = parted(qapp, Forget())
    assert code == DONE
    assert f"{paths.journal_file} is a link" in told(qtbot, parting)
    assert (tmp_path / "deskbreak.db").exists()


def told(qtbot: QtBot, parting: Parting) -> str:
    """Return what is said at the end, and close it."""
    said: list[str] = []

    def read() -> bool:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible() and len(box.buttons()) == 1:
                said.append(box.informativeText())
                box.buttons()[0].click()
        return bool(said)

    class Loop:
        """The application's loop, turned by the test until the person has read it."""

        ended = False

        def quit(self) -> None:
            self.ended = True

        def exec(self) -> int:
            qtbot.waitUntil(read)
            qtbot.waitUntil(lambda: self.ended)
            return 0

    parting._app = Loop()  # type: ignore[assignment]  # noqa: SLF001 - a loop of the test's own
    parting.tell()
    return said[0]


def test_a_running_break_is_ended_before_the_program_leaves() -> None:
    world = running()
    assert world.commands.send(Forget(settings=True)).code is Code.DONE
    assert world.engine.guide is None
    entry = world.journal.entries[-1]
    assert (entry.outcome, entry.reason) == (Outcome.PARTIAL, Reason.QUIT)
    assert world.left == [Forget(settings=True)]


@pytest.mark.parametrize(
    "request_", [Request("forget", {}), Request("quit", {"forget": True, "settings": True})]
)
def test_nobody_can_ask_for_it_over_the_socket(request_: Request) -> None:
    world = World()
    with pytest.raises(ProtocolError):
        world.answers.handle(request_)
    assert world.left == []
