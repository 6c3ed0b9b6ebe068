"""Which piece of one version of a section has become which of another."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice

from briefer.memo.pieces import Piece, cells
from briefer.text.citations import citation_spans, cited_in

_LIKE = 0.4
"""How much of their words two pieces share at least, of 1, that stand in one place and name nothing in common."""
_NEAR = 8
"""How many pieces in one place are looked at for one that is like another."""
_KEPT = 4096
"""Pieces whose words and citations are kept: the same are asked for again and again."""
_WORDS = re.compile(r"\w+")


def matched(old: Sequence[Piece], new: Sequence[Piece]) -> dict[int, int]:
    """Numbers of pieces in the old version → in the new one; none has two partners, and they may change order.

    Equal pieces are partners; then those that cite the same; then rows that begin with the same cell; then those
    that stand between the same neighbours and share many of their words.
    """
    found: dict[int, int] = {}
    left_old, left_new = dict(enumerate(old)), dict(enumerate(new))
    for pairs in (_equal, _citing_alike, _beginning_alike):
        for one, other in pairs(left_old, left_new):
            found[one] = other
            del left_old[one], left_new[other]
    _match_in_place(old, new, found)
    return found


@functools.lru_cache(maxsize=_KEPT)
def cited(piece: Piece) -> frozenset[str]:
    """The ids that a piece cites."""
    text = piece.text
    return frozenset(ident for start, end in citation_spans(text) for ident in cited_in(text[start:end]))


def _equal(old: dict[int, Piece], new: dict[int, Piece]) -> list[tuple[int, int]]:
    places: dict[Piece, list[int]] = defaultdict(list)
    for number, piece in new.items():
        places[piece].append(number)
    ways = {piece: iter(numbers) for piece, numbers in places.items()}
    pairs = ((number, next(ways[piece], None)) for number, piece in old.items() if piece in ways)
    return [(one, other) for one, other in pairs if other is not None]


def _citing_alike(old: dict[int, Piece], new: dict[int, Piece]) -> list[tuple[int, int]]:
    return _by_key(old, new, lambda piece: (piece.form, ids) if (ids := cited(piece)) else None)


def _beginning_alike(old: dict[int, Piece], new: dict[int, Piece]) -> list[tuple[int, int]]:
    pairs = _by_key(old, new, _beginning)
    return [(one, other) for one, other in pairs if _may_be_one(old[one], new[other])]


def _beginning(piece: Piece) -> Hashable:
    """The name in the first cell of a row, its citations apart; all heads are alike."""
    if piece.form != "row":
        return piece.form if piece.form in ("head", "table") else None
    cell = cells(piece.text)[0]
    for start, end in reversed(citation_spans(cell)):
        cell = cell[:start] + cell[end:]
    return cell.strip() or None


def _by_key(old: dict[int, Piece], new: dict[int, Piece], key: Callable[[Piece], Hashable]) -> list[tuple[int, int]]:
    """Pieces that alone have a key in each version."""
    olds, news = ({number: key(piece) for number, piece in side.items()} for side in (old, new))
    alone = [{key for key, count in Counter(side.values()).items() if count == 1} for side in (olds, news)]
    places = {key: number for number, key in news.items()}
    return [(n, places[key]) for n, key in olds.items() if key is not None and key in alone[0] & alone[1]]


def _match_in_place(old: Sequence[Piece], new: Sequence[Piece], found: dict[int, int]) -> None:
    """Match what is left in each gap between neighbours that are matched."""
    taken = set(found.values())
    begin = 0
    for number, piece in enumerate(old):
        if number in found:
            begin = found[number] + 1
            continue
        near = [n for n in islice(_gap(new, begin, taken), _NEAR) if new[n].form == piece.form]
        likeness, best = max(((_likeness(piece, new[n]), -n) for n in near), default=(0.0, 0))
        best = -best  # of several the first
        if likeness >= _LIKE:
            found[number] = best
            taken.add(best)
            begin = best + 1


def _gap(new: Sequence[Piece], begin: int, taken: set[int]) -> Iterator[int]:
    for number in range(begin, len(new)):
        if number in taken:
            return
        yield number


def _likeness(one: Piece, other: Piece) -> float:
    """How much of their words two pieces share, from 0 to 1."""
    if not _may_be_one(one, other):
        return 0.0
    words = _words(one), _words(other)
    total = len(words[0]) + len(words[1])
    return 2 * len(words[0] & words[1]) / total if total else 0.0


@functools.lru_cache(maxsize=_KEPT)
def _words(piece: Piece) -> frozenset[str]:
    return frozenset(_WORDS.findall(piece.text))


def _may_be_one(one: Piece, other: Piece) -> bool:
    """Whether two pieces do not cite different things."""
    cites = cited(one), cited(other)
    return not all(cites) or bool(cites[0] & cites[1])
