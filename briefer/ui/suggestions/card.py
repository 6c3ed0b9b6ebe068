"""The suggestion at hand: its words, the reason, who it names, and what can be decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from briefer.edit.suggestions import Proposal
from briefer.model.brief import GROUPS, Kind
from briefer.ui.fitting import fit_choices, shortened
from briefer.ui.source.markers import LETTERS, SIZE, marker_icon
from briefer.ui.style_sheet import set_role
from briefer.ui.suggestions.model import shown

_WORDS = 280
"""Characters of a suggestion that are shown here; the article shows all."""
WHO: dict[Kind, str] = {"quote": "Said by", "action": "Who did it", "stake": "Whom it touches"}


class SuggestionCard(QFrame):
    """Shows one suggestion.

    ``taken`` carries the kind as which it is taken (empty: its own), ``who_changed`` the names that were typed; the
    other signals say what is asked for. Esc and Enter in the field give the keyboard back (``left``).
    """

    taken = Signal(str)
    dismissed = Signal()
    words_requested = Signal()
    later = Signal()
    who_changed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "side-panel")
        self.setAccessibleName("Suggestion")
        self._key = ""
        self._marker, self._kind, self._place = QLabel(), QLabel(), QLabel()
        set_role(self._kind, "name")
        set_role(self._place, "muted")
        self._words, self._about, self._why = (QLabel(wordWrap=True) for _ in range(3))
        for label in (self._words, self._about, self._why):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._about, "muted")
        set_role(self._why, "muted")
        self._who_name, self.who = QLabel(), _Who()
        set_role(self._who_name, "muted")
        self._who_name.setBuddy(self.who)
        self.who.left.connect(self.left)
        self.who.decided.connect(self.who_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        for label in (self._words, self._about, self._why):
            column.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._who_name)
        line.addWidget(self.who, 1)
        column.addLayout(line)
        column.addLayout(self._buttons())
        self._hint = QLabel(wordWrap=True)
        set_role(self._hint, "muted")
        column.addWidget(self._hint)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._marker, self._kind, self._place):
            head.addWidget(part)
        head.addStretch()
        self._as: dict[Kind, QToolButton] = {}
        for kind in GROUPS:
            button = QToolButton()
            button.setIcon(marker_icon(kind, suggested=True))
            button.setIconSize(QSize(round(SIZE) + 1, round(SIZE) + 1))
            button.setAccessibleName(f"Take as {kind}")
            button.setToolTip(f"Take as {kind} ({LETTERS[kind]})")
            set_role(button, "bare")
            button.clicked.connect(lambda _=False, kind=kind: self.taken.emit(kind))
            head.addWidget(button)
            self._as[kind] = button
        return head

    def _buttons(self) -> QGridLayout:
        self.take, self.drop = QPushButton("Take (Enter)"), QPushButton()
        self.edit, self.later_button = QPushButton("Edit words (E)"), QPushButton("Later (N)")
        set_role(self.take, "primary")
        self.take.setToolTip("File it in the notes, in one step that Ctrl+Z takes back")
        self.edit.setToolTip("Choose other words in the article first")
        self.later_button.setToolTip("Leave it for now, and go to the next one")
        self.take.clicked.connect(lambda: self.taken.emit(""))
        self.drop.clicked.connect(self.dismissed)
        self.edit.clicked.connect(self.words_requested)
        self.later_button.clicked.connect(self.later)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, button in enumerate((self.take, self.drop, self.edit, self.later_button)):
            grid.addWidget(button, number // 2, number % 2)
        return grid

    def show_suggestion(
        self, proposal: Proposal, place: str, known_as: str, names: Sequence[str], *, dismissed: bool
    ) -> None:
        """Show a suggestion. ``known_as`` names the actor that it is added to, ``names`` those to choose from."""
        self._marker.setPixmap(marker_icon(proposal.kind, suggested=True).pixmap(QSize(16, 16)))
        self._kind.setText(proposal.kind.capitalize())
        self._place.setText(place)
        self._words.setText(shortened(shown(proposal), _WORDS))
        self._why.setText(f"Why: {proposal.why}")
        added = f"Adds to “{known_as}” in your notes" if known_as else ""
        about = " · ".join(filter(None, (added, described(proposal))))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        label = WHO.get(proposal.kind, "")
        self._who_name.setText(label)
        for part in (self._who_name, self.who):
            part.setVisible(bool(label))
        self.who.show_names(proposal.key, label, ", ".join(proposal.actors), names)
        self.drop.setText("Bring back (Del)" if dismissed else "Dismiss (Del)")
        told = "Let it be a suggestion again" if dismissed else "Turn it down for good"
        self.drop.setToolTip(told)
        for kind, button in self._as.items():
            button.setVisible(kind != proposal.kind)
        more = " · W changes who" if label else ""
        self._hint.setText(f"A X S Q take it as another kind{more} · Ctrl+Z takes back")

    def show_choosing(self) -> None:
        """Say how the words are chosen in the article."""
        self._hint.setText("In the article: Alt+←/→ moves the end of the words. Enter takes them, Esc leaves them.")


class _Who(QComboBox):
    """Names, parted by commas, typed or chosen. Enter and Esc give the keyboard back, Esc without a change."""

    left = Signal()
    decided = Signal(str)

    def __init__(self) -> None:
        super().__init__(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self._shown = ("", "")
        fit_choices(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._line = QLineEdit(placeholderText="Nobody named")
        self.setLineEdit(self._line)
        self._line.editingFinished.connect(self._decide)
        self.activated.connect(lambda _: self._decide())

    def show_names(self, key: str, label: str, names: str, choices: Sequence[str]) -> None:
        """Show who is named; what is typed about the same suggestion stays."""
        self.setAccessibleName(label)
        if (key, names) == self._shown:
            return
        self._shown = (key, names)
        self.clear()
        self.addItems(list(choices))
        self.setCurrentIndex(-1)
        self.setEditText(names)

    def begin(self) -> None:
        """Take the keyboard, with all names selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter decides, Esc takes back what was typed; both go back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.setEditText(self._shown[1])
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        self._decide()
        self.left.emit()

    def _decide(self) -> None:
        names = " ".join(self.currentText().split())
        if names != self._shown[1]:
            self._shown = (self._shown[0], names)
            self.decided.emit(names)


def described(proposal: Proposal) -> str:
    """What else the entry would say, on one line."""
    fields = proposal.fields
    if proposal.kind == "actor":
        place = ", ".join(filter(None, (fields.get("role"), fields.get("affiliation"))))
        also = ", ".join(fields.get("aliases", ()))
        return " · ".join(filter(None, (fields.get("kind"), place, f"also {also}" if also else "")))
    value = fields.get("status") or fields.get("level") or ""
    return "" if value in ("", "unset", "unknown") else f"{'Status' if 'status' in fields else 'Level'}: {value}"
