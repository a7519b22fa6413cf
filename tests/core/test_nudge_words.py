from __future__ import annotations

import pytest

from deskbreak.core.timing.effect import ShowNudge
from deskbreak.core.wording.nudges import nudge_view
from deskbreak.core.words import English


def test_a_nudge_says_how_long_one_has_sat() -> None:
    view = nudge_view(ShowNudge(55 * 60 + 7), English(), tray=True)
    assert view.title == "Posture check?"
    assert view.text.startswith("You have been sitting for 55 min")


def test_a_nudge_that_stands_in_says_that_the_break_waits() -> None:
    assert (
        "The break waits." in nudge_view(ShowNudge(7200, instead=True), English(), tray=True).text
    )


@pytest.mark.parametrize("instead", [False, True])
def test_a_tray_is_named_only_where_there_is_one(*, instead: bool) -> None:
    effect = ShowNudge(3600, instead=instead)
    bare = nudge_view(effect, English(), tray=False).text
    assert "tray" not in bare
    assert nudge_view(effect, English(), tray=True).text == f"{bare} The tray menu starts it too."
