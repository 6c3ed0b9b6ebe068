"""What pages of our own take from a Word document of the office: fonts, sizes, colours, spaces, sheet and margins."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from briefer.house.paper import default_sheet
from briefer.house.styles import HouseStyles
from briefer.memo.house_look import HouseLook, SheetLook, TextLook
from briefer.office.names import w
from briefer.office.package import Package
from briefer.office.strip import strip
from briefer.render.word.standard_look import PARAGRAPHS

if TYPE_CHECKING:
    from lxml import etree

_KEPT = 8
"""Documents whose look is held ready."""
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFF = ("0", "false", "off")
_OURS = ("SourceCode", "HorizontalRule", "TableGap")
"""Styles that look as ours do in any dress."""
_SINGLE = 240
_NO_FONT = "Times New Roman"
_MOST = 400.0
"""Of a size or a space in points: beyond it a document says nonsense."""
_LEAST_TEXT = 2000


@functools.lru_cache(maxsize=_KEPT)
def look_of(document: bytes) -> HouseLook:
    """The look of a Word file; DataError for what is none or not safe to open. For the worker: it is a stranger's."""
    package = Package.opened(document)
    strip(package)
    styles, fonts = HouseStyles(package), _Fonts(package)
    texts = {
        each.style_id: _text_look(styles, styles.style(each.style_id), fonts)
        for each in PARAGRAPHS
        if each.style_id not in _OURS
    }
    section = next(package.tree(package.main).iter(w("sectPr")), None)
    return HouseLook(texts, _sheet(section) if section is not None else None)


class _Fonts:
    """The names of fonts, those of the theme among them."""

    def __init__(self, package: Package) -> None:
        self._theme: dict[str, str] = {}
        for name in package.related(package.main, "/theme"):
            for kind in ("major", "minor"):
                found = package.tree(name).find(f".//{{{_A}}}{kind}Font/{{{_A}}}latin")
                if found is not None and found.get("typeface"):
                    self._theme[kind] = found.get("typeface", "")

    def name(self, fonts: etree._Element) -> str:
        """The font that Latin letters have."""
        theme = fonts.get(w("asciiTheme"), "") or fonts.get(w("hAnsiTheme"), "")
        return self._theme.get(theme[:5], "") or fonts.get(w("ascii"), "") or fonts.get(w("hAnsi"), "")


def _text_look(styles: HouseStyles, ident: str, fonts: _Fonts) -> TextLook:
    chain = [*styles.ancestry(ident), *styles.defaults]
    named = next((name for each in _found(chain, "rPr", "rFonts") if (name := fonts.name(each))), _NO_FONT)
    spacing = list(_found(chain, "pPr", "spacing"))
    colour = next((each.get(w("val"), "") for each in _found(chain, "rPr", "color")), "")
    return TextLook(
        font=named,
        size=min(styles.size(ident) / 2, _MOST),
        bold=_is_on(chain, "b"),
        italic=_is_on(chain, "i"),
        capitals=_is_on(chain, "caps"),
        colour=colour.lower() if len(colour) == 6 and colour.isalnum() and _is_hexadecimal(colour) else "",
        before=_points(spacing, "before"),
        after=_points(spacing, "after"),
        line=_line(spacing, styles.size(ident) / 2),
    )


def _found(chain: list[etree._Element], group: str, name: str) -> list[etree._Element]:
    """What a style and those below it say of a thing, the nearest first."""
    found = (each.find(f"{w(group)}/{w(name)}") for each in chain)
    return [each for each in found if each is not None]


def _is_on(chain: list[etree._Element], name: str) -> bool:
    first = next(iter(_found(chain, "rPr", name)), None)
    return first is not None and first.get(w("val"), "1") not in _OFF


def _points(spacing: list[etree._Element], side: str) -> float:
    values = (each.get(w(side), "") for each in spacing)
    return next((min(int(value) / 20, _MOST) for value in values if value.isascii() and value.isdigit()), 0.0)


def _line(spacing: list[etree._Element], size: float) -> float:
    """What multiplies the height of a line; a height that is given in points is taken as that of this size."""
    for each in spacing:
        value = each.get(w("line"), "")
        if value.isascii() and value.isdigit() and int(value):
            exact = each.get(w("lineRule"), "auto") != "auto"
            many = int(value) / 20 / (size * 1.15) if exact else int(value) / _SINGLE
            return min(max(many, 0.7), 4.0)
    return 1.0


def _is_hexadecimal(word: str) -> bool:
    return all(letter in "0123456789abcdefABCDEF" for letter in word)


def _sheet(section: etree._Element) -> SheetLook:
    """The sheet of a section; margins that leave no room for words are as ours."""
    width, height = _pair(section.find(w("pgSz")), ("w", "h"), default_sheet())
    margins = section.find(w("pgMar"))
    left, right, top, bottom, header, footer = _pair(
        margins, ("left", "right", "top", "bottom", "header", "footer"), (1440, 1440, 1440, 1440, 708, 708)
    )
    if width - left - right < _LEAST_TEXT:
        left = right = 1000
    if height - top - bottom < _LEAST_TEXT:
        top = bottom = 1000
    return SheetLook(width, height, left, right, top, bottom, header, footer)


def _pair(element: etree._Element | None, names: tuple[str, ...], otherwise: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers of an element; negative margins, which only let the header overlap, count as what they measure."""
    values = [element.get(w(name), "").lstrip("-") if element is not None else "" for name in names]
    return tuple(
        min(int(value), 31680) if value.isascii() and value.isdigit() else usual
        for value, usual in zip(values, otherwise, strict=True)
    )
