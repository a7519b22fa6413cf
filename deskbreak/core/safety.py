"""What is read before the first break, and what follows from the boxes that are ticked.

Which box was ticked is known only while the page is open; what is kept is the date, the version
of the text, whether exercise is cleared, and the date of a doctor's go-ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from deskbreak.core.restrictions import Suspension
from deskbreak.core.settings.values import Safety
from deskbreak.core.words import Words

TEXT_VERSION = 1
"""Raised whenever the meaning of the text changes, so that it is read anew."""


GOOD_FOR_DAYS = 90
"""How long an answer holds (CONTENT 5.1): health changes."""

_TREATMENT = 6  # the place of the condition that asks for a therapist too


class Asking(StrEnum):
    """Why the safety page is to be answered before the next exercise."""

    FIRST = "first"
    SHARP = "sharp"
    REPEATED = "repeated"
    TEXT = "text"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """What stands on the page while it is open; nothing of it is kept.

    `ticked` are the numbers of the ticked conditions, `none` the box for everybody else,
    `agreed` the word that a doctor has agreed, `guided` that the first session was with a
    therapist.
    """

    ticked: frozenset[int] = frozenset()
    none: bool = False
    agreed: bool = False
    guided: bool = False


@dataclass(frozen=True, slots=True)
class SafetyText:
    """The safety page.

    Attributes:
        title: its heading; `again` when it comes again.
        paragraphs: what deskbreak is and is not.
        ask: what the list of conditions is for.
        conditions: when nobody should start without a doctor.
        none: the box for everybody else.
        waiting: why nobody can go on before a box is ticked.
        moving_title: the heading of the rules for moving.
        moving: the rules for moving, one sentence each.
        first_doctor: what is said when a condition is ticked.
        agreed: the box which says that a doctor has agreed.
        guided: the box which says that the first session was with a therapist.
        accept: the button that goes on.
        later: the button that does not.
    """

    title: str
    again: str
    paragraphs: tuple[str, ...]
    ask: str
    conditions: tuple[str, ...]
    none: str
    waiting: str
    moving_title: str
    moving: tuple[str, ...]
    first_doctor: str
    agreed: str
    guided: str
    accept: str
    later: str


def safety_text(tr: Words) -> SafetyText:
    """Return the safety page in the person's language."""
    return SafetyText(
        title=tr("Before your first break"),
        again=tr("Before your next break"),
        paragraphs=(
            tr(
                "deskbreak guides you through gentle movements in your chair. "
                "It gives no medical advice, and it cannot see how you move."
            ),
            tr(
                "Speak with a doctor before you start, above all if you have had trouble with "
                "your back, and have your spine looked at if you are unsure."
            ),
        ),
        ask=tr("Is one of these true today? Then start only after a doctor has agreed."),
        conditions=(
            tr("A fever or an acute infection, or a long-term illness that has flared up"),
            tr(
                "A serious illness such as cancer, kidney failure, heart disease "
                "or high blood pressure"
            ),
            tr("An injury of the spine, fresh or not yet cleared by a doctor"),
            tr("Any bleeding, or severe pain"),
            tr("Pregnancy, or an operation within the last months"),
            tr("You are older and out of training, or have a disease of joints, bones or muscles"),
            tr("You want to treat a diagnosed problem: do the first session with your therapist"),
        ),
        none=tr("None of these"),
        waiting=tr("First tick what is true for you today, or \u201cNone of these\u201d."),
        moving_title=tr("While you move"),
        moving=(
            tr("Move slowly and smoothly, and never into pain."),
            tr("Breathe calmly: begin as you breathe in, finish as you breathe out."),
            tr("Wait two hours after a meal, keep some space around you, let in fresh air."),
            tr("If something hurts or feels wrong, stop and rest."),
        ),
        first_doctor=tr(
            "Please talk to your doctor first. Until then deskbreak offers only posture checks, "
            "which ask for no exercise. Which box you tick is never stored."
        ),
        agreed=tr("My doctor knows about these exercises and has agreed to them"),
        guided=tr("I did the first session together with my therapist"),
        accept=tr("I have read this and decide for myself"),
        later=tr("Not now"),
    )


def asks(safety: Safety, today: date, suspended: Suspension | None) -> Asking | None:
    """Return why the page is to be answered before exercise starts, None when it is not.

    A hurt back is none of its reasons: there the question is whether the pain goes down.
    """
    if safety.acknowledged is None:
        return Asking.FIRST
    if suspended is Suspension.SHARP:
        return Asking.SHARP
    if suspended is Suspension.REPEATED:
        return Asking.REPEATED
    if safety.text_version < TEXT_VERSION:
        return Asking.TEXT
    old = (today - safety.acknowledged).days >= GOOD_FOR_DAYS
    return Asking.AGE if old else None


def asking_sentence(asking: Asking | None, tr: Words) -> str:
    """Say kindly why the page is shown again; "" at the first time and on request."""
    if asking is None or asking is Asking.FIRST:
        return ""
    said = {
        Asking.SHARP: tr(
            "Your last break hurt sharply. Please get medical advice before you go on, and "
            "answer this page anew when you are ready. There is no hurry."
        ),
        Asking.REPEATED: tr(
            "It has hurt again and again in your last breaks. Please see a doctor about it, and "
            "answer this page anew before you go on."
        ),
        Asking.TEXT: tr("This page has changed. Please read it once more before your next break."),
        Asking.AGE: tr(
            "It has been three months since you last answered this page, and health changes. "
            "Please look at it once more before your next break."
        ),
    }
    return said[asking]


def is_answered(answer: SafetyAnswer) -> bool:
    """Return whether at least one box is ticked, so that the page may be left."""
    return answer.none or bool(answer.ticked)


def wants_therapist(answer: SafetyAnswer) -> bool:
    """Return whether the exercises are to treat something: the first time with a therapist."""
    return _TREATMENT in answer.ticked


def is_cleared(answer: SafetyAnswer) -> bool:
    """Return whether exercise may start; otherwise only posture checks do."""
    return (answer.none and not answer.ticked) or by_doctor(answer)


def by_doctor(answer: SafetyAnswer) -> bool:
    """Return whether exercise may start in spite of a condition: a doctor has agreed."""
    guided = answer.guided or not wants_therapist(answer)
    return bool(answer.ticked) and answer.agreed and guided
