"""The source pane: tabs for the sources, and of the one at hand its details, its cleaning and its text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from briefer.model.brief import GROUPS, Brief
from briefer.model.source import Source, first_paragraph
from briefer.ui.session import Place
from briefer.ui.source.capture import Spans, behind, quotation_to_file, spans_to_file
from briefer.ui.source.cleaning import CleaningLine
from briefer.ui.source.details import SourceDetails
from briefer.ui.source.highlights import Suggested, filed_in, suggested_in
from briefer.ui.source.parts import SourceParts
from briefer.ui.source.tabs import SourceTabs
from briefer.ui.style_sheet import set_role

_NO_SOURCE = (
    "<p><b>No article yet</b></p><p>Press Ctrl+V to paste one, or import a file with Ctrl+Shift+O.</p>"
    "<p>Then select words and press <b>A</b> for an actor, <b>X</b> for an action,"
    " <b>S</b> for a stake, <b>Q</b> for a quote.</p>"
)


class SourcePane(SourceParts):
    """Shows the sources of a brief. ``paste_requested`` asks for the clipboard as a new source.

    What is asked of tabs and details they tell themselves.
    """

    paste_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Source")
        self.setMinimumWidth(360)
        self._brief: Brief | None = None
        self._sources: tuple[Source, ...] = ()
        self._stays = False
        self._suggestions: Suggested = {}
        self.tabs, self.details = SourceTabs(), SourceDetails()
        self.cleaning = CleaningLine()
        self._empty = QLabel(_NO_SOURCE)
        self._empty.setAccessibleName("No article yet")
        self._empty.setAccessibleDescription("Press Ctrl+V to paste one, or import a file with Ctrl+Shift+O.")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(48)
        set_role(self._empty, "empty")
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self.tabs, self.details, self.cleaning, self.needs):
            self._column.addWidget(part)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._article)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(QMargins())
        whole.addWidget(self._pages)
        self.tabs.chosen.connect(self._show_current)
        self.tabs.paste_requested.connect(self.paste_requested)
        self.details.closed.connect(self.take_focus)
        self.cleaning.toggled.connect(self.show_cleaning)
        self.needs.opened.connect(self.show_needs)
        self.typing_ended.connect(self._end_typing)
        self.cleaning_closed.connect(self._hide_cleaning)
        self.needs_closed.connect(self._hide_needs)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste_requested)

    # What is shown

    @property
    def source(self) -> Source | None:
        """The source that is shown."""
        current = self.tabs.current()
        return next((source for source in self._sources if source.id == current), None)

    def shows(self, source_id: str) -> bool:
        """Whether it is the source of this id that is shown."""
        return self.source is not None and self.source.id == source_id

    def show_brief(self, brief: Brief) -> None:
        """Show the sources of a brief and the highlights of its entries; the source at hand stays if it can."""
        before, self._brief = self._brief, brief
        if before is not None and before.id != brief.id:
            self._leave_all()
            before, self._sources = None, ()
        if before is None or before.sources is not brief.sources:
            self._show_sources(brief.sources)
        elif any(getattr(before, group) is not getattr(brief, group) for group in GROUPS.values()):
            self._show_highlights()
        self._show_needs()

    def beginning(self, brief: Brief) -> Iterator[None]:
        """Show another brief from the beginning of its first source, step by step."""
        if brief.sources:
            first = brief.sources[0]
            yield from self.reader.preparing(first.text, first.headings, first.id)
        self.show_brief(brief)
        yield
        self.turn_to_first()

    def take_focus(self) -> None:
        """Give the keyboard to the article."""
        (self.reader if self._sources else self._empty).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def spans_to_capture(self, kind: str) -> Spans:
        """What a capture key would file now: without a selection, the next quotation that is not filed yet."""
        source = self.source
        if source is None or self._brief is None or kind != "quote" or self.reader.selected_range() is not None:
            return self.spans_to_file(kind)
        passages = ([each for each in quote.evidence if each.source == source.id] for quote in self._brief.quotes)
        filed = {tuple((each.start, each.end) for each in passage) for passage in passages}
        return quotation_to_file(source.text, self.reader.caret(), filed)

    def go_behind(self, quotation: Spans) -> None:
        """Put the caret behind a quotation, which is shown, so that the next one is next."""
        if self.source is not None:
            self.reader.select(*(behind(self.source.text, quotation),) * 2)
            self.reader.reveal(*quotation[0])

    def spans_to_file(self, kind: str) -> Spans:
        """The words that are selected, or without a selection those that the caret stands in."""
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

    def detail_place(self, name: str) -> Place:
        """Where the caret is in the line of a detail, for the history."""
        form, source = self.details.form, self.source
        caret = form.lines[name].caret() if form is not None else 0
        return Place("source", f"{source.id if source else ''}.{name}", caret, caret)

    def return_to(self, place: Place) -> None:
        """Go back to where a change was made."""
        ident, _, detail = place.field.partition(".")
        self.show_source(ident)
        source = self.source
        if detail and source is not None and source.id == ident:
            self.details.edit(detail)
            if self.details.form is not None:
                self.details.form.lines[detail].set_caret(place.start)
            return
        self.take_focus()
        if self._sources:
            self.reader.select(place.start, place.end)

    def show_source(self, source_id: str) -> None:
        """Show the source of this id."""
        self.tabs.turn_to(source_id)

    def turn_to_first(self) -> None:
        """Show the first source from its beginning."""
        if self._sources:
            self.tabs.turn_to(self._sources[0].id)
        self.reader.select(0, 0)  # the headline is in view, and the caret where reading begins
        self._go_to_body()

    def _go_to_body(self) -> None:
        """Put the caret where the first paragraph begins: a headline is no sentence to be filed."""
        if self.source is not None:
            start = first_paragraph(self.source)
            self.reader.begin_at(start)

    def reveal(self, source_id: str, start: int, end: int) -> None:
        """Show a passage without taking the focus."""
        self.show_source(source_id)
        self.reader.reveal(start, end)

    # What is done with the text at hand

    def edit_text(self, *, on: bool) -> None:
        """Let the article be typed in, or read again."""
        if on == self.editing or (on and self.source is None):
            return
        if on:
            self.typing.begin()
        else:
            self.typing.end()
        self.edit_bar.setVisible(on)
        self._show_highlights()
        if "find_bar" in self.__dict__:
            self.find_bar.allow_replacing(self.search if on else None)
        self.take_focus()

    @property
    def editing(self) -> bool:
        """Whether the article can be typed in."""
        return "typing" in self.__dict__ and self.typing.on

    def find_words(self) -> None:
        """Open the find bar for the article."""
        if self.source is not None:
            self.find_bar.open_for(self.search, self.search if self.editing else None)

    def find_step(self, step: int) -> None:
        """Go to the next place found (1), or to the one before (-1); without a search, begin one."""
        if "find_bar" not in self.__dict__ or not self.find_bar.words.text():
            self.find_words()
        else:
            self.find_bar.step_on(self.search, step)

    def show_cleaning(self, on: bool) -> None:
        """Show what cleaning did, or hide it."""
        source = self.source
        if source is None or (not on and "cleaning_panel" not in self.__dict__):
            return
        had_focus = _has_focus(self.cleaning_panel)
        self.cleaning_panel.setVisible(on)
        self.cleaning.set_open(on=on)
        if on:
            self.cleaning_panel.show_source(source)
            self.cleaning_panel.take_focus()
        elif had_focus:
            self.take_focus()

    def show_needs(self, on: bool) -> None:
        """Show the passages whose words are gone, or hide them."""
        if self._brief is None or (not on and "needs_panel" not in self.__dict__):
            return
        self.needs_panel.setVisible(on)
        self.needs.set_open(on=on)
        if on:
            self.needs_panel.show_brief(self._brief)
            self.needs_panel.take_focus()
        else:
            self.take_focus()

    def _show_needs(self) -> None:
        if self._brief is None:
            return
        self.needs.show_brief(self._brief)
        if "needs_panel" in self.__dict__ and not self.needs_panel.isHidden():
            self.needs_panel.show_brief(self._brief)

    def show_text(self) -> None:
        """Show the text of the source at hand as it is stored."""
        if self.source is not None:
            self.reader.show_source(self.source.text, self.source.headings, self.source.id)

    def show_place(self, start: int, end: int) -> None:
        """Bring a place of the text at hand into view."""
        self.reader.reveal(start, max(end, start + 1))

    def refresh_cleaning(self) -> None:
        """Show the rules as they are, whatever was ticked."""
        if self.source is not None and "cleaning_panel" in self.__dict__:
            self.cleaning_panel.refresh()

    def _end_typing(self) -> None:
        self.edit_text(on=False)

    def _hide_cleaning(self) -> None:
        self.show_cleaning(on=False)

    def _hide_needs(self) -> None:
        self.show_needs(on=False)

    def _leave_all(self) -> None:
        """Close what was open about another brief."""
        self.edit_text(on=False)
        self.show_cleaning(on=False)
        self.show_needs(on=False)
        if "find_bar" in self.__dict__:
            self.find_bar.close_bar()

    def stay(self, on: bool) -> None:
        """Let the source at hand stay in view when another is added, or turn to that, as it is without this."""
        self._stays = on

    def _show_sources(self, sources: tuple[Source, ...]) -> None:
        before, at_hand = self.source, self.tabs.current() if self._sources else ""
        known = {source.id for source in self._sources}
        added = [source.id for source in sources if source.id not in known]
        turns = len(added) == 1 and not (self._stays and at_hand)
        self._sources = sources
        if turns:
            at_hand = added[0]
        elif at_hand not in {source.id for source in sources}:
            at_hand = sources[0].id if sources else ""
        if not sources:
            self.edit_text(on=False)
        self.tabs.show_sources(sources, at_hand)
        if before is None or self.source is not before:
            self._show_current()
        if turns:
            self._go_to_body()
        had_focus = _has_focus(self._pages)
        if self._pages.currentIndex() != bool(sources):
            self._pages.setCurrentIndex(1 if sources else 0)
            if had_focus:
                self.take_focus()

    def _show_current(self) -> None:
        source = self.source
        if source is None:
            return
        if source.id != self.reader.property("source"):
            self.edit_text(on=False)
            self.reader.setProperty("source", source.id)
        self.details.show_source(source)
        self.cleaning.show_source(source)
        self.reader.show_source(source.text, source.headings, source.id)
        self._show_highlights()
        if "cleaning_panel" in self.__dict__ and not self.cleaning_panel.isHidden():
            self.cleaning_panel.show_source(source)
        if "find_bar" in self.__dict__:
            self.find_bar.look_soon()

    def _show_highlights(self) -> None:
        source, brief = self.source, self._brief
        if source is not None and brief is not None:
            suggested = () if self.editing else suggested_in(source, self._suggestions)
            self.reader.set_highlights([*filed_in(brief, source.id), *suggested])

    def show_suggestions(self, suggestions: Suggested) -> None:
        """Show what is suggested."""
        self._suggestions = suggestions
        self._show_highlights()


def _has_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
