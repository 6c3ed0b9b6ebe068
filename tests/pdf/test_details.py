"""What a PDF file says of its memo, read by another program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from memo_samples import memo_of, rich_memo

from briefer.memo.blocks import Facts, Heading, Memo, PageBreak, Paragraph, Run
from briefer.pdf.objects import Objects
from briefer.pdf.pages import Pages
from briefer.pdf.writer import write_pdf

AGAIN = """
import sys
sys.path.insert(0, {tests!r})
from memo_samples import rich_memo
from briefer.pdf.writer import write_pdf
sys.stdout.buffer.write(write_pdf(rich_memo()))
"""


def test_the_file_has_the_facts_of_the_memo() -> None:
    facts = Facts(
        title="Ports (1) \\ 🙂", author="Łucja", language="pl-PL", keywords="cranes, modems",
        created="2026-11-22T09:30:00Z", modified="2026-11-23T10:00:59Z",
    )  # fmt: skip
    data = write_pdf(Memo(facts, (Paragraph((Run("x"),)),)))
    said = pypdfium2.PdfDocument(data).get_metadata_dict()
    assert (said["Title"], said["Author"], said["Keywords"]) == (facts.title, facts.author, facts.keywords)
    assert (said["CreationDate"], said["ModDate"]) == ("D:20261122093000Z", "D:20261123100059Z")
    assert "pl-PL".encode("utf-16-be") in data
    assert b"<dc:language><rdf:Bag><rdf:li>pl-PL</rdf:li>" in data
    assert b"/DisplayDocTitle true" in data


def test_the_outline_leads_to_the_headings() -> None:
    def heading(level: int, words: str) -> Heading:
        return Heading(level, (Run(words),))

    memo = memo_of(
        heading(1, "Title"), heading(2, "A"), heading(3, "A one"), heading(3, "  "), heading(3, "A two"),
        PageBreak(), heading(2, "B"), Paragraph((Run("x"),)),
    )  # fmt: skip
    data = write_pdf(memo)
    outline = list(pypdfium2.PdfDocument(data).get_toc())
    assert [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in outline] == [
        (0, "Title", 0), (0, "A", 0), (1, "A one", 0), (1, "A two", 0), (0, "B", 1),
    ]  # fmt: skip
    heights = [mark.get_dest().get_view()[1][1] for mark in outline]
    assert heights[:4] == sorted(heights[:4], reverse=True)
    page, y = Pages(memo).place_of(6)
    assert (page, heights[4]) == (1, pytest.approx(842 - y / 20, abs=1))


def test_links_are_links() -> None:
    address = "https://example.org/a_(b?x=1&y=\\é"
    runs = (Run("See "), Run("here", link=address), Run(" or "), Run("there", link="file:///etc/passwd"))
    data = write_pdf(memo_of(Paragraph(runs)))
    assert data.count(b"/URI (") == 1
    assert b"/URI (https://example.org/a_%28b?x=1&y=%5C%C3%A9)" in data
    assert len(pypdfium2.PdfDocument(data)) == 1


def test_equal_memos_give_equal_bytes_in_any_process() -> None:
    first = write_pdf(rich_memo())
    assert write_pdf(rich_memo()) == first
    program = AGAIN.format(tests=str(Path(__file__).parents[1]))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout == first
    assert write_pdf(memo_of(Paragraph((Run("x"),)))) != first


def test_every_object_stands_where_the_table_says() -> None:
    data = write_pdf(rich_memo())
    objects = Objects(data)
    assert objects.file() == data
    assert len(objects.pages()) == 3
    with pytest.raises(ValueError, match="no PDF file of Qt's"):
        Objects(b"%PDF-1.7\nstartxref\n9\n%%EOF")
