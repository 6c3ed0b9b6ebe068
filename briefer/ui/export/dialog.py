"""The export dialog: what is to be exported on the left, what to look at first on the right, where to below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.outlook import Advice, Outlook
from briefer.templates.template import Template
from briefer.ui import turns
from briefer.ui.export.advice_list import AdviceList
from briefer.ui.export.formats import format_of_name
from briefer.ui.export.options import Options
from briefer.ui.export.plan import Plan
from briefer.ui.icons import SIZE, icon
from briefer.ui.overlay import Overlay
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

_WIDTH, _HEIGHT, _MARGIN = 1040, 632, 16
_RIGHT = 416
_SHADE = 110
"""How dark the window behind it is, of 255."""


class ExportDialog(Overlay):
    """Asks what is to be exported. Enter exports, Esc closes; what is chosen is the caller's to keep.

    Its frame comes first; once the window has shown that, the options are made, and all of it is painted.

    ``changed`` carries a Plan that a person made of the one shown; ``named`` the name of a file that was typed;
    ``browse_requested`` asks for a file dialog, ``export_requested`` for the export; ``taken`` carries the number of
    an advice, from 0, and the fix that is wanted.
    """

    changed = Signal(object)
    named = Signal(str)
    browse_requested = Signal()
    export_requested = Signal()
    taken = Signal(int, str)

    def __init__(self, window: QMainWindow, templates: Mapping[str, Template], *, has_office: bool) -> None:
        super().__init__(window, "Export brief")
        self._plan: Plan | None = None
        self._templates, self._has_office = templates, has_office
        self._outlook: Outlook | None = None
        self._options: Options | None = None
        self._refused = ""
        self._name = QLineEdit()
        self._save_label, self._browse = QLabel("Save to"), QPushButton("Browse…")
        self._open = QCheckBox("Open it")
        self._export = QPushButton()
        self._export.setIconSize(QSize(SIZE + 6, SIZE))  # apart from the words
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(_rule())
        # Each part in its place before it is filled: Qt dresses all that is in one anew when it is put somewhere.
        middle = QFrame()
        column.addWidget(middle, 1)
        self._left = self._make_left(middle)
        self.advice = AdviceList(middle)
        self._share(middle, self._left)
        column.addWidget(_rule())
        column.addWidget(self._foot())
        self._connect()
        self._left_to_make = self._making()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_next)
        self._next.start()

    @property
    def options(self) -> Options:
        """The left side, made now if it is not there yet."""
        self._finish()
        assert self._options is not None
        return self._options

    def _make_next(self) -> None:
        """Make the next part in a turn of its own. A person waits for it: it waits for no other work."""
        for _ in self._left_to_make:
            self._next.start()
            break
        turns.worked(self)

    def _finish(self) -> None:
        for _ in self._left_to_make:
            pass

    def _making(self) -> Iterator[None]:
        yield  # the window is painted in this turn
        made = Options(self._templates, self._left.viewport(), has_office=self._has_office)
        yield
        self._left.setWidget(made)
        set_role(made, "export-options")
        for one, other in pairwise((self._cross, *made.tab_chain())):  # they stand before what was made before them
            QWidget.setTabOrder(one, other)
        yield
        made.changed.connect(self.changed)
        self._options = made
        if self._plan is not None:
            self._show_options(made, self._plan)
        if self._outlook is not None:
            made.show_outlook(self._outlook)
        yield
        self._paint_content()

    def _show_options(self, options: Options, plan: Plan) -> None:
        first = self.focusProxy() is None
        if first:
            options.offer_missing(plan.template)
        options.show_plan(plan)
        if first:
            has_focus = self.hasFocus()
            self.setFocusProxy(options.cards.current())
            if has_focus:
                self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _paint_content(self) -> None:
        """Paint all at a time: what is not there yet would be seen coming."""
        if self._options is not None:
            super()._paint_content()

    def _connect(self) -> None:
        self.advice.taken.connect(self.taken)
        self._name.textEdited.connect(self._type_name)
        self._browse.clicked.connect(self.browse_requested)
        self._open.toggled.connect(self._turn_open)
        self._export.clicked.connect(self._ask)

    def show_plan(self, plan: Plan, path: Path | None) -> None:
        """Show what is chosen, and the file that it goes to; None for a format that makes none."""
        self._plan = plan
        if self._options is not None:
            self._show_options(self._options, plan)
        self._export.setText(plan.kind.does)
        self._export.setIcon(icon(plan.kind.icon, "on_accent"))
        with QSignalBlocker(self._open):
            self._open.setChecked(plan.open_it)
        for widget in (self._save_label, self._name, self._browse, self._open):
            widget.setVisible(path is not None)
        if path is not None and self._name.text() != str(path) and not self._name.hasFocus():
            self._name.setText(str(path))

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what the document would have in it that nobody chooses."""
        self._outlook = outlook
        if self._options is not None:
            self._options.show_outlook(outlook)

    def show_advice(self, advice: Sequence[Advice], good: Sequence[str]) -> None:
        """Show what there is to look at. An error among it keeps the memo here."""
        self.advice.show_advice(advice, good)
        error = next((each for each in advice if each.level == "error"), None)
        self._refused = f"{error.title}. {error.detail}" if error is not None else ""
        self._export.setEnabled(not self._refused)
        tip = f"This must be settled first: {self._refused}" if self._refused else "Export (Enter)"
        self._export.setToolTip(tip)
        self._export.setAccessibleDescription(tip if self._refused else "")

    def show_name(self, name: str) -> None:
        """Show another file's name."""
        self._name.setText(name)

    def place_panel(self) -> None:
        """In the middle, as large as it is meant to be or as the window allows."""
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        height = min(_HEIGHT, self.height() - 2 * _MARGIN)
        self.panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self.advice.setFixedWidth(min(_RIGHT, int(width * 0.39)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter exports. A key that comes early is for what will have the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        elif self._options is None and event.key() != Qt.Key.Key_Escape:
            QApplication.sendEvent(self.options.cards.current(), event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through all that there is, also what is about to be shown."""
        self._finish()
        self.advice.finish()
        return super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window behind it rests."""
        painter = QPainter(self)
        shade = QColor(tokens().paper_text)
        shade.setAlpha(_SHADE)
        painter.fillRect(event.rect(), shade)
        painter.end()

    def _ask(self) -> None:
        if self._export.isEnabled():
            self.export_requested.emit()

    def _type_name(self, name: str) -> None:
        asked = format_of_name(name)
        self.named.emit(name)
        if self._plan is not None and asked is not None and asked.ident != self._plan.format:
            self._change(format=asked.ident)

    def _turn_open(self, on: bool) -> None:
        self._change(open_it=on)

    def _change(self, **changes: object) -> None:
        if self._plan is not None:
            self.changed.emit(replace(self._plan, **changes))

    def _head(self) -> QWidget:
        head = QFrame()
        title, self._cross = QLabel("Export brief"), QToolButton()
        cross = self._cross
        set_role(title, "head")
        cross.setIcon(icon("close", "muted"))
        cross.setIconSize(QSize(SIZE, SIZE))
        cross.setToolTip("Close without exporting (Esc)")
        cross.setAccessibleName("Close")
        set_role(cross, "bare")
        cross.clicked.connect(self._close_clicked)
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 8, 12, 8)
        row.addWidget(title)
        row.addStretch()
        row.addWidget(cross)
        return head

    def _make_left(self, whole: QFrame) -> QScrollArea:
        left = QScrollArea(whole)
        left.setWidgetResizable(True)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return left

    def _share(self, whole: QFrame, left: QScrollArea) -> None:
        line = QFrame()
        line.setFixedWidth(1)
        set_role(line, "line")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(line)
        row.addWidget(self.advice)

    def _foot(self) -> QWidget:
        foot = QFrame()
        set_role(self._save_label, "muted")
        self._name.setAccessibleName("Save to")
        self._name.setToolTip("The file. Its ending says its format")
        self._save_label.setBuddy(self._name)
        self._browse.setToolTip("Choose a folder and a name")
        self._open.setToolTip("Open the file in its own program when it is there")
        cancel = QPushButton("Cancel")
        cancel.setToolTip("Close without exporting (Esc)")
        cancel.clicked.connect(self._close_clicked)
        self._export.setToolTip("Export (Enter)")
        set_role(self._export, "primary")
        for button in (self._browse, cancel, self._export):
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard, as it does in every dialog
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self._save_label)
        row.addWidget(self._name, 1)
        row.addWidget(self._browse)
        row.addSpacing(4)
        row.addWidget(self._open)
        row.addSpacing(4)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self._export)
        return foot

    def _close_clicked(self) -> None:
        self.dismiss()


def _rule() -> QFrame:
    line = QFrame()
    set_role(line, "rule")
    return line
