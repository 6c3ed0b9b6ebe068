"""What the file says about the memo: title, author, dates, and the language of its text."""

from __future__ import annotations

import re

from briefer.memo.blocks import Facts
from briefer.render.word.names import DECLARATION
from briefer.text.escape import escape_xml

LONGEST_PROPERTY = 255
"""Word refuses longer core properties."""

_LANGUAGE = re.compile(r"<w:lang [^>]*/>")
_EAST_ASIAN_FONT = re.compile(r'w:eastAsia="[^"]*"')

_UNTITLED = "Untitled memo"
_NO_AUTHOR = "Briefer"
_EAST_ASIAN_FONTS = {"zh": "Microsoft YaHei", "ja": "Yu Gothic", "ko": "Malgun Gothic"}
_TRADITIONAL = ("hant", "tw", "hk", "mo")
_RTL_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def core_xml(facts: Facts) -> str:
    """The core properties part. A title and an author are always there, as checkers for accessibility ask."""
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_property(facts.title) or _UNTITLED}</dc:title>"
        f"<dc:creator>{_property(facts.author) or _NO_AUTHOR}</dc:creator>"
        f"<cp:keywords>{_property(facts.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{_property(facts.author) or _NO_AUTHOR}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_property(facts.created)}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_property(facts.modified)}</dcterms:modified>'
        f"<dc:language>{_property(_language(facts))}</dc:language>"
        "</cp:coreProperties>"
    )


def _property(text: str) -> str:
    line = " ".join(text.split())
    if len(line) > LONGEST_PROPERTY:
        line = line[: LONGEST_PROPERTY - 1].rstrip() + "…"
    return escape_xml(line)


def _language(facts: Facts) -> str:
    return facts.language.strip() or "en-GB"


def in_language(styles: str, facts: Facts) -> str:
    """The base document's styles with the memo's language as that of its text, and a font for its script.

    Word keeps three languages: of Latin text, of East Asian and of right-to-left text. The memo's own goes into its
    place; the other two stay what the base document says.
    """
    language = _language(facts)
    primary, *rest = language.lower().split("-")
    east_asia = language if primary in _EAST_ASIAN_FONTS else "zh-CN"
    bidi = language if primary in _RTL_LANGUAGES else "ar-SA"
    tag = f'<w:lang w:val="{escape_xml(language)}" w:eastAsia="{escape_xml(east_asia)}" w:bidi="{escape_xml(bidi)}"/>'
    styles = _LANGUAGE.sub(lambda _: tag, styles, count=1)
    font = _EAST_ASIAN_FONTS.get(primary)
    if font is None:
        return styles
    if primary == "zh" and any(part in _TRADITIONAL for part in rest):
        font = "Microsoft JhengHei"
    return _EAST_ASIAN_FONT.sub(f'w:eastAsia="{font}"', styles, count=1)
