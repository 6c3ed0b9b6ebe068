"""A passage as the panel shows it."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from briefer.model.brief import Brief, kind_of
from briefer.model.entries import Passage
from briefer.model.source import Source, paragraph_number
from briefer.suggest.passages import Candidate
from briefer.text.spans import Span
from briefer.ui.fitting import shortened

_SOURCE = 48
"""Characters of a source's name that are shown."""


class Offer(NamedTuple):
    """A passage: its words, those of them that the sentence has too, where they stand, and what citing it cites."""

    words: str
    common: tuple[Span, ...]
    place: str
    held: str

    @property
    def html(self) -> str:
        """The words with those in common bold."""
        parts, at = [], 0
        for start, end in self.common:
            parts += [escape(self.words[at:start]), f"<b>{escape(self.words[start:end])}</b>"]
            at = end
        return "".join((*parts, escape(self.words[at:])))

    @property
    def told(self) -> str:
        """All of it, for those who do not see it."""
        common = ", ".join(self.words[start:end] for start, end in self.common)
        return f"{self.words} {self.place}. {self.held}. In common: {common}"


def offer_of(brief: Brief, candidate: Candidate) -> Offer:
    """A candidate as it is shown; line ends in its words are spaces."""
    source = brief.source(candidate.source)
    assert source is not None
    words = source.text[candidate.start : candidate.end].replace("\n", " ")
    common = tuple((start - candidate.start, end - candidate.start) for start, end in candidate.common)
    return Offer(words, common, _place(source, candidate.start), _held(brief, candidate.ident))


def _place(source: Source, start: int) -> str:
    number = paragraph_number(source, start)
    return f"{source.id} {f'¶{number}' if number else 'headline'} · {shortened(source.label, _SOURCE)}"


def _held(brief: Brief, ident: str) -> str:
    item = brief.citable(ident)
    if item is None:
        return "Not filed yet"
    return f"Cited passage {ident}" if isinstance(item, Passage) else f"{kind_of(item).capitalize()} {ident}"
