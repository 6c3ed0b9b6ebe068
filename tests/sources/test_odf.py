from __future__ import annotations

import io
import zipfile

import pytest

from briefer.errors import DataError
from briefer.sources.odf.document import odf_text
from briefer.sources.read import source_from_bytes

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    [
        f'xmlns:{name}="{_ODF}:{full}:1.0"'
        for name, full in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("style", "style"),
            ("meta", "meta"),
        )
    ]
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)


def flat(body: str, meta: str = "") -> bytes:
    return f"<office:document {NAMES}><office:meta>{meta}</office:meta><office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>".encode()


def packed(body: str, manifest: str = "<manifest/>") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", flat(body))
        archive.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


def text_of(body: str) -> str:
    return odf_text(flat(body)).original


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_paragraphs_sections_and_headings() -> None:
    body = f'{p("Ports", "P1")}<text:h text:outline-level="2">Order</text:h><text:section>{p("It  stands.")}</text:section>'
    assert text_of(body) == "# Ports\n\n## Order\n\nIt stands."
    assert odf_text(packed(body)).original == text_of(body)


def test_blanks_tabs_and_line_breaks() -> None:
    assert text_of(p('12<text:s text:c="2"/>Quay<text:line-break/>North<text:tab/>haven')) == "12  Quay\nNorth\thaven"


def test_deletions_comments_hidden_text_and_contents_are_out_and_told() -> None:
    body = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('Old.')}</text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:table-of-content><text:index-body>{p('Order 3')}</text:index-body></text:table-of-content>"
        + p(
            f'Seen<text:span text:style-name="H">unseen</text:span>.<office:annotation>{p("Sure?")}</office:annotation>'
        )
    )
    found = odf_text(flat(body))
    assert found.original == "Seen."
    assert found.told == (
        "1 tracked deletion was left out.",
        "1 piece of hidden text was left out.",
        "1 comment was left out.",
        "1 table of contents was left out.",
    )


def test_lists_and_tables() -> None:
    item = "<text:list-item>{}</text:list-item>".format
    inner = f"<text:list>{item(p('Part'))}</text:list>"
    lists = f'<text:list text:style-name="L1">{item(p("One"))}{item(p("Two") + inner)}{item(p("Three"))}</text:list>'
    go_on = f'<text:list text:style-name="L1" text:continue-numbering="true">{item(p("Four"))}</text:list>'
    bullets = f'<text:list text:style-name="L2">{item(p("Dot"))}</text:list>'
    row = "<table:table-row><table:table-cell>{}</table:table-cell><table:table-cell>{}</table:table-cell></table:table-row>".format
    table = f"<table:table>{row(p('Port'), p('Cranes'))}{row(p('Northhaven'), p('64'))}</table:table>"
    assert (
        text_of(lists + go_on + bullets + table)
        == "1. One\n2. Two\na) Part\n3. Three\n4. Four\n- Dot\n\nPort | Cranes\nNorthhaven | 64"
    )


def test_notes_follow_and_text_boxes_are_read_once() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Section 3.')}</text:note-body></text:note>"
    box = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
    assert (
        text_of(p(f"The order{note} stands.{box}") + p("Next."))
        == "The order[1] stands.\n\nIn the box.\n\nNext.\n\n[1] Section 3."
    )


def test_notes_in_notes_are_read_once_each() -> None:
    inner = ""
    for number in range(40):
        inner = f"<text:note><text:note-body>{p(f'Note {number}.{inner}')}</text:note-body></text:note>"
    lines = text_of(p(f"The order{inner}"))
    assert len(lines.split("\n\n")) == 41, lines


def test_meta_gives_title_author_and_day() -> None:
    meta = "<dc:title>Modems in cranes</dc:title><meta:initial-creator>Hanne Lovell</meta:initial-creator><meta:creation-date>2026-11-03T10:00:00</meta:creation-date>"
    found = odf_text(flat(p("Text."), meta))
    assert found.details[:4] == ("Modems in cranes", "Hanne Lovell", "", "2026-11-03")
    assert found.guessed == ("published",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (packed(p("x"), "<m><encryption-data/></m>"), "protected by a password"),
        (b"PK\x03\x04", "no OpenDocument text"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "no sound OpenDocument"),
        (b"<office/>", "no OpenDocument text"),
        (flat("<text:p>" * 300 + "</text:p>" * 300), "no sound OpenDocument"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        source_from_bytes(content, "a.odt", "s1")
