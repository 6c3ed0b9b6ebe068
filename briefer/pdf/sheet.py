"""The sheet: its size and margins, and what stands above and below the text on every page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from briefer.memo.blocks import Facts, Run
from briefer.pdf.faces import Faces
from briefer.pdf.pieces import Column, Piece
from briefer.pdf.text import Words, set_words
from briefer.render.word.direction import runs_right_to_left
from briefer.render.word.page import sheet

SIDE_MARGIN = 1361
TOP_MARGIN = 1247
BOTTOM_MARGIN = 1247
EDGE = 652
"""The margins, and from the edge of the paper to header and footer: those of the Word document's base."""

_GAP = 200
_LEAST_TEXT = 0.5
"""The text keeps this share of the sheet's height, however long a marking is."""


class Sheet:
    """The paper of a memo with its header and footer.

    ``size`` is its width and height; the text has ``text_width`` and ``text_height`` of it, from ``left`` and
    ``top``.
    """

    def __init__(self, facts: Facts, faces: Faces) -> None:
        self._faces = faces
        self._frame = _frame(facts)
        own = facts.house_look.sheet if facts.house_look is not None else None
        own = own.turned() if own is not None and facts.landscape else own
        self.size = width, height = (own.width, own.height) if own is not None else sheet(facts)
        self.left, right = (own.left, own.right) if own is not None else (SIDE_MARGIN, SIDE_MARGIN)
        least_top, least_bottom = (own.top, own.bottom) if own is not None else (TOP_MARGIN, BOTTOM_MARGIN)
        self._above, self._below = (own.header, own.footer) if own is not None else (EDGE, EDGE)
        self.text_width = width - self.left - right
        marking, reference = " ".join(facts.marking.split()), " ".join(facts.reference.split())
        self._header = self._line("Header", marking, self.text_width, Qt.AlignmentFlag.AlignHCenter, bold=True)
        self._footer = self._footer_lines(marking, reference)
        footer = sum(piece.height for piece in self._footer)
        top = max(least_top, self._above + self._header.height + _GAP)
        bottom = height - max(least_bottom, self._below + footer + _GAP)
        if bottom - top < height * _LEAST_TEXT:
            top, bottom = float(least_top), float(height - least_bottom)
        self.top, self.text_height = top, bottom - top

    def serves(self, facts: Facts) -> bool:
        """Whether another memo, with these facts, has the same paper, header and footer."""
        return self._frame == _frame(facts)

    def draw_frame(self, painter: QPainter, page: int, count: int) -> None:
        """Draw header and footer of a page, counted from 0, of ``count``."""
        self._draw(painter, self._header, self._above)
        bottom = self.size[1] - self._below
        y = bottom - sum(piece.height for piece in self._footer)
        for piece in self._footer:
            self._draw(painter, piece, y)
            y += piece.height
        number = self._number(f"Page {page + 1} of {count}")
        self._draw(painter, number, bottom - number.height)

    def _footer_lines(self, marking: str, reference: str) -> list[Piece]:
        """Reference and marking beside each other, or the marking above if the two and the page number do not fit."""
        face = self._faces.face("Footer")
        room = self.text_width - 2 * _GAP - self._number("Page 1000 of 1000").words_width
        left = Column(self._words("Footer", reference), face, 0, room)
        centred = Column(
            self._words("Footer", marking, bold=True), face, 0, self.text_width, Qt.AlignmentFlag.AlignHCenter,
            runs_right_to_left(marking),
        )  # fmt: skip
        side = max(Piece([left]).words_width, self.text_width - room)
        if 2 * side + Piece([centred]).words_width <= self.text_width:
            return [Piece([left, centred])]
        return [Piece([centred]), Piece([left])]

    def _draw(self, painter: QPainter, piece: Piece, y: float) -> None:
        piece.draw(painter, 0, len(piece.cuts) - 1, QPointF(self.left, y), self._faces.inks)

    def _number(self, words: str) -> Piece:
        return self._line("Footer", words, self.text_width, Qt.AlignmentFlag.AlignRight)

    def _line(self, style: str, text: str, width: float, align: Qt.AlignmentFlag, *, bold: bool = False) -> Piece:
        words = self._words(style, text, bold=bold)
        return Piece([Column(words, self._faces.face(style), 0, width, align, runs_right_to_left(text))])

    def _words(self, style: str, text: str, *, bold: bool = False) -> Words:
        return set_words([Run(text, bold=bold)], style, self._faces, {})


def _frame(facts: Facts) -> tuple[object, ...]:
    return facts.paper, facts.landscape, facts.marking, facts.reference, facts.house_look
