"""Chips: citations drawn in a section's text, each as one character."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from briefer.text.citations import cited_in
from briefer.ui.memo.cited_notes import OWN, CitedNote, CitedNotes
from briefer.ui.theme import tokens, ui_font

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
_MARK = QTextFormat.Property.UserProperty.value + 1

_PIXELS = 11
_PADDING, _BETWEEN, _MARGIN = 4.0, 3.0, 2.0
_ASCENT, _DESCENT = 12.0, 4.0
"""How far a chip reaches above and below the line that letters stand on."""
_SIGN = "⚠"


class Part(NamedTuple):
    """One note in a chip, and where it is drawn: from the chip's left edge, and how wide."""

    note: CitedNote
    left: float
    width: float


class _Chip(NamedTuple):
    """The chip of a mark as it is in an edition of the notes."""

    edition: int
    idents: tuple[str, ...]
    parts: list[Part]


def chip_format(mark: str) -> QTextCharFormat:
    """The format of the character that is the chip of a mark."""
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setProperty(_MARK, mark)
    return made


def mark_of(shown: QTextFormat) -> str:
    """The mark of the chip that a character with this format is; empty if it is none."""
    return str(shown.property(_MARK)) if shown.objectType() == CHIP else ""


class ChipPainter(QPyTextObject):
    """Draws the chips of one document with what ``notes`` knows."""

    def __init__(self, document: QTextDocument, notes: CitedNotes) -> None:
        super().__init__(document)
        self._notes = notes
        self._known: dict[str, _Chip] = {}
        document.documentLayout().registerHandler(CHIP, self)

    def parts(self, mark: str) -> list[Part]:
        """What stands in the chip of a mark, from left to right; notes that would read alike stand there once."""
        known, notes = self._known.get(mark), self._notes
        if known is None or known.edition != notes.edition:  # Qt asks for the width of each chip at each lay-out
            if known is None or notes.changed_since(known.edition, known.idents):
                idents = tuple(cited_in(mark))
                known = _Chip(notes.edition, idents, list(_laid_out(_distinct(notes.note, idents))))
            self._known[mark] = known = known._replace(edition=notes.edition)
        return known.parts

    def seen_changed_since(self, edition: int, mark: str) -> bool:
        """Whether the chip of a mark looks otherwise than in an edition of the notes."""
        known = self._known.get(mark)
        return self._notes.seen_changed_since(edition, known.idents if known is not None else cited_in(mark))

    def width(self, mark: str) -> float:
        """How wide the chip of a mark is, with its margins."""
        parts = self.parts(mark)
        return (parts[-1].left + parts[-1].width if parts else 0) + 2 * _MARGIN

    def intrinsicSize(self, _document: QTextDocument, _position: int, shown: QTextFormat) -> QSizeF:
        """How much room a chip takes above the line that letters stand on."""
        return QSizeF(self.width(mark_of(shown)), _ASCENT)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, shown: QTextFormat
    ) -> None:
        """Draw a chip."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(_PIXELS))
        for part in self.parts(mark_of(shown)):
            ground = QRectF(rect.left() + _MARGIN + part.left, rect.top(), part.width, _ASCENT + _DESCENT)
            _draw(painter, ground, part.note)
        painter.restore()


def part_at(parts: list[Part], x: float) -> CitedNote | None:
    """The note that a chip shows so far from the left edge of its character; the nearest if between two."""
    shown = [part.note for part in parts if part.left <= x - _MARGIN + _BETWEEN]
    return shown[-1] if shown else parts[0].note if parts else None


def format_at(document: QTextDocument, position: int) -> QTextFormat:
    """The format of the character at a position."""
    block = document.findBlock(position)
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.contains(position):
            return fragment.charFormat()
        fragments += 1
    return QTextFormat()


def _distinct(note: Callable[[str], CitedNote], idents: Iterable[str]) -> Iterator[CitedNote]:
    seen: set[str] = set()
    for ident in idents:
        found = note(ident)
        if found.label not in seen:
            seen.add(found.label)
            yield found


def _laid_out(notes: Iterator[CitedNote]) -> Iterator[Part]:
    metrics, left = QFontMetricsF(ui_font(_PIXELS)), 0.0
    for note in notes:
        width = metrics.horizontalAdvance(_text(note)) + 2 * _PADDING
        yield Part(note, left, width)
        left += width + _BETWEEN


def _text(note: CitedNote) -> str:
    return f"{_SIGN} {note.label}" if note.trouble else note.label


def _draw(painter: QPainter, ground: QRectF, note: CitedNote) -> None:
    colours = tokens()
    if note.trouble:
        ink, fill = colours.warn, colours.warn_bg
    elif note.ident == OWN:
        ink, fill = colours.muted, colours.pane2
    else:
        ink, fill = colours.accent, colours.accent_tint
    if not colours.tinted:
        ink = colours.text
    outlined = note.trouble or note.ident == OWN or not colours.tinted
    painter.setPen(QPen(QColor(ink if note.trouble else colours.ctl)) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    inset = 0.5 if outlined else 0.0
    painter.drawRoundedRect(ground.adjusted(inset, inset, -inset, -inset), 3, 3)
    painter.setPen(QColor(ink))
    painter.drawText(ground.translated(QPointF(0, -0.5)), Qt.AlignmentFlag.AlignCenter, _text(note))
