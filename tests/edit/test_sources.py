"""Sources put in order, and words replaced in many places of one at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.model.soundness import problems
from briefer.model.source import Source, SourceHeading
from briefer.sources.read import source_from_text
from briefer.text.find import find_all

TEXT = "Port port\n\nThe port of Kest, a cafe port. Port ends."


def made(text: str = TEXT, *spans: tuple[int, int]) -> Brief:
    source = Source("", text=text, original=text, headings=(SourceHeading(0, text.index("\n")),))
    brief = changes.new_brief("id", "", "2026-11-22T09:30:00Z", sources=[source])
    for start, end in spans:
        brief, _ = changes.add_entry(brief, "stake", [(start, end)], "s1")
    return brief


@pytest.mark.parametrize(("index", "order"), [(0, "312"), (1, "132"), (2, "123"), (9, "123"), (-4, "312")])
def test_a_source_goes_where_it_is_put(index: int, order: str) -> None:
    brief = changes.new_brief("id", "", "", sources=[Source("", text=each) for each in "123"])
    moved = changes.move_source(brief, "s3", index)
    assert "".join(source.text for source in moved.sources) == order
    assert changes.move_source(brief, "s2", 1) is brief


def test_all_places_are_replaced_at_once_and_passages_follow() -> None:
    at = TEXT.index("port of Kest")
    brief = made(TEXT, (at, at + 12), (0, 4), (TEXT.index("a cafe"), TEXT.index("a cafe") + 6))
    after = changes.replace_in_source(brief, "s1", find_all(TEXT, "port"), "harbour")
    assert not list(problems(after))
    source = after.sources[0]
    assert source.text == "harbour harbour\n\nThe harbour of Kest, a cafe harbour. harbour ends."
    assert source.headings == (SourceHeading(0, 15),)
    assert [stake.evidence[0].exact for stake in after.stakes] == ["harbour of Kest", "harbour", "a cafe"]


def test_passages_and_headings_without_words_are_lost_or_gone() -> None:
    text = "port\n\nThe port of Kest."
    brief = made(text, (text.index("port of"), text.index("port of") + 4))
    after = changes.replace_in_source(brief, "s1", find_all(text, "port"), "")
    assert not list(problems(after))
    assert after.sources[0].text == "\n\nThe  of Kest."
    assert after.sources[0].headings == ()
    (anchor,) = after.stakes[0].evidence
    assert (anchor.lost, anchor.start, anchor.exact) == (True, 6, "port")
    again = changes.replace_in_source(after, "s1", [(2, 5)], "A long word")
    assert again.stakes[0].evidence[0].start == 14


def test_an_accent_that_meets_its_letter_is_one_character() -> None:
    text = "Title\n\ncafe x and e x"
    brief = made(text, (text.index("and"), text.index("and") + 3))
    after = changes.replace_in_source(brief, "s1", find_all(text, " x"), "\u0301")
    assert after.sources[0].text == "Title\n\ncafé and é"
    assert after.stakes[0].evidence[0].exact == "and"
    assert not list(problems(after))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_at_once_is_as_one_by_one(data: st.DataObject) -> None:
    text = data.draw(st.text("aab \n", min_size=3, max_size=60).map(lambda tail: f"Head ab\n\n{tail}"))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)))
    spans = [tuple(cuts)] if text[slice(*cuts)].strip() else []
    brief = made(text, *spans)
    hits, words = (
        find_all(text, data.draw(st.sampled_from(["a", "ab", "b "]))),
        data.draw(st.sampled_from(["", "a", "xyz "])),
    )
    at_once = changes.replace_in_source(brief, "s1", hits, words)
    one_by_one = brief
    for start, end in reversed(hits):
        one_by_one = changes.edit_source_text(one_by_one, "s1", start, end, words)
    assert at_once.sources[0].text == one_by_one.sources[0].text
    assert not list(problems(at_once))
    if any(
        (each.start, each.end) in hits for stake in brief.stakes for each in stake.evidence
    ):  # an anchor of just these words goes along when all are replaced at once
        assert at_once.stakes[0].evidence[0].lost == (not words)
        return
    for here, there in zip(at_once.stakes, one_by_one.stakes, strict=True):
        assert here.evidence[0].lost == there.evidence[0].lost
        if not here.evidence[0].lost:
            assert here.evidence[0].exact == there.evidence[0].exact


def test_a_newer_text_brings_its_original_and_its_cleaning() -> None:
    brief = changes.new_brief(
        "id", "", "", sources=[source_from_text("The Board met.\n\nAdvertisement\n\nEnd of day.", "s1")]
    )
    newer = source_from_text("The Board met\nagain in the long afternoon of\nthat day.", "s1")
    after, lost = changes.replace_source_text(brief, "s1", newer.text, newer.headings, read_as=newer)
    source = after.sources[0]
    assert (source.original, source.fixes, source.text, lost) == (newer.original, newer.fixes, newer.text, ())
    assert source.title == brief.sources[0].title
