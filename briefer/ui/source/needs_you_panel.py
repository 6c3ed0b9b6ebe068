"""The passages whose words are gone, one at a time: what they were, where they may be now, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.brief import Brief, kind_of
from briefer.model.entries import Entry, title_of
from briefer.text.candidates import Candidate
from briefer.ui.fitting import ElidedLabel, shortened
from briefer.ui.icons import icon
from briefer.ui.source.needs_you import LostPassage, lost_passages
from briefer.ui.source.tab_order import put_into_tab_order
from briefer.ui.style_sheet import set_role

HIGHEST = 320
"""Pixels that the panel takes of the article at most."""
_AROUND = 40
_SHOWN = 280


class NeedsYouPanel(QFrame):
    """Shows a passage that needs somebody.

    ``candidates_wanted`` carries the LostPassage whose candidates (``show_candidates``) are not known yet;
    ``place_shown`` its source's id, start and end of a candidate to look at. ``chosen`` carries the LostPassage,
    start and end of its new words; ``selection_chosen``, ``dropped`` and ``kept`` carry the LostPassage. ``closed``
    asks to hide the panel. Nothing moves unless it is asked for here.
    """

    candidates_wanted = Signal(object)
    place_shown = Signal(str, int, int)
    chosen = Signal(object, int, int)
    selection_chosen = Signal(object)
    dropped = Signal(object)
    kept = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "side-panel")
        self.setAccessibleName("Passages that need you")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._brief: Brief | None = None
        self._passages: list[LostPassage] = []
        self._at = 0
        self._found: Sequence[Candidate] | None = None
        self._title, self._count = ElidedLabel(), QLabel()
        set_role(self._title, "strong")
        set_role(self._count, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll)
        column.addLayout(self._footer())

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._count)
        self._steps: list[QToolButton] = []
        for picture, words, step in (
            ("chevron-left", "Passage before", -1),
            ("chevron-right", "Next passage", 1),
            ("close", "Later (Esc)", 0),
        ):
            button = QToolButton()
            button.setIcon(icon(picture))
            button.setAccessibleName(words.partition(" (")[0])
            button.setToolTip(words)
            set_role(button, "bare")
            button.clicked.connect(partial(self.step, step) if step else self.closed.emit)
            row.addWidget(button)
            self._steps.append(button)
        return row

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 8)
        row.setSpacing(8)
        self.take_selection, self.keep, self.drop = (
            QPushButton("Choose the &selection"),
            QPushButton("&Keep as it is"),
            QPushButton("&Drop"),
        )
        self.take_selection.setToolTip("Let the note rest on the words that are selected in the article")
        self.keep.setToolTip("Keep the old words with the note, without a place in the article; go to the next")
        self.drop.setToolTip("Take this passage off the note (can be undone)")
        for button, told in (
            (self.take_selection, self.selection_chosen),
            (self.keep, self.kept),
            (self.drop, self.dropped),
        ):
            button.clicked.connect(lambda _=False, told=told: self._tell(told))
            set_role(button, "small")
            row.addWidget(button)
        row.addStretch(1)
        return row

    @property
    def at_hand(self) -> LostPassage | None:
        """The passage that is shown."""
        return self._passages[self._at] if self._at < len(self._passages) else None

    def show_brief(self, brief: Brief) -> None:
        """Show the passages of a brief that need somebody; the one at hand stays."""
        before, old_brief, self._brief = self.at_hand, self._brief, brief
        self._passages = list(lost_passages(brief))
        if not self._passages:
            self.closed.emit()
            return
        places = [(each.item.id, each.number) for each in self._passages]
        if before is not None and (before.item.id, before.number) in places:
            self._at = places.index((before.item.id, before.number))
        self._at = min(self._at, len(places) - 1)
        if before != self.at_hand or old_brief is None or old_brief.sources is not brief.sources:
            self._turn()
        else:
            self._say()

    def step(self, by: int) -> None:
        """Go to another passage."""
        if self._passages:
            self._at = (self._at + by) % len(self._passages)
            self._turn()

    def show_candidates(self, passage: LostPassage, found: Sequence[Candidate]) -> None:
        """Show where a passage's words may be now, if it is still the one at hand."""
        if passage == self.at_hand:
            self._found = found
            self._build()

    def _turn(self) -> None:
        passage = self.at_hand
        if passage is None:
            return
        self._found = None
        self._build()
        self.candidates_wanted.emit(passage)

    def _say(self) -> None:
        passage = self.at_hand
        if passage is None:
            return
        item = passage.item
        kind = kind_of(item).capitalize() if isinstance(item, Entry) else "Cited passage"
        title = " ".join(title_of(item).split()) if isinstance(item, Entry) else item.id
        self._title.show_words(f"{kind}: {title}")
        self._count.setText(f"{self._at + 1} of {len(self._passages)}")
        for button in self._steps[:2]:
            button.setVisible(len(self._passages) > 1)

    def _build(self) -> None:
        passage, brief = self.at_hand, self._brief
        if passage is None or brief is None:
            return
        self._say()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(4)
        source = brief.source(passage.anchor.source)
        where = f" in {source.id} {source.label}" if source is not None and len(brief.sources) > 1 else ""
        column.addWidget(_words(f"These words are gone{where}:", "muted"))
        column.addWidget(_words(f"“{shortened(passage.anchor.exact, _SHOWN)}”"))
        self.choices: list[QPushButton] = []
        if self._found is None:
            column.addWidget(_words("Looking for them…", "muted"))
        elif not self._found:
            column.addWidget(
                _words("Nothing like them was found. Select the words in the article, or drop it.", "muted")
            )
        else:
            column.addWidget(_words("They may be here now:", "muted"))
            for candidate in self._found:
                column.addWidget(self._choice(passage, candidate, source.text if source is not None else ""))
        column.addStretch(1)
        self._scroll.setWidget(page)
        page.show()
        put_into_tab_order(self._steps[-1], page)
        self._scroll.setMinimumHeight(min(HIGHEST - 80, column.totalHeightForWidth(max(200, self.width() - 16)) + 4))
        self.updateGeometry()

    def _choice(self, passage: LostPassage, candidate: Candidate, text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        before = " ".join(text[max(0, candidate.start - _AROUND) : candidate.start].split())
        after = " ".join(text[candidate.end : candidate.end + _AROUND].split())
        words = shortened(text[candidate.start : candidate.end], _SHOWN)
        label = _words(f"…{before} [{words}] {after}…")
        choose, show = QPushButton("Choose"), QPushButton("Show")
        choose.setAccessibleName(f"Choose: {words}")
        choose.setToolTip("Let the note rest on these words")
        show.setAccessibleName(f"Show in the article: {words}")
        show.setToolTip("Show these words in the article")
        choose.clicked.connect(lambda: self.chosen.emit(passage, candidate.start, candidate.end))
        show.clicked.connect(lambda: self.place_shown.emit(passage.anchor.source, candidate.start, candidate.end))
        line.addWidget(label, 1)
        for button in (show, choose):
            set_role(button, "small")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.choices.append(choose)
        return row

    def _tell(self, told: Signal) -> None:
        if self.at_hand is not None:
            told.emit(self.at_hand)  # type: ignore[attr-defined]

    def sizeHint(self) -> QSize:
        """As high as its content, but no higher than ``HIGHEST``."""
        return QSize(super().sizeHint().width(), min(HIGHEST, self._scroll.minimumHeight() + 84))

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        (self.choices[0] if self.choices else self.take_selection).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc hides the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _words(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        set_role(label, role)
    return label
