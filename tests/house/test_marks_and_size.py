"""What a brief or an export asks of any form is done in a house document too: portion marks, large type."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.shared import Pt
from house_samples import document, house, part, raw, shown, words
from msgspec.structs import replace
from template_samples import BRIEF

from briefer.edit import changes
from briefer.house.check import document_problems
from briefer.house.memo import house_document, house_memo
from briefer.model.brief import Brief
from briefer.office.names import w
from briefer.templates.build import Choices

LARGE = Choices(style="large")


def marked(**marks: str) -> Brief:
    return changes.set_export(replace(BRIEF, header={**BRIEF.header, "subject": "Modems"}), portion_marks=marks)


def test_sections_title_and_headings_bear_their_marks(valid: Callable[[bytes], None]) -> None:
    template = house("Re: {{ header.subject }}", "# Summary", "{{ sections.summary }}", "# Next", "Static")
    data = house_document(marked(subject="UNCLASSIFIED", summary="SBU"), template)
    assert shown(data) == ["Re: (U) Modems", "(SBU) Summary", "(SBU) It ordered it.", "(SBU) a", "(SBU) b", "Next", "Static"]  # fmt: skip
    valid(data)
    assert house_memo(marked(subject="UNCLASSIFIED"), template).facts.title == "Modems"


def test_entries_and_generated_parts_bear_theirs(valid: Callable[[bytes], None]) -> None:
    lines = (
        "# Who",
        "{%p block key_actors %}",
        "{%p for actor in actors %}",
        "{{ actor.name }}{{ actor | cite }}",
        "{%p endfor %}",
        "{%p endblock %}",
        "# Done",
        "{{ actions[0].summary }}",
    )
    data = house_document(marked(key_actors="U", a2="SECRET"), house(*lines))
    assert shown(data) == ["(U) Who", "(U) Harbour Technology Board", "(S) Lena Morvane", "Done", "Orders five ports to unplug modems"]  # fmt: skip
    valid(data)


def test_a_row_bears_the_mark_of_what_it_names(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        table = made.add_table(4, 2)
        for row, cells in enumerate(
            (("Name", "Role"), ("{%tr for actor in actors %}", ""), ("{{ actor.role }}", "{{ actor.name }}"), ("{%tr endfor %}", ""))
        ):  # fmt: skip
            for column, text in enumerate(cells):
                table.cell(row, column).text = text

    data = house_document(marked(a2="SECRET"), house("x", make=make))
    assert shown(data)[1:] == ["Name", "Role", "regulator", "Harbour Technology Board", "(S) Board chair", "Lena Morvane"]  # fmt: skip
    valid(data)


def test_a_citation_in_the_footer_names_its_source_there_and_the_check_says_so(
    valid: Callable[[bytes], None],
) -> None:
    def make(made: Document) -> None:
        made.sections[0].footer.paragraphs[0].text = "{{ actions[0].summary }}{{ actions[0] | cite }}"

    data = house_document(BRIEF, house("{{ header.to }}", make=make))
    assert words(part(data, "word/footer1.xml")) == ["Orders five ports to unplug modems (The Meridian Courier, para.\u00a01)"]  # fmt: skip
    valid(data)
    bare = house_document(BRIEF, house("{{ header.to }}", make=make), Choices(citations="none"))
    assert words(part(bare, "word/footer1.xml")) == ["Orders five ports to unplug modems"]
    problem = document_problems(document("{{ header.to }}", make=make))[-1]
    assert problem.part == "footer"
    assert problem.message == "{{ actions[0] | cite }} cites in a footer, where Word has no notes: the source is named in brackets there"  # fmt: skip


def test_large_type_grows_the_text_and_leaves_the_margins(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        made.styles["Normal"].font.size = Pt(12)
        made.styles["Heading 1"].font.size = Pt(16)
        made.paragraphs[0].runs[0].font.size = Pt(20)
        made.paragraphs[0].paragraph_format.element.get_or_add_pPr().append(
            raw('<w:spacing w:line="480" w:lineRule="exact"/>')
        )
        made.sections[0].header.paragraphs[0].text = "{{ header.to }}"

    template = house("{{ header.subject }}", "# Summary", "{{ sections.summary }}", make=make)
    data = house_document(BRIEF, template, LARGE)
    styles = {s.get(w("styleId")): s for s in part(data, "word/styles.xml").iter(w("style"))}
    sizes = {name: styles[name].find(f"{w('rPr')}/{w('sz')}").get(w("val")) for name in ("Normal", "Heading1")}
    assert sizes == {"Normal": str(round(24 * 1.35)), "Heading1": str(round(32 * 1.35))}
    first = next(part(data).iter(w("p")))
    assert next(first.iter(w("sz"))).get(w("val")) == "54"
    assert next(first.iter(w("spacing"))).get(w("line")) == "648"
    assert {size.get(w("val")) for size in part(data, "word/header1.xml").iter(w("sz"))} == {"24"}
    valid(data)
    assert house_document(BRIEF, template) != data
