"""What is left to suggest for a brief: the suggestions for its articles, less what is filed and what was turned down.

An actor that several articles name, or one article under several names, is one proposal. One that seems to be an
actor of the brief under another name, or that a further article names, is proposed as an addition to that one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

import msgspec

from briefer.edit.entries import plain_name
from briefer.edit.suggestions import Proposal, dismissal, take_all
from briefer.model.brief import GROUPS, Brief, Dismissed, Kind
from briefer.model.entries import Actor
from briefer.suggest.shapes import Actor as SuggestedActor
from briefer.suggest.shapes import Suggestions
from briefer.text.spans import Span

MOST = 200_000
"""Code points from the beginning of an article that are read for suggestions."""

Place: TypeAlias = tuple[str, Span]


class Proposals(NamedTuple):
    """What is left to decide on, and what was turned down and is still in the articles.

    Actors come first, by rank; then quotes, actions and stakes in the order of the articles.
    """

    open: tuple[Proposal, ...] = ()
    dismissed: tuple[Proposal, ...] = ()


def read_along(text: str) -> Suggestions:
    """The suggestions for an article in the language that its words tell; of a very long one, for its beginning."""
    from briefer.suggest import suggest
    from briefer.suggest.language import guess_language

    read = beginning(text)
    return suggest(read, guess_language(read))


def beginning(text: str) -> str:
    """What is read of an article: all of it, or of a very long one the first paragraphs."""
    end = text.rfind("\n\n", 0, MOST)
    return text if len(text) <= MOST else text[: end if end > 0 else MOST]


class Read(NamedTuple):
    """The suggestions for articles, by the ids of their sources, with the actors of all of them, each once."""

    found: Mapping[str, Suggestions]
    people: tuple[Person, ...]


def together(found: Mapping[str, Suggestions]) -> Read:
    """Put the suggestions for several articles together; the foremost actor of any article comes first."""
    ranked = [
        (rank, number, source, actor)
        for number, (source, suggestions) in enumerate(found.items())
        for rank, actor in enumerate(suggestions.actors)
    ]
    people: list[Person] = []
    for _, _, source, actor in sorted(ranked, key=lambda each: each[:2]):
        same = next((person for person in people if person.is_of(actor)), None)
        if same is not None:
            same.add(source, actor)
        else:
            people.append(Person(source, actor))
    return Read(found, tuple(people))


def proposals(brief: Brief, read: Read) -> Proposals:
    """What is left to suggest for a brief; ``read`` holds articles of it as they are now."""
    steps = proposing(brief, read)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Proposals = end.value
            return found


def proposing(brief: Brief, read: Read) -> Generator[None, None, Proposals]:
    """The same step by step, each of which is a suggestion that is looked at."""
    here = {source.id for source in brief.sources}
    # An article that was taken out and imported anew has another id, and the same words in it.
    gone = {(each.kind, each.exact) for each in brief.dismissed if each.source not in here}
    turned_down = _Turned(frozenset(brief.dismissed), frozenset(gone))
    left: list[Proposal] = []
    away: list[Proposal] = []
    for each in chain(_actors(brief, read), _others(brief, read.found)):
        kept, turned = turned_down.parted(brief, each)
        left += kept
        away += turned
        yield
    return Proposals(tuple(left), tuple(away))


def all_taken(brief: Brief, found: Mapping[str, Suggestions]) -> Brief:
    """The brief with all that is suggested for it, as if somebody had taken it."""
    left = proposals(brief, together(found)).open
    return take_all(brief, left, left).brief


class _Turned(NamedTuple):
    """What was turned down: in an article of the brief, or in one that has left it."""

    here: frozenset[Dismissed]
    gone: frozenset[tuple[Kind, str]]

    def parted(self, brief: Brief, proposal: Proposal) -> tuple[list[Proposal], list[Proposal]]:
        """What is left of a proposal, and what was turned down of it: an actor may be so in one article of two."""
        kept: list[tuple[str, tuple[Span, ...]]] = []
        away: list[tuple[str, tuple[Span, ...]]] = []
        for source, spans in proposal.passages:
            key = dismissal(brief, proposal.kind, proposal.title, source, spans)
            is_away = key in self.here or (key.kind, key.exact) in self.gone
            (away if is_away else kept).append((source, spans))
        return [_with(proposal, kept)] if kept else [], [_with(proposal, away)] if away else []


def _with(proposal: Proposal, passages: list[tuple[str, tuple[Span, ...]]]) -> Proposal:
    if len(passages) == len(proposal.passages):
        return proposal
    return msgspec.structs.replace(proposal, passages=tuple(passages))


# Actors


class Person:
    """An actor of any kind that articles name, with what each of them says of it."""

    def __init__(self, source: str, actor: SuggestedActor) -> None:
        self.name, self.kind = actor.name, actor.kind
        self.found: list[tuple[str, SuggestedActor]] = []
        self._names: dict[str, str] = {}
        self.add(source, actor)

    def add(self, source: str, actor: SuggestedActor) -> None:
        """Learn what a further article says, or the same one under another name."""
        self.found.append((source, actor))
        for name in (actor.name, *actor.aliases):
            self._names.setdefault(plain_name(name), name)

    @property
    def plain_names(self) -> frozenset[str]:
        """All names as they are compared."""
        return frozenset(self._names)

    @property
    def aliases(self) -> tuple[str, ...]:
        """All names but the first."""
        return tuple(self._names.values())[1:]

    def is_of(self, actor: SuggestedActor) -> bool:
        """Whether an actor is this one: its name is one of ours, ours one of its, or it is only spelt otherwise."""
        from briefer.review.names import spelt_otherwise

        if plain_name(actor.name) in self._names:
            return True
        if plain_name(self.name) in map(plain_name, actor.aliases):
            return True
        is_alike = actor.kind == self.kind and actor.name[:1] == self.name[:1]
        return is_alike and spelt_otherwise(self.name, actor.name)


_HOW = {"name": "in your notes, and a further article names it", "variant": "seems to be “{}” in your notes"}


def _actors(brief: Brief, read: Read) -> Iterator[Proposal]:
    filed = {(anchor.source, (anchor.start, anchor.end)) for actor in brief.actors for anchor in actor.evidence}
    cast = _Cast(brief.actors)
    for person in read.people:
        known, how = cast.known(person)
        places = {(source, span) for source, actor in person.found for span in _mentions(actor)}
        if known is None:
            if not places & filed:
                yield _actor(read.found, person, person.found)
            continue
        there = {anchor.source for anchor in known.evidence}
        more = person.found if how == "variant" else [each for each in person.found if each[0] not in there]
        if more and (how == "name" or not places & filed):
            proposal = _actor(read.found, person, more)
            why = f"{_HOW[how].format(known.name)}; {proposal.why}"
            yield msgspec.structs.replace(proposal, why=why, add_to=known.id)


class _Cast:
    """The actors of a brief, as people of an article are looked up among them."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        from briefer.review.names import tokens

        self._actors = [(actor, frozenset(tokens(actor.name))) for actor in actors if actor.name.strip()]
        self._by_name: dict[str, Actor] = {}
        for names in ([(actor.name,) for actor in actors], [actor.aliases for actor in actors]):
            for actor, its in zip(actors, names, strict=True):
                for name in its:
                    self._by_name.setdefault(plain_name(name), actor)

    def known(self, person: Person) -> tuple[Actor | None, str]:
        """The actor that a person is, and how that is known: by its name, or by a variant of it."""
        known = self._by_name.get(plain_name(person.name))
        if known is not None:
            return known, "name"
        by_other = (self._by_name[name] for name in sorted(person.plain_names) if name in self._by_name)
        if (known := next(by_other, None)) is not None:
            return known, "variant"
        variants = list(self._variants(person))
        return (variants[0], "variant") if len(variants) == 1 else (None, "")

    def _variants(self, person: Person) -> Iterator[Actor]:
        from briefer.review.actors import is_variant
        from briefer.review.names import tokens

        ours, one = frozenset(tokens(person.name)), Actor(id="", name=person.name, kind=person.kind)
        for actor, theirs in self._actors:
            # Two names of several words that share none are never one.
            if (len(ours) == 1 or len(theirs) == 1 or ours & theirs) and is_variant(one, actor):
                yield actor


