"""Where a quotation leaves the words of its source: the two wordings, word by word.

What ``verbatim`` understands is no difference here either: an ellipsis, what stands in square brackets, words of the
source before and after the quotation, the kinds of quotation mark and space.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from briefer.model.anchor import Anchor
from briefer.model.entries import JOIN, Quote
from briefer.review.verbatim import is_verbatim
from briefer.text.spans import Span

_TOKEN = re.compile(r"\[[^\[\]]*\](?!\w)|…|\.(?: ?\.){2,}|[\w\[\]]+(?:['’.\-‐‑,:][\w\[\]]+)*|\S")
_SIGNS = str.maketrans("’‘‛`´“”„«»‐‑–—", "'''''\"\"\"\"\"----", "[]\u00ad\u200b")
_EXACT = 1500
"""Words of both together up to which differences are searched for in full; beyond it, a rougher search is enough."""
_MOST = 1_500_000
"""Pairs of like words that are compared in full, over all: some two seconds' work."""
_A_LETTER = 5
"""What it costs to part a letter from the next, in such pairs."""


class Effort:
    """How much is still compared in full: the pairs of like words in them, and their letters."""

    def __init__(self, left: int = _MOST) -> None:
        self._left = left

    def takes(self, needed: int) -> bool:
        """Whether there is so much left, which is used up then."""
        if needed > self._left:
            return False
        self._left -= needed
        return True


class Wordings(NamedTuple):
    """A quotation and its source side by side: both texts, where they differ (code points), and in how many words.

    ``words`` is 0 where only punctuation differs.
    """

    note: str
    source: str
    in_note: tuple[Span, ...]
    in_source: tuple[Span, ...]
    words: int


class _Token(NamedTuple):
    text: str
    key: str
    span: Span

    @property
    def stands_for_any(self) -> bool:
        """Whether it stands where words were left out or put in."""
        return self.text[0] in "…[" or self.text.startswith("..")

    @property
    def is_word(self) -> bool:
        return any(character.isalnum() for character in self.text)


def words_of_source(quote: Quote) -> list[str]:
    """The words that a quotation rests on, in the order of reading."""
    return [anchor.exact for anchor in as_read(quote.evidence)]


def as_read(evidence: Iterable[Anchor]) -> list[Anchor]:
    """Anchors in the order of reading, source by source: words may be marked in any order."""
    anchors = list(evidence)
    sources = list(dict.fromkeys(anchor.source for anchor in anchors))
    return sorted(anchors, key=lambda anchor: (sources.index(anchor.source), anchor.start))


def differing(text: str, sources: Sequence[str]) -> Wordings | None:
    """How a quotation differs from the words it rests on; None if it is verbatim."""
    return None if is_verbatim(text, sources) else wordings_of(text, sources, Effort())


def wordings_of(text: str, sources: Sequence[str], effort: Effort) -> Wordings:
    """How a quotation that is not verbatim differs; beyond the effort, all of it."""
    source = JOIN.join(sources)
    if effort.takes(_A_LETTER * (len(text) + len(source))):
        ours, theirs = _tokens(text), _tokens(source)
        there = Counter(token.key for token in theirs)
        if effort.takes(sum(there[token.key] for token in ours)):
            return _side_by_side(text, source, _differing(ours, theirs))
    return Wordings(text, source, ((0, len(text)),), ((0, len(source)),), len(text.split()))


def _side_by_side(text: str, source: str, pairs: list[tuple[list[_Token], list[_Token]]]) -> Wordings:
    return Wordings(
        text,
        source,
        tuple(_joined(token for ours, _ in pairs for token in ours)),
        tuple(_joined(token for _, theirs in pairs for token in theirs)),
        sum(max(_words(ours), _words(theirs)) for ours, theirs in pairs),
    )


def _tokens(text: str) -> list[_Token]:
    return [_Token(found[0], _key(found[0]), found.span()) for found in _TOKEN.finditer(text)]


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_SIGNS).casefold() or text


def _differing(ours: list[_Token], theirs: list[_Token]) -> list[tuple[list[_Token], list[_Token]]]:
    rough = len(ours) + len(theirs) > _EXACT
    matcher = SequenceMatcher(None, [token.key for token in ours], [token.key for token in theirs], autojunk=rough)
    pairs: list[tuple[list[_Token], list[_Token]]] = []
    for what, i, i_end, j, j_end in matcher.get_opcodes():
        if what == "equal":
            equal = zip(range(i, i_end), ours[i:i_end], theirs[j:j_end], strict=True)
            pairs += [([one], [other]) for at, one, other in equal if not _same(one, other, _begins(ours, at))]
        elif not (what == "insert" and i in (0, len(ours))) and not any(t.stands_for_any for t in ours[i:i_end]):
            pairs.append((ours[i:i_end], theirs[j:j_end]))
    return pairs


def _begins(tokens: list[_Token], at: int) -> bool:
    """Whether a token begins a stretch of words, where its first letter may change its case."""
    return not any(token.is_word for token in tokens[:at]) or tokens[at - 1].stands_for_any or "[" in tokens[at].text


def _same(one: _Token, other: _Token, begins: bool) -> bool:
    ours, theirs = (token.text.translate(_SIGNS) for token in (one, other))
    return ours == theirs or (begins and ours[1:] == theirs[1:])


def _words(tokens: list[_Token]) -> int:
    return sum(token.is_word for token in tokens)


def _joined(tokens: Iterable[_Token]) -> list[Span]:
    """The places of tokens, neighbours as one."""
    spans: list[Span] = []
    for token in tokens:
        if spans and token.span[0] - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], token.span[1])
        else:
            spans.append(token.span)
    return spans
