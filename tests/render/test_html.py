"""The HTML writer: one safe, accessible page that says what the memo says."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memo_samples import memo_of, rich_memo

from briefer.memo.blocks import (
    Code,
    Facts,
    Field,
    ListItem,
    Memo,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from briefer.memo.plain import memo_text
from briefer.render.html import html_body, write_html
from briefer.render.markdown import write_markdown

EXPECTED = Path(__file__).parents[1] / "expected" / "html" / "rich.html"
VOID = {"meta", "br", "hr"}


class Reader(HTMLParser):
    """Reads a page strictly: each element is closed in turn, each id is used once."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {a["href"][1:] for _, a in reader.elements if (a.get("href") or "").startswith("#")}
    assert targets <= set(ids)
    return reader


def body(*blocks, notes=()) -> str:
    html = html_body(memo_of(*blocks, notes=notes))
    read(html)
    return html.split("<main>\n", 1)[1].split("\n</main>", 1)[0]


def test_the_rich_memo_is_as_expected(renew: bool) -> None:
    written = write_html(rich_memo())
    if renew:
        EXPECTED.write_bytes(written)
    assert written.decode() == EXPECTED.read_text("utf-8")


class TestPage:
    def test_names_its_language_title_and_author(self) -> None:
        page = write_html(rich_memo()).decode()
        assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n')
        assert "<title>Ferries: &quot;46 million&quot; &amp; &lt;more&gt;</title>" in page
        assert '<meta name="author" content="Ana Ruiz \\ Desk 4">' in page

    def test_is_well_formed_and_loads_nothing(self) -> None:
        reader = read(write_html(rich_memo()).decode())
        names = {name for name, _ in reader.elements}
        assert not names & {"script", "img", "link", "iframe", "object", "embed", "base", "form"}
        attributes = {name for _, found in reader.elements for name in found}
        assert not {name for name in attributes if name.startswith("on")} | attributes & {"src", "style"}
        assert "url(" not in write_html(rich_memo()).decode()
        assert "@import" not in write_html(rich_memo()).decode()

    def test_shows_the_marking_at_the_top_and_at_the_bottom(self) -> None:
        html = html_body(rich_memo())
        marking = '<p class="marking">OFFICIAL-SENSITIVE</p>'
        assert html.startswith(marking)
        assert html.endswith(f'<p class="reference">MF/2026/118</p>\n{marking}\n</footer>')
        assert "marking" not in html_body(memo_of())

    def test_reads_from_right_to_left_where_the_language_does(self) -> None:
        assert b'<html lang="ar-EG" dir="rtl">' in write_html(Memo(Facts("T", language="ar-EG"), ()))

    def test_has_the_size_of_the_paper(self) -> None:
        page = write_html(Memo(Facts("T", paper="Letter", landscape=True), ()))
        assert b"@page { size: letter landscape;" in page


class TestBlocks:
    def test_the_header_block_is_a_list_of_descriptions(self) -> None:
        assert body(Field("To", (Run("A\nB"),)), Field("Date", ())) == (
            '<dl class="header">\n<div><dt>To</dt><dd>A<br>\nB</dd></div>\n<div><dt>Date</dt><dd></dd></div>\n</dl>'
        )

    def test_a_paragraph_carries_its_style(self) -> None:
        assert body(Paragraph((Run("x"),), style='sig"')) == '<p class="sig&quot;">x</p>'

    def test_lists_nest_and_restart(self) -> None:
        items = [
            ListItem((Run("a"),), 1),
            ListItem((Run("b"),), 2, ordered=True, level=1),
            ListItem((Run("c"),), 2, ordered=True, level=1, first=False),
            ListItem((Run("d"),), 1, first=False),
            ListItem((Run("e"),), 1),
            ListItem((Run("f"),), 3),
        ]
        assert body(*items).replace("\n", "") == (
            "<ul><li>a<ol><li>b<p>c</p></li></ol><p>d</p></li><li>e</li></ul><ul><li>f</li></ul>"
        )

    def test_a_list_goes_on_counting(self) -> None:
        items = [ListItem((Run("a"),), 1, ordered=True), PageBreak(), ListItem((Run("b"),), 1, ordered=True)]
        assert body(*items).replace("\n", "") == (
            '<ol><li>a</li></ol><div class="page-break"></div><ol start="2"><li>b</li></ol>'
        )

    def test_a_table_has_a_header_row_with_scopes(self) -> None:
        table = Table(((Run("A"),), (Run("B"),)), (((Run("1"),), (Run("2"),)),), ("", "right"))
        assert body(table).replace("\n", "") == (
            '<table><thead><tr><th scope="col">A</th><th scope="col" class="right">B</th></tr></thead>'
            '<tbody><tr><td>1</td><td class="right">2</td></tr></tbody></table>'
        )

    def test_quotations_in_a_row_are_one(self) -> None:
        assert (
            body(Quotation((Run("a"),)), Quotation((Run("b"),))) == "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"
        )

    def test_code_is_kept_as_it_is(self) -> None:
        assert body(Code("a  <b>\n  c")) == "<pre><code>a  &lt;b&gt;\n  c</code></pre>"


