"""Places that a person may choose from when words are lost. Nothing here is ever taken without being asked."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import NamedTuple

from briefer.text.characters import squeezed
from briefer.text.spans import Span, trim_span
from briefer.text.surroundings import Squeezed, agreement, keyed, occurrences, surroundings

_WORD = re.compile(r"[\w'’-]+")
_MOST_PLACES = 200
_KEY = 10
_FLOOR = 0.3


class Candidate(NamedTuple):
    """A place for lost words. ``score`` goes from 0 to 1; 1 means the same words in the same surroundings."""

    start: int
    end: int
    score: float


def candidates(exact: str, prefix: str, suffix: str, text: str, n: int = 3) -> list[Candidate]:
    """The ``n`` best places of ``text`` for lost words, best first, none overlapping another.

    Looked at are places that hold the words, places that hold at least half of them close together, and what
    stands between the old surroundings. Likeness of the words counts 0.6 of the score, of the surroundings 0.4.
    """
    exact = exact.strip()
    if not exact:
        return []
    places = {
        *_with_the_words(exact, text),
        *_with_most_words(exact, text),
        *_between_surroundings(exact, prefix, suffix, text),
    }
    rated = sorted(
        (_rated(text, place, exact, prefix, suffix) for place in places), key=lambda c: (-c.score, c.start, c.end)
    )
    best: list[Candidate] = []
    for candidate in rated:
        if candidate.score < _FLOOR or len(best) == n:
            break
        if all(candidate.end <= taken.start or taken.end <= candidate.start for taken in best):
            best.append(candidate)
    return best


def _rated(text: str, place: Span, exact: str, prefix: str, suffix: str) -> Candidate:
    from difflib import SequenceMatcher

    found = text[place[0] : place[1]]
    matcher = SequenceMatcher(None, _folded(exact), _folded(found), autojunk=False)
    likeness = 1.0 if found.split() == exact.split() else 0.95 * matcher.ratio()
    beside = squeezed(prefix), squeezed(suffix)
    total = sum(map(len, beside))
    context = agreement(*beside, *surroundings(text, *place)) / total if total else 0.0
    return Candidate(*place, round(0.6 * likeness + 0.4 * context, 3))


def _folded(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _with_the_words(exact: str, text: str) -> list[Span]:
    whole, words = Squeezed(text), squeezed(exact)
    return [whole.span(at, len(words)) for at in islice(occurrences(whole.text, words), _MOST_PLACES)]


def _with_most_words(exact: str, text: str) -> list[Span]:
    """Windows of as many words as were lost that hold at least half of them, the fullest first."""
    sought = Counter(_folded(exact))
    size = sum(sought.values())
    spans = [match.span() for match in _WORD.finditer(text)]
    folded = [text[start:end].casefold().replace("’", "'") for start, end in spans]
    held: Counter[str] = Counter()
    common = 0
    windows: list[tuple[int, int]] = []
    for index, word in enumerate(folded):
        if word in sought:
            common += held[word] < sought[word]
            held[word] += 1
        gone = folded[index - size] if index >= size else ""
        if gone in sought:
            held[gone] -= 1
            common -= held[gone] < sought[gone]
        if common * 2 >= size and word in sought:
            windows.append((common, index))
    windows.sort(key=lambda window: (-window[0], window[1]))
    return [_window(spans, folded, sought, index, size) for _, index in windows[:_MOST_PLACES]]


def _window(spans: list[Span], folded: list[str], sought: Counter[str], last: int, size: int) -> Span:
    """The window that ends with word ``last``, from its first sought word on."""
    first = next(index for index in range(max(0, last - size + 1), last + 1) if folded[index] in sought)
    return spans[first][0], spans[last][1]


def _between_surroundings(exact: str, prefix: str, suffix: str, text: str) -> list[Span]:
    """What stands between the end of the old prefix and the beginning of the old suffix, if it is not much longer."""
    before, after = squeezed(prefix)[-_KEY:], squeezed(suffix)[:_KEY]
    if not before or not after:
        return []
    whole, longest = Squeezed(text), 2 * len(exact) + 40
    found: list[Span] = []
    for at in islice(keyed(whole.text, "", before, "", len(before)), _MOST_PLACES):
        end = whole.text.find(after, at, at + longest + len(after))
        if end > at:
            start, stop = whole.span(at, end - at)
            found.append(trim_span(text, start, stop))
    return found
