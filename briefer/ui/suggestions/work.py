"""What a person does about suggestions: goes through them, takes, changes and dismisses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from briefer.edit import changes
from briefer.edit.suggestions import Proposal, as_kind
from briefer.errors import BrieferError
from briefer.model.brief import GROUPS, Brief
from briefer.proposals import Proposals
from briefer.text.spans import Span
from briefer.ui.fitting import shortened
from briefer.ui.notes.pane import ON_PAGE, NotesPane
from briefer.ui.notes.rows import named
from briefer.ui.session import Place, Session
from briefer.ui.source.highlights import Highlight
from briefer.ui.source.pane import SourcePane
from briefer.ui.source.reader import Reader
from briefer.ui.suggestions.live import LiveSuggestions
from briefer.ui.suggestions.model import shown
from briefer.ui.suggestions.page import ReviewPage
from briefer.ui.suggestions.strip import SuggestionsStrip

_NONE = "Nothing is suggested in these articles, or all of it is decided."
_READING = "The articles are still being read for suggestions; they will be here in a moment."
_NO_ARTICLE = "There is no article yet: paste one, or import a file; then there are suggestions for it."
_AT_NONE = "No suggestion is at hand. Ctrl+R goes through them; in the article, put the caret on dotted words."


class SuggestionsWork(QObject):
    """Shows what is suggested for the articles, and does with it what its reader decides.

    ``said`` carries a line for the status bar, ``pane_requested`` the name of a pane that is to have the keyboard.
    """

    said = Signal(str)
    pane_requested = Signal(str)

    def __init__(
        self, session: Session, live: LiveSuggestions, source: SourcePane, notes: NotesPane, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._live, self._source, self._notes = session, live, source, notes
        self._page: ReviewPage | None = None
        self._who: dict[str, tuple[str, ...]] = {}
        self._strip = SuggestionsStrip()
        self._strip.button.clicked.connect(self.review)
        notes.add_strip(self._strip)
        notes.opened.connect(self._make_way)
        notes.returned_to_page.connect(self._return_to)
        live.changed.connect(self._show)
        source.reader_made.connect(self._meet_reader)
        session.begun.connect(self.leave)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on suggestions do, by the ids of the table of actions."""
        return {
            "review": self.review,
            "next_suggestion": partial(self.step, 1),
            "previous_suggestion": partial(self.step, -1),
            "take_suggestion": partial(self._with_current, lambda key: self.take(key, "")),
            "dismiss_suggestion": partial(self._with_current, self.dismiss),
            "suggestion_words": partial(self._with_current, self.choose_words),
            "suggestion_who": self.choose_who,
            "take_all_suggestions": partial(self._with_current, self.take_kind),
            "show_dismissed": self.show_dismissed,
        }

    # The review

    @property
    def is_reviewing(self) -> bool:
        """Whether the review is shown."""
        return self._page is not None and self._notes.page is self._page

    def review(self) -> None:
        """Go through the suggestions."""
        if not self._session.brief.sources:
            self.said.emit(_NO_ARTICLE)
        elif not self._live.are_ready:
            self.said.emit(_READING)
            self._live.run()
            self._open()
        elif not any(self._live.now):
            self.said.emit(_NONE)
        else:
            self._open()

    def _open(self) -> None:
        page = self._page = self._page or self._made_page()
        if not self.is_reviewing:
            self._notes.open("")
            self._notes.show_page(page)
            self._show_page()
            self._reveal(page.at)
        self.pane_requested.emit("notes")

    def leave(self) -> None:
        """Show the notes again."""
        if not self.is_reviewing:
            return
        page = self._notes.page
        focus = QApplication.focusWidget()
        had_focus = page is not None and focus is not None and page.isAncestorOf(focus)
        self._leave_words()
        self._notes.show_page(None)
        self._source.reader.set_current("")
        if had_focus:
            self.pane_requested.emit("source")

    def _make_way(self, ident: str) -> None:
        """A note was opened; it is to be seen."""
        if ident:
            self.leave()

    def _return_to(self, key: str) -> None:
        """A decision was taken back: show what it was about."""
        if self._page is not None and self._proposal(key) is not None:
            self._page.go_to(key)

    def show_dismissed(self) -> None:
        """List what was turned down too."""
        if not self._live.now.dismissed:
            self.said.emit("No suggestion of these articles was dismissed.")
            return
        self._open()
        assert self._page is not None
        self._page.away.setChecked(True)

    def step(self, by: int) -> None:
        """Go so many suggestions on: in the review the list, else the article from the caret."""
        if self.is_reviewing and self._page is not None:
            self._page.step(by)
            return
        source = self._source.source
        if source is None:
            self.said.emit(_NO_ARTICLE)
            return
        passages = ((each, dict(each.passages).get(source.id)) for each in self._now.open)
        here = sorted((spans[0], each.key) for each, spans in passages if spans)
        if not here:
            self.said.emit(_NONE if self._live.are_ready else _READING)
            return
        caret = self._source.reader.caret()
        behind = [each for each in here if each[0][0] > caret]
        before = [each for each in here if each[0][0] < caret]
        span, key = ((behind or here)[0]) if by > 0 else ((before or here)[-1])
        self._source.reader.select(span[0], span[0])
        self._source.reader.reveal(*span)
        self._say(key)

    # Decisions

    def take(self, key: str, kind: str = "") -> None:
        """File a suggestion as a kind (empty: its own), on the words that were chosen anew if any were."""
        proposal = self._proposal(key)
        if proposal is None:
            return
        chosen = self._chosen(key, kind or proposal.kind)
        taken = as_kind(proposal, kind or proposal.kind, chosen)  # type: ignore[arg-type]
        self._leave_words()
        known = {actor.id for actor in self._session.brief.actors}
        filed = ""

        def change(brief: Brief) -> Brief:
            nonlocal filed
            brief = changes.bring_back(brief, proposal)
            made, filed, _ = changes.take(brief, taken, self._now.open)
            return made if taken is proposal else changes.dismiss(made, [proposal])

        if not self._apply(change, f"Take {taken.kind}", key):
            return
        entry = next(each for each in self._session.brief.entries() if each.id == filed)
        more = [actor for actor in self._session.brief.actors if actor.id not in known | {filed}]
        along = f", with {'; '.join(map(named, more))}" if more else ""
        told = f"Added to {named(entry)}" if filed in known else f"Filed as {taken.kind}: {named(entry)}"
        self.said.emit(f"{told}{along}")

    def take_to(self, key: str) -> None:
        """File all of a suggestion's kind from the first down to it, in one step."""
        proposal = self._proposal(key)
        if proposal is None:
            return
        same = [each for each in self._now.open if each.kind == proposal.kind]
        keys = [each.key for each in same]
        if key in keys:
            self._take_all(same[: keys.index(key) + 1], key)

    def take_kind(self, key: str) -> None:
        """File all of a suggestion's kind, in one step."""
        proposal = self._proposal(key)
        if proposal is not None:
            self._take_all([each for each in self._now.open if each.kind == proposal.kind], key)

    def _take_all(self, proposals: Sequence[Proposal], key: str) -> None:
        kind = proposals[0].kind
        words = GROUPS[kind] if len(proposals) > 1 else kind
        people = self._now.open
        if self._apply(lambda brief: changes.take_all(brief, proposals, people).brief, f"Take {words}", key):
            self.said.emit(f"Filed {len(proposals)} {words}")

    def dismiss(self, key: str) -> None:
        """Turn a suggestion down for good; one that was turned down is a suggestion again."""
        proposal = self._proposal(key)
        if proposal is None:
            return
        if any(each.key == key for each in self._live.now.dismissed):
            if self._apply(lambda brief: changes.bring_back(brief, proposal), "Bring suggestion back", key):
                self.said.emit(f"Suggested again: “{shortened(proposal.title)}”")
        elif self._apply(lambda brief: changes.dismiss(brief, [proposal]), "Dismiss suggestion", key):
            self.said.emit(f"Dismissed: “{shortened(proposal.title)}”")

    def choose_words(self, key: str) -> None:
        """Let other words be chosen in the article, from those of the suggestion."""
        proposal = self._proposal(key)
        if proposal is None:
            return
        self._source.show_source(proposal.source)
        reader = self._source.reader
        reader.select(proposal.spans[0][0], proposal.spans[-1][1])
        reader.words_of = key
        if self._page is not None and self.is_reviewing:
            self._page.card.show_choosing()
        self.pane_requested.emit("source")
        self.said.emit("Choose the words: Alt+Right moves the end. Enter takes them, Esc leaves them as they were.")

    def choose_who(self) -> None:
        """Ask who did or said it."""
        self.review()
        if self._page is not None and self.is_reviewing:
            self._page.choose_who()

    def open(self, key: str) -> None:
        """Go through the suggestions from this one on."""
        self._open()
        assert self._page is not None
        self._page.go_to(key)

    def knows(self, key: str) -> bool:
        """Whether this is the key of a suggestion, and no id of a note."""
        return "@" in key

    # How it is done

    @property
    def _now(self) -> Proposals:
        """What is suggested, with who was chosen for it."""
        now = self._live.now
        return Proposals(tuple(map(self._with_who, now.open)), tuple(map(self._with_who, now.dismissed)))

    def _with_who(self, proposal: Proposal) -> Proposal:
        names = self._who.get(proposal.key)
        if names is None or names == proposal.actors:
            return proposal
        return msgspec.structs.replace(proposal, actors=names, speaker_at=None)

    def _change_who(self, key: str, typed: str) -> None:
        self._who[key] = tuple(filter(None, (name.strip() for name in typed.split(","))))
        self._show_page()

    def _proposal(self, key: str) -> Proposal | None:
        now = self._now
        return next((each for each in (*now.open, *now.dismissed) if each.key == key), None)

    def _with_current(self, do: Callable[[str], object]) -> None:
        """Do something with the suggestion at hand: that of the review, or the one at the caret."""
        key = self._page.at if self.is_reviewing and self._page is not None else self._at_caret()
        if key:
            do(key)
        else:
            self.said.emit(_AT_NONE)

    def _at_caret(self) -> str:
        here = self._source.reader.highlights_here() if self._source.source is not None else []
        return next((each.entry_id for each in here if each.why), "")

    def _chosen(self, key: str, kind: str) -> tuple[Span, ...]:
        """The words that are selected for a suggestion whose words are being chosen."""
        if self._source.source is None or self._source.reader.words_of != key:
            return ()
        return self._source.spans_to_file(kind)

    def _leave_words(self) -> None:
        """The words of a suggestion are no longer being chosen."""
        if self._source.source is None or not self._source.reader.words_of:
            return
        self._source.reader.words_of = ""
        self._source.reader.drop_selection()
        if self.is_reviewing:
            self._show_page()
            self.pane_requested.emit("notes")

    def _apply(self, change: Callable[[Brief], Brief], label: str, key: str) -> bool:
        place = Place("notes", f"{ON_PAGE}{key}") if self.is_reviewing else self._source.place()
        try:
            self._session.apply(change, label, place)
        except BrieferError as error:
            self.said.emit(str(error))
            return False
        return True

    # What is shown

    def _show(self) -> None:
        now, brief = self._live.now, self._session.brief
        found: defaultdict[str, list[Highlight]] = defaultdict(list)
        for each in now.open:
            for source, spans in each.passages:
                marks = (Highlight(each.key, each.kind, start, end, shown(each), each.why) for start, end in spans)
                found[source] += marks
        self._source.show_suggestions(
            {source.id: (self._live.text(source.id), found[source.id]) for source in brief.sources}
        )
        self._strip.show_count(len(now.open))
        keys = {each.key for each in (*now.open, *now.dismissed)}
        self._who = {key: names for key, names in self._who.items() if key in keys}
        self._show_page()

    def _show_page(self) -> None:
        if self._page is not None and self.is_reviewing:
            self._page.show_suggestions(self._session.brief, self._now, not self._live.are_ready)

    def _say(self, key: str) -> None:
        proposal = self._proposal(key)
        if proposal is not None:
            why = f"Suggested {proposal.kind}: {proposal.why}. Enter takes it, Del dismisses it, N goes on."
            self.said.emit(why)

    def _reveal(self, key: str) -> None:
        """Show the words of the suggestion at hand; the caret and the keyboard stay where they are."""
        proposal = self._proposal(key)
        if self.is_reviewing:  # else it is the open note whose passages stand out
            self._source.reader.set_current(key)
        if proposal is not None:
            self._source.reveal(proposal.source, *_around(proposal.spans))

    def _meet_reader(self, reader: Reader) -> None:
        reader.suggestion_taken.connect(self.take)
        reader.suggestion_dismissed.connect(self.dismiss)
        reader.suggestion_requested.connect(self.step)
        reader.words_left.connect(self._leave_words)

    def _made_page(self) -> ReviewPage:
        page = ReviewPage()
        page.came_to.connect(self._reveal)
        page.taken.connect(self.take)
        page.taken_to.connect(self.take_to)
        page.dismissed.connect(self.dismiss)
        page.words_requested.connect(self.choose_words)
        page.who_changed.connect(self._change_who)
        page.dismissed_wanted.connect(lambda _: self._show_page())
        page.left.connect(self.leave)
        return page


def _around(spans: Sequence[Span]) -> Span:
    return spans[0][0], spans[-1][1]
