"""Words of ill will in every place that a person or an article fills: each format shows them as words (S6)."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
import yaml
from lxml import etree, html

from briefer.export import email_of, output_of
from briefer.model.brief import Brief
from briefer.office.gate import open_package
from briefer.opening import template_of
from briefer.store.briefs import parse_brief
from briefer.templates.build import Choices
from hostile.briefs import brief, written

HOSTILE = (
    "=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "[go](javascript:alert(1))", "![p](http://calls.example/p.png)", "{{ 7*7 }}{% include 'x' %}", "<a href='file:///x'>y</a>",
    "]]> <!-- --> &#0; &lt;b&gt;", "| a | b |", "# no heading", "> no quotation", "1. no list", "`code`", "$x^2$",
)  # fmt: skip
ADDRESSES = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,<script>1</script>",
    "//host/share",
    "vbscript:x",
    "\\\\host\\x",
)
SAFE = re.compile(r"(?:https?://|mailto:|#)")


def hostile_brief(words: str, address: str) -> Brief:
    """The words in every field, and the address as the source's link and in a section."""
    text = f"The council approved it. {words} It costs 46 million."
    at = text.index(words)
    anchor = {"source": "s1", "start": at, "end": at + len(words), "exact": words}
    raw = brief(
        title=words,
        header=dict.fromkeys(("subject", "to", "from", "cc", "reference"), words) | {"date": "2026-11-22"},
        sections={"summary": f"{words} [see]({address}) <{address}> [@q1] [@a1]"},
        sources=[
            {
                "id": "s1",
                "title": words,
                "author": words,
                "publisher": words,
                "url": address,
                "text": text,
                "original": text,
            }
        ],
        actors=[{"id": "a1", "name": words, "kind": "organisation", "role": words, "evidence": [anchor]}],
        quotes=[{"id": "q1", "text": words, "speaker": "a1", "evidence": [anchor]}],
        stakes=[{"id": "k1", "summary": words, "evidence": [anchor]}],
    )
    return parse_brief(written(raw))


def output(suffix: str, words: str, address: str) -> bytes:
    made = hostile_brief(words, address)
    choices = Choices("footnotes", ("quotations", "sources", "passages"), draft=True)
    return output_of(made, template_of(made), Path(f"memo{suffix}"), choices).data


each = pytest.mark.parametrize(
    ("words", "address"), [(w, ADDRESSES[n % len(ADDRESSES)]) for n, w in enumerate(HOSTILE)]
)


@each
def test_html_and_messages_hold_no_script_no_picture_and_no_link_elsewhere(words: str, address: str) -> None:
    made = hostile_brief(words, address)
    for page in (output(".html", words, address).decode(), email_of(made, template_of(made)).html):
        root = html.fromstring(page)
        assert not list(root.iter("script", "img", "iframe", "object", "form", "base", "link"))
        for element in root.iter(etree.Element):
            assert not [name for name in element.attrib if name.startswith("on")]
            for name in ("href", "src", "action"):
                assert SAFE.match(element.get(name, "#")), element.get(name)
        squeezed = " ".join(root.text_content().split())
        assert " ".join(words.replace("&#0;", "").split())[:6] in squeezed


@each
def test_markdown_shows_them_as_words(words: str, address: str) -> None:
    from markdown_it import MarkdownIt

    head, _, body = output(".md", words, address).decode().removeprefix("---\n").partition("\n---\n")
    assert yaml.safe_load(head)["title"] == words
    page = MarkdownIt("commonmark").render(body)
    root = html.fromstring(f"<div>{page}</div>")
    assert not list(root.iter("script", "img"))
    for link in root.iter("a"):
        assert SAFE.match(link.get("href", "#")), link.get("href")


@each
def test_no_cell_is_a_formula(words: str, address: str) -> None:
    for row in csv.reader(io.StringIO(output(".csv", words, address).decode("utf-8-sig"), newline="")):
        assert not [cell for cell in row if cell[:1] in tuple("=+-@\t\r")]


@each
def test_word_holds_no_field_that_acts_and_no_link_elsewhere(words: str, address: str) -> None:
    parts = open_package(output(".docx", words, address))
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
            for relation in root.iter("{*}Relationship"):
                assert relation.get("TargetMode") != "External" or SAFE.match(relation.get("Target", ""))
            for field in root.iter("{*}instrText"):
                assert (field.text or "").split()[0] in (
                    "PAGE",
                    "NUMPAGES",
                    "REF",
                    "NOTEREF",
                    "HYPERLINK",
                    "TOC",
                    "SEQ",
                    "STYLEREF",
                    "PAGEREF",
                )
