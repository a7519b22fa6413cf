"""The person's language, from gettext catalogues; English is what the source says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from deskbreak.core.words import English, Words

DOMAIN = "deskbreak"
_SYSTEM = "system"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE = frozenset({"c", "posix", "en"})


class Translated:
    """Words from a catalogue; a translation that lost a `{value}` falls back to English.

    Args:
        single: translates one sentence.
        several: chooses and translates the form for a number.
    """

    def __init__(
        self, single: Callable[[str], str], several: Callable[[str, str, int], str]
    ) -> None:
        self._single = single
        self._several = several
        self._english = English()

    def __call__(self, text: str, /, **values: str | int) -> str:
        """Return `text` in the person's language with its values filled in."""
        try:
            found = self._single(text)
            return found.format(**values) if values else found
        except (LookupError, ValueError):
            return self._english(text, **values)

    def plural(self, one: str, many: str, n: int, /, **values: str | int) -> str:
        """Return the form for `n`, with `n` and the other values filled in."""
        try:
            return self._several(one, many, n).format(n=n, **values)
        except (LookupError, ValueError):
            return self._english.plural(one, many, n, **values)


def words_for(language: str, environment: Mapping[str, str], folder: Path) -> Words:
    """Return the words for a language; English where nothing better is known.

    Args:
        language: "system" or a language such as "de" or "pt_BR".
        environment: LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide for "system".
        folder: where `LANGUAGE/LC_MESSAGES/deskbreak.mo` lie.
    """
    for wanted in _wanted(language, environment):
        for name in _names(wanted):
            if name.lower() in _NO_LANGUAGE:
                return English()
            words = _catalogue(folder / name / "LC_MESSAGES" / f"{DOMAIN}.mo")
            if words is not None:
                return words
    return English()


def _wanted(language: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    if language != _SYSTEM:
        return (language,)
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    if _names(locale)[:1] in ((), ("C",), ("POSIX",)):  # then LANGUAGE does not count either
        return ()
    several = environment.get("LANGUAGE", "")
    return tuple(name for name in several.split(":") if name) or (locale,)


def _names(wanted: str) -> tuple[str, ...]:
    """Return "pt_BR" and "pt" for "pt-BR.UTF-8@x"; nothing for what is no language."""
    name = wanted.partition(".")[0].partition("@")[0].replace("-", "_")
    if not name.replace("_", "").isalnum() or not name.isascii():
        return ()
    short = name.partition("_")[0]
    return (name,) if short == name else (name, short)


def _catalogue(path: Path) -> Words | None:
    if not path.is_file():
        return None
    import gettext  # noqa: PLC0415 - English needs none of it
    import struct  # noqa: PLC0415 - as above

    try:
        with path.open("rb") as file:
            found = gettext.GNUTranslations(file)
    except (OSError, ValueError, LookupError, SyntaxError, struct.error):
        return None
    return Translated(found.gettext, found.ngettext)
