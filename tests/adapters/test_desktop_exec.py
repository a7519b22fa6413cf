"""The Exec line of desktop files: quoted and read by the specification."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.adapters.desktop_exec import exec_arguments, exec_line


@settings(deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=12),
        max_size=4,
    )
)
def test_a_command_survives_its_exec_line(arguments: list[str]) -> None:
    argv = ("/bin/my program", *arguments)
    assert exec_arguments(exec_line(argv)) == argv


def test_exec_lines_as_the_specification_says() -> None:
    assert exec_line(("/usr/bin/deskbreak", "run")) == "/usr/bin/deskbreak run"
    assert exec_line(("/a b", "$5")) == '"/a b" "\\\\$5"'
    assert exec_line(("x", "100%", "")) == 'x 100%% ""'
    assert exec_arguments("x %U --to=%% %f") == ("x", "--to=%")
    assert exec_arguments('x "never closed') == ()
    assert exec_arguments("a\\sb c\\q") == ("a", "b", "c\\q")
    with pytest.raises(ValueError, match="x"):
        exec_line(("x", "two\nlines"))
