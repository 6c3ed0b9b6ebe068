"""The PDF file that LibreOffice makes of the Word document; a program of ours stands in for it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pypdfium2
import pytest
from memo_samples import rich_memo

from briefer.errors import DataError
from briefer.pdf import libreoffice
from briefer.pdf.libreoffice import office_program, pdf_of_word
from briefer.render.word.writer import write_docx

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a shell script in LibreOffice's place; its last argument is the Word document."""

    def install(script: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\nfor file; do :; done\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(program.parent), prepend=":")

    return install


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", {})


def test_it_gets_the_document_and_a_profile_without_macros(office, tmp_path: Path) -> None:
    office(
        f'cp "$file" {tmp_path}/seen.docx; cp "$(dirname "$file")"/profile/user/*.xcu {tmp_path}; echo done > "${{file%.docx}}.pdf"'
    )
    assert pdf_of_word(b"the document") == b"done\n"
    assert (tmp_path / "seen.docx").read_bytes() == b"the document"
    profile = (tmp_path / "registrymodifications.xcu").read_text()
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in profile


def test_one_that_takes_too_long_is_ended_with_all_that_it_started(office, tmp_path: Path) -> None:
    office(f"sleep 60 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(DataError, match=r"LibreOffice took more than 0\.5 seconds .* export to Word"):
        pdf_of_word(b"", seconds=0.5)
    child = (tmp_path / "child").read_text().strip()
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split(")")[1].split()[0] == "Z"


def test_one_that_makes_nothing_is_told(office) -> None:
    office("exit 1")
    with pytest.raises(DataError, match="LibreOffice made no PDF"):
        pdf_of_word(b"")


@pytest.mark.usefixtures("missing")
def test_without_it_the_other_way_is_named() -> None:
    assert office_program() == ""
    with pytest.raises(DataError, match=r"not installed.*pages of the preview"):
        pdf_of_word(b"")


@pytest.mark.skipif(not office_program(), reason="LibreOffice is not here")
def test_the_real_one_gives_headings_to_go_by_and_tags() -> None:
    data = pdf_of_word(write_docx(rich_memo()))
    document = pypdfium2.PdfDocument(data)
    assert document.is_tagged()
    assert "Key points" in [mark.get_title() for mark in document.get_toc()]
