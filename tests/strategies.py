"""Hypothesis strategies that several areas share: sound briefs in all the scripts that people write in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import get_args

from hypothesis import strategies as st

from briefer.model.anchor import Anchor, Stance, anchor_at
from briefer.model.brief import FORMAT, ID_LETTERS, Brief, Dismissed, ExportChoices, Left
from briefer.model.entries import (
    JOIN,
    Action,
    ActionStatus,
    Actor,
    ActorKind,
    Passage,
    Quote,
    Stake,
    StakeKind,
    StakeLevel,
)
from briefer.model.source import Fix, Source, SourceHeading

FRAGMENTS = (
    "The Board ordered it.", "“It costs 46 million,” she said,", "“and it will not end there.”",
    "Kraków", "e\u0301te\u0301", "q\u0323\u0307x\u0336", "👩\u200d👩\u200d👧 🇲🇩 👍🏽", "\U00020000",
    "Молдова и Украина", "عاجل: أعلنت الوزارة", "協議已簽署。", "हिन्दी", "한국어",
    "{{ brief }} {% x %}", "<b>&amp;</b>", "*a* _b_ [c](d) `e`", "=1+1", "\n", "\n\n",
)  # fmt: skip
"""What goes wrong where characters, bytes and UTF-16 units are mixed up, or data is taken for code."""

_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))


def lines(max_size: int = 12) -> st.SearchStrategy[str]:
    """Text of one line, as people type it into a field."""
    line = st.one_of(
        st.sampled_from([f for f in FRAGMENTS if "\n" not in f]), st.text(_CHARACTERS, max_size=max_size)
    )
    return line.map(lambda text: unicodedata.normalize("NFC", text))


def texts() -> st.SearchStrategy[str]:
    """The text of a source: NFC, ``\\n`` line ends, seldom empty."""
    part = st.one_of(st.sampled_from(FRAGMENTS), st.text(_CHARACTERS, max_size=6))
    return st.lists(part, max_size=6).map(lambda parts: unicodedata.normalize("NFC", " ".join(parts)))


@st.composite
def sources(draw: st.DrawFn, ident: str) -> Source:
    """A source with headings inside its text."""
    text = draw(texts())
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    headings = tuple(
        SourceHeading(a, b, draw(st.integers(1, 6))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    )
    fixes = tuple(
        Fix(rule, draw(st.integers(0, 9)), draw(st.booleans())) for rule in draw(st.sets(st.sampled_from("abc")))
    )
    return Source(
        ident, draw(lines()), draw(lines()), url="https://example.org/", original=draw(texts()), text=text,
        headings=headings, fixes=fixes, guessed=draw(st.sampled_from([(), ("author",)])),
    )  # fmt: skip


@st.composite
def anchors(draw: st.DrawFn, among: Sequence[Source]) -> Anchor:
    """An anchor in one of these sources, whose texts are not empty; now and then a lost one."""
    source = draw(st.sampled_from(among))
    start = draw(st.integers(0, len(source.text) - 1))
    end = draw(st.integers(start + 1, len(source.text)))
    anchor = anchor_at(source.id, source.text, start, end, draw(st.sampled_from(get_args(Stance))))
    if draw(st.integers(0, 9)):
        return anchor
    return Anchor(anchor.source, start, start, "words that are gone", anchor.prefix, anchor.suffix, anchor.stance)


def _idents(letter: str) -> st.SearchStrategy[list[str]]:
    numbers = st.lists(st.integers(1, 40), unique=True, max_size=2)
    return numbers.map(lambda drawn: [f"{letter}{number}" for number in drawn])


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A sound brief of up to two of everything, with evidence in several sources and quotes of several parts."""
    found = tuple(draw(sources(ident)) for ident in draw(_idents("s")))
    among = [source for source in found if source.text]
    evidence = st.lists(anchors(among), max_size=2).map(tuple) if among else st.just(())
    actors = tuple(
        Actor(ident, draw(lines()), draw(st.sampled_from(get_args(ActorKind))), draw(lines()),
              aliases=tuple(draw(st.lists(lines(), max_size=2))), notes=draw(texts()), evidence=draw(evidence))
        for ident in draw(_idents("a"))
    )  # fmt: skip
    some = st.lists(st.sampled_from([a.id for a in actors]), unique=True).map(tuple) if actors else st.just(())
    actions = tuple(
        Action(ident, draw(lines()), draw(some), draw(some), draw(lines()),
               draw(st.sampled_from(get_args(ActionStatus))), evidence=draw(evidence))
        for ident in draw(_idents("x"))
    )  # fmt: skip
    stakes = tuple(
        Stake(ident, draw(lines()), draw(some), draw(st.sampled_from(get_args(StakeKind))),
              draw(st.sampled_from(get_args(StakeLevel))), evidence=draw(evidence))
        for ident in draw(_idents("k"))
    )  # fmt: skip
    quotes = tuple(_quote(draw, ident, draw(some), draw(evidence)) for ident in draw(_idents("q")))
    passages = tuple(Passage(ident, draw(evidence)) for ident in draw(_idents("p")))
    cited = [item.id for item in (*actors, *actions, *stakes, *quotes, *passages)]
    section = st.tuples(texts(), st.sampled_from([*cited, "own", "x99"])).map(lambda pair: f"{pair[0]} [@{pair[1]}]")
    choices = [ExportChoices(), ExportChoices("inline", ("sources",), {"summary": "OFFICIAL"})]
    keys = st.sampled_from(["summary", "issue", "background", "next_steps"])
    return Brief(
        FORMAT, "0" * 32, draw(lines()), draw(st.sampled_from(["", "2026-11-22T09:30:00Z"])), language="en-GB",
        header=draw(st.dictionaries(st.sampled_from(["to", "from", "date", "marking"]), lines())),
        sections=draw(st.dictionaries(keys, section)),
        taken_over=draw(st.dictionaries(st.just("key_actors"), texts())),
        passages=passages,
        export=draw(st.sampled_from(choices)),
        dismissed=draw(st.sampled_from([(), (Dismissed("actor", "the Board", "s1"),)])),
        left=draw(st.sampled_from([(), (Left("no-evidence", "a1", "known to all"),)])),
        last_ids=_last_ids([*cited, *(source.id for source in found)]),
        sources=found, actors=actors, actions=actions, stakes=stakes, quotes=quotes,
    )  # fmt: skip


def _quote(draw: st.DrawFn, ident: str, speakers: tuple[str, ...], evidence: tuple[Anchor, ...]) -> Quote:
    speaker = speakers[0] if speakers else ""
    words = JOIN.join(anchor.exact for anchor in evidence)
    return Quote(ident, words, speaker, "" if speaker else draw(lines()), evidence=evidence)


def _last_ids(idents: Sequence[str]) -> dict[str, int]:
    numbers = {letter: [int(ident[1:]) for ident in idents if ident[0] == letter] for letter in ID_LETTERS.values()}
    return {letter: max(given) for letter, given in numbers.items() if given}
