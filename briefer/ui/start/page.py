"""The start page: paste, drop or open an article, or go on with a brief."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.icons import icon, icon_pixmap
from briefer.ui.sparing import let
from briefer.ui.start.drop_zone import DropZone, Sheets
from briefer.ui.start.sample_card import SampleCard
from briefer.ui.start.steps import Steps
from briefer.ui.style_sheet import set_role

if TYPE_CHECKING:
    from briefer.ui.start.recent import RecentList

WIDEST = 1104
"""Logical pixels of what is on the page; more room than that stays empty at the sides."""

_LIST_HEIGHT = 368
_INVITATION, _LET_GO = "Paste or drop an article", "Let go to add it"


class StartPage(QScrollArea):
    """Asks for what a person wants to begin with; ``brief_chosen`` and ``brief_forgotten`` carry a Path.

    ``write_requested`` asks for the panes without an article.
    """

    paste_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    write_requested = Signal()
    brief_chosen = Signal(object)
    brief_forgotten = Signal(object)

    def __init__(self, templates: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Start")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        let(self, focusPolicy="NoFocus")
        self.zone = DropZone()
        self.zone.setAccessibleName("New brief")
        self._invitation = QLabel(_INVITATION)
        self._templates = templates
        self.sample = SampleCard()
        self.sample.chosen.connect(self.sample_requested)
        self._lock = QLabel()
        self.paste_button = self._button("Paste", "paste", self.paste_requested, primary=True)
        self.open_button = self._button("Open file…", "open", self.open_requested)
        self.sample_button = self._button("Try the sample", "sample", self.sample_requested)
        self.write_button = QPushButton("Write without an article")
        self.write_button.setToolTip("Go to the memo; articles can be added later (Alt+3)")
        self.write_button.clicked.connect(self.write_requested)
        set_role(self.write_button, "link")
        self._lay_out()
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        let(paste, context="WidgetWithChildrenShortcut")
        paste.activated.connect(self.paste_requested)
        self.show_recent(())

    @functools.cached_property
    def recent(self) -> RecentList:
        """The list of recent briefs; made when there is one."""
        from briefer.ui.start.recent import RecentList

        recent = RecentList(self._templates)
        recent.chosen.connect(self.brief_chosen)
        recent.forgotten.connect(self.brief_forgotten)
        layout = self._card.layout()
        assert layout is not None
        layout.addWidget(recent)
        QWidget.setTabOrder(self.write_button, recent)
        return recent

    def show_recent(self, paths: Iterable[Path]) -> None:
        """Offer these briefs; without any, the sample."""
        paths = list(paths)
        if paths or "recent" in self.__dict__:
            self.recent.show_briefs(paths)
        self._right.setCurrentWidget(self._card if paths else self.sample)
        self._right_head.setText("Recent briefs" if paths else "See a finished brief")

    def light(self, *, on: bool) -> None:
        """Show that files hover over the window, or that they no longer do."""
        self.zone.light(on=on)
        self._invitation.setText(_LET_GO if on else _INVITATION)

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        self.paste_button.setFocus()

    def minimumSizeHint(self) -> QSize:
        """It may be smaller than what is on it, and scrolls then."""
        return QSize(320, 240)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._lock.setPixmap(icon_pixmap("lock", "muted"))

    def _button(self, text: str, picture: str, asks: SignalInstance, *, primary: bool = False) -> QPushButton:
        # The style leaves little room between picture and words: a thin space more.
        button = QPushButton(f"\u2009{text}")
        button.setAccessibleName(text.rstrip("…"))
        button.setIcon(icon(picture, "on_accent" if primary else "text"))
        button.clicked.connect(asks)
        if primary:
            keys = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
            button.setText(f"\u2009{text}  {keys}")
            button.setToolTip(f"Add the article on the clipboard ({keys})")
            set_role(button, "primary")
        return button

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("start-page")
        sides = QHBoxLayout(page)
        sides.setContentsMargins(32, 0, 32, 0)
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        sides.addWidget(column)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 24, 0, 24)
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addLayout(self._choices(), 100)
        lines.addSpacing(16)
        lines.addLayout(self._promise())
        lines.addSpacing(24)
        rule = QFrame()
        set_role(rule, "rule")
        lines.addWidget(rule)
        lines.addSpacing(24)
        lines.addWidget(Steps())
        lines.addStretch(2)
        self.setWidget(page)

    def _choices(self) -> QGridLayout:
        """Begin on the left, go on at the right."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(48)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        title = QLabel("Start a brief")
        set_role(title, "title")
        self._right_head = QLabel()
        set_role(self._right_head, "head")
        self._right = QStackedWidget()
        self._card = QFrame()
        set_role(self._card, "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        self._right.addWidget(self._card)
        self._right.addWidget(self.sample)
        self._fill_zone()
        for widget in (self.zone, self._right):
            widget.setMaximumHeight(_LIST_HEIGHT)
        title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # what room is left stays outside
        let(self._right_head, alignment="AlignLeft|AlignBottom")
        grid.addWidget(title, 0, 0)
        grid.addWidget(self._right_head, 0, 1)
        grid.addWidget(self.zone, 1, 0)
        grid.addWidget(self._right, 1, 1)
        grid.setRowStretch(1, 1)
        return grid

    def _fill_zone(self) -> None:
        set_role(self._invitation, "title")
        kinds = QLabel("Web pages, PDF, Word, mail, text. Several at once, or a folder, become one brief’s sources.")
        set_role(kinds, "muted")
        for label in (self._invitation, kinds):
            let(label, alignment="AlignHCenter")
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.paste_button, self.open_button, self.sample_button):
            buttons.addWidget(button)
        buttons.addStretch()
        inside = QVBoxLayout(self.zone)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(0)
        inside.addStretch()
        inside.addLayout(_in_the_middle(Sheets()))
        inside.addSpacing(16)
        inside.addWidget(self._invitation)
        inside.addSpacing(8)
        inside.addWidget(kinds)
        inside.addSpacing(20)
        inside.addLayout(buttons)
        inside.addSpacing(12)
        inside.addLayout(_in_the_middle(self.write_button))
        inside.addStretch()

    def _promise(self) -> QHBoxLayout:
        promise = QLabel("Everything stays on this computer. The original text is kept next to the cleaned one.")
        promise.setWordWrap(True)
        set_role(promise, "muted")
        self._lock.setPixmap(icon_pixmap("lock", "muted"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._lock)
        row.addWidget(promise, 1)
        return row


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(widget)
    row.addStretch()
    return row
