"""The passages that are found for sentences as analysts write them: the right one first."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from golden_passages import ARTICLES, SAMPLE, UNSUPPORTED, brief_of_articles

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.paths import resources
from briefer.store.briefs import read_brief
from briefer.suggest.passages import MOST, Candidate, find_passages


@pytest.fixture(scope="module")
def sample() -> Brief:
    return read_brief(resources() / "sample" / "sample.brief").brief


@pytest.fixture(scope="module")
def articles() -> Brief:
    return brief_of_articles()


def brief_of(*texts: str, published: str = "", language: str = "en-GB") -> Brief:
    brief = changes.new_brief("b", "B", "2026-11-22T09:30:00Z", language=language)
    for text in texts:
        brief, _ = changes.add_source(brief, Source("", text=text, original=text, published=published))
    return brief


def words(brief: Brief, candidate: Candidate) -> str:
    source = brief.source(candidate.source)
    assert source is not None
    return source.text[candidate.start : candidate.end]


def test_the_right_passage_comes_first(sample: Brief, articles: Brief) -> None:
    places = []
    for brief, table in ((sample, SAMPLE), (articles, ARTICLES)):
        for sentence, support in table:
            found = [words(brief, candidate) for candidate in find_passages(brief, sentence)]
            places.append(next((at for at, passage in enumerate(found) if support in passage), MOST))
    assert sum(place == 0 for place in places) >= 0.85 * len(places)
    assert sum(place < 3 for place in places) >= 0.95 * len(places)


def test_what_is_found_for_a_sentence_of_the_sources_supports_it(sample: Brief) -> None:
    told = [find_passages(sample, sentence)[0].supports for sentence, _ in SAMPLE]
    assert all(told)


@pytest.mark.parametrize("sentence", UNSUPPORTED)
def test_nothing_supports_what_no_source_says(sample: Brief, articles: Brief, sentence: str) -> None:
    for brief in (sample, articles):
        assert not any(candidate.supports for candidate in find_passages(brief, sentence))


def test_the_entry_that_holds_the_passage_is_named(sample: Brief) -> None:
    best = find_passages(sample, "Arkell meets Delia Sorn on 2 December.")[0]
    assert best.ident == "x4"


def test_no_entry_holds_a_passage_that_contradicts_it() -> None:
    brief = brief_of("The port of Lisvane closed on Monday.")
    brief, ident = changes.add_entry(brief, "action", [(0, 37)], "s1")
    assert find_passages(brief, "Lisvane closed its port.")[0].ident == ident
    brief = changes.set_stance(brief, ident, 0, "contradicts")
    assert find_passages(brief, "Lisvane closed its port.")[0].ident == ""


def test_a_passage_that_is_cited_already_comes_before_one_that_is_as_good() -> None:
    text = "The port of Lisvane closed on Monday.\n\nShips wait.\n\nThe port of Lisvane closed on Monday evening."
    brief = brief_of(text)
    sentence = "Lisvane closed its port."
    first, second = find_passages(brief, sentence)[:2]
    assert first.start == 0
    brief, ident = changes.add_passage(brief, "s1", [(second.start, second.end)])
    assert find_passages(brief, sentence)[0].start == 0
    brief = changes.set_section(brief, "summary", f"The port is shut. [@{ident}]")
    assert find_passages(brief, sentence)[0].ident == ident


def test_the_words_in_common_are_those_of_the_passage(sample: Brief) -> None:
    best = find_passages(sample, "The refit costs Saltmere 46 million crowns.")[0]
    source = sample.source(best.source)
    assert source is not None
    common = [source.text[start:end] for start, end in best.common]
    assert {"46", "million", "crowns"} <= set(common)
    assert "the" not in common


@pytest.mark.parametrize(("written", "sought"), [
    ("It cost 1,140 crowns.", "The price was 1140 crowns."),
    ("Some 40 per cent left.", "40% of them left."),
    ("Five ports were named.", "5 ports were on the list."),
    ("Müller résumé was read.", "Muller’s resume was read aloud."),
    ("It was signed on 12 November 2026.", "It was signed on 2026-11-12."),
])  # fmt: skip
def test_one_thing_written_in_two_ways(written: str, sought: str) -> None:
    found = find_passages(brief_of(f"{written}\n\nNobody else came.\n\nIt rained all day long."), sought)
    assert found[0].start == 0
    assert found[0].share > 0.5


def test_a_weekday_is_the_day_that_the_article_means() -> None:
    text = "The envoy left in the summer.\n\nThe envoy left on Friday.\n\nThe envoy left after the war."
    brief = brief_of(text, published="2026-11-14")
    best = find_passages(brief, "The envoy left on 13 November.")[0]
    assert words(brief, best) == "The envoy left on Friday."


def test_two_sentences_together_support_what_neither_does_alone() -> None:
    text = "Lisvane shut its harbour. The reason was a strike of the pilots.\n\nOrsk shut nothing. It snowed there."
    brief = brief_of(text)
    best = find_passages(brief, "Lisvane’s harbour shut because its pilots went on strike.")[0]
    assert words(brief, best) == "Lisvane shut its harbour. The reason was a strike of the pilots."


def test_no_two_passages_overlap(sample: Brief) -> None:
    for sentence, _ in SAMPLE:
        places = sorted((each.source, each.start, each.end) for each in find_passages(sample, sentence))
        assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(places))


def test_german() -> None:
    text = (
        "Die Regierung hat am Montag 40 Schulen geschlossen.\n\nDer Minister sprach von einer Krise.\n\n"
        "Die Gewerkschaften wollen im März streiken."
    )
    brief = brief_of(text, language="de-DE")
    best = find_passages(brief, "Im März droht ein Streik der Gewerkschaft.")[0]
    assert "März" in words(brief, best)


@pytest.mark.parametrize("sentence", ["", "   ", "The.", "“”", "???", 'He said "no" AND (not) NEAR/2 x*'])
def test_any_sentence_can_be_asked(sample: Brief, sentence: str) -> None:
    assert len(find_passages(sample, sentence)) <= MOST


def test_without_sources_nothing_is_found() -> None:
    assert find_passages(brief_of(), "The port closed.") == []


def test_an_answer_takes_a_moment(sample: Brief) -> None:
    find_passages(sample, SAMPLE[0][0])
    begun = time.perf_counter()
    for sentence, _ in SAMPLE:
        find_passages(sample, sentence)
    assert (time.perf_counter() - begun) / len(SAMPLE) < 0.05  # 4 ms where nothing else runs
