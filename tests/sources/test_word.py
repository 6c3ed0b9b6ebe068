from __future__ import annotations

import io
import zipfile

import pytest

from briefer.errors import DataError
from briefer.sources.read import source_from_bytes
from briefer.sources.word.document import word_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Überschrift 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
)
NOTES = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Section 3.</w:t></w:r></w:p></w:footnote>'


def word(body: str, *, kind: str = "document", core: str = "") -> bytes:
    """A Word file of this body, with the styles, lists and notes above."""
    parts = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {NAMES}>{NOTES}</w:footnotes>",
        "docProps/core.xml": '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{core}</c:coreProperties>',
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}.{kind}.main+xml"/></Types>',
        "_rels/.rels": _links(
            "officeDocument", "word/document.xml", ("metadata/core-properties", "docProps/core.xml")
        ),
        "word/_rels/document.xml.rels": _links(
            "styles", "styles.xml", ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml")
        ),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def _links(kind: str, target: str, *more: tuple[str, str]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate([(kind, target), *more], 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SHOWN = '<w:vanish w:val="0"/>'


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def listed(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def text_of(body: str) -> str:
    return word_text(word(body)).original


def test_tracked_insertions_are_in_and_deletions_are_out_and_told() -> None:
    body = (
        f"<w:p>{r('The order ')}<w:ins>{r('now ')}</w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del>{r('stands.')}</w:p>"
        f"<w:p><w:moveFrom>{r('Gone.')}</w:moveFrom></w:p><w:ins>{p('All of it new.')}</w:ins>"
    )
    found = word_text(word(body))
    assert found.original == "The order now stands.\n\nAll of it new."
    assert found.told == ("2 tracked deletions were left out.",)


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = p("The order ", "<w:rPr><w:del/></w:rPr>") + p("stands.")
    assert text_of(body) == "The order stands."


def test_content_controls_smart_tags_links_and_fields_keep_their_words() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>"
        f"<w:p><w:smartTag>{r('North')}</w:smartTag><w:sdt><w:sdtContent>{r('haven')}</w:sdtContent></w:sdt>"
        f"<w:hyperlink>{r(' harbour')}</w:hyperlink>{field.format('begin')}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
        f"{field.format('separate')}{r(' page 4')}{field.format('end')}<w:fldSimple w:instr='DATE'>{r(' today')}</w:fldSimple></w:p>"
    )
    assert text_of(body) == "In a control.\n\nNorthhaven harbour page 4 today"


def test_breaks_tabs_and_hyphens() -> None:
    body = "<w:p><w:r><w:t>12 Quay Street</w:t><w:br/><w:t>North</w:t><w:noBreakHyphen/><w:t>haven</w:t><w:softHyphen/><w:t>s</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"
    assert text_of(body) == "12 Quay Street\nNorth‑havens\tx"


def test_hidden_text_comments_and_contents_are_out_and_told() -> None:
    body = (
        p("Order . . . 3", style("TOC1"))
        + f"<w:p>{r('Seen.')}{r('Unseen.', '<w:vanish/>')}{r(' Seen too.', SHOWN)}<w:r><w:commentReference w:id='1'/></w:r></w:p>"
    )
    found = word_text(word(body))
    assert found.original == "Seen. Seen too."
    assert found.told == (
        "1 piece of hidden text was left out.",
        "1 comment was left out.",
        "1 table of contents was left out.",
    )


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Beside it.</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p><w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    )
    assert text_of(body) == "Beside it.\n\nIn the box.\n\nIn the box."


def test_headings_by_name_outline_and_the_style_they_rest_on() -> None:
    body = (
        p("Ports", style("Title"))
        + p("Order", style("berschrift1"))
        + p("Costs", style("Own"))
        + p("Who", '<w:outlineLvl w:val="2"/>')
    )
    assert text_of(body) == "# Ports\n\n# Order\n\n## Costs\n\n### Who"


def test_headings_by_their_looks_and_the_title_they_make() -> None:
    large = '<w:b/><w:sz w:val="44"/>'
    body = f"<w:p>{r('Gazette')}</w:p><w:p>{r('Ports told', large)}{r(' to unplug', large)}</w:p><w:p>{r('Who pays', '<w:b/>')}</w:p><w:p>{r('Bold', '<w:b/>')}{r(' and not.')}</w:p>"
    found = word_text(word(body))
    assert found.original == "Gazette\n\n# Ports told to unplug\n\n## Who pays\n\nBold and not."
    assert (found.details.title, found.guessed) == ("Ports told to unplug", ("title",))


def test_lists_have_the_numbers_that_are_shown() -> None:
    body = (
        p("One", listed(1))
        + p("Two", listed(1))
        + p("Part", listed(1, 1))
        + p("Three", listed(1))
        + p("Dot", listed(2))
    )
    assert text_of(body) == "1. One\n2. Two\n2.a) Part\n3. Three\n- Dot"


def test_table_rows_are_lines_and_a_frame_of_one_column_is_text() -> None:
    cell = "<w:tc>{}</w:tc>".format
    rows = "".join(
        f"<w:tr>{cell(p(a))}{cell(p(b) + p('t'))}</w:tr>" for a, b in (("Port", "Cranes"), ("Northhaven", "64"))
    )
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(p('Old'))}{cell(p('1'))}</w:tr>"
    frame = f"<w:tbl><w:tr>{cell(p('Boxed.') + p('Twice.'))}</w:tr></w:tbl>"
    assert text_of(f"<w:tbl>{rows}{gone}</w:tbl>{frame}") == "Port | Cranes t\nNorthhaven | 64 t\n\nBoxed.\n\nTwice."


