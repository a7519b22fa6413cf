from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.key_lines import find_line


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\noffer.repeats = 3", "offer.repeats", 2),
        ("[ 'offer' ] # so\n'repeats'=1", "offer.repeats", 2),
        ("[office]\nby_day = { fri = 3 }", "office.by_day.fri", 2),
        ("[office.by_day]\nfri = 3", "office.by_day.fri", 2),
        ("[locked.offer]\nrepeats = 1", "locked.offer.repeats", 2),
        ("x = 1", "offer.repeats", 0),
        ("= 1\n[[offer]]", "offer", 0),
    ],
)
def test_find_line(text: str, key: str, line: int) -> None:
    assert find_line(text, key) == line


SHARED = """\
deskbreak = 1  # the version
[routine]
order = ["one", "two",
 "three"]
[[exercise]]
id = "one"
steps = [
 "a, b = [c",  # the first
 "d", "e",
 'f',
]
reps = {unit="x", cap=3}
[[exercise.cycle]]
s = 1
[[exercise.cycle]]
s = 2
[exercise.range]
normal = 1
[[exercise]]
id = "two"
cycle = [
 {from="a", to="b", s=1},
 {from="b",
  to="a", s=2}]
[[exercise.lead]]
s = 1
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("deskbreak", 1),
        ("routine", 2),
        ("routine.order[0]", 3),
        ("routine.order[1]", 3),
        ("routine.order[2]", 4),
        ("routine.order[3]", 3),
        ("routine.title", 2),
        ("exercise[0]", 5),
        ("exercise[0].steps[0]", 8),
        ("exercise[0].steps[2]", 9),
        ("exercise[0].steps[3]", 10),
        ("exercise[0].steps[4]", 7),
        ("exercise[0].reps.cap", 12),
        ("exercise[0].cycle[1].s", 16),
        ("exercise[0].range.normal", 18),
        ("exercise[1].cycle[0].s", 22),
        ("exercise[1].cycle[1].to", 23),
        ("exercise[1].lead[0].s", 26),
        ("exercise[1].goal", 19),
        ("exercise[2].goal", 0),
        ("nothing[3]", 0),
    ],
)
def test_keys_in_lists_and_lists_of_tables_have_a_line(key: str, line: int) -> None:
    assert find_line(SHARED, key) == line


@given(st.text("[]{}\"'=,.#a0 \n", max_size=80), st.text("a[]0.", max_size=9))
def test_any_text_and_key_have_a_line_of_the_text_or_none(text: str, key: str) -> None:
    assert 0 <= find_line(text, key) <= text.count("\n") + 1
