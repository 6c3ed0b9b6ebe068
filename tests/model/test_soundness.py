"""Soundness: what is sound passes, and each thing that types cannot say is found, with its place."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from strategies import briefs

from briefer.model.anchor import Anchor, anchor_at
from briefer.model.brief import Brief
from briefer.model.entries import Action, Actor, Passage, Quote, Stake
from briefer.model.soundness import Problem, problems
from briefer.model.source import Fix, Source, SourceHeading

TEXT = "Headline\n\nThe Board ordered it."
GOOD = anchor_at("s1", TEXT, 10, 19)
SOUND = Brief(
    1, "b", created="2026-11-22T09:30:00Z", last_ids={"s": 1, "a": 2, "x": 1, "k": 1, "q": 1, "p": 1},
    sources=(Source("s1", text=TEXT, headings=(SourceHeading(0, 8),), fixes=(Fix("unwrap", 2),)),),
    actors=(Actor("a1", evidence=(GOOD,)), Actor("a2")), actions=(Action("x1", actors=("a1",), targets=("a2",)),),
    stakes=(Stake("k1", actors=("a2",)),), quotes=(Quote("q1", speaker="a1"),), passages=(Passage("p1", (GOOD,)),),
)  # fmt: skip


def found(**changes: Any) -> list[Problem]:
    return list(problems(msgspec.structs.replace(SOUND, **changes)))


def source(**changes: Any) -> dict[str, Any]:
    """The sound brief's source, changed, without anything that rests on it."""
    return {
        "sources": (msgspec.structs.replace(SOUND.sources[0], **changes),),
        "actors": (Actor("a1"), Actor("a2")),
        "passages": (),
    }


def headed(*places: tuple[int, int]) -> dict[str, Any]:
    return source(headings=tuple(SourceHeading(start, end) for start, end in places))


def evidence(*changed: Anchor) -> dict[str, Any]:
    return {"actors": (Actor("a1", evidence=(GOOD, *changed)), Actor("a2"))}


def anchor(**changes: Any) -> Anchor:
    return msgspec.structs.replace(GOOD, **changes)


def test_a_sound_brief_has_no_problems() -> None:
    assert found() == []


@given(briefs())
@settings(max_examples=40, deadline=None)
def test_the_briefs_of_the_other_tests_are_sound(brief: Brief) -> None:
    assert list(problems(brief)) == []


UNSOUND = {
    "time": ({"created": "yesterday"}, "$.created", "no time"),
    "time of another zone": ({"modified": "2026-11-22T09:30:00+01:00"}, "$.modified", "no time"),
    "day that is none": ({"created": "2026-02-30T09:30:00Z"}, "$.created", "no time"),
    "id of another kind": ({"actions": (Action("a3"),)}, "$.actions[0].id", "no id of this kind"),
    "id without number": ({"actors": (Actor("a1"), Actor("a2"), Actor("a"))}, "$.actors[2].id", "no id of this kind"),
    "id with a nought": ({"passages": (Passage("p01"),)}, "$.passages[0].id", "no id of this kind"),
    "id in other digits": ({"passages": (Passage("p١"),)}, "$.passages[0].id", "no id of this kind"),
    "id with more": ({"passages": (Passage("p1\n"),)}, "$.passages[0].id", "no id of this kind"),
    "id twice": ({"stakes": (Stake("k1"), Stake("k1"))}, "$.stakes[1].id", "given twice"),
    "last id too low": ({"last_ids": {**SOUND.last_ids, "a": 1}}, "$.last_ids.a", "lower than the id “a2”"),
    "last id missing": ({"last_ids": dict.fromkeys("axkqp", 2)}, "$.last_ids.s", "lower than the id “s1”"),
    "last id of no kind": ({"last_ids": {**SOUND.last_ids, "z": 1}}, "$.last_ids", "no id begins with “z”"),
    "last id below 0": ({"passages": (), "last_ids": {**SOUND.last_ids, "p": -1}}, "$.last_ids.p", "no number"),
    "last id out of range": ({"last_ids": {**SOUND.last_ids, "a": 10**30}}, "$.last_ids.a", "no number"),
    "unknown actor": ({"actions": (Action("x1", actors=("a1", "a9")),)}, "$.actions[0].actors[1]", "no actor “a9”"),
    "unknown target": ({"actions": (Action("x1", targets=("x1",)),)}, "$.actions[0].targets[0]", "no actor “x1”"),
    "unknown holder": ({"stakes": (Stake("k1", actors=("a9",)),)}, "$.stakes[0].actors[0]", "no actor “a9”"),
    "unknown speaker": ({"quotes": (Quote("q1", speaker="a9"),)}, "$.quotes[0].speaker", "no actor “a9”"),
    "text not composed": (source(text="e\u0301" * 40), "$.sources[0].text", "NFC"),
    "carriage return": (source(text="Headline\r\n\r\nMore"), "$.sources[0].text", "line ends"),
    "line separator": (source(text="Headline\u2028More"), "$.sources[0].text", "line ends"),
    "heading outside": (headed((0, 999)), "$.sources[0].headings[0]", "outside"),
    "heading empty": (headed((3, 3)), "$.sources[0].headings[0]", "outside"),
    "heading before": (headed((10, 12), (0, 8)), "$.sources[0].headings[1]", "last"),
    "heading level": (source(headings=(SourceHeading(0, 8, 7),)), "$.sources[0].headings[0].level", "from 1 to 6"),
    "count": (source(fixes=(Fix("unwrap", -1),)), "$.sources[0].fixes[0].count", "no number"),
    "unknown source": (evidence(anchor(source="s9")), "$.actors[0].evidence[1]", "no source “s9”"),
    "before the text": (evidence(anchor(start=-1)), "$.actors[0].evidence[1]", "outside"),
    "after the text": (evidence(anchor(end=999)), "$.actors[0].evidence[1]", "outside"),
    "end before start": (evidence(anchor(start=19, end=10)), "$.actors[0].evidence[1]", "outside"),
    "other words": (evidence(anchor(exact="The Bored")), "$.actors[0].evidence[1]", "not those of “exact”"),
    "no words": (evidence(anchor(end=10, exact="")), "$.actors[0].evidence[1]", "no words"),
    "long prefix": (evidence(anchor(prefix="x" * 33)), "$.actors[0].evidence[1]", "longer than 32"),
    "long suffix": (evidence(anchor(suffix="x" * 33)), "$.actors[0].evidence[1]", "longer than 32"),
    "passage": ({"passages": (Passage("p1", (anchor(exact="?"),)),)}, "$.passages[0].evidence[0]", "not those"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "place", "message"), UNSOUND.values(), ids=UNSOUND)
def test_each_problem_is_found_alone_with_its_place(changes: dict[str, Any], place: str, message: str) -> None:
    (problem,) = found(**changes)
    assert problem.place == place
    assert message in problem.message


def test_a_lost_anchor_is_sound() -> None:
    assert found(**evidence(Anchor("s1", 5, 5, "gone"))) == []


def test_all_problems_are_reported() -> None:
    assert len(found(created="x", modified="y", quotes=(Quote("q1", speaker="a9"), Quote("q1")))) == 4
