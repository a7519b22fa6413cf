from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from deskbreak.adapters.instance import AlreadyRunningError, InstanceLock

PROGRAM = """
import sys
from pathlib import Path
from deskbreak.adapters.instance import AlreadyRunningError, InstanceLock
sys.stdin.readline()
try:
    lock = InstanceLock(Path(sys.argv[1]))
except AlreadyRunningError:
    print("second", flush=True)
else:
    print("first", flush=True)
    sys.stdin.readline()
"""


def start(path: Path) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def say(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_of_four_at_once_one_wins_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.lock"
    four = [start(path) for _ in range(4)]
    try:
        for process in four:
            say(process)
        answers = [heard(process) for process in four]
        assert sorted(answers) == ["first", "second", "second", "second"]
        winner = four[answers.index("first")]
        assert path.read_text().strip() == str(winner.pid)
        with pytest.raises(AlreadyRunningError):
            InstanceLock(path)
        winner.send_signal(signal.SIGKILL)
        winner.wait()
        InstanceLock(path).release()
    finally:
        for process in four:
            process.kill()
            process.communicate()


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.lock"
    lock = InstanceLock(path)
    lock.release()
    lock.release()
    again = InstanceLock(path)
    assert path.read_text() == f"{os.getpid()}\n"
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    again.release()


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_what_is_planted_is_refused_and_left_alone(kind: str, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    path = tmp_path / "deskbreak.lock"
    if kind == "link":
        path.symlink_to(victim)
    else:
        path.mkdir()
    with pytest.raises(OSError, match=r"deskbreak\.lock"):
        InstanceLock(path)
    assert victim.read_text() == "precious"
