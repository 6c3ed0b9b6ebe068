"""What a citation's chip says of the notes that it names: where their words stand, and those words."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import NamedTuple

from briefer.model.anchor import Anchor
from briefer.model.brief import GROUPS, Brief, kind_of
from briefer.model.entries import Citable, Passage, title_of
from briefer.model.source import Source, paragraph_starts
from briefer.ui.fitting import shortened

OWN = "own"
_CITABLES = (*GROUPS.values(), "passages")
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
        stale = {ident: self._known.pop(ident) for ident in self._touched(before, brief) & self._known.keys()}
        changed = [note for ident, note in stale.items() if self.note(ident) != note]
        if not changed:
            return
        self.edition += 1
        for note in changed:
            self._changed[note.ident] = self.edition
            if self.note(note.ident).face != note.face:
                self._seen_changed[note.ident] = self.edition

    def _touched(self, before: Brief | None, brief: Brief) -> set[str]:
        """The ids of what may be told otherwise now: what an edit does not touch stays the same object."""
        if before is None:
            self._items = None
            return set(self._known)
        touched: set[str] = set()
        for group in _CITABLES:
            old, new = getattr(before, group), getattr(brief, group)
            if old is not new:
                gone, come = _apart(old, new), _apart(new, old)
                touched |= gone.keys() | come.keys()
                if self._items is not None:
                    for ident in gone:
                        self._items.pop(ident, None)
                    self._items.update(come)
        if before.sources is not brief.sources:
            kept = _kept_sources(before, brief)
            touched.update(ident for ident in self._known if self._rests_elsewhere(ident, kept))
        return touched

    def _rests_elsewhere(self, ident: str, sources: set[str]) -> bool:
        """Whether a note rests on words of another source than these."""
        item = self._item(ident)
        return item is not None and any(anchor.source not in sources for anchor in item.evidence)

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
    return (*(id(getattr(brief, group)) for group in _CITABLES), id(brief.sources))


def _apart(items: Iterable[Citable], others: Iterable[Citable]) -> dict[str, Citable]:
    """The items, by their ids, that are not among others."""
    known = set(map(id, others))
    return {item.id: item for item in items if id(item) not in known}


def _kept_sources(before: Brief, brief: Brief) -> set[str]:
    """The ids of the sources that are the same in both."""
    known = set(map(id, before.sources))
    return {source.id for source in brief.sources if id(source) in known}


def _described(item: Citable) -> str:
    if isinstance(item, Passage):
        return "Passage"
    return f"{kind_of(item).capitalize()}: {shortened(title_of(item), _MOST_WORDS) or 'not described yet'}"
