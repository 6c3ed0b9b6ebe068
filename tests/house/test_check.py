"""The check of a Word document: each planted fault is found in its part and paragraph, each near miss passes."""

import re
from pathlib import Path

import pytest
from docx.document import Document
from house_samples import CORPUS, document, raw, with_part
from template_samples import BRIEF

from briefer.errors import DataError
from briefer.house.check import document_problems
from briefer.house.form import template_of_document
from briefer.templates.problems import TemplateError
from briefer.wanted import document_of


def found(*lines: str, make=None) -> list[str]:
    return [str(problem) for problem in document_problems(document(*lines, make=make))]


def table(*rows: tuple[str, ...], heads: bool = False):
    """Adds a table with these cells."""

    def make(made: Document) -> None:
        cells = made.add_table(0, len(rows[0]))
        for row in rows:
            added = cells.add_row()
            for cell, text in zip(added.cells, row, strict=True):
                cell.text = text
        if heads:
            cells.rows[0]._tr.get_or_add_trPr().append(raw("<w:tblHeader/>"))

    return make


ACTORS = (
    ("Actor", "Role"),
    ("{%tr for actor in actors %}", ""),
    ("{{ actor.name }}", "{{ actor.role }}"),
    ("{%tr endfor %}", ""),
)
HEAD = "Office of Ports"

