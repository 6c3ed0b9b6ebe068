"""Gives the styles of the standard look to a python-docx document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.render.word.names import W
from briefer.render.word.standard_look import (
    CUSTOM,
    DEFAULTS,
    LATENT,
    MEMO_TABLE,
    WORDS_OWN,
    Look,
    characters,
    paragraphs,
)

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import BaseStyle, ParagraphStyle
    from docx.styles.styles import Styles


def fill_styles(styles: Styles, look: str) -> None:
    """Replace all styles of a python-docx document by those of a look of ours."""
    for child in list(styles.element):
        styles.element.remove(child)
    for xml in (DEFAULTS, LATENT):
        _append(styles, xml)
    _add_paragraph_styles(styles, paragraphs(look))
    for xml in WORDS_OWN:
        _append(styles, xml.format(w=f'xmlns:w="{W}"'))
    for (style_id, name), properties in characters(look).items():
        _append(styles, _character_style(style_id, name, properties))
    _append(styles, MEMO_TABLE.format(w=f'xmlns:w="{W}"'))


def _append(styles: Styles, xml: str) -> None:
    from docx.oxml import parse_xml

    styles.element.append(parse_xml(xml.replace("\n", "")))


def _character_style(style_id: str, name: str, properties: str) -> str:
    own = "" if name in ("Hyperlink", "footnote reference") else ' w:customStyle="1"'
    return (
        f'<w:style xmlns:w="{W}" w:type="character"{own} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def _add_paragraph_styles(styles: Styles, looks: Sequence[Look]) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    made: dict[str, ParagraphStyle] = {}
    for look in looks:
        own = look.style_id in CUSTOM
        style = styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=not own)  # type: ignore[no-untyped-call]
        style.element.set(qn("w:styleId"), look.style_id)
        made[look.style_id] = style
    made["Normal"].element.set(qn("w:default"), "1")
    for look in looks:
        style = made[look.style_id]
        if look.based_on:
            style.base_style = made[look.based_on]
        if look.following:
            style.next_paragraph_style = made[look.following]
        _list_in_word(style, look)
        _set_paragraph(style, look)
        _set_font(style, look)
        for empty in style.element.xpath("w:pPr[not(*)] | w:rPr[not(*)]"):
            style.element.remove(empty)


def _list_in_word(style: BaseStyle, look: Look) -> None:
    style.priority = look.rank
    style.quick_style = style.unhide_when_used = look.rank < 99
    style.hidden = False


def _set_paragraph(style: ParagraphStyle, look: Look) -> None:
    from docx.shared import Pt, Twips

    form = style.paragraph_format
    form.widow_control = True if look.style_id == "Normal" else None
    form.keep_with_next = look.keep_with_next or None
    form.keep_together = look.keep_together or None
    form.space_before = None if look.before is None else Pt(look.before)
    form.space_after = None if look.after is None else Pt(look.after)
    form.line_spacing = look.line or None
    if look.left:
        form.left_indent = Twips(look.left)
    if look.right:
        form.right_indent = Twips(look.right)
    if look.hanging:
        form.first_line_indent = Twips(-look.hanging)
    _add_paragraph_xml(style, look)


def _add_paragraph_xml(style: ParagraphStyle, look: Look) -> None:
    """What python-docx has no API for: numbering, borders, shade, outline level."""
    later = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:textAlignment", "w:outlineLvl")
    properties = style.element.get_or_add_pPr()
    if look.numbering:
        _insert(properties, f'<w:numPr {{w}}><w:numId w:val="{look.numbering}"/></w:numPr>', *later)
    if look.borders:
        _insert(properties, f"<w:pBdr {{w}}>{look.borders}</w:pBdr>", *later)
    if look.shade:
        _insert(properties, f'<w:shd {{w}} w:val="clear" w:color="auto" w:fill="{look.shade}"/>', *later)
    if look.outline is not None:
        _insert(properties, f'<w:outlineLvl {{w}} w:val="{look.outline}"/>')


def _set_font(style: ParagraphStyle, look: Look) -> None:
    from docx.shared import Pt, RGBColor

    font = style.font
    if look.bold:
        font.bold = font.cs_bold = True
    if look.capitals:
        font.all_caps = True
    if look.colour:
        font.color.rgb = RGBColor.from_string(look.colour)
    if look.size:
        font.size = Pt(look.size)
    _add_font_xml(style, look)


def _add_font_xml(style: ParagraphStyle, look: Look) -> None:
    """What python-docx has no API for: fonts of all scripts, size of complex scripts, space between letters."""
    properties = style.element.get_or_add_rPr()
    if look.font:
        fonts = f'<w:rFonts {{w}} w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}"/>'
        _insert(properties, fonts, "w:b", "w:bCs", "w:caps", "w:color", "w:sz")
    if look.letter_space:
        _insert(properties, f'<w:spacing {{w}} w:val="{look.letter_space}"/>', "w:sz")
    if look.size:
        _insert(properties, f'<w:szCs {{w}} w:val="{round(look.size * 2)}"/>')


def _insert(parent: BaseOxmlElement, xml: str, *before: str) -> None:
    """Put an element in front of the named ones, as the order of the schema asks."""
    from docx.oxml import parse_xml

    parent.insert_element_before(parse_xml(xml.format(w=f'xmlns:w="{W}"')), *before)
