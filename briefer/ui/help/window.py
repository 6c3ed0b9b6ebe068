"""The window of the guide: chapters on the left, the text on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QListWidget, QSplitter, QToolBar, QToolButton, QVBoxLayout, QWidget

from briefer.ui.help.browser import GuideBrowser, page_of
from briefer.ui.help.find_bar import FindBar
from briefer.ui.help.pages import CHAPTERS, page_title
from briefer.ui.messages import ask


class HelpWindow(QWidget):
    """The user guide. It stands beside the main window and does not keep the program running."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle("User guide – Briefer")
        self.setMinimumSize(640, 400)
        self.resize(self.screen().availableSize().boundedTo(QSize(1020, 760)))
        self.text = GuideBrowser()
        self.find_bar = FindBar(self.text)
        self.chapters = QListWidget()
        self.chapters.setAccessibleName("Chapters")
        self.chapters.setMinimumWidth(150)
        self.chapters.setStyleSheet("QListWidget::item { padding-left: 12px; }")  # the margin of the panes
        self.chapters.ensurePolished()  # rows are measured once, and must be as high as the style sheet says
        self.chapters.addItems([page_title(name) for name in CHAPTERS])
        self._lay_out()
        self.chapters.currentRowChanged.connect(lambda row: self.text.show_page(CHAPTERS[row]))
        self.text.sourceChanged.connect(self._show_place)
        self.text.outside_requested.connect(self._ask_to_open)
        self.find_bar.closed.connect(self.text.setFocus)
        self.text.show_page(CHAPTERS[0])
        self.text.setFocus()

    def show_guide(self, page: str = "", heading: str = "") -> None:
        """Bring the window to the front, at a chapter if one is named."""
        if page:
            self.text.show_page(page, heading)
        self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(QMargins())
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addWidget(self.find_bar)
        splitter = QSplitter(childrenCollapsible=False, handleWidth=5)
        splitter.addWidget(self.chapters)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([210, 810])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(QMargins())
        whole.setSpacing(0)
        whole.addWidget(self._make_bar())
        whole.addWidget(splitter, 1)

    def _make_bar(self) -> QToolBar:
        bar = QToolBar("Guide")
        back = self._action("Back", "Go back to the page before", "Alt+Left", self.text.backward)
        forward = self._action("Forward", "Go forward again", "Alt+Right", self.text.forward)
        for action, available in ((back, self.text.backwardAvailable), (forward, self.text.forwardAvailable)):
            action.setEnabled(False)
            available.connect(action.setEnabled)
            bar.addAction(action)
        bar.addSeparator()
        bar.addAction(self._action("Smaller", "Smaller letters", "Ctrl+-", lambda: self.text.zoom_by(-1)))
        larger = self._action("Larger", "Larger letters", "Ctrl++", lambda: self.text.zoom_by(1))
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        bar.addAction(larger)
        bar.addSeparator()
        bar.addAction(self._action("Find", "Find in this chapter", "Ctrl+F", self.find_bar.open_bar))
        for name, keys, command in (
            ("Usual size", "Ctrl+0", self.text.zoom_back),
            ("Find next", "F3", self.find_bar.find_next),
            ("Find previous", "Shift+F3", self.find_bar.find_previous),
            ("Close", "Esc", self._escape),
        ):
            self._action(name, name, keys, command)
        for button in bar.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return bar

    def _action(self, text: str, tip: str, keys: str, command: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})")
        action.triggered.connect(lambda _=False: command())
        self.addAction(action)
        return action

    def _escape(self) -> None:
        """Close what was opened last: the find bar, else the window."""
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            self.close()

    def _show_place(self, place: QUrl) -> None:
        page = page_of(place)
        if page in CHAPTERS:
            with QSignalBlocker(self.chapters):
                self.chapters.setCurrentRow(CHAPTERS.index(page))

    def _ask_to_open(self, address: str) -> None:
        explanation = f"{address}\nIt is opened by your browser or mail program, outside Briefer."
        if ask(self, "Open this address?", explanation, "Open"):
            QDesktopServices.openUrl(QUrl(address))
