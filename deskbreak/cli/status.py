"""`deskbreak status`: what the running program is doing."""

from __future__ import annotations

import json

from deskbreak.cli.client import ask
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import NOT_RUNNING, USAGE

_FORMS = {(): "text", ("--why",): "why", ("--json",): "json", ("--waybar",): "waybar"}


def run(args: list[str]) -> int:
    """Print the state and return the exit code."""
    form = _FORMS.get(tuple(args))
    if form is None:
        complain("Use: deskbreak status [--why|--json|--waybar]")
        return USAGE
    answer = ask("status", {"form": form})
    if answer is None:
        if form == "waybar":
            say('{"text": "", "class": "not_running"}')
        else:
            complain("deskbreak is not running; start it with: deskbreak run")
        return NOT_RUNNING
    if answer.code or form in {"text", "why"}:
        (complain if answer.code else say)(answer.text)
    elif form == "waybar":
        say(json.dumps(answer.data))  # one line: Waybar reads line by line
    else:
        say(json.dumps(answer.data, indent=2))
    return answer.code
