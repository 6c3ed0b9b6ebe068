from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from briefer.edit import changes
from briefer.edit.history import History, own_bytes
from briefer.model.brief import Brief
from briefer.model.source import Source

FIRST = changes.new_brief("i", "T", "", sources=[Source("", text="The Board ordered five cranes. " * 30)])


def titled(history: History, title: str, join: str = "", label: str = "Title") -> None:
    history.record(changes.set_title(history.present, title), label, join)


def test_a_random_walk_meets_the_same_briefs_in_both_directions() -> None:
    rng = random.Random(5)
    history, brief, seen = History(FIRST), FIRST, [FIRST]
    for number in range(300):
        text = brief.sources[0].text
        at = rng.randrange(len(text))
        match rng.randrange(4):
            case 0:
                brief, _ = changes.add_entry(brief, "action", [(max(0, at - 9), at + 9)], "s1")
            case 1:
                brief = changes.set_title(brief, str(number))
            case _:
                brief = changes.edit_source_text(
                    brief, "s1", at, min(len(text), at + rng.randrange(3)), rng.choice("a é")
                )
        if brief is not seen[-1]:
            history.record(brief, f"step {len(seen)}", place=len(seen))
            seen.append(brief)
    at = len(seen) - 1
    for _ in range(2000):
        if rng.random() < 0.5 and at:
            move = history.undo()
            assert move is not None
            assert (move.label, move.place) == (f"step {at}", at)
            at -= 1
        elif at + 1 < len(seen):
            move = history.redo()
            at += 1
            assert move is not None
            assert (move.label, move.place) == (f"step {at}", at)
        assert history.present is seen[at]
    while history.undo():
        at -= 1
        assert history.present == seen[at]
    assert history.present is FIRST
    while history.redo():
        at += 1
        assert history.present == seen[at]


def test_typing_joins_until_it_is_sealed() -> None:
    history = History(FIRST)
    for title in ("a", "ab"):
        titled(history, title, "title")
    history.seal()
    titled(history, "abc", "title")
    titled(history, "abcd", "other")
    titles = []
    while move := history.undo():
        titles.append(move.brief.title)
    assert titles == ["abc", "ab", "T"]


def test_typing_that_comes_back_to_the_start_is_no_step() -> None:
    history = History(FIRST)
    titled(history, "T!", "before")
    titled(history, "T!a", "title")
    titled(history, "T!", "title")
    assert history.undo_label == "Title"
    titled(history, "T!b", "before")
    assert [history.undo(), history.undo(), history.can_undo][2] is False
    assert history.present is FIRST


def test_nothing_joins_a_step_that_was_undone_to() -> None:
    history = History(FIRST)
    titled(history, "a", "title")
    titled(history, "b", "x")
    history.undo()
    titled(history, "ac", "title")
    assert not history.can_redo
    history.undo()
    assert history.present.title == "a"


def test_labels_say_what_comes_next() -> None:
    history = History(FIRST)
    assert (history.undo_label, history.redo_label, history.undo(), history.redo()) == ("", "", None, None)
    titled(history, "a", label="One")
    titled(history, "b", label="Two")
    history.undo()
    assert (history.undo_label, history.redo_label) == ("One", "Two")
    titled(history, "c", label="Three")
    assert (history.undo_label, history.redo_label) == ("Three", "")


def test_the_present_brief_is_no_change() -> None:
    history = History(FIRST)
    titled(history, "T")
    assert not history.can_undo


def test_saved_is_known_by_whatever_way_it_is_reached() -> None:
    history = History(FIRST)
    assert history.is_saved
    titled(history, "a", "title")
    assert not history.is_saved
    history.mark_saved()
    titled(history, "ab", "title")
    assert not history.is_saved
    history.undo()
    assert history.is_saved
    assert history.present.title == "a"
    history.undo()
    assert not history.is_saved
    titled(history, "a")
    assert history.is_saved
    history.mark_unsaved()
    assert not history.is_saved


def test_a_brief_written_while_typing_went_on_is_the_saved_one() -> None:
    history = History(FIRST)
    titled(history, "a")
    written = history.present
    titled(history, "b")
    history.mark_saved(written)
    assert not history.is_saved
    history.undo()
    assert history.is_saved


def test_the_oldest_steps_go_and_saved_stays_right() -> None:
    history = History(FIRST, steps=5)
    for number in range(20):
        titled(history, str(number))
    titles = []
    while move := history.undo():
        titles.append(move.brief.title)
    assert titles == ["18", "17", "16", "15", "14"]
    assert not history.is_saved
    history.mark_saved()
    for number in range(20):
        titled(history, f"n{number}")
    assert not history.is_saved
    titled(history, "14")
    assert history.is_saved


def test_steps_go_when_their_texts_take_too_much() -> None:
    history = History(FIRST, memory=100_000)
    for number in range(30):
        history.record(changes.set_section(history.present, "summary", f"{number} " + "x" * 20_000), "Text")
    count = 0
    while history.undo():
        count += 1
    assert 4 <= count <= 6


def test_one_step_can_always_be_undone() -> None:
    history = History(FIRST, memory=10)
    titled(history, "a" * 100)
    titled(history, "b" * 100)
    titled(history, "c" * 100)
    assert history.undo() is not None
    assert history.present.title == "b" * 100


def test_only_what_is_not_shared_counts() -> None:
    big = changes.set_section(FIRST, "summary", "y" * 50_000)
    assert own_bytes(big, big) == 0
    assert 50_000 < own_bytes(big, FIRST) < 52_000
    assert own_bytes(changes.set_title(big, "Z"), big) < 1000
    entries = big
    for start in range(0, 300, 3):
        entries, _ = changes.add_entry(entries, "action", [(start, start + 9)], "s1")
    one_more, _ = changes.add_entry(entries, "action", [(0, 9)], "s1")
    assert own_bytes(changes.remove_entry(entries, "x1"), entries) < 3000
    assert own_bytes(one_more, entries) < 4000
    moved = changes.edit_source_text(entries, "s1", 0, 0, "x")
    assert own_bytes(moved, entries) > 100 * 100


@given(
    st.lists(
        st.one_of(st.sampled_from(["undo", "redo", "seal", "save"]), st.text("ab", min_size=1, max_size=2)),
        max_size=40,
    )
)
def test_history_agrees_with_a_plain_list(commands: list[str]) -> None:
    history = History(FIRST)
    briefs: list[Brief] = [FIRST]
    at, saved = 0, FIRST
    for command in commands:
        match command:
            case "undo":
                assert (history.undo() is None) == (at == 0)
                at = max(0, at - 1)
            case "redo":
                assert (history.redo() is None) == (at + 1 == len(briefs))
                at = min(len(briefs) - 1, at + 1)
            case "seal":
                history.seal()
            case "save":
                history.mark_saved()
                saved = briefs[at]
            case _:
                made = changes.set_title(briefs[at], command)
                history.record(made, "Title")
                if made is not briefs[at]:
                    briefs[at + 1 :] = [made]
                    at += 1
        assert history.present is briefs[at]
        assert history.is_saved == (briefs[at] == saved)
        assert (history.can_undo, history.can_redo) == (at > 0, at + 1 < len(briefs))
