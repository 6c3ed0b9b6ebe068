from __future__ import annotations

import pytest
from article_samples import REPEATING
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.edit import changes
from briefer.edit.changes import Switched
from briefer.errors import UsageError
from briefer.model.brief import Brief
from briefer.model.soundness import problems
from briefer.model.source import Fix
from briefer.sources.read import source_from_text, switched


def made(article: str = REPEATING) -> Brief:
    return changes.new_brief("id", "Port", "2026-11-22T09:30:00Z", sources=[source_from_text(article, "s1")])


def switch(brief: Brief, rule: str, *, on: bool) -> Switched:
    before, after = switched(brief.sources[0], rule, on=on)
    done = changes.switch_rule(brief, "s1", rule, on=on, before=before, after=after)
    assert not list(problems(done.brief))
    return done


def corrected(brief: Brief, old: str, new: str) -> Brief:
    at = brief.sources[0].text.index(old)
    return changes.edit_source_text(brief, "s1", at, at + len(old), new)


def fixes(brief: Brief) -> dict[str, tuple[int, bool]]:
    return {fix.rule: (fix.count, fix.on) for fix in brief.sources[0].fixes}


def listed(brief: Brief) -> list[str]:
    return [
        fix.rule for fix in brief.sources[0].fixes if fix.rule in ("unwrap", "furniture", "dehyphenate", "repeats")
    ]


def test_the_article_gives_the_rules_something_to_do() -> None:
    assert listed(made()) == ["furniture", "dehyphenate", "unwrap", "repeats"]


@pytest.mark.parametrize("rule", ["unwrap", "furniture", "dehyphenate", "repeats"])
def test_off_and_on_again_gives_the_first_source(rule: str) -> None:
    brief = made()
    off = switch(brief, rule, on=False)
    assert off.brief.sources[0].text == switched(brief.sources[0], rule, on=False)[1].text != brief.sources[0].text
    assert off.brief.sources[0].headings == switched(brief.sources[0], rule, on=False)[1].headings
    assert fixes(off.brief)[rule] == (fixes(brief)[rule][0], False)
    on = switch(off.brief, rule, on=True)
    assert on.brief == brief
    assert (off.kept, off.lost, on.kept, on.lost) == ((), (), (), ())


def test_what_is_corrected_by_hand_stays_and_the_rest_is_switched() -> None:
    brief = corrected(corrected(made(), "five ports", "six ports"), "Friday to", "Monday to")
    off = switch(brief, "unwrap", on=False)
    text = off.brief.sources[0].text
    assert "ordered six ports on Monday to unplug\nthe remote" in text
    assert off.kept == ()
    assert switch(off.brief, "unwrap", on=True).brief == brief


def test_words_that_both_changed_stay_as_by_hand_and_are_listed() -> None:
    brief = corrected(made(), "opinion", "answer")
    off = switch(brief, "dehyphenate", on=False)
    text = off.brief.sources[0].text
    assert "asked for an answer, and" in text
    assert [(text[start:end], offered) for start, end, offered in off.kept] == [("answer", "opin-ion")]
    assert fixes(off.brief)["dehyphenate"][1] is False
    back = switch(off.brief, "dehyphenate", on=True)
    assert back.brief.sources[0].text == brief.sources[0].text


def test_a_line_put_back_and_then_mended_is_not_taken_away() -> None:
    brief = corrected(switch(made(), "furniture", on=False).brief, "Advertisement", "Advertisement feature")
    on = switch(brief, "furniture", on=True)
    assert on.brief.sources[0].text == brief.sources[0].text
    assert [on.brief.sources[0].text[start:end].strip() for start, end, _ in on.kept] == ["Advertisement feature"]


def test_anchors_follow_and_those_without_words_are_lost_and_found_again() -> None:
    brief = switch(made(), "furniture", on=False).brief
    text = brief.sources[0].text
    at, advert = text.index("before harm is done"), text.index("Advertisement")
    brief, kept = changes.add_entry(brief, "action", [(at, at + 19)], "s1")
    brief, gone = changes.add_entry(brief, "stake", [(advert, advert + 13)], "s1")
    on = switch(brief, "furniture", on=True)
    assert [(lost.ident, lost.anchor.exact) for lost in on.lost] == [(gone, "Advertisement")]
    assert on.brief.stakes[0].evidence[0].lost
    anchor = on.brief.actions[0].evidence[0]
    assert on.brief.sources[0].text[anchor.start : anchor.end] == "before harm is done"
    off = switch(on.brief, "furniture", on=False)
    assert off.lost == ()
    assert off.brief == brief
    assert kept == "x1"


