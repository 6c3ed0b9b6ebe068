"""The pieces of a memo in reading order: which style a block has, what room is above it, where pages must end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefer.memo.blocks import (
    Block,
    Code,
    Field,
    Heading,
    ListItem,
    Numbered,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Table,
    block_runs,
)
from briefer.pdf.flow import Item
from briefer.pdf.pieces import Piece
from briefer.pdf.setter import NO_BAND, Band, Setter
from briefer.pdf.trims import Trim
from briefer.render.groups import Line, ListCounter, is_boxed
from briefer.render.word.body import label_width, stays
from briefer.render.word.numbering import STEP, level_of, numbered_indent
from briefer.render.word.outline import Outline
from briefer.render.word.paragraph import DEFAULT_STYLE
from briefer.render.word.roles import BOX_INDENT, style_of

_BULLETS = "•–▪"
_SHORT = 6
"""A table with no more body rows than this is not parted, as in Word."""


def citations(blocks: Sequence[Block]) -> dict[int, str]:
    """The notes in the order in which the text cites them first, each with the entry of the words that do so.

    That is the order in which the reader sees them counted.
    """
    cited: dict[int, str] = {}
    for block in blocks:
        for run in block_runs(block):
            if run.note and run.note not in cited:
                cited[run.note] = run.entry
    return cited


class Reading:
    """Goes through the blocks of one memo; ``items`` may be drawn from step by step."""

    def __init__(self, blocks: Sequence[Block], setter: Setter) -> None:
        self._blocks = blocks
        self._setter = setter
        self._outline = Outline()
        self._places = _list_places(blocks)
        labels = (block.label for block in blocks if isinstance(block, Field))
        self._label_width = label_width(labels, setter.faces.scale)
        self._room = 0.0
        self._new_page = False
        self._after_table = False
        self._inset = 0  # of lists under a numbered paragraph

    def items(self) -> Iterator[Item]:
        """The pieces in their places."""
        for at, block in enumerate(self._blocks):
            match block:
                case Table():
                    yield from self._table(at, block)
                case PageBreak():
                    self._new_page = True
                case _:
                    style, piece = self._piece(at, block)
                    if piece is not None:
                        yield self._item(at, style, piece)

    def _piece(self, at: int, block: Block) -> tuple[str, Piece | None]:
        match block:
            case Paragraph(runs=runs):
                style = style_of(block.style)
                return style, self._setter.text(style, runs, band=self._band(at))
            case Numbered():
                return self._numbered(block)
            case Heading():
                self._inset = 0
                return self._heading(block)
            case ListItem():
                return self._list_item(at, block)
            case Field():
                return "Field", self._setter.field(block, self._label_width)
            case Quotation():
                return "Quote", self._setter.quotation(block, self._inset, goes_on=self._trim(at + 1) == "bar")
            case Code():
                return "SourceCode", self._setter.code(block)
            case Rule():
                return "HorizontalRule", self._setter.rule()
            case _:
                raise TypeError(f"no piece for {type(block).__name__}")

    def _heading(self, block: Heading) -> tuple[str, Piece | None]:
        """A heading without words is none: what it refers to stays, as a paragraph."""
        if any(run.text.strip() for run in block.runs):
            style = self._outline.style(block.level)
            self._after_table = False
            return style, self._setter.text(style, block.runs)
        cites = any(run.note for run in block.runs)
        return DEFAULT_STYLE, self._setter.text(DEFAULT_STYLE, block.runs) if cites else None

    def _list_item(self, at: int, block: ListItem) -> tuple[str, Piece]:
        level, band, boxed = level_of(block), self._band(at), is_boxed(block)
        indent = STEP * level + (BOX_INDENT if boxed else self._inset)
        if not block.first:
            style = style_of(block.style) if block.style else "ListContinue"
            return style, self._setter.text(style, block.runs, indent + STEP, band)
        style = style_of(block.style) if boxed else "ListNumber" if block.ordered else "ListBullet"
        mark = _number(level, self._places[at].number) if block.ordered else _BULLETS[level % 3]
        return style, self._setter.item(style, block.runs, mark, indent, STEP, band)

    def _numbered(self, block: Numbered) -> tuple[str, Piece]:
        left, hanging = numbered_indent(block.level)
        self._inset = left
        if not block.number:
            style = style_of(block.style)
            return style, self._setter.text(style, block.runs, left)
        return "NumberedParagraph", self._setter.item(
            "NumberedParagraph", block.runs, block.number, left - hanging, hanging
        )

    def _item(self, at: int, style: str, piece: Piece) -> Item:
        """The piece with its room; between neighbours with one trim the piece above has it already."""
        face, trim = self._setter.faces.face(style), self._trim(at)
        above = 0.0 if trim and trim == self._trim(at - 1) else self._above(face.before)
        keep = face.keep_with_next or stays(self._blocks, at)
        item = Item(piece, above, self._new_page, keep, None, at)
        self._room = 0.0 if trim and trim == self._trim(at + 1) else face.after
        self._new_page = self._after_table = False
        return item

    def _band(self, at: int) -> Band:
        """What is drawn around a paragraph or an item and its neighbours."""
        match self._blocks[at]:
            case Paragraph(style="signature"):
                return Band("line")
            case _ if trim := self._trim(at):
                return Band(trim, (trim != self._trim(at - 1), trim != self._trim(at + 1)))
            case _:
                return NO_BAND

    def _trim(self, at: int) -> Trim:
        """The trim that a block shares with neighbours of its kind."""
        match self._blocks[at] if 0 <= at < len(self._blocks) else None:
            case Quotation():
                return "bar"
            case Paragraph(style="bottom-line"):
                return "ground"
            case (Paragraph() | ListItem()) as block if is_boxed(block):
                return "frame"
            case _:
                return ""

    def _table(self, at: int, table: Table) -> Iterator[Item]:
        if not table.header:
            return
        rows = self._setter.rows(table)
        head = next(rows)
        yield Item(head, self._above(0), self._new_page, keep=bool(table.rows), block=at)
        self._room, self._new_page, self._after_table = 0.0, False, True
        short, last = len(table.rows) <= _SHORT, len(table.rows) - 1
        for number, row in enumerate(rows):
            keep = short if number < last else stays(self._blocks, at)
            yield Item(row, keep=keep, head=head, block=at)

    def _above(self, before: float) -> float:
        """The room between two pieces is the larger of what they ask for, as in Word; a table is kept off besides."""
        gap = self._setter.faces.face("TableGap").line if self._after_table else 0
        return gap + max(self._room, before)


def _list_places(blocks: Sequence[Block]) -> dict[int, Line]:
    """For each block that begins an item of a list, its place there."""
    counter, places = ListCounter(), dict[int, Line]()
    for is_item, members in groupby(enumerate(blocks), key=lambda member: isinstance(member[1], ListItem)):
        if is_item:
            found = [(at, block) for at, block in members if isinstance(block, ListItem)]
            start = next((n for n, (_, block) in enumerate(found) if block.first), len(found))
            lines = counter.lines(block for _, block in found[start:])
            places.update(zip((at for at, _ in found[start:]), lines, strict=True))
    return places


def _number(level: int, number: int) -> str:
    """The mark of an item, as Word counts on its levels."""
    match level % 3:
        case 0:
            return f"{number}."
        case 1:
            return f"{chr(ord('a') + (number - 1) % 26) * ((number - 1) // 26 + 1)}."
        case _:
            return f"{_roman(number)}."


def _roman(number: int) -> str:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    hundreds = ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm")
    thousands, rest = divmod(number, 1000)
    return "m" * thousands + hundreds[rest // 100] + tens[rest // 10 % 10] + ones[rest % 10]
