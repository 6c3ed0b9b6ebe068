"""What the paragraph styles of the Word look mean to Qt: fonts, line heights, spaces and colours.

All lengths in ``briefer.pdf`` are twentieths of a point, as in Word. They serve as pixel sizes of fonts too, so that
the lay-out is free of hinting and the same at every zoom: who paints, scales.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextCharFormat

from briefer.memo.house_look import HouseLook, TextLook
from briefer.render.word.standard_look import CODE_SIZE, FIXED, LOOKS, SANS, Look, paragraphs

UNIT = 20
"""Units in a point."""

_SINGLE = 1.149
"""Height of a single line of Arial in Word over its size; Qt leaves the gap between lines out of a font's height."""


class Inks(msgspec.Struct, frozen=True):
    """Colours on the paper, as ``#rrggbb`` or ``#aarrggbb``: words, lesser words, lines, the two grounds, links.

    ``alone`` lets no colour of the office's be written with: those are chosen for white paper.
    """

    text: str
    grey: str
    line: str
    shade: str
    tint: str
    link: str
    alone: bool = False


PRINTED = Inks(text="#000000", grey="#595959", line="#a6a6a6", shade="#e9ebee", tint="#f3f4f6", link="#0b4f8a")


class Face(NamedTuple):
    """A paragraph style, inherited values filled in. ``stretch`` multiplies the height of a line.

    ``colour`` is that of its words, as ``#rrggbb``; "" for ink.
    """

    font: QFont
    line: float
    stretch: float
    before: float
    after: float
    left: int
    right: int
    keep_with_next: bool
    keep_together: bool
    grey: bool
    colour: str = ""


class Faces:
    """The paragraph styles of a look and the formats of runs in them, each made once."""

    def __init__(self, inks: Inks, look: str = "standard", house: HouseLook | None = None) -> None:
        """``house`` goes before what the look says of fonts, sizes, colours and spaces."""
        self.inks = inks
        self.look = look
        self.house = house
        self._looks = {each.style_id: each for each in paragraphs(look)}
        self._code = round(CODE_SIZE * UNIT * self.scale)
        self._faces: dict[str, Face] = {}
        self._formats: dict[tuple[str, bool, bool, bool, bool, bool], QTextCharFormat] = {}

    @property
    def scale(self) -> float:
        """The size of the look's words beside that of the standard one."""
        return LOOKS.get(self.look, 1.0)

    def face(self, style: str) -> Face:
        """The paragraph style with this id in the Word look."""
        if style not in self._faces:
            face, own = _face(style, self._looks), self.house.texts.get(style) if self.house is not None else None
            self._faces[style] = face if own is None else _dressed(face, own)
        return self._faces[style]

    def form(
        self, style: str, *, bold: bool = False, italic: bool = False, code: bool = False, link: bool = False,
        raised: bool = False,
    ) -> QTextCharFormat:  # fmt: skip
        """The format of a run in a paragraph of this style."""
        key = (style, bold, italic, code, link, raised)
        if key not in self._formats:
            self._formats[key] = self._form(*key)
        return self._formats[key]

    def grey(self, style: str) -> QTextCharFormat:
        """The format of lesser words, as the labels of the header block."""
        form = self._form(style, *([False] * 5))
        form.setForeground(QBrush(QColor(self.inks.grey)))
        return form

    def _form(self, style: str, bold: bool, italic: bool, code: bool, link: bool, raised: bool) -> QTextCharFormat:
        font = QFont(self.face(style).font)
        if code:
            font.setFamilies([FIXED])
            font.setPixelSize(min(font.pixelSize(), self._code))
        if bold:
            font.setBold(True)
        font.setItalic(italic or font.italic())
        font.setUnderline(link)
        form = QTextCharFormat()
        form.setFont(font)
        if raised:
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if link:
            form.setForeground(QBrush(QColor(self.inks.link)))
        elif self.face(style).colour and not self.inks.alone:
            form.setForeground(QBrush(QColor(self.face(style).colour)))
        elif self.face(style).grey:
            form.setForeground(QBrush(QColor(self.inks.grey)))
        return form


def _face(style: str, looks: Mapping[str, Look]) -> Face:
    chain = [looks[style]]
    while chain[-1].based_on:
        chain.append(looks[chain[-1].based_on])
    look, normal = chain[0], chain[-1]
    size = next(each.size for each in chain if each.size)
    stretch = next(each.line for each in chain if each.line)
    font = _font(look, round(size * UNIT))
    single = max(QFontMetricsF(font).lineSpacing(), font.pixelSize() * _SINGLE)
    return Face(
        font,
        line=single * stretch,
        stretch=stretch,
        before=UNIT * next((each.before for each in chain if each.before is not None), normal.before or 0),
        after=UNIT * next((each.after for each in chain if each.after is not None), normal.after or 0),
        left=next((each.left for each in chain if each.left), 0),
        right=next((each.right for each in chain if each.right), 0),
        keep_with_next=look.keep_with_next,
        keep_together=any(each.keep_together for each in chain),
        grey=bool(look.colour),
    )


def _dressed(face: Face, own: TextLook) -> Face:
    """A paragraph style as a document of the office has it; indents, lines and grounds stay ours."""
    font = QFont(face.font)
    font.setFamilies([own.font, *face.font.families()])
    font.setPixelSize(max(round(own.size * UNIT), 1))
    font.setBold(own.bold)
    font.setItalic(own.italic)
    font.setCapitalization(QFont.Capitalization.AllUppercase if own.capitals else QFont.Capitalization.MixedCase)
    single = max(QFontMetricsF(font).lineSpacing(), font.pixelSize() * _SINGLE)
    return face._replace(
        font=font,
        line=single * own.line,
        stretch=own.line,
        before=UNIT * own.before,
        after=UNIT * own.after,
        grey=False,
        colour=f"#{own.colour}" if own.colour else "",
    )


def _font(look: Look, pixels: int) -> QFont:
    font = QFont([look.font or SANS])
    font.setStyleHint(QFont.StyleHint.Monospace if look.font else QFont.StyleHint.SansSerif)
    font.setPixelSize(pixels)
    font.setBold(look.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if look.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    if look.letter_space:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.letter_space)
    return font
