"""The article read once, for all rules: paragraphs, sentences, tokens and what stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefer.suggest.language import Language, language
from briefer.text.abbreviations import leads_name
from briefer.text.sentences import paragraph_spans, sentence_spans
from briefer.text.spans import Span, trim_span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[A-Z]-(?:[A-Z][a-z]*\.)+"  # D-N.C., R-Wis.
    r"|\d+(?:[.,:]\d+)*(?:[^\W\d_]+|%)?"  # 46.5, 10th
    r"|[’'][sS](?!\w)"  # the possessive is a token of its own
    r"|(?:[^\W_]|[\u0300-\u036f])+(?:(?:[’'](?![sS](?!\w))|[-‐‑&@])(?:[^\W_]|[\u0300-\u036f])+)*"
    r"|(?<=\s)--?(?=\s)"  # a dash
    r"|\S"
)
DASH, _DASHES = "–", ("-", "--")
"""What these are, written between spaces."""
_PLAIN = str.maketrans("’‐‑", "'--")
_ARTICLES = ("al", "el")
"""They lead Arabic names in small letters: ``al-Assad``."""
_POSSESSIVE = ("’s", "'s", "’S", "'S")

_LONGEST_SENTENCE = 300
"""Tokens of which a sentence has no more: rules compare the words of one with each other."""
_LONGEST_HEADING = 140
_LEAST_OF_AN_ITEM = 6
"""Tokens from which a line in a list says something."""


class Token(NamedTuple):
    """A word, a number, a possessive ``’s`` or a mark, with its place in the text; ``small`` is in small letters.

    ``capital`` tells whether it begins with a capital letter, as names do; ``possessive``, whether it is that ending.
    """

    text: str
    start: int
    end: int
    small: str
    capital: bool
    possessive: bool

    @property
    def is_word(self) -> bool:
        """Whether it is no mark."""
        return self.text[0].isalnum()


class Sentence(NamedTuple):
    """A sentence: its span, the number of its paragraph, and its tokens ``first`` to before ``last``."""

    start: int
    end: int
    paragraph: int
    first: int
    last: int


class Reading:
    """An article and where its parts are. Positions are code points of ``text``; tokens are known by number."""

    def __init__(self, text: str, language_name: str = "en") -> None:
        self.text = text
        self.language: Language = language(language_name)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """What stands between empty lines, and each line that is one for itself (a list, a transcript)."""
        return [line for paragraph in paragraph_spans(self.text) for line in self._lines(*paragraph)]

    @cached_property
    def tokens(self) -> list[Token]:
        """All words and marks, in order."""
        text = self.text
        found: list[Token] = []
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            word = match[0]
            if text[end : end + 1] == "." and word[0].isupper() and word[-1] != "." and leads_name(word):
                end += 1
                word = text[start:end]
            elif word == "." and found and found[-1].end > start:
                continue
            small = word.lower()
            if word in _DASHES and text[start - 1 : start].isspace() and text[end : end + 1].isspace():
                small = DASH
            elif not small.isascii():
                small = small.translate(_PLAIN)
            capital = word[0].isupper() or (small[2:3] == "-" and small[:2] in _ARTICLES and word[3:4].isupper())
            found.append(Token(word, start, end, small, capital, small == "'s" and word in _POSSESSIVE))
        return found

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, none of them over the end of a paragraph; what is far too long for one is cut up."""
        edges = [paragraph[0] for paragraph in self.paragraphs]
        found: list[Sentence] = []
        for start, end in sentence_spans(self.text):
            at = start
            for edge in edges[bisect_right(edges, start) : bisect_left(edges, end)]:
                found.append(self._sentence(at, edge))
                at = edge
            found.append(self._sentence(at, end))
        return [part for sentence in found for part in self._parts(sentence)]

    def _parts(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence, none if it has no words; in parts if it is so long that it is none."""
        start = sentence.start
        for first in range(sentence.first, sentence.last, _LONGEST_SENTENCE):
            last = min(first + _LONGEST_SENTENCE, sentence.last)
            end = self.tokens[last].start if last < sentence.last else sentence.end
            yield Sentence(start, end, sentence.paragraph, first, last)
            start = end

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def token_at(self, position: int) -> int:
        """The number of the first token that begins at a position or after it."""
        return bisect_left(self._starts, position)

    def within(self, start: int, end: int) -> range:
        """The numbers of the tokens that begin in a span."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def sentence_of(self, position: int) -> Sentence | None:
        """The sentence that begins last before or at a position; None before the first."""
        number = bisect_right(self._sentence_starts, position) - 1
        return self.sentences[number] if number >= 0 else None

    def sentence_number(self, position: int) -> int:
        """The number of the sentence that begins last before or at a position; -1 before the first."""
        return bisect_right(self._sentence_starts, position) - 1

    def paragraph_of(self, position: int) -> int:
        """The number of the paragraph that begins last before or at a position; -1 before the first."""
        return bisect_right(self.paragraphs, (position, len(self.text))) - 1

    def span(self, first: int, last: int) -> Span:
        """The span from token ``first`` to before token ``last``."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def words(self, first: int, last: int) -> str:
        """The text from token ``first`` to before token ``last``, each stretch of white space one blank."""
        start, end = self.span(first, last)
        return " ".join(self.text[start:end].split())

    @cached_property
    def headings(self) -> frozenset[int]:
        """The numbers of paragraphs that are headings: short, without a stop at the end, and more follows."""
        last = len(self.paragraphs) - 1
        return frozenset(number for number in self._without_stop if number < last) - self.items

    @cached_property
    def items(self) -> frozenset[int]:
        """The numbers of paragraphs that are items of a list: they have no stop, and a colon leads up to them."""
        found: set[int] = set()
        for number in self._without_stop:
            start, end = self.paragraphs[number]
            before = self.text[slice(*self.paragraphs[number - 1])] if number else ""
            listed = number - 1 in found or before.endswith(":")
            if listed and len(self.within(start, end)) >= _LEAST_OF_AN_ITEM:
                found.add(number)
        return frozenset(found)

    @cached_property
    def _without_stop(self) -> list[int]:
        return [
            number
            for number, (start, end) in enumerate(self.paragraphs)
            if end - start < _LONGEST_HEADING and self._is_heading(self.text[start:end])
        ]

    def _is_heading(self, line: str) -> bool:
        ends = line.rstrip("\"'”’»)")[-1:]
        return not ends or ends not in ".!?…:;,"

    def _lines(self, start: int, end: int) -> list[Span]:
        """The lines of a paragraph, wrapped ones joined."""
        edges, at = [], start
        while (line_end := self.text.find("\n", at, end)) >= 0:
            following = self.text[line_end + 1 : line_end + 40].lstrip()
            if not following[:1].islower() and self.text[line_end - 1 : line_end] not in (",", "-", "–", "—"):
                edges.append(line_end)
            at = line_end + 1
        spans = zip([start, *edges], [*edges, end], strict=True)
        return [trimmed for span in spans if (trimmed := trim_span(self.text, *span))[0] < trimmed[1]]

    def _sentence(self, start: int, end: int) -> Sentence:
        start, end = trim_span(self.text, start, end)
        tokens = self.within(start, end)
        return Sentence(start, end, self.paragraph_of(start), tokens.start, tokens.stop)
