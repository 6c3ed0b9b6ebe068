"""A filled document read back: the preview, Markdown and HTML say what the Word file says."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document
from house_samples import house, raw
from msgspec.structs import replace
from template_samples import BRIEF

from briefer.export import output_of
from briefer.house.memo import house_memo
from briefer.memo.blocks import Heading, ListItem, Memo, PageBreak, Paragraph, Quotation, Run, Table
from briefer.memo.plain import memo_text
from briefer.templates.build import Choices
from briefer.wanted import Wanted, memo_of

TEXT = "First **bold** [there](https://example.org/). [@x1]\n\n- one\n    - deeper\n\n1. a\n\n> Said.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"


def memo(*paragraphs: str, make: object = None, markdown: str = TEXT, **choices: object) -> Memo:
    by = replace(BRIEF, sections={"summary": markdown})
    return house_memo(by, house(*paragraphs, make=make), Choices(**choices))


def test_blocks_are_what_the_document_shows() -> None:
    found = memo("# Summary", "{{ sections.summary }}", "Then").blocks
    assert [type(block) for block in found] == [
        Heading,
        Paragraph,
        ListItem,
        ListItem,
        ListItem,
        Quotation,
        Table,
        Paragraph,
    ]
    heading, first, one, deeper, a, *_ = found
    assert heading.level == 2
    assert Run("bold", bold=True) in first.runs
    assert any(run.link == "https://example.org/" for run in first.runs)
    assert (one.ordered, one.level, deeper.level, a.ordered) == (False, 0, 1, True)
    assert one.list_number == deeper.list_number != a.list_number
    table = found[6]
    assert [cell[0].text for cell in (*table.header, *table.rows[0])] == ["A", "B", "1", "2"]


def test_notes_are_read_back_and_one_cited_twice_is_one() -> None:
    found = memo("{{ sections.summary }}", "Again{{ 'x1'|cite }}", markdown="It. [@x1]")
    assert len(found.notes) == 1
    assert [run.note for block in found.blocks for run in block.runs if run.note] == [1, 1]
    assert "Hanne Lovell" in "".join(run.text for run in found.notes[0].paragraphs[0])


def test_words_know_their_entries() -> None:
    found = memo("By {{ actors[0].name }}.")
    assert [(run.text, run.entry) for run in found.blocks[0].runs] == [
        ("By ", ""),
        ("Harbour Technology Board", "a1"),
        (".", ""),
    ]


def test_a_title_comes_first_and_pages_break() -> None:
    def make(made: Document) -> None:
        made.add_heading("{{ header.subject }}", 0)
        made.add_page_break()
        made.add_paragraph("End")
        made.add_page_break()

    found = memo(make=make).blocks
    assert [type(block) for block in found] == [Heading, PageBreak, Paragraph]
    assert found[0].level == 1


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ header.from }}</w:t></w:r></w:p></w:txbxContent>"
    both = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'
    )
    found = memo(make=lambda made: made.element.body.insert(0, raw(both)))
    assert memo_text(found) == "Ports desk"


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
def test_every_format_is_written_from_one_document(suffix: str) -> None:
    template = house("# Summary", "{{ sections.summary }}")
    output = output_of(BRIEF, template, Path(f"x{suffix}"))
    assert output.data == output_of(BRIEF, template, Path(f"x{suffix}")).data
    if suffix != ".docx":
        assert "Orders" not in output.data.decode()
        assert "ordered" in output.data.decode()


def test_house_work_goes_where_it_is_sent() -> None:
    sent = []

    def apart(function: object, *args: object) -> object:
        sent.append(function.__name__)
        return function(*args)

    wanted = Wanted(BRIEF, house("x"), apart=apart)
    assert wanted.memo == memo_of(BRIEF, wanted.template)
    assert output_of(BRIEF, wanted.template, Path("x.docx"), apart=apart).data
    assert sent == ["memo_of", "document_of", "stripped_of"]
