"""What cleaning did to an article, rule by rule, each with a switch; and the original with its changed places."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.source import Fix, Source
from briefer.text.clean import SWITCHABLE, Change
from briefer.text.clean.told import told
from briefer.ui.fitting import segment_width
from briefer.ui.icons import Picture, icon
from briefer.ui.source.original import OriginalView
from briefer.ui.source.tab_order import put_into_tab_order
from briefer.ui.style_sheet import set_role

HIGHEST = 300
"""Pixels that the panel takes of the article at most."""
_SHOWN = 160
"""Characters of an example that are shown."""


class CleaningPanel(QFrame):
    """Two faces: the rules with examples, and the original.

    ``switched`` carries a rule and whether it is to be on; ``examples_wanted`` and ``original_wanted`` the Source
    whose examples (``show_examples``) or original (``original.show_edits``) are shown and not known yet. ``closed``
    asks to hide the panel.
    """

    switched = Signal(str, bool)
    examples_wanted = Signal(object)
    original_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "side-panel")
        self.setAccessibleName("What cleaning did")
        self._source: Source | None = None
        self._examples: dict[str, tuple[Change, ...]] = {}
        self.rules: dict[str, QCheckBox] = {}
        self.original = OriginalView()
        self._faces, self._list = QStackedWidget(), _List()
        self._faces.addWidget(self._list)
        self._faces.addWidget(self.original)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self._faces)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(4)
        self._turns: dict[str, QToolButton] = {}
        for name, words, tip in (
            ("rules", "What was changed", "The changes, rule by rule"),
            ("original", "The original", "What came in, with the changed places marked"),
        ):
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(name == "rules")
            set_role(button, "segment")
            button.setMinimumWidth(segment_width(words))
            button.clicked.connect(lambda _=False, name=name: self.turn(original=name == "original"))
            row.addWidget(button)
            self._turns[name] = button
        row.addStretch(1)
        self._close = QToolButton()
        self._close.setIcon(icon("close", "muted"))
        self._close.setAccessibleName("Hide the changes")
        self._close.setToolTip("Hide the changes (Esc)")
        set_role(self._close, "bare")
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close)
        return row

    def take_focus(self) -> None:
        """Give the keyboard to the first control."""
        self._turns["rules"].setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, *, original: bool) -> None:
        """Show the original, or the rules."""
        self._turns["original" if original else "rules"].setChecked(True)
        self._faces.setCurrentIndex(int(original))
        self._ask()

    def show_source(self, source: Source) -> None:
        """Show what cleaning did to a source."""
        before, self._source = self._source, source
        if before is None or (before.id, before.fixes) != (source.id, source.fixes):
            if before is None or before.id != source.id:
                self._examples = {}
            self._show_rules(source.fixes)
        self._ask()

    def show_examples(self, examples: dict[str, tuple[Change, ...]]) -> None:
        """Show what each rule changed in a few places."""
        self._examples = examples
        if self._source is not None:
            self._show_rules(self._source.fixes)

    def refresh(self) -> None:
        """Show the rules as the source has them, whatever was ticked."""
        if self._source is not None:
            self._show_rules(self._source.fixes)

    def _ask(self) -> None:
        source = self._source
        if source is None:
            return
        if self._faces.currentIndex():
            if not self.original.shows(source):
                self.original.wait_for(source)
                self.original_wanted.emit(source)
        elif any(fix.rule not in self._examples for fix in source.fixes):
            self.examples_wanted.emit(source)

    def _show_rules(self, fixes: tuple[Fix, ...]) -> None:
        had = next((rule for rule, box in self.rules.items() if box.hasFocus()), "")
        self.rules = {}
        self._list.begin()
        for fix in sorted(fixes, key=lambda fix: fix.rule not in SWITCHABLE):
            self._list.add(self._row(fix))
        self._list.finish()
        put_into_tab_order(self._close, self._list)
        self.updateGeometry()
        if had in self.rules:
            self.rules[had].setFocus(Qt.FocusReason.OtherFocusReason)
        elif had:
            self.take_focus()

    def _row(self, fix: Fix) -> QWidget:
        row, words = QWidget(), told(fix.rule, fix.count)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        if fix.rule in SWITCHABLE:
            box = QCheckBox(words[:1].upper() + words[1:])
            box.setChecked(fix.on)
            box.setToolTip("Untick to have these places as they came; your own corrections stay")
            box.clicked.connect(lambda on, rule=fix.rule: self.switched.emit(rule, on))
            column.addWidget(box)
            self.rules[fix.rule] = box
        else:
            column.addLayout(_always(words))
        for before, after in self._examples.get(fix.rule, ())[:2]:
            label = QLabel(_shown(before, after))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(24, 0, 0, 0)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(label, "muted")
            column.addWidget(label)
        return row

    def sizeHint(self) -> QSize:
        """As high as its content, but no higher than ``HIGHEST``."""
        face = self._faces.currentWidget()
        content = self._list.content_height(self.width()) if face is self._list else HIGHEST
        return QSize(super().sizeHint().width(), min(HIGHEST, content + 42))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc hides the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _List(QScrollArea):
    """Rows that scroll."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._next: QVBoxLayout | None = None

    def begin(self) -> None:
        """Begin another list."""
        self._page = QWidget()
        self._next = QVBoxLayout(self._page)
        self._next.setContentsMargins(16, 4, 16, 8)
        self._next.setSpacing(0)

    def add(self, row: QWidget) -> None:
        """Add a row at the end."""
        assert self._next is not None
        self._next.addWidget(row)

    def finish(self) -> None:
        """Show the list; it stays scrolled to where it was."""
        assert self._next is not None
        self._next.addStretch(1)
        at = self.verticalScrollBar().value()
        self.setWidget(self._page)
        self._page.show()
        self.verticalScrollBar().setValue(at)

    def content_height(self, width: int) -> int:
        """How high all rows are."""
        return self._next.totalHeightForWidth(width - 12) if self._next is not None else 0


def _always(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    label = QLabel(words[:1].upper() + words[1:])
    label.setToolTip("This is always done: it changes no words")
    row.addWidget(Picture("check", "muted"))
    row.addWidget(label, 1)
    return row


def _shown(before: str, after: str) -> str:
    """An example on one or two lines; line ends are shown as marks, words that are cut off are left out."""
    if after.strip() and before.partition(" ")[0] == after.partition(" ")[0] and " " in before:
        before, after = (f"… {each.partition(' ')[2]}" for each in (before, after))
    if after.strip() and before.rpartition(" ")[2] == after.rpartition(" ")[2] and " " in before[2:]:
        before, after = (f"{each.rpartition(' ')[0]} …" for each in (before, after))
    return f"{_line(before)}  →  {_line(after)}" if after.strip() else f"{_line(before)}  →  (removed)"


def _line(words: str) -> str:
    line = words.strip(" ").replace("\n", " ↵ ").replace("\t", " ⇥ ")
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 2].rstrip()} …"
