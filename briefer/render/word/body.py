"""Blocks become the paragraphs and tables of a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefer.memo.blocks import (
    Block,
    Code,
    Field,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Runs,
    Table,
)
from briefer.render.word.direction import runs_right_to_left
from briefer.render.word.numbering import STEP, Lists, level_of
from briefer.render.word.outline import Outline
from briefer.render.word.paragraph import DEFAULT_STYLE, is_rtl, paragraph_xml
from briefer.render.word.runs import RunWriter, text_runs
from briefer.render.word.tables import table_xml

_STYLES = {"kicker": "Kicker", "signature": "Signature"}

LABEL_WIDTH = 1417
"""Where the values of the header block start, in twentieths of a point: 2.5 cm, further in for long labels."""
_WIDEST_LABEL = 3400
_LABEL_CHARACTER = 110


class BodyWriter:
    """Writes blocks for a text column ``width`` wide (twentieths of a point)."""

    def __init__(self, writer: RunWriter, lists: Lists, width: int) -> None:
        self._writer = writer
        self._lists = lists
        self._width = width
        self._outline = Outline()
        self._label_width = LABEL_WIDTH
        self._new_page = False
        self._after_table = False

    def xml(self, blocks: Sequence[Block]) -> str:
        """All blocks in order. May be called again for the next part of the same document."""
        self._label_width = label_width(block.label for block in blocks if isinstance(block, Field))
        written = "".join(map(self._block, blocks))
        return written + self._gap()

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._text(_STYLES.get(block.style, DEFAULT_STYLE), block.runs)
            case Heading():
                return self._heading(block)
            case ListItem():
                return self._item(block)
            case Table():
                return self._table(block)
            case Field():
                return self._field(block)
            case Quotation():
                return self._text("Quote", block.runs)
            case Code():
                return self._paragraph("SourceCode", text_runs(block.text.rstrip("\n")))
            case Rule():
                return self._paragraph("HorizontalRule", "")
            case PageBreak():
                self._new_page = True
                return ""

    def _heading(self, block: Heading) -> str:
        """A heading without words is none: what it refers to stays, as a paragraph."""
        if any(run.text.strip() for run in block.runs):
            self._after_table = False
            return self._text(self._outline.style(block.level), block.runs)
        return self._text(DEFAULT_STYLE, block.runs) if any(run.note for run in block.runs) else ""

    def _item(self, block: ListItem) -> str:
        if block.first:
            style = "ListNumber" if block.ordered else "ListBullet"
            return self._text(style, block.runs, numbering=self._lists.numbering(block))
        return self._text("ListContinue", block.runs, indent=f'<w:ind w:left="{STEP * (level_of(block) + 1)}"/>')

    def _field(self, block: Field) -> str:
        content = text_runs(block.label, "FieldLabel") + "<w:r><w:tab/></w:r>" + self._writer.xml(block.runs)
        width = self._label_width
        indent = f'<w:ind w:left="{width}" w:hanging="{width}"/>' if width != LABEL_WIDTH else ""
        return self._paragraph("Field", content, rtl=runs_right_to_left(block.label), indent=indent)

    def _table(self, block: Table) -> str:
        """A table has no page break of its own and would join the table before it: a narrow line stands between."""
        before = self._paragraph("TableGap", "") if self._new_page else self._gap()
        self._after_table = True
        return before + table_xml(block, self._width, self._writer)

    def _text(self, style: str, runs: Runs, *, numbering: str = "", indent: str = "") -> str:
        return self._paragraph(style, self._writer.xml(runs), rtl=is_rtl(runs), numbering=numbering, indent=indent)

    def _paragraph(
        self, style: str, content: str, *, rtl: bool = False, numbering: str = "", indent: str = ""
    ) -> str:
        before, new_page = self._gap(), self._new_page
        self._new_page = False
        return before + paragraph_xml(style, content, new_page=new_page, rtl=rtl, numbering=numbering, indent=indent)

    def _gap(self) -> str:
        """The narrow line that keeps what follows off a table; headings have room of their own."""
        due, self._after_table = self._after_table, False
        return paragraph_xml("TableGap", "") if due else ""


def label_width(labels: Iterable[str]) -> int:
    """Where the values of a header block with these labels start, in twentieths of a point."""
    longest = max(map(len, labels), default=0)
    return min(max(LABEL_WIDTH, (longest + 2) * _LABEL_CHARACTER), _WIDEST_LABEL)
