from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefer.model.source import Source
from briefer.sources.markdown import MarkdownText
from briefer.sources.markup import plain_blocks
from briefer.sources.read import cleaned, source_from_file

ARTICLE = """---
title: "Ports told to unplug modems"
author: [Hanne Lovell, Jo Field]
date: 2026-11-13
source: https://meridiancourier.example/modems
tags:
  - ports
  - cranes
---

# Ports told to unplug modems

The **Harbour Technology Board** has ordered [five ports](https://example.org/a_(b) "title")
to take the modems off *214 cranes*.[^1] It cost `46` million &amp; more.

Delays likely
-------------

- keep a **log**
- name one person
  who answers

> “We are closing a door,”
> she said.

Advertisement

### Next steps ###

12 Customs Row\\
Saltmere\\
Kestria

[^1]: The order is of 12 November.
"""


def read(tmp_path: Path, text: str) -> Source:
    file = tmp_path / "article.md"
    file.write_text(text, encoding="utf-8")
    return source_from_file(file, "s1")


def test_a_markdown_article_becomes_plain_text_with_its_headings(tmp_path: Path) -> None:
    source = read(tmp_path, ARTICLE)
    assert source.text.split("\n\n") == [
        "Ports told to unplug modems",
        "The Harbour Technology Board has ordered five ports to take the modems off 214 cranes. It cost 46 million & more.",
        "Delays likely",
        "- keep a log\n- name one person who answers",
        "“We are closing a door,” she said.",
        "Next steps",
        "12 Customs Row\nSaltmere\nKestria",
        "The order is of 12 November.",
    ]
    assert [(source.text[h.start : h.end], h.level) for h in source.headings] == [
        ("Ports told to unplug modems", 1),
        ("Delays likely", 2),
        ("Next steps", 3),
    ]
    assert source.original == ARTICLE
    assert source.media_type == "text/markdown"
    assert [fix.rule for fix in source.fixes] == ["furniture"]
    assert "Advertisement" in cleaned(source.original, source.media_type, {"furniture"}).text


def test_the_front_matter_states_the_details(tmp_path: Path) -> None:
    source = read(tmp_path, ARTICLE)
    assert (source.title, source.author) == ("Ports told to unplug modems", "Hanne Lovell, Jo Field")
    assert (source.published, source.url) == ("2026-11-13", "https://meridiancourier.example/modems")
    assert source.guessed == ()


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n\nThe Board met.\n\n---\n\nIt met again.").text == "The Board met.\n\nIt met again."


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (r"5 \* 3 and \_this\_ and \[that\]", "5 * 3 and _this_ and [that]"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("***both*** and ~~gone~~", "both and gone"),
        ("![A crane](crane.png) stands <b>idle</b>.", "stands idle."),
        ("See <https://example.org/a_b_c>.", "See https://example.org/a_b_c."),
        ("`*not* bold`", "*not* bold"),
        ("| Port | Cranes |\n|---|---:|\n| Saltmere | 96 |", "Port\tCranes\nSaltmere\t96"),
        ("```python\nx = 1\n\n*y*\n```", "x = 1\n\n*y*"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("a\n***\nb", "a\n\nb"),
        ("<!-- a note -->words", "words"),
        ("Saltmere  \nKestria", "Saltmere\nKestria"),
        (r"\* &#xe000;0&#xe001;", "* 0"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, text: str) -> None:
    assert "\n\n".join(block.text for block in plain_blocks(markdown)) == text


def test_a_long_line_is_left_whole_and_a_broken_one_is_joined(tmp_path: Path) -> None:
    assert (
        read(tmp_path, "Short lines\nof prose\nare one paragraph.").text == "Short lines of prose are one paragraph."
    )


@pytest.mark.parametrize(
    "markdown",
    [
        "[" * 100_000,
        "*a " * 50_000,
        "**a" * 50_000,
        "`" * 100_000,
        "<!--" * 50_000,
        "# A\n" * 20_000,
        "](" * 50_000,
        "> " * 50_000,
        "_a_ " * 50_000,
        "- a\n" * 20_000,
        "[a](" * 20_000,
        "![a](" * 20_000,
        "<a " * 40_000,
    ],
    ids=range(13),
)
def test_no_markdown_takes_more_than_its_length_in_time(markdown: str) -> None:
    started = time.process_time()
    plain_blocks(markdown)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("front", "details"),
    [
        ("author: {name: Hanne Lovell, url: https://x.example}", {"author": "Hanne Lovell"}),
        ("authors:\n  - name: Hanne Lovell\n  - name: Jo Meer", {"author": "Hanne Lovell, Jo Meer"}),
        ("title: >\n  Ports told\n  to unplug", {"title": "Ports told to unplug"}),
        ("title: Ports # a remark", {"title": "Ports"}),
        ("title: Cranes: a history\nauthor: Jo Meer", {"title": "Cranes: a history", "author": "Jo Meer"}),
        ("source: The Meridian Courier", {"publisher": "The Meridian Courier"}),
        ("source: https://m.example/a", {"url": "https://m.example/a", "publisher": ""}),
        ("date: 2026-11-13T08:00:00+01:00", {"published": "2026-11-13"}),
        ("title: !!python/object/apply:os.system [x]\nauthor: Jo Meer", {"author": "Jo Meer"}),
        ("a: &x [1]\nb: *x\ntitle: Ports", {"title": "Ports"}),
        ("title: [[[[[[\nauthor: Jo Meer", {"author": "Jo Meer"}),
    ],
)
def test_front_matter_is_read_as_yaml_of_nothing_but_texts(front: str, details: dict[str, str]) -> None:
    stated = MarkdownText().stated(f"---\n{front}\n---\n\nThe Board met on Monday.\n")
    assert {name: getattr(stated, name) for name in details} == details
