"""Which sentence of an exercise is shown when: one at a time, and in step with the breath.

The steps of an exercise are sentences in their order. One that begins with "Breathe in" or
"Breathe out" belongs to a breath of the cycle; the ones before the first such breath belong to
the lead-in; any other refines the sentence before it and takes its place in the next
repetition. Later repetitions stay with one calm sentence, so that nobody has to read on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from deskbreak.core.exercise import Breath, Exercise, Phase
from deskbreak.core.motion import seconds_of
from deskbreak.core.routine import Planned
from deskbreak.core.words import Words


class Kind(StrEnum):
    """What a hint says."""

    TEXT = "text"
    FOLLOW = "follow"
    OTHER_WAY = "other_way"
    SLIP = "slip"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True)
class Hint:
    """One sentence to show; `text` is the exercise's own where the kind needs one."""

    kind: Kind
    text: str = ""


FOLLOW = Hint(Kind.FOLLOW)

READ_S = 4.0
"""Seconds for which a sentence stays at least, from one repetition to the next."""

_GLANCE_S = 2.0
"""Seconds within a repetition that are enough for a sentence."""


def say(hint: Hint, tr: Words) -> str:
    """Return the sentence in the person's language."""
    match hint.kind:
        case Kind.TEXT:
            return tr(hint.text)
        case Kind.FOLLOW:
            return tr("Follow the figure, slowly and easily.")
        case Kind.OTHER_WAY:
            return tr("Now the other way round, just as slowly.")
        case Kind.SLIP:
            return tr("Easy to get wrong: {slip}.", slip=tr(hint.text))
        case Kind.LET_GO:
            return tr("Let go and breathe easily.")
        case _:
            assert_never(hint.kind)


@dataclass(frozen=True, slots=True)
class Hints:
    """The sentences of one exercise, ready to be asked for by place.

    `lead` is for the lead-in; `cycle` has the alternatives for each phase of the cycle, one for
    each repetition until `calm` takes over; each stays for `stay` repetitions, so that quick ones
    leave time to read.
    """

    lead: tuple[Hint, ...]
    cycle: tuple[tuple[Hint, ...], ...]
    calm: tuple[Hint, ...]
    stay: int = 1

    def leading_in(self, phase: int) -> Hint:
        """Return the sentence for a phase of the lead-in, counted from 0."""
        return self.lead[min(phase, len(self.lead) - 1)]

    def cycling(self, phase: int, rep: int, direction: int) -> Hint:
        """Return the sentence for a phase (from 0) of a repetition (from 1) in a direction."""
        turn = (rep - 1) // self.stay
        if direction > 0:
            return Hint(Kind.OTHER_WAY) if turn == 0 else self._later(turn - 1)
        rounds = max(len(choices) for choices in self.cycle)
        if turn >= rounds:
            return self._later(turn - rounds)
        choices = self.cycle[phase]
        return choices[turn % len(choices)]

    def _later(self, turn: int) -> Hint:
        return self.calm[turn % len(self.calm)]


def leading_out(phase: Phase) -> Hint:
    """Return the sentence for a phase of the lead-out."""
    return Hint(Kind.TEXT, phase.cue) if phase.cue else Hint(Kind.LET_GO)


@dataclass(frozen=True, slots=True)
class _Group:
    """The sentences of one breath."""

    breath: Breath
    texts: tuple[str, ...]


def setup_of(planned: Planned) -> Hint:
    """Return how to get into place for an exercise, in the form that is done."""
    return Hint(Kind.TEXT, _said(planned)[0])


def sentences_of(planned: Planned) -> tuple[Hint, ...]:
    """Return all sentences in order, for a person who hears them instead of reading along."""
    return _texts(_said(planned)[1:])


