from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import briefs

from briefer.edit import changes
from briefer.edit.values import typed
from briefer.errors import UsageError
from briefer.model.brief import Brief, Dismissed, speaker_of
from briefer.model.entries import JOIN, Action, Actor, Quote
from briefer.model.soundness import problems
from briefer.model.source import Source, SourceHeading

TEXT = "Harbour vote\n\n“We act,” said Lena Morvane. “It is time.”\n\nThe Board ordered five cranes; the Board’s chair paid."
HEADING = SourceHeading(0, 12)


@pytest.fixture
def brief() -> Brief:
    source = Source("", title="Port news", guessed=("title", "author"), text=TEXT, headings=(HEADING,))
    return changes.new_brief("id", "Port", "2026-11-22T09:30:00Z", sources=[source])


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def sound(brief: Brief) -> bool:
    return not list(problems(brief))


# Filing


def test_a_new_brief_gives_its_sources_ids() -> None:
    brief = changes.new_brief("id", "A\r\nB", "", sources=[Source("zz", text="One"), Source("", text="Two")])
    assert [source.id for source in brief.sources] == ["s1", "s2"]
    assert (brief.title, brief.last_ids) == ("A\nB", {"s": 2})
    with pytest.raises(ValueError, match="clean"):
        changes.add_source(brief, Source("", text="a\r\nb"))


def test_an_empty_entry_rests_on_nothing_and_has_an_id_of_its_own(brief: Brief) -> None:
    for kind, ident in (("actor", "a1"), ("action", "x1"), ("stake", "k1"), ("quote", "q1")):
        brief, made = changes.add_empty_entry(brief, kind)
        assert made == ident
        assert brief.citable(ident).evidence == ()
    brief, made = changes.add_empty_entry(changes.remove_entry(brief, "a1"), "actor")
    assert made == "a2"
    assert sound(brief)


def test_entries_take_their_titles_from_the_words(brief: Brief) -> None:
    brief, actor = changes.add_entry(brief, "actor", [span(" Lena Morvane")], "s1", kind="person")
    brief, action = changes.add_entry(brief, "action", [span("The Board ordered five cranes")], "s1", actors=(actor,))
    brief, quote = changes.add_entry(brief, "quote", [span("We act,"), span("It is time.")], "s1", speaker=actor)
    brief, stake = changes.add_entry(brief, "stake", [span("vote\n\n“We")], "s1", summary="Given")
    assert (actor, action, quote, stake) == ("a1", "x1", "q1", "k1")
    assert brief.actors[0].name == "Lena Morvane"
    assert brief.actors[0].evidence[0].exact == "Lena Morvane"
    assert brief.actions[0].summary == "The Board ordered five cranes"
    assert brief.quotes[0].text == f"We act,{JOIN}It is time."
    assert brief.stakes[0].summary == "Given"
    assert sound(brief)


def test_a_known_actor_gets_another_passage(brief: Brief) -> None:
    brief, first = changes.add_entry(brief, "actor", [span("The Board")], "s1", aliases=["Port Board"])
    at = TEXT.index("the Board’s")
    again, ident = changes.add_entry(brief, "actor", [(at, at + 9)], "s1", role="buyer", kind="organisation")
    assert ident == first
    assert len(again.actors) == 1
    assert len(again.actors[0].evidence) == 2
    assert (again.actors[0].role, again.actors[0].kind, again.actors[0].name) == (
        "buyer",
        "organisation",
        "The Board",
    )
    by_alias, ident = changes.add_entry(again, "actor", [span("five")], "s1", name="the PORT  board")
    assert (ident, len(by_alias.actors[0].evidence)) == (first, 3)
    assert changes.add_entry(by_alias, "actor", [span("The Board")], "s1") == (by_alias, first)
    assert changes.add_entry(by_alias, "actor", [span("The Board")], "s1")[0] is by_alias


@pytest.mark.parametrize("spans", [[], [(5, 5)], [(12, 14)], [(0, 999)], [(-3, 4)]])
def test_no_words_are_no_entry(brief: Brief, spans: list[tuple[int, int]]) -> None:
    with pytest.raises(UsageError, match="Port news"):
        changes.add_entry(brief, "action", spans, "s1")


