"""A Markdown template may take its look from a document of the office: its styles, page, header and footer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Mm, Pt
from house_samples import document, part, parts, shown, with_part, words
from msgspec.structs import replace
from rich_brief import rich_brief
from template_samples import BRIEF

from briefer.catalogue import problems_of
from briefer.errors import DataError
from briefer.export import output_of
from briefer.house.dressed import dressed
from briefer.house.styles import style_of
from briefer.memo.blocks import Memo, Numbered, Paragraph
from briefer.memo.remarks import Remark
from briefer.office.names import w
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import find_template, read_template
from briefer.templates.own import copy_template, import_template, look_of
from briefer.templates.template import Template

FRONT = """---
name: Weekly
style: {}
header: [{{id: subject, label: Subject}}]
sections: [{{id: summary, label: Summary}}]
---

# {{{{ header.subject or 'W' }}}}

## Summary

{{{{ sections.summary }}}}
"""


def memo(ident: str = "decision-note") -> Memo:
    return build_memo(rich_brief(ident), find_template(ident))


def letter(made: Document) -> None:
    """The page of an office: its font, its sheet, two kinds of headers and a footer."""
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Normal"].font.size = Pt(12)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "MINISTRY OF RIVERS"
    section.header.paragraphs[0].text = "Ministry of Rivers"
    section.footer.paragraphs[0].text = "Dam Street 1"


def remark_on(memo: Memo, text: str) -> Remark:
    """A remark on the first five letters of its first paragraph of running text."""
    at = next(
        at for at, block in enumerate(memo.blocks) if isinstance(block, Paragraph | Numbered) and not block.style
    )
    return Remark(at, 0, 5, text)


def all_words(data: bytes, kind: str) -> list[list[str]]:
    return [words(part(data, name)) for name in sorted(parts(data)) if f"word/{kind}" in name and "rels" not in name]


def test_the_page_is_the_offices_and_the_words_are_the_memos(valid: Callable[[bytes], None]) -> None:
    data = dressed(memo(), document("# Old heading", "Old words", make=letter)).data
    said = "\n".join(shown(data))
    assert "Old" not in said
    assert "Whether the Government backs" in said
    assert ["MINISTRY OF RIVERS"] in [
        [line for line in lines if line != "OFFICIAL-SENSITIVE"] for lines in all_words(data, "header")
    ]
    assert all_words(data, "footer") == [["Dam Street 1"]]
    assert b"Georgia" in parts(data)["word/styles.xml"]
    size = part(data).find(f".//{w('pgSz')}")
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    valid(data)


def test_the_marking_stands_at_the_head_of_every_kind_of_page(valid: Callable[[bytes], None]) -> None:
    data = dressed(memo(), document("x", make=letter)).data
    headers = all_words(data, "header")
    assert len(headers) == 2
    assert all(lines[0] == "OFFICIAL-SENSITIVE" and len(lines) == 2 for lines in headers)
    valid(data)


def test_a_page_without_a_header_gets_one_for_the_marking(valid: Callable[[bytes], None]) -> None:
    data = dressed(memo(), document("x")).data
    assert all_words(data, "header") == [["OFFICIAL-SENSITIVE"]]
    valid(data)


def test_the_marking_of_the_old_memo_gives_way() -> None:
    def make(made: Document) -> None:
        made.sections[0].header.paragraphs[0].text = "TOP SECRET"
        made.sections[0].footer.paragraphs[0].text = "Official"

    data = dressed(memo(), document("x", make=make)).data
    assert all_words(data, "header") == [["OFFICIAL-SENSITIVE"]]
    assert all_words(data, "footer") == [["OFFICIAL-SENSITIVE"]]


def test_the_first_section_counts(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        letter(made)
        made.add_paragraph("Annex")
        made.add_section().page_width = Mm(420)

    data = dressed(memo(), document("x", make=make)).data
    assert [size.get(w("w")) for size in part(data).iter(w("pgSz"))] == ["11906"]
    valid(data)


def test_paper_and_a_lying_sheet_are_as_asked() -> None:
    sheet = part(dressed(memo(), document("x", make=letter), paper="Letter").data).find(f".//{w('pgSz')}")
    assert (sheet.get(w("w")), sheet.get(w("h"))) == ("12240", "15840")
    lying = memo()
    lying = replace(lying, facts=replace(lying.facts, landscape=True))
    sheet = part(dressed(lying, document("x", make=letter)).data).find(f".//{w('pgSz')}")
    assert (sheet.get(w("w")), sheet.get(w("orient"))) == ("16838", "landscape")


LOCAL = {
    "de": ("Überschrift 1", "Aufzählungszeichen", "Titel"),
    "fr": ("Titre 1", "Liste à puces", "Titre"),
    "es": ("Título 1", "Lista con viñetas", "Título"),
    "it": ("Titolo 1", "Punto elenco", "Titolo"),
    "nl": ("Kop 1", "Lijst opsom.teken", "Titel"),
    "pt": ("Título 1", "Lista com marcas", "Título"),
    "pl": ("Nagłówek 1", "Lista punktowana", "Tytuł"),
    "sv": ("Rubrik 1", "Punktlista", "Rubrik"),
    "da": ("Overskrift 1", "Opstilling - punkttegn", "Titel"),
    "nb": ("Overskrift 1", "Punktliste", "Tittel"),
    "fi": ("Otsikko 1", "Merkitty luettelo", "Otsikko"),
    "cs": ("Nadpis 1", "Seznam s odrážkami", "Název"),
}


@pytest.mark.parametrize("language", LOCAL)
def test_styles_are_found_by_the_names_of_twelve_languages(language: str) -> None:
    heading, bullet, title = LOCAL[language]

    def rename(styles: str) -> str:
        for old, new in (("heading 1", heading), ("List Bullet", bullet), ("Title", title)):
            styles = styles.replace(f'<w:name w:val="{old}"/>', f'<w:name w:val="{new}"/>')
        return styles.replace('w:styleId="Heading1"', 'w:styleId="a1"').replace('w:styleId="Title"', 'w:styleId="a2"').replace('w:styleId="ListBullet"', 'w:styleId="a3"')  # fmt: skip

    data = dressed(memo("information-note"), with_part(document("x"), "word/styles.xml", rename)).data
    used = [style_of(paragraph) for paragraph in part(data).iter(w("p"))]
    assert {"a1", "a2", "a3"} <= set(used)
    assert not {"Heading1", "Title", "ListBullet"} & set(used)


def test_what_the_document_lacks_is_added_in_its_own_fonts(valid: Callable[[bytes], None]) -> None:
    data = dressed(memo(), document("x", make=letter)).data
    styles = {style.get(w("styleId")): style for style in part(data, "word/styles.xml").iter(w("style"))}
    used = {style_of(paragraph) for paragraph in part(data).iter(w("p"))} - {""}
    assert {"Field", "TickLine", "NumberedParagraph"} <= used <= set(styles)
    assert styles["Field"].find(f"{w('rPr')}/{w('rFonts')}") is None
    valid(data)


def test_a_style_of_the_same_id_that_is_another_thing_is_left_alone(valid: Callable[[bytes], None]) -> None:
    def make(made: Document) -> None:
        made.styles.add_style("Field", docx.enum.style.WD_STYLE_TYPE.CHARACTER)

    data = dressed(memo(), document("x", make=make)).data
    styles = {
        style.get(w("styleId")): style.get(w("type")) for style in part(data, "word/styles.xml").iter(w("style"))
    }
    assert styles["Field"] == "character"
    assert styles["Field_2"] == "paragraph"
    valid(data)


def test_notes_lists_and_comments_are_the_memos_alone(valid: Callable[[bytes], None]) -> None:
    old = dressed(memo(), document("x", make=letter), [remark_on(memo(), "See here")]).data
    assert all_words(old, "comments") == [["See here"]]
    data = dressed(memo("information-note"), old, [remark_on(memo("information-note"), "And here")]).data
    notes = [note for note in part(data, "word/footnotes.xml").iter(w("footnote")) if note.get(w("type")) is None]
    references = [each.get(w("id")) for each in part(data).iter(w("footnoteReference"))]
    assert [note.get(w("id")) for note in notes] == list(dict.fromkeys(references))
    assert all_words(data, "comments") == [["And here"]]
    known = {num.get(w("numId")) for num in part(data, "word/numbering.xml").iter(w("num"))}
    assert {number.get(w("val")) for number in part(data).iter(w("numId"))} <= known
    valid(data)


def test_equal_memos_give_equal_bytes() -> None:
    office = document("x", make=letter)
    assert dressed(memo(), office).data == dressed(memo(), office).data


def test_a_protected_memo_of_last_year_makes_one_that_can_be_edited() -> None:
    office = with_part(
        document("x"),
        "word/settings.xml",
        lambda text: text.replace("<w:zoom", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:zoom', 1),
    )
    assert b"documentProtection" not in parts(dressed(memo(), office).data)["word/settings.xml"]


def test_nothing_of_the_old_memo_is_in_its_properties() -> None:
    def make(made: Document) -> None:
        made.core_properties.subject, made.core_properties.comments = "Old matter", "Old comment"

    data = dressed(memo(), document("x", make=make)).data
    assert not any(b"Old " in content for content in parts(data).values())


def test_a_header_with_tags_is_refused() -> None:
    def make(made: Document) -> None:
        made.sections[0].header.paragraphs[0].text = "{{ header.to }}"

    with pytest.raises(DataError, match="its header holds tags"):
        dressed(memo(), document("x", make=make))


def weekly(folder: Path, style: str = "office.docx") -> Template:
    path = folder / "weekly.md"
    path.write_text(FRONT.format(style), "utf-8")
    return read_template(path)


def test_an_export_takes_the_look_of_the_document_beside_the_template(
    tmp_path: Path, valid: Callable[[bytes], None]
) -> None:
    (tmp_path / "office.docx").write_bytes(document("x", make=letter))
    sent = []

    def apart(function: Callable[..., object], *args: object) -> object:
        sent.append(function.__name__)
        return function(*args)

    template = weekly(tmp_path)
    output = output_of(BRIEF, template, Path("a.docx"), apart=apart)
    assert sent == ["memo_of", "dressed"], "a template that does not ship is filled apart too"
    assert b"Georgia" in parts(output.data)["word/styles.xml"]
    valid(output.data)
    large = parts(output_of(BRIEF, template, Path("a.docx"), Choices(style="large")).data)["word/styles.xml"]
    assert b"Georgia" in large
    assert large != parts(output.data)["word/styles.xml"]
    assert b"Summary" in output_of(BRIEF, template, Path("a.md")).data


def test_what_was_left_out_is_told(tmp_path: Path) -> None:
    office = with_part(document("x"), "word/document.xml", lambda text: text.replace("</w:p>", '</w:p><w:subDoc xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/>', 1))  # fmt: skip
    (tmp_path / "office.docx").write_bytes(office)
    (finding,) = output_of(BRIEF, weekly(tmp_path), Path("a.docx")).findings
    assert finding.message == "office.docx: it held a link to another document, which is left out of the memo"


def test_a_document_that_is_not_there_is_named(tmp_path: Path) -> None:
    template = weekly(tmp_path)
    with pytest.raises(DataError, match="whose look it takes, is not beside it"):
        output_of(BRIEF, template, Path("a.docx"))
    (problem,) = problems_of(tmp_path / "weekly.md")
    assert (problem.line, problem.severity) == (3, "error")
    (tmp_path / "office.docx").write_bytes(b"no")
    (problem,) = problems_of(tmp_path / "weekly.md")
    assert problem.message == "office.docx: it is no Word document, or it is damaged"
    (tmp_path / "office.docx").write_bytes(document("x"))
    assert problems_of(tmp_path / "weekly.md") == []


@pytest.mark.parametrize(
    "style", ["../office.docx", "/etc/office.docx", "C:office.docx", ".office.docx", "a\\b.docx", "fancy"]
)
def test_a_style_is_no_path(tmp_path: Path, style: str) -> None:
    (tmp_path / "office.docx").write_bytes(document("x"))
    path = tmp_path / "in" / "weekly.md"
    path.parent.mkdir()
    path.write_text(FRONT.format(style), "utf-8")
    (problem,) = problems_of(path)
    assert (problem.line, problem.message) == (3, f"there is no look {style}")


def test_the_look_goes_with_the_template(tmp_path: Path) -> None:
    office = document("x", make=letter)
    (tmp_path / "office.docx").write_bytes(office)
    weekly(tmp_path)
    taken = import_template(tmp_path / "weekly.md")
    assert look_of(taken) == taken.parent / "office.docx"
    (tmp_path / "office.docx").write_bytes(document("y"))
    copied = copy_template(tmp_path / "weekly.md", "Other")
    assert look_of(copied) == taken.parent / "office-2.docx"
    assert (taken.parent / "office-2.docx").read_bytes() == (tmp_path / "office.docx").read_bytes()
    assert (taken.parent / "office.docx").read_bytes() == office