def hints_for(planned: Planned) -> Hints:
    """Spread the exercise's sentences over its lead-in and its cycle.

    A variant (without the neck, with the arms crossed) has sentences of its own; the common
    mistakes are those of the usual form, so that a variant does not warn of them.
    """
    exercise = planned.exercise
    setup, *steps = _said(planned)
    lead, groups = _grouped(tuple(steps), exercise.cycle[0].breath)
    slips = () if planned.variant else exercise.mistakes
    calm = (Hint(Kind.TEXT, exercise.breathing), *(Hint(Kind.SLIP, m) for m in slips))
    stay = math.ceil(READ_S / seconds_of(exercise.cycle))
    if not groups:
        opening = _texts(lead[:1]) or (FOLLOW,)
        return Hints(opening, _spread(lead, exercise), calm, stay)
    if not exercise.lead_in:
        groups = (_Group(groups[0].breath, (*lead, *groups[0].texts)), *groups[1:])
    waiting = {_breath_of(text): text for text in lead[1:] if exercise.lead_in}
    places = tuple(
        _texts((*group.texts, *((waiting[group.breath],) if group.breath in waiting else ())))
        for group in groups
    )
    opening = _texts(lead[: len(exercise.lead_in)] or (setup,))
    return Hints(opening, _placed(exercise.cycle, groups, places), calm, stay)


def _said(planned: Planned) -> tuple[str, ...]:
    """Return the set-up and the steps of the form that is done."""
    exercise = planned.exercise
    usual = (exercise.setup, *exercise.steps)
    return dict(exercise.variant_steps).get(planned.variant, usual)


def _texts(texts: tuple[str, ...]) -> tuple[Hint, ...]:
    return tuple(Hint(Kind.TEXT, text) for text in texts)


def _breath_of(text: str) -> Breath:
    if text.startswith("Breathe in"):
        return Breath.IN
    return Breath.OUT if text.startswith("Breathe out") else Breath.FREE


def _grouped(steps: tuple[str, ...], first: Breath) -> tuple[tuple[str, ...], tuple[_Group, ...]]:
    lead: list[str] = []
    groups: list[_Group] = []
    for text in steps:
        breath = _breath_of(text)
        if not groups and (breath is Breath.FREE or breath is not first):
            lead.append(text)
        elif breath is Breath.FREE:
            groups[-1] = _Group(groups[-1].breath, (*groups[-1].texts, text))
        else:
            groups.append(_Group(breath, (text,)))
    return tuple(lead), tuple(groups)


def _spread(texts: tuple[str, ...], exercise: Exercise) -> tuple[tuple[Hint, ...], ...]:
    """Give a cycle sentences without a breath; the first is said in the lead-in, if there is one.

    They follow each other within the cycle where it leaves time to read them, else from one
    repetition to the next.
    """
    rest = (texts[1:] or texts) if exercise.lead_in else texts
    phases = len(exercise.cycle)
    if not rest:
        return ((FOLLOW,),) * phases
    if phases < len(rest) or seconds_of(exercise.cycle) < _GLANCE_S * len(rest):
        return (_texts(rest),) * phases
    return tuple(_texts((rest[i * len(rest) // phases],)) for i in range(phases))


def _placed(
    cycle: tuple[Phase, ...], groups: tuple[_Group, ...], places: tuple[tuple[Hint, ...], ...]
) -> tuple[tuple[Hint, ...], ...]:
    """Give each phase the sentences of its breath; a breath without its own borrows or follows.

    One side borrows from the other. What refines a breath is said in the hold after it, where the
    breath is free and there is time; without a hold it waits for the next repetition.
    """
    owned: dict[tuple[str, ...], tuple[Hint, ...]] = {}
    chosen: list[tuple[Hint, ...]] = []
    held: tuple[Hint, ...] = (FOLLOW,)
    following = 0
    runs = _runs(cycle)
    for run, after in zip(runs, (*runs[1:], []), strict=True):
        way = (run[0].start, run[-1].to)
        key = (run[0].breath, *(end.replace("left", "right") for end in way))
        if run[0].breath is Breath.FREE:
            here = held
        elif following < len(groups) and groups[following].breath is run[0].breath:
            here = places[following]
            if _is_hold(after) and len(here) > 1:
                here, held = here[:1], here[1:]
            owned[key] = owned.get(key, here)
            following += 1
        else:
            here = owned.get(key, (FOLLOW,))
        chosen += [here] * len(run)
    return tuple(chosen)


def _is_hold(run: list[Phase]) -> bool:
    return bool(run) and run[0].breath is Breath.FREE and seconds_of(run) >= _GLANCE_S


def _runs(cycle: tuple[Phase, ...]) -> list[list[Phase]]:
    """Split a cycle where the breath turns."""
    runs: list[list[Phase]] = []
    for phase in cycle:
        if runs and runs[-1][0].breath is phase.breath:
            runs[-1].append(phase)
        else:
            runs.append([phase])
    return runs
