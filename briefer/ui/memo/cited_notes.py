"""What a citation's chip says of the notes that it names: where their words stand, and those words."""

from __future__ import annotations

import bisect
from typing import NamedTuple

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief, kind_of
from briefer.model.entries import Citable, Passage, title_of
from briefer.model.source import paragraph_starts

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
        self._items: dict[str, Citable] = {}
        self._starts: dict[str, list[int]] = {}

    def show_brief(self, brief: Brief) -> bool:
        """Know another brief; returns whether its notes may be other ones than before."""
        before, self._brief = self._brief, brief
        if before is not None and _evidence(before) == _evidence(brief):
            return False
        self.edition += 1
        self._known.clear()
        self._starts.clear()
        self._items = {item.id: item for item in brief.citables()}
        return True

    def note(self, ident: str) -> CitedNote:
        """What a citation of an id names."""
        if ident not in self._known:
            self._known[ident] = self._found(ident)
        return self._known[ident]

    def _found(self, ident: str) -> CitedNote:
        if ident == OWN:
            return CitedNote(ident, "own judgement", "Marked as your own judgement. It prints nothing.")
        item = self._items.get(ident)
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
        return CitedNote(ident, label, title, f"“{_short(anchor.exact)}”")

    def _paragraph(self, anchor: Anchor) -> int:
        """Where an anchor's words stand; the paragraphs of a source are counted once for all its notes."""
        assert self._brief is not None
        starts = self._starts.get(anchor.source)
        if starts is None:
            source = self._brief.source(anchor.source)
            starts = self._starts[anchor.source] = paragraph_starts(source) if source is not None else []
        return bisect.bisect_right(starts, anchor.start)


def _evidence(brief: Brief) -> tuple[int, ...]:
    """What the notes are made from, by identity: what an edit does not touch stays the same object."""
    parts = (brief.actors, brief.actions, brief.stakes, brief.quotes, brief.passages, brief.sources)
    return tuple(map(id, parts))


def _described(item: Citable) -> str:
    if isinstance(item, Passage):
        return "Passage"
    return f"{kind_of(item).capitalize()}: {_short(title_of(item)) or 'not described yet'}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS].rstrip()}…"
