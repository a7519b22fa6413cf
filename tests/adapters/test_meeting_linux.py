from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.attention.camera_video import open_cameras
from deskbreak.adapters.attention.meeting_linux import LinuxCamera, LinuxMicrophone
from deskbreak.adapters.attention.microphone_alsa import alsa_recording
from deskbreak.adapters.attention.programs import program_name
from deskbreak.core.timing.sensed import Cause, Hold

pytestmark = pytest.mark.linux

RUNNING = "state: RUNNING\nowner_pid   : {pid}\ntrigger_time: 12.3\ntstamp      : 0.0\n"


class Tree:
    """A /proc of the test's own."""

    def __init__(self, folder: Path) -> None:
        self.proc = folder / "proc"
        self.devices = folder / "dev"
        self.proc.mkdir()
        self.devices.mkdir()

    def process(self, pid: int, name: str) -> Path:
        folder = self.proc / str(pid)
        (folder / "fd").mkdir(parents=True)
        (folder / "exe").symlink_to(f"/usr/bin/{name}")
        (folder / "comm").write_text(f"{name[:15]}\n", "utf-8")
        return folder

    def capture(self, said: str, card: int = 0) -> Path:
        folder = self.proc / "asound" / f"card{card}" / "pcm0c" / "sub0"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "status").write_text(said, "utf-8")
        return folder / "status"


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_a_closed_microphone_is_no_meeting(tree: Tree) -> None:
    assert not alsa_recording(tree.proc).there
    tree.capture("closed\n")
    found = alsa_recording(tree.proc)
    assert found.there
    assert not found.programs


def test_who_records_is_named(tree: Tree) -> None:
    tree.process(77, "zoom")
    tree.capture(RUNNING.format(pid=77))
    tree.capture(RUNNING.format(pid=78), card=1)  # has just gone
    tree.capture("state: PREPARED\nowner_pid   : 77\n", card=2)
    tree.capture("state: RUNNING\nowner_pid   : nobody\n", card=3)
    assert alsa_recording(tree.proc).programs == {"zoom", ""}


def test_a_file_that_cannot_be_read_says_nothing(tree: Tree) -> None:
    status = tree.capture("closed\n")
    status.unlink()
    status.mkdir()
    assert not alsa_recording(tree.proc).programs
    other = tree.capture(RUNNING.format(pid=1), card=1)
    other.write_bytes(b"\xff\xfe\0 state: RUNNING")
    assert not alsa_recording(tree.proc).programs


def test_a_program_is_called_by_its_file(tree: Tree) -> None:
    tree.process(5, "a-very-long-program-name")
    assert program_name(5, tree.proc) == "a-very-long-program-name"
    tree.process(6, "python3.11")
    (tree.proc / "6" / "comm").write_text("meetbot\n", "utf-8")
    assert program_name(6, tree.proc) == "meetbot"
    (tree.proc / "6" / "comm").unlink()
    assert program_name(6, tree.proc) == "python3.11"
    assert program_name(7, tree.proc) == ""


def test_a_camera_is_in_use_while_a_program_has_it_open(tree: Tree) -> None:
    tree.process(9, "cheese")
    assert not open_cameras(tree.proc, tree.devices).there
    (tree.devices / "video0").touch()
    assert open_cameras(tree.proc, tree.devices).there
    (tree.proc / "9" / "fd" / "3").symlink_to("/dev/null")
    (tree.proc / "9" / "fd" / "4").symlink_to(tree.devices / "videos.txt")
    assert not open_cameras(tree.proc, tree.devices).programs
    (tree.proc / "9" / "fd" / "5").symlink_to(tree.devices / "video0")
    assert open_cameras(tree.proc, tree.devices).programs == {"cheese"}


def test_the_real_proc_tells_who_has_a_device_open(tmp_path: Path) -> None:
    device = tmp_path / "video3"
    device.touch()
    with device.open("rb") as held:
        assert not open_cameras(devices=tmp_path).programs  # this very process does not count
        holder = subprocess.Popen(["sleep", "60"], stdin=held)
        try:
            assert open_cameras(devices=tmp_path).programs == {program_name(holder.pid)}
        finally:
            holder.kill()
            holder.wait()


