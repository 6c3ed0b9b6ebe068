"""Sections and citations in a house document: formatted text in its own styles, real notes, four ways to cite."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from house_samples import document, house, part, shown, with_part, words
from msgspec.structs import replace
from template_samples import BRIEF

from briefer.house.form import template_of_document
from briefer.house.memo import house_document
from briefer.house.styles import style_of
from briefer.model.brief import Brief
from briefer.office.names import w
from briefer.templates.build import Choices

RICH = """First **bold** and *soft* [there](https://example.org/). [@x1]

## A heading

- one
- two
    - deeper

1. first
2. second

> Said so. [@q1]

| A | B |
| --- | --- |
| 1 | 2 |

Last. [@x1]
"""


def written(markdown: str = RICH) -> Brief:
    return replace(BRIEF, sections={"summary": markdown})


def styles_of(data: bytes) -> list[str]:
    return [style_of(paragraph) for paragraph in part(data).iter(w("p"))]


def test_a_section_comes_in_as_formatted_text(valid: Callable[[bytes], None]) -> None:
    data = house_document(written(), house("# Summary", "{{ sections.summary }}", "# Next", "After"))
    assert shown(data)[:8] == [
        "Summary",
        "First bold and soft there.",
        "A heading",
        "one",
        "two",
        "deeper",
        "first",
        "second",
    ]
    assert shown(data)[-2:] == ["Next", "After"]
    assert styles_of(data)[:9] == [
        "Heading1",
        "",
        "Heading2",
        "ListBullet",
        "ListBullet",
        "ListBullet",
        "ListNumber",
        "ListNumber",
        "Quote",
    ]
    runs = [run for run in part(data).iter(w("r")) if run.find(f"{w('rPr')}/{w('b')}") is not None]
    assert "bold" in ["".join(run.itertext()) for run in runs]
    assert len(list(part(data).iter(w("hyperlink")))) == 1
    valid(data)


def test_lists_of_sections_begin_at_one_each(valid: Callable[[bytes], None]) -> None:
    by = replace(BRIEF, sections={"summary": "1. a\n2. b", "issue": "1. c"})
    data = house_document(by, house("{{ sections.summary }}", "x", "{{ sections.issue }}"))
    numbers = [number.get(w("val")) for number in part(data).iter(w("numId"))]
    assert numbers[0] == numbers[1] != numbers[2]
    nums = {num.get(w("numId")): num for num in part(data, "word/numbering.xml").iter(w("num"))}
    for number in set(numbers):
        assert [start.get(w("val")) for start in nums[number].iter(w("startOverride"))][:1] == ["1"]
    valid(data)


def test_the_styles_of_other_languages_are_found_by_their_names() -> None:
    def make(made: Document) -> None:
        for name in ("Überschrift 2", "Zitat", "Aufzählungszeichen"):
            made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        for old in ("heading 2", "Quote", "List Bullet"):
            style = next(s for s in made.styles.element.iter(w("style")) if s.find(w("name")).get(w("val")) == old)
            made.styles.element.remove(style)

    data = house_document(written("## H\n\n- a\n\n> b"), house("# S", "{{ sections.summary }}", make=make))
    names = {
        s.get(w("styleId")): s.find(w("name")).get(w("val")) for s in part(data, "word/styles.xml").iter(w("style"))
    }
    assert [names[ident] for ident in styles_of(data)[1:]] == ["Überschrift 2", "Aufzählungszeichen", "Zitat"]


def test_styles_that_are_missing_are_added(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        for style in list(made.styles.element.iter(w("style"))):
            if style.get(w("default")) is None and style.get(w("styleId")) not in ("Heading1", "Heading1Char"):
                made.styles.element.remove(style)

    data = house_document(written(), house("# S", "{{ sections.summary }}", make=make))
    known = {s.get(w("styleId")) for s in part(data, "word/styles.xml").iter(w("style"))}
    assert {ident for ident in styles_of(data) if ident} <= known
    valid(data)


def test_plain_paragraphs_of_a_section_look_like_the_tag(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        paragraph = made.add_paragraph()
        run = paragraph.add_run("{{ sections.summary }}")
        run.font.name = "Georgia"
        paragraph.paragraph_format.left_indent = 360000
        paragraph.alignment = 3

    data = house_document(written("One\n\n**Two**\n\n- three"), house(make=make))
    first, second, third = part(data).iter(w("p"))
    for paragraph in (first, second):
        assert paragraph.find(f"{w('pPr')}/{w('ind')}") is not None
        assert paragraph.find(f"{w('pPr')}/{w('jc')}").get(w("val")) == "both"
    assert all(font.get(w("ascii")) == "Georgia" for p in (first, second, third) for font in p.iter(w("rFonts")))
    assert third.find(f"{w('pPr')}/{w('jc')}") is None
    valid(data)


def test_notes_join_those_of_the_house_in_their_order(valid: Callable[[bytes], None]) -> None:
    template = template_of_document(
        with_footnote(document("{{ actors[0].name }}{{ actors[0]|cite }}", "Own", "{{ sections.summary }}")),
        Path("a.docx"),
    )
    data = house_document(written("It. [@x1] Again. [@a1]"), template)
    notes = [note for note in part(data, "word/footnotes.xml") if note.get(w("type")) is None]
    said = ["".join(note.itertext()).strip() for note in notes]
    assert said[0].startswith("Hanne Lovell")
    assert said[1] == "A note to DG <b> & *co*"
    assert said[2].startswith("The Meridian Courier")
    references = [r.get(w("id")) for r in part(data).iter(w("footnoteReference"))]
    assert references == [note.get(w("id")) for note in notes]
    assert [code.text.split()[0] for code in part(data).iter(w("instrText"))] == ["NOTEREF"]
    field = next(part(data).iter(w("instrText"))).getparent()
    assert "1" in [text.text for text in field.itersiblings(w("r")).__next__().getnext().iter(w("t"))]
    valid(data)


def with_footnote(data: bytes) -> bytes:
    """The document with a note of its own, which holds a tag, at the paragraph that says Own."""
    note = (
        f'<w:footnotes xmlns:w="{w("")[1:-1]}">'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p>'
        "<w:r><w:footnoteRef/></w:r><w:r><w:t>A note to {{ header.to }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    data = with_part(data, "word/footnotes.xml", lambda _: note)
    data = with_part(
        data,
        "[Content_Types].xml",
        lambda text: text.replace(
            "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
        ),
    )
    relation = f'<Relationship Id="rId99" Type="{_R}/footnotes" Target="footnotes.xml"/></Relationships>'
    data = with_part(data, "word/_rels/document.xml.rels", lambda text: text.replace("</Relationships>", relation))
    return with_part(
        data,
        "word/document.xml",
        lambda text: text.replace("<w:t>Own</w:t>", '<w:t>Own</w:t><w:footnoteReference w:id="1"/>'),
    )


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("footnotes", ["It ordered it.", "Harbour Technology Board."]),
        (
            "inline",
            [
                "It ordered it (The Meridian Courier, para.\u00a01).",
                "Harbour Technology Board (The Meridian Courier, para.\u00a01).",
            ],
        ),
        ("none", ["It ordered it.", "Harbour Technology Board."]),
        ("endlist", ["It ordered it [1].", "Harbour Technology Board [2].", "Sources"]),
    ],
)
def test_citations_are_as_asked(mode: str, expected: list[str], valid: Callable[[bytes], None]) -> None:
    template = house("{{ sections.summary }}", "{{ actors[0].name }}{{ actors[0]|cite }}.")
    data = house_document(written("It ordered it. [@x1]"), template, Choices(citations=mode))
    assert shown(data)[: len(expected)] == expected
    assert len(list(part(data).iter(w("footnoteReference")))) == (2 if mode == "footnotes" else 0)
    if mode == "endlist":
        assert len(shown(data)) == 5
    valid(data)


def test_an_empty_part_goes_with_its_heading_and_leaves_nothing() -> None:
    paragraphs = [
        "# One",
        "{{ sections.none }}",
        "",
        "# Two",
        "{{ sections.summary }}",
        "# Three",
        "{%p for a in [] %}",
        "x",
        "{%p endfor %}",
        "# Four",
        "",
    ]
    assert shown(house_document(written("Here"), house(*paragraphs))) == ["Two", "Here", "Four", ""]


def test_a_section_in_a_cell_fits_it(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        made.add_table(1, 2).rows[0].cells[1].text = "{{ sections.summary }}"

    data = house_document(written("a\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"), house(make=make))
    cell = part(data).findall(f".//{w('tc')}")[1]
    assert [child.tag for child in cell if child.tag != w("tcPr")][-1] == w("p")
    valid(data)


def test_a_section_in_a_header_names_its_sources_in_the_text(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        made.sections[0].header.paragraphs[0].text = "{{ sections.summary }}"

    data = house_document(written("It ordered it. [@x1]"), house("x", make=make))
    assert words(part(data, "word/header1.xml"))[-1] == "It ordered it (The Meridian Courier, para.\u00a01)."
    valid(data)


def test_a_part_that_was_taken_over_stands_in_the_place_of_its_block() -> None:
    by = replace(BRIEF, sections={"taken": "By hand"}, taken_over={"taken": "before"})
    found = shown(
        house_document(by, house("A", "{%p block taken %}", "{{ actors[0].name }}", "{%p endblock %}", "B"))
    )
    assert found == ["A", "By hand", "B"]
