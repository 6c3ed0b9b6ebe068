"""Annotations of other programs: what maps, and what is told of the rest."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefer.edit import changes
from briefer.errors import DataError
from briefer.exchange import TakenIn, take_in
from briefer.model.brief import Brief
from briefer.sources.read import source_from_text

URL = "https://meridian.example/trade/cranes"
ARTICLE = (
    "The Harbour Board has ordered five ports to unplug modems from their cranes. The order takes effect in May.\n\n"
    "“We are closing a door,” Lena Morvane said. “It was open.”\n\nThe order costs 46 million. The order is final."
)


@pytest.fixture
def brief() -> Brief:
    made, _ = changes.add_source(
        changes.new_brief("e" * 32, "A", "2026-11-16T09:00:00Z"), source_from_text(ARTICLE, "s")
    )
    return changes.set_source_details(made, "s1", url=URL)


def quote(exact: str, prefix: str = "", suffix: str = "", **position: Any) -> dict[str, Any]:
    selectors = [{"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}]
    if position:
        selectors.append({"type": "TextPositionSelector", **position})
    return {"source": URL, "selector": selectors}


def annotation(target: Any, *bodies: Any, **more: Any) -> dict[str, Any]:
    return {"type": "Annotation", "id": "urn:x:1", "target": target, "body": list(bodies), **more}


def taken(brief: Brief, *annotations: Any) -> TakenIn:
    return take_in(brief, json.dumps(list(annotations)).encode())


def why(done: TakenIn) -> list[str]:
    return [each.why for each in done.not_taken]


TAG = {"type": "TextualBody", "purpose": "tagging"}


def test_an_export_of_hypothesis_comes_in(brief: Brief) -> None:
    row = {
        "id": "Zk1", "created": "2026-11-20T10:00:00+00:00", "uri": f"{URL}/", "user": "acct:a@b", "tags": ["Action", "ports"],
        "text": "Check the date.", "document": {"title": ["Cranes"]},
        "target": [{"source": URL, "selector": [
            {"type": "RangeSelector", "startContainer": "/div[1]", "startOffset": 0, "endContainer": "/div[1]", "endOffset": 9},
            {"type": "TextPositionSelector", "start": 1200, "end": 1260},
            {"type": "TextQuoteSelector", "exact": "ordered five ports to unplug modems", "prefix": "Harbour Board has ", "suffix": " from"},
        ]}],
    }  # fmt: skip
    done = take_in(brief, json.dumps({"total": 1, "rows": [row]}).encode())
    (action,) = done.brief.actions
    assert action.summary == "ordered five ports to unplug modems"
    assert action.notes == "Check the date.\n#ports"
    assert done.not_taken == ()


@pytest.mark.parametrize(
    ("tag", "group", "kind"),
    [
        ("actor", "actors", "other"),
        ("Person", "actors", "person"),
        ("organization", "actors", "organisation"),
        ("stake", "stakes", "other"),
        ("quotation", "quotes", None),
    ],
)
def test_a_tag_says_what_the_words_become(brief: Brief, tag: str, group: str, kind: str | None) -> None:
    done = taken(brief, annotation(quote("Lena Morvane", "door,” ", " said"), {**TAG, "value": tag}))
    (entry,) = getattr(done.brief, group)
    assert getattr(entry, "kind", None) == kind
    assert entry.evidence[0].exact == "Lena Morvane"


def test_words_without_such_a_tag_become_a_passage_and_the_comment_is_told(brief: Brief) -> None:
    done = taken(
        brief, annotation(quote("The order costs 46 million"), {"type": "TextualBody", "value": "Who pays?"})
    )
    assert [passage.evidence[0].exact for passage in done.brief.passages] == ["The order costs 46 million"]
    assert why(done) == ["its words are a passage now, which has no room for its comment “Who pays?”"]
    assert str(done.not_taken[0]).startswith("annotation 1 (“The order costs 46 million”): ")


def test_comments_on_a_known_actor_are_added_to_its_notes(brief: Brief) -> None:
    def about(comment: str) -> dict[str, Any]:
        body = {"type": "TextualBody", "purpose": "commenting", "value": comment}
        return annotation(quote("Lena Morvane"), {**TAG, "value": "person"}, body)

    done = taken(brief, about("Chairs the Board."), about("Since May."))
    assert [actor.notes for actor in done.brief.actors] == ["Chairs the Board.\nSince May."]
    assert taken(done.brief, about("Since May.")).brief == done.brief


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (quote("The order", "cranes. ", " takes"), "The order takes"),
        (quote("The order", "46 million. "), "The order is"),
        (quote("The order", start=ARTICLE.index("The order costs"), end=ARTICLE.index("The order costs") + 9), "The order costs"),
        (quote("The\u00a0order takes effect in\u200b May."), "The order takes"),
        (quote("in May.“We are closing"), "in May."),
    ],
)  # fmt: skip
def test_words_are_found_by_their_surroundings(brief: Brief, target: dict[str, Any], place: str) -> None:
    done = taken(brief, annotation(target))
    if not done.brief.passages:
        assert "“We" in target["selector"][0]["exact"], "a join of two paragraphs without a space is other words"
        return
    assert done.brief.passages[0].evidence[0].start == ARTICLE.index(place)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (quote("The order"), "its words stand in the source several times, and nothing says which are meant"),
        (quote("The Mayor denies it all"), "its words are not in the source"),
        (quote("arbour Boar"), "its words are not in the source"),
        (quote("final", "something quite else ", " and other surroundings"), "its words are not in the source"),
        (quote("", start=4, end=9), "it names no words"),
        (URL, "it names no words"),
        ([], "it is about no words of an article"),
    ],
)
def test_what_is_in_doubt_stays_out_and_is_told(brief: Brief, target: Any, reason: str) -> None:
    done = taken(brief, annotation(target))
    assert done.brief == brief
    assert why(done) == [reason]


def test_an_annotation_of_another_page_is_taken_by_its_words_alone(brief: Brief) -> None:
    here = {**quote("ordered five ports to unplug modems"), "source": "https://mirror.example/a"}
    assert len(taken(brief, annotation(here)).brief.passages) == 1
    away = {**quote("nothing of the kind was ever said"), "source": "https://other.example/b"}
    assert why(taken(brief, annotation(away))) == [
        "its words are in none of the sources of the brief, and neither is its article (https://other.example/b)"
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it is no JSON"),
        (b"{", "it is no JSON"),
        (b"[" * 200_000, "it is no JSON"),
        (b'{"target": NaN}', "it is no JSON"),
        (b"\xff\xfe[]", "it is no JSON"),
        (b"[]", "it holds no annotations"),
        (b'"text"', "it holds no annotations"),
        (b'{"first": {"first": {"first": {"first": {"items": []}}}}}', "it holds no annotations"),
        (b"[" + b",".join([b'{"target":"a"}'] * 5_001) + b"]", "it holds 5,001 annotations"),
        (b" " * (8 * 1024 * 1024 + 1), "it has 8,388,609 bytes"),
    ],
)
def test_what_are_no_annotations_is_refused(brief: Brief, data: bytes, says: str) -> None:
    with pytest.raises(DataError, match=says):
        take_in(brief, data)


@pytest.mark.parametrize(
    "hostile",
    [
        {"target": {"source": {"id": 7}, "selector": "x"}, "body": [[[]], 5, None, {"type": ["briefer:Entry"]}]},
        {"target": [None, 3, [], {"selector": [{"type": "TextPositionSelector", "start": True, "end": 1e308}]}]},
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": {"a": 1}, "prefix": [2]}}, "tags": {"a": "b"}},
        {"uri": ["x"], "document": "y", "text": {"z": 1}},
        {"target": {"source": "http://[", "selector": [{"type": "TextQuoteSelector", "exact": "\x00\ufffe"}]}},
        {"target": [{"selector": {"type": "TextQuoteSelector", "exact": "final"}}] * 101},
    ],
)
def test_wrong_types_change_nothing_and_are_told(brief: Brief, hostile: dict[str, Any]) -> None:
    done = taken(brief, hostile)
    assert done.brief == brief
    assert done.not_taken


def test_fields_that_cannot_be_kept_are_told_and_the_rest_comes_in(brief: Brief) -> None:
    body = {
        "type": "briefer:Entry", "briefer:entry": "actor", "briefer:name": "Lena Morvane", "briefer:kind": "ghost",
        "briefer:aliases": "no list", "briefer:id": "a99", "briefer:role": "chair {{ x }}", "briefer:colour": "red",
    }  # fmt: skip
    done = taken(brief, annotation(quote("Lena Morvane"), body))
    (actor,) = done.brief.actors
    assert (actor.id, actor.name, actor.kind, actor.role) == ("a1", "Lena Morvane", "other", "chair {{ x }}")
    assert why(done) == [
        f"its {name} is nothing that can be kept here" for name in ("aliases", "colour", "id", "kind")
    ]


def test_an_actor_who_is_not_in_the_file_is_told(brief: Brief) -> None:
    body = {"type": "briefer:Entry", "briefer:entry": "quote", "briefer:text": "Door", "briefer:speaker": "urn:x#a7"}
    done = taken(brief, annotation(quote("We are closing a door"), body))
    assert [entry.speaker for entry in done.brief.quotes] == [""]
    assert why(done) == ["its speaker names an actor who is not in the file"]


def test_a_reason_is_no_longer_for_what_it_quotes(brief: Brief) -> None:
    (missed,) = taken(brief, annotation(quote("nowhere to be found"), {"value": "x " * 50_000})).not_taken[:1]
    assert len(str(missed)) < 800
