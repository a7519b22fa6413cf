"""What `--help` and `--version` print."""

from __future__ import annotations

from deskbreak import __version__
from deskbreak.cli import help_keep
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, USAGE

_OVERVIEW = """\
deskbreak reminds you to move, and shows you how: short seated breaks for your back.

Use: deskbreak [COMMAND] [OPTIONS]     without a command: start, or show the Today window

Everyday
{everyday}

Your record and the exercises
{record}

Care
{care}

deskbreak COMMAND --help says more about one of them; deskbreak --version says which this is.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not running or no display, 4 a file is invalid,
5 refused.
"""

_EVERYDAY = (
    *("run", "status", "start", "snooze", "skip", "pause", "resume"),
    *("meeting", "ate", "session", "show", "quit"),
)
_RECORD = ("log", "report", "export", "import", "exercises")
_CARE = (
    *("config", "calendar", "autostart", "doctor"),
    *("backup", "restore", "forget", "simulate", "demo"),
)


def _texts() -> dict[str, tuple[str, str, str]]:
    """Return for each command its use, one line about it, and what more there is to say."""
    return help_keep.texts() | {
        "run": (
            "run [--speed N] [--show today|log|settings|library|safety]",
            "start deskbreak, or show the one that runs",
            (
                "--speed 600 lets the program's clock run 600 times faster, to try things out.\n"
                "--show opens a window at the start."
            ),
        ),
        "status": (
            "status [--why|--json|--waybar]",
            "what it is doing, when the next break comes and why",
            (
                "--why adds what holds a break back, what was decided last and what is noticed;\n"
                "--json prints everything for programs, --waybar what a Waybar module wants."
            ),
        ),
        "start": (
            "start [ROUTINE]",
            "begin a break now",
            (
                "Works at any time, also when no break is due. Routines: desk, desk_short,\n"
                "neck_free, posture. Without one, the routine of your settings."
            ),
        ),
        "snooze": (
            "snooze [MINUTES]",
            "put the offered break off, 1 to 240 minutes",
            "Without a number, the minutes of your settings.",
        ),
        "skip": ("skip", "skip the offered break", "It is written down as skipped."),
        "pause": (
            "pause [DURATION|--until HH:MM|tomorrow|hurt|unwell]",
            "no offers for a while",
            (
                "A DURATION is 90, 90m or 1h30m. `tomorrow` waits for the next office opening,\n"
                "`today` leaves you alone for this office day. Without one: until you resume.\n"
                "`unwell` rests until tomorrow. `hurt`, for a back that was hurt, says what to do\n"
                "and rests until you say that the pain is clearly going down."
            ),
        ),
        "resume": (
            "resume [yes|no]",
            "end the pause",
            (
                "The sitting clock starts again. After `pause hurt`, `yes` says that the pain is\n"
                "clearly going down; anything else lets the pause go on."
            ),
        ),
        "meeting": (
            "meeting [DURATION|end]",
            "say that you are in a meeting, or that it is over",
            "Offers wait until it ends. Without a DURATION: until `deskbreak meeting end`.",
        ),
        "ate": (
            "ate [meal|snack|nothing]",
            "say that you have just eaten",
            (
                "Exercises wait for two hours after a meal and one hour after a snack, as your\n"
                "settings say. `nothing` takes that back, and tells that lunch was no meal."
            ),
        ),
        "session": (
            "session pause|resume|next|back|finish|hurts|easier|harder|slow|usual|brisk",
            "drive the running break",
            (
                "`hurts` stops the exercise at once, as the button does, and asks how it feels.\n"
                "`hurts stretch|unpleasant|pain|sharp` stops and answers: a normal stretch, an\n"
                "unpleasant feeling, pain, or a sharp pain, tingling, dizziness.\n"
                "`easier` and `harder` change the running exercise; `slow`, `usual` and `brisk`\n"
                "are the paces 0.75, 1 and 1.5 for the rest of the break. They come with the next\n"
                "repetition."
            ),
        ),
        "show": ("show today|log|settings|library|safety", "open a window", ""),
        "quit": ("quit", "end deskbreak", "An open offer comes back if you start again soon."),
        "log": (
            "log [--day D|--from D --to D] [--events] [--ids] [--json|--csv]",
            "the breaks of a day, and mending them",
            (
                "Days are written 2026-11-22. Without one: today. Works with deskbreak closed.\n"
                "--events adds what else happened, --ids the beginning of each break's id,\n"
                "--json prints everything for programs, --csv a table of the breaks for\n"
                "spreadsheets. Mending, each of which `log undo` takes back again:\n"
                "  log add MINUTES [--day D] [--at HH:MM] [--routine ID] [--exercise ID]...\n"
                "      [--note TEXT]     a break away from the desk; without --at it ends now\n"
                '  log note ID TEXT      a note in the place of the one before; "" for none\n'
                "  log delete ID         take a break out of the record\n"
                "  log undo              take the last of these back, and so on\n"
                "An ID may be its beginning, as long as no other break begins so."
            ),
        ),
        "report": (
            "report FILE.pdf [--from D --to D]",
            "the record on paper, a page a month",
            (
                "For yourself, a therapist or an occupational-health officer. Without days: this\n"
                "month. A file that is there already is not written over."
            ),
        ),
        "export": (
            "export FILE",
            "write the whole journal to a file",
            (
                "One entry a line, as JSON, breaks and events; `deskbreak import` reads it. A\n"
                "name that ends in .csv gives a table of the breaks for spreadsheets, one in .ics\n"
                "their times for a calendar. Works with deskbreak closed. A file that is there\n"
                "already is not written over."
            ),
        ),
        "import": (
            "import [--check] [--json] FILE",
            "bring an exported file into the journal",
            (
                "What is there already stays as it is, so a file may be brought in twice, and two\n"
                "computers may exchange their files in either order: both then hold the same. Of\n"
                "a break that was changed, the later form counts. A file with a line that is not\n"
                "right is not brought in at all. --check only says what is new in it."
            ),
        ),
        "exercises": (
            "exercises list|show ID|on ID|check FILE|render ID --out FILE",
            "the exercises, and pictures of them",
            (
                "list and show take --json. `on` turns an exercise on again that pain has\n"
                "switched off; it comes back in its easier form.\n"
                "`check` looks at a file of your own, an exercise or a routine.\n"
                "`render` writes a moment as PNG or SVG, a whole repetition as GIF:\n"
                "  --level beginner|normal|advanced   how far the movement goes (normal)\n"
                "  --at SECONDS                       which moment, counted from the first breath\n"
                "  --size PIXELS                      480 without it\n"
                "  --direction D, --variant V         backward or forward; neck_free\n"
                "  --dark                             evening colours"
            ),
        ),
        "config": (
            "config path|check|get KEY|set KEY VALUE",
            "read and change the settings",
            "Keys are written offer.snooze_min. `check` names each problem with its line.",
        ),
        "calendar": (
            "calendar [FILE] [--from YYYY-MM-DD] [--days N] [--json]",
            "what is read of your calendar: days off and busy times",
            "Without a FILE, the one of your settings (office.calendar).",
        ),
        "autostart": ("autostart on|off|status", "start with the desktop", ""),
        "doctor": (
            "doctor [--json]",
            "look whether everything is in order here",
            "Says what was found, what is missing, and what that means for you.",
        ),
        "simulate": (
            "simulate [--days N] [--seed S] [--json]",
            "play days through and print what would happen",
            "",
        ),
        "demo": (
            "demo [--out DIR]",
            "a whole day in a minute, in a throw-away home",
            "--out keeps screenshots. Your own files are not touched.",
        ),
    }


def _lines(verbs: tuple[str, ...]) -> str:
    texts = _texts()
    return "\n".join(f"  {verb:<11}{texts[verb][1]}" for verb in verbs)


def show_help(verb: str) -> int:
    """Print the overview, or the help of one command."""
    texts = _texts()
    if verb in texts:
        use, about, more = texts[verb]
        say(f"Use: deskbreak {use}\n\n{about[0].upper()}{about[1:]}." + (f"\n{more}" * bool(more)))
        return DONE
    if verb and not verb.startswith("-"):
        return unknown(verb)
    groups = {"everyday": _EVERYDAY, "record": _RECORD, "care": _CARE}
    filled = {name: _lines(verbs) for name, verbs in groups.items()}
    say(_OVERVIEW.format(**filled).rstrip())
    return DONE


def show_version() -> int:
    """Print name and version."""
    say(f"deskbreak {__version__}")
    return DONE


def unknown(verb: str) -> int:
    """Complain about a command that does not exist; name one that looks like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed only here

    near = get_close_matches(verb, _texts(), n=1)
    hint = f"Did you mean: deskbreak {near[0]}?" if near else "deskbreak --help lists them."
    complain(f'deskbreak has no command "{verb}". {hint}')
    return USAGE