def test_footnotes_follow_and_their_marks_are_a_step_that_can_be_taken_back() -> None:
    body = f"<w:p>{r('The order')}<w:r><w:footnoteReference w:id='2'/></w:r>{r(' stands.')}</w:p>"
    source = source_from_bytes(word(body), "order.docx", "s1")
    assert source.original == "The order[1] stands.\n\n[1] Section 3."
    assert source.text == "The order stands.\n\n[1] Section 3."
    assert [(fix.rule, fix.count) for fix in source.fixes] == [("note-marks", 1)]


def test_other_files_in_it_are_told() -> None:
    assert word_text(word(p("Text.") + '<w:altChunk r:id="x"/>')).told == ("1 piece of another file was left out.",)


def test_properties_give_title_author_and_a_date_to_confirm() -> None:
    core = "<dc:title>Modems in cranes</dc:title><dc:creator>Hanne Lovell;A. B. Carter</dc:creator><dcterms:created>2026-11-03T10:00:00Z</dcterms:created>"
    found = word_text(word(p("Text."), core=core))
    assert found.details[:4] == ("Modems in cranes", "Hanne Lovell, A. B. Carter", "", "2026-11-03")
    assert found.guessed == ("published",)
    assert word_text(word(p("Text."), core="<dc:title>order_v2.docx</dc:title><dc:creator>hl</dc:creator>")).details[
        :2
    ] == ("", "")


@pytest.mark.parametrize("kind", ["template", "document"])
def test_templates_are_read_as_documents_are(kind: str) -> None:
    assert source_from_bytes(word(p("Text here."), kind=kind), "a.dotx", "s1").text == "Text here."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 broken", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old .doc format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        source_from_bytes(content, "a.docx", "s1")


def test_notes_that_refer_to_each_other_or_to_themselves_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def note(number: int, refers_to: int) -> str:
        return f'<w:footnote w:id="{number}"><w:p>{r(f"Section {number}.")}<w:r><w:footnoteReference w:id="{refers_to}"/></w:r></w:p></w:footnote>'

    monkeypatch.setattr(f"{__name__}.NOTES", note(2, 2) + note(3, 4) + note(4, 3))
    body = "".join(f"<w:p>{r('Words')}<w:r><w:footnoteReference w:id='{number}'/></w:r></w:p>" for number in (2, 3))
    original = word_text(word(body)).original
    assert original.split("\n\n") == [
        "Words[1]",
        "Words[2]",
        "[1] Section 2.[1]",
        "[2] Section 3.[3]",
        "[3] Section 4.[2]",
    ]
