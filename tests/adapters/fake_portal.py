"""A desktop portal's settings on a private bus, in a process of its own: `fake_portal.py VALUES`.

A process, because Qt waits for an answer without letting threads of this one run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

NAME = "org.freedesktop.portal.Desktop"
Values = dict[tuple[str, str], tuple[str, object]]


@contextmanager
def run_portal(address: str, values: Values, *, hangs: bool = False) -> Iterator[None]:
    """Run a portal that answers `Read` with variants in variants; or never, when it hangs."""
    told = [[*key, *value] for key, value in values.items()]
    command = [sys.executable, __file__, address, json.dumps({"told": told, "hangs": hangs})]
    portal = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert portal.stdout is not None
    try:
        assert portal.stdout.readline() == "ready\n"
        yield
    finally:
        portal.kill()
        portal.communicate()


def serve(address: str, told: list[tuple[str, str, str, object]], *, hangs: bool) -> None:
    """Answer until killed."""
    from jeepney import HeaderFields, message_bus, new_error, new_method_return  # noqa: PLC0415
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - only in the process

    values = {(space, key): (kind, value) for space, key, kind, value in told}
    with open_dbus_connection(bus=address) as bus:
        bus.send_and_get_reply(message_bus.RequestName(NAME), timeout=5)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            message = bus.receive()
            if message.header.fields.get(HeaderFields.member) != "Read" or hangs:
                continue
            if message.body in values:
                bus.send(new_method_return(message, "v", (("v", values[message.body]),)))
            else:
                bus.send(new_error(message, "org.freedesktop.portal.Error.NotFound"))


if __name__ == "__main__":
    wanted = json.loads(sys.argv[2])
    serve(sys.argv[1], wanted["told"], hangs=wanted["hangs"])
