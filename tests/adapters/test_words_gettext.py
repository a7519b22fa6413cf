from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from deskbreak.adapters.words_gettext import words_for
from deskbreak.core.words import English, Words


def put(
    folder: Path, locale: str, texts: dict[str | tuple[str, str], str | tuple[str, ...]]
) -> None:
    catalog = Catalog(locale=locale)
    for source, target in texts.items():
        catalog.add(source, target)
    out = BytesIO()
    write_mo(out, catalog)
    path = folder / locale / "LC_MESSAGES" / "deskbreak.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(out.getvalue())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(
        tmp_path,
        "de",
        {
            "Start": "Starten",
            "Next at {time}": "Weiter um {time}",
            "Broken {time}": "Kaputt {zeit}",
            "Torn {time}": "Kaputt {",
            ("{n} break", "{n} breaks"): ("{n} Pause", "{n} Pausen"),
            ("{n} odd", "{n} odds"): ("{m}", "{m}"),
        },
    )
    put(tmp_path, "pt_BR", {"Start": "Iniciar"})
    return tmp_path


def test_a_language_by_its_name(folder: Path) -> None:
    words: Words = words_for("de", {}, folder)
    assert words("Start") == "Starten"
    assert words("Next at {time}", time="9:00") == "Weiter um 9:00"
    assert words("Unknown {x}", x=1) == "Unknown 1"
    assert words("Braces {as they are}") == "Braces {as they are}"
    assert words.plural("{n} break", "{n} breaks", 1) == "1 Pause"
    assert words.plural("{n} break", "{n} breaks", 3) == "3 Pausen"
    assert words.plural("{n} day", "{n} days", 1) == "1 day"


def test_a_translation_that_lost_its_value_falls_back(folder: Path) -> None:
    words = words_for("de", {}, folder)
    assert words("Broken {time}", time="9:00") == "Broken 9:00"
    assert words("Torn {time}", time="9:00") == "Torn 9:00"
    assert words.plural("{n} odd", "{n} odds", 2) == "2 odds"


@pytest.mark.parametrize(
    ("language", "environment", "start"),
    [
        ("de_AT", {}, "Starten"),
        ("pt-BR", {}, "Iniciar"),
        ("pt", {}, "Start"),
        ("system", {"LANG": "de_DE.UTF-8"}, "Starten"),
        ("system", {"LANG": "de_DE@euro"}, "Starten"),
        ("system", {"LANG": "de_DE", "LC_ALL": "en_GB.UTF-8"}, "Start"),
        ("system", {"LANG": "en_US", "LC_MESSAGES": "de_DE"}, "Starten"),
        ("system", {"LANG": "fr_FR", "LANGUAGE": "xx:pt_BR:de"}, "Iniciar"),
        ("system", {"LANG": "fr_FR", "LANGUAGE": "en:de"}, "Start"),
        ("system", {"LANG": "C", "LANGUAGE": "de"}, "Start"),
        ("system", {"LANG": "C.UTF-8", "LANGUAGE": "de"}, "Start"),
        ("system", {}, "Start"),
        ("system", {"LANG": "bogus"}, "Start"),
        ("system", {"LANG": "../../etc"}, "Start"),
        ("en", {"LANG": "de_DE"}, "Start"),
        ("", {}, "Start"),
    ],
)
def test_which_language_it_becomes(
    folder: Path, language: str, environment: dict[str, str], start: str
) -> None:
    assert words_for(language, environment, folder)("Start") == start


@pytest.mark.parametrize("content", [b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_damaged_catalogue_is_english(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "de" / "LC_MESSAGES" / "deskbreak.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert isinstance(words_for("de", {}, tmp_path), English)
