"""A panel over the window for a moment: it takes the keys, and gives the focus back when it goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget

from briefer.ui.theme import tokens

EDGE = 3
"""Pixels between the edge of the panel and its content: the corners are round, what is inside them is not."""


class Overlay(QWidget):
    """Covers a window unseen and holds ``panel``. One is open at a time; each lives until it is closed.

    Esc, a click beside the panel and the focus going elsewhere in the window close it. The window's shortcuts rest
    meanwhile. Subclasses fill its ``content``, name the widget that has the focus first (its focus proxy), and may
    say where the panel lies and how large it is (``place_panel``).
    """

    closed = Signal()

    def __init__(self, window: QMainWindow, name: str) -> None:
        super().__init__(window)
        self.hide()
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.panel = Panel(self)
        self.panel.setAccessibleName(name)
        self.content = _Ground()
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        inside.addWidget(self.content)
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.timeout.connect(self._paint_content)
        self.panel.painted.connect(self._painting.start)
        self._before: QWidget | None = None
        self._closing = False

    def place_panel(self) -> None:
        """Put the panel where it belongs, in the middle of the window; asked again whenever its size changes."""
        self.panel.adjustSize()
        self.panel.move((self.width() - self.panel.width()) // 2, (self.height() - self.panel.height()) // 2)

    def open(self) -> None:
        """Show the panel over the window, in place of another that is open."""
        window = self._window
        for other in window.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if other is not self and other.isVisible():
                other.dismiss()
        self._before = window.focusWidget()
        window.installEventFilter(self)
        self._fit()
        # First the window is painted anew beneath, then what stands here: at once it would keep a key waiting.
        self.content.setUpdatesEnabled(False)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def dismiss(self, *, give_back: bool = True) -> None:
        """Close the panel for good; the focus goes back to where it was unless it has a new place already."""
        if self._closing:
            return
        self._closing = True
        before, self._before = self._before, None
        # Looked for among those that live: a form may have gone meanwhile, and its field with it.
        if give_back and before is not None and before in self._window.findChildren(QWidget):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    @property
    def _window(self) -> QMainWindow:
        # Asked of Qt each time: a reference kept here would hold the window in a cycle.
        window = self.parent()
        assert isinstance(window, QMainWindow)
        return window

    def _paint_content(self) -> None:
        if not self.content.updatesEnabled():
            self.content.setUpdatesEnabled(True)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self.place_panel()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A dialog, a menu or another program may have it for a while; another place in this window keeps it.
        if new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self.dismiss(give_back=False)
        self.panel.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep each key from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; what nothing in the panel wants goes no further."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()


class Panel(QFrame):
    """A card in the colours of now. Its edge shows when what scrolls in it has the focus.

    ``painted`` tells of each time that it is painted.
    """

    painted = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        colours, focus = tokens(), QApplication.focusWidget()
        focused = isinstance(focus, QAbstractScrollArea) and self.isAncestorOf(focus)
        paint_card(self, colours.pane, colours.accent if focused else colours.ctl, 6, 2 if focused else 1)
        self.painted.emit()


class _Ground(QWidget):
    """An opaque ground: without it each blink of a caret on it would repaint the article beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens().pane))
        painter.end()


def paint_card(widget: QWidget, ground: str, edge: str, radius: float, width: int = 1) -> None:
    """Fill a widget as a card with round corners and an edge, ``radius`` and ``width`` in pixels."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(ground))
    half = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(half, half, -half, -half), radius, radius)
    painter.end()
