"""A draft of a house document: marked so, commented on, with annexes and on the paper that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx.document import Document
from house_samples import document, house, part, parts, raw, shown, words
from msgspec.structs import replace
from template_samples import BRIEF

from briefer.export import output_of
from briefer.house.form import template_of_document
from briefer.house.memo import house_memo
from briefer.memo.blocks import block_runs
from briefer.memo.remarks import Remark
from briefer.office.names import w
from briefer.templates.build import Choices
from briefer.wanted import document_of

DRAFT = Choices(draft=True)
BOLD = replace(BRIEF, sections={"summary": "Nobody **knows the** reason. It ordered it. [@x1]"})


def comments(data: bytes) -> list[tuple[str, str]]:
    """The words that each comment is on, and its own."""
    root = part(data)
    found = []
    for comment in part(data, "word/comments.xml").iter(w("comment")):
        ident, on, within = comment.get(w("id")), "", False
        for element in root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("t")):
            if element.get(w("id")) == ident:
                within = element.tag == w("commentRangeStart")
            elif within and element.tag == w("t"):
                on += element.text or ""
        found.append((on, "".join(words(comment))))
    return found


def headers(data: bytes) -> list[list[str]]:
    return [words(part(data, name)) for name in sorted(parts(data)) if name.startswith("word/header")]


def test_comments_stand_on_the_words_they_are_about(valid: Callable[[bytes], None]) -> None:
    data = output_of(BOLD, house("# S", "{{ sections.summary }}"), Path("x.docx"), DRAFT).data
    on, said = comments(data)[0]
    assert on == "Nobody knows the reason."
    assert said.startswith("No source supports this sentence.")
    assert shown(data)[:2] == ["S", "Nobody knows the reason. It ordered it."]
    valid(data)
    assert "word/comments.xml" not in parts(output_of(BOLD, house("{{ sections.summary }}"), Path("x.docx")).data)
    quiet = Choices(draft=True, comments=False)
    assert "word/comments.xml" not in parts(
        output_of(BOLD, house("{{ sections.summary }}"), Path("x.docx"), quiet).data
    )


def test_every_word_of_a_memo_can_be_commented_on(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        table = made.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "{{ header.to }}", "{{ header.from }}"

    template = template_of_document(document("# One", "{{ sections.summary }}", make=make), Path("x.docx"))
    memo = house_memo(BOLD, template)
    texts = ["".join(run.text for run in block_runs(block)) for block in memo.blocks]
    asked = [Remark(at, 1, len(text) - 1, f"On {at}") for at, text in enumerate(texts)]
    data = document_of(BOLD, template, Choices(), asked)
    assert comments(data) == [(text[1:-1].replace("\n", ""), f"On {at}") for at, text in enumerate(texts)]
    valid(data)


def test_a_draft_is_marked_on_every_page(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        made.sections[0].header.paragraphs[0].text = "Office of {{ header.from }}"

    data = output_of(BRIEF, house("{{ header.marking }}", make=make), Path("x.docx"), DRAFT).data
    assert headers(data) == [["DRAFT", "Office of Ports desk"]]
    valid(data)


def test_a_marking_that_the_document_does_not_name_is_put_at_its_head(valid: Callable[[bytes], None]) -> None:
    data = output_of(BRIEF, house("{{ header.to }}"), Path("x.docx"), DRAFT).data
    assert headers(data) == [["OFFICIAL · DRAFT"]]
    valid(data)


def test_annexes_come_last_on_a_page_of_their_own(valid: Callable[[bytes], None]) -> None:
    data = output_of(
        BRIEF,
        house("# S", "{{ sections.summary }}", "End"),
        Path("x.docx"),
        Choices(annexes=("quotations", "sources")),
    ).data
    said = shown(data)
    assert said.index("End") < said.index("Annex: quotations") < said.index("Annex: sources")
    (heading,) = [p for p in part(data).iter(w("p")) if "".join(p.itertext()) == "Annex: quotations"]
    assert heading.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None
    valid(data)


def test_in_a_text_box_sources_stand_in_the_text(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        box = "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p><w:r><w:t>{{ sections.summary }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        made.element.body.insert(0, raw(box))

    data = output_of(BOLD, house("{{ sections.summary }}", make=make), Path("x.docx")).data
    boxed, plain = dict.fromkeys(line for line in shown(data) if "ordered it" in line)
    assert boxed == "Nobody knows the reason. It ordered it (The Meridian Courier, para.\u00a01)."
    assert plain == "Nobody knows the reason. It ordered it."
    assert len(list(part(data).iter(w("footnoteReference")))) == 1
    valid(data)


def test_paper_is_as_asked() -> None:
    data = output_of(BRIEF, house("x {{ header.to }}"), Path("x.docx"), Choices(paper="A4")).data
    assert [size.get(w("w")) for size in part(data).iter(w("pgSz"))] == ["11906"]


def test_what_was_left_out_is_told_at_export() -> None:
    def make(made: Document) -> None:
        made.element.body.insert(0, made.element.body.makeelement(w("subDoc"), {}))

    (finding,) = output_of(BRIEF, house("{{ header.to }}", make=make), Path("x.docx")).findings
    assert finding.message == "office.docx: it held a link to another document, which is left out of the memo"
