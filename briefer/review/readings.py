"""A source as the checks of quotations read it: whatever many quotations ask of one paragraph is read once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from briefer.model.source import Source
from briefer.review.names import bared, tokens_of
from briefer.text.quotations import Quoted, quotation_among, quotations_in
from briefer.text.sentences import paragraph_at, paragraph_spans, sentences_in
from briefer.text.spans import Span

_LONG = 4
"""Letters of a word up to which only the same word is taken for it, not one that begins with it."""


class Vocabulary:
    """The words of a text, as ``tokens`` writes them."""

    def __init__(self, text: str) -> None:
        self._words = sorted({*tokens_of(bared(text))})

    def has(self, word: str) -> bool:
        """Whether a word is among them, or a long one begins another."""
        at = bisect_left(self._words, word)
        there = self._words[at] if at < len(self._words) else ""
        return there == word or (len(word) > _LONG and there.startswith(word))


class SourceReading:
    """Reads a source; what was read is kept."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.head = Vocabulary(" ".join([source.author, source.publisher, source.title]))
        self._paragraphs = paragraph_spans(source.text)
        self._vocabularies: dict[int, Vocabulary] = {}
        self._sentences: dict[Span, tuple[list[Span], list[int]]] = {}
        self._quotations: dict[Span, list[Quoted]] = {}

    def paragraph_before(self, position: int) -> int:
        """The number of the paragraph around a position, or else of the next; 0 behind the last."""
        at = bisect_left(self._paragraphs, position, key=lambda span: span[1])
        return at if at < len(self._paragraphs) else 0

    def vocabularies(self, first: int, stop: int) -> Iterable[Vocabulary]:
        """The words of some paragraphs."""
        for at in range(first, min(stop, len(self._paragraphs))):
            if at not in self._vocabularies:
                self._vocabularies[at] = Vocabulary(self.text[slice(*self._paragraphs[at])])
            yield self._vocabularies[at]

    def sentence_at(self, position: int) -> Span | None:
        """As ``sentences.sentence_at``."""
        paragraph = self._paragraph_at(position)
        if paragraph is None:
            return None
        if paragraph not in self._sentences:
            sentences = sentences_in(self.text, *paragraph)
            self._sentences[paragraph] = sentences, [end for _, end in sentences]
        sentences, ends = self._sentences[paragraph]
        return sentences[min(bisect_left(ends, position), len(sentences) - 1)]

    def quotation_at(self, position: int) -> tuple[Span, ...]:
        """As ``quotations.quotation_at``."""
        paragraph = self._paragraph_at(position)
        if paragraph is None:
            return ()
        if paragraph not in self._quotations:
            self._quotations[paragraph] = quotations_in(self.text, *paragraph)
        return quotation_among(self.text, paragraph, self._quotations[paragraph], position)

    def _paragraph_at(self, position: int) -> Span | None:
        at = bisect_left(self._paragraphs, position, key=lambda span: span[1])
        if at < len(self._paragraphs) and self._paragraphs[at][0] <= position:
            return self._paragraphs[at]
        return paragraph_at(self.text, position)
