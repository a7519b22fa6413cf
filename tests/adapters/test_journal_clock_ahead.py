"""A clock that is wrong by years does not delete what was to be kept."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskbreak.adapters.journal import opening, pruning
from deskbreak.core.settings.values import Record
from tests.adapters.test_journal_daily import TODAY, aged, at, cared, ids, use


@pytest.mark.parametrize("ahead", [400, 1000, 4000])
def test_a_clock_that_is_years_ahead_deletes_nothing_on_its_first_days(
    tmp_path: Path, ahead: int
) -> None:
    path, record = aged(tmp_path / "deskbreak.db"), Record(keep_years=2, backups=False)
    cared(path, record)
    kept = {"d400", "gone400", "e400", "t400"}
    wrong = TODAY + timedelta(days=ahead)
    for number in range(4):
        with closing(opening.open_writer(path)) as conn:
            use(conn, wrong + timedelta(days=number), 1)
        cared(path, record, at(wrong) + 86400 * number)
        assert kept <= set(ids(path))
    cared(path, record, at(wrong) + 86400 * 40)
    assert kept <= set(ids(path))
    with closing(opening.open_writer(path)) as conn:
        use(conn, wrong + timedelta(days=40), 1)
    cared(path, record, at(wrong) + 86400 * 40)
    assert not kept & set(ids(path))


def test_a_day_that_is_none_is_no_day_of_use(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    with closing(opening.open_writer(path)) as conn:
        use(conn, TODAY)
        conn.execute("update break set day = '2026-11-xx' where day = '2026-11-22'")
    assert pruning.first_to_stay(path, date(2027, 1, 1), 2) is None
    assert pruning.first_to_stay(path, date(2027, 1, 1), 0) is None


def test_without_time_the_rest_goes_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "_AT_ONCE", 1)
    path = aged(tmp_path / "deskbreak.db")
    everything = set(ids(path))
    for most, gone in ((0, 0), (1, 1), (4, 4), (99, 8)):
        looks = iter(range(99))
        pruning.prune(path, date(2024, 11, 18), lambda: next(looks) >= most)  # noqa: B023 - used at once
        assert len(everything - set(ids(path))) == gone
