"""What a person does to the text of a section: formats, citations, notes dropped into it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.model.entries import Citable
from briefer.text.spans import Span
from briefer.ui.memo.pane import MemoPane
from briefer.ui.memo.section_text import SectionText
from briefer.ui.notes.pane import NotesPane
from briefer.ui.session import Session
from briefer.ui.source.pane import SourcePane


class SectionWork(QObject):
    """Writes in the section that has the keyboard. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(
        self, session: Session, source: SourcePane, notes: NotesPane, memo: MemoPane, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._source, self._notes, self._memo = session, source, notes, memo
        self._words_last = False  # whether words were selected in the source after a note was last come to
        source.reader.selection_changed.connect(lambda: self._came_to(words=True))
        notes.opened.connect(lambda: self._came_to(words=False))
        notes.came_to.connect(lambda: self._came_to(words=False))
        memo.cite_requested.connect(self.cite)
        memo.entry_dropped.connect(self.put_in)
        memo.refused.connect(self.said)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on a section's text do, by the ids of the table of actions."""
        return {
            "cite": self.cite,
            "bold": lambda: self._with_text(SectionText.toggle_bold),
            "italic": lambda: self._with_text(SectionText.toggle_italic),
            "bullets": lambda: self._with_text(SectionText.toggle_list),
            "link": lambda: self._with_text(lambda text: text.link_asked.emit()),
            "paste_plain": lambda: self._with_text(SectionText.paste_plain),
        }

    def cite(self) -> None:
        """Cite the open note, or the words that were selected in the source since, in the sentence at the caret."""
        section = self._memo.section_at_hand()
        if not section:
            self.said.emit("The caret is in no sentence of the memo. Go to one (Alt+3), and press Ctrl+L there.")
            return
        if not self._selected_words() and not self._notes.chosen_id:
            self.said.emit("Open a note, or select words in the source, then cite it in a sentence of the memo.")
            return
        from briefer.text.citing import cite

        place = self._memo.place(f"sections.{section}")
        caret = place.start

        def change(brief: Brief) -> Brief:
            nonlocal caret
            brief, ident = self._cited(brief)
            cited = cite(brief.sections.get(section, ""), place.start, ident)
            caret = cited.caret
            return changes.set_section(brief, section, cited.markdown)

        self._session.apply(change, "Cite", place)
        self._memo.return_to(place._replace(start=caret, end=caret))

    def put_in(self, section: str, idents: list[str], position: int) -> None:
        """Put the words of notes into a section, each with its citation."""
        from briefer.templates.telling import told
        from briefer.text.citing import put_in

        place = self._memo.place(f"sections.{section}")
        caret = position

        def change(brief: Brief) -> Brief:
            nonlocal caret
            text = brief.sections.get(section, "")
            for ident in idents:
                if (item := brief.citable(ident)) is not None:
                    text, caret = put_in(text, caret, told(brief, item), ident)
            return changes.set_section(brief, section, text)

        self._session.apply(change, "Put note into the memo", place)
        self._memo.return_to(place._replace(start=caret, end=caret))

    def _with_text(self, act: Callable[[SectionText], object]) -> None:
        section = self._memo.section_at_hand()
        if section:
            act(self._memo.sections[section].text)
        else:
            self.said.emit("Put the caret in a section of the memo first.")

    def _selected_words(self) -> Span | None:
        """What is selected in the source, without white space around it."""
        source, selection = self._source.source, self._source.reader.selected_range()
        if source is None or selection is None:
            return None
        words = source.text[slice(*selection)]
        start = selection[0] + len(words) - len(words.lstrip())
        return (start, start + len(words.strip())) if words.strip() else None

    def _came_to(self, *, words: bool) -> None:
        if not words or self._selected_words():
            self._words_last = words

    def _cited(self, brief: Brief) -> tuple[Brief, str]:
        """The brief and the id to cite: of the open note, or of what the selected words are a passage of."""
        span, source, chosen = self._selected_words(), self._source.source, self._notes.chosen_id
        if span is None or source is None or (chosen and not self._words_last):
            return brief, chosen
        shares = {item.id: _shared(item, source.id, span) for item in brief.citables()}
        if shares.get(chosen):
            return brief, chosen
        best = max(shares, key=lambda ident: shares[ident], default="")
        return (brief, best) if shares.get(best) else changes.add_passage(brief, source.id, [span])


def _shared(item: Citable, source: str, span: Span) -> float:
    """How much of a stretch of a source and an item's passage there is shared: 0 (nothing) to 1 (they are one)."""
    return max(
        (
            max(0, min(anchor.end, span[1]) - max(anchor.start, span[0]))
            / (max(anchor.end, span[1]) - min(anchor.start, span[0]))
            for anchor in item.evidence
            if anchor.source == source and not anchor.lost
        ),
        default=0.0,
    )
