"""Entries: filed from words of a source, described, ordered, taken out; and the passages that are only cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from briefer.edit.evidence import anchors_of
from briefer.edit.groups import (
    group_of,
    item_of,
    items_in,
    mapped_items,
    moved_item,
    next_id,
    with_item,
    with_new,
    without_item,
)
from briefer.edit.values import changed, checked, with_key
from briefer.errors import UsageError
from briefer.model.anchor import Anchor
from briefer.model.brief import ENTRY_TYPES, GROUPS, Brief, Kind, kind_of
from briefer.model.entries import JOIN, Action, Actor, Citable, Entry, Passage, Quote, Stake
from briefer.text.spans import Span

_REFERENCES = ("actors", "targets", "speaker")
_NOT_SET_HERE = frozenset(("id", "evidence"))


def add_entry(brief: Brief, kind: Kind, spans: Sequence[Span], source_id: str, /, **fields: Any) -> tuple[Brief, str]:
    """An entry that rests on these spans of a source, and its id.

    Unless ``fields`` say otherwise, its name, summary or text is made of the words: on one line for an actor, action
    or stake, as they stand for a quote, with ``JOIN`` between the parts. An actor whose name or alias the brief
    knows gets another passage (and what it leaves empty of ``fields``) instead of a second actor, and the id is
    that actor's. UsageError if a span holds no words or the source is not there; ``update_entry`` tells what
    else may be raised.
    """
    anchors = anchors_of(brief, source_id, spans, "supports")
    entry = ENTRY_TYPES[kind](id="", evidence=anchors)
    values = {_TITLES[kind]: _words(kind, anchors), **_values(brief, entry, fields)}
    if kind == "actor" and (known := known_actor(brief, values["name"])) is not None:
        return _filed_again(brief, known, anchors, values), known.id
    ident, last_ids = next_id(brief, kind)
    return with_new(brief, msgspec.structs.replace(entry, id=ident, **values), last_ids), ident


def add_empty_entry(brief: Brief, kind: Kind) -> tuple[Brief, str]:
    """An entry that rests on nothing yet and says nothing yet, to be described by hand, and its id."""
    ident, last_ids = next_id(brief, kind)
    return with_new(brief, ENTRY_TYPES[kind](id=ident), last_ids), ident


def add_passage(brief: Brief, source_id: str, spans: Sequence[Span]) -> tuple[Brief, str]:
    """A passage to be cited that is filed under no entry, and its id; the one that is there if it has these words."""
    return keep_passage(brief, anchors_of(brief, source_id, spans, "supports"))


def keep_passage(brief: Brief, anchors: tuple[Anchor, ...]) -> tuple[Brief, str]:
    """A passage with these anchors of the brief's own, and its id; the one that is there if it has them."""
    known = next((passage for passage in brief.passages if passage.evidence == anchors), None)
    if known is not None:
        return brief, known.id
    ident, last_ids = next_id(brief, "passage")
    return with_new(brief, Passage(ident, anchors), last_ids), ident


def update_entry(brief: Brief, ident: str, **fields: Any) -> Brief:
    """Other values for fields of an entry.

    TypeError for a field that it lacks (``id`` and ``evidence`` are not set here), ValueError for a value that the
    format does not know, UsageError for an actor, target or speaker that is no actor of the brief.
    """
    item = item_of(brief, ident)
    return with_item(brief, changed(item, **_values(brief, item, fields)))


def remove_entry(brief: Brief, ident: str) -> Brief:
    """The brief without an entry or passage. Its id is never given out again.

    An actor also goes from the actions and stakes that named it, and stays in quotes as a speaker in words.
    """
    item = item_of(brief, ident)
    brief = without_item(brief, ident)
    brief = set_portion_mark(brief, ident, "")
    return mapped_items(brief, lambda entry: _without_actor(entry, item)) if isinstance(item, Actor) else brief


def move_entry(brief: Brief, ident: str, index: int) -> Brief:
    """The entry at another place in its group, from 0; an index out of range means the nearer end."""
    return moved_item(brief, ident, index)


