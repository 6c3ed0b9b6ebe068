"""What a citation's chip says of the notes that it names: where their words stand, and those words."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import NamedTuple

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief, kind_of
from briefer.model.entries import Citable, Passage, title_of
from briefer.model.source import Source, paragraph_starts
from briefer.ui.fitting import shortened

OWN = "own"
_MOST_WORDS = 400
"""Characters of a passage that a tool tip shows."""


class CitedNote(NamedTuple):
    """A note as a chip shows it. ``trouble`` says what is wrong with the citation, empty if nothing is."""

    ident: str
    label: str
    title: str = ""
    words: str = ""
    trouble: str = ""

    @property
    def face(self) -> tuple[str, bool]:
        """What is seen of it in the text: its label, and whether anything is wrong."""
        return self.label, bool(self.trouble)

    @property
    def description(self) -> str:
        """What a tool tip and a screen reader say: what it is, and the words that it rests on."""
        return "\n".join(part for part in (self.title, self.words, self.trouble) if part)


class CitedNotes:
    """The notes of a brief as its citations name them; each is looked up once, and again when it changes.

    ``edition`` is another number after each such change.
    """

    def __init__(self) -> None:
        self.edition = 0
        self._brief: Brief | None = None
        self._known: dict[str, CitedNote] = {}
        self._changed: dict[str, int] = {}
        self._seen_changed: dict[str, int] = {}
        self._items: dict[str, Citable] | None = None
        self._starts: dict[str, tuple[Source, list[int]]] = {}

    def show_brief(self, brief: Brief) -> None:
        """Know another brief."""
        before, self._brief = self._brief, brief
        if before is not None and _evidence(before) == _evidence(brief):
            return
        items, self._items = self._items or {}, None
        kept = _kept_sources(before, brief)
        known = self._known
        self._known = {ident: note for ident, note in known.items() if self._stays(ident, items.get(ident), kept)}
        changed = [note for ident, note in known.items() if self.note(ident) != note]
        if not changed:
            return
        self.edition += 1
        for note in changed:
            self._changed[note.ident] = self.edition
            if self.note(note.ident).face != note.face:
                self._seen_changed[note.ident] = self.edition

    def _stays(self, ident: str, item: Citable | None, sources: set[str]) -> bool:
        """Whether a note is as it was: what an edit does not touch stays the same object."""
        if item is None or self._item(ident) is not item:
            return False
        return all(anchor.source in sources for anchor in item.evidence)

    def changed_since(self, edition: int, idents: Iterable[str]) -> bool:
        """Whether any of these notes says something else than in an edition."""
        return any(self._changed.get(ident, 0) > edition for ident in idents)

    def seen_changed_since(self, edition: int, idents: Iterable[str]) -> bool:
        """Whether any of these notes looks otherwise in the text than in an edition."""
        return any(self._seen_changed.get(ident, 0) > edition for ident in idents)

    def note(self, ident: str) -> CitedNote:
        """What a citation of an id names."""
        if ident not in self._known:
            self._known[ident] = self._found(ident)
        return self._known[ident]

    def _found(self, ident: str) -> CitedNote:
        if ident == OWN:
            return CitedNote(ident, "own judgement", "Marked as your own judgement. It prints nothing.")
        item = self._item(ident)
        if self._brief is None or item is None:
            return CitedNote(
                ident, ident, trouble=f"The brief has no note {ident}. It is printed as typed: [@{ident}]."
            )
        title = _described(item)
        anchor = next((anchor for anchor in item.evidence if not anchor.lost), None)
        if anchor is None:
            lost = "Its words are no longer in the source." if item.evidence else "No passage is filed under it."
            return CitedNote(ident, ident, title, trouble=lost)
        number = self._paragraph(anchor)
        label = f"{anchor.source} ¶{number}" if number else f"{anchor.source} headline"
        return CitedNote(ident, label, title, f"“{shortened(anchor.exact, _MOST_WORDS)}”")

    def _item(self, ident: str) -> Citable | None:
        if self._items is None:  # not before something is cited: this is told of each change of a note
            self._items = {item.id: item for item in self._brief.citables()} if self._brief is not None else {}
        return self._items.get(ident)

    def _paragraph(self, anchor: Anchor) -> int:
        """Where an anchor's words stand; the paragraphs of a source are counted once for all its notes."""
        assert self._brief is not None
        source, known = self._brief.source(anchor.source), self._starts.get(anchor.source)
        if source is None:
            return 0
        if known is None or known[0] is not source:
            known = self._starts[source.id] = source, paragraph_starts(source)
        return bisect.bisect_right(known[1], anchor.start)


def _evidence(brief: Brief) -> tuple[int, ...]:
    """What the notes are made from, by identity: what an edit does not touch stays the same object."""
    parts = (brief.actors, brief.actions, brief.stakes, brief.quotes, brief.passages, brief.sources)
    return tuple(map(id, parts))


def _kept_sources(before: Brief | None, brief: Brief) -> set[str]:
    """The ids of the sources that are the same in both."""
    known = {id(source) for source in before.sources} if before is not None else set()
    return {source.id for source in brief.sources if id(source) in known}


def _described(item: Citable) -> str:
    if isinstance(item, Passage):
        return "Passage"
    return f"{kind_of(item).capitalize()}: {shortened(title_of(item), _MOST_WORDS) or 'not described yet'}"
