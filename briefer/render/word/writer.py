"""A memo as a Word document: the base document's parts, with the memo's own in their places."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.memo.blocks import Memo
from briefer.memo.remarks import Remark
from briefer.render.word import names
from briefer.render.word.body import BodyWriter
from briefer.render.word.comments import Comments, MarkedRuns
from briefer.render.word.links import Links
from briefer.render.word.notes import NoNotes, TextNotes
from briefer.render.word.numbering import Lists
from briefer.render.word.package import base_parts, zip_parts
from briefer.render.word.page import footer_xml, header_xml, section_xml, text_width
from briefer.render.word.properties import core_xml, in_language
from briefer.render.word.runs import RunWriter
from briefer.render.word.standard_look import LOOKS

_OWN = frozenset(
    (
        names.DOCUMENT, names.DOCUMENT_LINKS, names.FOOTNOTES, names.FOOTNOTE_LINKS, names.NUMBERING, names.HEADER,
        names.FOOTER, names.CORE_PROPERTIES,
    )
)  # fmt: skip
"""Parts that each memo has its own of; comments touch others too."""
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_docx(memo: Memo, remarks: Sequence[Remark] = ()) -> bytes:
    """``memo`` as a .docx file, with ``remarks`` as comments; equal memos give equal bytes.

    Raises ``DataError`` if the memo asks for a look that does not ship.
    """
    parts = memo_parts(memo, remarks)
    return zip_parts(parts, shared=() if remarks else parts.keys() - _OWN)


def memo_parts(memo: Memo, remarks: Sequence[Remark] = ()) -> dict[str, str]:
    """The parts of the package by name, as text."""
    facts = memo.facts
    parts = dict(base_parts(facts.look))
    opening, section = _skeleton(parts[names.DOCUMENT])
    width = text_width(section, facts)

    lists, notes = Lists(), TextNotes(memo.blocks)
    text_links, note_links = Links(), Links()
    comments = Comments(remarks)
    blocks = comments.marked(memo.blocks) if remarks else memo.blocks
    writer = (MarkedRuns if remarks else RunWriter)(text_links, notes)
    body = BodyWriter(writer, lists, width, LOOKS.get(facts.look, 1.0)).xml(blocks)
    footnotes = notes.part(memo.notes, RunWriter(note_links, NoNotes()))

    parts[names.DOCUMENT] = f"{opening}{body}{section_xml(section, facts)}</w:body></w:document>"
    parts[names.FOOTNOTES] = footnotes
    parts[names.NUMBERING] = lists.part()
    parts[names.HEADER] = header_xml(facts)
    parts[names.FOOTER] = footer_xml(facts, width)
    parts[names.STYLES] = in_language(parts[names.STYLES], facts)
    parts[names.CORE_PROPERTIES] = core_xml(facts)
    comments.add_to(parts, facts.modified)
    own = parts[names.DOCUMENT_LINKS].removesuffix("</Relationships>")
    parts[names.DOCUMENT_LINKS] = f"{own}{text_links.relationships()}</Relationships>"
    if note_relationships := note_links.relationships():
        parts[names.FOOTNOTE_LINKS] = (
            f'{names.DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{note_relationships}</Relationships>'
        )
    return parts


def _skeleton(document: str) -> tuple[str, str]:
    """The base document up to the start of its body, and its ``w:sectPr``."""
    opening, start, rest = document.partition("<w:body>")
    _, mark, section = rest.partition("<w:sectPr")
    end = section.index("</w:sectPr>") + len("</w:sectPr>")
    return opening + start, mark + section[:end]
