"""What a person does to the memo: each is one change of the session, made from what the pane shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.edit import changes
from briefer.ui.memo.pane import MemoPane
from briefer.ui.notes.pane import NotesPane
from briefer.ui.session import Place, Session


class MemoWork(QObject):
    """Writes the memo of a session. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, notes: NotesPane, memo: MemoPane, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._notes, self._memo = session, notes, memo
        memo.header_typed.connect(self.type_header)
        memo.section_typed.connect(self.type_section)
        memo.template_chosen.connect(self.choose_template)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on the memo do, by the ids of the table of actions."""
        return {
            "preview": lambda: self._memo.turn(preview=not self._memo.previewing),
            "plain_preview": self.turn_plain,
            "cite": self.cite,
        }

    def type_header(self, ident: str, text: str) -> None:
        """Take over what was typed into a field of the header."""
        place = self._memo.place(f"header.{ident}")
        ends_word = text[place.start - 1 : place.start].isspace()
        self._session.type(
            lambda brief: changes.set_header(brief, ident, text), f"Type {ident}", place, ends_word=ends_word
        )

    def type_section(self, ident: str, text: str) -> None:
        """Take over what was typed into a section."""
        place = self._memo.place(f"sections.{ident}")
        ends_word = text[place.start - 1 : place.start].isspace()
        label = f"Type in {ident.replace('_', ' ')}"
        self._session.type(lambda brief: changes.set_section(brief, ident, text), label, place, ends_word=ends_word)

    def choose_template(self, ident: str) -> None:
        """Write the memo by another template; what was written is kept."""
        self._session.apply(lambda brief: changes.set_template(brief, ident), "Change template", Place("memo"))

    def cite(self) -> None:
        """Cite the open note in the sentence at the caret."""
        section, ident = self._memo.section_at_hand(), self._notes.open_id
        if not section or not ident:
            self.said.emit("Open a note, put the caret in a sentence of the memo, and cite it there.")
            return
        from briefer.text.citing import cite

        place = self._memo.place(f"sections.{section}")
        cited = cite(self._session.brief.sections.get(section, ""), place.start, ident)
        self._session.apply(lambda brief: changes.set_section(brief, section, cited.markdown), "Cite", place)
        self._memo.return_to(place._replace(start=cited.caret, end=cited.caret))

    def turn_plain(self) -> None:
        """Turn between the preview as one text and as pages."""
        self._memo.preview.set_plain(not (self._memo.previewing and self._memo.preview.plain))
        self._memo.turn(preview=True)
