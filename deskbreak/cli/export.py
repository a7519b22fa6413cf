"""`deskbreak export`: the journal as JSON Lines, a table or a calendar; running or closed."""

from __future__ import annotations

from deskbreak.adapters.journal.reader import JournalReader
from deskbreak.cli.export_forms import Form, form_of
from deskbreak.cli.journal_access import tell_of_bad_rows, with_journal
from deskbreak.cli.new_file import write_new
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, USAGE
from deskbreak.core.words import English

_USE = "Use: deskbreak export FILE, for a table FILE.csv, for a calendar FILE.ics"


def run(args: list[str]) -> int:
    """Write the journal to the file that is named and return the exit code."""
    if len(args) != 1 or not args[0] or args[0].startswith("-"):
        complain(_USE)
        return USAGE
    return with_journal(lambda journal: _export(journal, args[0], form_of(args[0])))


def _export(journal: JournalReader, path: str, form: Form) -> int:
    """Write a new file; one that is there already is left as it is."""
    count = write_new(path, (part.encode("utf-8") for part in form.parts(journal)))
    if count is None:
        return FAILED
    told = English().plural(form.one, form.many, count - form.around)
    say(f"Written to {path}: {told}.")
    tell_of_bad_rows(journal)
    return DONE
