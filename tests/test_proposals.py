"""What is left to suggest: actors of several articles as one, less what is filed and what was turned down."""

from __future__ import annotations

import msgspec

from briefer.edit import changes
from briefer.edit.memo import new_brief
from briefer.edit.suggestions import Proposal, as_kind
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.proposals import MOST, Read, all_taken, beginning, proposals, read_along, together
from briefer.suggest.shapes import Action, Actor, ActorKind, Quote, Stake, Suggestions

ONE = (
    "The Harbour Board has ordered five ports to close. “We had no choice,” its chair Lena Morvane said. “None at all.”"
    " Ports could lose their licence."
)
TWO = (
    "The Harbour Board met again. Ruth Aldane of the Harbour Board spoke. Two officials called it “a mess of a day”."
)


def _span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def _actor(text: str, name: str, kind: ActorKind = "organisation", role: str = "", affiliation: str = "") -> Actor:
    span = _span(text, name)
    return Actor(name, kind, role, affiliation, (), *span, (span,), "named")


def _found() -> dict[str, Suggestions]:
    parts = (_span(ONE, "We had no choice,"), _span(ONE, "None at all."))
    quote = Quote("We had no choice, … None at all.", parts[0][0], parts[1][1], parts, "Lena Morvane", why="said")
    ordered, licence = (
        _span(ONE, "The Harbour Board has ordered five ports to close"),
        _span(ONE, "Ports could lose their licence"),
    )
    one = Suggestions(
        ONE,
        (quote,),
        (
            _actor(ONE, "Harbour Board"),
            _actor(ONE, "Lena Morvane", kind="person", role="chair", affiliation="Harbour Board"),
        ),
        (Action(ONE[slice(*ordered)], *ordered, actor="Harbour Board", verb="order", status="done", why="ordered"),),
        (Stake(ONE[slice(*licence)], *licence, actors=("Harbour Board",), level="high", why="could lose"),),
    )
    mess, who = _span(TWO, "a mess of a day"), _span(TWO, "Two officials")
    said = Quote("a mess of a day", *mess, (mess,), "Two officials", *who, "partial", "called")
    two = Suggestions(TWO, (said,), (_actor(TWO, "Harbour Board"), _actor(TWO, "Ruth Aldane", kind="person")))
    return {"s1": one, "s2": two}


def _brief() -> Brief:
    sources = (Source("s1", text=ONE), Source("s2", text=TWO))
    return new_brief("b1", "Ports", "2026-11-20T10:00:00Z", sources=sources)


def _left(brief: Brief, read: Read | None = None) -> list[Proposal]:
    return list(proposals(brief, read or together(_found())).open)


def _one(brief: Brief, kind: str, title: str) -> Proposal:
    return next(each for each in _left(brief) if each.kind == kind and each.title.startswith(title))


def test_an_actor_of_two_articles_is_one_suggestion_that_rests_on_both() -> None:
    boards = [each for each in _left(_brief()) if each.title == "Harbour Board"]
    assert len(boards) == 1
    assert [source for source, _ in boards[0].passages] == ["s1", "s2"]
    brief, ident, made = changes.take(_brief(), boards[0])
    assert made == ()
    assert [anchor.source for anchor in brief.actor(ident).evidence] == ["s1", "s2"]  # type: ignore[union-attr]


def test_an_interrupted_quote_has_an_anchor_for_each_part_and_its_speaker_is_made() -> None:
    brief = _brief()
    brief, ident, made = changes.take(brief, _one(brief, "quote", "We had"), _left(brief))
    quote = brief.quotes[0]
    assert quote.id == ident
    assert quote.text == "We had no choice, … None at all."
    assert [anchor.exact for anchor in quote.evidence] == ["We had no choice,", "None at all."]
    speaker = brief.actor(quote.speaker)
    assert speaker is not None
    assert made == (speaker.id,)
    assert (speaker.name, speaker.kind, speaker.role, speaker.affiliation) == (
        "Lena Morvane", "person", "chair", "Harbour Board",
    )  # fmt: skip


def test_a_speaker_who_is_only_described_stays_in_words() -> None:
    brief = _brief()
    brief = changes.take(brief, _one(brief, "quote", "a mess"), _left(brief)).brief
    assert brief.quotes[0].speaker == ""
    assert brief.quotes[0].speaker_text == "Two officials"
    assert brief.actors == ()


def test_a_named_speaker_whom_no_suggestion_knows_becomes_an_actor() -> None:
    brief = _brief()
    named = _span(TWO, "Ruth Aldane")
    said = msgspec.structs.replace(_one(brief, "quote", "a mess"), actors=("Ruth Aldane",), speaker_at=named)
    brief = changes.take(brief, said, ()).brief
    assert brief.quotes[0].speaker == brief.actors[0].id
    assert brief.actors[0].evidence[0].exact == "Ruth Aldane"


