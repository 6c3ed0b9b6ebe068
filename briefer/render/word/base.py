"""The base documents that ship, one for each look: made here with python-docx, read by the writer.

``python -m briefer.render.word.base`` writes them anew; a test holds that the shipped files are what this code makes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from briefer.memo.blocks import Facts
from briefer.paths import resources
from briefer.render.word import names
from briefer.render.word.base_styles import fill_styles
from briefer.render.word.links import Links
from briefer.render.word.notes import NoNotes, TextNotes
from briefer.render.word.numbering import Lists
from briefer.render.word.package import read_parts, zip_parts
from briefer.render.word.page import sheet
from briefer.render.word.runs import RunWriter
from briefer.render.word.standard_look import LOOKS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.section import Section

SIDE_MARGIN = 1361
"""Left and right, in twentieths of a point: 2.4 cm."""
_TOP_MARGIN = 1247
_BOTTOM_MARGIN = 1247
_EDGE = 652
"""From the edge of the paper to header and footer: 1.15 cm."""

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MODERN = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)

_SETTINGS = (
    f'{names.DECLARATION}<w:settings xmlns:w="{names.W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_MODERN}" w:val="{value}"/>' for name, value in _COMPATIBILITY
    )
    + '</w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)

_APP = (
    f'{names.DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Briefer</Application></Properties>"
)


def base_document(look: str) -> bytes:
    """The base document of a look, the same bytes on every machine."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    document = docx.Document()
    _drop_left_overs(document)
    fill_styles(document.styles, look)
    for kind, name, xml in (
        ("settings", names.SETTINGS, _SETTINGS),
        ("numbering", names.NUMBERING, Lists().part()),
        ("footnotes", names.FOOTNOTES, TextNotes(()).part((), RunWriter(Links(), NoNotes()))),
    ):
        part = _part(document, name, f"{_MAIN}.{kind}+xml", xml)
        document.part.relate_to(part, f"{names.R}/{kind}")
    app = _part(
        document, names.APP_PROPERTIES, "application/vnd.openxmlformats-officedocument.extended-properties+xml", _APP
    )
    document.part.package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    _set_section(document.sections[0])
    _set_properties(document)
    _tidy_namespaces(document)
    saved = io.BytesIO()
    document.save(saved)
    return zip_parts(read_parts(saved.getvalue()), compress=False)


def _drop_left_overs(document: Document) -> None:
    """What python-docx's default template brings along: a thumbnail, a theme, custom XML and the like."""
    for rels, kept in (
        (document.part.rels, ("/styles",)),
        (document.part.package.rels, ("/officeDocument", "/core-properties")),
    ):
        for relationship in [rel.rId for rel in rels.values() if not rel.reltype.endswith(kept)]:
            del rels[relationship]


def _part(document: Document, name: str, content_type: str, xml: str) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(f"/{name}"), content_type, xml.encode(), document.part.package)


def _set_section(section: Section) -> None:
    from docx.shared import Twips

    section.page_width, section.page_height = map(Twips, sheet(Facts(title="")))
    section.left_margin = section.right_margin = Twips(SIDE_MARGIN)
    section.top_margin, section.bottom_margin = Twips(_TOP_MARGIN), Twips(_BOTTOM_MARGIN)
    section.header_distance = section.footer_distance = Twips(_EDGE)
    for story, style in ((section.header, "header"), (section.footer, "footer")):
        story.is_linked_to_previous = False
        story.paragraphs[0].style = style


def _set_properties(document: Document) -> None:
    import datetime

    facts = Facts(title="")
    properties = document.core_properties
    properties.title, properties.author, properties.language = "Untitled memo", "Briefer", facts.language
    properties.last_modified_by, properties.comments = "Briefer", ""
    properties.created = properties.modified = datetime.datetime.fromisoformat(facts.created).replace(tzinfo=None)
    properties.revision = 1


def _tidy_namespaces(document: Document) -> None:
    """Leave out the declarations that nothing uses, and the marks of the template's editing sessions."""
    from lxml import etree

    section = document.sections[0]
    ignorable = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
    stories = (document.part, section.header.part, section.footer.part)
    for mark in document.element.xpath("//w:sectPr/@*[starts-with(local-name(), 'rsid')]"):
        del mark.getparent().attrib[mark.attrname]
    for root in (document.styles.element, *(story.element for story in stories)):
        root.attrib.pop(ignorable, None)
        etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])


if __name__ == "__main__":
    (resources() / "styles").mkdir(exist_ok=True)
    for name in LOOKS:
        (resources() / "styles" / f"{name}.docx").write_bytes(base_document(name))
