"""Answers what comes over the socket: the state, today's date, a reload, any command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from deskbreak.commanding import Commands
from deskbreak.core import exit_code
from deskbreak.core.command import Command, Drive, Reply
from deskbreak.core.protocol import Query, Request, Response, parse, response_of
from deskbreak.core.status_json import answer_status
from deskbreak.core.words import Words
from deskbreak.engine import Engine


@dataclass(frozen=True, slots=True)
class Identity:
    """Who answers: the program's version and its process id."""

    version: str
    pid: int


class Answers:
    """The socket's side of the program."""

    def __init__(self, engine: Engine, commands: Commands, who: Identity, tr: Words) -> None:
        """Keep whom to ask.

        `after` is called when a command or a reload was carried out; `explain` says in lines why
        the program does what it does now.
        """
        self._engine, self._commands, self._who, self._tr = engine, commands, who, tr
        self.after: Callable[[], None] = _nothing
        self.explain: Callable[[], str] = str

    def handle(self, request: Request) -> Response:
        """Answer one request.

        Raises:
            ProtocolError: the request means nothing.
        """
        asked = parse(request)
        match asked:
            case Query.STATUS:
                form = str(request.args.get("form") or "text")
                status = self._engine.status()
                answer = answer_status(status, form, self._who.version, self._who.pid, self._tr)
                if form != "why":
                    return answer
                return replace(answer, text=f"{answer.text}\n\n{self.explain()}")
            case Query.DAY:
                day = self._engine.view().day
                return Response(exit_code.DONE, day, {"day": day})
            case Query.REREAD:
                self._engine.recorder.forget()
                self._engine.read_again()
                return Response(exit_code.DONE)
            case _:
                return response_of(self._do(asked))

    def _do(self, asked: Command | Query) -> Reply:
        commands = self._commands
        if isinstance(asked, Drive) and asked.discomfort is not None:
            commands.send(Drive(asked.verb))  # one line stops and answers; asked already, it waits
        reply = commands.reload() if isinstance(asked, Query) else commands.send(asked)
        self.after()
        return reply


def _nothing() -> None:
    """Do nothing."""
