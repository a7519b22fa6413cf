"""Looks at a PNG before anybody decodes it: its size, its parts, and how much it unpacks to."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LONGEST_SIDE = 4096
MOST_PIXELS = 8_000_000

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""Everything else (texts, profiles, animations) is left out."""

_MOST_FILTER = 4
_HEADER = struct.Struct(">IIBBBBB")
_PALETTE = 3
_NO_PALETTE = (0, 4)
_DAMAGED = "is a damaged PNG"
_COLOUR, _LONGEST_PALETTE = 3, 256


def plain_png(raw: bytes) -> bytes:
    """Return the PNG with nothing in it but its picture.

    Raises:
        ValueError: it is damaged, too large, or unpacks to something else than its header says.
    """
    parts = [(kind, data) for kind, data in _parts(raw) if kind in _KEPT]
    kinds = [kind for kind, _ in parts]
    if kinds[:1] != [b"IHDR"] or kinds.count(b"IHDR") != 1 or kinds[-1] != b"IEND":
        raise ValueError(_DAMAGED)
    _check_order(kinds)
    row, rows = _rows(parts[0][1], b"PLTE" in kinds)
    _check_colours(dict(parts), parts[0][1][9])
    _check_pixels(b"".join(data for kind, data in parts if kind == b"IDAT"), row, rows)
    return SIGNATURE + b"".join(_part(kind, data) for kind, data in parts)


def _parts(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 12 <= len(raw):
        (length,) = struct.unpack_from(">I", raw, at)
        kind, data = raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        if raw[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(kind + data)):
            raise ValueError(_DAMAGED)
        yield kind, data
        if kind == b"IEND":
            return
        at += 12 + length
    raise ValueError(_DAMAGED)


def _check_order(kinds: list[bytes]) -> None:
    first = kinds.index(b"IDAT") if b"IDAT" in kinds else len(kinds)
    late = {b"PLTE", b"tRNS"} & set(kinds[first:])
    twice = any(kinds.count(kind) > 1 for kind in (b"PLTE", b"tRNS"))
    if first == len(kinds) or late or twice:
        raise ValueError(_DAMAGED)


def _rows(header: bytes, has_palette: bool) -> tuple[int, int]:  # noqa: FBT001 - private
    """Return the bytes of a row with its filter byte, and how many rows there are."""
    if len(header) != _HEADER.size:
        raise ValueError(_DAMAGED)
    width, height, depth, colour, method, filters, woven = _HEADER.unpack(header)
    if not (width and height) or depth not in _DEPTHS.get(colour, ()) or method or filters:
        raise ValueError(_DAMAGED)
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise ValueError(f"is {width} x {height} pixels; {LONGEST_SIDE} x 1953 is the most")
    if woven:
        raise ValueError("is interlaced; save it without interlacing")
    if (colour == _PALETTE and not has_palette) or (colour in _NO_PALETTE and has_palette):
        raise ValueError(_DAMAGED)
    return 1 + (width * depth * _CHANNELS[colour] + 7) // 8, height


def _check_colours(parts: Mapping[bytes, bytes], colour: int) -> None:
    """Look at the palette and at what is transparent."""
    entries, left = divmod(len(parts.get(b"PLTE", b"")), _COLOUR)
    if left or entries > _LONGEST_PALETTE or (b"PLTE" in parts and not entries):
        raise ValueError(_DAMAGED)
    clear = parts.get(b"tRNS")
    if clear is None:
        return
    fits = {0: len(clear) == 2, 2: len(clear) == 6, _PALETTE: 0 < len(clear) <= entries}  # noqa: PLR2004 - bytes of a grey and of a colour
    if not fits.get(colour, False):
        raise ValueError(_DAMAGED)


def _check_pixels(packed: bytes, row: int, rows: int) -> None:
    unpacking = zlib.decompressobj()
    try:
        pixels = unpacking.decompress(packed, row * rows + 1)
    except zlib.error as error:
        raise ValueError(_DAMAGED) from error
    if len(pixels) != row * rows or not unpacking.eof or max(pixels[::row]) > _MOST_FILTER:
        raise ValueError(_DAMAGED)


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
