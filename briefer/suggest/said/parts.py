"""What stands in quotation marks, paragraph by paragraph, with its place among the tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.suggest.reading import Reading
from briefer.text.quotations import quotations_in
from briefer.text.spans import Span, trim_span

_DOUBLED = re.compile(r"(?P<open>(?<![^\s(\[–—-])''(?=[^\s'])|``)|''")
_STRAIGHT = re.compile(r"(?P<open>(?<![^\s(\[–—-])\"(?=\S))|\"")
_TURNED = re.compile(r"(?<![^\s(\[–—-])”(?=\w)")


class Part(NamedTuple):
    """Quoted words (``start`` to ``end``) and their marks (``open`` to ``close``).

    The words are tokens ``first`` to before ``last``; ``closed`` is false where the paragraph ends before they do.
    """

    open: int
    start: int
    end: int
    close: int
    paragraph: int
    first: int
    last: int
    closed: bool

    @property
    def size(self) -> int:
        """How many tokens it holds."""
        return self.last - self.first


def parts_of(reading: Reading) -> list[Part]:
    """All that is quoted in an article, headings left out."""
    found: list[Part] = []
    text = _with_plain_marks(reading.text, reading.paragraphs)
    for number, (start, end) in enumerate(reading.paragraphs):
        if number in reading.headings:
            continue
        for quoted in quotations_in(text, start, end):
            low, high = trim_span(reading.text, quoted.start, quoted.end)
            tokens = reading.within(low, high)
            if low < high and tokens:
                closed = quoted.close > quoted.end
                opening = quoted.open - (reading.text[max(start, quoted.open - 1) : quoted.open + 1] in _TWICE)
                close = quoted.close + (closed and reading.text[quoted.close - 1 : quoted.close + 1] in _TWICE)
                found.append(Part(opening, low, high, close, number, tokens.start, tokens.stop, closed))
    return found


def _with_opening_marks(text: str, paragraphs: list[Span]) -> str:
    """The article, as long as it is, where a paragraph that has no opening mark opens with a ”closing one”."""
    for start, end in paragraphs:
        paragraph = text[start:end]
        if "”" in paragraph and "“" not in paragraph and '"' not in paragraph:
            text = text[:start] + _TURNED.sub("“", paragraph) + text[end:]
    return text


_TWICE = ("''", "``")


def _with_plain_marks(text: str, paragraphs: list[Span]) -> str:
    """The article, as long as it is, with one mark for ''two'', and “pairs" made alike."""
    if "”" in text:
        text = _with_opening_marks(text, paragraphs)
    if any(twice in text for twice in _TWICE):
        text = _DOUBLED.sub(lambda match: '("' if match["open"] else '" ', text)
    if '"' not in text or "“" not in text:
        return text
    pieces, at = [], 0
    for start, end in paragraphs:
        paragraph = text[start:end]
        if '"' in paragraph and (
            paragraph.count("“") != paragraph.count("”") or paragraph.find("”") < paragraph.find("“")
        ):
            pieces += [text[at:start], _STRAIGHT.sub(lambda match: "“" if match["open"] else "”", paragraph)]
            at = end
    return "".join([*pieces, text[at:]])
