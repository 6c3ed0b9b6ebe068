"""Rows of tables among the lines of a column, and rows that are but one line with wide spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefer.sources.pdf.lines import Line, made_line

_LEVEL = 0.35
_FEW = 2
"""Cells of a row that may stand under those of another by chance."""

_CELLS_APART = 0.7
"""Font sizes between two cells at least."""

_NOTE_TYPE = 0.93
_EDGE = 3.0
"""Points by which the edges of the cells of one column may differ."""

_MARKER = re.compile(r"[•◦▪▫●○■□‣⁃∙·►▶➢✓\uf0b7\uf0a7\uf0d8–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]")

_NUMBER = re.compile(r"\d{1,3}")

Row = tuple[Line, ...]


def rows_of(block: Sequence[Line], size: float) -> Iterator[Line | list[Row]]:
    """The lines of a column from top to bottom; where they make a table, its rows together."""
    rows = [_with_marker(row, size) for row in _rows(block, size)]
    rows = [_like_beside(rows, number) for number in range(len(rows))]
    flush = _flush(rows)
    table: list[Row] = []
    for number, row in enumerate(rows):
        beside = rows[number - 1 : number] * (number > 0) + rows[number + 1 : number + 2]
        if len(row) > 1 and (not _is_stretched(row, flush) or any(_stand_under(row, other) for other in beside)):
            if any(len(other) > 1 and _alike(row, other) for other in beside):
                table.append(row)
                continue
        elif table and len(row) == 1 and _is_cell_rest(row[0], table[-1]):
            table.append(row)
            continue
        if table:
            yield table
            table = []
        yield made_line([word for line in row for word in line.words])
    if table:
        yield table


def table_rows(rows: Sequence[Row]) -> Iterator[tuple[list[Line], tuple[str, ...]]]:
    """The lines of each row, and its cells; a cell's further lines are taken into its row."""
    made: list[list[list[Line]]] = []
    for row in rows:
        if made and len(row) < len(made[-1]) and _is_rest(row, made[-1]):
            for line in row:
                _cell_over(line, made[-1]).append(line)
        else:
            made.append([[line] for line in row])
    for cells in made:
        lines = [line for cell in cells for line in cell]
        yield lines, tuple(" ".join(line.text for line in cell) for cell in cells)


def _rows(block: Sequence[Line], size: float) -> list[Row]:
    rows: list[list[Line]] = []
    for line in block:
        if rows and abs(rows[-1][0].base - line.base) <= _LEVEL * min(size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [tuple(sorted(row, key=lambda line: line.left)) for row in rows]


def _with_marker(row: Row, size: float) -> Row:
    """The row of a list item, or of a note in small type, with its mark and what follows as one piece."""
    if len(row) > 1 and (
        _MARKER.fullmatch(row[0].text)
        or (_NUMBER.fullmatch(row[0].text) and len(row) == 2 and row[1].size < _NOTE_TYPE * size)
    ):
        return (made_line([*row[0].words, *row[1].words]), *row[2:])
    return row


def _like_beside(rows: Sequence[Row], number: int) -> Row:
    """A row, its cells parted that stand close together, if then they stand under those of the row beside it."""
    row = rows[number]
    for other in (*rows[number + 1 : number + 2], *rows[max(0, number - 1) : number]):
        if len(row) < len(other) > _FEW and len(row) > 1:
            cells = tuple(cell for line in row for cell in _parted(line))
            if len(cells) == len(other) and all(
                any(abs(mark - place) <= _EDGE for mark, place in zip(_marks(one), _marks(two), strict=True))
                for one, two in zip(cells, other, strict=True)
            ):
                return cells
    return row


def _parted(line: Line) -> Iterator[Line]:
    """The pieces of a line between spaces that are wider than a blank."""
    start = 0
    for at in range(1, len(line.words)):
        if line.words[at].left - line.words[at - 1].right >= _CELLS_APART * line.size:
            yield made_line(line.words[start:at])
            start = at
    yield made_line(line.words[start:])


def _flush(rows: Sequence[Row]) -> float:
    """The right edge that most lines of a justified column share; 0 if they share none."""
    edges = Counter(round(row[0].right) for row in rows if len(row) == 1)
    edge, number = max(edges.items(), key=lambda item: item[1], default=(0, 0))
    return float(edge) if number >= max(3, 0.3 * len(rows)) else 0.0


def _is_stretched(row: Row, flush: float) -> bool:
    """Whether the spaces between the pieces are no wider than those in them: a line that fills its column."""
    if flush and abs(row[-1].right - flush) <= 1 and all(len(line.words) == 1 for line in row):
        return True
    between = [line.left - before.right for before, line in pairwise(row)]
    within = [word.left - before.right for line in row for before, word in pairwise(line.words)]
    if within:
        return max(within) > 0.6 * min(between)
    return len(between) > 1 and max(between) < 1.1 * min(between)


def _alike(row: Row, other: Row) -> bool:
    """Whether the cells after the first stand under each other."""
    places = [place for line in other[1:] for place in _marks(line)]
    return any(abs(mark - place) <= _EDGE for line in row[1:] for mark in _marks(line) for place in places)


def _stand_under(row: Row, other: Row) -> bool:
    """Whether all cells of two rows stand under each other: no line that is set wide does that."""
    return len(row) == len(other) > _FEW and all(
        any(abs(mark - place) <= 1 for mark, place in zip(_marks(one), _marks(two), strict=True))
        for one, two in zip(row, other, strict=True)
    )


def _marks(line: Line) -> tuple[float, float, float]:
    return line.left, line.right, (line.left + line.right) / 2


def _is_cell_rest(line: Line, row: Row) -> bool:
    """Whether a line alone goes on with a cell that is not the first, right under it."""
    return row[0].base - line.base < 1.35 * line.size and any(abs(line.left - cell.left) <= _EDGE for cell in row[1:])


def _is_rest(row: Row, cells: Sequence[Sequence[Line]]) -> bool:
    lowest = min(line.base for cell in cells for line in cell)
    return lowest - row[0].base < 1.35 * row[0].size and not any(
        abs(line.left - cells[0][0].left) <= _EDGE for line in row
    )


def _cell_over(line: Line, cells: list[list[Line]]) -> list[Line]:
    return min(cells, key=lambda cell: abs(cell[0].left - line.left))
