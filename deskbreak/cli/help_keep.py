"""The help of the commands by which the record is kept, brought back and deleted."""

from __future__ import annotations


def texts() -> dict[str, tuple[str, str, str]]:
    """Return for each command its use, one line about it, and what more there is to say."""
    return {
        "backup": (
            "backup FILE",
            "a checked copy of the journal",
            (
                "Works while the program runs. A file that is there already is not written over.\n"
                "A backup is made every day by itself (record.backups)."
            ),
        ),
        "restore": (
            "restore --list | FILE|NAME [--json] [--yes]",
            "what a backup would change, and the way back to it",
            (
                "--list shows the backups that were made by themselves; NAME is one of them, or\n"
                "its day. Without --yes nothing is changed. The present journal is kept as a\n"
                "backup first. The program must not run."
            ),
        ),
        "forget": (
            "forget [--settings] [--json] [--yes]",
            "delete everything that is kept about you",
            (
                "Without --yes it only names the files: the journal, its backups, the state and\n"
                "the log. --settings takes the settings and your own exercises too. Copies that\n"
                "you made elsewhere stay. The program must not run."
            ),
        ),
    }
