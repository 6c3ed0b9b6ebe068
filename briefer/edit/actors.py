"""Two actors that are one: merged, with all that refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefer.edit.entries import plain_name, set_portion_mark
from briefer.edit.groups import item_of, mapped_items, with_item, without_item
from briefer.edit.values import changed
from briefer.errors import UsageError
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.entries import Action, Actor, Entry, Quote, Stake

_FILLED = ("kind", "role", "affiliation", "stance")


def merge_actors(brief: Brief, kept: str, gone: str) -> Brief:
    """The brief in which two actors, by id, are one.

    The one that stays takes over the other's passages, its name and aliases as aliases, its notes after its own, and
    what it leaves empty of the other fields. Who named the other names it, once: actions, stakes, quotes, and the
    citations in sections and taken-over parts. UsageError if either is no actor, if both are the same one, or if
    they bear different portion marks, of which none may be lowered.
    """
    one, other = _actor(brief, kept), _actor(brief, gone)
    if one is other:
        raise UsageError(f"“{one.name}” cannot be merged with itself", "choose another actor")
    marks = [mark for mark in map(brief.export.portion_marks.get, (kept, gone)) if mark]
    if len(set(marks)) > 1:
        message = f"“{one.name}” is marked {marks[0]} and “{other.name}” {marks[1]}"
        raise UsageError(message, "give both the same portion mark first")
    brief = without_item(with_item(brief, _merged(one, other)), gone)
    brief = mapped_items(brief, lambda entry: _renamed(entry, gone, kept))
    brief = set_portion_mark(set_portion_mark(brief, gone, ""), kept, "".join(marks[:1]))
    brief = changed(brief, sections=_recited(brief.sections, gone, kept))
    return changed(brief, taken_over=_recited(brief.taken_over, gone, kept))


def _actor(brief: Brief, ident: str) -> Actor:
    item = item_of(brief, ident)
    if not isinstance(item, Actor):
        raise UsageError(f"“{ident}” is no actor", "choose two actors to merge")
    return item


def _merged(one: Actor, other: Actor) -> Actor:
    empty = Actor(id="")
    filled: dict[str, Any] = {
        name: getattr(other, name) for name in _FILLED if getattr(one, name) == getattr(empty, name)
    }
    name = one.name if one.name.strip() else other.name
    notes = dict.fromkeys(note for note in (one.notes, other.notes) if note.strip())
    return changed(
        one,
        **filled,
        name=name,
        aliases=(*one.aliases, *_new_names(name, one, other)),
        notes="\n\n".join(notes),
        evidence=(*one.evidence, *_new_passages(one, other)),
    )


def _new_names(name: str, one: Actor, other: Actor) -> Iterator[str]:
    known = {"", *map(plain_name, (name, *one.aliases))}
    for alias in (other.name, *other.aliases):
        if plain_name(alias) not in known:
            known.add(plain_name(alias))
            yield alias


def _new_passages(one: Actor, other: Actor) -> Iterator[Anchor]:
    """The passages of the other in words that the one does not rest on."""
    known = {(anchor.source, anchor.start, anchor.end, anchor.exact) for anchor in one.evidence}
    for anchor in other.evidence:
        if (anchor.source, anchor.start, anchor.end, anchor.exact) not in known:
            yield anchor


def _renamed(entry: Entry, gone: str, kept: str) -> Entry:
    match entry:
        case Action():
            return changed(
                entry, actors=_others(entry.actors, gone, kept), targets=_others(entry.targets, gone, kept)
            )
        case Stake():
            return changed(entry, actors=_others(entry.actors, gone, kept))
        case Quote() if entry.speaker == gone:
            return changed(entry, speaker=kept)
        case _:
            return entry


def _others(idents: tuple[str, ...], gone: str, kept: str) -> tuple[str, ...]:
    if gone not in idents:
        return idents
    return tuple(dict.fromkeys(kept if ident == gone else ident for ident in idents))


def _recited(texts: dict[str, str], gone: str, kept: str) -> dict[str, str]:
    from briefer.text.citations import recited

    return {key: recited(text, gone, kept) for key, text in texts.items()}
