"""All suggestions for a text: the same each time, quick, and from the data that ships."""

from __future__ import annotations

import time

from suggest.golden_articles import golden_articles

from briefer.paths import resources
from briefer.suggest import suggest
from briefer.suggest.build_states import states

ARTICLES = golden_articles()


def test_the_sample_gives_what_an_analyst_would_mark() -> None:
    from briefer.sources.read import source_from_file

    found = suggest(source_from_file(resources() / "sample" / "article.txt", "s1").text)
    assert [(quote.speaker, len(quote.parts)) for quote in found.quotes] == [
        ("Lena Morvane", 2),
        ("Calder Lift Systems", 1),
        ("Ruth Aldane", 2),
        ("Jonas Verrick", 1),
    ]
    assert "open gate" not in {quote.text for quote in found.quotes}
    actors = {actor.name: actor for actor in found.actors}
    assert (actors["Lena Morvane"].role, actors["Lena Morvane"].affiliation) == ("chair", "Harbour Technology Board")
    assert actors["Harbour Technology Board"].aliases == ("Board",)
    assert found.actions
    assert found.stakes


def test_what_was_read_before_makes_no_difference() -> None:
    first = [suggest(article.text) for article in ARTICLES]
    assert [suggest(article.text) for article in reversed(ARTICLES)] == first[::-1]


def test_a_thousand_words_take_well_under_the_limit_of_the_window() -> None:
    text = "\n\n".join(article.text for article in ARTICLES[:9])
    assert len(text.split()) > 700
    suggest(text)
    taken = []
    for _ in range(3):
        start = time.process_time()
        suggest(text)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.2  # 0.05 s of a processor that has nothing else to do


def test_no_text_and_odd_texts_give_no_fault() -> None:
    for text in (
        "",
        "\n\n",
        "“",
        "”“",
        "'",
        "“a",
        "said",
        ": “",
        "— ",
        "“x” said",
        "A: b",
        "of the",
        "’s",
        "(",
        "THE THE",
    ):
        assert suggest(text).text == text


def test_a_text_may_end_anywhere() -> None:
    asked = (
        "“It holds,” said Ruth Aldane, who has asked the ministry of Kestria to send inspectors by Friday, because"
    )
    for text in (asked, *(article.text.split("\n\n")[1] for article in ARTICLES[:4])):
        words = text.split()[:40]
        for end in range(1, len(words)):
            cut = " ".join(words[:end]).rstrip(".,")
            assert suggest(cut).text == cut


def test_the_states_that_ship_are_those_of_the_data_they_were_made_from() -> None:
    lines = (resources() / "lexicon" / "en" / "states.txt").read_text(encoding="utf-8").splitlines()
    assert lines[lines.index("[names]") + 1 :] == states("en")
