"""The text of a template as it is typed: numbered lines, marks under what is wrong, an undo of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from briefer.templates.problems import Problem
from briefer.text.spans import Span
from briefer.ui.offsets import Offsets
from briefer.ui.template_editor.highlighter import Highlighter
from briefer.ui.theme import code_font, tokens

_COLOURED = 40_000
"""Code points of a text that is coloured: a longer one would keep the keys waiting."""
_BESIDE = 12


class Mark(NamedTuple):
    """A problem in the text: its words, which move as the text does, and how grave it is."""

    cursor: QTextCursor
    error: bool


class TemplateText(QPlainTextEdit):
    """Shows and changes a template's text. ``edited`` tells of each change, ``moved`` that the caret is elsewhere."""

    edited = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template-text")
        self.setAccessibleName("Text of the template")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(code_font())
        self.setTabChangesFocus(True)
        self._marks: list[Mark] = []
        self._numbers = LineNumbers(self)
        self._colours: Highlighter | None = None
        self._quiet = False
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.document().contentsChange.connect(self._contents_changed)
        self._make_room()

    # The text

    def text(self) -> str:
        """What is typed, line ends as ``\\n``: not as Qt's plain text, which loses spaces that do not break."""
        return _lines(str(self.document().toRawText()))

    def show_text(self, text: str) -> None:
        """Begin with another text, from its beginning and with nothing to undo."""
        self._quiet = True
        self._marks = []
        if self._colours is not None:
            self._colours.setDocument(None)
            self._colours = None
        self.setPlainText(_lines(text))
        if len(text) <= _COLOURED:
            self._colours = Highlighter(self.document())
        self._quiet = False
        self._dress_lines()
        self.edited.emit()

    def take_text(self, text: str, *, joined: bool = False) -> None:
        """Put another text in the place of all, as one step that can be taken back; equal ends stay as they are.

        ``joined`` makes it one step with the change before.
        """
        before = self.text()
        shorter = min(len(before), len(text))
        first = next((n for n in range(shorter) if before[n] != text[n]), shorter)
        rest = shorter - first
        last = next((n for n in range(rest) if before[-1 - n] != text[-1 - n]), rest)
        self.put(first, len(before) - last, text[first : len(text) - last], joined=joined)

    def put(self, start: int, end: int, words: str, caret: int | None = None, *, joined: bool = False) -> None:
        """Put words in a place (code points) as one step; the caret stands behind them, or so far into them."""
        cursor = self.cursor_at(start, end)
        at = cursor.selectionStart()
        if joined:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.insertText(_lines(words))
        cursor.endEditBlock()
        if caret is not None:
            cursor.setPosition(at + Offsets(words).to_qt(caret))
        self.setTextCursor(cursor)

    def cursor_at(self, start: int, end: int) -> QTextCursor:
        """A cursor over a place, in code points."""
        offsets = Offsets(self.text())
        cursor = QTextCursor(self.document())
        cursor.setPosition(offsets.to_qt(start))
        cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @property
    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return Offsets(self.text()).to_text(self.textCursor().position())

    @property
    def place(self) -> tuple[int, int]:
        """The line and the column of the caret, from 1, the column in code points."""
        cursor = self.textCursor()
        before = cursor.block().text()
        return cursor.blockNumber() + 1, Offsets(before).to_text(cursor.positionInBlock()) + 1

    # What is wrong

    def show_problems(self, problems: Sequence[Problem], places: Sequence[Span]) -> None:
        """Mark problems of the text as it is now, at these places in it."""
        offsets = Offsets(self.text())
        self._marks = []
        for problem, (start, end) in zip(problems, places, strict=True):
            cursor = QTextCursor(self.document())
            cursor.setPosition(offsets.to_qt(start))
            cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            self._marks.append(Mark(cursor, problem.severity == "error"))
        self._dress_lines()

    def go_to_mark(self, number: int) -> None:
        """Select the words of a problem, counted from 0, and give them the keyboard."""
        self.setTextCursor(self._marks[number].cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> int:
        """Go to the next problem (1) after the caret or the one before (-1), around the end; its number, -1: none."""
        places = [(mark.cursor.selectionStart(), number) for number, mark in enumerate(self._marks)]
        if not places:
            return -1
        here = self.textCursor().selectionStart()
        ordered = sorted(places)
        if by > 0:
            found = next((each for each in ordered if each[0] > here), ordered[0])
        else:
            found = next((each for each in reversed(ordered) if each[0] < here), ordered[-1])
        self.go_to_mark(found[1])
        return found[1]

    def verdict_of(self, block: QTextBlock) -> str:
        """``error`` or ``warning`` for a line that a problem begins on; else nothing."""
        lines = [mark.error for mark in self._marks if block.contains(mark.cursor.selectionStart())]
        return ("error" if any(lines) else "warning") if lines else ""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped as plain text."""
        if source.hasText():
            self.textCursor().insertText(_lines(source.text()))
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter ends a line as Enter does: a line within a line would have no number."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    # How it looks

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._colours is not None:
            self._colours.dress()
            self._dress_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    def numbers_width(self) -> int:
        """How wide the numbers of all lines are."""
        digits = max(3, len(str(self.blockCount())))
        return 2 * _BESIDE + self.fontMetrics().horizontalAdvance("9") * digits

    def paint_numbers(self, painter: QPainter, exposed: QRect) -> None:
        """Paint the numbers of the lines in view."""
        colours, width = tokens(), self._numbers.width()
        painter.fillRect(exposed, QColor(colours.pane2))
        painter.fillRect(width - 1, exposed.top(), 1, exposed.height(), QColor(colours.line))
        painter.setFont(code_font(11))
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > exposed.bottom():
                break
            if block.isVisible() and box.bottom() >= exposed.top():
                self._paint_number(painter, block, QRect(0, round(box.top()), width, self._line_height(block)))
            block = block.next()

    def _line_height(self, block: QTextBlock) -> int:
        return round(block.layout().lineAt(0).height()) if block.layout().lineCount() else 1

    def _paint_number(self, painter: QPainter, block: QTextBlock, box: QRect) -> None:
        colours = tokens()
        verdict = self.verdict_of(block)
        if verdict:
            ink, ground = (colours.err, colours.err_bg) if verdict == "error" else (colours.warn, colours.warn_bg)
            painter.fillRect(box, QColor(ground))
            font = code_font(11)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            if not colours.tinted:  # in high contrast a bar tells what the tint does elsewhere
                painter.fillRect(0, box.top(), 3, box.height(), QColor(ink))
        else:
            painter.setFont(code_font(11))
            painter.setPen(QColor(colours.faint))
        number = box.adjusted(0, 0, -_BESIDE, 0)
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(block.blockNumber() + 1)
        )

    def _dress_lines(self) -> None:
        """The line of the caret, and the waves under what is wrong."""
        colours = tokens()
        line = QTextEdit.ExtraSelection()
        ground = QTextCharFormat()
        ground.setBackground(QColor(colours.pane2 if colours.tinted else colours.pane))
        ground.setProperty(int(QTextFormat.Property.FullWidthSelection), 1)
        cursor = self.textCursor()
        cursor.clearSelection()
        line.format, line.cursor = ground, cursor
        selections = [line]
        for mark in self._marks:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(
                QTextCharFormat.UnderlineStyle.WaveUnderline if mark.error
                else QTextCharFormat.UnderlineStyle.DashUnderline
            )  # fmt: skip
            wave.setUnderlineColor(QColor(colours.err if mark.error else colours.warn))
            selection = QTextEdit.ExtraSelection()
            selection.format, selection.cursor = wave, mark.cursor
            selections.append(selection)
        self.setExtraSelections(selections)
        self._numbers.update()

    def _caret_moved(self) -> None:
        self._dress_lines()
        if not self._quiet:
            self.moved.emit()

    def _contents_changed(self, _at: int, removed: int, added: int) -> None:
        """Told of colours too, which are as many characters as before."""
        if not self._quiet and (removed or added):
            self.edited.emit()

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _scroll_numbers(self, box: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, box.y(), self._numbers.width(), box.height())


def _lines(words: str) -> str:
    """Words with one kind of line end."""
    return words.replace("\u2028", "\n").replace("\u2029", "\n")


class LineNumbers(QWidget):
    """The numbers beside the lines; screen readers tell them themselves."""

    def __init__(self, text: TemplateText) -> None:
        super().__init__(text)

    def sizeHint(self) -> QSize:
        """As wide as the numbers."""
        return QSize(self._text.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers in view."""
        painter = QPainter(self)
        self._text.paint_numbers(painter, event.rect())
        painter.end()

    @property
    def _text(self) -> TemplateText:
        text = self.parent()
        assert isinstance(text, TemplateText)
        return text