def test_an_action_gets_its_actor_and_status_and_a_stake_its_level() -> None:
    brief = _brief()
    left = _left(brief)
    brief = changes.take(brief, _one(brief, "action", "The Harbour"), left).brief
    brief = changes.take(brief, _one(brief, "stake", "Ports could"), left).brief
    assert [actor.name for actor in brief.actors] == ["Harbour Board"]
    assert (brief.actions[0].actors, brief.actions[0].status) == ((brief.actors[0].id,), "done")
    assert (brief.stakes[0].actors, brief.stakes[0].level) == ((brief.actors[0].id,), "high")


def test_an_actor_that_was_turned_down_is_not_made_along_with_an_action() -> None:
    brief = changes.dismiss(_brief(), [_one(_brief(), "actor", "Harbour Board")])
    brief = changes.take(brief, _one(brief, "action", "The Harbour"), _left(brief)).brief
    assert brief.actors == ()
    assert brief.actions[0].actors == ()


def test_what_is_filed_is_not_suggested() -> None:
    brief = all_taken(_brief(), _found())
    assert _left(brief) == []
    assert [len(group) for group in (brief.actors, brief.actions, brief.stakes, brief.quotes)] == [3, 1, 1, 2]


def test_words_that_mostly_are_those_of_an_entry_are_not_suggested_as_the_same_kind() -> None:
    start, end = _span(ONE, "ordered five ports to close")
    brief, _ = changes.add_entry(_brief(), "action", [(start, end)], "s1")
    assert [each for each in _left(brief) if each.kind == "action"] == []
    apart, _ = changes.add_entry(_brief(), "action", [_span(ONE, "its chair Lena Morvane said")], "s1")
    assert len([each for each in _left(apart) if each.kind == "action"]) == 1


def test_a_long_entry_is_found_that_begins_far_before_shorter_ones() -> None:
    start, end = _span(ONE, "The Harbour Board has ordered five ports to close. “We had no choice,” its chair Lena")
    brief = _brief()
    for spans in ([(end - 4, end)], [(start, end)], [(start + 1, start + 3)], [(end + 1, end + 8)]):
        brief, _ = changes.add_entry(brief, "action", spans, "s1")
    assert [each for each in _left(brief) if each.kind == "action"] == []


def test_a_known_actor_whom_another_article_names_is_proposed_as_a_further_passage() -> None:
    brief, ident = changes.add_entry(_brief(), "actor", [_span(ONE, "Harbour Board")], "s1")
    board = _one(brief, "actor", "Harbour Board")
    assert board.add_to == ident
    assert [source for source, _ in board.passages] == ["s2"]
    brief = changes.take(brief, board).brief
    assert len(brief.actors) == 1
    assert [anchor.source for anchor in brief.actors[0].evidence] == ["s1", "s2"]
    assert [each for each in _left(brief) if each.title == "Harbour Board"] == []


def test_a_short_form_is_proposed_as_an_addition_to_the_actor_that_has_the_long_name() -> None:
    brief, ident = changes.add_entry(_brief(), "actor", [_span(TWO, "Ruth Aldane")], "s2", kind="person")
    found = {"s1": Suggestions(ONE), "s2": Suggestions(TWO, actors=(_actor(TWO, "Aldane", kind="person"),))}
    aldane = _left(brief, together(found))[0]
    assert aldane.add_to == ident
    brief = changes.take(brief, aldane).brief
    assert brief.actors[0].aliases == ("Aldane",)
    assert _left(brief, together(found)) == []


def test_a_suggestion_that_was_turned_down_stays_away_from_a_newer_text_and_comes_back_when_asked() -> None:
    brief = changes.dismiss(_brief(), [_one(_brief(), "stake", "Ports could")])
    newer = f"Corrected. {ONE}"
    brief = msgspec.structs.replace(brief, sources=(Source("s1", text=newer), Source("s2", text=TWO)))
    words = "Ports could lose their licence"
    read = together({"s1": Suggestions(newer, stakes=(Stake(words, *_span(newer, words), why="could"),))})
    now = proposals(brief, read)
    assert now.open == ()
    assert [each.title for each in now.dismissed] == [words]
    back = changes.bring_back(brief, now.dismissed[0])
    assert [each.title for each in proposals(back, read).open] == [words]


def test_of_a_very_long_article_the_beginning_is_read() -> None:
    text = f"{ONE}\n\n" * (MOST // len(ONE) + 5)
    assert len(read_along(text[: 4 * len(ONE)]).actors) > 0
    assert MOST - 3 * len(ONE) < len(beginning(text)) <= MOST


def test_as_another_kind_it_keeps_its_words_and_who_is_named() -> None:
    brief = _brief()
    stake = as_kind(_one(brief, "action", "The Harbour"), "stake")
    brief = changes.take(brief, stake, _left(brief)).brief
    assert brief.stakes[0].summary == "The Harbour Board has ordered five ports to close"
    assert brief.stakes[0].actors == (brief.actors[0].id,)
    assert brief.stakes[0].level == "unset"


def test_on_other_words_it_is_named_after_those() -> None:
    brief = _brief()
    action = as_kind(_one(brief, "action", "The Harbour"), "action", [_span(ONE, "ordered five ports")])
    brief = changes.take(brief, action, ()).brief
    assert (brief.actions[0].summary, brief.actions[0].status) == ("ordered five ports", "done")