PLANTED = [
    (("{{ actors[0].naem }}",), ["body, paragraph 2, “{{ actors[0].naem }}”: actors[…].naem: there is no such field (did you mean"]),
    (("To: {{ header.refrence }}",), ["body, paragraph 2, “To: {{ header.refrence }}”: warning: header.refrence is a field that no"]),
    (("{{ memo.summary }", "{{ header.to", "{% if actors }x{% endif %}"), [
        "body, paragraph 2, “{{ memo.summary }”: a tag opens with {{ and closes with } (close it with }})",
        "body, paragraph 2, “{{ memo.summary }”: memo.summary: there is no such field (did you mean sections.summary?)",
        "body, paragraph 3, “{{ header.to”: a {{ is never closed",
        "body, paragraph 4, “{% if actors }x{% endif %}”: a tag opens with {% and closes with }",
    ]),
    (("{%p for a in actors %}", "{{ a.naem }} {{ a.name | uper }}", "{%p endfr %}"), [
        "body, paragraph 3, “{{ a.naem }} {{ a.name | uper }}”: a.naem: there is no such field (did you mean a.name?)",
        "body, paragraph 3, “{{ a.naem }} {{ a.name | uper }}”: uper: there is no such filter (did you mean upper?)",
        "body, paragraph 4, “{%p endfr %}”: {% endfr %}: there is no such tag here (did you mean endfor?)",
    ]),
    (("{%p for a in actors %}", "{{ a.name }}"), ["body, paragraph 2, “{%p for a in actors %}”: {% for %} is never closed"]),
    (("{%p if actors %}", "{%p for a in actors %}", "{%p endif %}"), [
        "body, paragraph 4, “{%p endif %}”: {% endif %} stands where {% endfor %} is due (close the {% for %} of paragraph 3 first)"]),
    (("{header.to}} {{ header.to }}",), ["body, paragraph 2, “{header.to}} {{ header.to }}”: warning: {header.to}} is no tag and is printed as it stands"]),
    (("So: {{ sections.summary }}, and on.",), ["body, paragraph 2, “So: {{ sections.summary }}, and on.”: warning: {{ sections.summary }} stands among"]),
    (("{{ actors[0].name }}",), ["body, paragraph 2, “{{ actors[0].name }}”: warning: in a brief without entries: there is no item 0"]),
    (("{{ 1 // 0 }}",), ["body, paragraph 2, “{{ 1 // 0 }}”: the tag cannot be worked out: it divides by nothing"]),
    (("{{ actors }}",), ["body, paragraph 2, “{{ actors }}”: a list or a group of fields cannot be printed"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), PLANTED)
def test_a_planted_fault_is_found(lines: tuple[str, ...], expected: list[str]) -> None:
    said = found(HEAD, *lines)
    assert len(said) == len(expected), said
    for one, begins in zip(said, expected, strict=True):
        assert one.startswith(begins), said


@pytest.mark.parametrize(
    "lines",
    [
        ("{{ header.to }}", "{{ header.desk_officer }}", "{{ sections.summary }}"),
        ("{%p for a in actors %}", "{{ a.name }}{{ a | cite }}", "{%p endfor %}"),
        ("{% if header.to == “DG” %}one{% else %}‘other’{% endif %}",),
        ("{%p if stakes %}{%p for s in stakes %}", "{{r s.summary }}", "{%p endfor %}{%p endif %}"),
        ("{#p {{ nothing.here }} #}", "{{ header.to }}{_{ not a tag }_}"),
    ],
)
def test_a_near_miss_passes(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_a_tag_split_over_runs_is_read_as_one() -> None:
    def split(made: Document) -> None:
        paragraph = made.add_paragraph()
        for piece in ("To {", "{ actors[0]", ".", "naem }", "} now"):
            paragraph.add_run(piece)

    assert found(make=split)[0].startswith("body, paragraph 1, “To {{ actors[0].naem }} now”: actors[…].naem: there")


def test_a_row_of_a_table_is_named_and_a_head_that_stays_behind() -> None:
    rows = (*ACTORS[:2], ("{{ actor.name }}", "{{ actor.rolle }}"), ACTORS[3])
    assert found(make=table(*rows)) == [
        (
            "body, table 1, row 1, “Actor | Role”: warning: the table’s first row will not stand again on the next page "
            "(in Word, click into it and choose Table Layout ▸ Repeat Header Rows)"
        ),
        "body, table 1, row 3, “{{ actor.rolle }}”: actor.rolle: there is no such field (did you mean actor.role?)",
    ]
    assert found(make=table(*ACTORS, heads=True)) == []
    assert found(make=table(*ACTORS[1:])) == []


def test_parts_are_called_by_their_names() -> None:
    def sides(made: Document) -> None:
        section = made.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "{{ header.to | uper }}"
        section.first_page_header.paragraphs[0].text = "{{ brief.titel }}"
        section.footer.paragraphs[0].text = "{{ sections.summary }}"
        made.core_properties.title = "{{ header.too | lowr }}"

    said = [(problem.part, problem.paragraph, problem.message) for problem in document_problems(document("{{ header.to }}", make=sides))]  # fmt: skip
    assert ("header", 1, "uper: there is no such filter") in said
    assert ("first-page header", 1, "brief.titel: there is no such field") in said
    assert ("document properties", 0, "lowr: there is no such filter") in said


def test_what_stands_in_a_text_box_or_an_alternative_text_is_checked_once() -> None:
    def box(made: Document) -> None:
        paragraph = made.add_paragraph("{% for a in actors %}")._p
        paragraph.append(raw(
            "<w:r><w:pict><v:rect xmlns:v='urn:schemas-microsoft-com:vml' alt='{{ a.rolle }}'><v:textbox><w:txbxContent>"
            "<w:p><w:r><w:t>{{ a.naem }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>"))  # fmt: skip
        paragraph.append(raw("<w:r><w:t>{% endfor %}</w:t></w:r>"))

    said = found(make=box)
    assert len(said) == 2
    assert "a.rolle: there is no such field (did you mean a.role?)" in said[0]
    assert said[1].startswith(
        "body, paragraph 2, “{{ a.naem }}”: a.naem: there is no such field (did you mean a.name?)"
    )


def test_tracked_changes_are_told_and_what_was_deleted_is_no_problem() -> None:
    def tracked(made: Document) -> None:
        paragraph = made.add_paragraph("{{ header.to }}")._p
        paragraph.append(raw(
            "<w:del w:id='1' w:author='A'><w:r><w:delText>{{ nothing }}</w:delText></w:r></w:del>"))  # fmt: skip

    assert found(make=tracked) == ["warning: It held tracked changes, which are taken as accepted"]


def test_a_block_that_opens_in_a_cell_and_closes_outside_is_told() -> None:
    said = found(
        "x",
        make=lambda made: (
            table(("{% for a in actors %}", "{{ a.name }}"))(made),
            made.add_paragraph("{% endfor %}"),
        ),
    )
    assert len(said) == 1
    assert "in a table" in said[0]


def test_missing_styles_are_told_in_one_line() -> None:
    bare = with_part(document("{{ sections.summary }}"), "word/styles.xml", lambda xml: re.sub(r"<w:style .*?</w:style>", lambda style: "" if re.search("w:val=\"(Quote|List Bullet|Intense Quote|List Paragraph)\"", style[0]) else style[0], xml, flags=re.DOTALL))  # fmt: skip
    said = [str(problem) for problem in document_problems(bare)]
    assert len(said) == 1
    assert said[0].startswith("warning: the document has no style “Quote”, “List Bullet”: quotations, bulleted lists")
    assert document_problems(with_part(document("{{ header.to }}"), "word/styles.xml", str)) == []


def test_a_document_without_tags_is_told() -> None:
    assert found("Dear Sir")[0].startswith("warning: there is no tag in the document: every memo would be the same")


def test_around_shows_the_tag_in_a_long_paragraph() -> None:
    problem = document_problems(document("x" * 20 + " word" * 40 + " {{ actors[0].rolle }} " + "more " * 40))[0]
    assert ".rolle" in problem.around
    assert len(problem.around) <= 64


def test_an_export_says_what_the_check_says_and_how_much_more_there_is() -> None:
    data = document("{{ header.to }} {{ nothing }}", "{{ actors[0].naem }}", "{{ header.to")
    template = template_of_document(data, Path("office.docx"))
    problems = document_problems(data)
    assert len(problems) == 3
    with pytest.raises(TemplateError) as caught:
        document_of(BRIEF, template)
    assert caught.value.problems == tuple(problems)
    assert f"template problem: {problems[0]}" in str(caught.value)
    assert "2 more in this template" in str(caught.value)


def test_a_file_that_is_no_document_is_refused() -> None:
    with pytest.raises(DataError):
        document_problems(b"PK\x03\x04 no")


@pytest.mark.skipif(not CORPUS.exists(), reason="the collection of real templates is not here")
@pytest.mark.parametrize("name", [path.name for path in sorted(CORPUS.glob("*.docx"))])
def test_real_templates_can_be_checked(name: str) -> None:
    for problem in document_problems((CORPUS / name).read_bytes()):
        assert problem.message
        assert problem.part or problem.severity == "warning"