def duplicate_entry(brief: Brief, ident: str) -> tuple[Brief, str]:
    """The brief with a copy of an entry right after it, on the same evidence and as secret, and the copy's id.

    UsageError for a passage: the same words are cited once.
    """
    item = item_of(brief, ident)
    if isinstance(item, Passage):
        raise UsageError(f"“{ident}” is a cited passage and no note", "cite it again instead")
    group = group_of(item)
    copied, last_ids = next_id(brief, kind_of(item))
    index = items_in(brief, group).index(item)
    brief = with_new(brief, msgspec.structs.replace(item, id=copied), last_ids)
    return set_portion_mark(
        moved_item(brief, copied, index + 1), copied, brief.export.portion_marks.get(ident, "")
    ), copied


def set_portion_mark(brief: Brief, ident: str, mark: str) -> Brief:
    """Another portion mark for an entry or a section; an empty one takes it out."""
    marks = with_key(brief.export.portion_marks, ident, mark)
    return changed(brief, export=changed(brief.export, portion_marks=marks))


def filed_from(brief: Brief, kind: Kind, source_id: str, spans: Sequence[Span]) -> Entry | None:
    """The entry of a kind that rests on just these words and no others, if there is one; errors as ``add_entry``.

    For an actor it is enough if they are among its passages.
    """
    sought = [(anchor.source, anchor.start, anchor.end) for anchor in anchors_of(brief, source_id, spans, "supports")]
    for entry in items_in(brief, GROUPS[kind]):
        places = [(anchor.source, anchor.start, anchor.end) for anchor in entry.evidence]
        if isinstance(entry, Entry) and (places == sought or (kind == "actor" and set(sought) <= set(places))):
            return entry
    return None


def known_actor(brief: Brief, name: str) -> Actor | None:
    """The actor of this name, or else with this alias.

    Case, white space, the kind of apostrophe and a leading “the” do not count.
    """
    sought = plain_name(name)
    if not sought:
        return None
    by_name = (actor for actor in brief.actors if plain_name(actor.name) == sought)
    by_alias = (actor for actor in brief.actors if sought in map(plain_name, actor.aliases))
    return next(by_name, None) or next(by_alias, None)


_TITLES: dict[Kind, str] = {"actor": "name", "action": "summary", "stake": "summary", "quote": "text"}


def _words(kind: Kind, anchors: Sequence[Anchor]) -> str:
    if kind == "quote":
        return JOIN.join(anchor.exact for anchor in anchors)
    parts = [" ".join(anchor.exact.split()) for anchor in anchors]
    return parts[0] if kind == "actor" else JOIN.join(parts)


def plain_name(name: str) -> str:
    """A name as it is compared with others."""
    plain = " ".join(name.replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def _filed_again(brief: Brief, known: Actor, anchors: tuple[Anchor, ...], values: dict[str, Any]) -> Brief:
    """The actor with further passages, and with what it leaves empty of the values."""
    empty = Actor(id="")
    missing = {name: value for name, value in values.items() if getattr(known, name) == getattr(empty, name)}
    evidence = tuple(dict.fromkeys((*known.evidence, *anchors)))
    return with_item(brief, changed(known, **missing, evidence=evidence))


def _values(brief: Brief, item: Citable, fields: dict[str, Any]) -> dict[str, Any]:
    values = checked(item, fields, frozenset(item.__struct_fields__) - _NOT_SET_HERE)
    actors = {actor.id for actor in brief.actors}
    for name in _REFERENCES:
        named = values.get(name, ())
        for ident in (named,) if isinstance(named, str) else named:
            if ident and ident not in actors:
                raise UsageError(f"There is no actor “{ident}” in this brief", "choose one of its actors")
    return values


def _without_actor(entry: Entry, actor: Actor) -> Entry:
    match entry:
        case Action():
            return changed(entry, actors=_others(entry.actors, actor), targets=_others(entry.targets, actor))
        case Stake():
            return changed(entry, actors=_others(entry.actors, actor))
        case Quote() if entry.speaker == actor.id:
            return changed(entry, speaker="", speaker_text=actor.name or entry.speaker_text)
        case _:
            return entry


def _others(idents: tuple[str, ...], actor: Actor) -> tuple[str, ...]:
    return tuple(ident for ident in idents if ident != actor.id)
