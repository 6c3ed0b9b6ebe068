"""The standard look: the styles of the base document."""

from __future__ import annotations

from typing import NamedTuple

from briefer.render.word.body import LABEL_WIDTH
from briefer.render.word.names import W
from briefer.render.word.numbering import BULLET_STYLE_NUM, NUMBER_STYLE_NUM, PARAGRAPH_NUM, STEP
from briefer.render.word.roles import BOX_INDENT, QUOTE_INDENT

SANS = "Arial"
FIXED = "Courier New"
EAST_ASIAN = "Microsoft YaHei"

SIGNATURE_INDENT = 4600
"""What a line to sign on leaves free on its right, in twentieths of a point."""

_BLACK = "000000"
_GREY = "595959"
_LINE = "A6A6A6"
_SHADE = "E9EBEE"
_BLUE = "0B4F8A"
"""Text colours have a contrast of at least 4.5 to white and to the shade; lines and the shade carry no words."""


class Look(NamedTuple):
    """A paragraph style. Sizes and spaces in points, indents in twentieths of a point.

    ``rank`` is the place in Word's list of styles; ``borders`` and ``shade`` are XML of ``w:pPr``.
    """

    style_id: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    rank: int = 99
    size: float = 0
    bold: bool = False
    colour: str = ""
    font: str = ""
    before: float | None = None
    after: float | None = None
    line: float = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    keep_with_next: bool = False
    keep_together: bool = False
    outline: int | None = None
    numbering: int = 0
    borders: str = ""
    shade: str = ""
    capitals: bool = False
    letter_space: int = 0


