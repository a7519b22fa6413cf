"""`deskbreak exercises render`: a moment of an exercise as PNG or SVG, a repetition as GIF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deskbreak.cli.say import complain, say
from deskbreak.core.dress import Dress
from deskbreak.core.exercise import Exercise, Level, Side
from deskbreak.core.exit_code import DONE, FAILED, USAGE
from deskbreak.core.film import Film, film_of
from deskbreak.core.picture_order import USUAL_SIZE, PictureOrder
from deskbreak.core.routine import Planned

USE = """\
Use: deskbreak exercises render ID --out FILE [--level LEVEL] [--at SECONDS] [--size PIXELS]
       [--direction DIRECTION] [--variant VARIANT] [--dark]
       [--skin SKIN] [--clothes CLOTHES] [--seat chair|wheelchair]"""
KINDS = (".png", ".svg", ".gif")
_DRESS = {
    "--skin": ("light", "medium", "tan", "brown", "dark"),
    "--clothes": ("teal", "plum", "ochre", "slate"),
    "--seat": ("chair", "wheelchair"),
}
_OPTIONS = ("--out", "--level", "--at", "--size", "--direction", "--variant", *_DRESS)
_SMALLEST, _LARGEST, _LARGEST_MOVING = 32, 4096, 1024


class WrongUseError(Exception):
    """What was asked for makes no sense; the message says what would."""


def render(exercise: Exercise, words: list[str]) -> int:
    """Write the picture that the words after the exercise's id ask for."""
    try:
        order = _order(exercise, words)
    except WrongUseError as wrong:
        complain(f"{wrong}\n{USE}")
        return USAGE
    from deskbreak.picturing import content_of  # noqa: PLC0415 - Qt only to draw

    content = content_of(order)
    try:
        Path(order.out).write_bytes(content)
    except OSError as error:
        complain(f"{order.out} cannot be written: {error.strerror}.")
        return FAILED
    say(f"{order.out} shows {exercise.title.lower()}.")
    return DONE


def _order(exercise: Exercise, words: list[str]) -> PictureOrder:
    given = _options(words)
    if "--out" not in given:
        raise WrongUseError("Say where to: --out FILE.")
    out = Path(given["--out"])
    if out.suffix.lower() not in KINDS:
        raise WrongUseError(f'"{out}" must end in {", ".join(KINDS[:-1])} or {KINDS[-1]}.')
    moving = out.suffix.lower() == ".gif"
    if moving and "--at" in given:
        raise WrongUseError("A GIF shows a whole repetition; leave --at out.")
    film = _film(exercise, given)
    most = _LARGEST_MOVING if moving else _LARGEST
    size = _number(given, "--size", _SMALLEST, most)
    return PictureOrder(
        film=film,
        out=str(out),
        at=_number(given, "--at", 0, film.seconds),
        size=USUAL_SIZE if size is None else int(size),
        dark="--dark" in words,
        dress=Dress(*_dressed(given)),
    )


def _dressed(given: Mapping[str, str]) -> tuple[str, ...]:
    """Return skin, clothes and seat, the usual ones where nothing is said."""
    usual = Dress()
    spoken = [_one_of(given, key, list(known)) for key, known in _DRESS.items()]
    chosen = zip(spoken, (usual.skin, usual.clothes, usual.seat), strict=True)
    return tuple(one or other for one, other in chosen)


def _options(words: list[str]) -> Mapping[str, str]:
    left = [word for word in words if word != "--dark"]
    given: dict[str, str] = {}
    while left:
        key, *left = left
        if key not in _OPTIONS:
            raise WrongUseError(f'"{key}" makes no sense here.')
        if not left:
            raise WrongUseError(f"{key} wants a value.")
        given[key], *left = left
    return given


def _film(exercise: Exercise, given: Mapping[str, str]) -> Film:
    level = Level(_one_of(given, "--level", [each.value for each in Level]) or Level.NORMAL)
    if not exercise.dose.at(level):
        offered = " or ".join(each.value for each in Level if exercise.dose.at(each))
        raise WrongUseError(f"{exercise.title} is not offered at {level.value}; take {offered}.")
    variants = [name for name, _ in exercise.variants]
    variant = _one_of(given, "--variant", variants) or ""
    way = _one_of(given, "--direction", [each.value for each in exercise.directions])
    planned = Planned(exercise, 1, exercise.ranges.at(level), variant)
    return film_of(planned, Side(way) if way else None)


def _one_of(given: Mapping[str, str], key: str, known: list[str]) -> str | None:
    value = given.get(key)
    if value is None or value in known:
        return value
    if not known:
        raise WrongUseError(f"This exercise has no {key[2:]}; leave {key} out.")
    raise WrongUseError(f'{key} is one of {", ".join(known)}; not "{value}".')


def _number(given: Mapping[str, str], key: str, low: float, high: float) -> float | None:
    if key not in given:
        return None
    try:
        value = float(given[key])
    except ValueError:
        value = -1.0
    if not low <= value <= high:
        raise WrongUseError(f'{key} is a number from {low:g} to {high:g}; not "{given[key]}".')
    return value
