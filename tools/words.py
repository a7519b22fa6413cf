"""Keeps the translations: `python -m tools.words extract|update|compile|check`.

extract  writes resources/translations/deskbreak.pot from the source and the exercises
update   brings every language's deskbreak.po up to it
compile  writes the deskbreak.mo files that the program reads
check    fails when the .pot has other words than the source, or a .po loses a {value}
"""

from __future__ import annotations

import string
import sys
import tomllib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from deskbreak.core.recipes import RECIPES

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = FOLDER / "deskbreak.pot"
EXERCISES = ROOT / "resources" / "exercises"
TEXTS = ("title", "goal", "setup", "breathing", "easier", "harder", "safety", "source")
LISTS = ("steps", "mistakes", "reverse_cues")
PARTS = ("lead_in", "cycle", "lead_out")
HEADER = "# Every word that deskbreak shows or says. Written by tools/words.py."
KEYWORDS = {"tr": None, "_tr": None, "plural": (1, 2)}
"""The calls that hold words: `tr(...)`, `self._tr(...)` and `tr.plural(one, many, n)`."""


def extracted() -> Catalog:
    """Return the words of the source, of the routines and of the exercises, in this order."""
    catalog = Catalog(project="deskbreak", charset="utf-8", header_comment=HEADER)
    found = extract_from_dir(
        ROOT / "deskbreak",
        method_map=[("**.py", "python")],
        options_map={},
        keywords=KEYWORDS,
        comment_tags=("Words:",),
        strip_comment_tags=True,
    )
    for filename, _line, message, comments, context in sorted(found, key=lambda one: one[:2]):
        catalog.add(
            message,
            locations=[(f"deskbreak/{Path(filename).as_posix()}", 0)],
            auto_comments=comments,
            context=context,
        )
    for recipe in RECIPES:
        catalog.add(recipe.title, locations=[("deskbreak/core/recipes.py", 0)])
    for path in sorted(EXERCISES.glob("*.toml")):
        for text in exercise_words(tomllib.loads(path.read_text("utf-8"))):
            catalog.add(text, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return catalog


def exercise_words(tree: Mapping[str, Any]) -> list[str]:
    """Return the sentences and names of an exercise file; of the bases' file, none."""
    phases = (phase for part in PARTS for phase in tree.get(part, ()))
    texts = [
        *(tree.get(key, "") for key in TEXTS),
        *(text for key in LISTS for text in tree.get(key, ())),
        *(text for own in tree.get("variant_steps", {}).values() for text in own),
        *(phase.get("cue", "") for phase in phases),
        tree.get("reps", {}).get("unit", ""),
    ]
    return [text for text in texts if text]


def languages() -> list[Path]:
    """Return the .po file of each language."""
    return sorted(FOLDER.glob("*/LC_MESSAGES/deskbreak.po"))


def values_of(text: str) -> set[str]:
    """Return the names of the `{values}` in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def lost_values(message: Message) -> bool:
    """Return whether a translation asks for a value that the source does not give."""
    sources = message.id if isinstance(message.id, tuple | list) else (message.id,)
    targets = message.string if isinstance(message.string, tuple | list) else (message.string,)
    known = set().union(*(values_of(source) for source in sources))
    return any(not values_of(target) <= known for target in targets if target)


def write_template() -> None:
    """Write the .pot file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(as_po(extracted()))


def as_po(catalog: Catalog) -> bytes:
    """Return a catalogue as a .po file without dates and line numbers, which only make noise."""
    out = BytesIO()
    write_po(out, catalog, omit_header=False, include_lineno=False, width=100)
    noise = (b'"POT-Creation-Date:', b'"PO-Revision-Date:', b'"Generated-By:')
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(noise))


def update() -> None:
    """Bring the languages up to the template."""
    template = read_po(BytesIO(TEMPLATE.read_bytes()))
    for path in languages():
        catalog = read_po(BytesIO(path.read_bytes()), locale=path.parent.parent.name)
        catalog.update(template, no_fuzzy_matching=True)
        path.write_bytes(as_po(catalog))


def compile_all() -> None:
    """Write the .mo files."""
    for path in languages():
        catalog = read_po(BytesIO(path.read_bytes()), locale=path.parent.parent.name)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)


def check() -> list[str]:
    """Return what is wrong, one sentence each."""
    known = {message.id for message in read_po(BytesIO(TEMPLATE.read_bytes()))}
    there = {message.id for message in extracted()}
    remedy = "run: python -m tools.words extract"
    lacks, still = sorted(there - known, key=str), sorted(known - there, key=str)
    wrong = [f"{TEMPLATE.name} lacks {words!r}; {remedy}" for words in lacks]
    wrong += [f"{TEMPLATE.name} still has {words!r}; {remedy}" for words in still]
    for path in languages():
        catalog = read_po(BytesIO(path.read_bytes()), locale=path.parent.parent.name)
        wrong += [
            f"{path.relative_to(ROOT)}: {message.id!r} has a value that the source does not give"
            for message in catalog
            if message.id and lost_values(message)
        ]
    return wrong


def main(words: list[str]) -> int:
    """Do what was asked for; return 1 when something is wrong."""
    match words:
        case ["extract"]:
            write_template()
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            wrong = check()
            sys.stderr.writelines(f"{sentence}\n" for sentence in wrong)
            return 1 if wrong else 0
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
