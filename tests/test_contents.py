"""Word, Markdown, web page and PDF of one memo say the same, in the same order: each is read as another program would."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt
from pytestqt.qtbot import QtBot
from sample_brief import sample_brief

from briefer.export import export
from briefer.pdf.sheet import BOTTOM_MARGIN, TOP_MARGIN
from briefer.templates.build import Choices
from briefer.templates.files import built_in_paths, find_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANNEXES = ("quotations", "sources", "passages")
# Marks of lists and numbers of paragraphs: some formats leave them to the program that shows them.
MARK = re.compile(r"[•–▪☐☑]|(?:\d+\.)+\d*|[a-z]\.|[ivx]+\.|_+|\[ \]")


def word(data: bytes) -> str:
    """The words of a Word document's body: runs, tabs, breaks; paragraphs and cells stand apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    text = {f"{W}t": lambda e: e.text, f"{W}tab": lambda e: " ", f"{W}br": lambda e: " ", f"{W}p": lambda e: "\n"}
    return "".join(text[element.tag](element) or "" for element in root.iter(*text))


def web(data: bytes) -> str:
    """The words of a page, but for the marking and reference above and below the memo."""
    (main,) = html.fromstring(data.decode()).iter("main")
    for element in main.iter("p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "br", "div", "pre"):
        element.text, element.tail = f"\n{element.text or ''}", f"\n{element.tail or ''}"
    return "".join(main.itertext())


def typed(data: bytes) -> str:
    """The words of a Markdown file, as CommonMark has it."""
    _, _, body = data.decode().removeprefix("---\n").partition("\n---\n")
    page = MarkdownIt("commonmark").enable("table").render(body)
    return web(f"<main>{page}</main>".encode())


def heads(data: bytes) -> list[str]:
    """The words of each row of a Word document that stands again on the next page, without blanks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    rows = (mark.getparent().getparent() for mark in root.iter(f"{W}tblHeader"))
    return ["".join(words(" ".join(text.text or "" for text in row.iter(f"{W}t")))) for row in rows]


def pages(data: bytes) -> list[str]:
    """The words between the margins of each page, as PDFium finds them, without blanks: lines break within words."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        text = page.get_textpage().get_text_bounded(0, BOTTOM_MARGIN / 20, width, height - TOP_MARGIN / 20)
        found.append("".join(words(text.replace("\ufffe", "-"))))
    return found


READ: dict[str, Callable[[bytes], str]] = {".docx": word, ".md": typed, ".html": web}


def words(text: str) -> list[str]:
    """What a reader reads; capitals are a matter of looks."""
    return [word.rstrip(":") for word in text.casefold().split() if not MARK.fullmatch(word)]


@pytest.mark.parametrize("ident", list(built_in_paths()))
@pytest.mark.parametrize("mode", ["none", "inline", "endlist"])
def test_all_formats_say_the_same_in_the_same_order(ident: str, mode: str, tmp_path: Path, qtbot: QtBot) -> None:
    files = {}
    for suffix in (*READ, ".pdf"):
        path = tmp_path / f"memo{suffix}"
        export(sample_brief(), find_template(ident), path, Choices(mode, ANNEXES))  # type: ignore[arg-type]
        files[suffix] = path.read_bytes()
    said = {suffix: words(read(files[suffix])) for suffix, read in READ.items()}
    assert len(said[".docx"]) > 300
    assert said[".html"] == said[".docx"]
    assert said[".md"] == said[".docx"]
    rest, again = "".join(said[".docx"]), heads(files[".docx"])
    for page in pages(files[".pdf"]):
        shown = next((page.removeprefix(head) for head in again if rest.startswith(page.removeprefix(head))), page)
        assert rest[: len(shown)] == shown
        rest = rest[len(shown) :]
    assert rest == ""


def test_the_notes_are_the_same_in_all_formats(tmp_path: Path, qtbot: QtBot) -> None:
    files = {}
    for suffix in (*READ, ".pdf"):
        path = tmp_path / f"memo{suffix}"
        export(sample_brief(), find_template("information-note"), path, Choices("footnotes"))
        files[suffix] = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(files[".docx"])) as package:
        root = etree.fromstring(package.read("word/footnotes.xml"))
    of_word = [words("".join(note.itertext())) for note in root if int(note.get(f"{W}id")) > 0]
    page = html.fromstring(files[".html"].decode())
    for link in list(page.iter("a")):
        if link.get("role") == "doc-backlink":
            link.drop_tree()
    of_web = [
        words("".join(note.itertext())) for note in page.iter("li") if (note.get("id") or "").startswith("note-")
    ]
    lines = re.findall(r"^\[\^\d+\]: (.+)$", files[".md"].decode(), re.MULTILINE)
    of_markdown = [words("".join(html.fromstring(MarkdownIt().render(line)).itertext())) for line in lines]
    assert len(of_word) > 10
    assert of_web == of_word
    assert of_markdown == of_word
    on_pages = "".join(pages(files[".pdf"]))
    assert [note for note in of_word if "".join(note) not in on_pages] == []