def _border(side: str, space: int, size: int = 4, colour: str = _LINE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _heading(depth: int, size: float, before: float, after: float) -> Look:
    return Look(
        f"Heading{depth}",
        f"heading {depth}",
        following="Normal",
        rank=9,
        size=size,
        bold=True,
        before=before,
        after=after,
        line=1.0,
        keep_with_next=True,
        keep_together=True,
        outline=depth - 1,
    )


PARAGRAPHS = (
    Look("Normal", "Normal", based_on="", rank=0, size=10.5, before=0, after=6, line=1.12),
    Look(
        "Title",
        "Title",
        following="Normal",
        rank=10,
        size=18,
        bold=True,
        before=0,
        after=6,
        line=1.05,
        keep_with_next=True,
        keep_together=True,
    ),
    Look(
        "Kicker",
        "Kicker",
        following="Title",
        rank=11,
        size=9,
        bold=True,
        colour=_GREY,
        before=0,
        after=3,
        keep_with_next=True,
        capitals=True,
        letter_space=20,
    ),
    _heading(1, 12.5, 12, 4),
    _heading(2, 11, 10, 3),
    _heading(3, 10.5, 8, 3),
    _heading(4, 10, 8, 2),
    Look(
        "Field",
        "Field",
        rank=12,
        after=2,
        line=1.1,
        left=LABEL_WIDTH,
        hanging=LABEL_WIDTH,
        keep_together=True,
    ),
    Look("ListBullet", "List Bullet", rank=13, after=3, numbering=BULLET_STYLE_NUM),
    Look("ListNumber", "List Number", rank=13, after=3, numbering=NUMBER_STYLE_NUM),
    Look("ListContinue", "List Continue", rank=14, after=3, left=STEP),
    Look(
        "Quote",
        "Quote",
        following="Normal",
        rank=15,
        before=2,
        after=6,
        left=QUOTE_INDENT,
        borders=_border("left", 10, size=18),
    ),
    Look(
        "SourceCode",
        "Source Code",
        rank=16,
        size=9,
        font=FIXED,
        before=2,
        after=6,
        line=1.0,
        borders="".join(_border(side, 4, colour=_SHADE) for side in ("top", "left", "bottom", "right")),
        shade="F3F4F6",
        left=100,
        right=100,
    ),
    Look(
        "HorizontalRule",
        "Horizontal Rule",
        following="Normal",
        rank=17,
        size=3,
        before=0,
        after=6,
        line=1.0,
        borders=_border("bottom", 1),
    ),
    Look(
        "Signature",
        "Signature",
        rank=18,
        before=32,
        after=0,
        right=SIGNATURE_INDENT,
        keep_with_next=True,
        keep_together=True,
        borders=_border("top", 2, colour=_BLACK),
    ),
    # Word draws one line for neighbours with the same border: the next one's is a hair thicker.
    Look(
        "SignatureNext",
        "Signature Next",
        based_on="Signature",
        rank=18,
        borders=_border("top", 2, size=6, colour=_BLACK),
    ),
    Look(
        "BottomLine",
        "Bottom Line",
        following="Normal",
        rank=18,
        before=2,
        after=6,
        borders="".join(_border(side, 4, colour=_SHADE) for side in ("top", "left", "bottom", "right")),
        shade=_SHADE,
        left=100,
        right=100,
    ),
    Look("NumberedParagraph", "Numbered Paragraph", rank=13, numbering=PARAGRAPH_NUM),
    Look("TickLine", "Tick Line", following="Normal", rank=18, before=0, after=6, keep_together=True),
    Look(
        "Question",
        "Question",
        following="Normal",
        rank=18,
        bold=True,
        colour=_GREY,
        before=4,
        after=2,
        keep_with_next=True,
    ),
    Look(
        "Box",
        "Box",
        rank=18,
        after=4,
        borders="".join(_border(side, 5, colour=_GREY) for side in ("top", "left", "bottom", "right")),
        left=BOX_INDENT,
        right=BOX_INDENT,
        keep_together=True,
    ),
    Look("BoxHeading", "Box Heading", based_on="Box", following="Box", rank=18, bold=True, keep_with_next=True),
    Look("TableText", "Table Text", rank=19, size=9.5, before=2, after=2, line=1.05),
    Look("TableHeading", "Table Heading", based_on="TableText", rank=19, bold=True, keep_with_next=True),
    Look("TableGap", "Table Gap", following="Normal", rank=99, size=6, after=0, line=1.0),
    Look("Header", "header", rank=99, size=9.5, after=0, line=1.0),
    Look("Footer", "footer", rank=99, size=9, after=0, line=1.0),
    Look("FootnoteText", "footnote text", rank=99, size=8.5, after=1, line=1.0),
)

CHARACTERS = {
    ("Hyperlink", "Hyperlink"): f'<w:color w:val="{_BLUE}"/><w:u w:val="single"/>',
    ("FootnoteReference", "footnote reference"): '<w:vertAlign w:val="superscript"/>',
    ("FieldLabel", "Field Label"): f'<w:color w:val="{_GREY}"/>',
}
"""Character styles: id and name, and the content of their ``w:rPr``; ``characters`` has them all."""
CODE_SIZE = 9.5
"""Of inline code, in points."""
_FIXED_PITCH = (
    f'<w:rFonts w:ascii="{FIXED}" w:hAnsi="{FIXED}" w:cs="{FIXED}"/>'
    '<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
)

DEFAULTS = f"""<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{SANS}" w:eastAsia="{EAST_ASIAN}" w:hAnsi="{SANS}" w:cs="{SANS}"/>
<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"""

# What Word needs to be there, and what it shows of its own built-in styles: nothing until somebody uses one.
LATENT = f"""<w:latentStyles xmlns:w="{W}" w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"
 w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>"""
WORDS_OWN = (
    """<w:style {w} w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>""",
    """<w:style {w} w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>""",
    """<w:style {w} w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>""",
)

# The header row is bold by its style Table Heading; said here as well, the two cancel out (ISO 29500-1, 17.7.3).
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
MEMO_TABLE = f"""<w:style {{w}} w:type="table" w:customStyle="1" w:styleId="MemoTable"><w:name w:val="Memo Table"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/><w:tblPr><w:tblBorders>
{"".join(_border(edge, 0) for edge in _EDGES)}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow">
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/></w:tcPr></w:tblStylePr>
</w:style>"""

CUSTOM = frozenset(
    "Kicker Field SourceCode HorizontalRule TableText TableHeading TableGap BottomLine NumberedParagraph TickLine"
    " Question Box BoxHeading SignatureNext".split()
)
"""Ids of the styles that are no built-in ones of Word."""

LOOKS = {"standard": 1.0, "large": 1.35}
"""The looks that ship, and the size of their words beside that of the standard one. Header and footer keep theirs."""
OF_THE_SHEET = ("Header", "Footer", "TableGap", "HorizontalRule")
_WITH_ITS_WORDS = ("Field",)
"""Styles whose indent makes room for words, and grows with them."""


def paragraphs(look: str) -> tuple[Look, ...]:
    """The paragraph styles of a look that ships; for any other, those of the standard one."""
    factor = LOOKS.get(look, 1.0)
    return tuple(each if each.style_id in OF_THE_SHEET else _scaled(each, factor) for each in PARAGRAPHS)


def characters(look: str) -> dict[tuple[str, str], str]:
    """The character styles of a look that ships: id and name, and the content of their ``w:rPr``."""
    size = round(CODE_SIZE * 2 * LOOKS.get(look, 1.0))
    return CHARACTERS | {("VerbatimChar", "Verbatim Char"): _FIXED_PITCH.format(size=size)}


def _scaled(look: Look, factor: float) -> Look:
    return look._replace(
        size=round(look.size * factor * 2) / 2,
        before=None if look.before is None else round(look.before * factor),
        after=None if look.after is None else round(look.after * factor),
        left=round(look.left * factor) if look.style_id in _WITH_ITS_WORDS else look.left,
        hanging=round(look.hanging * factor),
    )
