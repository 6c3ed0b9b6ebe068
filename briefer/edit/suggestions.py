"""Suggestions as a person decides on them: taken, they become entries; dismissed, they stay away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from briefer.edit.entries import add_entry, known_actor, plain_name, update_entry
from briefer.edit.evidence import add_evidence
from briefer.edit.values import changed
from briefer.model.brief import Brief, Dismissed, Kind
from briefer.model.entries import JOIN
from briefer.text.spans import Span

Passages = tuple[tuple[str, tuple[Span, ...]], ...]


class Proposal(msgspec.Struct, frozen=True):
    """A suggestion that nobody has decided on yet: what the entry would be, and why.

    ``passages`` are the words it would rest on, source by source; the first ones are shown. ``title`` is the name of
    an actor, else the words. ``fields`` are further fields of the entry. ``actors`` names who did it, said it (one at
    most) or is touched; ``speaker_at`` is where the article names who said it. ``add_to`` is the id of the actor of
    the brief that this one seems to be.
    """

    kind: Kind
    title: str
    passages: Passages
    why: str
    fields: dict[str, Any] = {}
    actors: tuple[str, ...] = ()
    speaker_at: Span | None = None
    add_to: str = ""

    @property
    def source(self) -> str:
        """The id of the source in which it is shown."""
        return self.passages[0][0]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that are shown."""
        return self.passages[0][1]

    @property
    def key(self) -> str:
        """What tells it from the others; no id of an entry."""
        return f"{self.kind}@{self.source}:{self.spans[0][0]}-{self.spans[-1][1]}"

    @property
    def names(self) -> tuple[str, ...]:
        """All names of an actor."""
        return (self.title, *self.fields.get("aliases", ()))


class Taken(NamedTuple):
    """What came of taking: the brief, the id of the entry, and the ids of the actors that were made along with it."""

    brief: Brief
    ident: str
    made: tuple[str, ...] = ()


def take(brief: Brief, proposal: Proposal, others: Iterable[Proposal] = ()) -> Taken:
    """The brief with the entry that a suggestion proposes.

    An actor that seems to be one of the brief gives that one its names and passages. Whoever did or said what is
    proposed is linked: an actor of the brief, or else the one among ``others``, which is taken along. A speaker whom
    neither knows becomes an actor if the article names one, and else stays in words. UsageError if the words are
    gone.
    """
    if proposal.kind == "actor":
        return Taken(*_take_actor(brief, proposal))
    known = {actor.id for actor in brief.actors}
    people = [other for other in others if other.kind == "actor"]
    linked = []
    for name in proposal.actors:
        brief, ident = _linked(brief, name, people)
        linked.append(ident)
    links: dict[str, Any] = {}
    if proposal.kind == "quote" and proposal.actors:
        if not linked[0] and proposal.speaker_at is not None and is_name(proposal.actors[0]):
            name = plain_case(proposal.actors[0])
            brief, linked[0] = add_entry(brief, "actor", [proposal.speaker_at], proposal.source, name=name)
        links = {"speaker": linked[0]} if linked[0] else {"speaker_text": proposal.actors[0]}
    elif proposal.kind != "quote":
        links = {"actors": tuple(dict.fromkeys(filter(None, linked)))}
    source, spans = proposal.passages[0]
    brief, ident = add_entry(brief, proposal.kind, spans, source, **proposal.fields, **links)
    made = tuple(actor.id for actor in brief.actors if actor.id not in known)
    return Taken(brief, ident, made)


def take_all(brief: Brief, proposals: Sequence[Proposal], others: Iterable[Proposal] = ()) -> Taken:
    """The brief with the entries that several suggestions propose; ``ident`` is that of the last."""
    taken, people, ident = brief, list(others), ""
    known = {actor.id for actor in brief.actors}
    for proposal in proposals:
        taken, ident, _ = take(taken, proposal, people)
    return Taken(taken, ident, tuple(actor.id for actor in taken.actors if actor.id not in known))