def _actor(
    found: Mapping[str, Suggestions], person: Person, members: Sequence[tuple[str, SuggestedActor]]
) -> Proposal:
    role = next((actor for _, actor in person.found if actor.role), person.found[0][1])
    place = role.affiliation or next((actor.affiliation for _, actor in person.found if actor.affiliation), "")
    fields = {"kind": person.kind, "role": role.role, "affiliation": place, "aliases": person.aliases}
    passages: dict[str, tuple[Span, ...]] = {}
    for source, actor in members:
        passages.setdefault(source, _telling(found[source].text, actor))
    several = f"named in {len(passages)} articles; " if len(passages) > 1 else ""
    filled: dict[str, Any] = {name: value for name, value in fields.items() if value}
    return Proposal("actor", person.name, tuple(passages.items()), several + members[0][1].why, filled)


def _telling(text: str, actor: SuggestedActor) -> tuple[Span, ...]:
    """The first mention of an actor, and the first one in a sentence that tells the role, if that is another."""
    from briefer.text.sentences import sentence_at

    spans = [(actor.start, actor.end)]
    for start, end in _mentions(actor) if actor.role else ():
        sentence = sentence_at(text, start)
        if sentence and actor.role.casefold() in text[slice(*sentence)].casefold():
            spans.append((start, end))
            break
    return tuple(dict.fromkeys(spans))


