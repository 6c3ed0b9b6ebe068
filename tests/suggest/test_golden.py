"""The golden articles: how much of what was marked by hand is found, and how much else is told."""

from __future__ import annotations

import pytest
from suggest.golden_articles import Golden, golden_articles

from briefer.suggest import Actor, Suggestions, suggest

ARTICLES = golden_articles()


@pytest.fixture(scope="module")
def read() -> list[tuple[Golden, Suggestions]]:
    return [(article, suggest(article.text)) for article in ARTICLES]


def _named(actors: tuple[Actor, ...], name: str) -> Actor | None:
    return next((actor for actor in actors if name == actor.name or name in actor.aliases), None)


def test_quotations(read) -> None:
    expected = sum(len(article.quotes) for article, _ in read)
    told = sum(len(found.quotes) for _, found in read)
    hits = sum(
        sum(text in {quote.text for quote in found.quotes} for text, _ in article.quotes) for article, found in read
    )
    assert hits / told >= 0.98
    assert hits / expected >= 0.98


def test_speakers(read) -> None:
    said = [
        (quote.speaker == speaker)
        for article, found in read
        for text, speaker in article.quotes
        for quote in found.quotes
        if quote.text == text
    ]
    assert sum(said) / len(said) >= 0.97


def test_actors(read) -> None:
    expected = [(actor, _named(found.actors, actor.name)) for article, found in read for actor in article.actors]
    hits = [(actor, hit) for actor, hit in expected if hit is not None]
    told = sum(len(found.actors) for _, found in read)
    assert len(hits) / told >= 0.95
    assert len(hits) / len(expected) >= 0.97
    assert sum(actor.kind == hit.kind for actor, hit in hits) / len(hits) >= 0.98
    roles = [actor.role == hit.role for actor, hit in hits if actor.role]
    assert sum(roles) / len(roles) >= 0.95
    places = [actor.affiliation == hit.affiliation for actor, hit in hits if actor.affiliation]
    assert sum(places) / len(places) >= 0.9


def test_every_span_is_in_the_text_and_every_suggestion_has_a_reason(read) -> None:
    for article, found in read:
        text = found.text
        assert text == article.text
        for quote in found.quotes:
            assert all(0 <= start < end <= len(text) for start, end in quote.parts)
            assert quote.why
            assert (quote.speaker_start < 0) == (not quote.speaker)
        for actor in found.actors:
            assert (actor.start, actor.end) == actor.mentions[0]
            assert list(actor.mentions) == sorted(actor.mentions)
            assert actor.why


def test_the_order_is_that_of_reading(read) -> None:
    assert all(
        [quote.start for quote in found.quotes] == sorted(quote.start for quote in found.quotes) for _, found in read
    )