class TestRuns:
    @pytest.mark.parametrize(
        ("run", "html"),
        [
            (Run("<script>&"), "&lt;script&gt;&amp;"),
            (Run("x", bold=True, italic=True, code=True), "<strong><em><code>x</code></em></strong>"),
            (Run("x", link='https://a.b/?"&c'), '<a href="https://a.b/?&quot;&amp;c">x</a>'),
            (Run("x", link="mailto:a@b.c", entry="p1"), '<a href="mailto:a@b.c" data-entry="p1">x</a>'),
            (Run("x", link="javascript:alert(1)"), "x"),
            (Run("x", link="file:///etc/passwd"), "x"),
            (Run("x", link="https://a.b/\n"), "x"),
            (Run("x", entry="a1"), '<span data-entry="a1">x</span>'),
        ],
    )
    def test_are_escaped_and_marked(self, run: Run, html: str) -> None:
        assert body(Paragraph((run,))) == f"<p>{html}</p>"

    @settings(max_examples=100, deadline=None)
    @given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs", "Cc"])))
    def test_any_text_reads_back(self, text: str) -> None:
        text = re.sub("[\ufffe\uffff]", "\ufffd", text)
        assert read(body(Paragraph((Run(text, bold=True, entry=text),)))).text == text


class TestNotes:
    NOTES = (Note(((Run("unused"),),)), Note(((Run("one"),), (Run("two"),))))

    def test_references_and_notes_lead_to_each_other(self) -> None:
        html = html_body(memo_of(Paragraph((Run("a"), Run(note=2, entry="p1"), Run(note=2))), notes=self.NOTES))
        read(html)
        assert '<sup data-entry="p1"><a id="ref-2" href="#note-2" role="doc-noteref">2</a></sup>' in html
        assert '<a id="ref-2-2" href="#note-2" role="doc-noteref">2</a>' in html
        back = '<a href="#ref-2" role="doc-backlink" aria-label="Back to reference 2">↩</a>'
        again = '<a href="#ref-2-2" role="doc-backlink" aria-label="Back to reference 2, place 2">↩</a>'
        assert f'<li id="note-2" value="2"><p>one</p><p>two {back} {again}</p></li>' in html
        assert "unused" not in html


def test_references_side_by_side_are_told_apart() -> None:
    notes = tuple(Note(((Run(words),),)) for words in ("one", "two", "three"))
    memo = memo_of(Paragraph((Run("a"), Run(note=2), Run(""), Run(note=3), Run(" b"), Run(note=1))), notes=notes)
    assert re.sub("<[^>]*>", "", html_body(memo).partition("</p>")[0]).strip() == "a2,3 b1"


def _words(text: str) -> str:
    """Letters and digits alone: white space, marks and punctuation differ between forms."""
    return re.sub(r"[\W_]+", "", text)


def test_html_carries_the_words_of_the_memo_in_order() -> None:
    html = html_body(rich_memo()).split("<main>")[1].split("</main>")[0]
    text = read(re.sub(r"<sup.*?</sup>", "", html)).text
    assert _words(text) == _words(memo_text(rich_memo()))


@pytest.mark.parametrize("reader", ["markdown", "gfm+footnotes"])
def test_markdown_and_html_carry_the_same_words_in_the_same_order(reader: str) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    html = subprocess.run(
        ["pandoc", "-f", reader, "-t", "html", "--wrap=none"],
        input=write_markdown(rich_memo()),
        capture_output=True,
        check=True,
    ).stdout.decode()
    text = read(re.sub(r'<a href="#fn.*?</a>|<section .*|<!--.*?-->', "", html, flags=re.DOTALL)).text
    assert _words(text) == _words(memo_text(rich_memo()))


def test_two_pages_take_milliseconds() -> None:
    memo = rich_memo()
    memo = Memo(memo.facts, memo.blocks * 3, memo.notes)

    def fastest(write) -> float:
        times = []
        for _ in range(7):
            started = time.process_time()
            write(memo)
            times.append(time.process_time() - started)
        return min(times)

    assert fastest(write_html) < 0.02
    assert fastest(write_markdown) < 0.02