def _mentions(actor: SuggestedActor) -> tuple[Span, ...]:
    return actor.mentions or ((actor.start, actor.end),)


# Quotes, actions, stakes


def _others(brief: Brief, found: Mapping[str, Suggestions]) -> Iterator[Proposal]:
    filed = _Filed(brief)
    every = chain(_quotes(found), _actions(found), _stakes(found))
    yield from (proposal for proposal in every if not filed.holds(proposal))


def _quotes(found: Mapping[str, Suggestions]) -> Iterator[Proposal]:
    for source, suggestions in found.items():
        for quote in suggestions.quotes:
            passages = ((source, quote.parts or ((quote.start, quote.end),)),)
            said_by = (quote.speaker,) if quote.speaker else ()
            at = (quote.speaker_start, quote.speaker_end) if 0 <= quote.speaker_start < quote.speaker_end else None
            yield Proposal("quote", quote.text, passages, quote.why, {"text": quote.text}, said_by, at)


def _actions(found: Mapping[str, Suggestions]) -> Iterator[Proposal]:
    for source, suggestions in found.items():
        for action in suggestions.actions:
            fields = {"status": action.status}
            names = (action.actor,) if action.actor else ()
            yield Proposal(
                "action", action.text, ((source, ((action.start, action.end),)),), action.why, fields, names
            )


def _stakes(found: Mapping[str, Suggestions]) -> Iterator[Proposal]:
    for source, suggestions in found.items():
        for stake in suggestions.stakes:
            fields, passages = {"level": stake.level}, ((source, ((stake.start, stake.end),)),)
            yield Proposal("stake", stake.text, passages, stake.why, fields, stake.actors)


class _Filed:
    """The words that entries rest on."""

    def __init__(self, brief: Brief) -> None:
        self._exact: set[Place] = set()
        self._by_kind: dict[tuple[Kind, str], list[Span]] = defaultdict(list)
        for kind, group in GROUPS.items():
            for entry in getattr(brief, group):
                for anchor in entry.evidence:
                    if not anchor.lost:
                        self._exact.add((anchor.source, (anchor.start, anchor.end)))
                        self._by_kind[kind, anchor.source].append((anchor.start, anchor.end))
        for spans in self._by_kind.values():
            spans.sort()
        self._longest = {key: max(end - start for start, end in spans) for key, spans in self._by_kind.items()}

    def holds(self, proposal: Proposal) -> bool:
        """Whether the words are filed: just these, or more than half of them or of an entry of the same kind."""
        spans, source = proposal.spans, proposal.source
        if all((source, span) in self._exact for span in spans):
            return True
        key = proposal.kind, source
        return key in self._longest and any(
            _is_same(span, other) for span in spans for other in self._near(key, span)
        )

    def _near(self, key: tuple[Kind, str], span: Span) -> list[Span]:
        """The filed words that can share any with a span: of hundreds, a few."""
        filed = self._by_kind[key]
        first = bisect_left(filed, (span[0] - self._longest[key], 0))
        return filed[first : bisect_left(filed, (span[1], 0))]


def _is_same(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared > min(one[1] - one[0], other[1] - other[0])
