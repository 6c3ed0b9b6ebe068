"""The page of the notes pane in which suggestions are reviewed: the one at hand, and the list of all."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.edit.suggestions import Proposal
from briefer.model.brief import GROUPS, Brief, Kind
from briefer.proposals import Proposals
from briefer.ui.icons import icon
from briefer.ui.style_sheet import set_role
from briefer.ui.suggestions.card import SuggestionCard
from briefer.ui.suggestions.delegate import SuggestionDelegate
from briefer.ui.suggestions.model import SuggestionsModel, place_of

_AS: dict[int, Kind] = {
    Qt.Key.Key_A.value: "actor",
    Qt.Key.Key_X.value: "action",
    Qt.Key.Key_S.value: "stake",
    Qt.Key.Key_Q.value: "quote",
}
_ALT_KEYS = frozenset((Qt.Key.Key_Left.value, Qt.Key.Key_Right.value, Qt.Key.Key_Home.value, Qt.Key.Key_End.value))


class ReviewPage(QWidget):
    """Shows what is left to suggest, one of it at hand.

    ``came_to`` carries the key of the suggestion that is at hand now (empty: none is left), ``taken`` a key and the
    kind as which it is taken (empty: its own), ``taken_to`` the key down to which all of its kind are taken,
    ``dismissed`` and ``words_requested`` a key, ``who_changed`` a key and names, ``dismissed_wanted`` whether those
    that were turned down are to be listed. ``left`` tells that the review is over.
    """

    came_to = Signal(str)
    taken = Signal(str, str)
    taken_to = Signal(str)
    dismissed = Signal(str)
    words_requested = Signal(str)
    who_changed = Signal(str, str)
    dismissed_wanted = Signal(bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Review suggestions")
        self._brief: Brief | None = None
        self._at = ""
        self._number = 0
        self._moving = False
        self.model = SuggestionsModel(self)
        self.list = SuggestionsList(self.model)
        self.card = SuggestionCard()
        self._none = QLabel("", wordWrap=True)
        self._none.setMargin(16)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(self._none, "muted")
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(0)
        column.addWidget(self._make_header())
        column.addWidget(self.card)
        self._tools = self._make_tools()
        column.addWidget(self._tools)
        column.addWidget(self._none, 1)
        column.addWidget(self.list, 1)
        self._connect()

    def _make_header(self) -> QFrame:
        header = QFrame()
        set_role(header, "pane-header")
        name = QLabel("Suggestions")
        set_role(name, "name")
        self._count = QLabel()
        set_role(self._count, "muted")
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedSize(64, 8)
        self._progress.setAccessibleName("Suggestions gone through")
        self._close = QToolButton()
        self._close.setIcon(icon("close", "muted"))
        self._close.setToolTip("Back to the notes (Esc)")
        self._close.setAccessibleName("Back to the notes")
        set_role(self._close, "bare")
        self._close.clicked.connect(self.left)
        line = QHBoxLayout(header)
        line.setContentsMargins(12, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(name)
        line.addStretch()
        line.addWidget(self._count)
        line.addWidget(self._progress)
        line.addWidget(self._close)
        return header

    def _make_tools(self) -> QFrame:
        tools = QFrame()
        set_role(tools, "pane-header")
        self.all = QPushButton()
        self.all.setToolTip("Take all of this kind in one step; Shift+Enter takes those down to the one at hand")
        self.away = QPushButton()
        self.away.setCheckable(True)
        self.away.setToolTip("List what was turned down too, to bring it back")
        for button in (self.all, self.away):
            set_role(button, "text-link")
        self._total = QLabel()
        set_role(self._total, "name")
        line = QHBoxLayout(tools)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self._total)
        line.addStretch()
        line.addWidget(self.away)
        line.addWidget(self.all)
        return tools

    def _connect(self) -> None:
        self.list.went_to.connect(self._go_to_row)
        self.list.stepped.connect(self.step)
        self.list.asked.connect(self._answer)
        self.list.taken_as.connect(lambda kind: self._tell(self.taken, kind))
        self.list.left.connect(self.left)
        self.card.taken.connect(lambda kind: self._tell(self.taken, kind))
        self.card.dismissed.connect(lambda: self._tell(self.dismissed))
        self.card.words_requested.connect(lambda: self._tell(self.words_requested))
        self.card.later.connect(lambda: self.step(1))
        self.card.who_changed.connect(lambda names: self._tell(self.who_changed, names))
        self.card.left.connect(self.take_focus)
        self.all.clicked.connect(self._take_all)
        self.away.toggled.connect(self.dismissed_wanted)

    # What is shown

    @property
    def at(self) -> str:
        """The key of the suggestion at hand; empty if none is left."""
        return self._at

    @property
    def current(self) -> Proposal | None:
        """The suggestion at hand."""
        row = self.model.row(self.model.index_of(self._at)) if self._at else None
        return row.proposal if row is not None else None

    def show_suggestions(self, brief: Brief, now: Proposals, reading: bool) -> None:
        """Show what is left; the one at hand stays so, or the next. ``reading`` tells that more may come."""
        before = [each.key for each in self.model.proposals()]
        number = before.index(self._at) if self._at in before else self._number
        self._brief = brief
        self._moving = True
        self.model.show(brief, now.open, now.dismissed if self.away.isChecked() else ())
        self._moving = False
        keys = [each.key for each in self.model.proposals()]
        self.away.setText(f"{'Hide' if self.away.isChecked() else 'Show'} {len(now.dismissed)} dismissed")
        self.away.setVisible(bool(now.dismissed))
        self._none.setText("Looking for suggestions…" if reading else "Nothing is left to suggest. Esc leads back.")
        for part in (self.card, self.list):
            part.setVisible(bool(keys))
        self._tools.setVisible(bool(keys or now.dismissed))
        self._none.setVisible(not keys)
        self.go_to(self._at if self._at in keys else keys[min(number, len(keys) - 1)] if keys else "")

    def go_to(self, key: str) -> None:
        """Let the suggestion of this key be at hand; the focus stays where it is."""
        is_other, self._at = key != self._at, key
        keys = [each.key for each in self.model.proposals()]
        self._number = keys.index(key) if key in keys else 0
        self._moving = True
        self.list.make_current(self.model.index_of(key))
        self._moving = False
        self._show_at_hand(len(keys))
        if is_other:
            self.came_to.emit(key)

    def step(self, by: int) -> None:
        """Go so many suggestions on, round and round."""
        keys = [each.key for each in self.model.proposals()]
        if keys:
            self.go_to(keys[(self._number + by) % len(keys)])

    def choose_who(self) -> None:
        """Give the keyboard to the field for who did or said it, if the suggestion has one."""
        if self.card.who.isVisibleTo(self):
            self.card.who.begin()

    def take_focus(self) -> None:
        """Give the keyboard to the list; where nothing is left, to the button that leads back."""
        (self.list if self._at else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the review from anywhere in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_at_hand(self, count: int) -> None:
        proposal, brief = self.current, self._brief
        left = sum(not self.model.is_dismissed(each.key) for each in self.model.proposals())
        self._count.setText(f"{self._number + 1} of {count}" if proposal else "")
        self._progress.setVisible(proposal is not None)
        self._progress.setMaximum(max(count, 1))
        self._progress.setValue(self._number + 1)
        self._total.setText(f"All {left}" if left and self.away.isHidden() else "")  # there is room for two
        self.all.setVisible(proposal is not None)
        if proposal is None or brief is None:
            return
        same = [each for each in self.model.proposals() if self._is_open(each, proposal.kind)]
        self.all.setText(f"Take all {len(same)} {GROUPS[proposal.kind]}")
        self.all.setVisible(len(same) > 1)
        known = brief.actor(proposal.add_to) if proposal.add_to else None
        names = [actor.name for actor in brief.actors if actor.name]
        names += [each.title for each in self.model.proposals() if each.kind == "actor" and each.title not in names]
        away = self.model.is_dismissed(proposal.key)
        self.card.show_suggestion(
            proposal, place_of(brief, proposal), known.name if known else "", names, dismissed=away
        )

    def _is_open(self, proposal: Proposal, kind: Kind) -> bool:
        return proposal.kind == kind and not self.model.is_dismissed(proposal.key)

    # What is asked for

    def _tell(self, signal: object, *more: str) -> None:
        if self._at:
            signal.emit(self._at, *more)  # type: ignore[attr-defined]

    def _take_all(self) -> None:
        proposal = self.current
        if proposal is not None:
            last = [each.key for each in self.model.proposals() if self._is_open(each, proposal.kind)][-1]
            self.taken_to.emit(last)

    def _go_to_row(self, key: str) -> None:
        if not self._moving:
            self.go_to(key)

    def _answer(self, asked: str) -> None:
        """A key of the list asks for something."""
        answers = {
            "take": lambda: self._tell(self.taken, ""),
            "take to here": lambda: self._tell(self.taken_to),
            "dismiss": lambda: self._tell(self.dismissed),
            "words": lambda: self._tell(self.words_requested),
            "who": self.choose_who,
        }
        answers[asked]()


class SuggestionsList(QListView):
    """The list of suggestions, in which each decision is one key.

    ``went_to`` carries the key of the row that became current, ``stepped`` how many to go on, ``taken_as`` a kind,
    ``asked`` one of "take", "take to here", "dismiss", "words" and "who". ``left`` tells of Esc.
    """

    went_to = Signal(str)
    stepped = Signal(int)
    taken_as = Signal(str)
    asked = Signal(str)
    left = Signal()

    def __init__(self, model: SuggestionsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(SuggestionDelegate(self))
        self.setAccessibleName("Suggestions")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda *_: self._went())

    def make_current(self, index: object) -> None:
        """Make a row current and bring it into view, its heading too if it is the first of its kind."""
        self.setCurrentIndex(index)  # type: ignore[arg-type]
        above = self.currentIndex().siblingAtRow(self.currentIndex().row() - 1)
        if above.isValid() and not above.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.scrollTo(above)
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in view: the card above takes as much room as its words need."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _went(self) -> None:
        model = self.model()
        assert isinstance(model, SuggestionsModel)
        row = model.row(self.currentIndex())
        if row is not None and row.proposal is not None:
            self.went_to.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by one key; the arrows move as in any list."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        alt = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.AltModifier
        if alt and key in _ALT_KEYS:
            self.asked.emit("words")
        elif not plain:
            super().keyPressEvent(event)
        elif not self._decides(key, shift=shift, again=event.isAutoRepeat()):
            if event.text().isprintable() and event.text():
                event.ignore()  # a list would search for what begins with the letter
            else:
                super().keyPressEvent(event)

    def _decides(self, key: int, *, shift: bool, again: bool) -> bool:
        """Do what a key means here. One that is held down decides once: what follows was never seen."""
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_N:
            self.stepped.emit(-1 if shift else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete) and again:
            return True
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit("take to here" if shift else "take")
        elif key == Qt.Key.Key_Delete:
            self.asked.emit("dismiss")
        elif shift or again:
            return False
        elif key in _AS:
            self.taken_as.emit(_AS[key])
        elif key in (Qt.Key.Key_E, Qt.Key.Key_W):
            self.asked.emit("words" if key == Qt.Key.Key_E else "who")
        else:
            return False
        return True
