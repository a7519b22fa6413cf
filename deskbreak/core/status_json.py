"""What `deskbreak status` answers: for programs as JSON values, for people as a few lines."""

from __future__ import annotations

from html import escape

from deskbreak.core import exit_code
from deskbreak.core.exercise import Side
from deskbreak.core.protocol import Json, Response
from deskbreak.core.safety import asking_sentence
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.status import ScheduleView, StateName, Status, Tally
from deskbreak.core.timing.moment import instant_text
from deskbreak.core.wording.care import suspended
from deskbreak.core.wording.reasons import state_title
from deskbreak.core.words import Words

SCHEMA = 1
_MINUTE = 60


def status_json(status: Status, version: str, pid: int) -> dict[str, Json]:
    """Return the values of `status --json`; `docs/status.schema.json` describes them."""
    view = status.schedule
    coming = view.next_break
    return {
        "schema": SCHEMA,
        "version": version,
        "pid": pid,
        "state": view.state.value,
        "now": instant_text(view.now.utc),
        "sitting_s": max(0, view.sitting_s),
        "next_break": None
        if coming is None
        else {"earliest": instant_text(coming.earliest), "latest": instant_text(coming.latest)},
        "held_back_by": [hold.value for hold in view.held_back_by],
        "until": None if view.until is None else instant_text(view.until),
        "snoozes_left": view.snoozes_left,
        "missed_offer": view.missed_offer,
        "why": status.why,
        "today": _today(status.today),
        "session": None if status.session is None else _session(status.session),
    }


def _today(today: Tally) -> dict[str, Json]:
    return {
        "offered": today.offered,
        "completed": today.completed,
        "partial": today.partial,
        "skipped": today.skipped,
        "missed": today.missed,
        "natural": today.natural,
        "seconds": today.seconds,
        "goal_s": today.goal_s,
    }


def _session(session: SessionView) -> dict[str, Json]:
    side: Side | None = session.side
    return {
        "routine": session.routine,
        "exercise": session.picture.exercise.id,
        "step": session.step,
        "steps": session.steps,
        "rep": session.rep,
        "reps": session.reps,
        "side": None if side is None else side.value,
        "phase": session.stage.value,
        "elapsed_s": session.elapsed_s,
        "remaining_s": session.remaining_s,
        "paused": session.paused,
    }


def status_text(status: Status, tr: Words) -> str:
    """Return the state in a few lines for a person at a terminal."""
    lines = [f"{state_title(status.schedule, tr)}. {status.why}"]
    if status.session is not None:
        lines.append(_session_line(status.session, tr))
    lines.append(_sitting_line(status.schedule, tr))
    lines.append(_today_line(status.today, tr))
    if status.schedule.missed_offer:
        lines.append(tr("The missed break can still be done: deskbreak start"))
    if not status.acknowledged:
        lines.append(tr("Please read the safety page first: deskbreak start opens it."))
    lines += suspended(status.suspended, tr).lines if status.suspended else ()
    if not status.suspended and asking_sentence(status.asking, tr):
        lines.append(asking_sentence(status.asking, tr))
    return "\n".join((*lines, *status.notices))


def _session_line(session: SessionView, tr: Words) -> str:
    if session.stage is Stage.END:
        return tr("The break is over.")
    return tr(
        "{title}, exercise {step} of {steps}, {left} left.",
        title=session.title,
        step=session.step,
        steps=session.steps,
        left=_span(session.remaining_s),
    )


def _sitting_line(view: ScheduleView, tr: Words) -> str:
    minutes = max(0, view.sitting_s) // _MINUTE
    return tr.plural("You have sat for {n} minute.", "You have sat for {n} minutes.", minutes)


def _today_line(today: Tally, tr: Words) -> str:
    return tr(
        "Today: {done} done, {partial} partly, {skipped} skipped, {missed} missed; "
        "{spent} of {goal} minutes.",
        done=today.completed,
        partial=today.partial,
        skipped=today.skipped,
        missed=today.missed,
        spent=_span(today.seconds),
        goal=_span(today.goal_s),
    )


def _span(seconds: int) -> str:
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02d}"


def waybar_json(status: Status, tr: Words) -> dict[str, Json]:
    """Return what a Waybar module of the kind "custom" with `return-type: json` shows.

    Its classes are the state, and `held` while something holds a break back. The tooltip is
    Pango markup for Waybar, so names of programs are escaped.
    """
    view = status.schedule
    return {
        "text": _bar_text(status, tr),
        "alt": view.state.value,
        "class": [view.state.value, *(["held"] if view.held_back_by else [])],
        "tooltip": escape(status_text(status, tr), quote=False),
        "percentage": max(0, min(100, round(view.progress * 100))),
    }


def _bar_text(status: Status, tr: Words) -> str:
    """Return the few letters of a bar; never none while a break is asked for or held back."""
    view = status.schedule
    if status.session is not None:
        return _span(status.session.remaining_s)
    if view.state is StateName.OFFERING:
        return tr("Break?")
    if view.next_break is not None:
        return _until(view.next_break.earliest - view.now.utc)
    return tr("Held back") if view.held_back_by else ""


def _until(seconds: int) -> str:
    minutes = max(0, seconds) // _MINUTE
    return f"{minutes // _MINUTE}:{minutes % _MINUTE:02d}"


def answer_status(status: Status, form: str, version: str, pid: int, tr: Words) -> Response:
    """Return the whole answer to the verb `status`; `form` is text, json or waybar."""
    data = waybar_json(status, tr) if form == "waybar" else status_json(status, version, pid)
    return Response(exit_code.DONE, status_text(status, tr), data)
