"""Which form of a break counts when two journals meet: the same one whoever is asked first.

The later change wins. Of two changes in the same second a deletion wins, and of two forms that
are still unlike the one whose text is greater: any rule would do, as long as it is the same
everywhere. So the forms of a break are in one order, a merge takes the greatest, and it does not
matter in which order, how often or by which way round journals are brought together. Only the
form first written is never in doubt: where two of them differ, a file was spoilt.
"""

from __future__ import annotations

import json

from deskbreak.core.record.as_json import version_to_json
from deskbreak.core.record.versions import Tombstone, Version

Form = Version | Tombstone

_NEVER = -1


def rank(form: Form) -> tuple[int, bool, str]:
    """Return the place of a form among the forms of its break; the greatest counts."""
    if isinstance(form, Tombstone):
        return form.changed_at, True, ""
    at = _NEVER if form.changed_at is None else form.changed_at
    if form.deleted:
        return at, True, ""
    return at, False, json.dumps(version_to_json(form), sort_keys=True)


def clash(form: Form, known: Form | None) -> bool:
    """Return whether two forms cannot both be true: a break is written for the first time once."""
    if not isinstance(form, Version) or not isinstance(known, Version):
        return False
    return form.changed_at is None and known.changed_at is None and form != known


def beats(form: Form, known: Form | None) -> bool:
    """Return whether a form takes the place of the one that is known, if any is."""
    return known is None or rank(form) > rank(known)