def as_kind(proposal: Proposal, kind: Kind, spans: Sequence[Span] = ()) -> Proposal:
    """The suggestion as another kind, or on other words of its source; what no longer fits is left out."""
    if kind == proposal.kind and tuple(spans or proposal.spans) == proposal.spans:
        return proposal
    source = proposal.source
    passages = ((source, tuple(spans or proposal.spans)),)
    if kind == "actor" or proposal.kind == "actor":
        return Proposal(kind, proposal.title, passages, proposal.why)
    fields = proposal.fields if kind == proposal.kind else {}
    fields = {name: value for name, value in fields.items() if name not in ("summary", "text")}
    actors = proposal.actors[:1] if kind == "quote" else proposal.actors
    return msgspec.structs.replace(proposal, kind=kind, passages=passages, fields=fields, actors=actors)


def dismiss(brief: Brief, proposals: Iterable[Proposal]) -> Brief:
    """The brief in which suggestions are turned down for good, in each article that they rest on."""
    known = set(brief.dismissed)
    new = [each for proposal in proposals for each in _dismissals(brief, proposal) if each not in known]
    return changed(brief, dismissed=(*brief.dismissed, *dict.fromkeys(new)))


def bring_back(brief: Brief, proposal: Proposal) -> Brief:
    """The brief in which a suggestion that was turned down is a suggestion again."""
    gone = set(_dismissals(brief, proposal))
    return changed(brief, dismissed=tuple(each for each in brief.dismissed if each not in gone))


def dismissal(brief: Brief, kind: Kind, title: str, source: str, spans: Sequence[Span]) -> Dismissed:
    """How a brief keeps that a suggestion was turned down: by its words, which outlive another text."""
    found = brief.source(source)
    if kind == "actor" or found is None:
        return Dismissed(kind, plain_name(title), source)
    words = JOIN.join(" ".join(found.text[start:end].split()) for start, end in spans)
    return Dismissed(kind, words, source)


def is_name(words: str) -> bool:
    """Whether who spoke is named, rather than described (“two officials”, “A ministry spokesman”)."""
    first, *others = plain_case(words).split() or [""]
    is_capital = first[:1].isupper() and first not in ("A", "An")
    return is_capital and (not others or any(word[:1].isupper() for word in others))


def plain_case(name: str) -> str:
    """A name without the article that a sentence begins with."""
    return " ".join(name.split()).removeprefix("The ").removeprefix("the ")


def _dismissals(brief: Brief, proposal: Proposal) -> Iterator[Dismissed]:
    for source, spans in proposal.passages:
        yield dismissal(brief, proposal.kind, proposal.title, source, spans)


def _take_actor(brief: Brief, proposal: Proposal) -> tuple[Brief, str]:
    known = brief.actor(proposal.add_to) or next(filter(None, (known_actor(brief, n) for n in proposal.names)), None)
    if known is None:
        (source, spans), *more = proposal.passages
        brief, ident = add_entry(brief, "actor", spans, source, name=proposal.title, **proposal.fields)
    else:
        ident, more = known.id, list(proposal.passages)
        brief = update_entry(brief, ident, **_missing(brief, ident, proposal))
    for source, spans in more:
        brief = add_evidence(brief, ident, source, spans)
    return brief, ident


def _missing(brief: Brief, ident: str, proposal: Proposal) -> dict[str, Any]:
    """What a known actor leaves empty of the suggestion's fields, and its names together with the suggestion's."""
    known = brief.actor(ident)
    assert known is not None
    fields = {name: value for name, value in proposal.fields.items() if name != "aliases"}
    missing = {name: value for name, value in fields.items() if getattr(known, name) in ("", "other")}
    seen = {plain_name(name) for name in (known.name, *known.aliases)}
    new = [name for name in dict.fromkeys(proposal.names) if plain_name(name) not in seen]
    return {**missing, "aliases": (*known.aliases, *new)} if new else missing


def _linked(brief: Brief, name: str, others: Sequence[Proposal]) -> tuple[Brief, str]:
    """The brief with the actor of this name, and its id; an empty one if nobody knows the name."""
    known = known_actor(brief, name)
    if known is not None:
        return brief, known.id
    sought = plain_name(name)
    by_title = (other for other in others if plain_name(other.title) == sought)
    by_alias = (other for other in others if sought in map(plain_name, other.names))
    found = next(by_title, None) or next(by_alias, None)
    return _take_actor(brief, found) if found is not None else (brief, "")
