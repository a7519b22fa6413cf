from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.core.exercise import Breath, Side
from deskbreak.core.guide.words import side_name
from deskbreak.core.routine import Kind, Planned
from deskbreak.core.session import advance, begin, step, view
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.words import English
from tests.core.guide_samples import circles, exercise, phase, routine

TR = English()
TWIST = 29.0


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


def test_the_card_asks_for_a_safe_seat() -> None:
    card = at(1.0)
    assert card.stage is Stage.READY
    assert card.title == "Get ready"
    assert card.instruction == (
        "Chair steady? Feet flat? A little space around you? Last meal more than two hours ago?"
    )
    assert card.coming == "First: Circles"
    assert card.phase_left_s == pytest.approx(4.0)
    assert card.announce == f"Get ready. {card.instruction}"
    assert (card.rep, card.rep_text, card.side, card.cue) == (0, "", None, "")


@pytest.mark.parametrize(
    ("kind", "seat", "said"),
    [
        (Kind.POSTURE, "chair", "Chair steady? Feet flat? A little space around you?"),
        (Kind.POSTURE, "wheelchair", "Brakes on? Sitting comfortably? A little space around you?"),
        (
            Kind.DESK,
            "wheelchair",
            (
                "Brakes on? Sitting comfortably? A little space around you? "
                "Last meal more than two hours ago?"
            ),
        ),
    ],
)
def test_the_card_asks_what_concerns_this_seat_and_this_break(
    kind: Kind, seat: str, said: str
) -> None:
    card = view(begin(replace(routine(), kind=kind, seat=seat), 0.0, 1e9), 1.0, TR)
    assert card.instruction == said
    assert card.announce == f"Get ready. {said}"


def test_the_transition_says_how_to_sit_and_how_much_comes() -> None:
    card = at(26.0)
    assert card.stage is Stage.TRANSITION
    assert (card.title, card.instruction) == ("Twist", "Sit tall.")
    assert card.coming == "Turns per side: 2"
    assert card.announce == "Next: Twist. Sit tall."
    assert card.done == (True, False, False)
    assert card.step == 2


def test_counts_sides_and_cues_follow_the_motion() -> None:
    lead_in = at(TWIST + 1)
    assert (lead_in.cue, lead_in.rep, lead_in.side) == ("Hands up", 0, None)
    turning = at(TWIST + 3)
    assert (turning.rep_text, turning.side, turning.cue) == ("1 of 2", Side.RIGHT, "Turn right")
    assert turning.breath is Breath.OUT
    assert turning.breath_part == pytest.approx(0.5)
    assert at(TWIST + 11).rep_text == "2 of 2"
    assert at(TWIST + 19).rep == 0


def test_a_breath_over_several_phases_is_one_breath() -> None:
    rising = at(5 + 2 + 1.0)
    assert rising.breath is Breath.IN
    # the lead-in's 2 s and the cycle's first 2 s are one breath in
    assert rising.breath_part == pytest.approx(3.0 / 4.0)


def test_a_free_breath_has_no_part() -> None:
    free = replace(exercise(), lead_in=(phase("rest", "center", 2, Breath.FREE),))
    assert at(6.0, Planned(free, 1, 1.0)).breath_part == 0.0


def test_sentences_stay_in_step_with_the_breath() -> None:
    assert said(TWIST, TWIST + 20) == [
        "Hands behind the head.",
        "Breathe out: turn.",
        "Breathe in and come back.",
        "Breathe out and turn to the other side.",
        "Breathe in and come back.",
        "Nose and elbows turn together.",
        "Breathe in and grow.",
        "Breathe out and turn to the other side.",
        "Breathe in and grow.",
        "Lower the arms",
    ]


def test_later_repetitions_stay_calm_and_name_slips() -> None:
    one = Planned(exercise(), 5, 1.0)
    assert said(5 + 2 + 16, 5 + 2 + 40, one) == [
        "Out to turn.",
        "Easy to get wrong: Pulling.",
        "Easy to get wrong: Leaning.",
    ]


