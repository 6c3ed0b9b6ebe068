from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import briefs

from briefer.edit import changes
from briefer.errors import UsageError
from briefer.model.brief import Brief
from briefer.model.soundness import problems
from briefer.model.source import Source

TEXT = "Lena Morvane spoke. Morvane, the chair, left. The Board stayed."


@pytest.fixture
def brief() -> Brief:
    brief = changes.new_brief("id", "Port", "2026-11-22T09:30:00Z", sources=[Source("", title="News", text=TEXT)])
    brief, _ = changes.add_entry(brief, "actor", [(0, 12)], "s1", kind="person", notes="Seen twice.")
    brief, _ = changes.add_entry(
        brief, "actor", [(20, 27)], "s1", role="chair", aliases=["the chair"], notes="Check."
    )
    brief, _ = changes.add_entry(brief, "actor", [(46, 55)], "s1")
    brief = changes.add_evidence(brief, "a2", "s1", [(0, 12)], "contradicts")
    brief, _ = changes.add_entry(brief, "action", [(13, 18)], "s1", actors=("a2", "a3", "a1"), targets=("a2",))
    brief, _ = changes.add_entry(brief, "stake", [(13, 18)], "s1", actors=("a3",))
    brief, _ = changes.add_entry(brief, "quote", [(13, 18)], "s1", speaker="a2")
    brief = changes.set_section(brief, "summary", "She left. [@a2; @a1]")
    return changes.take_over(brief, "key_actors", "Morvane [@a2]")


def test_two_actors_become_one_with_all_that_named_them(brief: Brief) -> None:
    after = changes.merge_actors(brief, "a1", "a2")
    assert not list(problems(after))
    (actor, board) = after.actors
    assert (actor.name, actor.aliases, actor.role, actor.kind) == (
        "Lena Morvane",
        ("Morvane", "the chair"),
        "chair",
        "person",
    )
    assert actor.notes == "Seen twice.\n\nCheck."
    assert [(anchor.exact, anchor.stance) for anchor in actor.evidence] == [
        ("Lena Morvane", "supports"),
        ("Morvane", "supports"),
    ]
    assert (after.actions[0].actors, after.actions[0].targets, after.quotes[0].speaker) == (
        ("a1", "a3"),
        ("a1",),
        "a1",
    )
    assert after.sections == {"summary": "She left. [@a1]", "key_actors": "Morvane [@a1]"}
    assert after.taken_over == {"key_actors": "Morvane [@a1]"}
    assert after.stakes is brief.stakes
    assert board is brief.actors[2]
    assert changes.known_actor(after, "morvane") is actor


def test_what_no_section_cites_stays_the_same_object(brief: Brief) -> None:
    after = changes.merge_actors(brief, "a1", "a3")
    assert after.sections is brief.sections
    assert after.taken_over is brief.taken_over
    assert after.quotes is brief.quotes


def test_an_empty_name_is_filled_and_names_are_not_doubled(brief: Brief) -> None:
    brief = changes.update_entry(brief, "a1", name="", aliases=["The Morvane"])
    assert changes.merge_actors(brief, "a1", "a2").actors[0].name == "Morvane"
    assert changes.merge_actors(brief, "a1", "a2").actors[0].aliases == ("The Morvane", "the chair")


def test_what_cannot_be_merged_is_refused(brief: Brief) -> None:
    with pytest.raises(UsageError, match="itself"):
        changes.merge_actors(brief, "a1", "a1")
    with pytest.raises(UsageError, match="“x1” is no actor"):
        changes.merge_actors(brief, "a1", "x1")
    with pytest.raises(UsageError, match="a9"):
        changes.merge_actors(brief, "a9", "a1")


def test_no_portion_mark_is_lowered(brief: Brief) -> None:
    marked = changes.set_portion_mark(brief, "a2", "SECRET")
    assert changes.merge_actors(marked, "a1", "a2").export.portion_marks == {"a1": "SECRET"}
    assert changes.merge_actors(marked, "a2", "a1").export.portion_marks == {"a2": "SECRET"}
    both = changes.set_portion_mark(marked, "a1", "OFFICIAL")
    with pytest.raises(UsageError, match="“Lena Morvane” is marked OFFICIAL and “Morvane” SECRET"):
        changes.merge_actors(both, "a1", "a2")


def test_a_copy_stands_after_its_entry_and_is_as_secret(brief: Brief) -> None:
    marked = changes.set_portion_mark(brief, "a1", "SECRET")
    after, ident = changes.duplicate_entry(marked, "a1")
    assert ident == "a4"
    assert [actor.id for actor in after.actors] == ["a1", "a4", "a2", "a3"]
    assert msgspec.structs.replace(after.actors[1], id="a1") == brief.actors[0]
    assert after.actors[1].evidence is brief.actors[0].evidence
    assert after.export.portion_marks == {"a1": "SECRET", "a4": "SECRET"}
    assert after.actions is brief.actions
    assert not list(problems(after))
    passage, ident = changes.add_passage(brief, "s1", [(13, 18)])
    with pytest.raises(UsageError, match="“p1” is a cited passage"):
        changes.duplicate_entry(passage, ident)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(briefs().filter(lambda brief: len(brief.actors) > 1), st.booleans())
def test_after_a_merge_nothing_names_who_is_gone(brief: Brief, first: bool) -> None:
    one, other = brief.actors if first else brief.actors[::-1]
    after = changes.merge_actors(brief, one.id, other.id)
    assert list(problems(after)) == []
    (left,) = after.actors
    assert {anchor.exact for anchor in left.evidence} == {a.exact for a in (*one.evidence, *other.evidence)}
    assert after.sources is brief.sources
    assert after.passages is brief.passages
    for copied in after.citables():
        if copied.id[0] != "p":
            again, ident = changes.duplicate_entry(after, copied.id)
            assert list(problems(again)) == []
            assert again.citable(copied.id) is copied
            assert again.citable(ident) == msgspec.structs.replace(copied, id=ident)