def test_what_is_not_there_is_named(brief: Brief) -> None:
    with pytest.raises(UsageError, match="s9"):
        changes.add_entry(brief, "action", [(0, 3)], "s9")
    with pytest.raises(UsageError, match="x9"):
        changes.update_entry(brief, "x9", summary="a")
    brief, ident = changes.add_entry(brief, "action", [(0, 3)], "s1")
    with pytest.raises(UsageError, match="a7"):
        changes.update_entry(brief, ident, actors=("a7",))
    with pytest.raises(UsageError, match="passage number 2"):
        changes.remove_evidence(brief, ident, 1)


def test_fields_are_checked_and_cleaned(brief: Brief) -> None:
    brief, ident = changes.add_entry(brief, "stake", [(0, 7)], "s1")
    for field in ("colour", "id", "evidence"):
        with pytest.raises(TypeError, match=field):
            changes.update_entry(brief, ident, **{field: "x"})
    for field, value in (("level", "huge"), ("summary", 7), ("actors", 7)):
        with pytest.raises(ValueError, match=r"Expected|Invalid"):
            changes.update_entry(brief, ident, **{field: value})
    after = changes.update_entry(brief, ident, summary="e\u0301\r\x00\ue000", level="high")
    assert (after.stakes[0].summary, after.stakes[0].level) == ("é\n\ufffd", "high")
    assert typed("plain") == "plain"


def test_a_removed_actor_leaves_no_reference_and_stays_as_speaker_in_words(brief: Brief) -> None:
    brief, actor = changes.add_entry(brief, "actor", [span("Lena Morvane")], "s1")
    brief, _ = changes.add_entry(brief, "action", [(0, 7)], "s1", actors=(actor,), targets=(actor,))
    brief, _ = changes.add_entry(brief, "stake", [(0, 7)], "s1", actors=(actor,))
    brief, _ = changes.add_entry(brief, "quote", [span("We act")], "s1", speaker=actor)
    brief, _ = changes.add_entry(brief, "quote", [span("It is time")], "s1", speaker_text="He")
    after = changes.remove_entry(brief, actor)
    assert sound(after)
    assert (after.actions[0].actors, after.actions[0].targets, after.stakes[0].actors) == ((), (), ())
    assert [speaker_of(after, quote) for quote in after.quotes] == ["Lena Morvane", "He"]
    assert after.quotes[1] is brief.quotes[1]
    assert changes.add_entry(after, "actor", [(0, 7)], "s1")[1] == "a2"


def test_entries_move_within_their_group(brief: Brief) -> None:
    for _ in range(3):
        brief, _ = changes.add_entry(brief, "action", [(0, 7)], "s1")
    order = lambda b: [action.id for action in b.actions]  # noqa: E731
    assert order(changes.move_entry(brief, "x3", 0)) == ["x3", "x1", "x2"]
    assert order(changes.move_entry(brief, "x1", 99)) == ["x2", "x3", "x1"]
    assert changes.move_entry(brief, "x2", 1) is brief


# Evidence


def test_evidence_is_added_moved_and_taken_away(brief: Brief) -> None:
    brief, ident = changes.add_entry(brief, "action", [span("ordered")], "s1")
    brief = changes.add_evidence(brief, ident, "s1", [span("five cranes")], "contradicts")
    assert changes.add_evidence(brief, ident, "s1", [span("ordered")]) is brief
    brief = changes.add_evidence(brief, ident, "s1", [span("ordered")], "contradicts")
    assert [(a.exact, a.stance) for a in brief.actions[0].evidence] == [
        ("ordered", "contradicts"),
        ("five cranes", "contradicts"),
    ]
    brief = changes.move_evidence(brief, ident, 0, *span("ordered five "))
    assert brief.actions[0].evidence[0].exact == "ordered five"
    assert brief.actions[0].evidence[0].stance == "contradicts"
    assert changes.set_stance(brief, ident, 0, "contradicts") is brief
    assert changes.set_stance(brief, ident, 0, "supports").actions[0].evidence[0].stance == "supports"
    brief = changes.remove_evidence(brief, ident, 0)
    assert [a.exact for a in brief.actions[0].evidence] == ["five cranes"]
    assert changes.remove_evidence(brief, ident, 0).actions[0].evidence == ()


