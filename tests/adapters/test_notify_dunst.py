"""The notifier against a real dunst on a display of its own; its buttons are really pressed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Outcome, Toast
from deskbreak.adapters.notify_freedesktop import FreedesktopNotifier
from deskbreak.core.command import Command, Show, Skip, Snooze, Window
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import English
from tests.displays import run_display

_MISSING = [name for name in ("dunst", "dunstctl") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.linux,
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
]

VIEW = OfferView("Time to loosen up", "A & B", 0, 10, (5,), can_snooze=True, quiet=False)
OFFER = Toast(VIEW.title, VIEW.text, VIEW)


class Dunst:
    """A running dunst and a remote control for it."""

    def __init__(self, env: dict[str, str], picks: Path) -> None:
        self._env = env
        self._picks = picks

    def ctl(self, *words: str) -> str:
        done = subprocess.run(
            ["dunstctl", *words], env=self._env, capture_output=True, text=True, check=False
        )
        return done.stdout

    def shown(self) -> int:
        text = self.ctl("count", "displayed").strip()
        return int(text) if text.isdigit() else -1

    def press(self, label: str) -> None:
        """Pick a button by its label from dunst's menu, as a person does."""
        self._picks.write_text(label, encoding="utf-8")
        self.ctl("context")


@pytest.fixture
def dunst(home: Path, private_bus: str) -> Iterator[Dunst]:
    picks = home / "pick"
    menu = home / "menu"
    menu.write_text(f'#!/bin/sh\ngrep -F -m1 "$(cat {picks})"\n', encoding="utf-8")
    menu.chmod(0o700)
    config = home / "dunstrc"
    config.write_text(f"[global]\ndmenu = {menu}\n", encoding="utf-8")
    with run_display() as display:
        env = {**os.environ, "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": private_bus}
        daemon = subprocess.Popen(
            ["dunst", "-config", str(config)],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Dunst(env, picks)
        finally:
            daemon.kill()
            daemon.wait()


def offered(
    dunst: Dunst, private_bus: str, qtbot: QtBot, sent: list[Command]
) -> FreedesktopNotifier:
    qtbot.waitUntil(lambda: dunst.shown() == 0, timeout=15_000)
    outcomes: list[Outcome] = []
    notifier = FreedesktopNotifier(sent.append, English(), address=private_bus)
    notifier.show(OFFER, outcomes.append)
    qtbot.waitUntil(lambda: outcomes == [Outcome.SHOWN])
    assert dunst.shown() == 1
    return notifier


@pytest.mark.parametrize(("label", "command"), [("Snooze", Snooze(10)), ("Skip", Skip())])
def test_a_named_button_answers_and_the_notification_goes(
    dunst: Dunst, private_bus: str, qtbot: QtBot, label: str, command: Command
) -> None:
    sent: list[Command] = []
    notifier = offered(dunst, private_bus, qtbot, sent)
    dunst.press(label)
    qtbot.waitUntil(lambda: sent == [command])
    qtbot.waitUntil(lambda: dunst.shown() == 0)
    notifier.close()


def test_default_opens_today_and_closing_is_no_answer(
    dunst: Dunst, private_bus: str, qtbot: QtBot
) -> None:
    sent: list[Command] = []
    notifier = offered(dunst, private_bus, qtbot, sent)
    dunst.ctl("close")
    qtbot.waitUntil(lambda: dunst.shown() == 0)
    outcomes: list[Outcome] = []
    notifier.show(OFFER, outcomes.append)
    qtbot.waitUntil(lambda: outcomes == [Outcome.SHOWN])
    assert sent == []
    dunst.ctl("action")
    qtbot.waitUntil(lambda: sent == [Show(Window.TODAY)])
    notifier.close()


def test_a_repeat_stands_in_the_same_place_and_arrives_whole(
    dunst: Dunst, private_bus: str, qtbot: QtBot
) -> None:
    notifier = offered(dunst, private_bus, qtbot, [])
    outcomes: list[Outcome] = []
    again = OfferView("Last call", "C & D", 3, 10, (5,), can_snooze=True, quiet=False)
    notifier.show(Toast(again.title, again.text, again), outcomes.append)
    qtbot.waitUntil(lambda: outcomes == [Outcome.SHOWN])
    assert dunst.shown() == 1
    notifier.withdraw()
    qtbot.waitUntil(lambda: dunst.shown() == 0)
    history = json.loads(dunst.ctl("history"))["data"][0]
    assert history[0]["summary"]["data"] == "Last call"
    assert len(history) == 1
    notifier.close()