def test_what_cannot_be_looked_into_is_left_out(tree: Tree) -> None:
    (tree.devices / "video0").touch()
    (tree.proc / "12").mkdir()  # it has no open files: it ended, or is somebody else's
    (tree.proc / "13").touch()
    (tree.proc / "14" / "fd").mkdir(parents=True)
    (tree.proc / "14" / "fd" / "1").touch()  # no link any more
    assert not open_cameras(tree.proc, tree.devices).programs
    assert not open_cameras(tree.proc / "gone", tree.devices).programs


def test_the_camera_is_looked_at_only_while_somebody_attends(tree: Tree, qtbot: QtBot) -> None:
    news: list[int] = []
    sense = LinuxCamera(lambda: news.append(1), tree.proc, tree.devices)
    assert not sense.report().works
    (tree.devices / "video0").touch()
    (tree.process(9, "cheese") / "fd" / "5").symlink_to(tree.devices / "video0")
    sense.watch(on=True)
    qtbot.waitUntil(lambda: sense.causes() == {Cause(Hold.MEETING, "cheese")})
    assert sense.report().works
    (tree.proc / "9" / "fd" / "5").unlink()
    sense.ask()
    qtbot.waitUntil(lambda: not sense.causes())
    assert len(news) == 2
    sense.watch(on=False)
    assert sense.report().works  # the camera itself is still there
    sense.close()


def test_the_sound_server_is_not_the_one_who_talks(tree: Tree, qtbot: QtBot) -> None:
    tree.process(20, "pipewire")
    tree.capture(RUNNING.format(pid=20))
    sense = LinuxMicrophone(lambda: None, tree.proc)
    sense.watch(on=True)
    qtbot.waitUntil(lambda: sense.causes() == {Cause(Hold.MEETING)})
    assert sense.report().member == "ALSA"
    sense.watch(on=False)
    assert not sense.causes()
    sense.close()


def test_without_any_microphone_it_says_so(
    tree: Tree, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot is not None
    monkeypatch.setenv("PATH", "/nowhere")
    sense = LinuxMicrophone(lambda: None, tree.proc)
    sense.watch(on=True)
    report = sense.report()
    assert not report.works
    assert [each.why for each in report.others][:1] == ["pactl is not installed"]
    sense.close()


@contextmanager
def run_pulse(folder: Path) -> Iterator[dict[str, str]]:
    """Run a PulseAudio with a microphone that hears silence; give what its clients need."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        pytest.skip("pulseaudio is not installed")
    (folder / "pulse").mkdir(mode=0o700)
    native = folder / "pulse" / "native"
    env = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "DISPLAY": ""}
    env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    server = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
            *("-L", f"module-native-protocol-unix socket={native} auth-anonymous=1"),
            *("-L", "module-null-source source_name=mic", "-L", "module-null-sink sink_name=out"),
        ],
        env=env,
        stderr=subprocess.DEVNULL,
    )
    env["PULSE_SERVER"] = f"unix:{native}"
    try:
        yield env
    finally:
        server.kill()
        server.wait()


def test_a_real_sound_server_tells_who_records(
    tree: Tree, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    sense = LinuxMicrophone(lambda: None, tree.proc)
    sense.watch(on=True)
    assert "no PulseAudio or PipeWire server runs" in {one.why for one in sense.report().others}
    sense.watch(on=False)
    with run_pulse(tmp_path) as env:
        qtbot.waitUntil((tmp_path / "pulse" / "native").exists)
        sense.watch(on=True)
        qtbot.waitUntil(lambda: sense.report().works)
        assert sense.report().member == "pactl"
        assert not sense.causes()
        talks = ["parecord", "--device=mic", str(tmp_path / "talk.wav")]
        listens = ["parecord", "--device=out.monitor", str(tmp_path / "echo.wav")]
        echo = subprocess.Popen(listens, env=env, stderr=subprocess.DEVNULL)
        talk = subprocess.Popen(talks, env=env, stderr=subprocess.DEVNULL)
        qtbot.waitUntil(lambda: sense.causes() == {Cause(Hold.MEETING, "parecord")})
        talk.kill()
        talk.wait()
        qtbot.waitUntil(lambda: not sense.causes())
        echo.kill()
        echo.wait()
        sense.watch(on=False)
        assert not sense.report().works
    sense.close()
