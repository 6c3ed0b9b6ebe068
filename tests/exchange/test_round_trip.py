"""Our own annotations come back as they left."""

from __future__ import annotations

import json

import msgspec
import pytest
from sample_brief import sample_brief

from briefer.edit import changes
from briefer.exchange import take_in, write_annotations
from briefer.model.brief import Brief


def bare(brief: Brief) -> Brief:
    """A brief with the same articles and nothing taken from them."""
    other = changes.new_brief("f" * 32, "Another", brief.created)
    for source in brief.sources:
        other, _ = changes.add_source(other, source)
    return other


@pytest.fixture(scope="module")
def sample() -> Brief:
    return sample_brief()


def test_all_entries_and_passages_come_back_into_a_brief_of_the_same_articles(sample: Brief) -> None:
    done = take_in(bare(sample), write_annotations(sample, notes=True))
    assert done.not_taken == ()
    for group in ("actors", "actions", "stakes", "quotes", "passages"):
        assert getattr(done.brief, group) == getattr(sample, group), group
    assert len(done.idents) == len(list(sample.citables()))
    assert sum(len(item.evidence) for item in sample.citables()) > len(done.idents), "some rest on several passages"


def test_what_is_there_already_comes_in_once(sample: Brief) -> None:
    done = take_in(sample, write_annotations(sample, notes=True))
    assert done.brief == sample
    assert (done.idents, done.known) == ((), len(list(sample.citables())))
    assert done.not_taken == ()


def test_notes_of_the_analyst_stay_unless_they_are_asked_for(sample: Brief) -> None:
    brief = changes.update_entry(sample, "a1", notes="private thought")
    assert b"private thought" not in write_annotations(brief)
    assert b"private thought" in write_annotations(brief, notes=True)


def test_an_edited_article_is_no_obstacle(sample: Brief) -> None:
    other = changes.edit_source_text(bare(sample), "s1", 0, 0, "Corrected on Monday. ")
    done = take_in(other, write_annotations(sample))
    assert done.not_taken == ()
    shifted = done.brief.actions[0].evidence[0]
    assert shifted.exact == sample.actions[0].evidence[0].exact
    assert shifted.start == sample.actions[0].evidence[0].start + len("Corrected on Monday. ")


def test_ids_in_use_are_not_given_again(sample: Brief) -> None:
    other, taken = changes.add_entry(bare(sample), "actor", [(0, 5)], "s1", name="Somebody else")
    done = take_in(other, write_annotations(sample))
    board = next(actor for actor in done.brief.actors if actor.name == "Harbour Technology Board")
    assert taken == "a1" != board.id
    referring = next(action for action in sample.actions if "a1" in action.actors)
    came = next(action for action in done.brief.actions if action.summary == referring.summary)
    assert board.id in came.actors


def test_a_known_actor_keeps_what_is_said_of_it_and_the_rest_is_told(sample: Brief) -> None:
    other, ident = changes.add_entry(bare(sample), "actor", [(0, 5)], "s1", name="Lena Morvane", role="speaker")
    done = take_in(other, write_annotations(sample))
    known = done.brief.actor(ident)
    assert known is not None
    assert (known.role, known.kind, known.affiliation) == ("speaker", "person", "Harbour Technology Board")
    assert [each.why for each in done.not_taken] == [
        f"its role (“Board chair”) is not what {ident} says, which stays as it is"
    ]


def test_lost_words_stay_lost(sample: Brief) -> None:
    anchor = sample.quotes[0].evidence[0]
    brief = changes.edit_source_text(sample, anchor.source, anchor.start - 1, anchor.end + 1, "")
    assert brief.quotes[0].evidence[0].lost
    done = take_in(bare(brief), write_annotations(brief, notes=True))
    assert done.brief.quotes == brief.quotes


def test_an_entry_that_rests_on_nothing_is_about_the_brief(sample: Brief) -> None:
    brief, ident = changes.add_empty_entry(bare(sample), "stake")
    brief = changes.update_entry(brief, ident, summary="Trust", level="high")
    written = json.loads(write_annotations(brief))
    assert written["first"]["items"][0]["target"] == written["id"]
    assert take_in(bare(sample), write_annotations(brief)).brief.stakes == brief.stakes


def test_the_shape_is_that_of_the_model(sample: Brief) -> None:
    written = json.loads(write_annotations(sample))
    assert written["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert written["type"] == "AnnotationCollection"
    items = written["first"]["items"]
    assert written["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"]
        for target in item["target"]:
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert target["source"]["id"].startswith(("https://meridiancourier.example/", "urn:uuid:"))
    actor = items[0]
    assert actor["body"][0]["value"] == "Harbour Technology Board"
    assert actor["body"][1] == {"type": "TextualBody", "purpose": "tagging", "value": "actor"}


def test_equal_briefs_give_equal_bytes(sample: Brief) -> None:
    again = msgspec.json.decode(msgspec.json.encode(sample), type=Brief)
    assert write_annotations(sample) == write_annotations(again)
