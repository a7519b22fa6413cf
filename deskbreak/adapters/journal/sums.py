"""The checksum of a break's row, several times faster than by way of its JSON; the same sum.

A long journal is read whole when the program starts, and most of that is checking sums.
"""

from __future__ import annotations

# As in `checksum`: hashlib would load OpenSSL into a resting program.
from _blake2 import blake2b
from json.encoder import encode_basestring

from deskbreak.adapters.journal.checksum import SIZE, checksum
from deskbreak.core.entry import Break, StepDone
from deskbreak.core.record.as_json import break_to_json
from deskbreak.core.timing.moment import instant_text


def break_sum(entry: Break, kind: str) -> bytes:
    """Return `checksum({"change": kind, "entry": break_to_json(entry)})`."""
    try:
        summed = _summed(entry, kind)
    except TypeError:  # a value of another type, which the table will refuse by its name
        return checksum({"change": kind, "entry": break_to_json(entry)})
    return blake2b(summed.encode("utf-8", "replace"), digest_size=SIZE).digest()


def _summed(entry: Break, kind: str) -> str:
    text = encode_basestring
    held = ",".join(map(text, entry.held_back_by))
    steps = ",".join(map(_step, entry.steps))
    return (
        f'{{"change":"{kind}","entry":{{"day":{text(entry.day)},'
        f'"discomfort":{_word(entry.discomfort)},"ended_at":{_instant(entry.ended_at)},'
        f'"energy":{_number(entry.energy)},"held_back_by":[{held}],"id":{text(entry.id)},'
        f'"kind":"break","level":{text(entry.level)},"note":{text(entry.note)},'
        f'"offered_at":{_instant(entry.offered_at)},"outcome":"{entry.outcome}",'
        f'"reason":{_word(entry.reason)},"routine":{text(entry.routine)},'
        f'"seconds":{entry.seconds},"snoozes":{entry.snoozes},"source":"{entry.source}",'
        f'"started_at":{_instant(entry.started_at)},"steps":[{steps}],'
        f'"utc_offset_s":{entry.utc_offset_s},"week":{entry.week},"zone":{text(entry.zone)}}}}}'
    )


def _step(step: StepDone) -> str:
    return (
        f'{{"done_reps":{step.done_reps},"exercise":{encode_basestring(step.exercise)},'
        f'"outcome":"{step.outcome}","planned_reps":{step.planned_reps},'
        f'"seconds":{step.seconds},"unit":"{step.unit}"}}'
    )


def _instant(utc: int | None) -> str:
    return "null" if utc is None else f'"{instant_text(utc)}"'


def _word(word: str | None) -> str:
    return "null" if word is None else f'"{word}"'


def _number(number: int | None) -> str:
    return "null" if number is None else str(number)
