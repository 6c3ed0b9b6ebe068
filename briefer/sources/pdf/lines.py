"""Pieces of lines on a PDF page, and the order in which they are read: columns, one after the other."""

from __future__ import annotations

import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.sources.pdf.initials import with_initials
from briefer.sources.pdf.stretched import runs_of
from briefer.sources.pdf.words import Word

_WIDE = 1.2
"""Space between words, in font sizes, at which a line falls into pieces."""
_SAME_LINE = 0.3
_GUTTER = 5.0
"""Points that part two columns at least."""
_NEAR = 2.5
"""Points by which the edges of a column's lines may differ."""
_COLUMN_LINES = 3
_PROSE_WORDS = 2.5
"""Words in a line of a column of running text, on average, at least."""
_DEEPEST = 12
_MOST_EDGES = 40
"""Places that are tried as edges of columns: drawings have thousands."""


class Line(NamedTuple):
    """Words that stand beside each other; several on one height make a row. ``base`` is where their letters stand.

    ``text`` has a blank between words, and the mark of a note in brackets at its word.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float
    bold: bool
    text: str


def lines_of(words: Iterable[Word], width: float) -> tuple[list[Line], bool]:
    """The pieces of lines of a page, and whether it is read from the right.

    If so, places are counted from its right edge, so that all that follows need not know.
    """
    words = with_initials(list(words))
    from_right = _from_right(words)
    if from_right:
        words = [word._replace(left=width - word.right, right=width - word.left) for word in _with_runs(words)]
    pieces: list[list[Word]] = []
    for word in words:
        if pieces and _goes_on(pieces[-1], word):
            pieces[-1].append(word._replace(raised=True) if _is_mark(pieces[-1][-1], word) else word)
        else:
            pieces.append([word])
    lines = [made_line(piece) for piece in pieces]
    return [run[0] if len(run) == 1 else _whole(run) for run in runs_of(lines)], from_right


def made_line(words: Sequence[Word]) -> Line:
    """A line of these words, with the size and the height of most of its letters."""
    first = words[0]
    size, base, bold = first.size, first.base, first.bold
    if any(word.size != size or word.base != base or word.bold != bold for word in words):
        size, base, bold = _most(words, "size"), _most(words, "base"), bool(_most(words, "bold"))
    left, right = min(word.left for word in words), max(word.right for word in words)
    return Line(tuple(words), left, right, base, size, bold, _text(words))


def _whole(pieces: Sequence[Line]) -> Line:
    return made_line([word for piece in pieces for word in piece.words])


def _most(words: Sequence[Word], part: str) -> float:
    letters: Counter[float] = Counter()
    for word in words:
        letters[getattr(word, part)] += len(word.text)
    return letters.most_common(1)[0][0]


def _text(words: Sequence[Word]) -> str:
    if not any(word.raised for word in words):
        return " ".join([word.text for word in words])
    return "".join(f"[{word.text}]" if word.raised else f" {word.text}" for word in words).lstrip()


def _from_right(words: list[Word]) -> bool:
    kinds = Counter(unicodedata.bidirectional(word.text[0]) for word in words if word.text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _with_runs(words: list[Word]) -> list[Word]:
    """The words of a page that is read from the right, those that are read from the left in a row as one."""
    made: list[Word] = []
    for word in words:
        last = made[-1] if made else word
        from_left = all(unicodedata.bidirectional(text[0]) == "L" for text in (last.text, word.text))
        beside = 0 <= word.left - last.right <= _WIDE * word.size and abs(word.base - last.base) < 1
        if made and from_left and beside and word.size == last.size:
            made[-1] = last._replace(text=f"{last.text} {word.text}", right=word.right)
        else:
            made.append(word)
    return made


def _goes_on(piece: list[Word], word: Word) -> bool:
    last = piece[-1]
    size = max(last.size, word.size)
    apart = word.left - last.right
    if last.hyphen or not -0.5 * size <= apart <= _WIDE * size:
        return False
    lift = abs(word.base - last.base)
    return lift <= _SAME_LINE * size or (
        lift <= 0.7 * size and (word.raised or last.raised or _is_mark(last, word) or _is_mark(word, last))
    )


def _is_mark(last: Word, word: Word) -> bool:
    """Whether a word is a small number above the line: the mark of a note."""
    return (
        word.size < 0.85 * last.size
        and word.base > last.base + 0.1 * last.size
        and len(word.text) <= 3
        and word.text.isdigit()
    )


# Columns


def columns(lines: list[Line], known: list[float], depth: int = 0) -> list[list[Line]]:
    """The lines parted into blocks, in the order of reading; within one, from top to bottom and left to right.

    ``known`` holds the left edges of columns found before in the document, at which one line is enough; what is found
    is added.
    """
    parted = _best(lines, known) if len(lines) > 1 and depth < _DEEPEST else None
    if parted is None:
        return [sorted(lines, key=lambda line: (-line.base, line.left))] if lines else []
    return [block for part in parted for block in columns(part, known, depth + 1)]


def _best(lines: list[Line], known: list[float]) -> list[list[Line]] | None:
    """The parting at the gutter along which most lines stand; None if the lines are one column."""
    ordered = sorted(lines, key=lambda line: -line.base)
    most, best, found = 0, None, 0.0
    for edge in [*_edges(ordered), *known]:
        least = 1 if any(abs(edge - each) <= _NEAR for each in known) else _COLUMN_LINES
        ends = [*(i for i, line in enumerate(ordered) if _crosses(line, edge)), len(ordered)]
        for start, end in zip([0, *(i + 1 for i in ends)], ends, strict=False):
            if end - start <= most:
                continue
            sides = _sides(ordered[start:end], edge, least, is_last=end == len(ordered))
            if sides is not None:
                most, found = end - start, edge
                left, right, under = sides
                best = [ordered[:start], left, right, [*under, *ordered[end:]]]
    if best is not None and all(abs(found - each) > _NEAR for each in known):
        known.append(found)
    return best


def _edges(lines: list[Line]) -> list[float]:
    """Where several lines begin, the first column left out: each may be the left edge of a column."""
    counts: Counter[int] = Counter(round(line.left / _NEAR) for line in lines)
    first = min(counts)
    return [
        edge * _NEAR - _NEAR
        for edge, number in counts.most_common(_MOST_EDGES)
        if edge > first + 2 and number + counts[edge - 1] + counts[edge + 1] >= _COLUMN_LINES
    ]


def _crosses(line: Line, edge: float) -> bool:
    return line.left < edge - 0.1 and line.right > edge - _GUTTER


def _sides(
    run: list[Line], edge: float, least: int, *, is_last: bool
) -> tuple[list[Line], list[Line], list[Line]] | None:
    """The lines left and right of an edge, and those under both; None if they make no two columns of text."""
    left = [line for line in run if line.left < edge - 0.1]
    right = [line for line in run if line.left >= edge - 0.1]
    fewest = min(len(_heights(left)), len(_heights(right)))
    if fewest < least:
        return None
    low, high = max(left[-1].base, right[-1].base), min(left[0].base, right[0].base)
    if high - low < 0.5 * min(left[0].base - left[-1].base, right[0].base - right[-1].base):
        return None
    if fewest >= _COLUMN_LINES and _is_table(left, right):
        return None
    under: list[Line] = []
    if not is_last:
        left, under = _foot(left, right[-1].base)
    return left, right, under


def _foot(left: list[Line], low: float) -> tuple[list[Line], list[Line]]:
    """Lines of the left column that stand apart under the end of the right one belong to what follows both."""
    for number in range(1, len(left)):
        apart = left[number - 1].base - left[number].base
        if left[number].base < low - 1 and apart > 1.5 * left[number].size:
            return left[:number], left[number:]
    return left, []


def _heights(lines: list[Line]) -> set[int]:
    return {round(line.base) for line in lines}


def _is_table(left: list[Line], right: list[Line]) -> bool:
    """Rows of cells: the lines stand at the same heights, and those of one side are short of words."""
    few = any(statistics.mean(len(line.words) for line in side) < _PROSE_WORDS for side in (left, right))
    heights = {height + off for height in _heights(left) for off in (-1, 0, 1)}
    level = sum(height in heights for height in _heights(right))
    return few and level >= 0.6 * len(_heights(right))
