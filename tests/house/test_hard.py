"""Documents of the kind that offices have, each with something hard in it: filled without loss, or refused in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from house_samples import document, part, parts, raw, with_parts, words
from msgspec.structs import replace
from template_samples import BRIEF

from briefer.house.fill import fill
from briefer.house.form import template_of_document
from briefer.house.memo import stripped_of
from briefer.house.read_back import read_back
from briefer.memo.blocks import Facts, Memo, block_runs
from briefer.model.brief import Brief
from briefer.model.entries import Action
from briefer.office.names import w

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
BY = replace(
    BRIEF,
    actions=(*BRIEF.actions, Action("x2", "Sells licences", actors=("a1",)), Action("x3", "Speaks", actors=("a2",))),
)


def p(text: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(*paragraphs: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(columns: int, *rows: str) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def control(content: str, properties: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="x"/><w:id w:val="77"/>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def field(*instructions: str, shown: str = "shown") -> str:
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in instructions)
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    return f"{begin}{codes}{separate}<w:r><w:t>{shown}</w:t></w:r>{end}"


def body(*blocks: str) -> Callable[[Document], None]:
    """Put blocks, written in Word's own language, before the end of the main text."""

    def make(made: Document) -> None:
        for block in blocks:
            made.element.body.insert(len(made.element.body) - 1, raw(block))

    return make


class Hard(NamedTuple):
    """A document: what makes it, what must be said when it is filled, and what must not; and what is left out."""

    data: bytes
    said: Sequence[str]
    unsaid: Sequence[str] = ()
    stripped: Sequence[str] = ()


def of(*blocks: str, said: Sequence[str], unsaid: Sequence[str] = (), stripped: Sequence[str] = ()) -> Hard:
    return Hard(document(make=body(*blocks)), said, unsaid, stripped)


TOC, DDE = r" TOC \o &quot;1-3&quot; \h ", r" DDEAUTO c:\\cmd.exe &quot;/k calc&quot; "
ACTORS, END = "{%tr for actor in actors %}", "{%tr endfor %}"
BOX = "<w:txbxContent>{0}</w:txbxContent>"
SHAPE = (
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="S"{0}/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr txBox="1"/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    "<wps:txbx>{1}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
)


def text_box(content: str, alt: str = "") -> str:
    inner = BOX.format(content)
    shape = SHAPE.format(f' descr="{alt}"' if alt else "", inner)
    old = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:72pt;height:72pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:p {MC} {DRAWING}><w:r><mc:AlternateContent><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
        f"<w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def with_headers(made: Document) -> None:
    made.settings.odd_and_even_pages_header_footer = True
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "ODD {{ header.marking }}"
    section.even_page_header.paragraphs[0].text = "EVEN {{ header.marking }}"
    section.first_page_header.paragraphs[0].text = "FIRST {{ header.marking }}"
    section.first_page_footer.paragraphs[0].text = "{% if header.reference %}Ref {{ header.reference }}{% endif %}"
    made.add_paragraph("Text {{ header.to }}")


def with_sections(made: Document) -> None:
    made.add_paragraph("{%p for actor in actors %}")
    made.add_paragraph("On {{ actor.name }}")
    made.add_paragraph("{%p endfor %}")
    lying = made.add_section(WD_SECTION.NEW_PAGE)
    lying.page_width, lying.page_height = lying.page_height, lying.page_width
    made.add_paragraph("{{ sections.summary }}")


def notes_with_tags(kind: str) -> bytes:
    """A document whose notes of a kind hold tags; the reference stands in a loop."""
    reference = f'<w:p><w:r><w:t>{{% for actor in actors %}}By {{{{ actor.name }}}}</w:t></w:r><w:r><w:{kind}Reference w:id="1"/></w:r><w:r><w:t>{{% endfor %}}</w:t></w:r></w:p>'
    note = f'<w:{kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}><w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}><w:{kind} w:id="1"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t>Who is {{{{ actor.role }}}}</w:t></w:r></w:p>{p("Second {{ header.to }}")}</w:{kind}></w:{kind}s>'
    return packed(document(make=body(reference)), f"word/{kind}s.xml", f"{kind}s", note)


