from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.state_file import StateFile


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    store = StateFile(path)
    assert store.load() is None
    store.save("first")
    store.save("zweitens ü")
    assert store.load() == StateFile(path).load() == "zweitens ü"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["state.json"]


def test_a_link_is_kept(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere"
    real.mkdir()
    (tmp_path / "state.json").symlink_to(real / "state.json")
    StateFile(tmp_path / "state.json").save("x")
    assert (tmp_path / "state.json").is_symlink()
    assert (real / "state.json").read_text() == "x"


def test_left_overs_of_a_killed_save_are_swept(tmp_path: Path) -> None:
    (tmp_path / ".state-abc.tmp").write_text("half")
    StateFile(tmp_path / "state.json")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * (1 << 20) + b"x"])
def test_nonsense_is_no_state(
    content: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    assert StateFile(path).load() is None
    assert len(caplog.records) <= 1


def test_a_folder_in_its_place_is_told_and_no_crash(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "state.json"
    path.mkdir()
    store = StateFile(path)
    with caplog.at_level(logging.WARNING):
        assert store.load() is None
        store.save("x")
        store.save("y")
    assert [record.message.count("cannot be") for record in caplog.records] == [1, 1]
    assert [p.name for p in tmp_path.iterdir()] == ["state.json"]
    path.rmdir()
    store.save("z")
    assert store.load() == "z"


def test_a_missing_folder_is_told_and_no_crash(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    StateFile(tmp_path / "none" / "state.json").save("x")
    assert "cannot be saved" in caplog.text


@given(text=st.text(st.characters(codec="utf-8"), max_size=50))
def test_any_text_survives(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = StateFile(tmp_path_factory.mktemp("state") / "state.json")
    store.save(text)
    assert store.load() == text
