"""Tables: a header row that repeats, rows that stay whole, columns as wide as their words ask for."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.memo.blocks import Alignment, Runs, Table
from briefer.render.word.paragraph import is_rtl, paragraph_xml
from briefer.render.word.runs import RunWriter

_CHARACTER = 108
_PADDING = 230
"""Rough width of a character of table text, and what a cell needs beside it; in twentieths of a point."""

_SHORT = 6
"""A table with no more body rows than this is not parted by the end of a page."""

_SHARE = 0.75
"""The power by which what a column asks for becomes its share."""

_MOST = 0.75
"""A column that asks for more than this share of the line counts as asking for this."""


def table_xml(table: Table, width: int, writer: RunWriter, scale: float = 1.0, *, keep_next: bool = False) -> str:
    """A ``w:tbl`` that fills ``width`` (twentieths of a point).

    ``scale`` is the size of its words beside that of the standard look; ``keep_next`` holds its end on the page of
    what follows.
    """
    widths = column_widths(table, width, scale)
    columns = [(column, _alignment(table, at)) for at, column in enumerate(widths)]
    visual = "<w:bidiVisual/>" if table.header and is_rtl(table.header[0]) else ""
    properties = (
        f'<w:tblPr><w:tblStyle w:val="MemoTable"/>{visual}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    header = _row(table.header, columns, writer, header=True)
    last = len(table.rows) - 1
    keep = len(table.rows) <= _SHORT
    rows = "".join(
        _row(row, columns, writer, keep=keep if at < last else keep_next) for at, row in enumerate(table.rows)
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"


def _alignment(table: Table, column: int) -> Alignment:
    return table.alignments[column] if column < len(table.alignments) else ""


def _row(
    cells: Iterable[Runs],
    columns: Iterable[tuple[int, Alignment]],
    writer: RunWriter,
    *,
    header: bool = False,
    keep: bool = False,
) -> str:
    """A row; ``keep`` holds it on the page of the next one, as the style does with a header row."""
    style = "TableHeading" if header else "TableText"
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph_xml(style, writer.xml(runs), keep_next=keep, rtl=is_rtl(runs), align=align)}</w:tc>"
        for runs, (width, align) in zip(cells, columns, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{written}</w:tr>"


def column_widths(table: Table, width: int, scale: float = 1.0) -> list[int]:
    """Widths that add up to ``width``.

    Columns whose longest line fits get just that; the others share what is left by a power of what they ask for
    that is below 1, so that prose gets more room than names but never all of it. No column is narrower than its
    longest word, as long as the words leave room for each other. ``scale`` is as for ``table_xml``.
    """
    character = _CHARACTER * scale
    texts = [
        ["".join(run.text for run in runs) for runs in column]
        for column in zip(table.header, *table.rows, strict=True)
    ]
    words = [round(_PADDING + character * max(map(_longest_word, column))) for column in texts]
    lines = [round(_PADDING + character * max(map(_longest_line, column))) for column in texts]
    wishes = list(map(max, words, lines))
    if sum(words) > width:
        words = [min(word, width // len(words)) for word in words]
    shares = _shares(wishes, words, width)
    widths = [int(share * width / sum(shares)) for share in shares]
    widths[-1] += width - sum(widths)
    return widths


def _shares(wishes: list[int], words: list[int], width: int) -> list[float]:
    """What each column gets of ``width``; less than all of it if every wish is met."""
    weights = [min(wish, width * _MOST) ** _SHARE for wish in wishes]
    settled: dict[int, float] = {}
    while len(settled) < len(wishes):
        waiting = [column for column in range(len(wishes)) if column not in settled]
        unit = (width - sum(settled.values())) / sum(weights[column] for column in waiting)
        shares = {column: unit * weights[column] for column in waiting}
        narrow = {column: float(words[column]) for column in waiting if shares[column] < words[column]}
        content = {column: float(wishes[column]) for column in waiting if shares[column] >= wishes[column]}
        settled.update(narrow or content or shares)
    return [settled[column] for column in range(len(wishes))]


def _longest_word(text: str) -> int:
    """The longest word in characters, the wide ones of Latin counted in full: a word must not be broken."""
    return max((_columns(word) + (1 + sum(map(word.count, "mwMW"))) // 2 for word in text.split()), default=1)


def _longest_line(text: str) -> int:
    return max(map(_columns, text.splitlines()), default=1)


def _columns(text: str) -> int:
    """Characters, those of East Asia twice."""
    return (
        len(text) if text.isascii() else len(text) + sum("\u2e80" <= c <= "\uffdc" or c > "\U0001f000" for c in text)
    )
