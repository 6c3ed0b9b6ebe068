from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from briefer.paths import resources
from briefer.text.claims import sentences, unsupported_sentences


def unsupported(markdown: str) -> list[str]:
    return [markdown[start:end] for start, end in unsupported_sentences(markdown)]


@pytest.mark.parametrize(
    ("markdown", "bare"),
    [
        ("", []),
        ("The Board ordered it. [@x1] It costs 46 million. [@p1]", []),
        ("The Board ordered it. It costs 46 million. [@p1]", ["The Board ordered it."]),
        ("The Board ordered it [@x1]. It costs 46 million.", ["It costs 46 million."]),
        ("It will hold. [@own]", []),
        ("One. [@x1]\n\n[@x2] Two.", ["Two."]),
        ("One. [@x1][@x2] Two.[@x3]", []),
        ("One.\n[@x1]\nTwo.\n[@own]", []),
        ("# A heading\n\nTitle\n---\n\n***\n\nOne.", ["One."]),
        ("#word is none", ["#word is none"]),
        ("\\# A sign. [@x1]\n\n\\- Another.", ["- Another."]),
        ("- **One** is so.\n- Two\n  goes on. [@x1]\n1. Three", ["One** is so.", "Three"]),
        ("In\n2026. It was", ["In\n2026.", "It was"]),
        ("> Quoted\n> words. More.\nOn.", ["Quoted\n> words.", "More.", "On."]),
        ("Text\n> quoted.", ["Text", "quoted."]),
        ("`[@x1]. A` is code. \\[@x1] too.", ["`[@x1]. A` is code.", "[@x1] too."]),
        ("```\nOne.\n```\nTwo.", ["Two."]),
        ("| A | B |\n| --- | --- |\n| one. two | b |\n| c | d [@x1] |\n\nEnd.", ["one. two | b", "End."]),
        ("Mr. Smith of the U.S. said so. [@x1]", []),
        ("**It is bold.** *It leans.* [@x1]", ["It is bold."]),
        ("… — 👍", []),
    ],
)
def test_a_sentence_without_citation_is_found(markdown: str, bare: list[str]) -> None:
    assert unsupported(markdown) == bare


@given(texts())
def test_sentences_stand_in_order_and_hold_a_word(markdown: str) -> None:
    done = 0
    for start, end, _ in sentences(markdown):
        assert done <= start < end <= len(markdown)
        assert any(map(str.isalnum, markdown[start:end]))
        done = end


@given(
    st.lists(
        texts()
        | st.sampled_from(
            ["\n\n", "\n \n", "- a\n", "2. b\n", "> q\n", "| a |\n", "| - |\n", "```\n", "`", "\\", "[@x1]"]
        )
    )
)
def test_a_section_read_part_by_part_is_the_one_that_is_read_as_a_whole(pieces: list[str]) -> None:
    markdown = "".join(pieces)
    whole = [(start, end) for start, end, supported in sentences(markdown) if not supported]
    assert unsupported_sentences(markdown) == whole


def test_a_long_section_is_read_within_a_key() -> None:
    article = (resources() / "sample" / "article.txt").read_text("utf-8")
    section = re.sub(r"\. ", ". [@x1] ", article * 4)[:13_000]
    assert len(section.split()) > 2000
    spent = []
    for _ in range(9):
        begun = time.process_time()
        assert unsupported_sentences(section)
        spent.append(time.process_time() - begun)
    assert min(spent) < 0.015  # a third of it on a quiet machine


@pytest.mark.parametrize(
    "nasty",
    ["`" * 20_000, "[@x1" * 5_000, "> " * 9_000, "*a" * 9_000, "|" * 20_000, "``` a\n" * 3_000, "` `` " * 4_000],
)
def test_what_is_nasty_costs_no_more(nasty: str) -> None:
    begun = time.process_time()
    unsupported_sentences(nasty)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ("Cooper said: “We give ground, … I worry. It is bad.” [@q1]", []),
        ("“We act,” she said. “We do.” [@q1] So what.", ["So what."]),
        ("It did. Cooper said: “We give. I worry.” [@q1]", ["It did."]),
        ("“We give. I worry.” Nobody asked. [@q1]", ["“We give.", "I worry.”"]),
    ],
)
def test_a_citation_behind_a_quotation_supports_all_its_sentences(markdown: str, left: list[str]) -> None:
    assert [markdown[start:end] for start, end in unsupported_sentences(markdown)] == left