def test_a_passage_is_kept_once_and_goes_with_its_words(brief: Brief) -> None:
    brief, ident = changes.add_passage(brief, "s1", [span("five cranes")])
    assert changes.add_passage(brief, "s1", [span("five cranes")]) == (brief, ident)
    assert changes.remove_evidence(brief, ident, 0).passages == ()
    assert changes.remove_entry(brief, ident).passages == ()
    brief, other = changes.add_passage(changes.remove_entry(brief, ident), "s1", [span("five cranes")])
    assert other == "p2"


# Sources


def test_confirmed_details_are_no_guesses(brief: Brief) -> None:
    after = changes.set_source_details(brief, "s1", title="Port news", url="https://a.b")
    assert (after.sources[0].guessed, after.sources[0].url) == (("author",), "https://a.b")
    assert changes.set_source_details(after, "s1", title="Port news") is after
    with pytest.raises(TypeError, match="text"):
        changes.set_source_details(brief, "s1", text="no")


def test_a_source_that_entries_rest_on_stays_unless_told(brief: Brief) -> None:
    assert changes.remove_source(brief, "s1").sources == ()
    brief, _ = changes.add_entry(brief, "action", [span("ordered"), span("cranes")], "s1")
    brief, _ = changes.add_passage(brief, "s1", [span("five")])
    brief = msgspec.structs.replace(brief, dismissed=(Dismissed("actor", "Board", "s1"),))
    with pytest.raises(UsageError, match="2 notes rest on “Port news”"):
        changes.remove_source(brief, "s1")
    after = changes.remove_source(brief, "s1", with_evidence=True)
    assert (after.actions[0].evidence, after.passages, after.dismissed) == ((), (), ())
    assert changes.add_source(after, Source("", text="x"))[1] == "s2"


def edited(brief: Brief, old: str, new: str) -> Brief:
    text = brief.sources[0].text
    return changes.edit_source_text(brief, "s1", *span(old, text), new)


def test_anchors_shift_with_a_correction_and_renew_their_surroundings(brief: Brief) -> None:
    brief, _ = changes.add_entry(brief, "action", [span("ordered five cranes")], "s1")
    brief, _ = changes.add_entry(brief, "action", [span("Harbour")], "s1")
    after = edited(brief, "five", "six")
    assert after.actions[0].evidence[0].exact == "ordered six cranes"
    assert after.actions[1] is brief.actions[1]
    after = edited(after, "The Board", "The Port Board")
    assert after.actions[0].evidence[0].prefix.endswith("The Port Board ")
    after = edited(after, "time", "high time")
    text, anchor = after.sources[0].text, after.actions[0].evidence[0]
    assert text[anchor.start : anchor.end] == anchor.exact == "ordered six cranes"
    assert anchor.prefix == text[anchor.start - 32 : anchor.start]
    assert changes.edit_source_text(brief, "s1", *span("five"), "five") is brief


def test_words_that_are_deleted_leave_a_lost_anchor_that_remembers_them(brief: Brief) -> None:
    brief, _ = changes.add_entry(brief, "action", [span("five cranes")], "s1")
    before = brief.actions[0].evidence[0]
    after = edited(brief, " five cranes", "")
    lost = after.actions[0].evidence[0]
    assert lost.lost
    assert lost.start == span(" five")[0]
    assert (lost.exact, lost.prefix, lost.suffix) == (before.exact, before.prefix, before.suffix)
    assert edited(after, "Harbour", "Port").actions[0].evidence[0].start == lost.start - 3
    assert sound(after)


def test_an_accent_typed_after_its_letter_is_composed(brief: Brief) -> None:
    brief, _ = changes.add_entry(brief, "action", [span("five crane")], "s1")
    at = span("five crane")[1]
    after = changes.edit_source_text(brief, "s1", at, at, "\u0301")
    assert "five crané" + "s" in after.sources[0].text
    assert after.actions[0].evidence[0].exact == "five crané"
    assert sound(after)


@pytest.mark.parametrize(
    ("start", "end", "replacement", "line"),
    [
        (12, 12, " today", "Harbour vote today"),
        (0, 0, "A ", "A Harbour vote"),
        (0, 7, "Port", "Port vote"),
        (12, 14, "\n", "Harbour vote"),
        (0, 0, "New first line.\n\n", "Harbour vote"),
        (7, 8, "\n", "Harbour"),
        (12, 14, " ", None),
        (0, 12, "", None),
        (0, 12, "Port vote", None),
    ],
)
def test_headings_stay_whole_lines(brief: Brief, start: int, end: int, replacement: str, line: str | None) -> None:
    after = changes.edit_source_text(brief, "s1", start, end, replacement).sources[0]
    assert [after.text[h.start : h.end] for h in after.headings] == ([] if line is None else [line])


