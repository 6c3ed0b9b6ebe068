"""What holds for any text: cleaning twice is cleaning once, and the result has the promised form."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.text.clean import RULES, SWITCHABLE, clean

_PIECES = st.sampled_from(
    [
        "The Board met on Thursday", "and the ports", "Arkell", "said.", "“", "”", '"', "“We", "agree,”", "co-", "operation", "-", "–", "—",
        "\n", "\n", "\n\n", "\n\n\n", " ", " ", "  ", "\t", "> ", ">>", "•", "• item", "1. one", "2. two", "Q: Why?", "A: Because.",
        "Advertisement", "\nAdvertisement\n", "Read more: A title", "Share this", "Save", "End of Article", "By Hanne Lovell",
        "13 November 2026", "one two three four five six seven eight nine ten", "…", "```", "def f(x):", "x = 1;", "Dec.", "14",
        "\u00a0", "\u00ad", "\u200b", "\u200d", "\u2060", "\u2028", "\u2029", "\r\n", "\r", "\x0c", "\x00", "\ue001", "\ufb01", "e\u0301",
        "â€™", "Ã©", "क", "👩", "🏽", "漢字", "。", "a", "z", "A", "word " * 12, "x" * 50,
    ]
)  # fmt: skip
TEXTS = st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=80)


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.sets(st.sampled_from(sorted(SWITCHABLE)), max_size=3))
def test_cleaning_twice_is_cleaning_once(text: str, off: set[str]) -> None:
    once = clean(text, off)
    assert clean(once.text, off).text == once.text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_text_has_the_promised_form(text: str) -> None:
    done = clean(text)
    assert unicodedata.is_normalized("NFC", done.text)
    assert "\n\n\n" not in done.text
    assert done.text == done.text.strip("\n")
    assert not set(done.text) & set("\r\x0b\x0c\x85\u2028\u2029\x00\u00a0\u00ad\ue000\ue01f")
    assert all(line == line.rstrip(" \t") for line in done.text.split("\n"))
    for heading in done.headings:
        assert "\n" not in done.text[heading.start : heading.end]
        assert done.text[heading.start - 2 : heading.start] in ("", "\n\n")


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_change_of_the_text_is_listed_under_a_rule(text: str) -> None:
    done = clean(text)
    assert (done.text == text) == (not done.steps)
    assert [step.rule for step in done.steps] == [
        rule for rule in RULES if rule in {step.rule for step in done.steps}
    ]
    assert all(step.count >= len(step.changes) for step in done.steps)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_without_what_takes_words_out_every_letter_stays(text: str) -> None:
    kept = clean(text, {"furniture", "repeats", "dehyphenate", "quote-marks"})
    silent = clean(text, SWITCHABLE)
    assert [c for c in kept.text if not c.isspace()] == [c for c in silent.text if not c.isspace()]
