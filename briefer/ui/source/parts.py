"""The parts over and around an article: the text itself, its bars and panels, each made when it is first needed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.ui.source.needs_you import NeedsYouBand
from briefer.ui.source.tab_order import put_into_tab_order

if TYPE_CHECKING:
    from briefer.ui.find_bar import FindBar
    from briefer.ui.source.cleaning_panel import CleaningPanel
    from briefer.ui.source.editing import ArticleTyping, EditBar
    from briefer.ui.source.finding import ArticleSearch
    from briefer.ui.source.needs_you_panel import NeedsYouPanel
    from briefer.ui.source.reader import Reader


class SourceParts(QWidget):
    """Makes the parts, because the window does not start with them, and puts each where it belongs.

    ``capture_requested`` carries a kind, ``entry_activated`` an entry's id; ``reader_made`` carries the Reader when
    it is first needed, ``cleaning_made`` and ``needs_made`` the panels. ``text_typed`` carries start, end and words
    of an edit, ``replace_requested`` the spans to be replaced and by what; ``newer_requested`` asks for the clipboard
    in place of the text, ``newer_file_requested`` for a file. ``typing_ended``, ``cleaning_closed`` and
    ``needs_closed`` tell that a part is done with.
    """

    capture_requested = Signal(str)
    entry_activated = Signal(str)
    reader_made = Signal(object)
    cleaning_made = Signal(object)
    needs_made = Signal(object)
    text_typed = Signal(int, int, str)
    replace_requested = Signal(object, str)
    newer_requested = Signal()
    newer_file_requested = Signal()
    typing_ended = Signal()
    cleaning_closed = Signal()
    needs_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.needs = NeedsYouBand()
        self._article = QWidget()
        self._column = QVBoxLayout(self._article)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(0)

    @functools.cached_property
    def reader(self) -> Reader:
        """The article's text."""
        from briefer.ui.source.legend import Legend
        from briefer.ui.source.reader import Reader

        reader = Reader()
        reader.capture_requested.connect(self.capture_requested)
        reader.entry_activated.connect(self.entry_activated)
        self._column.addWidget(reader, 1)
        self._column.addWidget(Legend())
        QWidget.setTabOrder(self.needs.button, reader)
        self.reader_made.emit(reader)
        return reader

    @functools.cached_property
    def typing(self) -> ArticleTyping:
        """What makes the article a field."""
        from briefer.ui.source.editing import ArticleTyping

        typing = ArticleTyping(self.reader)
        typing.typed.connect(self.text_typed)
        typing.left.connect(self.typing_ended)
        return typing

    @functools.cached_property
    def edit_bar(self) -> EditBar:
        """Shown while the article is edited."""
        from briefer.ui.source.editing import EditBar

        bar = EditBar()
        bar.done_requested.connect(self.typing_ended)
        bar.replace_requested.connect(self.newer_requested)
        bar.file_requested.connect(self.newer_file_requested)
        self.put_over_text(bar)
        return bar

    @functools.cached_property
    def find_bar(self) -> FindBar:
        """Looks for words in the article."""
        from briefer.ui.find_bar import FindBar

        bar = FindBar()
        self.put_over_text(bar)
        return bar

    @functools.cached_property
    def search(self) -> ArticleSearch:
        """The article, for the find bar."""
        from briefer.ui.source.finding import ArticleSearch

        search = ArticleSearch(self.reader)
        search.replace_requested.connect(self.replace_requested)
        return search

    @functools.cached_property
    def cleaning_panel(self) -> CleaningPanel:
        """What cleaning did, rule by rule."""
        from briefer.ui.source.cleaning_panel import CleaningPanel

        panel = CleaningPanel()
        panel.closed.connect(self.cleaning_closed)
        self.put_over_text(panel)
        self.cleaning_made.emit(panel)
        return panel

    @functools.cached_property
    def needs_panel(self) -> NeedsYouPanel:
        """The passages whose words are gone."""
        from briefer.ui.source.needs_you_panel import NeedsYouPanel

        panel = NeedsYouPanel()
        panel.closed.connect(self.needs_closed)
        self.put_over_text(panel)
        self.needs_made.emit(panel)
        return panel

    def put_over_text(self, part: QWidget) -> None:
        """Put a part that is made late where it belongs, for the eye and for the Tab key."""
        part.hide()
        self._column.insertWidget(self._column.indexOf(self.reader), part)
        put_into_tab_order(self.needs.button, part)