def test_a_heading_after_the_edit_moves_and_one_that_is_joined_goes() -> None:
    text = "One two.\n\nHeading\n\nThree."
    brief = changes.new_brief("i", "", "", sources=[Source("", text=text, headings=(SourceHeading(10, 17),))])
    assert changes.edit_source_text(brief, "s1", 0, 3, "A").sources[0].headings == (SourceHeading(8, 15),)
    assert changes.edit_source_text(brief, "s1", 7, 10, "").sources[0].headings == ()


def test_a_replaced_text_keeps_the_anchors_it_can_and_reports_the_others(brief: Brief) -> None:
    brief, _ = changes.add_entry(brief, "action", [span("five cranes")], "s1")
    brief, gone = changes.add_entry(brief, "quote", [span("We act,"), span("It is time.")], "s1")
    new = TEXT.replace("It is time.", "It was time.").replace("paid", "paid for all")
    after, lost = changes.replace_source_text(brief, "s1", new, [HEADING])
    assert sound(after)
    assert after.actions[0].evidence[0].start == new.index("five cranes")
    assert [(item.ident, item.anchor.exact) for item in lost] == [(gone, "It is time.")]
    assert lost[0].anchor is after.quotes[0].evidence[1]
    again, none = changes.replace_source_text(after, "s1", TEXT + "\n\nMore.", [HEADING])
    assert none == ()
    assert not again.quotes[0].evidence[1].lost
    assert changes.replace_source_text(brief, "s1", TEXT, [HEADING]) == (brief, ())
    with pytest.raises(ValueError, match="clean"):
        changes.replace_source_text(brief, "s1", "a\rb")


# What a person writes


def test_header_and_sections_take_values_and_lose_empty_ones(brief: Brief) -> None:
    after = changes.set_header(brief, "to", "The Minister")
    after = changes.set_section(after, "summary", "It is so. [@x1]")
    assert (after.header, after.sections) == ({"to": "The Minister"}, {"summary": "It is so. [@x1]"})
    assert changes.set_header(changes.set_section(after, "summary", ""), "to", "") == brief
    assert after.sources is brief.sources


@pytest.mark.parametrize(
    "change",
    [
        lambda b: changes.set_title(b, "Port"),
        lambda b: changes.set_header(b, "to", ""),
        lambda b: changes.set_section(b, "summary", ""),
        lambda b: changes.set_template(b, "information-note"),
        lambda b: changes.set_language(b, "en-GB"),
        lambda b: changes.set_export(b, annexes=[], citations=""),
    ],
)
def test_no_change_is_the_very_same_brief(brief: Brief, change: Callable[[Brief], Brief]) -> None:
    assert change(brief) is brief


def test_choices_of_export_are_checked(brief: Brief) -> None:
    after = changes.set_export(brief, citations="inline", portion_marks={"a1": "OFFICIAL"})
    assert (after.export.citations, after.export.portion_marks) == ("inline", {"a1": "OFFICIAL"})
    with pytest.raises(ValueError, match="Invalid"):
        changes.set_export(brief, citations="everywhere")
    with pytest.raises(TypeError, match="paper"):
        changes.set_export(brief, paper="A3")


# Whatever is done


@st.composite
def any_change(draw: st.DrawFn, brief: Brief) -> Brief:
    idents = [item.id for item in brief.citables()]
    with_text = [source for source in brief.sources if source.text.strip()]
    kinds = (
        ["source", "header"]
        + ["entry", "passage", "edit", "replace", "drop"] * bool(with_text)
        + ["item"] * bool(idents)
    )
    what = draw(st.sampled_from(kinds))
    words = draw(st.sampled_from(["", "x", "\u0301", "👩\u200d", "a\r\nb", "the Board", "ᄀ", "ᅡ"]))
    if what == "source":
        return changes.add_source(brief, Source("", text=typed(f"New {words}")))[0]
    if what == "header":
        return changes.set_section(changes.set_header(brief, "to", words), "summary", words)
    if what == "item":
        ident = draw(st.sampled_from(idents))
        return draw(
            st.sampled_from(
                [changes.remove_entry(brief, ident), changes.move_entry(brief, ident, draw(st.integers(0, 3)))]
            )
        )
    source = draw(st.sampled_from(with_text))
    start = draw(st.integers(0, len(source.text)))
    end = draw(st.integers(start, len(source.text)))
    match what:
        case "edit":
            return changes.edit_source_text(brief, source.id, start, end, words)
        case "replace":
            text = typed(source.text[:start] + words + source.text[end:])
            return changes.replace_source_text(brief, source.id, text)[0]
        case "drop":
            return changes.remove_source(brief, source.id, with_evidence=True)
    if not source.text[start:end].strip():
        return brief
    if what == "passage":
        return changes.add_passage(brief, source.id, [(start, end)])[0]
    kind = draw(st.sampled_from(["actor", "action", "stake", "quote"]))
    fields = {"speaker": brief.actors[0].id} if kind == "quote" and brief.actors else {}
    return changes.add_entry(brief, kind, [(start, end)], source.id, **fields)[0]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(briefs(), st.data())
