"""The source pane: the article at hand, and a tab for each other one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from briefer.model.brief import GROUPS, Brief
from briefer.model.entries import title_of
from briefer.model.source import Source
from briefer.ui.session import Place
from briefer.ui.source.capture import Spans, spans_to_file
from briefer.ui.source.highlights import Highlight
from briefer.ui.style_sheet import set_role

if TYPE_CHECKING:
    from briefer.ui.source.reader import Reader

_NO_SOURCE = (
    "<p><b>No article yet</b></p><p>Press Ctrl+V to paste one, or import a file with Ctrl+Shift+O.</p>"
    "<p>Then select words and press <b>A</b> for an actor, <b>X</b> for an action,"
    " <b>S</b> for a stake, <b>Q</b> for a quote.</p>"
)


class SourcePane(QWidget):
    """Shows the sources of a brief.

    ``capture_requested`` carries a kind, ``entry_activated`` an entry's id; ``paste_requested`` asks for the
    clipboard as a new source.
    """

    capture_requested = Signal(str)
    entry_activated = Signal(str)
    paste_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Source")
        self.setMinimumWidth(360)
        self._brief: Brief | None = None
        self._sources: tuple[Source, ...] = ()
        self._tabs = QTabBar()
        self._tabs.setAccessibleName("Sources")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._details = QLabel()
        self._details.setAccessibleName("Details of the source")
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setWordWrap(True)
        self._details.setContentsMargins(16, 6, 16, 6)
        set_role(self._details, "muted")
        self._empty = QLabel(_NO_SOURCE)
        self._empty.setAccessibleName("No article yet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        article = QWidget()
        self._column = QVBoxLayout(article)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(0)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._details)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(article)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(QMargins())
        whole.addWidget(self._pages)
        self._tabs.currentChanged.connect(self._show_current)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste_requested)

    @functools.cached_property
    def reader(self) -> Reader:
        """The article's text; made when the first article comes, because the window does not start with one."""
        from briefer.ui.source.reader import Reader

        reader = Reader()
        reader.capture_requested.connect(self.capture_requested)
        reader.entry_activated.connect(self.entry_activated)
        self._column.addWidget(reader)
        QWidget.setTabOrder(self._tabs, reader)
        return reader

    @property
    def source(self) -> Source | None:
        """The source that is shown."""
        index = self._tabs.currentIndex()
        return self._sources[index] if 0 <= index < len(self._sources) else None

    def show_brief(self, brief: Brief) -> None:
        """Show the sources of a brief and the highlights of its entries; the source at hand stays if it can."""
        before, self._brief = self._brief, brief
        if before is None or before.sources is not brief.sources:
            self._show_tabs(brief.sources)
        elif any(getattr(before, group) is not getattr(brief, group) for group in GROUPS.values()):
            self._show_highlights()

    def take_focus(self) -> None:
        """Give the keyboard to the article."""
        (self.reader if self._sources else self._empty).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def spans_to_file(self, kind: str) -> Spans:
        """What a capture key would file now."""
        source = self.source
        if source is None:
            return ()
        return spans_to_file(kind, source.text, self.reader.selected_range(), self.reader.caret())  # type: ignore[arg-type]

    def place(self) -> Place:
        """Where the caret is, for the history."""
        source = self.source
        if source is None:
            return Place("source")
        start, end = self.reader.selected_range() or (self.reader.caret(),) * 2
        return Place("source", source.id, start, end)

    def return_to(self, place: Place) -> None:
        """Go back to where a change was made."""
        self.show_source(place.field)
        self.take_focus()
        if self._sources:
            self.reader.select(place.start, place.end)

    def show_source(self, source_id: str) -> None:
        """Show the source of this id."""
        for index, source in enumerate(self._sources):
            if source.id == source_id:
                self._tabs.setCurrentIndex(index)

    def turn_to_first(self) -> None:
        """Show the first source from its beginning."""
        self._tabs.setCurrentIndex(0)
        self.reader.select(0, 0)

    def reveal(self, source_id: str, start: int, end: int) -> None:
        """Show a passage without taking the focus."""
        self.show_source(source_id)
        self.reader.reveal(start, end)

    def _show_tabs(self, sources: tuple[Source, ...]) -> None:
        known = {source.id for source in self._sources}
        added = [source.id for source in sources if source.id not in known]
        at_hand = self.source.id if self.source else sources[0].id if sources else ""
        shown = added[-1] if len(added) == 1 else at_hand
        self._sources = sources
        silent = QSignalBlocker(self._tabs)
        while self._tabs.count() > len(sources):
            self._tabs.removeTab(self._tabs.count() - 1)
        for index, source in enumerate(sources):
            text = f"{source.id}  {(source.publisher or source.label)[:40]}".replace("&", "&&")
            if index < self._tabs.count():
                self._tabs.setTabText(index, text)
            else:
                self._tabs.addTab(text)
            self._tabs.setTabToolTip(index, source.title or source.file_name or source.id)
        silent.unblock()
        self._tabs.setVisible(len(sources) > 1)
        self.show_source(shown)
        self._show_current()
        had_focus = self._empty.hasFocus()
        self._pages.setCurrentIndex(1 if sources else 0)
        if had_focus:
            self.take_focus()

    def _show_current(self) -> None:
        source = self.source
        if source is None:
            return
        self._details.setText(_details(source))
        self.reader.show_source(source.text, source.headings)
        self._show_highlights()

    def _show_highlights(self) -> None:
        source, brief = self.source, self._brief
        if source is None or brief is None:
            return
        self.reader.set_highlights(
            [
                Highlight(entry.id, kind, anchor.start, anchor.end, title_of(entry))
                for kind, group in GROUPS.items()
                for entry in getattr(brief, group)
                for anchor in entry.evidence
                if anchor.source == source.id and not anchor.lost
            ]
        )


def _details(source: Source) -> str:
    facts = " · ".join(filter(None, (source.publisher, source.author, source.published, source.url)))
    changed = sum(fix.count for fix in source.fixes if fix.on)
    cleaned = f"Cleaned in {changed} place{'s' if changed != 1 else ''}; the original is kept." if changed else ""
    return "\n".join(filter(None, (facts, cleaned)))
