"""Many names, many quotations: what is found is what each with each would give, and soon."""

from __future__ import annotations

import time
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.memo.blocks import Facts, Memo
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.entries import Actor, Quote
from briefer.model.source import Source
from briefer.review.alike import Spellings, only_longer, spelt_in_two_ways
from briefer.review.checks import CHECKS
from briefer.review.findings import Form, Review
from briefer.review.names import misspelt, short_form, spelt_otherwise
from briefer.review.quotes import quotes_not_verbatim
from briefer.review.readings import SourceReading
from briefer.review.wordings import Effort, wordings_of
from briefer.text.quotations import quotation_at
from briefer.text.sentences import sentence_at

SECONDS = 4.0

_LETTERS = st.sampled_from("aeénrst3h")
_WORDS = st.sampled_from(
    "Lena Léna Lana Morvane Morvanne Morvnae Morvande Philip Filip Arkel Arkell Maravia Maravian HTB UN L. the"
    " Harbour Harbor Board Boards Technology 2nd B3rlin Berlin Berlim".split()
)


@st.composite
def _slips(draw: st.DrawFn) -> str:
    word, at = draw(_WORDS), draw(st.integers(0, 8))
    kept = word[:at], word[at : at + 1], word[at + 1 :]
    cut, other, swapped = (
        "".join(kept[::2]),
        kept[0] + draw(_LETTERS) + kept[2],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    return draw(st.sampled_from((word, cut or word, other, swapped)))  # fmt: skip


_NAMES = st.lists(st.lists(_slips(), min_size=1, max_size=3).map(" ".join), min_size=2, max_size=9)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(_NAMES)
def test_names_alike_are_those_that_each_with_each_would_give(names: list[str]) -> None:
    each = range(len(names))
    pairs = [(i, j) for i, j in combinations(each, 2) if spelt_otherwise(names[i], names[j])]
    assert spelt_in_two_ways([("person", name) for name in names]) == pairs
    longer = [[j for j in each if j != i and short_form(names[i], names[j])] for i in each]
    found = only_longer(names, lambda i, j: short_form(names[i], names[j]))
    assert found == [those[0] if len(those) == 1 else None for those in longer]
    words = list(dict.fromkeys(word.casefold() for name in names for word in name.split()))
    spellings = Spellings(words)
    for typed in words:
        assert spellings.first_like(typed) == next((word for word in words if misspelt(typed, word)), None)


_SCRAPS = st.sampled_from(
    ["“", "”", ",", ".", "\n", "\n\n", " ", "said Lena.", "he", "The", "Mr.", "—", "goes on", "?"]
)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.lists(_SCRAPS, max_size=40).map(" ".join))
def test_a_reading_that_is_kept_is_that_of_each_place(text: str) -> None:
    reading = SourceReading(Source("s1", text=text))
    for at in range(len(text) + 1):
        assert reading.sentence_at(at) == sentence_at(text, at)
        assert reading.quotation_at(at) == quotation_at(text, at)


def test_wordings_that_are_too_long_differ_as_a_whole() -> None:
    found = wordings_of("one two", ["one three"], Effort(50))
    assert (found.in_note, found.in_source, found.words) == (((0, 7),), ((0, 9),), 2)


def _quoted(count: int) -> Brief:
    said = [f"“We shall build ferry {n} if it is late,” said Lena Morvane. " for n in range(count)]
    text, at, quotes = "".join(said), 0, []
    for n, words in enumerate(said, 1):
        start, end = at + 1, at + words.index("”")
        quotes.append(
            Quote(
                f"q{n}",
                text[start:end],
                evidence=(Anchor("s1", start, end, text[start:end]),),
                speaker_text="Zoran Bald",
            )
        )
        at += len(words)
    return Brief(1, "b1", sources=(Source("s1", text=text),), quotes=tuple(quotes))  # fmt: skip


def test_quotations_that_are_too_long_together_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.review.findings._MOST_COMPARED", 300)
    review = Review(_quoted(9), Memo(Facts("M"), ()), Form())
    (found,) = quotes_not_verbatim(review)
    assert (found.where, found.message.split()[0]) == ("memo", "5")


def _actors(*forms: str) -> Brief:
    """Very many actors; in each form three letters that differ from one to the next."""
    letters = "abcdefghijklmnop"
    each = [(a, b, c) for a in letters for b in letters for c in letters[:3]]
    actors = (Actor(f"a{n}", forms[n % len(forms)].format(*three), "person") for n, three in enumerate(each, 1))
    return Brief(1, "b1", actors=tuple(actors))


@pytest.mark.parametrize(
    "brief",
    [
        pytest.param(_quoted(800), id="quotes in one paragraph"),
        pytest.param(_actors("Mor{}va{}n{}e"), id="near names"),
        pytest.param(_actors("L. Morvane", "Le{}n{}a{} Morvane"), id="short forms"),
        pytest.param(_actors("Lena Morvane"), id="one name"),
    ],
)
def test_very_many_are_checked_in_their_time(brief: Brief) -> None:
    review = Review(brief, Memo(Facts("M"), ()), Form())
    began = time.process_time()
    for check in CHECKS:
        for _ in check(review):
            pass
    assert time.process_time() - began < SECONDS
