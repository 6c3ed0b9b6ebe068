"""A house document filled: every tag where people put it, every value as typed, nothing lost, nothing left over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from house_samples import document, house, part, parts, raw, shown, with_part, words
from msgspec.structs import replace
from template_samples import BRIEF

from briefer.house.form import template_of_document
from briefer.house.memo import house_document
from briefer.model.brief import Brief
from briefer.office.names import WP, w
from briefer.templates.build import Choices
from briefer.templates.problems import TemplateError

ODD = 'AT&T <b>"x"</b> {{ 7*7 }} {% if %} א ערב 漢字 🙂 \x0b&amp;'


def brief(**header: str) -> Brief:
    return replace(BRIEF, header={**BRIEF.header, **header})


def lines(*paragraphs: str, by: Brief = BRIEF, make: object = None, **choices: object) -> list[str]:
    """What the main text of a filled document says; blank paragraphs count."""
    return shown(house_document(by, house(*paragraphs, make=make), Choices(**choices)))


@pytest.mark.parametrize("value", [ODD, ODD.replace("&amp;", ""), "x" * 300, "a\tb\nc", " two  spaces "])
def test_values_come_out_as_typed(value: str, valid: Callable[[bytes], None]) -> None:
    data = house_document(brief(to=value), house("To: {{ header.to }}!"))
    assert shown(data) == [f"To: {value.replace(chr(11), chr(0xFFFD))}!"]
    if "&amp;" not in value:  # which the validator takes for a fault of ours
        valid(data)


def test_tags_that_word_has_split_are_whole_again() -> None:
    def split(made: Document) -> None:
        paragraph = made.add_paragraph("To ")
        for piece in "{ { hea der .to } }".split():
            paragraph.add_run(piece).bold = piece == "hea"
        paragraph.add_run(" now")

    assert lines(make=split, by=brief(to="DG")) == ["To DG now"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ header[“to”] }}", "{{ header[‘to’] }}", "{{ header[„to“] }}", "{{ header[«to»] }}", "{{header.to}}",
        "{{\u00a0header.to\u00a0}}", "{{r header.to }}", "{{p header.to }}", "{{ header.to|default(“–”) }}",
        "{%- if header.to == ”DG” -%}DG{%- endif -%}", "{% if 2 – 1 == 1 %}DG{% endif %}",
    ],
)  # fmt: skip
def test_tags_as_people_type_them_in_word(tag: str) -> None:
    assert lines(tag, by=brief(to="DG")) == ["DG"]


def test_a_paragraph_of_nothing_but_tags_goes_when_they_come_to_nothing() -> None:
    assert lines("A", "{{ header.to }}", "{% if header.to %}x{% endif %}", "B", by=brief(to="")) == ["A", "B"]


def test_paragraphs_rows_and_cells_are_repeated_and_dropped(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        table = made.add_table(1, 2, style="Table Grid")
        for row in (
            ("Name", "Role"),
            ("{%tr for actor in actors %}", ""),
            ("{{ actor.name }}", "{{ actor.role }}"),
            ("{%tr endfor %}", ""),
        ):
            cells = table.rows[0].cells if row[0] == "Name" else table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text

    found = [
        "{%p for actor in actors %}",
        "{{ loop.index }}. {{ actor.name }}",
        "{%p endfor %}",
        "{%p if not actors %}",
        "None",
        "{%p endif %}",
    ]
    template = house(*found, make=make)
    data = house_document(BRIEF, template)
    actors = ["Harbour Technology Board", "Lena Morvane"]
    assert shown(data) == [
        *(f"{at}. {name}" for at, name in enumerate(actors, 1)),
        "Name", "Role", actors[0], "regulator", actors[1], "Board chair",
    ]  # fmt: skip
    valid(data)
    assert shown(house_document(replace(BRIEF, actors=(), quotes=()), template)) == ["None"], "the table is gone"


def test_two_tags_of_paragraphs_in_one_and_words_beside_them_are_kept() -> None:
    found = lines("{%p if header.to %}{%p for actor in actors %}", "{{ actor.id }}", "{%p endfor %}{%p endif %}")
    assert found == ["a1", "a2"]
    assert lines("{%p if header.to %}Dear all{%p endif %}") == ["Dear all"]
    assert lines("{%p if header.none %}Dear all{%p endif %}", "x") == ["x"]


def test_columns_are_repeated_and_the_table_stays_whole(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        table = made.add_table(2, 3)
        for cell, text in zip(
            table.rows[0].cells, ("{%tc for actor in actors %}", "{{ actor.id }}", "{%tc endfor %}"), strict=True
        ):
            cell.text = text
        table.rows[1].cells[0].text = "{% colspan actors|length %}{% cellbg '#FFCC00' %}below"
        for cell in table.rows[1].cells[1:]:
            table.rows[1]._tr.remove(cell._tc)

    data = house_document(BRIEF, house(make=make))
    assert shown(data) == ["a1", "a2", "below"]
    assert [span.get(w("val")) for span in part(data).iter(w("gridSpan"))] == ["2"]
    assert [shade.get(w("fill")) for shade in part(data).iter(w("shd"))] == ["FFCC00"]
    valid(data)
    three = replace(BRIEF, actors=(*BRIEF.actors, *(replace(BRIEF.actors[0], id=f"a{n}") for n in (3, 4, 5))))
    wide = house_document(three, house(make=make))
    assert len(list(part(wide).iter(w("gridCol")))) == 5
    valid(wide)


def test_a_cell_that_is_emptied_keeps_a_paragraph(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        cell = made.add_table(1, 2).rows[0].cells[0]
        cell.text = "{%p if header.none %}"
        cell.add_paragraph("x")
        cell.add_paragraph("{%p endif %}")

    data = house_document(BRIEF, house(make=make))
    assert shown(data) == ["", ""]
    valid(data)


def test_loops_in_content_controls_repeat() -> None:
    def make(made: Document) -> None:
        texts = ("{%p for actor in actors %}", "{{ actor.id }}", "{%p endfor %}")
        content = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
        control = raw(f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>')
        made.element.body.insert(0, control)

    assert lines(make=make) == ["a1", "a2"]


def test_headers_footers_and_properties_are_filled(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        made.sections[0].header.paragraphs[0].text = "{{ header.marking }}"
        made.sections[0].footer.paragraphs[0].text = "{{ header.reference|default('no number') }} AT&T"
        made.core_properties.title = "{{ header.subject }} & co"
        made.core_properties.category = "Notes to {{ header.to }}"

    data = house_document(BRIEF, house("x", make=make))
    found = parts(data)
    assert words(part(data, "word/header1.xml")) == ["OFFICIAL"]
    assert words(part(data, "word/footer1.xml")) == [" AT&T"]
    core = part(data, "docProps/core.xml")
    said = {str(element.tag).rpartition("}")[2]: element.text for element in core}
    assert said["title"] == "Modems {{ 7*7 }} [@x1] & co"
    assert said["category"] == "Notes to DG <b> & *co*"
    assert (said["creator"], said["created"]) == ("Ports desk", "2026-11-22T10:00:00Z")
    assert b"python-docx" not in found["docProps/core.xml"]
    valid(data)


def test_alt_texts_links_text_boxes_and_field_codes(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        made.part.relate_to("%7B%7B%20sources%5B0%5D.url%20%7D%7D", _HYPERLINK, is_external=True)
        ident = next(key for key, rel in made.part.rels.items() if rel.is_external)
        link = (
            f'<w:p><w:hyperlink r:id="{ident}"><w:r><w:t>{{{{ sources[0].title }}}}</w:t></w:r></w:hyperlink></w:p>'
        )
        made.element.body.insert(0, raw(link))
        field = (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "{{ sources[0].url }}"</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
        made.element.body.insert(1, raw(field))

    source = replace(BRIEF.sources[0], url="https://example.org/a?b=1&c=2")
    data = house_document(replace(BRIEF, sources=(source,)), house(make=make))
    assert 'Target="https://example.org/a?b=1&amp;c=2"' in parts(data)["word/_rels/document.xml.rels"].decode()
    assert b"%7B" not in parts(data)["word/_rels/document.xml.rels"]
    assert shown(data) == ["Ports told to unplug", "there"]
    assert [code.text for code in part(data).iter(w("instrText"))] == ['HYPERLINK "https://example.org/a?b=1&c=2"']
    valid(data)
    nowhere = house_document(replace(BRIEF, sources=(replace(source, url="javascript:alert(1)"),)), house(make=make))
    assert shown(nowhere)[0] == "Ports told to unplug"
    assert not list(part(nowhere).iter(w("hyperlink")))


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_ids_are_the_only_ones_of_their_kind(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        paragraph = made.add_paragraph("{% for actor in actors %}{{ actor.id }} ")
        run = paragraph.runs[0]._r
        run.addnext(raw('<w:bookmarkEnd w:id="7"/>'))
        run.addnext(raw(f"<w:r><w:drawing>{_DRAWING.format(id=3)}</w:drawing></w:r>"))
        run.addnext(raw('<w:bookmarkStart w:id="7" w:name="here"/>'))
        paragraph.add_run("{% endfor %}")
        made.sections[0].header.paragraphs[0]._p.append(
            raw(f"<w:r><w:drawing>{_DRAWING.format(id=3)}</w:drawing></w:r>")
        )

    data = house_document(BRIEF, house(make=make))
    found = [
        each.get("id")
        for name in ("document", "header1")
        for each in part(data, f"word/{name}.xml").iter(f"{{{WP}}}docPr")
    ]
    assert found == ["1", "2", "3"]
    assert [mark.get(w("name")) for mark in part(data).iter(w("bookmarkStart"))] == ["here"]
    assert len(list(part(data).iter(w("bookmarkEnd")))) == 1


_DRAWING = (
    f'<wp:inline xmlns:wp="{WP}"><wp:extent cx="1" cy="1"/><wp:docPr id="{{id}}" name="x" descr="x"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x"/></a:graphic></wp:inline>'
)


def test_a_value_is_never_read_twice() -> None:
    by = replace(brief(to="{{ header.from }}"), sections={"summary": "{{ 7*7 }} {% if %}"})
    assert lines("{{ header.to }}", "{{ sections.summary }}", by=by) == ["{{ header.from }}", "{{ 7*7 }} {% if %}"]


def test_the_same_brief_gives_the_same_bytes() -> None:
    data = document("# One", "{{ sections.summary }}", "{{ actors[0].name }}{{ actors[0]|cite }}")
    twice = [house_document(BRIEF, template_of_document(data, Path("a.docx"))) for _ in range(2)]
    assert twice[0] == twice[1]


@pytest.mark.parametrize(
    ("paragraphs", "place", "said"),
    [
        (["x", "{{ actor.naem }}"], "body, paragraph 2", "actor: there is no such field"),
        (
            ["{%p for a in actors %}", "{{ a.naem }}", "{%p endfor %}"],
            "body, paragraph 2",
            "naem: there is no such field",
        ),
        (["{{ header.to }"], "body, paragraph 1", "opens with {{ and closes with }"),
        (["{%p if header.to %}", "x"], "body", "{% if %} is never closed"),
        (["{%tr for a in actors %}{%tr endfor %}"], "body, paragraph 1", "acts upon a table row, and stands in none"),
        (["{{ header.to|upcase }}"], "body, paragraph 1", "upcase: there is no such filter"),
        (["{{ header.__class__ }}"], "body, paragraph 1", "__class__: there is no such field"),
    ],
)
def test_what_fails_says_where_and_why(paragraphs: list[str], place: str, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        house_document(BRIEF, house(*paragraphs))
    assert any(place in str(problem) and said in str(problem) for problem in caught.value.problems)


def test_a_block_that_reaches_out_of_a_table_is_told_with_both_its_ends() -> None:
    def make(made: Document) -> None:
        made.add_table(1, 1).rows[0].cells[0].text = "{% if header.to %}x"
        made.add_paragraph("{% endif %}")

    with pytest.raises(TemplateError, match=r"\{% endif %\} stands in a paragraph, and its \{% if %\} in a table"):
        house_document(BRIEF, house(make=make))


def test_loops_cannot_fill_the_memory() -> None:
    bomb = ["{% for a in range(5000) %}"] * 3 + ["x"] + ["{% endfor %}"] * 3
    with pytest.raises(TemplateError, match=r"more than|hold"):
        house_document(BRIEF, house("".join(bomb)))


def test_a_field_that_tags_put_together_does_not_run() -> None:
    def make(made: Document) -> None:
        code = "{{ 'DD' }}EAUTO c:\\x"
        field = f'<w:fldSimple w:instr="{code}"><w:r><w:t>shown</w:t></w:r></w:fldSimple>'
        made.element.body.insert(0, raw(f"<w:p>{field}</w:p>"))

    data = house_document(BRIEF, house(make=make))
    assert shown(data) == ["shown"]
    assert b"DDEAUTO" not in parts(data)["word/document.xml"]


def test_a_dotx_and_a_docm_become_a_docx(valid: Callable[[bytes], None]) -> None:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    for kind in (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    ):
        data = with_part(
            document("{{ header.to }}"), "[Content_Types].xml", lambda text, kind=kind: text.replace(main, kind)
        )
        filled = house_document(brief(to="DG"), template_of_document(data, Path("a.dotx")))
        assert shown(filled) == ["DG"]
        assert main.encode() in parts(filled)["[Content_Types].xml"]
        valid(filled)
