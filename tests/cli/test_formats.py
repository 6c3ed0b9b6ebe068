"""What ``briefer export`` writes beside Word and Markdown, and what it says of many."""

from __future__ import annotations

import csv
import io
import math
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from program import start
from template_samples import BRIEF

from briefer.cli.parser import FORMATS
from briefer.export import WRITERS
from briefer.pdf import libreoffice
from briefer.store.briefs import save_brief

pytestmark = pytest.mark.usefixtures("qapp")  # who lays out pages in this process finds Qt up

LONG = "\n\n".join(["The Board has ordered five container ports to remove modems."] * 120)


@pytest.fixture
def several(here: Path) -> list[str]:
    """Three briefs, of which the second cannot be read."""
    for name in ("1", "3"):
        save_brief(BRIEF, here / f"{name}.brief")
    (here / "2.brief").write_bytes(b"{")
    return ["1.brief", "2.brief", "3.brief"]


def comments(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/comments.xml").decode() if "word/comments.xml" in package.namelist() else ""


def test_all_formats_are_offered() -> None:
    assert sorted(f".{name}" for name in FORMATS) == sorted(WRITERS)


def test_a_pdf_is_written_without_a_display(here: Path) -> None:
    done = start("export", "a.brief", "-o", "a.pdf", env={"DISPLAY": "", "QT_QPA_PLATFORM": "xcb"})
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    (page,) = pypdfium2.PdfDocument(here / "a.pdf")
    assert "Modems {{ 7*7 }}" in page.get_textpage().get_text_bounded()


def test_a_pdf_that_is_too_long_is_written_and_told(here: Path, briefer) -> None:
    save_brief(replace(BRIEF, sections={"background": LONG}), here / "a.brief")
    said = briefer("export", "a.brief", "-o", "a.pdf")
    assert said.code == 0
    told = re.fullmatch(
        r"briefer: a\.brief: the memo takes ([\d.]+) pages, and its limit is 2; shorten it\n", said.err
    )
    assert told, said.err
    assert len(pypdfium2.PdfDocument(here / "a.pdf")) == math.ceil(float(told[1])) == 4


def test_the_table_has_the_notes(here: Path, briefer) -> None:
    assert briefer("export", "a.brief", "-o", "a.csv").code == 0
    rows = list(csv.DictReader(io.StringIO((here / "a.csv").read_text("utf-8-sig"), newline="")))
    assert [row["Id"] for row in rows] == [entry.id for entry in BRIEF.entries()]
    assert "private" not in (here / "a.csv").read_text("utf-8")


def test_a_draft_has_comments_unless_it_should_not(here: Path, briefer) -> None:
    save_brief(replace(BRIEF, sections={"summary": "Nothing supports it."}), here / "a.brief")
    for name, options in (("final", ()), ("draft", ("--draft",)), ("plain", ("--draft", "--no-comments"))):
        assert briefer("export", "a.brief", "-o", f"{name}.docx", *options).code == 0
    assert [bool(comments(here / f"{name}.docx")) for name in ("final", "draft", "plain")] == [False, True, False]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("-o", "a.docx", "--no-comments"), "--no-comments goes with --draft"),
        (("-o", "a.docx", "--word-pages"), "--word-pages goes with a .pdf"),
        (("-o", "a.odt"), "use .docx, .pdf, .md, .html, .csv, .jsonld"),
    ],
)
def test_what_makes_no_sense_is_refused(refused, options: tuple[str, ...], reason: str) -> None:
    assert reason in refused(2, "export", "a.brief", *options)


def test_without_libreoffice_its_pages_cannot_be_had(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "office_program", lambda: "")
    assert "LibreOffice is not installed" in refused(65, "export", "a.brief", "-o", "a.pdf", "--word-pages")


@pytest.mark.parametrize("to", ["docx", "pdf"])
def test_one_that_fails_stops_no_other_and_the_end_says_how_many(
    here: Path, briefer, several: list[str], to: str
) -> None:
    (here / "out").mkdir()
    said = briefer("export", *several, "--to", to, "--out-dir", "out")
    assert said.code == 65
    assert sorted(path.name for path in (here / "out").iterdir()) == [f"1.{to}", f"3.{to}"]
    first, last = said.err.splitlines()
    assert first.startswith("briefer: 2.brief: ")
    assert last == "briefer: 2 written, 1 failed"


def test_when_all_are_written_nothing_is_said_of_failures(briefer, several: list[str]) -> None:
    said = briefer("export", several[0], several[2], "--to", "md")
    assert (said.code, said.err) == (0, "briefer: 2 written\n")


def test_two_that_would_become_one_file_are_refused_before_any_is_written(here: Path, refused) -> None:
    (here / "other").mkdir()
    save_brief(BRIEF, here / "other" / "a.brief")
    said = refused(2, "export", "a.brief", "other/a.brief", "--to", "md", "--out-dir", ".")
    assert "a.brief and other/a.brief would both become a.md" in said
