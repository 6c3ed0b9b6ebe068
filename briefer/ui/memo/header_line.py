"""The header block folded to one line: its marking in a box, then who, when and what is missing."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from briefer.templates.template import HeaderField
from briefer.templates.wording import spoken_date
from briefer.ui.icons import SIZE, icon
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens, ui_font

HEIGHT = 36
MARKING = "marking"
_EDGE, _GAP, _BOX = 12, 8, 6
_SMALL = 12


class Piece(NamedTuple):
    """Words of the line, and the token of their colour."""

    words: str
    ink: str


class HeaderLine(QPushButton):
    """A button as wide as the pane that says what the header block holds, and unfolds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "header-line")
        self._marking = self._missing = self._told = ""
        self._pieces: list[Piece] = []
        self._unfolded = False
        self._hovered = False
        self._describe()

    def show_header(self, fields: tuple[HeaderField, ...], header: dict[str, str], language: str = "en-GB") -> None:
        """Show the values of these fields. What is required and empty is named; the subject has its own place."""
        self._marking = header.get(MARKING, "").strip()
        named = [field for field in fields if field.id not in (MARKING, "subject")]
        missing = [field.label for field in named if field.required and not header.get(field.id, "").strip()]
        self._missing = f"{_listed(missing)} {'are' if len(missing) > 1 else 'is'} missing" if missing else ""
        self._pieces = []
        for field in named:
            value = " ".join(header.get(field.id, "").split())
            if not value:
                continue
            if self._pieces:
                self._pieces.append(Piece(" · ", "muted"))
            if field.type == "date":
                value = spoken_date(value, language)
            else:
                self._pieces.append(Piece(f"{field.label} ", "muted"))
            self._pieces.append(Piece(value, "text"))
        if self.words() != self._told:
            self._describe()
            self.update()

    def show_unfolded(self, unfolded: bool) -> None:
        """Tell whether the form is open below."""
        self._unfolded = unfolded
        self._describe()
        self.update()

    def words(self) -> str:
        """All that the line says, for those who cannot see it."""
        said = "".join(piece.words for piece in self._pieces)
        return ". ".join(part for part in (self._marking, self._missing, said) if part) or "nothing filled in yet"

    def _describe(self) -> None:
        self._told = self.words()
        self.setAccessibleName(f"Header: {self._told}")
        self.setAccessibleDescription("Unfolded" if self._unfolded else "Folded")
        self.setToolTip(f"{self._told}\n{'Fold' if self._unfolded else 'Edit'} the header (Enter)")

    def sizeHint(self) -> QSize:
        """One line, as wide as there is room."""
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It fits everywhere: what there is no room for ends in an ellipsis."""
        return QSize(80, HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Keep in mind whether the mouse is here."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._hovered = event.type() == QEvent.Type.HoverEnter
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line from both ends towards its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        painter.fillRect(self.rect(), QColor(colours.pane if self._hovered else colours.pane2))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
        end = self._draw_edit(painter)
        left = self._draw_marking(painter, self._draw_chevron(painter))
        if self._missing:
            left = self._draw_missing(painter, left, end)
        self._draw_pieces(painter, left, end)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 4, 4)

    def _draw_chevron(self, painter: QPainter) -> float:
        name = "chevron-down" if self._unfolded else "chevron-right"
        icon(name, "muted").paint(painter, _EDGE, (HEIGHT - SIZE) // 2, SIZE, SIZE)
        return _EDGE + SIZE + _GAP

    def _draw_edit(self, painter: QPainter) -> float:
        """What a click does; returns where it begins."""
        font = ui_font(_SMALL)
        font.setUnderline(self._hovered)
        words = "Fold" if self._unfolded else "Edit"
        left = self.width() - 16 - QFontMetricsF(font).horizontalAdvance(words)
        self._draw(painter, left, words, font, "accent")
        return left - _GAP

    def _draw_marking(self, painter: QPainter, left: float) -> float:
        if not self._marking:
            return left
        font = ui_font(_SMALL)
        font.setBold(True)
        words = QFontMetricsF(font).elidedText(self._marking, Qt.TextElideMode.ElideRight, self.width() / 3)
        width = QFontMetricsF(font).horizontalAdvance(words) + 2 * _BOX
        painter.setPen(QColor(tokens().text))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left + 0.5, HEIGHT / 2 - 10.5, width, 20))
        self._draw(painter, left + _BOX, words, font, "text")
        return left + width + _GAP + 1

    def _draw_missing(self, painter: QPainter, left: float, end: float) -> float:
        if end - left < SIZE:
            return end
        icon("warn", "warn").paint(painter, int(left), (HEIGHT - SIZE) // 2, SIZE, SIZE)
        left += SIZE + 4
        metrics = QFontMetricsF(ui_font(_SMALL))
        words = metrics.elidedText(self._missing, Qt.TextElideMode.ElideRight, end - left)
        self._draw(painter, left, words, ui_font(_SMALL), "warn")
        return left + metrics.horizontalAdvance(words) + _GAP

    def _draw_pieces(self, painter: QPainter, left: float, end: float) -> None:
        font = ui_font(_SMALL)
        metrics = QFontMetricsF(font)
        rest = metrics.horizontalAdvance("".join(piece.words for piece in self._pieces))
        dots = metrics.horizontalAdvance("…")
        for piece in self._pieces:
            width = metrics.horizontalAdvance(piece.words)
            if left + rest > end and left + width + dots > end:  # what comes after it must be told of, too
                told = piece.words.rstrip() + "…"
                words = metrics.elidedText(told, Qt.TextElideMode.ElideRight, max(0.0, end - left))
                self._draw(painter, left, words, font, piece.ink)
                return
            self._draw(painter, left, piece.words, font, piece.ink)
            left += width
            rest -= width

    def _draw(self, painter: QPainter, left: float, words: str, font: QFont, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens(), ink)))
        metrics = QFontMetricsF(font)
        painter.drawText(QRectF(left, 0, metrics.horizontalAdvance(words) + 2, HEIGHT), _MIDDLE, words)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


def _listed(labels: list[str]) -> str:
    return " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)