def test_an_anchor_over_a_joined_line_end_keeps_all_its_words() -> None:
    brief = made()
    text = brief.sources[0].text
    start, end = text.index("to unplug the"), text.index("month to report")
    brief, _ = changes.add_entry(brief, "action", [(start, end)], "s1")
    off = switch(brief, "unwrap", on=False)
    assert off.lost == ()
    anchor = off.brief.actions[0].evidence[0]
    assert anchor.exact == "to unplug\nthe remote modems of their cranes, and gave them until the end of the"
    assert switch(off.brief, "unwrap", on=True).brief == brief


def test_a_heading_changed_by_hand_stays_one_and_others_follow_the_cleaning() -> None:
    brief = corrected(made(), "unplug modems", "unplug their modems")
    assert brief.sources[0].headings
    off = switch(brief, "unwrap", on=False).brief.sources[0]
    assert [off.text[h.start : h.end] for h in off.headings] == ["Ports told to unplug their modems"]
    joined = corrected(made(), "modems\n\nThe", "modems. The")
    off = switch(joined, "furniture", on=False).brief.sources[0]
    assert [off.text[h.start : h.end] for h in off.headings] == ["Advertisement"]


def test_a_switch_that_is_set_so_already_changes_nothing_and_an_unknown_one_is_refused() -> None:
    brief = made()
    assert switch(brief, "unwrap", on=True).brief is brief
    before, after = switched(brief.sources[0], "indents", on=False)
    with pytest.raises(UsageError, match="The rule “indents” changed nothing in “Ports told to unplug modems”"):
        changes.switch_rule(brief, "s1", "indents", on=False, before=before, after=after)
    with pytest.raises(ValueError, match="clean"):
        changes.switch_rule(brief, "s1", "unwrap", on=False, before=before, after=after._replace(text="a\rb"))


def test_a_rule_that_finds_work_only_now_is_listed_with_its_count() -> None:
    brief = made()
    before, after = switched(brief.sources[0], "unwrap", on=False)
    after = after._replace(fixes=(*after.fixes, Fix("indents", 7)))
    done = changes.switch_rule(brief, "s1", "unwrap", on=False, before=before, after=after).brief
    assert fixes(done)["indents"] == (7, True)
    order = list(fixes(done))
    assert order.index("indents") < order.index("unwrap")


PARTS = (
    "The Board met on Friday and said nothing that anybody could have quoted in a paper the next",
    "morning.", "“We act,” she said.", "Advertisement", "Share this article", "  An indented line of text.", "co-",
    "operation ended.", "> quoted words", "PORT NEWS", "", "", "e\u0301te\u0301 < \u0338x", "協議已簽署。",
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARTS), min_size=3, max_size=14), st.data())
def test_hand_edits_survive_all_switches_and_the_brief_stays_sound(parts: list[str], data: st.DataObject) -> None:
    article = "\n".join(["The Board met.", *parts])
    brief = made(article)
    for number in range(data.draw(st.integers(0, 3))):
        text = brief.sources[0].text
        at = data.draw(st.integers(0, len(text)))
        brief = changes.edit_source_text(brief, "s1", at, at, f" zq{number}zq ")
    text = brief.sources[0].text
    start = data.draw(st.integers(0, len(text) - 1))
    if text[start : start + 9].strip():
        brief, _ = changes.add_entry(brief, "action", [(start, min(len(text), start + 9))], "s1")
    untouched = "zq" not in text
    first = brief
    rules = [
        fix.rule
        for fix in brief.sources[0].fixes
        if fix.rule in ("unwrap", "furniture", "dehyphenate", "indents", "paragraphs", "repeats", "quote-marks")
    ]
    for rule in rules:
        if rule in fixes(brief):  # with another rule off it may find nothing to do
            brief = switch(brief, rule, on=False).brief
        assert all(f"zq{n}zq" in brief.sources[0].text for n in range(3) if f"zq{n}zq" in text)
    for rule in [fix.rule for fix in brief.sources[0].fixes if not fix.on]:
        brief = switch(brief, rule, on=True).brief
    if untouched:
        assert brief.sources == first.sources
