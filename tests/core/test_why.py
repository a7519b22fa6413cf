from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.entry import Break, Happening, Outcome, Reason, Scalar, What
from deskbreak.core.last_decision import last_decision
from deskbreak.core.senses import Sense, SenseReport
from deskbreak.core.status import ScheduleView, StateName
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.core.wording.decided import decision_sentence
from deskbreak.core.wording.why import Reasons, all_reasons, reasons_text
from tests.core.test_wording import NOW, TR, at, view

MIC = SenseReport(Sense.MICROPHONE, "PulseAudio", works=True, why="tells at once")
CAMERA = SenseReport(Sense.CAMERA, "", works=False, why="there is no camera")


def lines(shown: ScheduleView, title: str) -> tuple[str, ...]:
    found = {each.title: each.lines for each in all_reasons(shown, None, (MIC, CAMERA), TR)}
    return found.get(title, ())


def happened(what: What, **data: Scalar) -> Happening:
    return Happening(at(23, 9, 30), what, tuple(data.items()))


def ended(outcome: Outcome, reason: Reason | None = None) -> Break:
    return Break("2026-11-23", outcome, reason, at(23, 9, 30), 3600, "Europe/Berlin")


def test_a_quiet_morning_says_when_and_that_nothing_holds_it_back() -> None:
    assert all_reasons(view(), None, (MIC, CAMERA), TR) == (
        Reasons(
            "Next break",
            (
                "Next break between 11:10 and 12:10, at the first quiet moment.",
                "You have been sitting for 1 h.",
            ),
        ),
        Reasons("What holds it back", ("Nothing.",)),
        Reasons("Decided last", ("Nothing yet today.",)),
        Reasons("Noticed by itself", ("Microphone: PulseAudio, tells at once.",)),
        Reasons("Not noticed here", ("Camera: there is no camera.",)),
    )


def test_every_reason_has_its_program_and_its_time() -> None:
    held = view(
        due=True,
        holds=((Hold.MEETING, at(23, 9, 40)), (Hold.DO_NOT_DISTURB, at(22, 17))),
        causes=(Cause(Hold.MEETING, "zoom"),),
        asks_from=at(23, 10, 45),
    )
    assert lines(held, "What holds it back") == (
        "You are in a meeting (zoom), since 09:40.",
        "Do not disturb is on, since Sun 17:00.",
        "At 10:45 the tray icon asks all the same.",
    )
    assert lines(held, "Next break")[0] == "A break is due and waits."


def test_what_holds_back_before_a_break_is_due_says_so() -> None:
    early = view(holds=((Hold.FULLSCREEN, at(23, 9, 50)),))
    assert lines(early, "What holds it back") == (
        "A window fills the screen, since 09:50.",
        "A break that fell due now would wait.",
    )
    asking = replace(early, state=StateName.OFFERING)
    assert lines(asking, "What holds it back") == ("A window fills the screen, since 09:50.",)


def test_off_duty_nothing_is_held_back_and_nobody_sits() -> None:
    off = view(StateName.OFF_DUTY, opens=at(23, 13), sitting_s=0)
    assert lines(off, "Next break") == ("Outside office hours until 13:00.",)
    assert lines(off, "What holds it back") == ()
    bare = all_reasons(off, happened(What.STARTED), (), TR)
    assert reasons_text(bare) == (
        "Next break\n  Outside office hours until 13:00.\nDecided last\n  09:30: deskbreak started."
    )


def test_the_latest_decision_counts_and_of_equals_the_break() -> None:
    early = Happening(at(23, 9), What.ARRIVED)
    offered, skipped = happened(What.OFFERED), ended(Outcome.SKIPPED, Reason.PERSON)
    aside = Happening(at(23, 9, 45), What.CLOCK)
    assert last_decision((skipped,), (early, offered, aside)) is skipped
    assert last_decision((), (offered, early)) is offered
    assert last_decision((), (aside,)) is None


@pytest.mark.parametrize(
    ("decided", "said"),
    [
        (happened(What.ARRIVED), "you arrived; sitting counts from here."),
        (happened(What.OFFERED, first=True, quiet=False), "a break was offered."),
        (
            happened(What.OFFERED, first=True, quiet=True),
            "the tray icon asks; the break was held back for long.",
        ),
        (
            happened(What.HELD, reason="meeting"),
            "the break was held back: you are in a meeting.",
        ),
        (happened(What.HELD, reason="moon"), "the break was held back."),
        (
            happened(What.WITHDRAWN, reason="fullscreen"),
            "the break was held back: a window fills the screen.",
        ),
        (happened(What.WITHDRAWN, reason=None), "the offer was taken back."),
        (happened(What.SNOOZED, minutes=15), "you snoozed the break for 15 min."),
        (happened(What.SNOOZED), "you snoozed the break."),
        (happened(What.PAUSED), "breaks were paused."),
        (happened(What.QUIT), "the day went on."),
        (
            ended(Outcome.COMPLETED),
            "you did a break; sitting counts anew from its end.",
        ),
        (
            ended(Outcome.PARTIAL, Reason.PERSON),
            "you did a part of a break; sitting counts anew from its end.",
        ),
        (ended(Outcome.DISCOMFORT), "a break ended because it hurt."),
        (ended(Outcome.SKIPPED, Reason.PERSON), "you skipped a break; sitting counts anew."),
        (ended(Outcome.SKIPPED, Reason.PAUSE), "an offer ended: reminders were paused."),
        (ended(Outcome.SKIPPED, Reason.CRASH), "an offer ended: deskbreak ended."),
        (
            ended(Outcome.MISSED, Reason.UNANSWERED),
            "an offer went by without an answer; sitting counts anew.",
        ),
        (
            ended(Outcome.NATURAL, Reason.ABSENCE),
            "you were back from a rest away; it counts as a break.",
        ),
        (ended(Outcome.MANUAL), "a break ended that you added by hand."),
    ],
)
def test_a_decision_is_said_with_its_time(decided: Break | Happening, said: str) -> None:
    assert decision_sentence(decided, NOW, TR) == f"09:30: {said}"
