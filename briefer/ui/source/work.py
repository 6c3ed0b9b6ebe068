"""What a person does to sources: each is one change of the session, made from what the pane shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.edit import changes
from briefer.edit.sources import anchors_in
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.text.spans import Span
from briefer.ui.background import Background, Operation
from briefer.ui.fitting import shortened
from briefer.ui.session import Place, Session
from briefer.ui.source.details import DETAILS
from briefer.ui.source.needs_you import LostPassage
from briefer.ui.source.pane import SourcePane
from briefer.ui.source.version_work import VersionWork

if TYPE_CHECKING:
    from briefer.ui.source.cleaning_panel import CleaningPanel
    from briefer.ui.source.needs_you_panel import NeedsYouPanel
    from briefer.ui.source.recleaning import Retold

LONG = 50_000
"""Characters of an article from which on what takes long is done beside the window."""
_REPLACE = "Replace the article"
_LABELS = {detail.name: detail.label.lower() for detail in DETAILS}


class SourceWork(QObject):
    """Works on the sources of a session. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, source: SourcePane, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._source, self._background = session, source, background
        self.versions = VersionWork(session, source, background, window)
        self.versions.said.connect(self.said)
        source.tabs.close_requested.connect(self.remove)
        source.tabs.move_requested.connect(self.move)
        source.tabs.details_requested.connect(self.show_details)
        source.details.typed.connect(self.type_detail)
        source.details.confirmed.connect(self.confirm_details)
        source.details.guess_met.connect(self.show_guess)
        source.text_typed.connect(self.type_text)
        source.replace_requested.connect(self.replace)
        source.newer_requested.connect(self.take_newer)
        source.newer_file_requested.connect(self.take_newer_file)
        source.cleaning.hidden_requested.connect(self.show_hidden)
        source.cleaning_made.connect(self._meet_cleaning)
        source.needs_made.connect(self._meet_needs)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on sources do, by the ids of the table of actions."""
        return {
            "next_source": lambda: self.step(1),
            "previous_source": lambda: self.step(-1),
            "source_details": lambda: self.show_details(self._source.tabs.current()),
            "cleaning": lambda: self._with_source(lambda _: self._source.show_cleaning(on=True)),
            "needs_you": self.show_needs,
            "edit_article": lambda: self._with_source(lambda _: self._source.edit_text(on=not self._source.editing)),
            "newer_text": self.take_newer,
            "newer_file": self.take_newer_file,
            **self.versions.commands(),
            "source_left": lambda: self._with_source(lambda source: self.move(source.id, -1)),
            "source_right": lambda: self._with_source(lambda source: self.move(source.id, 1)),
            "remove_source": lambda: self._with_source(lambda source: self.remove(source.id)),
        }

    # Sources

    def step(self, by: int) -> None:
        """Go so many tabs on; after the last comes the first."""
        if len(self._session.brief.sources) == 1:
            self.said.emit("This is the only article. Add another: paste one here, or import a file.")
        else:
            self._with_source(lambda _: self._source.tabs.step(by))

    def remove(self, ident: str) -> None:
        """Take a source out of the brief, with the passages that rest on it."""
        source = self._session.brief.source(ident)
        if source is None:
            return
        passages = sum(1 for _ in anchors_in(self._session.brief, ident))
        place = self._source.place()
        self._session.apply(
            lambda brief: changes.remove_source(brief, ident, with_evidence=True), "Remove article", place
        )
        with_it = f" and {_passages(passages)} that notes had in it" if passages else ""
        self.said.emit(f"Removed “{shortened(source.label)}”{with_it}")

    def move(self, ident: str, by: int) -> None:
        """Move a source by so many places."""
        sources = self._session.brief.sources
        index = [source.id for source in sources].index(ident) + by
        if not 0 <= index < len(sources):
            self.said.emit(f"This article is the {'first' if index < 0 else 'last'} already.")
            return
        self._session.apply(
            lambda brief: changes.move_source(brief, ident, index), "Move article", Place("source", ident)
        )

    def show_details(self, ident: str) -> None:
        """Show the form of a source's details."""
        self._source.show_source(ident)
        self._with_source(lambda _: self._source.details.edit())

    def type_detail(self, name: str, text: str) -> None:
        """Take over what was typed into a detail of the source at hand."""
        source = self._source.source
        if source is not None:
            place = self._source.detail_place(name)
            self._session.type(
                lambda brief: changes.set_source_details(brief, source.id, **{name: text}),
                f"Type {_LABELS[name]}",
                place,
                ends_word=text[place.start - 1 : place.start].isspace(),
            )

    def confirm_details(self, names: tuple[str, ...]) -> None:
        """Let these guessed details of the source at hand be right."""
        source = self._source.source
        if source is not None and names:
            guessed = {name: getattr(source, name) for name in names}
            label = f"Confirm {_LABELS[names[0]]}" if len(names) == 1 else "Confirm details"
            self._session.apply(
                lambda brief: changes.set_source_details(brief, source.id, **guessed),
                label,
                self._source.detail_place(names[0]),
            )

    def show_guess(self, name: str) -> None:
        """Show the words of the article that a guessed detail rests on, where they are still there."""
        from briefer.sources.details import guesses

        source = self._source.source
        if source is None:
            return
        found = guesses(source.text, source.headings, source.original).get(name)
        if found is not None and found.value == getattr(source, name) and found.start < found.end:
            self._source.show_place(found.start, found.end)

    # The text

    def type_text(self, start: int, end: int, words: str) -> None:
        """Take over an edit of the text at hand."""
        source = self._source.source
        if source is None:
            return
        self._session.type(
            lambda brief: changes.edit_source_text(brief, source.id, start, end, words),
            "Type in article",
            Place("source", source.id, start, start),
            ends_word=words[-1:].isspace(),
        )
        self._source.show_text()  # where the source took something else, such as a letter and its accent in one

    def replace(self, spans: list[Span], words: str) -> None:
        """Put words in place of others at the places that were found."""
        source = self._source.source
        if source is None:
            return
        place = Place("source", source.id, *spans[0])
        self._session.apply(lambda brief: changes.replace_in_source(brief, source.id, spans, words), "Replace", place)
        if len(spans) > 1:
            self.said.emit(f"Replaced in {len(spans):,} places")

    def take_newer(self) -> None:
        """Put what is on the clipboard in place of the text at hand; passages go with their words."""
        data = QGuiApplication.clipboard().mimeData()
        text, html = (data.text(), data.html() if data.hasHtml() else "") if data is not None else ("", "")
        source = self._source.source
        if source is None or not (text.strip() or html.strip()):
            self.said.emit("Copy the newer version of the article first; then it can take the place of this one.")
            return
        from briefer.ui.source.recleaning import with_newer_paste, with_newer_text

        if html.strip():
            self._retell(source, _REPLACE, LONG, with_newer_paste, html, text)
        else:
            self._retell(source, _REPLACE, len(text), with_newer_text, text)

    def take_newer_file(self) -> None:
        """Put the article of a file in place of the text at hand; passages go with their words."""
        self._with_source(self._choose_newer)

    def _choose_newer(self, source: Source) -> None:
        from briefer.ui.documents import article_filter
        from briefer.ui.source.recleaning import with_newer_file

        window = self.parent()
        assert isinstance(window, QWidget)
        name, _ = QFileDialog.getOpenFileName(window, "Choose the newer version", "", article_filter())
        if name:
            self._retell(source, _REPLACE, LONG, with_newer_file, Path(name))

    # Cleaning

    def _meet_cleaning(self, panel: CleaningPanel) -> None:
        panel.switched.connect(self.switch)
        panel.examples_wanted.connect(self._find_examples)
        panel.original_wanted.connect(self._find_edits)
        panel.original.place_shown.connect(self._source.show_place)

    def switch(self, rule: str, on: bool) -> None:
        """Switch a cleaning rule of the source at hand."""
        from briefer.ui.source.recleaning import with_rule

        source = self._source.source
        if source is not None:
            label = "Clean again" if on else "Take cleaning back"
            self._retell(source, label, len(source.original), with_rule, rule, on)

    def _find_examples(self, source: Source) -> None:
        from briefer.sources.read import examples

        panel = self._source.cleaning_panel
        self._run(Operation("Looking what was cleaned", examples, (source,), panel.show_examples, self._fail), source)

    def _find_edits(self, source: Source) -> None:
        from briefer.text.clean import shown
        from briefer.text.merge import edits_between

        show = partial(self._source.cleaning_panel.original.show_edits, source)
        arguments = (shown(source.original), source.text)
        self._run(Operation("Comparing with the original", edits_between, arguments, show, self._fail), source)

    def show_hidden(self) -> None:
        """Put the caret behind the next hidden characters, which are shown."""
        from briefer.ui.source.hidden_marks import next_hidden

        source, reader = self._source.source, self._source.reader
        if source is not None and (span := next_hidden(source.text, reader.caret())) is not None:
            reader.select(span[1], span[1])
            reader.reveal(*span)

    # Passages that need you

    def show_needs(self) -> None:
        """Show the passages whose words are gone, or say that there are none."""
        if self._source.needs.isHidden():
            self.said.emit("No passage needs you: all words that notes rest on are in their articles.")
        else:
            self._source.show_needs(on=True)

    def _meet_needs(self, panel: NeedsYouPanel) -> None:
        panel.candidates_wanted.connect(self._find_candidates)
        panel.place_shown.connect(self._source.reveal)
        panel.chosen.connect(self.choose)
        panel.selection_chosen.connect(self.choose_selection)
        panel.dropped.connect(self.drop)
        panel.kept.connect(self.keep)

    def _find_candidates(self, passage: LostPassage) -> None:
        from briefer.text.candidates import candidates

        anchor, source = passage.anchor, self._session.brief.source(passage.anchor.source)
        if source is not None:
            self._source.show_source(source.id)
            show = partial(self._source.needs_panel.show_candidates, passage)
            arguments = (anchor.exact, anchor.prefix, anchor.suffix, source.text)
            self._run(Operation("Looking for the words", candidates, arguments, show, self._fail), source)

    def choose(self, passage: LostPassage, start: int, end: int) -> None:
        """Let a note rest on words at another place."""
        place = Place("source", passage.anchor.source, start, end)
        if self._try(
            lambda brief: changes.move_evidence(brief, passage.item.id, passage.number, start, end),
            "Choose passage",
            place,
        ):
            self._source.reveal(passage.anchor.source, start, end)

    def choose_selection(self, passage: LostPassage) -> None:
        """Let a note rest on the words that are selected in the source of its lost passage."""
        source, selection = self._source.source, self._source.reader.selected_range()
        if source is None or source.id != passage.anchor.source or selection is None:
            self._source.show_source(passage.anchor.source)
            self.said.emit("Select the words in the article first, then choose the selection.")
        else:
            self.choose(passage, *selection)

    def keep(self, passage: LostPassage) -> None:
        """Leave a lost passage with its note as it is, and ask no more about it."""
        self._session.apply(
            lambda brief: changes.keep_lost(brief, passage.item.id, passage.number),
            "Keep passage",
            Place("source", passage.anchor.source),
        )
        self.said.emit(f"Kept “{shortened(passage.anchor.exact)}” with its note, without a place in the article")

    def drop(self, passage: LostPassage) -> None:
        """Take a lost passage off its note."""
        self._session.apply(
            lambda brief: changes.remove_evidence(brief, passage.item.id, passage.number),
            "Drop passage",
            Place("source", passage.anchor.source),
        )
        self.said.emit(f"Dropped the passage “{shortened(passage.anchor.exact)}”")

    # How it is done

    def _retell(self, source: Source, label: str, length: int, function: Callable[..., Retold], *more: Any) -> None:
        """Give a source another text, and say what became of it."""
        brief, place = self._session.brief, Place("source", source.id)

        def put(made: Retold) -> None:
            self._session.apply(made.put_into, label, place)
            if label == _REPLACE:
                self.versions.tell_replaced(source)
            self._source.refresh_cleaning()
            told = [
                f"{made.kept} place{'s' if made.kept != 1 else ''} stay as you corrected them" if made.kept else "",
                f"{_passages(made.lost)} need{'s' if made.lost == 1 else ''} you" if made.lost else "",
            ]
            self.said.emit("; ".join([f"{label}: done", *filter(None, told)]))

        operation = Operation(label, function, (brief, source.id, *more), put, self._fail, seconds=60)
        if max(length, len(source.text)) < LONG:
            operation.run_here()
        else:
            self._background.run(
                [operation],
                wanted=lambda: self._session.brief is brief,
                dropped=lambda: self._give_up("The brief changed meanwhile; the article is as it was. Try again."),
                stopped=lambda: self._give_up("Stopped; the article is as it was."),
            )

    def _run(self, operation: Operation, source: Source) -> None:
        """Look something up in a source: at once if it is short, beside the window if it is long."""
        if max(len(source.original), len(source.text)) < LONG:
            operation.run_here()
        else:
            self._background.run(
                [operation._replace(seconds=60)],
                wanted=lambda: any(each is source for each in self._session.brief.sources),
            )

    def _give_up(self, words: str) -> None:
        self._source.refresh_cleaning()
        self.said.emit(words)

    def _fail(self, error: BrieferError) -> None:
        self._give_up(str(error))

    def _with_source(self, do: Callable[[Source], object]) -> None:
        source = self._source.source
        if source is None:
            self.said.emit("There is no article yet: paste one, or import a file.")
        else:
            do(source)

    def _try(self, change: Callable[[Brief], Brief], label: str, place: Place) -> bool:
        try:
            self._session.apply(change, label, place)
        except BrieferError as error:
            self.said.emit(str(error))
            return False
        return True


def _passages(count: int) -> str:
    return f"{count} passage{'s' if count != 1 else ''}"
