"""What is read before the first break, and what follows from the boxes that are ticked.

Which box was ticked is known only while the page is open; what is kept is the date, the version
of the text and whether exercise is cleared.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.words import Words

TEXT_VERSION = 1
"""Raised whenever the meaning of the text changes, so that it is read anew."""


@dataclass(frozen=True, slots=True)
class SafetyText:
    """The safety page.

    Attributes:
        title: its heading.
        paragraphs: what deskbreak is and is not.
        ask: what the list of conditions is for.
        conditions: when nobody should start without a doctor.
        none: the box for everybody else.
        moving_title: the heading of the rules for moving.
        moving: the rules for moving, one sentence each.
        first_doctor: what is said when a condition is ticked.
        accept: the button that goes on.
        later: the button that does not.
    """

    title: str
    paragraphs: tuple[str, ...]
    ask: str
    conditions: tuple[str, ...]
    none: str
    moving_title: str
    moving: tuple[str, ...]
    first_doctor: str
    accept: str
    later: str


def safety_text(tr: Words) -> SafetyText:
    """Return the safety page in the person's language."""
    return SafetyText(
        title=tr("Before your first break"),
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
        moving_title=tr("While you move"),
        moving=(
            tr("Move slowly and smoothly, and never into pain."),
            tr("Breathe calmly: begin as you breathe in, finish as you breathe out."),
            tr("Wait two hours after a meal, keep some space around you, let in fresh air."),
            tr("If something hurts or feels wrong, stop and rest."),
        ),
        first_doctor=tr(
            "Please talk to your doctor first. Until then deskbreak offers only posture checks, "
            "which ask for no exercise."
        ),
        accept=tr("I have read this and decide for myself"),
        later=tr("Not now"),
    )


def is_answered(ticked: frozenset[int], *, none: bool) -> bool:
    """Return whether at least one box is ticked, so that the page may be left."""
    return none or bool(ticked)


def is_cleared(ticked: frozenset[int], *, none: bool) -> bool:
    """Return whether exercise may start; otherwise only posture checks do."""
    return none and not ticked
