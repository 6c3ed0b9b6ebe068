"""What stands over a generated part that a person has taken over: the way back, and whether the notes moved on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import Picture
from briefer.ui.memo.cited_notes import CitedNotes
from briefer.ui.memo.controls import LINE, line_label, link_button
from briefer.ui.notes.flow import FlowLayout
from briefer.ui.style_sheet import set_role

if TYPE_CHECKING:
    from briefer.memo.take_in import Part
    from briefer.ui.memo.news_panel import NewsPanel


class WrittenBar(QWidget):
    """``back_requested`` asks for the part from the notes again, ``keep_requested`` that its text stay as it is.

    ``take_in_requested`` asks to bring what changed in the notes into the text; it carries the side that stands, by
    part, where one was chosen.
    """

    back_requested = Signal()
    take_in_requested = Signal(object)
    keep_requested = Signal()

    def __init__(self, section: str, notes: CitedNotes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section, self._notes = section, notes
        self._before = self._mine = self._now = ""
        self._compared: tuple[str, str, str] | None = None
        self._parts: tuple[Part, ...] = ()
        self.panel: NewsPanel | None = None
        said = line_label("written by you; notes no longer change it")
        tip = f"Make “{section}” from the notes again; your text goes (Ctrl+Z brings it back)"
        back = link_button("Back to live", tip)
        back.clicked.connect(self.back_requested)
        self.changed = ElidedLabel()
        self.changed.setFixedHeight(LINE)
        set_role(self.changed, "warn-text")
        self._show = link_button("Show", f"Show what has changed in the notes since “{section}” was taken over")
        self._show.clicked.connect(self._turn)
        self._take = link_button("Take in", "Change in the text what changed in the notes; what you changed stays")
        self._take.clicked.connect(self._ask_to_take_in)
        self._keep = link_button("Keep mine", "Leave the text as it is, and tell only of what changes from now on")
        self._keep.clicked.connect(self.keep_requested)
        self._back = back
        self._news = _row(Picture("refresh", "warn"), self.changed, self._show, self._take, self._keep)
        self._news.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(_row(said, back))
        self._column.addWidget(self._news)

    def tab_chain(self) -> list[QWidget]:
        """What the keyboard reaches, as it stands."""
        over = self.panel.tab_chain() if self.panel is not None else []
        return [self._back, self._show, self._take, self._keep, *over]

    def show_news(self, before: str, now: str) -> None:
        """Compare the text with what the notes made of the part when it was taken over, and with what they do now."""
        self._before, self._now = before, now
        self._compare()

    def show_text(self, mine: str) -> None:
        """Compare another text of the part."""
        self._mine = mine
        self._compare()

    def _compare(self) -> None:
        versions = self._before, self._mine, self._now
        if versions == self._compared:
            return
        self._compared = versions
        if self._before == self._now:
            self._parts, said = (), ""
        else:
            from briefer.memo.take_in import compared, in_words, news

            self._parts = compared(*versions)
            said = in_words(news(self._parts))
        self._news.setVisible(bool(said))
        self.changed.show_words(f"{said} since you took this over." if said else "")
        if not said:
            self._fold()
        elif self.panel is not None:
            self._fill(self.panel)

    def _turn(self) -> None:
        if self.panel is not None:
            self._fold()
            return
        from briefer.ui.memo.news_panel import NewsPanel

        self.panel = NewsPanel(self._section, lambda ident: self._notes.note(ident).label)
        self._column.addWidget(self.panel)
        self._fill(self.panel)
        self._show.setText("Hide")

    def _fill(self, panel: NewsPanel) -> None:
        panel.show_parts(self._parts)
        for one, other in pairwise([self._keep, *panel.tab_chain()]):
            QWidget.setTabOrder(one, other)

    def _fold(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        self._show.setText("Show")

    def _ask_to_take_in(self) -> None:
        self.take_in_requested.emit(dict(self.panel.choices) if self.panel is not None else {})


def _row(*widgets: QWidget) -> QWidget:
    """Widgets side by side, on two lines where there is no room."""
    row = QWidget()
    flow = FlowLayout(row)
    for widget in widgets:
        flow.addWidget(widget)
    return row
