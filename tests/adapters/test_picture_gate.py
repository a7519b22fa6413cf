"""Pictures of the person's own: plain ones come in, whatever could do harm stays out."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage

from deskbreak.adapters.own_pictures import OwnPictures
from deskbreak.adapters.picture_gate import LONGEST_SIDE, RefusedError, admit
from deskbreak.adapters.png_gate import SIGNATURE, plain_png
from deskbreak.adapters.svg_gate import plain_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
OPEN = HEAD + 'viewBox="0 0 100 50">'
PLAIN = OPEN + '<rect x="0" y="0" width="100" height="50" style="fill:#ff0000"/></svg>'


def part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    size: tuple[int, int] = (4, 2),
    look: tuple[int, int, int] = (8, 2, 0),
    pixels: bytes | None = None,
    extra: bytes = b"",
) -> bytes:
    """Return a PNG of one colour; `look` is depth, colour type and interlacing."""
    header = struct.pack(">IIBBBBB", *size, look[0], look[1], 0, 0, look[2])
    rows = (b"\0" + b"\xff\0\0" * size[0]) * size[1] if pixels is None else pixels
    packed = part(b"IDAT", zlib.compress(rows))
    return SIGNATURE + part(b"IHDR", header) + extra + packed + part(b"IEND", b"")


def kept(tmp_path: Path, raw: bytes | str, name: str = "any.bin") -> QImage:
    path = tmp_path / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8"))
    return QImage.fromData(QByteArray(admit(path)))


def refused(tmp_path: Path, raw: bytes | str) -> str:
    with pytest.raises(RefusedError) as caught:
        kept(tmp_path, raw)
    return str(caught.value)


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    """Text in an SVG asks for fonts."""


def test_a_png_comes_in_whatever_its_name(tmp_path: Path) -> None:
    image = kept(tmp_path, png(), "photo.svg")
    assert (image.width(), image.height()) == (4, 2)
    assert image.pixelColor(1, 1).name() == "#ff0000"


def test_an_svg_is_drawn_once_for_all(tmp_path: Path) -> None:
    image = kept(tmp_path, PLAIN, "drawing.png")
    assert (image.width(), image.height()) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert image.pixelColor(500, 200).name() == "#ff0000"


def test_words_about_the_picture_are_no_text_in_it(tmp_path: Path) -> None:
    about = f"<title>{'W' * 400}</title><desc>{'W' * 4000}</desc><text>{'W' * 400}</text>"
    path = tmp_path / "a.svg"
    path.write_text(f"{OPEN}{about}</svg>", "utf-8")
    assert plain_svg(path.read_bytes())


def test_texts_and_profiles_stay_behind(tmp_path: Path) -> None:
    secret = part(b"tEXt", b"Comment\0where I live")
    path = tmp_path / "a.png"
    path.write_bytes(png(extra=secret) + b"PK\x03\x04 more after the end")
    assert b"where I live" not in admit(path)
    assert b"PK" not in admit(path)


def test_a_large_picture_gets_smaller(tmp_path: Path) -> None:
    image = kept(tmp_path, png((3000, 30)))
    assert (image.width(), image.height()) == (LONGEST_SIDE, 10)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (png((5000, 10)), "is 5000 x 10 pixels"),
        (png((4096, 4096), pixels=b""), "is 4096 x 4096 pixels"),
        (png((0, 1)), "is a damaged PNG"),
        (png(look=(8, 2, 1)), "is interlaced"),
        (png(look=(7, 2, 0)), "is a damaged PNG"),
        (png(look=(8, 3, 0)), "is a damaged PNG"),
        (png(look=(8, 0, 0), extra=part(b"PLTE", b"abc")), "is a damaged PNG"),
        (png(extra=part(b"PLTE", b"ab")), "is a damaged PNG"),
        (png(extra=part(b"tRNS", b"ab")), "is a damaged PNG"),
        (png(extra=part(b"tRNS", b"ab") * 2), "is a damaged PNG"),
        (png(pixels=b"\0" * 10_000_000), "is a damaged PNG"),
        (png(pixels=b"\0"), "is a damaged PNG"),
        (png(pixels=(b"\x09" + b"\0" * 12) * 2), "is a damaged PNG"),
        (png()[:-6], "is a damaged PNG"),
        (png().replace(b"IDAT", b"IDAX"), "is a damaged PNG"),
        (SIGNATURE + part(b"IEND", b""), "is a damaged PNG"),
        (SIGNATURE + part(b"IHDR", b"abc") + part(b"IDAT", b"") + part(b"IEND", b""), "damaged"),
        (png(extra=part(b"IDAT", b"no")), "is a damaged PNG"),
        (b"\0" * (5 * 1024 * 1024), "is larger than 4096 KiB"),
        (b"\xff\xd8\xff\xe0 JFIF", "is neither a PNG nor an SVG"),
        (b"", "is neither a PNG nor an SVG"),
    ],
)
def test_a_png_that_could_do_harm_stays_out(tmp_path: Path, raw: bytes, said: str) -> None:
    assert said in refused(tmp_path, raw)


LAUGHS = "".join(
    f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)
)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<image xlink:href="/dev/zero" width="9" height="9"/>', "holds <image>"),
        ("<script>alert(1)</script>", "holds <script>"),
        ('<style>@import url("file:///etc/passwd");</style>', "holds <style>"),
        (LAUGHS, "holds <use>"),
        ('<rect><animate attributeName="x"/></rect>', "holds <animate>"),
        ('<foreignObject xmlns="http://www.w3.org/1999/xhtml"/>', "holds <foreignObject>"),
        ('<rect onclick="x()" width="9" height="9"/>', 'uses "onclick"'),
        ('<rect fill="url(http://a.b/)"/>', "points to another file"),
        ('<rect style="fill: url(file:///etc/passwd)"/>', "points to another file"),
        ('<rect style="filter:url(#f)"/>', 'uses "filter"'),
        ('<rect style="f\\69lter:none"/>', "which is not drawn here"),
        ('<linearGradient xlink:href="other.svg#a"/>', 'uses "href"'),
        ('<path d="M0 0 L9 9" stroke-dasharray="0.0001"/>', 'uses "stroke-dasharray"'),
        ('<path d="M0 0 L9 9" style="stroke-dasharray:0.0001"/>', 'uses "stroke-dasharray"'),
        ('<circle r="1e400"/>', "too large"),
        ('<rect width="1e30" height="1"/>', "too large"),
        ("<g>" * 30 + "</g>" * 30, "is too complex"),
        ("<g/>" * 3000, "is too complex"),
        (f'<path d="M0 0{" L1 1" * 20000}"/>', "is too complex"),
        (f'<path d="M0 0{" L1 1" * 900}"/>' * 9, "is too complex"),
        (f'<path d="{"M" * 70000}"/>', "is too complex"),
        ("<text>" + "W" * 501 + "</text>", "holds too much text"),
        ("<text>WW WW</text>" * 126, "holds too much text"),
        ('<rect width="9', "neither a PNG nor an SVG"),
    ],
)
def test_an_svg_that_could_do_harm_stays_out(tmp_path: Path, inside: str, said: str) -> None:
    assert said in refused(tmp_path, f"{OPEN}{inside}</svg>")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'<!DOCTYPE svg [<!ENTITY a "ha">]>{PLAIN}', "begins with a document type"),
        (f'<?xml-stylesheet href="a.css"?>{PLAIN}', "asks for a style sheet"),
        (HEAD + "/>" + " " * 300_000, "is larger than 256 KiB"),
        (HEAD + 'width="0" height="0"/>', "shows nothing"),
        ("<html/>", "holds <html>"),
        (HEAD + 'width="1000000000" height="1"/>', "too large"),
    ],
)
def test_a_whole_file_that_could_do_harm_stays_out(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_links_pipes_and_missing_files_stay_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name, said in (("pipe", "is no file"), ("link", "is a link"), ("none", "No such file")):
        with pytest.raises(RefusedError, match=said):
            admit(tmp_path / name)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mutilated_picture_ends_in_anything_but_a_sentence(data: st.DataObject) -> None:
    look, whole = data.draw(st.sampled_from(((plain_png, png()), (plain_svg, PLAIN.encode()))))
    raw = bytearray(whole)
    at = data.draw(st.integers(0, len(raw)))
    raw[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    said = "drawn"
    try:
        look(bytes(raw))
    except ValueError as error:
        said = str(error)
    assert said


def test_a_picture_is_copied_under_a_name_of_our_own(tmp_path: Path) -> None:
    pictures = OwnPictures(tmp_path / "pictures")
    chosen = tmp_path / "..odd name.svg"
    chosen.write_text(PLAIN, "utf-8")
    assert pictures.take(chosen, "my_twist") == ("my_twist.png", "")
    assert pictures.take(chosen, "my_twist") == ("my_twist.png", "")
    chosen.write_bytes(png())
    assert pictures.take(chosen, "my_twist") == ("my_twist_2.png", "")
    assert QImage.fromData(QByteArray(pictures.png("my_twist_2.png"))).width() == 4
    assert pictures.problem("my_twist.png") == ""


def test_a_picture_that_is_gone_or_bad_is_none(tmp_path: Path) -> None:
    pictures = OwnPictures(tmp_path)
    (tmp_path / "bad.png").write_text("<html/>", "utf-8")
    assert [pictures.png(name) for name in ("", "gone.png", "bad.png")] == [b"", b"", b""]
    assert "holds <html>" in pictures.problem("bad.png")
    assert "gone.png is not in" in pictures.problem("gone.png")
    assert pictures.take(tmp_path / "bad.png", "a") == (
        "", "bad.png holds <html>, which is not drawn here; save it as plain shapes."
    )  # fmt: skip
    blocked = OwnPictures(tmp_path / "bad.png")
    (tmp_path / "good.svg").write_text(PLAIN, "utf-8")
    assert blocked.take(tmp_path / "good.svg", "a")[1].startswith("The picture cannot be kept: ")
