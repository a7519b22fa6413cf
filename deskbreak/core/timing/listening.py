"""When a short lull or a return matters: a sense that has to be asked is asked closely only then.

An absence long enough to count is noticed in time anyway: nobody is away for ten minutes sooner
than in ten minutes.
"""

from __future__ import annotations

from deskbreak.core.timing.state import Away, Exercising, OffDuty, Paused, State


def listens_closely(state: State, *, attends: bool) -> bool:
    """Return whether a lull or a return may change something soon.

    A lull does while a break may be shown (`attends`); a return does while somebody who may sit
    here is away, and an arrival from the office's opening on.
    """
    match state:
        case Away():
            return True
        case OffDuty():
            here = state.book.here
            return here.shift is not None and here.lunch is None
        case Paused() | Exercising():
            return False
        case _:
            return attends
