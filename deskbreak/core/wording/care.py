"""What is said to somebody who hurts: advice that promises nothing and knows when to send on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deskbreak.core.restrictions import Suspension
from deskbreak.core.words import Words


@dataclass(frozen=True, slots=True)
class Advice:
    """A card of advice: its heading and its sentences, the last one about emergencies."""

    title: str
    lines: tuple[str, ...]


def emergency(tr: Words) -> str:
    """Say which signs need help at once (CONTENT 5.3)."""
    return tr(
        "Call for emergency help now if you have chest pain, are short of breath, feel newly "
        "numb between the legs, have new trouble with bladder or bowel, or a leg grows weak."
    )


def hurt_back(tr: Words) -> Advice:
    """Say what to do with a back that has just been hurt (CONTENT 1.3, 5.3)."""
    return Advice(
        tr("You hurt your back: rest now"),
        (
            tr("All breaks are paused. Rest, and move only as far as it stays comfortable."),
            tr("Something cold and your usual pain reliever are as far as helping yourself goes."),
            tr(
                "See a doctor if it does not ease. Please put no exercises together yourself; "
                "they come back when the pain is clearly going down."
            ),
            emergency(tr),
        ),
    )


def better_question(tr: Words) -> str:
    """Ask what a pause for a hurt back waits for."""
    return tr("Is the pain in your back clearly going down?")


def better_yes(tr: Words) -> str:
    """Say what follows when the pain goes down."""
    return tr(
        "Good. Breaks come again, and the weeks begin anew with the first one. If the pain comes "
        "back, stop and see a doctor."
    )


def better_no(tr: Words) -> str:
    """Say what follows when the pain does not go down yet."""
    return tr("Then rest on; nothing is lost. Please see a doctor if it does not ease.")


def unwell(tr: Words) -> str:
    """Say what follows when somebody is not well today."""
    return tr("Take care of yourself. deskbreak keeps quiet until tomorrow.")


def suspended(why: Suspension, tr: Words) -> Advice:
    """Say why nothing but posture checks is guided, and what to do."""
    if why is Suspension.HURT:
        return hurt_back(tr)
    if why is Suspension.REPEATED:
        return Advice(
            tr("This keeps happening, please see a doctor"),
            (
                tr(
                    "It has hurt in three of your last six breaks. That is a sign to have it "
                    "looked at. Until then only posture checks are offered."
                ),
                tr("When you are ready to go on, read the safety page once more."),
                emergency(tr),
            ),
        )
    return Advice(
        tr("Exercise rests after sharp pain"),
        (
            tr("Please stop exercising and get medical advice."),
            tr("When you are ready to go on, read the safety page once more."),
            emergency(tr),
        ),
    )


def switched_off(name: str, tr: Words) -> str:
    """Say that pain switched an exercise off; `name` is its title."""
    return tr(
        "{name} has hurt twice within a week and is switched off. Please talk to a doctor if it "
        "goes on hurting.",
        name=name,
    )


def after_break(off: Iterable[str], why: Suspension | None, tr: Words) -> str:
    """Say after a break that hurt what it led to; "" when it led to nothing.

    `off` are the titles of the exercises of this break that pain has switched off. Sharp pain has
    its advice on the end card already.
    """
    said = [switched_off(name, tr) for name in off]
    if why is Suspension.REPEATED:
        advice = suspended(why, tr)
        said += [f"{advice.title}.", *advice.lines]
    return " ".join(said)
