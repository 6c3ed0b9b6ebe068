"""Lines of a PDF joined to running text, words that were broken at a line end made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefer.sources.pdf.lines import Line
from briefer.text.clean.compounds import forms, is_compound

_EDGES = re.compile(r"^\W+|\W+$|[’']s\W*$")
_FIRST = re.compile(r"[^\W_]+")
_LAST = re.compile(r"[\w-]*[^\W_](?=[-‐]$)")
_LONGEST = 80
"""Letters of a word at most."""
_SUSPENDED = frozenset("and or to und oder bis et ou y o e en of".split())
"""Words after which the second part of a compound follows: pre- and post-war."""
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth".split()
)
"""Of a number in words, whose hyphen is its own."""
_BROKEN = 0.05
"""Share of lines that end in a hyphen up to which a document is taken for one that breaks no words."""
_DASHES = "-‐\u00ad"


class Hyphens:
    """Knows the words of a document, and so whether a hyphen at a line end is the word's own."""

    def __init__(self, lines: Sequence[Line]) -> None:
        broken = list(_broken(lines))
        self._whole = len(broken) <= max(1, _BROKEN * len(lines))
        wanted = {form for before, after in broken for form in (f"{before}-{after}", f"{before}{after}")}
        self._words: Counter[str] = Counter()
        self._forms: set[str] = set()
        if wanted:
            for line in lines:
                for word in line.words:
                    found = _EDGES.sub("", word.text).casefold().replace("‐", "-")
                    if found in wanted:
                        self._words[found] += 1
                    elif "-" in found:
                        self._forms.add(forms(found))

    def text(self, lines: Sequence[Line], breaks: frozenset[int] = frozenset()) -> str:
        """The lines as one text; those that ``breaks`` numbers begin a new line."""
        pieces: list[str] = []
        for number, line in enumerate(lines):
            last = pieces[-1] if pieces else ""
            if number in breaks:
                pieces.append("\n")
            elif last.endswith(tuple(_DASHES)) and not last.endswith((" -", " ‐")):
                pieces[-1] = self._before(last, line.text)
            elif last and not _is_han(last[-1], line.text[:1]):
                pieces.append(" ")
            pieces.append(line.text)
        return "".join(pieces)

    def _before(self, last: str, words: str) -> str:
        """A line that ends in a hyphen as the following one goes on: with it, without it, or with a blank."""
        before, after = _LAST.search(last[-_LONGEST:]), _FIRST.match(words)
        if before is None or after is None:
            return last if after else f"{last} "
        first, second = before[0], after[0]
        if second.casefold() in _SUSPENDED:
            return f"{last} "
        apart = self._words[f"{first}-{second}".casefold()]
        whole = self._words[f"{first}{second}".casefold()]
        if apart or whole:
            return last if apart > whole else last[:-1]
        if forms(f"{first}-{second}".casefold()) in self._forms:
            return last
        if first.casefold() in _TENS and second.casefold() in _UNITS:
            return last
        piece = first.rpartition("-")[2]
        if any(c.isdigit() for c in (piece[-1], second[0])) or second[0].isupper() or piece.isupper():
            return last
        if self._whole and is_compound(piece.casefold(), second.casefold(), words[after.end() :]):
            return last
        return last[:-1]


def _broken(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """The two pieces of each word that may be broken at a line end, in small letters."""
    for line, following in pairwise(lines):
        if line.words[-1].text.endswith(tuple(_DASHES)):
            before, after = _LAST.search(line.words[-1].text), _FIRST.match(following.words[0].text)
            if before and after:
                yield before[0].casefold(), after[0].casefold()


def _is_han(last: str, first: str) -> bool:
    """Whether the scripts at a line's end and the next one's beginning are written without blanks."""
    return all("\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef" for letter in (last, first or " "))