def packed(data: bytes, name: str, kind: str, content: str, content_type: str = "", target: str = "") -> bytes:
    """The file with another part that its main part leads to."""
    content_type = content_type or f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    link = f'<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target or name.removeprefix("word/")}"/>'
    return with_parts(
        data,
        {
            name: lambda _: content,
            "[Content_Types].xml": lambda text: text.replace(
                "</Types>", f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
            ),
            "word/_rels/document.xml.rels": lambda text: text.replace("</Relationships>", f"{link}</Relationships>"),
        },
    )


def linked(data: bytes, kind: str, target: str) -> bytes:
    """The file with a relationship of its main part to an address elsewhere."""
    link = f'<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/>'
    return with_parts(
        data,
        {"word/_rels/document.xml.rels": lambda text: text.replace("</Relationships>", f"{link}</Relationships>")},
    )


def of_kind(data: bytes, kind: str) -> bytes:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_parts(data, {"[Content_Types].xml": lambda text: text.replace(main, kind)})


def commented() -> bytes:
    reference = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>{% for actor in actors %}{{ actor.name }} {% endfor %}</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    comment = f'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Clerk" w:date="2026-01-01T00:00:00Z">{p("Ask {{ header.from }}")}</w:comment></w:comments>'
    return packed(document(make=body(reference)), "word/comments.xml", "comments", comment)


def without_prefix(text: str) -> str:
    """A part whose namespace is the default one, as some programs write it."""
    text = re.sub(r"<(/?)w:", r"<\1", text)
    return text.replace(
        "xmlns:w=", 'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w=', 1
    )


def custom_properties(data: bytes) -> bytes:
    content = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Ref"><vt:lpwstr>{{ header.from }}</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Label"><vt:lpwstr>kept</vt:lpwstr></property></Properties>'
    link = '<Relationship Id="rId92" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>'
    return with_parts(
        data,
        {
            "docProps/custom.xml": lambda _: content,
            "[Content_Types].xml": lambda text: text.replace(
                "</Types>",
                '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
            ),
            "_rels/.rels": lambda text: text.replace("</Relationships>", f"{link}</Relationships>"),
        },
    )


