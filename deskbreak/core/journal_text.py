"""Days of the journal as text: what the Log window shows, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deskbreak.core.entry import Break, Happening
from deskbreak.core.journal import tally
from deskbreak.core.journal_words import (
    TitleOf,
    clock_text,
    day_sentence,
    details,
    goal_sentence,
    headline,
    outcome_word,
    span_of,
    step_sentence,
    when_text,
)
from deskbreak.core.timeline_words import happening_sentence
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words

_SHORT_ID = 8
"""Letters of an id that tell one break from another in practice."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How days are told: in whose language, with which titles, and whether with their ids."""

    tr: Words
    title_of: TitleOf
    ids: bool = False


def day_text(
    day: str,
    breaks: tuple[Break, ...],
    happenings: tuple[tuple[Happening, int], ...],
    goal_s: int,
    telling: Telling,
) -> str:
    """Return one day as lines of text.

    Args:
        day: for example "2026-11-22".
        breaks: its entries.
        happenings: its events, each with the local offset from UTC in seconds; () leaves them out.
        goal_s: the day's goal in seconds of exercise.
        telling: how it is told.
    """
    tr = telling.tr
    figures = tally(breaks, day, goal_s)
    told = ", ".join(filter(None, (day_sentence(tr, figures), goal_sentence(tr, figures))))
    if not breaks and not happenings:
        return tr("{day}: no breaks were written.", day=day)
    blocks = [(span_of(entry)[0], "\n".join(_lines(entry, telling))) for entry in breaks]
    blocks += [
        (each.at, f"  {clock_text(each.at, offset)}  {happening_sentence(tr, each)}")
        for each, offset in happenings
    ]
    return "\n".join([f"{day}: {told}", *_texts(sorted(blocks))])


def _texts(blocks: Iterable[tuple[int, str]]) -> Iterator[str]:
    for _, text in blocks:
        yield text


def _lines(entry: Break, telling: Telling) -> Iterator[str]:
    tr, title_of = telling.tr, telling.title_of
    ended = outcome_word(tr, entry.outcome)
    if entry.seconds:
        ended = f"{ended}, {span_text(entry.seconds, tr)}"
    mark = f"  [{entry.id[:_SHORT_ID]}]" if telling.ids else ""
    yield f"  {when_text(entry)}  {headline(tr, entry, title_of)}: {ended}{mark}"
    for step in entry.steps:
        yield f"      {step_sentence(tr, step, title_of)}"
    for fact in details(tr, entry):
        yield f"      {fact}"
