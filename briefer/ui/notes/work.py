"""What a person does to notes: each is one change of the session, made from what the panes show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from briefer.edit import changes
from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.brief import GROUPS, Brief, Kind, kind_of
from briefer.model.entries import Entry, Passage, title_of
from briefer.ui.notes.editors import Edited
from briefer.ui.notes.pane import NotesPane
from briefer.ui.session import Place, Session
from briefer.ui.source.pane import SourcePane


class NoteWork(QObject):
    """Files, describes and orders the notes of a session. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, source: SourcePane, notes: NotesPane, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._source, self._notes = session, source, notes

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on notes do, by the ids of the table of actions."""
        kinds: tuple[Kind, ...] = ("actor", "action", "stake", "quote")
        return {
            **{kind: partial(self.capture, kind) for kind in kinds},
            "add_passage": lambda: self.add_passage(self._notes.open_id),
            "note_up": lambda: self.move(-1),
            "note_down": lambda: self.move(1),
            "duplicate_note": self.duplicate,
            "merge_actor": self.merge,
            "delete_note": self.delete,
        }

    def capture(self, kind: Kind) -> None:
        """File the selection, or what the caret stands in, as an entry of a kind."""
        source, spans = self._source.source, self._source.spans_to_file(kind)
        if source is None or not spans:
            self.said.emit(f"Select the words of the {kind} in the source first.")
            return
        known = {entry.id for entry in self._session.brief.entries()}
        filed = ""

        def change(brief: Brief) -> Brief:
            nonlocal filed
            brief, filed = changes.add_entry(brief, kind, spans, source.id)
            return brief

        if not self._try(change, f"File {kind}", self._source.place()):
            return
        entry = self._session.brief.citable(filed)
        title = " ".join(title_of(entry).split()) if entry else ""
        shown = title if len(title) <= 60 else f"{title[:58]}…"
        self.said.emit(f"Filed as {kind}: “{shown}”" if filed not in known else f"Another passage for “{shown}”")
        self._notes.open(filed)

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

    def delete(self) -> None:
        """Delete the open note."""
        ident = self._notes.open_id
        if ident:
            place = self._notes.place()
            self._session.apply(lambda brief: changes.remove_entry(brief, ident), "Delete note", place)

    def move(self, step: int) -> None:
        """Move the open note by so many places in its group."""
        entry = self._session.brief.citable(self._notes.open_id)
        if isinstance(entry, Entry):
            group = getattr(self._session.brief, GROUPS[kind_of(entry)])
            index = max(0, group.index(entry) + step)
            self._session.apply(
                lambda brief: changes.move_entry(brief, entry.id, index), "Move note", self._notes.place()
            )

    def duplicate(self) -> None:
        """Make a copy of the open note, and open it."""
        ident, copy = self._notes.open_id, ""

        def change(brief: Brief) -> Brief:
            nonlocal copy
            brief, copy = changes.duplicate_entry(brief, ident)
            return brief

        if ident and self._try(change, "Duplicate note", self._notes.place()):
            self._notes.open(copy)

    def merge(self) -> None:
        """Ask for another actor, and make one of the two."""
        brief, gone = self._session.brief, self._session.brief.actor(self._notes.open_id)
        others = {f"{actor.name or actor.id} ({actor.id})": actor.id for actor in brief.actors if actor is not gone}
        if gone is None or not others:
            self.said.emit("Open an actor first; there must be another one to merge it into.")
            return
        question = f"Merge “{gone.name or gone.id}” into which actor? Its passages, names and roles go along."
        chosen, agreed = QInputDialog.getItem(
            self._notes.window(), "Merge actors", question, list(others), editable=False
        )
        if agreed and self._try(
            lambda brief: changes.merge_actors(brief, others[chosen], gone.id), "Merge actors", self._notes.place()
        ):
            self._notes.open(others[chosen])

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
        entry = self._session.brief.citable(ident) if ident else None
        anchor = next((anchor for anchor in entry.evidence if not anchor.lost), None) if entry else None
        if anchor is not None:
            self.reveal(anchor)

    def reveal(self, anchor: Anchor) -> None:
        """Show a passage in its source, or say that its words are gone."""
        if anchor.lost:
            self.said.emit(f"These words are no longer in the source: “{' '.join(anchor.exact.split())}”")
        else:
            self._source.reveal(anchor.source, anchor.start, anchor.end)

    def _try(self, change: Callable[[Brief], Brief], label: str, place: Place) -> bool:
        try:
            self._session.apply(change, label, place)
        except BrieferError as error:
            self.said.emit(str(error))
            return False
        return True
