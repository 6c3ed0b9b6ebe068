"""The row of tabs over an article: one for each source, and a button for another."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from briefer.model.source import Source
from briefer.ui.icons import icon
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

HEIGHT = 36
"""Pixels of the row; what is left to a pane's header is its lower edge."""
LONGEST = 240
"""Pixels of the widest tab; a longer name ends in an ellipsis."""
SHORTEST = 112
"""Pixels of a tab where there is little room."""
"""Characters of a text that stand for its name where it has none."""
_SIDE, _GAP, _CLOSE = 12, 6, 22


class SourceTabs(QFrame):
    """The sources of a brief as tabs.

    ``chosen`` carries the id of the source to show; ``close_requested``, ``details_requested`` and
    ``move_requested`` (with a number of places) that of the source meant. ``paste_requested`` and
    ``import_requested`` ask for another source.
    """

    chosen = Signal(str)
    close_requested = Signal(str)
    details_requested = Signal(str)
    move_requested = Signal(str, int)
    paste_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "pane-header")
        self.bar = _Bar()
        self.bar.currentChanged.connect(self._turned)
        self.bar.dragged.connect(lambda index, by: self.move_requested.emit(self.bar.tabData(index), by))
        self._add = QToolButton()
        self._add.setIcon(icon("add"))
        self._add.setAccessibleName("Add an article")
        self._add.setToolTip("Add an article: paste it (Ctrl+V here) or import a file (Ctrl+Shift+O)")
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(self._add, "bare")
        menu = QMenu(self._add)
        menu.addAction(icon("paste"), "&Paste article", self.paste_requested.emit)
        menu.addAction(icon("import"), "&Import article…", self.import_requested.emit)
        self._add.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._add)
        row.addStretch(1)

    def show_sources(self, sources: Sequence[Source], at_hand: str) -> None:
        """Show a tab for each source, the one of this id in front. Nothing is emitted."""
        bar = self.bar
        shown = {bar.tabData(index): bar.tabText(index) for index in range(bar.count())}
        wanted = {source.id: _text(source) for source in sources}
        if list(shown) != list(wanted):
            bar.end_drag()
        is_focused, is_much = bar.hasFocus(), len(shown.items() ^ wanted.items()) > 2
        with QSignalBlocker(bar):
            if is_much:
                bar.hide()  # one that is seen lays all its tabs out after each change
            self._drop_others(wanted)
            for index, source in enumerate(sources):
                self._put_tab(index, source)
            bar.show()
            if is_focused:
                bar.setFocus(Qt.FocusReason.OtherFocusReason)
            self.turn_to(at_hand)
        self._show_close()

    def _drop_others(self, wanted: Container[str]) -> None:
        for index in reversed(range(self.bar.count())):
            if self.bar.tabData(index) not in wanted:
                self.bar.removeTab(index)

    def _put_tab(self, index: int, source: Source) -> None:
        """Let the tab of a source be at this place; those before it are in theirs."""
        there = next((at for at in range(index, self.bar.count()) if self.bar.tabData(at) == source.id), None)
        if there is None:
            self.bar.insertTab(index, _text(source))
        elif there != index:
            self.bar.moveTab(there, index)
        self._show_tab(index, source)

    def turn_to(self, ident: str) -> None:
        """Bring the tab of a source to the front."""
        for index in range(self.bar.count()):
            if self.bar.tabData(index) == ident:
                self.bar.setCurrentIndex(index)

    def step(self, by: int) -> None:
        """Go to the tab so many places on; after the last comes the first."""
        if self.bar.count():
            self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def current(self) -> str:
        """The id of the source in front; empty without any."""
        return self.bar.tabData(self.bar.currentIndex()) or ""

    def _show_tab(self, index: int, source: Source) -> None:
        text = _text(source)
        if self.bar.tabText(index) != text:
            self.bar.setTabText(index, text)
        if self.bar.accessibleTabName(index) != text:
            self.bar.setAccessibleTabName(index, text)
        self.bar.setTabData(index, source.id)
        self.bar.setTabToolTip(index, "\n".join(dict.fromkeys(filter(None, (source.publisher, source.label)))))

    def _turned(self) -> None:
        self._show_close()
        self.chosen.emit(self.current())

    def _show_close(self) -> None:
        """Give the tab in front a button to close it, and take it from the others."""
        right = QTabBar.ButtonPosition.RightSide
        for index in range(self.bar.count()):
            there: QWidget | None = self.bar.tabButton(index, right)
            wanted = index == self.bar.currentIndex()
            if there is not None and not wanted:
                self.bar.setTabButton(index, right, None)
                there.deleteLater()
            elif there is None and wanted:
                self.bar.setTabButton(index, right, self._close_button())
        if button := self.bar.tabButton(self.bar.currentIndex(), right):
            button.setAccessibleName(f"Remove {self.bar.tabText(self.bar.currentIndex())}")

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("close"))
        button.setIconSize(QSize(12, 12))
        button.setFixedSize(18, 18)
        button.setToolTip("Remove this article (can be undone)")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the context menu of the tab does the same by keys
        set_role(button, "bare")
        button.clicked.connect(lambda: self.close_requested.emit(self.current()))
        return button

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the tab under the pointer; by key, with the one in front."""
        there = self.bar.mapFromGlobal(event.globalPos())
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.bar.tabAt(there) if by_mouse else self.bar.currentIndex()
        if index < 0:
            return
        where = event.globalPos() if by_mouse else self.bar.mapToGlobal(self.bar.tabRect(index).bottomLeft())
        self.menu_for(index).popup(where)

    def menu_for(self, index: int) -> QMenu:
        """The menu of a tab."""
        ident, menu = self.bar.tabData(index), QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("pencil"), "&Details…", partial(self.details_requested.emit, ident))
        menu.addSeparator()
        if index > 0:
            menu.addAction("Move &left", partial(self.move_requested.emit, ident, -1))
        if index < self.bar.count() - 1:
            menu.addAction("Move &right", partial(self.move_requested.emit, ident, 1))
        menu.addSeparator()
        menu.addAction(icon("trash"), "&Remove article", partial(self.close_requested.emit, ident))
        return menu


def _text(source: Source) -> str:
    """What stands on the tab of a source."""
    return f"{source.id} {_name(source)}"


def _name(source: Source) -> str:
    """How a source is called on its tab: by its outlet, its title, its file, else by its first words."""
    return (source.publisher or source.label)[:80]


class _Bar(QTabBar):
    """Tabs with the id of the source in grey and its name; the one in front bold, under a line.

    ``dragged`` carries the number of a tab that was dragged, and by how many places; nothing has moved yet.
    """

    dragged = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Sources")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._widths: dict[str, int] = {}
        self._pressed: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._is_on_page(old) or self._is_on_page(new):
            self.update()

    def _is_on_page(self, widget: QWidget | None) -> bool:
        """Whether a widget is on the page that the tabs turn."""
        row = self.parentWidget()
        page = row.parentWidget() if row is not None else None
        return page is not None and widget is not None and page.isAncestorOf(widget)

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the id and the name in bold, so that nothing moves when a tab comes to the front."""
        text = self.tabText(index)
        if text not in self._widths:  # Qt asks for all tabs ten times when another one comes to the front
            self._widths[text] = self._width(text)
        return QSize(self._widths[text], HEIGHT)

    def _width(self, text: str) -> int:
        ident, _, name = text.partition(" ")
        words = (
            self.fontMetrics().horizontalAdvance(ident) + _GAP + QFontMetrics(self._bold()).horizontalAdvance(name)
        )
        return min(LONGEST, 2 * _SIDE + words + 2 + _CLOSE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which tab, to tell a click from a drag."""
        at = event.position().toPoint()
        index = self.tabAt(at) if event.button() == Qt.MouseButton.LeftButton else -1
        self._pressed = (index, at) if index >= 0 else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by a line where the tab that is dragged would go."""
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._gap is None and (at - self._pressed[1]).manhattanLength() < QApplication.startDragDistance():
            return
        self._gap = sum(1 for index in range(self.count()) if self.tabRect(index).center().x() < at.x())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the tab that was dragged to be moved there."""
        super().mouseReleaseEvent(event)
        pressed, gap = self._pressed, self._gap
        self.end_drag()
        if pressed is not None and gap is not None:
            by = gap - pressed[0] - (1 if gap > pressed[0] else 0)
            if by:
                self.dragged.emit(pressed[0], by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives a drag up."""
        if event.key() == Qt.Key.Key_Escape and self._gap is not None:
            self.end_drag()
        else:
            super().keyPressEvent(event)

    def end_drag(self) -> None:
        """Give a drag up: the tabs are others now, or nobody wants it any more."""
        self._pressed = self._gap = None
        self.update()

    def _line_of_gap(self) -> QRect:
        """Where the line between two tabs stands."""
        assert self._gap is not None
        before, after = self.tabRect(self._gap - 1), self.tabRect(self._gap)
        x = after.left() if self._gap < self.count() else before.right()
        return QRect(min(max(0, x - 1), self.width() - 3), 2, 3, self.height() - 4)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()
        super().changeEvent(event)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Wide enough for the beginning of its name; when all are so narrow, the others are scrolled to."""
        return QSize(min(SHORTEST, self.tabSizeHint(index).width()), HEIGHT)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs in the colours of now."""
        painter, active = QPainter(self), self._is_on_page(QApplication.focusWidget())
        painter.fillRect(event.rect(), QColor(tokens().pane2))
        for index in range(self.count()):
            rect = self.tabRect(index)
            if rect.intersects(event.rect()):
                self._paint_tab(painter, index, rect, active)
        if self._gap is not None:
            painter.fillRect(self._line_of_gap(), QColor(tokens().accent))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, rect: QRect, active: bool) -> None:
        colours, front = tokens(), index == self.currentIndex()
        if front:
            ground = colours.accent_tint if self.hasFocus() and colours.tinted else colours.pane
            painter.fillRect(rect, QColor(ground))
            line = colours.accent if active else colours.ctl
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), QColor(line))
            for x in (rect.left(), rect.right()):
                painter.fillRect(QRect(x, rect.top() + 2, 1, rect.height() - 2), QColor(colours.line))
        if front and self.hasFocus():  # never by the tint alone
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(3, 4, -4, -3))
        ident, _, name = self.tabText(index).partition(" ")
        inner = rect.adjusted(_SIDE, 1, -_SIDE, 0)
        under = rect.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        painter.setFont(self.font())
        painter.setPen(QColor(colours.faint))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, ident)
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(ident) + _GAP)
        if front:
            inner.setRight(inner.right() - _CLOSE + _SIDE // 2)
            painter.setFont(self._bold())
        painter.setPen(QColor(colours.text if front or under else colours.muted))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)