def test_the_other_direction_never_repeats_words_about_the_first() -> None:
    assert said(5, 25) == [
        "Fingers on shoulders.",
        "Breathe in: up.",
        "Breathe out: down.",
        "Breathe in: up.",
        "Keep still.",
        "Now the other way round, just as slowly.",
        "Out to turn.",
        "Lower the arms",
    ]


def test_each_direction_is_named() -> None:
    assert at(5 + 3).side is Side.BACKWARD
    assert at(5 + 3).coming == "Then the same forward"
    forward = at(5 + 2 + 9)
    assert forward.side is Side.FORWARD
    assert forward.rep_text == "1 of 2"
    assert forward.coming == "Next: Twist"
    assert forward.announce == "Circles: now forward."
    assert at(24.5).announce == forward.announce
    assert [side_name(side, TR) for side in Side] == ["left", "right", "forward", "backward"]


def test_the_last_one_is_named() -> None:
    assert at(56.0).coming == "This is the last one"


def test_the_end_says_so() -> None:
    over = at(100.0)
    assert over.stage is Stage.END
    assert (over.title, over.announce) == ("The break is over", "The break is over")
    assert (over.instruction, over.coming, over.remaining_s) == ("", "", 0)
    assert over.progress == 1.0
    assert over.elapsed_s == 65


def test_halts_are_announced() -> None:
    running = advance(begin(routine(), 0.0, 1e9), 40.0)
    paused = step(running, SessionVerb.PAUSE, 40.0)
    assert view(paused, 40.0, TR).announce == "Paused."
    asking = step(running, SessionVerb.HURTS, 40.0)
    assert view(asking, 40.0, TR).announce == "Stopped. How does it feel?"
    resting = step(asking, SessionVerb.HURTS, 41.0, Discomfort.UNPLEASANT)
    assert view(resting, 41.0, TR).announce.startswith("Rest and breathe quietly.")


def test_ghost_and_trail_show_inside_a_movement_only() -> None:
    assert at(1.0).picture.trail_to is None
    turning = at(TWIST + 3).picture
    assert turning.ghost == turning.trail_to
    assert turning.trail_from != turning.trail_to
    circling = at(5 + 3).picture
    assert circling.ghost is None
    assert circling.loop[0] == circling.loop[-1]
    assert turning.loop == ()
    assert circling.trail_to is not None
    assert at(TWIST + 1).picture.trail_to is None


def test_an_exercise_without_breath_words_spreads_its_sentences() -> None:
    plain = replace(exercise(), steps=("One.", "Two.", "Three."), lead_out=(phase("a", "a", 1),))
    plain = replace(plain, keyframes=(*plain.keyframes, ("a", plain.keyframes[0][1])))
    assert said(5, 16, Planned(plain, 1, 1.0)) == [
        "One.",
        "Two.",
        "Three.",
        "Let go and breathe easily.",
    ]


def test_an_exercise_without_sentences_asks_to_follow() -> None:
    bare = replace(exercise(), steps=())
    assert said(5, 15, Planned(bare, 1, 1.0)) == ["Follow the figure, slowly and easily."]


def test_the_circle_goes_the_other_way_in_the_second_direction() -> None:
    one = Planned(circles(), 1, 1.0)
    first, second = at(5 + 2 + 0.5, one).picture, at(5 + 2 + 4 + 0.5, one).picture
    assert first.trail_from == second.trail_from
    assert first.trail_to != second.trail_to


def test_a_dose_in_seconds_is_told_in_seconds() -> None:
    base = exercise()
    for unit, told in (("seconds", "30 s"), ("seconds per side", "30 s on each side")):
        timed = replace(base, dose=replace(base.dose, unit=unit, cap=60))
        one = Planned(timed, 30, 1.0)
        assert at(26.0, Planned(circles(), 2, 1.0), one).coming == told
