"""What a person does with words of an article beyond filing them: add, unlink, copy; and how the article is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from briefer.edit import changes
from briefer.errors import BrieferError
from briefer.model.brief import Brief, Kind, kind_of
from briefer.model.entries import Entry
from briefer.ui.documents import Documents
from briefer.ui.notes.pane import NotesPane
from briefer.ui.notes.rows import named
from briefer.ui.session import Session
from briefer.ui.source.highlights import Highlight
from briefer.ui.source.pane import SourcePane

if TYPE_CHECKING:
    from briefer.settings import Settings
    from briefer.ui.source.reader import Reader

_RECENT = 9


class ReadingWork(QObject):
    """Works on the article at hand and its passages. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(
        self, session: Session, source: SourcePane, notes: NotesPane, documents: Documents, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._source, self._notes, self._documents = session, source, notes, documents
        self._recent: list[str] = []
        source.reader_made.connect(self._meet_reader)
        documents.settings_changed.connect(self._use)
        notes.opened.connect(self._remember)
        session.changed.connect(self._remember_new)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on the article do, by the ids of the table of actions."""
        return {
            "add_to_note": self.choose_note,
            "copy_cited": self.copy_cited,
            "reading_keys": self._turn_keys,
            "serif": self._turn_serif,
        }

    # Passages

    def choose_note(self) -> None:
        """Ask beside the selection which note the words are added to."""
        from briefer.ui.source.note_picker import NotePicker, box_in_window

        if self._source.source is None or not self._source.spans_to_file("stake"):
            self.said.emit("Select the words in the source first that a note is to rest on.")
            return
        reader, window = self._source.reader, self._source.window()
        assert isinstance(window, QMainWindow)
        beside = box_in_window(reader.viewport(), reader.box_at_hand())
        picker = NotePicker(window, self._session.brief, self._recent, beside)
        picker.chosen.connect(self.add_to)
        picker.open()

    def add_to(self, ident: str) -> None:
        """Let a note rest on the selection too; without one on the sentence, or the quotation, at the caret."""
        source, entry = self._source.source, self._session.brief.citable(ident)
        if source is None or not isinstance(entry, Entry):
            return
        kind: Kind = "quote" if kind_of(entry) == "quote" else "stake"
        spans = self._source.spans_to_file(kind)

        def change(brief: Brief) -> Brief:
            return changes.add_evidence(brief, ident, source.id, spans)

        try:
            self._session.apply(change, "Add passage", self._source.place())
        except BrieferError as error:
            self.said.emit(str(error))
            return
        added = len(self._session.brief.citable(ident).evidence) > len(entry.evidence)  # type: ignore[union-attr]
        words = f"Another passage for {named(entry)}" if added else f"{named(entry)} rests on these words already"
        self.said.emit(words)
        self._remember(ident)
        self._notes.show_row(ident)

    def unlink(self, highlight: Highlight) -> None:
        """Take the passage of a highlight off its note."""
        source, entry = self._source.source, self._session.brief.citable(highlight.entry_id)
        if source is None or not isinstance(entry, Entry):
            return
        place = (source.id, highlight.start, highlight.end)
        index = next(n for n, each in enumerate(entry.evidence) if (each.source, each.start, each.end) == place)
        self._session.apply(
            lambda brief: changes.remove_evidence(brief, entry.id, index), "Unlink passage", self._source.place()
        )
        self.said.emit(f"Unlinked from {named(entry)}; undo takes it back")

    def copy_cited(self) -> None:
        """Copy the selection, or the passage at the caret, with its source."""
        from briefer.templates.cited import cited_passage

        source = self._source.source
        here = self._source.reader.highlights_here() if source else []
        selection = self._source.reader.selected_range() if source else None
        span = selection or ((here[0].start, here[0].end) if here else None)
        if source is None or span is None or not source.text[slice(*span)].strip():
            self.said.emit("Select the words in the source first, or put the caret in a passage.")
            return
        cited = cited_passage(source, source.text[slice(*span)], [span], self._session.brief.language)
        data = QMimeData()
        data.setText(cited.plain)
        data.setHtml(cited.html)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(f"Copied with its source: {source.label}")

    # Notes used last

    def _remember(self, ident: str) -> None:
        if ident:
            self._recent = [ident, *(other for other in self._recent if other != ident)][:_RECENT]

    def _remember_new(self, before: Brief, brief: Brief) -> None:
        """What was filed last was used last; another brief has notes of its own."""
        if before.id != brief.id:
            self._recent = []
        elif brief.last_ids != before.last_ids:
            known = {entry.id for entry in before.entries()}
            for entry in brief.entries():
                if entry.id not in known:
                    self._remember(entry.id)

    # How the article is shown

    def _meet_reader(self, reader: Reader) -> None:
        reader.add_requested.connect(self.choose_note)
        reader.unlink_requested.connect(self.unlink)
        reader.copy_cited_requested.connect(self.copy_cited)
        self._dress(reader, self._documents.settings)

    def _use(self, settings: Settings) -> None:
        if self._source.source is not None:
            self._dress(self._source.reader, settings)

    @staticmethod
    def _dress(reader: Reader, settings: Settings) -> None:
        reader.set_serif(on=settings.article_letters == "serif")
        reader.set_letters(on=settings.reading_keys)

    def _turn_keys(self) -> None:
        settings = self._documents.settings
        self._documents.choose(msgspec.structs.replace(settings, reading_keys=not settings.reading_keys))

    def _turn_serif(self) -> None:
        settings = self._documents.settings
        other = "window" if settings.article_letters == "serif" else "serif"
        self._documents.choose(msgspec.structs.replace(settings, article_letters=other))
