"""Blocks become the paragraphs and tables of a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    Runs,
    Table,
)
from briefer.render.groups import is_boxed
from briefer.render.word.direction import runs_right_to_left
from briefer.render.word.numbering import STEP, Lists, level_of, numbered_indent
from briefer.render.word.outline import Outline
from briefer.render.word.paragraph import DEFAULT_STYLE, is_rtl, paragraph_xml
from briefer.render.word.roles import BOX_INDENT, QUOTE_INDENT, style_of
from briefer.render.word.runs import RunWriter, text_runs
from briefer.render.word.tables import table_xml

LABEL_WIDTH = 1417
"""Where the values of the header block start, in twentieths of a point: 2.5 cm, further in for long labels."""
_WIDEST_LABEL = 3400
_LABEL_CHARACTER = 110


class BodyWriter:
    """Writes blocks for a text column ``width`` wide (twentieths of a point).

    ``scale`` is the size of the look's words beside that of the standard one.
    """

    def __init__(self, writer: RunWriter, lists: Lists, width: int, scale: float = 1.0) -> None:
        self._writer = writer
        self._lists = lists
        self._width = width
        self._scale = scale
        self._outline = Outline()
        self._label_width = LABEL_WIDTH
        self._new_page = False
        self._after_table = False
        self._inset = 0  # of lists under a numbered paragraph
        self._keep_next = False
        self._signed = False  # whether the line to sign on before this one has the style of the first

    def xml(self, blocks: Sequence[Block]) -> str:
        """All blocks in order. May be called again for the next part of the same document."""
        self._label_width = label_width((block.label for block in blocks if isinstance(block, Field)), self._scale)
        written = []
        for at, block in enumerate(blocks):
            self._keep_next = stays(blocks, at)
            self._signed = self._signed and isinstance(block, Paragraph) and block.style == "signature"
            written.append(self._block(block))
        return "".join(written) + self._gap()

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(style="signature"):
                return self._signature(block)
            case Paragraph():
                return self._text(style_of(block.style), block.runs)
            case Numbered():
                return self._numbered(block)
            case Heading():
                self._inset = 0
                return self._heading(block)
            case ListItem():
                return self._item(block)
            case Table():
                return self._table(block)
            case Field():
                return self._field(block)
            case Quotation():
                indent = f'<w:ind w:left="{self._inset + QUOTE_INDENT}"/>' if self._inset else ""
                return self._text("Quote", block.runs, indent=indent)
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
        boxed = is_boxed(block)
        inset = BOX_INDENT if boxed else self._inset
        left = inset + STEP * (level_of(block) + 1)
        if not block.first:
            style = style_of(block.style) if block.style else "ListContinue"
            return self._text(style, block.runs, indent=f'<w:ind w:left="{left}"/>')
        style = style_of(block.style) if boxed else "ListNumber" if block.ordered else "ListBullet"
        indent = f'<w:ind w:left="{left}" w:hanging="{STEP}"/>' if inset else ""
        return self._text(style, block.runs, numbering=self._lists.numbering(block), indent=indent)

    def _signature(self, block: Paragraph) -> str:
        """Lines to sign on have two styles in turn, or Word would draw one line for all of them."""
        self._signed = not self._signed
        return self._text("Signature" if self._signed else "SignatureNext", block.runs)

    def _numbered(self, block: Numbered) -> str:
        left, _ = numbered_indent(block.level)
        self._inset = left
        if block.number:
            return self._text("NumberedParagraph", block.runs, numbering=self._lists.paragraph(block.level))
        return self._text(style_of(block.style), block.runs, indent=f'<w:ind w:left="{left}"/>')

    def _field(self, block: Field) -> str:
        content = text_runs(block.label, "FieldLabel") + "<w:r><w:tab/></w:r>" + self._writer.xml(block.runs)
        width = self._label_width
        standard = round(LABEL_WIDTH * self._scale)
        indent = f'<w:ind w:left="{width}" w:hanging="{width}"/>' if width != standard else ""
        return self._paragraph("Field", content, rtl=runs_right_to_left(block.label), indent=indent)

    def _table(self, block: Table) -> str:
        """A table has no page break of its own and would join the table before it: a narrow line stands between."""
        before = self._paragraph("TableGap", "") if self._new_page else self._gap()
        self._after_table = True
        return before + table_xml(block, self._width, self._writer, self._scale, keep_next=self._keep_next)

    def _text(self, style: str, runs: Runs, *, numbering: str = "", indent: str = "") -> str:
        return self._paragraph(style, self._writer.xml(runs), rtl=is_rtl(runs), numbering=numbering, indent=indent)

    def _paragraph(
        self, style: str, content: str, *, rtl: bool = False, numbering: str = "", indent: str = ""
    ) -> str:
        before, new_page = self._gap(), self._new_page
        self._new_page = False
        return before + paragraph_xml(
            style, content, keep_next=self._keep_next, new_page=new_page, rtl=rtl, numbering=numbering, indent=indent
        )

    def _gap(self) -> str:
        """The narrow line that keeps what follows off a table; headings have room of their own."""
        due, self._after_table = self._after_table, False
        return paragraph_xml("TableGap", "") if due else ""


def stays(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block stays on the page of the next one.

    So do what is ticked and its boxes, what shares one box, and words that announce a list, a table or a quotation.
    Lines to sign on bring what stands before their heading along: no page holds them alone.
    """
    block, *following = blocks[at : at + 3]
    match following:
        case [Heading(), Paragraph(style="signature")]:
            return True
        case [(ListItem() | Table() | Quotation() | Code()), *_] if _announces(block):
            return True
        case [(Paragraph() | Numbered() | ListItem()) as other, *_]:
            return other.style == "ticks" or (is_boxed(block) and is_boxed(other))
    return False


def _announces(block: Block) -> bool:
    words = block.runs if isinstance(block, Paragraph | Numbered) else ()
    return "".join(run.text for run in words).rstrip().endswith((":", "："))


def label_width(labels: Iterable[str], scale: float = 1.0) -> int:
    """Where the values of a header block with these labels start, in twentieths of a point."""
    longest = max(map(len, labels), default=0)
    return round(min(max(LABEL_WIDTH, (longest + 2) * _LABEL_CHARACTER), _WIDEST_LABEL) * scale)
