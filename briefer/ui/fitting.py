"""Words, and controls with words, that fit into the room there is, however long they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from briefer.ui.sparing import let
from briefer.ui.theme import ui_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

_INDENT = "\u2002"
"""Room before the words of a button with a menu: there the style sheet's padding is not heeded."""
_BESIDE = 28
"""Pixels beside the words of a segment, its edges included."""
LEAST = 72
"""Pixels that such a button has at least."""


def shortened(words: str, most: int = 60) -> str:
    """Words on one line of at most so many characters; where some are left out, it ends in an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def segment_width(words: str) -> int:
    """Pixels of a segment with these words while it is down: bold then, which Qt does not ask room for."""
    font = ui_font()
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(words) + _BESIDE


def fit_choices(box: QComboBox) -> None:
    """Let a box take the width that there is, not that of its longest choice."""
    box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class ElidedButton(QPushButton):
    """A button with words of any length: where there is no room for all of them, they end in an ellipsis."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def words(self) -> str:
        """All of its words, whether or not there is room for them."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # 15 ms of enums, and the first screen has none

        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = QSize(self._width(), self.fontMetrics().height())
        if self.menu() is not None:
            words += QSize(self.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, option, self), 0)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, words, self)

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of the words."""
        return QSize(min(LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        missing = self.sizeHint().width() - self.width()
        room = max(0, self._width() - max(0, missing))
        shown = _fitted(self, self._words, room).replace("&", "&&")
        if self.menu() is not None:
            shown = _INDENT + shown
        if shown != self.text():
            self.setText(shown)

    def _width(self) -> int:
        """Of all words."""
        return self.fontMetrics().horizontalAdvance(self._words) + 1


class ElidedLabel(QLabel):
    """A line of plain text of any length: where there is no room for all of it, it ends in an ellipsis.

    Its tip then says all of it, and in any case ``tip``.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None, *, tip: str = "") -> None:
        super().__init__(parent)
        self._words, self._tip = "", tip
        self.setToolTip(tip)
        let(self, textFormat="PlainText")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.show_words(words)

    def words(self) -> str:
        """All of its words, whether or not there is room for them."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show other words; all of them are its accessible name."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        width = self.fontMetrics().horizontalAdvance(self._words) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of the words."""
        return QSize(min(LEAST // 2, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = _fitted(self, self._words, self.width())
        if shown != self.text():
            self.setText(shown)
            told = (self._words, self._tip) if shown != self._words else (self._tip,)
            self.setToolTip("\n".join(filter(None, told)))


def _fitted(widget: QWidget, words: str, room: int) -> str:
    """As much of the words as there is room for in a widget's font."""
    metrics = widget.fontMetrics()
    if metrics.horizontalAdvance(words) <= room:
        return words
    return metrics.elidedText(words, QtCore.Qt.TextElideMode.ElideRight, room)
