"""What a person does to notes: each is one change of the session, made from what the panes show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from briefer.edit import changes
from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.brief import GROUPS, Brief, Kind, kind_of, speaker_of
from briefer.model.entries import JOIN, Entry, Passage, Quote
from briefer.review.wordings import words_of_source
from briefer.text.spans import Span
from briefer.ui import turns
from briefer.ui.notes.actor_picker import ActorPicker
from briefer.ui.notes.copying import copied
from briefer.ui.notes.editors import Edited
from briefer.ui.notes.menu import show_choices, show_note_menu
from briefer.ui.notes.pane import NotesPane
from briefer.ui.notes.rows import named
from briefer.ui.session import Place, Session
from briefer.ui.source.capture import said_by
from briefer.ui.source.pane import SourcePane

_NO_NOTES = "There are no notes yet. Select words in the article, and press A, X, S or Q to file them."
_NO_NOTE = "No note is chosen. Go to the notes (Alt+2), and choose one with the arrow keys or a click."
_NO_QUOTATION = "No other quotation follows the caret. Select the words, and press Q to file them as a quote."


class NoteWork(QObject):
    """Files, describes and orders the notes of a session. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, source: SourcePane, notes: NotesPane, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._source, self._notes = session, source, notes
        self._elsewhere: Anchor | None = None
        self._turning = QTimer(self, singleShot=True, interval=0)
        self._turning.timeout.connect(self._turn)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on notes do, by the ids of the table of actions."""
        kinds: tuple[Kind, ...] = ("actor", "action", "stake", "quote")
        return {
            **{kind: partial(self.capture, kind) for kind in kinds},
            "add_passage": lambda: self.add_passage(self._notes.open_id),
            "new_note": lambda: self.new(self._notes.chosen_kind),
            "edit_note": self.go_into,
            "copy_note": lambda: self.copy(self._notes.chosen_id),
            "note_up": lambda: self.step(-1),
            "note_down": lambda: self.step(1),
            "duplicate_note": self.duplicate,
            "merge_actor": self.merge,
            "delete_note": lambda: self.delete(self._notes.chosen_id),
        }

    def capture(self, kind: Kind) -> None:
        """File the selection, or what the caret stands in, as an entry of a kind."""
        source, spans = self._source.source, self._source.spans_to_capture(kind)
        if source is None or not spans:
            needs_words = f"Select the words of the {kind} in the source first."
            self.said.emit(_NO_QUOTATION if source and kind == "quote" else needs_words)
            return
        is_found = kind == "quote" and self._source.reader.selected_range() is None
        if self._filed_already(kind, spans, source.id):
            if is_found:
                self._source.go_behind(spans)
            return
        known = {entry.id for entry in self._session.brief.entries()}
        filed = ""

        def change(brief: Brief) -> Brief:
            nonlocal filed
            fields = said_by(brief, source.text, spans) if kind == "quote" else {}
            brief, filed = changes.add_entry(brief, kind, spans, source.id, **fields)
            return brief

        if not self._try(change, f"File {kind}", self._source.place()):
            return
        if entry := self._note(filed):
            speaker = speaker_of(self._session.brief, entry) if isinstance(entry, Quote) else ""
            told = f"Filed as {kind}: {named(entry)}{f', said by {speaker}' if speaker else ''}"
            self.said.emit(told if filed not in known else f"Another passage for {named(entry)}")
        self._notes.show_row(filed)
        if is_found:
            self._source.go_behind(spans)

    def _filed_already(self, kind: Kind, spans: Sequence[Span], source: str) -> bool:
        """Whether an entry of this kind rests on just these words; it is shown then."""
        try:
            entry = changes.filed_from(self._session.brief, kind, source, spans)
        except BrieferError:  # which filing tells
            return False
        if entry is not None:
            self.said.emit(f"Filed already as {kind}: {named(entry)}")
            self._notes.show_row(entry.id)
        return entry is not None

    def edit(self, ident: str, edited: Edited) -> None:
        """Take over what the user made of a field."""
        place = self._notes.place(edited.field)
        label = f"Change {edited.field.replace('_', ' ')}"

        def change(brief: Brief) -> Brief:
            return changes.update_entry(brief, ident, **edited.values)

        if edited.typed:
            self._session.type(change, label, place, ends_word=edited.ends_word)
        else:
            self._session.apply(change, label, place)

    def go_into(self) -> None:
        """Open the chosen note at its first field."""
        if entry := self._note(self._notes.chosen_id):
            self._notes.edit(entry.id)

    def add_passage(self, ident: str) -> None:
        """Let an entry rest on the words that are selected too."""
        source, selection = self._source.source, self._source.reader.selected_range()
        entry = self._session.brief.citable(ident) if ident else None
        if entry is None or source is None or selection is None:
            self.said.emit("Open a note, and select the words in the source that it rests on.")
            return
        kind: Kind = "quote" if ident.startswith("q") else "stake"
        spans = self._source.spans_to_file(kind)
        self._try(
            lambda brief: changes.add_evidence(brief, ident, source.id, spans), "Add passage", self._source.place()
        )

    def drop_passage(self, ident: str, index: int) -> None:
        """Take a passage off an entry."""
        place = self._notes.place()
        self._session.apply(lambda brief: changes.remove_evidence(brief, ident, index), "Take passage off", place)

    def new(self, kind: Kind) -> None:
        """Make a note that says nothing yet and rests on nothing, and open it."""
        made = ""

        def change(brief: Brief) -> Brief:
            nonlocal made
            brief, made = changes.add_empty_entry(brief, kind)
            return brief

        self._session.apply(change, f"New {kind}", self._notes.place())
        self._notes.edit(made)

    def delete(self, ident: str) -> None:
        """Delete a note."""
        if entry := self._note(ident):
            place = self._notes.place()
            self._session.apply(lambda brief: changes.remove_entry(brief, ident), "Delete note", place)
            self.said.emit(f"Deleted {kind_of(entry)}: {named(entry)}")

    def step(self, step: int) -> None:
        """Move the chosen note by so many places in its group."""
        if entry := self._note(self._notes.chosen_id):
            group = getattr(self._session.brief, GROUPS[kind_of(entry)])
            self.move(entry.id, max(0, group.index(entry) + step))

    def move(self, ident: str, index: int) -> None:
        """Move a note to a place in its group, from 0."""
        place = self._notes.place()
        self._session.apply(lambda brief: changes.move_entry(brief, ident, index), "Move note", place)
        self._notes.list.make_current(ident)

    def choose(self, ident: str, field: str, value: str) -> None:
        """Give a note another status or level."""
        place = self._notes.place()
        self._session.apply(
            lambda brief: changes.update_entry(brief, ident, **{field: value}), f"Change {field}", place
        )

    def use_source_words(self, ident: str) -> None:
        """Put the words of a quote's source in place of its own."""
        quote = self._session.brief.citable(ident)
        if isinstance(quote, Quote):
            words = JOIN.join(words_of_source(quote))
            place = self._notes.place()
            self._session.apply(lambda brief: changes.update_entry(brief, ident, text=words), "Use words", place)

    def copy(self, ident: str) -> None:
        """Put a note on the clipboard: its title, and each of its passages with where it stands."""
        if entry := self._note(ident):
            QGuiApplication.clipboard().setMimeData(copied(entry, self._session.brief))
            self.said.emit(f"Copied with its citation: {named(entry)}")

    def duplicate(self) -> None:
        """Make a copy of the chosen note, and open it."""
        entry, copy = self._note(self._notes.chosen_id), ""
        if entry is None:
            return

        def change(brief: Brief) -> Brief:
            nonlocal copy
            brief, copy = changes.duplicate_entry(brief, entry.id)
            return brief

        if self._try(change, "Duplicate note", self._notes.place()):
            self._notes.open(copy)

    def merge(self) -> None:
        """Ask into which other actor the chosen one goes."""
        gone = self._session.brief.actor(self._notes.chosen_id)
        others = [actor for actor in self._session.brief.actors if actor is not gone]
        if gone is None:
            self.said.emit("Choose an actor in the notes first; then it can be merged into another one.")
            return
        if not others:
            self.said.emit(f"There is no other actor yet to merge {named(gone)} into.")
            return
        window = self._notes.window()
        assert isinstance(window, QMainWindow)
        picker = ActorPicker(window, gone, others)
        picker.chosen.connect(partial(self._merge, gone.id))
        picker.open()

    def _merge(self, gone: str, kept: str) -> None:
        brief, place, was_open = self._session.brief, self._notes.place(), self._notes.open_id == gone
        lost, stays = brief.actor(gone), brief.actor(kept)
        if self._try(lambda brief: changes.merge_actors(brief, kept, gone), "Merge actors", place):
            if was_open:
                self._notes.open(kept)
            self._notes.show_row(kept)
            if lost is not None and stays is not None:
                self.said.emit(f"Merged {named(lost)} into {named(stays)}")

    def show(self, ident: str) -> None:
        """Words of the preview lead to their note, and from there to their passage."""
        entry = self._session.brief.citable(ident)
        if isinstance(entry, Passage):
            self.reveal(entry.evidence[0])
        elif entry is not None:
            self.open(ident)

    def open(self, ident: str) -> None:
        """Open a note."""
        self._notes.open(ident)

    def opened(self, ident: str) -> None:
        """Show the passage of the note that was opened; an empty id is none."""
        self._source.reader.set_current(ident)
        self.came_to(ident)

    def came_to(self, ident: str) -> None:
        """Show the passage of the row that a key led to; the focus stays in the list."""
        entry = self._session.brief.citable(ident) if ident else None
        anchor = next((anchor for anchor in entry.evidence if not anchor.lost), None) if entry else None
        self._elsewhere = None
        if anchor is not None and self._source.shows(anchor.source):
            self.reveal(anchor)
        elif anchor is not None:  # another article takes a moment, in which a form or a row may appear
            self._elsewhere = anchor
            self._turning.start()

    def _turn(self) -> None:
        if not turns.is_free(self):
            self._turning.start()
            return
        anchor, self._elsewhere = self._elsewhere, None
        if anchor is not None:
            self.reveal(anchor)
            turns.worked(self)

    def show_menu(self, ident: str, place: QPoint, actions: Mapping[str, QAction]) -> None:
        """Show what can be done to a note at a place on the screen; the actions are the window's, by their ids."""
        entry = self._session.brief.citable(ident)
        if isinstance(entry, Entry):
            show_note_menu(self._notes, place, entry, actions, self.choose)

    def show_choices(self, ident: str, place: QPoint) -> None:
        """Show the values that a note's status or level can have."""
        entry = self._session.brief.citable(ident)
        if isinstance(entry, Entry):
            show_choices(self._notes, place, entry, self.choose)

    def reveal(self, anchor: Anchor) -> None:
        """Show a passage in its source, or say that its words are gone."""
        if anchor.lost:
            self.said.emit(f"These words are no longer in the source: “{' '.join(anchor.exact.split())}”")
        else:
            self._source.reveal(anchor.source, anchor.start, anchor.end)

    def _note(self, ident: str) -> Entry | None:
        """The note of this id; where there is none, what to do is said."""
        entry = self._session.brief.citable(ident) if ident else None
        if isinstance(entry, Entry):
            return entry
        self.said.emit(_NO_NOTE if any(self._session.brief.entries()) else _NO_NOTES)
        return None

    def _try(self, change: Callable[[Brief], Brief], label: str, place: Place) -> bool:
        try:
            self._session.apply(change, label, place)
        except BrieferError as error:
            self.said.emit(str(error))
            return False
        return True
