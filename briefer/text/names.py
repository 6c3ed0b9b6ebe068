"""The name at a position: a run of capitalised words with the small words that tie them together."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.text.abbreviations import STARTERS, leads_name
from briefer.text.sentences import sentence_at, word_at, word_spans
from briefer.text.spans import Span

_PARTICLES = frozenset(
    "of the for de del della di da do dos du des la le van von der den dem zu zum zur bin ibn abu y e et".split()
)
_MOST_PARTICLES = 2

# Titles are no part of a name. The last of a chain ("US Treasury Secretary") comes right before the name.
_TITLES = frozenset(
    "mr mrs ms mx dr prof professor sir dame president minister chancellor premier secretary senator sen governor gov"
    " ambassador congressman congresswoman rep spokesman spokeswoman commissioner mayor lt capt col".split()
)
_AROUND_TITLES = frozenset("prime deputy vice former foreign defence defense chief general attorney state".split())
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVES = ("’s", "'s", "s’", "s'")


def name_at(text: str, pos: int) -> Span | None:
    """The name around a position, its ends included: ``Harbour Technology Board``, ``Ursula von der Leyen``.

    Left out are the common word that a sentence begins with, an article, titles before a person's name and a
    possessive ending. Where there is no name it is the word itself; None where there is no word.
    """
    word = word_at(text, pos)
    sentence = sentence_at(text, pos)
    if word is None or sentence is None:
        return word
    words = _Words(text, list(word_spans(text, *sentence)))
    return words.name_around(words.spans.index(word)) if word in words.spans else word


class _Words:
    """The words of a sentence, by number."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text, self.spans = text, spans
        self._small = [text[start:end].casefold() for start, end in spans]

    def name_around(self, here: int) -> Span:
        if not self._capital(here):
            tied = self._tied_by(here)
            if tied is None:
                return self.spans[here]
            here = tied
        low, high = self._within_titles(self._reach(here, -1), here, self._reach(here, 1))
        while low < high and self._is_common(low):
            low = next(index for index in range(low + 1, high + 1) if self._capital(index))
        return self.spans[low][0], self._bare_end(high)

    def _capital(self, index: int) -> bool:
        start, end = self.spans[index]
        word = self._text[start:end]
        if word[:3] in ("al-", "el-"):
            word = word[3:]
        return word[:1].isupper() or (word[0].isdigit() and any(map(str.isupper, word)))

    def _is_common(self, index: int) -> bool:
        """Whether a word is capitalised only because it comes first, or is an article; ``A.`` is an initial."""
        if self._text[self.spans[index][1] : self.spans[index][1] + 1] == ".":
            return False
        return self._small[index] in _ARTICLES or (index == 0 and self._small[0] in STARTERS)

    def _bare_end(self, index: int) -> int:
        """Where a word ends without its possessive ending."""
        start, end = self.spans[index]
        return end - 2 if end - start > 2 and self._text[start:end].endswith(_POSSESSIVES[:2]) else end

    def _adjoin(self, left: int, right: int) -> bool:
        """Whether two neighbouring words may be parts of one name."""
        if self._bare_end(left) != self.spans[left][1]:
            return False
        gap = self._text[self.spans[left][1] : self.spans[right][0]]
        if gap.startswith("."):
            return gap[1:] in (" ", "\u00a0") and leads_name(self._text[slice(*self.spans[left])])
        return gap in (" ", "\u00a0", " & ")

    def _next_capital(self, here: int, step: int) -> int | None:
        """The nearest capitalised word that is tied to this one, over at most two small words."""
        for index in range(here + step, here + step * (_MOST_PARTICLES + 2), step):
            if not 0 <= index < len(self.spans) or not self._adjoin(
                min(index, index - step), max(index, index - step)
            ):
                return None
            if self._capital(index):
                return index
            if self._small[index] not in _PARTICLES:
                return None
        return None

    def _reach(self, here: int, step: int) -> int:
        while (further := self._next_capital(here, step)) is not None:
            here = further
        return here

    def _tied_by(self, here: int) -> int | None:
        """The capitalised word before a small word that ties two of them, as ``of`` in ``Bank of England``."""
        if self._small[here] not in _PARTICLES:
            return None
        before = self._next_capital(here, -1)
        return before if before is not None and self._next_capital(here, 1) is not None else None

    def _within_titles(self, low: int, here: int, high: int) -> tuple[int, int]:
        """The part of the run that is on the same side of a person's titles as ``here``; on a title, the name."""
        for last in range(high - 1, low - 1, -1):
            if self._small[last] not in _TITLES or not self._capital(last + 1):
                continue
            after = last + 1
            while after < high and self._small[after] in _AROUND_TITLES and self._capital(after + 1):
                after += 1
            first = last
            while first > low and self._small[first - 1] in _TITLES | _AROUND_TITLES:
                first -= 1
            if here >= first:
                return after, high
            return low, max(index for index in range(low, first) if self._capital(index))
        return low, high
