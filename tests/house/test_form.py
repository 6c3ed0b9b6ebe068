"""The front matter that a Word document's tags ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Mm
from house_samples import document, house

from briefer.errors import DataError
from briefer.opening import open_template, template_named
from briefer.paths import data_dir
from briefer.templates.files import find_template


def test_fields_and_sections_are_those_that_tags_name() -> None:
    def make(made: Document) -> None:
        made.sections[0].header.paragraphs[0].text = "{{ header.marking }}"

    lines = [
        "{{ header.subject }}",
        "{{ header['desk_officer'] }}",
        "{%p if sections.summary %}",
        "{{ sections.summary }}",
        "{%p endif %}",
        "{{ sections.own_words|title }}",
    ]
    front = house(*lines, make=make).front
    assert [field.id for field in front.header] == ["marking", "subject", "desk_officer"]
    assert [field.label for field in front.header] == ["Marking", "Subject", "Desk officer"]
    assert front.header[0].type == "choice"
    assert [(section.id, section.label) for section in front.sections] == [
        ("summary", "Summary"),
        ("own_words", "Own words"),
    ]
    assert front.sections[0].hint == find_template("information-note").section("summary").hint
    assert not any(section.generated for section in front.sections)


def test_names_that_would_reach_into_the_program_are_no_fields() -> None:
    assert house("{{ header.__class__ }}{{ header['a b'] }}").front.header == ()


def test_name_language_and_paper_are_the_documents(tmp_path: Path) -> None:
    def make(made: Document) -> None:
        made.core_properties.title = "Submission to the Minister"
        made.sections[0].page_width, made.sections[0].page_height = Mm(297), Mm(210)

    front = house("x", make=make).front
    assert (front.name, front.paper, front.orientation, front.language) == (
        "Submission to the Minister",
        "A4",
        "landscape",
        "en-US",
    )
    path = tmp_path / "Weekly note.dotx"
    path.write_bytes(document("x"))
    template = open_template(path)
    assert (template.id, template.name, template.path, template.front.paper) == (
        "Weekly note",
        "Weekly note",
        str(path),
        "Letter",
    )
    assert template.document == path.read_bytes()


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"no")
    with pytest.raises(DataError) as caught:
        open_template(path)
    assert caught.value.path == str(path)


def test_a_document_on_the_shelf_has_an_id() -> None:
    folder = data_dir() / "templates"
    folder.mkdir(parents=True)
    (folder / "weekly.docx").write_bytes(document("{{ header.to }}"))
    assert template_named("mine:weekly.docx").id == "mine:weekly.docx"
