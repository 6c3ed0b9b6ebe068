"""The passages of a note: a chip for each, and one that adds the selection."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.ui.icons import icon_pixmap
from briefer.ui.notes.flow import FlowLayout
from briefer.ui.notes.rows import Facts
from briefer.ui.theme import tokens, ui_font

_HEIGHT, _SIDE, _CROSS, _SIGN = 24, 9, 20, 16


class PassageChip(QAbstractButton):
    """Where a passage stands; pressing it shows the words in the source, its cross or Del takes it off the note.

    ``clicked`` is the press, ``dropped`` the cross. One whose words are lost has a dashed edge and a sign.
    """

    dropped = Signal()

    def __init__(self, place: str, anchor: Anchor, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._lost = place, anchor.lost
        words = " ".join(anchor.exact.split())
        self.setFont(ui_font(12))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Passage {place}: {anchor.exact}")
        self.setAccessibleDescription("Enter shows it in the source, Delete takes it off the note")
        state = "No longer in the source" if anchor.lost else "Show in the source"
        self.setToolTip(f"{state}: “{words}”\n× or Del takes it off the note")

    def sizeHint(self) -> QSize:
        """Room for the place, the sign if it is lost, and the cross."""
        words = self.fontMetrics().horizontalAdvance(self._place) + 1
        return QSize(_SIDE + (_SIGN if self._lost else 0) + words + _CROSS + 2, _HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross is a button of its own."""
        if self.isDown() and self._cross().contains(event.position()):
            self.setDown(False)
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take off with Del, show with Enter too."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _CROSS - 2, 0, _CROSS + 2, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        colours, ratio = tokens(), self.devicePixelRatioF()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "warn" if self._lost else "accent"
        pen = QPen(QColor(getattr(colours, ink)), 2 if self.hasFocus() else 1)
        if self._lost:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_tint if self.underMouse() else colours.pane))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, middle = float(_SIDE), self.height() / 2
        if self._lost:
            painter.drawPixmap(round(left), round(middle - 6), icon_pixmap("warn", "warn", 12, ratio))
            left += _SIGN
        painter.setPen(QColor(getattr(colours, ink)))
        painter.setFont(self.font())
        words = QRectF(left, 0, self.width() - left - _CROSS, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._place)
        painter.drawPixmap(self.width() - _CROSS, round(middle - 6), icon_pixmap("close", "muted", 12, ratio))
        painter.end()


class Passages(QWidget):
    """The chips of a note. ``reveal_requested`` carries an Anchor, ``drop_requested`` the number of a passage."""

    reveal_requested = Signal(object)
    drop_requested = Signal(int)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self.chips: list[PassageChip] = []
        self.add = QPushButton("+ selection")
        self.add.setProperty("role", "chip")
        self.add.setAccessibleName("Add the selection")
        self.add.setToolTip("Add the words selected in the source as a passage (Ctrl+Shift+L)")
        self.add.clicked.connect(self.add_requested)
        self._flow.addWidget(self.add)

    def show_evidence(self, evidence: tuple[Anchor, ...], brief: Brief, facts: Facts) -> None:
        """Show a chip for each passage. The focus stays at the same number where one of them has it."""
        focus = QApplication.focusWidget()
        at = self.chips.index(focus) if isinstance(focus, PassageChip) and focus in self.chips else -1
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(number, anchor, brief, facts) for number, anchor in enumerate(evidence)]
        for number, chip in enumerate(self.chips):
            self._flow.put(number, chip)
            chip.show()
        if at >= 0:
            (self.chips[min(at, len(self.chips) - 1)] if self.chips else self.add).setFocus()
        self.updateGeometry()

    def _chip(self, number: int, anchor: Anchor, brief: Brief, facts: Facts) -> PassageChip:
        chip = PassageChip(facts.place(anchor, brief), anchor, self)
        chip.clicked.connect(lambda: self.reveal_requested.emit(anchor))
        chip.dropped.connect(lambda: self.drop_requested.emit(number))
        return chip
