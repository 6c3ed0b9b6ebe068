"""Checks of actors: the same one twice, and a name in two spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product

from briefer.model.entries import Actor
from briefer.review.alike import MOST_ALIKE, MOST_NAMES, Spellings, only_longer, spelt_in_two_ways
from briefer.review.findings import Finding, Repair, Review, named
from briefer.review.names import bare, names_in, short_form, spelt_otherwise, tokens
from briefer.text.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_LONG_ENOUGH = 5


def same_actors(review: Review) -> Iterator[Finding]:
    """Two actors that one name or alias would fit, or of which one is the only short form of the other."""
    for one, other in _neighbours(review.brief.actors):
        shared = {*map(bare, _names(one))} & {*map(bare, _names(other))} - {""}
        if shared:
            kept, gone = (one, other) if len(one.evidence) >= len(other.evidence) else (other, one)
            yield _twice(kept, gone, "have the same name" if bare(one.name) == bare(other.name) else "share a name")
    actors = review.brief.actors
    longer = only_longer([actor.name for actor in actors], lambda at, other: _is_short(actors[at], actors[other]))
    for actor, at in zip(actors, longer, strict=True):
        if at is not None and not {*map(bare, _names(actor))} & {*map(bare, _names(actors[at]))}:
            yield _twice(actors[at], actor, "may be one: the second is a short form of the first")


def is_variant(one: Actor, other: Actor) -> bool:
    """Whether two actors may be one: the name of one is a short form of the other's, or another spelling of it."""
    if one.kind == other.kind and spelt_otherwise(one.name, other.name):
        return True
    return _is_short(one, other) or _is_short(other, one)


def _twice(kept: Actor, gone: Actor, why: str) -> Finding:
    message = f"the actors {named(kept.name)} and {named(gone.name)} {why}"
    repair = Repair("merge", "Merge them", old=gone.id, new=kept.id)
    fix = "merge them if they are one"
    return Finding("same-actor", message, gone.id, fix, about=f"{kept.name} / {gone.name}", repair=repair)


def _is_short(actor: Actor, other: Actor) -> bool:
    """Whether an actor's name is short for another's; a state is none for an organisation that is named after it."""
    if not (actor.kind == other.kind or "other" in (actor.kind, other.kind)):
        return False
    if other.kind in ("state", "other") and actor.kind in ("state", "other") and not actor.name.isupper():
        return False  # Guinea and Equatorial Guinea; but US is the United States
    ours, theirs = tokens(actor.name), tokens(other.name)
    if len(ours) == 1 and theirs and ours[0] == theirs[0] and (actor.kind == "person" or other.kind != actor.kind):
        return False  # a given name, or a place that an organisation is named after
    return short_form(actor.name, other.name)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _neighbours(actors: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """The pairs of actors that share a whole name; of very many, the first few with each other and with the rest."""
    by_name: dict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        for name in _names(actor):
            if bare(name):
                by_name[bare(name)][actor.id] = actor
    seen: set[tuple[str, str]] = set()
    for group in by_name.values():
        sharers, first = [*group.values()], MOST_ALIKE
        for one, other in chain(combinations(sharers[:first], 2), product(sharers[:1], sharers[first:])):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def names_spelt_in_two_ways(review: Review) -> Iterator[Finding]:
    """An actor whose name another actor, its own passage, or the memo spells otherwise."""
    actors = review.brief.actors
    for one, other in ((actors[i], actors[j]) for i, j in spelt_in_two_ways([(a.kind, a.name) for a in actors])):
        message = f"{named(one.name)} and {named(other.name)} look like one name in two spellings"
        repair = Repair("merge", "Merge them", old=other.id, new=one.id)
        yield Finding(
            "actors-differ", message, other.id, "merge them if they are one, or correct one of them",
            about=f"{one.name} / {other.name}", repair=repair,
        )  # fmt: skip
    if len(actors) > MOST_NAMES:
        message = f"of {len(actors):,} actors, only the first {MOST_NAMES:,} were compared for their spelling"
        yield Finding("actors-differ", message, "memo", "take out those whom the memo does not need")
    for actor in actors:
        for anchor in actor.evidence:
            if spelt_otherwise(actor.name, anchor.exact):
                message = f"{named(actor.name)} is spelt {named(anchor.exact)} in its passage"
                repair = Repair("rewrite", "Spell it as the source", old=actor.name, new=bare_span(anchor.exact))
                fix = "spell it as the source does, unless the source is wrong"
                yield Finding(
                    "actors-differ", message, actor.id, fix, about=f"{actor.name} / {anchor.exact}", repair=repair
                )
                break
    yield from _spelt_otherwise_in_memo(review)


def bare_span(exact: str) -> str:
    """The words of a passage that names an actor, without article and possessive ending."""
    words = " ".join(exact.split())
    return re.sub(r"^[Tt]he\s+", "", re.sub(r"[’']s?$", "", words))


def _spelt_otherwise_in_memo(review: Review) -> Iterator[Finding]:
    written = {
        bare(word): word for actor in review.brief.actors for name in _names(actor) for word in _WORD.findall(name)
    }
    spellings = Spellings(word for word in written if len(word) >= _LONG_ENOUGH)
    known = written.keys() | {bare(word) for word in review.source_words}
    seen: set[tuple[str, str]] = set()
    for said in review.said:
        for start, end in names_in(said.text, review.words):
            for word in _words_of(said.text, (start, end)):
                typed = bare(word)
                right = _right(word, typed, written, spellings, known, review)
                if right and (said.section, word) not in seen:
                    seen.add((said.section, word))
                    message = f"“{review.label(said.section)}” has “{word}”, and an actor is spelt “{right}”"
                    repair = Repair("rewrite", f"Write {right}", old=word, new=right)
                    yield Finding(
                        "actors-differ", message, f"sections.{said.section}", "spell the name in one way",
                        words=word, about=f"{word} / {right}", repair=repair,
                    )  # fmt: skip


def _right(
    word: str, typed: str, written: dict[str, str], spellings: Spellings, known: set[str], review: Review
) -> str:
    """The spelling that an actor has of a word of the memo; empty if the word is well."""
    if typed in written:
        right = written[typed]
        same = right.casefold() == word.casefold() or not right.isalpha() or not word.isalpha()
        return "" if same or word in review.source_words else right
    if typed in known or len(typed) < _LONG_ENOUGH:
        return ""
    return written.get(spellings.first_like(typed) or "", "")


def _words_of(text: str, span: Span) -> list[str]:
    return [re.sub(r"[’']s?$", "", word) for word in _WORD.findall(text[slice(*span)])]
