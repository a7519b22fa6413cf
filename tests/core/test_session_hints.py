from __future__ import annotations

from dataclasses import replace

from deskbreak.core.exercise import Breath
from deskbreak.core.routine import Planned
from deskbreak.core.session import begin, view
from deskbreak.core.session_view import SessionView
from deskbreak.core.words import English
from tests.core.guide_samples import circles, exercise, phase, routine

TR = English()


def at(t: float, *planned: Planned) -> SessionView:
    return view(begin(routine(*planned), 0.0, 1e9), t, TR)


def said(first: float, last: float, *planned: Planned) -> list[str]:
    """Return the instructions shown between two moments, each once."""
    shown: list[str] = []
    for tick in range(int(first * 4), int(last * 4)):
        now = at(tick / 4, *planned).instruction
        if not shown or shown[-1] != now:
            shown.append(now)
    return shown


def test_a_breath_without_words_of_its_own_asks_to_follow() -> None:
    short = replace(exercise(), steps=("Breathe out: turn.",))
    assert said(5, 15, Planned(short, 1, 1.0)) == [
        "Sit tall.",
        "Breathe out: turn.",
        "Follow the figure, slowly and easily.",
        "Breathe out: turn.",
        "Follow the figure, slowly and easily.",
    ]


def test_a_hold_takes_the_sentence_that_refines_its_breath() -> None:
    held = phase("right", "right", 2, Breath.FREE, "Stay")
    cycle = exercise().cycle
    slow = replace(
        exercise(),
        cycle=(cycle[0], held, *cycle[1:]),
        steps=("Breathe out: turn.", "Nose and elbows turn together.", "Breathe in."),
        lead_in=(),
    )
    assert said(5, 13, Planned(slow, 1, 1.0)) == [
        "Breathe out: turn.",
        "Nose and elbows turn together.",
        "Breathe in.",
        "Breathe out: turn.",
    ]


def test_sentences_without_a_breath_stay_long_enough_to_be_read() -> None:
    quick = replace(
        exercise(),
        steps=("Lift one knee.", "Land softly.", "Stay light."),
        lead_in=(),
        lead_out=(),
        cycle=(phase("right", "left", 1), phase("left", "right", 1, Breath.OUT)),
    )
    assert said(5, 17, Planned(quick, 6, 1.0)) == ["Lift one knee.", "Land softly.", "Stay light."]
    slow = replace(quick, cycle=(phase("right", "left", 6), phase("left", "right", 6, Breath.OUT)))
    spread = said(5, 17, Planned(slow, 1, 1.0))
    assert spread == ["Lift one knee."]


def test_a_variant_has_a_set_up_and_steps_of_its_own() -> None:
    own = ("Arms crossed.", "Breathe in and grow.", "Breathe out: turn the ribs.")
    crossed = replace(
        exercise(),
        variants=(("neck_free", (("center", "rest"),)),),
        variant_steps=(("neck_free", own),),
    )
    one = Planned(crossed, 1, 1.0, variant="neck_free")
    assert said(5, 15, one) == [
        "Breathe in and grow.",
        "Breathe out: turn the ribs.",
        "Follow the figure, slowly and easily.",
        "Breathe out: turn the ribs.",
        "Follow the figure, slowly and easily.",
    ]
    assert at(6.0, one).cue == ""
    assert at(8.0, one).cue == "Turn right"
    assert at(6.0, one).announce == f"Twist. Turns per side: 1. {own[1]} {own[2]}"
    assert at(26.0, Planned(circles(), 2, 1.0), one).instruction == own[0]
    later = said(5, 60, replace(one, reps=5))
    assert "Out to turn." in later
    assert not any("Easy to get wrong" in text for text in later)
