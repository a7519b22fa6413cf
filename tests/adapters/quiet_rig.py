"""A service on a private bus that says whether it is quiet, in a process of its own.

`quiet_rig.py ADDRESS WORDS`, WORDS being JSON: what it is called, what it answers, how it fails.
Lines on its input are changes: a JSON list of path, interface, signal, signature and body.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Talker:
    """Remote control of the service."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def says(self, path: str, interface: str, signal: str, signature: str, body: object) -> None:
        """Let it send a signal."""
        assert self._process.stdin is not None
        words = json.dumps([path, interface, signal, signature, body])
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()

    def dies(self) -> None:
        """Let it go without a word."""
        self._process.kill()
        self._process.wait()


@contextmanager
def run_talker(
    address: str, name: str, member: str, answer: tuple[str, object] | None, *, floods: int = 0
) -> Iterator[Talker]:
    """Run a service that answers one method; never, without an answer.

    `floods` is how many times it repeats each signal.
    """
    words = {"name": name, "member": member, "answer": answer, "floods": floods}
    command = [sys.executable, __file__, address, json.dumps(words)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        yield Talker(process)
    finally:
        process.kill()
        process.communicate()


def _tuples(value: object) -> object:
    """Return JSON's lists as jeepney's variants, where they are two long and begin with a text."""
    if isinstance(value, dict):
        return {key: _tuples(one) for key, one in value.items()}
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str):
        return (value[0], value[1])
    return value


def serve(address: str, words: dict[str, object]) -> None:
    """Answer until killed."""
    import select  # noqa: PLC0415 - only in the process

    from jeepney import (  # noqa: PLC0415 - likewise
        DBusAddress,
        HeaderFields,
        message_bus,
        new_method_return,
        new_signal,
    )
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - likewise

    answer = words["answer"]
    with open_dbus_connection(bus=address) as bus:
        bus.send_and_get_reply(message_bus.RequestName(str(words["name"])), timeout=5)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            ready, _, _ = select.select([bus.sock, sys.stdin], [], [])
            if sys.stdin in ready:
                for line in os.read(sys.stdin.fileno(), 65536).splitlines():
                    path, interface, signal, signature, body = json.loads(line)
                    place = DBusAddress(path, str(words["name"]), interface)
                    told = tuple(_tuples(each) for each in body)
                    for _ in range(1 + int(str(words["floods"]))):
                        bus.send(new_signal(place, signal, signature, told))
                continue
            message = bus.receive()
            if message.header.fields.get(HeaderFields.member) == words["member"] and isinstance(
                answer, list
            ):
                body = (_tuples(answer[1]),)
                bus.send(new_method_return(message, answer[0], body))


if __name__ == "__main__":
    serve(sys.argv[1], json.loads(sys.argv[2]))
