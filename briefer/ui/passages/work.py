"""What a person does to find the passage that a sentence of the memo rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMainWindow

from briefer.edit import changes
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.text.spans import Span
from briefer.ui.background import Background, Operation
from briefer.ui.memo.pane import MemoPane
from briefer.ui.messages import sentence as as_sentence
from briefer.ui.session import Session
from briefer.ui.text.difference import difference

if TYPE_CHECKING:
    from briefer.suggest.passages import Candidate

_LIGHT = 6000
"""Characters of all sources that are read within 20 ms."""
_NO_SENTENCE = "The caret is in no sentence of the memo. Go to one (Alt+3) or write one, and press Ctrl+J there."
_NO_SOURCE = "There is no article yet to find a passage in. Import or paste one."


class PassagesWork(QObject):
    """Offers passages for the sentence at the caret, and cites the one that is chosen.

    ``said`` carries a line for the status bar.
    """

    said = Signal(str)

    def __init__(self, session: Session, memo: MemoPane, background: Background, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._memo, self._background = session, memo, background
        memo.passage_requested.connect(self.find_at)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the action on passages does, by its id in the table of actions."""
        return {"find_passage": self.find}

    def find(self) -> None:
        """Find passages for the sentence at the caret."""
        section = self._memo.section_at_hand()
        if section:
            self.find_at(section, self._memo.sections[section].text.caret())
        else:
            self.said.emit(_NO_SENTENCE)

    def find_at(self, section: str, position: int) -> None:
        """Find passages for the sentence of a section at a position."""
        from briefer.suggest.passages import find_passages
        from briefer.text.claims import plain_words, sentence_near

        brief = self._session.brief
        text = brief.sections.get(section, "")
        span = sentence_near(text, position)
        if span is None:
            self.said.emit(_NO_SENTENCE)
            return
        if not any(source.text.strip() for source in brief.sources):
            self.said.emit(_NO_SOURCE)
            return
        words = plain_words(text, span)

        def done(found: list[Candidate]) -> None:
            now = self._session.brief
            if now.sources is brief.sources and now.sections.get(section) == text:
                self._offer(section, span, words, found)

        asked = Operation("Finding a passage", find_passages, (brief, words), done, self._say)
        if sum(len(source.text) for source in brief.sources) <= _LIGHT:
            asked.run_here()
        else:
            self._background.ask(asked)

    def _offer(self, section: str, span: Span, words: str, found: Sequence[Candidate]) -> None:
        from briefer.ui.passages.offer import offer_of
        from briefer.ui.passages.panel import PassagesPanel

        window = self.parent()
        assert isinstance(window, QMainWindow)
        brief = self._session.brief
        offers = [offer_of(brief, candidate) for candidate in found]
        supported = bool(found) and found[0].supports
        panel = PassagesPanel(window, words, offers, self._line_of(section), supported=supported)
        panel.chosen.connect(lambda at: self._cite(section, span, found[at]))
        panel.own_requested.connect(lambda: self._memo.own_requested.emit(section, [span]))
        panel.open()

    def _line_of(self, section: str) -> QRect:
        """The line of the caret, in pixels of the window."""
        text = self._memo.sections[section].text
        line = text.cursorRect()
        corner = text.viewport().mapTo(text.window(), QPoint(0, line.top()))
        return QRect(corner.x(), corner.y(), text.viewport().width(), line.height())

    def _cite(self, section: str, span: Span, candidate: Candidate) -> None:
        """Cite a passage at the end of a sentence, as one step; the caret stays with its words."""
        from briefer.text.citing import cite

        place = self._memo.place(f"sections.{section}")
        before, after = self._session.brief.sections.get(section, ""), ""
        cited = candidate.ident

        def change(brief: Brief) -> Brief:
            nonlocal after, cited
            if not cited:
                brief, cited = changes.add_passage(brief, candidate.source, [(candidate.start, candidate.end)])
            position = min(max(place.start, span[0] + 1), span[1])
            after = cite(before, position, cited).markdown
            return changes.set_section(brief, section, after)

        try:
            self._session.apply(change, "Cite a passage", place)
        except BrieferError as error:
            self._say(error)
            return
        caret = difference(before, after).moved(place.start)
        if place.start == span[1]:  # whoever has just typed the sentence goes on behind its citation
            caret += len(after) - len(before)
        self._memo.return_to(place._replace(start=caret, end=caret))
        self._memo.sections[section].look_for_sources()
        self.said.emit(f"Cited {cited} for this sentence.")

    def _say(self, error: BrieferError) -> None:
        self.said.emit(f"{as_sentence(error.message)} {as_sentence(error.hint)}".rstrip())
