"""What a person has just changed in a session, in words."""

from __future__ import annotations

from deskbreak.core.guide.change import NOTICE_S
from deskbreak.core.guide.state import Session
from deskbreak.core.routine import Planned
from deskbreak.core.words import Words


def notice(session: Session, tr: Words) -> str:
    """Return what changed last, for a few seconds and while it is still to come; else ""."""
    change = session.change
    if change is None or session.ending:
        return ""
    coming = session.script.planned is not session.wished
    if not coming and session.at - change.at >= NOTICE_S:
        return ""
    before, now = change.before, session.wished
    if now.pace != before.pace:
        return tr("From the next repetition at pace {pace}.", pace=f"{now.pace:g}")
    return " ".join(part for part in (_headline(before, now, tr), *_parts(before, now, tr)) if part)


def _headline(before: Planned, now: Planned, tr: Words) -> str:
    if now.variant != before.variant:
        return tr("The easier form:")
    harder = now.reps > before.reps or now.reach > before.reach
    return tr("Harder:") if harder else tr("Easier:")


def _parts(before: Planned, now: Planned, tr: Words) -> tuple[str, ...]:
    parts: list[str] = []
    if now.reps != before.reps:
        unit, less = tr(now.exercise.dose.unit), before.reps
        parts.append(tr("{reps} {unit}, not {before}.", reps=now.reps, unit=unit, before=less))
    if now.reach > before.reach:
        parts.append(tr("A wider movement, only as far as it feels good."))
    if now.reach < before.reach:
        parts.append(tr("A smaller movement."))
    if now.variant != before.variant:
        parts.append(tr("Arms as the figure shows."))
    return tuple(parts)