PLAIN = document("To {{ header.to }}", "{{ sections.summary }}")
TO = "To DG <b> & *co*"
HARD: dict[str, Hard] = {
    "tables in tables": of(
        table(2, row(cell(p(f"{ACTORS}{{{{ actor.name }}}}")), cell(table(1, row(cell(p("{%tr for action in actor.actions %}{{ action.summary }}{%tr endfor %}")))), p(END)))),
        said=["Harbour Technology Board", "Orders five ports to unplug modems", "Sells licences", "Lena Morvane", "Speaks"],
    ),
    "a table in a table that comes to nothing": of(
        table(2, row(cell(p("Who")), cell(table(1, row(cell(p("{%tr for x in [] %}x{%tr endfor %}")))), p(""))), row(cell(p("stays")), cell(p("{{ header.to }}")))),
        said=["Who", "stays", "DG <b> & *co*"],
    ),
    "a control that repeats": of(
        control(p("{%p for actor in actors %}") + p("{{ actor.name }}") + p("{%p endfor %}")),
        said=["Harbour Technology Board", "Lena Morvane"],
    ),
    "a loop around controls": of(
        p("{%p for actor in actors %}"), control(p("{{ actor.name }}")), p("{%p endfor %}"),
        said=["Harbour Technology Board", "Lena Morvane"],
    ),
    "a control around rows": of(
        table(1, row(cell(p("Head"))), control(row(cell(p(f"{ACTORS}{{{{ actor.name }}}}{END}"))))),
        said=["Head", "Harbour Technology Board", "Lena Morvane"],
    ),
    "a control around a cell": of(
        table(2, row(cell(p("{{ header.to }}")), control(cell(p("{{ header.from }}"))))), said=["DG <b> & *co*", "Ports desk"]
    ),
    "a control in a line": of(
        f'<w:p><w:r><w:t xml:space="preserve">To </w:t></w:r>{control("<w:r><w:t>{{ header.to }}</w:t></w:r>", "<w:text/>")}</w:p>', said=[TO]
    ),
    "merged cells": of(
        table(
            3,
            row(cell(p("Head"), properties='<w:gridSpan w:val="3"/>')),
            row(cell(p(f"{ACTORS}{{{{ actor.name }}}}"), properties='<w:vMerge w:val="restart"/>'), cell(p("{{ actor.role }}"), properties='<w:gridSpan w:val="2"/>')),
            row(cell(p(""), properties="<w:vMerge/>"), cell(p("{{ actor.kind }}")), cell(p(f"x{END}"))),
        ),
        said=["Head", "Harbour Technology Board", "regulator", "organisation", "Lena Morvane", "person"],
    ),
    "a text box": of(text_box(p("{{ header.to }}") + p("{{ sections.summary }}"), "A box"), said=["DG <b> & *co*", "It ordered it (The Meridian Courier, para."]),
    "a text box in a loop": of(
        p("{%p for actor in actors %}"), text_box(p("{{ actor.name }}"), "On {{ actor.name }}"), p("{%p endfor %}"), said=["Harbour Technology Board", "Lena Morvane"]
    ),
    "headers of three kinds": Hard(document(make=with_headers), ["Text DG <b> & *co*"]),
    "a lying section": Hard(document(make=with_sections), ["On Harbour Technology Board", "On Lena Morvane", "It ordered it."]),
    "footnotes": Hard(notes_with_tags("footnote"), ["By Harbour Technology BoardBy Lena Morvane"]),
    "endnotes": Hard(notes_with_tags("endnote"), ["By Harbour Technology BoardBy Lena Morvane"]),
    "comments": Hard(commented(), ["Harbour Technology Board Lena Morvane "]),
    "a tag that was inserted": of(
        '<w:p><w:r><w:t xml:space="preserve">To </w:t></w:r><w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>{{ header.to }}</w:t></w:r></w:ins></w:p>', said=[TO]
    ),
    "a tag that was deleted": of(
        '<w:p><w:r><w:t xml:space="preserve">To </w:t></w:r><w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>{{ header.tto }}</w:delText></w:r></w:del><w:r><w:t>{{ header.to }}</w:t></w:r></w:p>',
        said=[TO],
    ),
    "a tag half of which was inserted": of(
        '<w:p><w:r><w:t xml:space="preserve">To {{ header.</w:t></w:r><w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>to }}</w:t></w:r></w:ins></w:p>', said=[TO]
    ),
    "a tag that was moved": of(
        '<w:p><w:moveFromRangeStart w:id="3" w:author="A" w:date="2026-01-01T00:00:00Z" w:name="m"/><w:moveFrom w:id="4" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>{{ header.from }}</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="3"/></w:p>',
        '<w:p><w:moveToRangeStart w:id="5" w:author="A" w:date="2026-01-01T00:00:00Z" w:name="m"/><w:moveTo w:id="6" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>{{ header.from }}</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="5"/></w:p>',
        said=["Ports desk"],
    ),
    "a row that was inserted": of(
        table(1, row(cell(p("Head"))), '<w:tr><w:trPr><w:ins w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:trPr>' + cell(p(f"{ACTORS}{{{{ actor.name }}}}{END}")) + "</w:tr>"),
        said=["Head", "Harbour Technology Board", "Lena Morvane"],
    ),
    "a field whose code is split": of(
        f"<w:p>{field(' QUOTE &quot;{{ head', 'er.to }}&quot; ', shown='{{ header.to }}')}</w:p>", said=["DG <b> & *co*"]
    ),
    "a field within a field": of(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' + field(" PAGE ", shown="1") + '<w:r><w:instrText> = 1 "{{ header.to }}" "x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{{ header.to }}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        said=["DG <b> & *co*"],
    ),
    "a table of contents": of(
        control(f"<w:p>{field(TOC, shown='Contents')}</w:p>", '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'),
        p("{{ sections.summary }}"), said=["Contents", "It ordered it."],
    ),
    "merge fields beside tags": of(f"<w:p>{field(' MERGEFIELD Name ', shown='«Name»')}<w:r><w:t> {{{{ header.to }}}}</w:t></w:r></w:p>", said=["«Name» DG <b> & *co*"]),
    "a form": of(
        '<w:p><w:bookmarkStart w:id="0" w:name="Check1"/><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:bookmarkEnd w:id="0"/><w:r><w:t>{{ header.to }}</w:t></w:r></w:p>',
        said=["DG <b> & *co*"],
    ),
    "a link": Hard(
        linked(document(make=body('<w:p><w:hyperlink r:id="rId91"><w:r><w:t>Ask {{ header.to }}</w:t></w:r></w:hyperlink></w:p>')), "hyperlink", "https://example.org/{{ header.from }}"),
        ["Ask DG <b> & *co*"],
    ),
    "bookmarks in a loop": of(
        p("{%p for actor in actors %}"), '<w:p><w:bookmarkStart w:id="4" w:name="who"/><w:r><w:t>{{ actor.name }}</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p>', p("{%p endfor %}"), f"<w:p>{field(' REF who ', shown='x')}</w:p>",
        said=["Harbour Technology Board", "Lena Morvane"],
    ),
    "an alternative text": of(text_box(p("x"), "{{ header.to }}"), said=["x"]),
    "from right to left": of(
        '<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">إلى {{ header.copies }}</w:t></w:r></w:p>',
        '<w:p><w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>{{ header.copies }}</w:t></w:r></w:p>',
        said=["إلى الوزير", "الوزير"],
    ),
    "words of every script": of('<w:p><w:r><w:rPr><w:rFonts w:eastAsia="SimSun"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>致：{{ header.through }}</w:t></w:r></w:p>', said=["致：部长"]),
    "a tag in pieces": of(
        f'<w:p {W14} w14:paraId="00112233"><w:proofErr w:type="spellStart"/><w:r><w:t>{{</w:t></w:r><w:r><w:t>{{ </w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:rPr><w:b/></w:rPr><w:t>header</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t>.to</w:t><w:tab/></w:r><w:r><w:t>}}}}</w:t></w:r><w:r><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>',
        said=["DG <b> & *co*"],
    ),
    "a list": of(
        p("{%p for actor in actors %}"), p("{{ actor.name }}", '<w:pPr><w:pStyle w:val="ListNumber"/></w:pPr>'), p("{%p endfor %}"), said=["Harbour Technology Board", "Lena Morvane"]
    ),
    "blocks over paragraphs and tables": of(
        p("{%p if actors %}"), p("{%p if header.to %}"), table(1, row(cell(p("{{ header.to }}")))), p("{%p endif %}"), p("{%p else %}"), p("nobody"), p("{%p endif %}"), p("Last"),
        said=["DG <b> & *co*", "Last"], unsaid=["nobody"],
    ),
    "a section break that tags may drop": of(
        p("{%p if header.nothing %}"), p("dropped"), '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr><w:r><w:t>{%p endif %}</w:t></w:r></w:p>', p("Last"),
        said=["Last"], unsaid=["dropped"],
    ),
    "a frame": of('<w:p><w:pPr><w:framePr w:w="3000" w:h="600" w:hRule="exact" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="1000" w:y="1000"/></w:pPr><w:r><w:t>{{ header.to }}</w:t></w:r></w:p>', p("x"), said=["DG <b> & *co*", "x"]),
    "an equation": of('<w:p xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:t>{{ header.to }}</w:t></w:r></w:p>', said=["DG <b> & *co*"]),
    "places that only some may edit": of(
        p("{%p for actor in actors %}"), '<w:p><w:permStart w:id="8" w:edGrp="everyone"/><w:r><w:t>{{ actor.name }}</w:t></w:r><w:permEnd w:id="8"/></w:p>', p("{%p endfor %}"), said=["Harbour Technology Board", "Lena Morvane"]
    ),
    "localised styles": Hard(
        with_parts(
            document("# Zusammenfassung", "{{ sections.background }}"),
            {"word/styles.xml": lambda text: text.replace('"Heading1"', '"berschrift1"'), "word/document.xml": lambda text: text.replace('"Heading1"', '"berschrift1"')},
        ),
        ["Zusammenfassung", "Under it"],
    ),
    "no prefix": Hard(with_parts(PLAIN, {"word/document.xml": without_prefix}), [TO, "It ordered it."]),
    "properties": Hard(custom_properties(PLAIN), [TO]),
    "a .dotx": Hard(of_kind(PLAIN, "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), [TO]),
    "a .docm": Hard(
        packed(of_kind(PLAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"), "word/vbaProject.bin", "vbaProject", "CODE", "application/vnd.ms-office.vbaProject"),
        [TO],
    ),
    "a template of its own": Hard(linked(PLAIN, "attachedTemplate", "file:///C:/Normal.dotm"), [TO], stripped=["a link to its own template"]),
    "a piece of another file": Hard(
        packed(document("To {{ header.to }}", make=body('<w:altChunk r:id="rId90"/>')), "word/piece.html", "aFChunk", "<html>evil</html>", "text/html"), [TO], ["evil"], ["a piece of another file"]
    ),
    "a field that runs a program": of(f"<w:p>{field(DDE, shown='stays')}<w:r><w:t> {{{{ header.to }}}}</w:t></w:r></w:p>", said=["stays DG <b> & *co*"], stripped=["a field DDEAUTO"]),
    "an embedded object": Hard(
        packed(
            document(make=body('<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Package" r:id="rId90"/></w:object></w:r><w:r><w:t>{{ header.to }}</w:t></w:r></w:p>')),
            "word/embeddings/o.bin", "oleObject", "x", "application/vnd.openxmlformats-officedocument.oleObject",
        ),
        ["DG <b> & *co*"], stripped=["an embedded object"],
    ),
    "a picture from elsewhere": Hard(
        linked(
            document(make=body(f'<w:p {DRAWING}><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="P" descr="A seal"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId91"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>{{{{ header.to }}}}</w:t></w:r></w:p>')),
            "image", "https://evil.example/pixel.png",
        ),
        ["DG <b> & *co*"], stripped=["a picture that is fetched from elsewhere"],
    ),
}  # fmt: skip


def brief_for(name: str) -> Brief:
    header = BY.header | {"copies": "الوزير", "through": "部长", "subject": "Modems"}
    sections = BY.sections | {"background": "## Under it\n\n- a"}
    return replace(BY, header=header, sections=sections)


def memo_words(memo: Memo) -> str:
    return " ".join("".join(run.text for run in block_runs(block)) for block in memo.blocks)


def blanks(data: bytes) -> int:
    """Paragraphs of the main text that show nothing at all, but for those that end a cell, as each cell must."""
    return sum(
        1
        for paragraph in part(data).iter(w("p"))
        if not "".join(str(text) for text in paragraph.itertext()).strip()
        and not list(paragraph.iter(w("drawing"), w("pict"), w("sectPr"), w("fldChar")))
        and not (paragraph.getparent().tag == w("tc") and paragraph.getnext() is None)
    )


@pytest.mark.parametrize("name", HARD)
def test_it_is_filled(name: str, valid: Callable[[bytes], None]) -> None:
    hard = HARD[name]
    template = template_of_document(hard.data, Path("x.docx"))
    filled = fill(brief_for(name), template)
    back = memo_words(read_back(filled.package, Facts(title="")))
    data = filled.file()
    valid(data)
    said = words(part(data))
    for line in hard.said:
        assert any(line in each for each in said), (line, said)
    everything = b"".join(parts(data).values()).decode("utf-8", "replace")
    for gone in ("{{", "{%", "evil", "cmd.exe", *hard.unsaid):
        assert gone not in everything, gone
    for thing in hard.stripped:
        assert any(thing in sentence for sentence in stripped_of(template)), stripped_of(template)
    for change in ("ins", "del", "moveFrom", "moveTo"):
        assert not list(part(data).iter(w(change))), change
    assert blanks(data) <= blanks(hard.data)
    for line in hard.said:
        assert line.strip() in back, (line, back)
