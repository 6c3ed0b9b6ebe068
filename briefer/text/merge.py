"""Three-way merge of a text, word by word: two versions of one base become a text with the changes of both.

Changes are those of words, and of the white space between words that stay. Where both changed the same words
differently, mine stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefer.text.edits import Edit, Edits
from briefer.text.spans import Span
from briefer.text.unchanged import ascending, unique_pairs

# Marks stand alone, so that a comma is no other word; scripts without spaces are compared by the character.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = r"!-/:-@\[-`{-~‘’“”„«»…–—‐‑。、！？"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[{_MARKS}]|[^\s{_IDEOGRAPHS}{_MARKS}]+")


class Kept(NamedTuple):
    """A place of a merged text that stayed as it was by hand, and the words that would otherwise stand there."""

    start: int
    end: int
    offered: str


class Merge(NamedTuple):
    """A merged text, the edits that make it of mine and of theirs, and what both had changed differently."""

    text: str
    of_mine: Edits
    of_theirs: Edits
    kept: tuple[Kept, ...]


def merge(base: str, mine: str, theirs: str) -> Merge:
    """``mine`` with what ``theirs`` changed of ``base``, but for words that were changed in both. All are NFC."""
    my_edits, their_edits = edits_between(base, mine), edits_between(base, theirs)
    merged = _merged(base, my_edits, their_edits, 0)
    if not unicodedata.is_normalized("NFC", merged.text):  # letters of one change met an accent of another
        merged = _merged(base, my_edits, their_edits, 1)
    return merged


def _merged(base: str, mine: list[Edit], theirs: list[Edit], apart: int) -> Merge:
    """The merge of changes that count as separate if at least so many characters of the base stand between them."""
    of_mine, of_theirs, kept = [], [], []
    by_me = by_them = by_merge = 0  # how far each text has moved from the base
    for (start, end), my_part, their_part in _clusters(mine, theirs, apart):
        my_words, their_words = _changed(base, start, end, my_part), _changed(base, start, end, their_part)
        words = my_words if my_part else their_words
        if words != my_words:
            of_mine.append(Edit(start + by_me, start + by_me + len(my_words), words))
        if words != their_words:
            of_theirs.append(Edit(start + by_them, start + by_them + len(their_words), words))
            if their_part:
                kept.append(Kept(start + by_merge, start + by_merge + len(words), their_words))
        by_me += len(my_words) - (end - start)
        by_them += len(their_words) - (end - start)
        by_merge += len(words) - (end - start)
    edits = Edits(of_mine)
    return Merge(edits.applied(Edits(mine).applied(base)), edits, Edits(of_theirs), tuple(kept))


def _clusters(mine: list[Edit], theirs: list[Edit], apart: int) -> Iterator[tuple[Span, list[Edit], list[Edit]]]:
    """The changes of both in order, those together that overlap, with the stretch of the base that they cover."""
    ordered = sorted([*((edit, 0) for edit in mine), *((edit, 1) for edit in theirs)], key=lambda pair: pair[0][:2])
    cluster: tuple[list[Edit], list[Edit]] = ([], [])
    start = end = 0
    for edit, side in ordered:
        same_place = edit.start == edit.end == start == end
        if any(cluster) and not same_place and edit.start >= end + apart:
            yield (start, end), *cluster
            cluster = ([], [])
        if not any(cluster):
            start = end = edit.start
        cluster[side].append(edit)
        end = max(end, edit.end)
    if any(cluster):
        yield (start, end), *cluster


def _changed(base: str, start: int, end: int, edits: list[Edit]) -> str:
    moved = [Edit(edit.start - start, edit.end - start, edit.words) for edit in edits]
    return Edits(moved).applied(base[start:end])


def edits_between(old: str, new: str) -> list[Edit]:
    """The edits that make ``new`` of ``old``: whole words, or the white space between words that stay."""
    olds, news = [found.span() for found in _WORD.finditer(old)], [found.span() for found in _WORD.finditer(new)]
    edits: list[Edit] = []
    at_old = at_new = 0
    ends = len(old), len(new)
    for first, other, count in _equal_runs(
        [old[slice(*span)] for span in olds], [new[slice(*span)] for span in news]
    ):
        run = old[olds[first][0] : olds[first + count - 1][1]]
        whole = new[news[other][0] : news[other + count - 1][1]] == run
        for index in (0,) if whole else range(count):
            (start, end), (begin, stop) = olds[first + index], news[other + index]
            edits += _edit(at_old, old[at_old:start], new[at_new:begin])
            at_old, at_new = (start + len(run), begin + len(run)) if whole else (end, stop)
    edits += _edit(at_old, old[at_old : ends[0]], new[at_new : ends[1]])
    return edits


def _edit(at: int, old: str, new: str) -> list[Edit]:
    """The edit of what stands between two words that are alike, without the white space that is too."""
    if old == new:
        return []
    lead = len(old) - len(old.lstrip())
    lead = lead if old[:lead] == new[: len(new) - len(new.lstrip())] else 0
    old, new = old[lead:], new[lead:]
    tail = len(old) - len(old.rstrip())
    tail = tail if old[len(old) - tail :] == new[len(new.rstrip()) :] else 0
    return [Edit(at + lead, at + lead + len(old) - tail, new[: len(new) - tail])]


def _equal_runs(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Runs of equal words, ascending in both lists: (number in old, number in new, count).

    Words that are alike at the ends are matched, then those that occur once in each list, in their longest common
    order; and the same is done in the gaps between these, where other words are rare.
    """
    runs: list[tuple[int, int, int]] = []
    gaps = [(0, len(old), 0, len(new))]
    while gaps:
        low, high, begin, stop = gaps.pop()
        head = 0
        while low + head < high and begin + head < stop and old[low + head] == new[begin + head]:
            head += 1
        runs.append((low, begin, head))
        low, begin = low + head, begin + head
        tail = 0
        while low < high and begin < stop and old[high - 1] == new[stop - 1]:
            high, stop, tail = high - 1, stop - 1, tail + 1
        runs.append((high, stop, tail))
        if low < high and begin < stop:
            pairs = [(low + a, begin + b) for a, b in _rare_pairs(old[low:high], new[begin:stop])]
            edges = [(low, begin), *pairs, (high, stop)] if pairs else []
            gaps += [(a, c, b, d) for (a, b), (c, d) in pairwise(edges) if a < c and b < d]
    return sorted(run for run in runs if run[2])


def _rare_pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Words to hold on to; where no single word is rare, words that are with the two after them."""
    return ascending(unique_pairs(old, new)) or ascending(unique_pairs(_threes(old), _threes(new)))


def _threes(words: list[str]) -> list[str]:
    return [" ".join(words[index : index + 3]) for index in range(len(words))]
