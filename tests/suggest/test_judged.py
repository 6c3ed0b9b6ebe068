"""The judged articles: how much of what an analyst marked is suggested, and how much else is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from suggest.judged_articles import Judged, JudgedActor, judged_articles

from briefer.suggest import Actor, Suggestions, suggest
from briefer.text.spans import Span

Read = list[tuple[Judged, Suggestions]]


@pytest.fixture(scope="module")
def read() -> Read:
    return [(article, suggest(article.text)) for article in judged_articles()]


def _cells(spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _paired(marked: Sequence[set[int]], told: Sequence[set[int]], overlap: float) -> dict[int, int]:
    """Which suggestion each mark is met by, none of them twice."""
    pairs: dict[int, int] = {}
    for number, mark in enumerate(marked):
        free = [other for other in range(len(told)) if other not in pairs.values()]
        shares = {other: len(mark & told[other]) / len(mark | told[other]) for other in free}
        best = max(shares, key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= overlap:
            pairs[number] = best
    return pairs


def _in_one_breath(text: str, marks: Sequence[Span]) -> list[Span]:
    """The marks; what one does with nothing but "and" between is one action, as most analysts file it."""
    joined: list[Span] = []
    for start, end in sorted(marks):
        if joined and text[joined[-1][1] : start].strip(" ,") in ("and", "but"):
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _met(found: Sequence[Actor], actor: JudgedActor) -> Actor | None:
    return next((one for one in found if actor.names & {one.name, *one.aliases}), None)


def test_quotations_and_speakers(read: Read) -> None:
    marked = told = hits = right = 0
    for article, found in read:
        pairs = _paired(
            [_cells(spans) for _, spans in article.quotes], [_cells(quote.parts) for quote in found.quotes], 0.8
        )
        marked, told, hits = marked + len(article.quotes), told + len(found.quotes), hits + len(pairs)
        right += sum(article.quotes[mark][0] in found.quotes[one].speaker for mark, one in pairs.items())
    assert hits / told >= 0.97
    assert hits / marked >= 0.97
    assert right / hits >= 0.95


def test_actors(read: Read) -> None:
    pairs = [(actor, _met(found.actors, actor)) for article, found in read for actor in article.actors]
    hits = [(actor, hit) for actor, hit in pairs if hit is not None]
    told = sum(len(found.actors) for _, found in read)
    # Analysts who marked published articles file nine of ten groups that speak or act without a name; these few.
    assert len(hits) / told >= 0.82
    assert len(hits) / len(pairs) >= 0.92
    assert sum(actor.kind == hit.kind for actor, hit in hits) / len(hits) >= 0.95
    houses = [names for article, _ in read for names in (actor.names for actor in article.actors)]
    places = [
        actor.affiliation == hit.affiliation or any({actor.affiliation, hit.affiliation} <= names for names in houses)
        for actor, hit in hits
        if actor.affiliation
    ]
    assert sum(places) / len(places) >= 0.7


def test_actions_and_stakes(read: Read) -> None:
    figures = []
    for kind in ("actions", "stakes"):
        marked = told = hits = 0
        for article, found in read:
            marks = (
                _in_one_breath(article.text, [span for _, span in article.actions])
                if kind == "actions"
                else article.stakes
            )
            spans = [(one.start, one.end) for one in getattr(found, kind)]
            marked, told = marked + len(marks), told + len(spans)
            hits += len(_paired([_cells([mark]) for mark in marks], [_cells([span]) for span in spans], 0.5))
        figures += [hits / told, hits / marked]
    assert all(figure >= floor for figure, floor in zip(figures, FLOORS, strict=True)), figures


FLOORS = (0.71, 0.69, 0.72, 0.69)
"""Precision and recall of actions, then of stakes.

How actions are ranked is found from real articles, of which analysts file more than was marked here. So are the
weights of the signals of stakes, by cross-validation; before, these articles were met better, and unseen ones worse.
Recall gave way by 0.02 when 24 more real articles were taken in, which gain in
cross-validation: actions .63/.54 to .64/.57, stakes .47/.45 to .52/.48. That of stakes gave way by 0.01, and precision
rose by 0.04, with 48 more, which gain from .54/.49 to .55/.50; those of actions gave way by 0.01 to the weights of 130.
"""
