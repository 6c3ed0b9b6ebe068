"""Preview and PDF of a template that is dressed as a document of the office have its letters and its sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor
from house_samples import document
from template_samples import BRIEF

from briefer.house.look import look_of
from briefer.opening import template_at
from briefer.pdf.writer import laid_out
from briefer.templates.build import Choices
from briefer.templates.template import Template
from briefer.wanted import memo_of

pytestmark = pytest.mark.usefixtures("qapp")

TEXT = """---
name: Dressed
style: office.docx
header: [{id: subject, label: Subject}]
sections: [{id: summary, label: Summary}]
---

# {{ header.subject }}

## Summary

{{ sections.summary }}
"""


def office(made: Document) -> None:
    normal, heading = made.styles["Normal"], made.styles["Heading 1"]
    normal.font.name, normal.font.size = "Georgia", Pt(12)
    normal.paragraph_format.space_after = Pt(9)
    heading.font.size, heading.font.color.rgb, heading.font.italic = Pt(20), RGBColor(0x12, 0x34, 0x56), True
    section = made.sections[0]
    section.page_width, section.page_height = Cm(18), Cm(25)
    section.left_margin = section.right_margin = Cm(4)


@pytest.fixture
def dressed(tmp_path: Path) -> Template:
    (tmp_path / "office.docx").write_bytes(document("x", make=office))
    (tmp_path / "t.md").write_text(TEXT, "utf-8")
    return template_at(tmp_path / "t.md")


def test_letters_colours_and_sheet_are_read() -> None:
    look = look_of(document("x", make=office))
    normal, heading = look.texts["Normal"], look.texts["Heading1"]
    assert (normal.font, normal.size, normal.after, normal.colour) == ("Georgia", 12, 9, "")
    assert (heading.size, heading.colour, heading.italic, heading.bold) == (20, "123456", True, True)
    assert look.texts["Kicker"].font == "Georgia"
    assert look.sheet is not None
    assert (look.sheet.width, look.sheet.height, look.sheet.left) == (10205, 14173, 2268)


def test_a_document_that_says_nothing_and_one_that_says_nonsense_have_a_look() -> None:
    def odd(made: Document) -> None:
        section = made.sections[0]
        section.orientation, section.left_margin, section.right_margin = WD_ORIENT.LANDSCAPE, Cm(20), Cm(20)

    look = look_of(document("x", make=odd))
    assert look.sheet is not None
    assert look.sheet.width - look.sheet.left - look.sheet.right > 2000


def test_pages_have_them(dressed: Template) -> None:
    pages = laid_out(memo_of(BRIEF, dressed))
    assert pages.size == (10205, 14173)
    face, heading = pages._faces.face("Normal"), pages._faces.face("Heading1")
    assert face.font.families()[0] == "Georgia"
    assert face.font.pixelSize() == 240
    assert heading.colour == "#123456"
    assert min(box.left() for _, box in pages.boxes(0)) == pytest.approx(2268, abs=2)


def test_large_type_and_other_paper_are_its_too(dressed: Template) -> None:
    pages = laid_out(memo_of(BRIEF, dressed, Choices(style="large", paper="Letter")))
    assert pages.size == (12240, 15840)
    assert pages._faces.face("Normal").font.pixelSize() == 320
    assert pages._faces.face("Header").font.pixelSize() == 240


def test_where_the_document_is_gone_the_pages_are_ours(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(TEXT, "utf-8")
    assert memo_of(BRIEF, template_at(tmp_path / "t.md")).facts.house_look is None
