"""Changes values in the text of a settings file and keeps the rest as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import cast

from deskbreak.core.settings.plain import Plain

_Table = MutableMapping[str, object]


def edited(text: str, changes: Mapping[str, Plain]) -> str:
    """Return `text` with new values under dotted keys; comments and order stay.

    Raises:
        ValueError: the text cannot be changed this way.
        TypeError: a section of a key holds something else.
    """
    import tomlkit  # noqa: PLC0415 - 4 MB that only a change of settings needs
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    try:
        document = tomlkit.parse(text)
        for key, value in changes.items():
            _put(cast("_Table", document), key, value, tomlkit.table)
    except TOMLKitError as error:
        raise ValueError(str(error)) from error
    written = tomlkit.dumps(document)
    return written.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else written


def _put(document: _Table, key: str, value: Plain, table: Callable[[], object]) -> None:
    *sections, last = key.split(".")
    here = document
    for section in sections:
        if section not in here:
            here[section] = table()
        inner = here[section]
        if not isinstance(inner, MutableMapping):
            raise TypeError(f"{section} is no section")
        here = inner
    here[last] = value