def test_a_sound_brief_stays_sound_and_ids_are_never_used_again(brief: Brief, data: st.DataObject) -> None:
    given_out: set[str] = set()
    for _ in range(6):
        before = {item.id for item in (*brief.citables(), *brief.sources)}
        given_out |= before
        brief = data.draw(any_change(brief))
        new = {item.id for item in (*brief.citables(), *brief.sources)} - before
        assert list(problems(brief)) == []
        assert not new & given_out
        brief = msgspec.json.decode(msgspec.json.encode(brief), type=Brief)


def test_what_is_not_touched_is_the_same_object(brief: Brief) -> None:
    brief, actor = changes.add_entry(brief, "actor", [span("Lena Morvane")], "s1")
    brief, _ = changes.add_entry(brief, "quote", [span("We act,")], "s1", speaker=actor)
    after = changes.update_entry(brief, actor, role="chair")
    assert after.quotes is brief.quotes
    assert after.sources is brief.sources
    assert isinstance(after.actors[0], Actor)
    assert isinstance(after.quotes[0], Quote)
    after, _ = changes.add_entry(after, "action", [(0, 7)], "s1")
    assert isinstance(after.actions[0], Action)
    assert after.actors[0].evidence is brief.actors[0].evidence


# Generated parts that a person writes


def test_a_part_is_taken_over_once_and_goes_back_to_the_notes(brief: Brief) -> None:
    assert not changes.is_taken_over(brief, "key_actors")
    taken = changes.take_over(brief, "key_actors", "Who acts: the Board. [@a1]\r\n")
    assert taken.sections == taken.taken_over == {"key_actors": "Who acts: the Board. [@a1]\n"}
    assert changes.is_taken_over(taken, "key_actors")
    written = changes.set_section(taken, "key_actors", "")
    assert changes.is_taken_over(written, "key_actors")
    with pytest.raises(UsageError, match="“key_actors” is written by hand already"):
        changes.take_over(written, "key_actors", "anew")
    assert changes.back_to_live(written, "key_actors") == changes.back_to_live(taken, "key_actors") == brief
    assert changes.back_to_live(brief, "key_actors") is brief
    assert sound(taken)


def test_a_part_without_words_can_be_taken_over_and_kept_text_is_not_written_over(brief: Brief) -> None:
    taken = changes.take_over(brief, "key_actors", "")
    assert (taken.sections, taken.taken_over) == ({}, {"key_actors": ""})
    assert changes.is_taken_over(taken, "key_actors")
    kept = changes.set_section(brief, "key_actors", "From another template.")
    with pytest.raises(UsageError, match="written by hand"):
        changes.take_over(kept, "key_actors", "")


def test_a_lost_passage_is_kept_as_it_is_once_and_only_if_it_is_lost() -> None:
    brief = changes.new_brief("b", "", "2026-11-22T09:00:00Z", sources=[Source("", text="Words here.")])
    brief, ident = changes.add_entry(brief, "stake", [(0, 5)], "s1")
    with pytest.raises(UsageError, match="are in their source"):
        changes.keep_lost(brief, ident, 0)
    brief, _ = changes.replace_source_text(brief, "s1", "Nothing of it.")
    kept = changes.keep_lost(brief, ident, 0)
    assert [(left.code, left.where) for left in kept.left] == [("evidence-lost", f"{ident}: Words")]
    assert changes.keep_lost(kept, ident, 0) is kept
