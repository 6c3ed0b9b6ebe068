"""Sets words, rows and notes as pieces. A piece is set once: what is asked for again is taken from the last time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import accumulate, zip_longest
from typing import NamedTuple

from PySide6.QtCore import Qt

from briefer.memo.blocks import Alignment, Code, Field, Note, Quotation, Run, Runs, Table
from briefer.pdf.faces import Face, Faces
from briefer.pdf.pieces import Column, Piece
from briefer.pdf.text import Words, plain_words, set_words
from briefer.pdf.trims import HAIR, Trim
from briefer.render.word.direction import runs_right_to_left
from briefer.render.word.paragraph import is_rtl
from briefer.render.word.tables import column_widths

_CELL = 108
"""Between the side of a cell and its words."""
_BAR_SPACE = 245
"""From the left of a quotation's bar to its words."""
_SIGN = 60
"""From a line to sign on down to the name under it."""
_BOX = 90
"""From the side of a box or a ground to its words."""
_DIGIT = 105
"""Width of a character of a list's mark, the full stop after it counted as one."""
_ALIGN: dict[Alignment, Qt.AlignmentFlag] = {
    "": Qt.AlignmentFlag.AlignLeft,
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Band(NamedTuple):
    """What is drawn around a piece and its neighbours together, and whether it begins and ends with this piece."""

    trim: Trim = ""
    closed: tuple[bool, bool] = (True, True)


NO_BAND = Band()


class Setter:
    """Sets pieces for a text column ``width`` wide; a row higher than ``tallest_row`` may be parted between pages.

    ``begin`` and ``end`` go around the pieces of one memo: what was not asked for in between is forgotten.
    """

    def __init__(self, faces: Faces, width: float, tallest_row: float) -> None:
        self.faces = faces
        self._width = width
        self._tallest_row = tallest_row
        self._shown: Mapping[int, int] = {}
        self._kept: dict[Hashable, Piece] = {}
        self._used: dict[Hashable, Piece] = {}
        self._widths: dict[Table, tuple[int, ...]] = {}
        self._used_widths: dict[Table, tuple[int, ...]] = {}

    def begin(self, shown: Mapping[int, int]) -> None:
        """Begin a memo; ``shown`` is the number under which the reader sees each note."""
        self._shown = shown
        self._used, self._used_widths = {}, {}

    def end(self) -> None:
        """The memo is complete."""
        self._kept, self._widths = self._used, self._used_widths

    def text(self, style: str, runs: Runs, left: int | None = None, band: Band = NO_BAND) -> Piece:
        """A paragraph in one of the Word look's styles; ``left`` stands in for the style's own indent."""

        def make() -> Piece:
            face, rtl = self.faces.face(style), is_rtl(runs)
            start = face.left if left is None else left
            width = self._width - start - face.right
            x = face.right if rtl else start
            column = Column(self._words(runs, style), face, x, width, rtl=rtl)
            return self._banded([column], face, band, rtl=rtl, together=face.keep_together)

        return self._once((style, runs, left, band, self._marks(runs)), make)

    def item(self, style: str, runs: Runs, mark: str, indent: int, step: int, band: Band = NO_BAND) -> Piece:
        """An item whose mark stands ``indent`` from the edge, its words ``step`` from there or a bit more."""

        def make() -> Piece:
            face, rtl = self.faces.face(style), is_rtl(runs)
            room = max(step, _DIGIT * len(mark))
            width = self._width - indent - room - face.right
            columns = [
                Column(plain_words(mark), face, indent, room, rtl=rtl),
                Column(self._words(runs, style), face, indent + room, width, rtl=rtl),
            ]
            return self._banded(self._mirrored(columns) if rtl else columns, face, band, rtl=rtl)

        return self._once((style, runs, mark, indent, band, self._marks(runs)), make)

    def _banded(self, columns: list[Column], face: Face, band: Band, *, rtl: bool, together: bool = False) -> Piece:
        """The piece with what is drawn around it and its neighbours, up to the next of them."""
        if not band.trim:
            return Piece(columns, together=together)
        if band.trim == "line":
            edges = (0.0, self._width - face.right)
            if rtl:
                edges = (float(face.right), self._width)
            return Piece(columns, padding=(_SIGN, 0), trim="line", edges=edges, together=together)
        below = _BOX if band.closed[1] else max(face.after, face.before)
        return Piece(
            columns,
            padding=(_BOX if band.closed[0] else 0, below),
            trim=band.trim,
            edges=(0.0, self._width),
            together=together,
            closed=band.closed,
        )

    def field(self, field: Field, label_width: int) -> Piece:
        """A line of the header block; the value starts ``label_width`` from the edge."""

        def make() -> Piece:
            face, rtl = self.faces.face("Field"), runs_right_to_left(field.label)
            label = plain_words(field.label, self.faces.grey("Field"))
            value = self._words(field.runs, "Field")
            columns = [
                Column(label, face, 0, label_width - _CELL, rtl=rtl),
                Column(value, face, label_width, self._width - label_width, rtl=rtl),
            ]
            return Piece(self._mirrored(columns) if rtl else columns, together=True)

        return self._once((field, label_width, self._marks(field.runs)), make)

    def quotation(self, block: Quotation, inset: int, *, goes_on: bool) -> Piece:
        """A quotation beside its bar, ``inset`` from the edge.

        If it ``goes_on``, the bar spans the room up to the next paragraph.
        """

        def make() -> Piece:
            face, rtl = self.faces.face("Quote"), is_rtl(block.runs)
            left = inset + face.left
            column = Column(self._words(block.runs, "Quote"), face, left, self._width - left, rtl=rtl)
            bar = left - _BAR_SPACE
            return Piece(
                self._mirrored([column]) if rtl else [column],
                padding=(0, max(face.after, face.before) if goes_on else 0),
                trim="bar",
                edges=[self._width - bar if rtl else bar],
            )

        return self._once((block, inset, goes_on, self._marks(block.runs)), make)

    def code(self, block: Code) -> Piece:
        """Lines of code on their ground."""

        def make() -> Piece:
            face = self.faces.face("SourceCode")
            words = plain_words(block.text.rstrip("\n"))
            column = Column(words, face, face.left, self._width - face.left - face.right)
            edges = (face.left - _BOX, self._width - face.right + _BOX)
            return Piece([column], padding=(_BOX, _BOX), trim="box", edges=edges)

        return self._once(block, make)

    def rule(self) -> Piece:
        """A thin line from edge to edge."""

        def make() -> Piece:
            column = Column(plain_words(""), self.faces.face("HorizontalRule"), 0, self._width)
            return Piece([column], padding=(0, 2 * HAIR), trim="rule", edges=(0, self._width))

        return self._once("rule", make)

    def rows(self, table: Table) -> Iterator[Piece]:
        """The rows of a table, its header first."""
        widths = self._widths.get(table)
        if widths is None:
            widths = tuple(column_widths(table, int(self._width), self.faces.scale))
        self._used_widths[table] = widths
        form = (widths, tuple(_ALIGN[align] for align in table.alignments), is_rtl(table.header[0]))
        yield self._row("TableHeading", table.header, *form)
        for cells in table.rows:
            yield self._row("TableText", cells, *form)

    def _row(
        self,
        style: str,
        cells: tuple[Runs, ...],
        widths: tuple[int, ...],
        aligns: tuple[Qt.AlignmentFlag, ...],
        mirrored: bool,
    ) -> Piece:
        def make() -> Piece:
            face = self.faces.face(style)
            edges = list(accumulate(widths, initial=0))
            columns = [
                Column(
                    self._words(runs, style), face, left + _CELL, max(right - left - 2 * _CELL, _CELL),
                    align or Qt.AlignmentFlag.AlignLeft, is_rtl(runs),
                )
                for runs, left, right, align in zip_longest(cells, edges[:-1], edges[1:], aligns[: len(cells)])
            ]  # fmt: skip
            if mirrored:
                columns, edges = self._mirrored(columns), [edges[-1] - edge for edge in reversed(edges)]
            return Piece(
                columns,
                padding=(face.before, face.after + HAIR),
                trim="head" if style == "TableHeading" else "row",
                edges=edges,
                whole_up_to=self._tallest_row,
            )

        marks = tuple([self._shown[run.note] for runs in cells for run in runs if run.note])
        return self._once((style, cells, widths, aligns, mirrored, marks), make)

    def note(self, note: Note, number: int) -> Piece:
        """A note as it stands at the foot of a page, ``number`` being its own; its paragraphs under each other."""

        def make() -> Piece:
            runs = [Run(note=number)]
            for at, paragraph in enumerate(note.paragraphs):
                runs += [Run("\n" if at else " "), *(run for run in paragraph if not run.note)]
            face, rtl = self.faces.face("FootnoteText"), is_rtl(runs)
            words = self._words(runs, "FootnoteText")
            return Piece([Column(words, face, 0, self._width, rtl=rtl)], padding=(0, face.after))

        return self._once((note, self._shown[number]), make)

    def _once(self, key: Hashable, make: Callable[[], Piece]) -> Piece:
        piece = self._used.get(key) or self._kept.get(key)
        if piece is None:
            piece = self._kept[key] = make()
        self._used[key] = piece
        return piece

    def _words(self, runs: Sequence[Run], style: str) -> Words:
        return set_words(runs, style, self.faces, self._shown)

    def _marks(self, runs: Runs) -> tuple[int, ...]:
        """The note numbers that the reader sees in ``runs``."""
        return tuple([self._shown[run.note] for run in runs if run.note])

    def _mirrored(self, columns: list[Column]) -> list[Column]:
        return [column._replace(x=self._width - column.x - column.width) for column in columns]
