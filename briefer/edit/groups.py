"""Ids, and the groups of a brief in which entries and passages stand: found, replaced, taken out, put in."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import Any, Literal, TypeAlias, TypeVar

import msgspec

from briefer.edit.values import changed
from briefer.errors import UsageError
from briefer.model.anchor import Anchor
from briefer.model.brief import GROUPS, ID_LETTERS, Brief, Kind, kind_of
from briefer.model.entries import Citable, Entry, Passage

AnyGroup: TypeAlias = Literal["actors", "actions", "stakes", "quotes", "passages"]
CITED: tuple[AnyGroup, ...] = ("actors", "actions", "stakes", "quotes", "passages")
"""The keys of a brief under which evidence stands."""

CitableT = TypeVar("CitableT", bound=Citable)


def next_id(brief: Brief, kind: Kind | Literal["passage", "source"]) -> tuple[str, dict[str, int]]:
    """An id that this brief has never had, and the ``last_ids`` that remember it."""
    letter = ID_LETTERS[kind]
    number = brief.last_ids.get(letter, 0) + 1
    return f"{letter}{number}", {**brief.last_ids, letter: number}


def item_of(brief: Brief, ident: str) -> Citable:
    """The entry or passage of this id; UsageError if there is none."""
    item = brief.citable(ident)
    if item is None:
        raise UsageError(f"There is no entry “{ident}” in this brief", "choose one of its notes")
    return item


def group_of(item: Citable) -> AnyGroup:
    """The key of a brief under which an item of this kind stands."""
    return "passages" if isinstance(item, Passage) else GROUPS[kind_of(item)]


def items_in(brief: Brief, group: AnyGroup) -> tuple[Citable, ...]:
    """The entries or passages of a group, in its order."""
    items: tuple[Citable, ...] = getattr(brief, group)
    return items


def with_item(brief: Brief, item: Citable) -> Brief:
    """The brief with the item in place of that of the same id; the same object if it is the same."""
    group = group_of(item)
    items = items_in(brief, group)
    index = next(index for index, old in enumerate(items) if old.id == item.id)
    if items[index] is item:
        return brief
    return _with_group(brief, group, (*items[:index], item, *items[index + 1 :]))


def with_new(brief: Brief, item: Citable, last_ids: dict[str, int]) -> Brief:
    """The brief with another item at the end of its group."""
    group = group_of(item)
    fields: dict[str, Any] = {group: (*items_in(brief, group), item), "last_ids": last_ids}
    return msgspec.structs.replace(brief, **fields)


def without_item(brief: Brief, ident: str) -> Brief:
    """The brief without the item of this id."""
    group = group_of(item_of(brief, ident))
    return _with_group(brief, group, tuple(item for item in items_in(brief, group) if item.id != ident))


def moved_item(brief: Brief, ident: str, index: int) -> Brief:
    """The brief with the item at another place in its group; an index out of range means the nearer end."""
    item = item_of(brief, ident)
    group = group_of(item)
    items = items_in(brief, group)
    rest = [other for other in items if other is not item]
    rest.insert(max(0, index), item)
    return brief if all(map(is_, rest, items)) else _with_group(brief, group, tuple(rest))


def mapped_items(brief: Brief, function: Callable[[Entry], Entry]) -> Brief:
    """The brief with each entry replaced by what the function gives for it; identity is kept where it is kept."""
    for group in GROUPS.values():
        items: tuple[Entry, ...] = getattr(brief, group)
        made = tuple(map(function, items))
        if not all(map(is_, made, items)):
            brief = _with_group(brief, group, made)
    return brief


def mapped_anchors(brief: Brief, source_id: str, function: Callable[[Anchor], Anchor | None]) -> Brief:
    """The brief with each anchor in a source replaced by what the function gives for it; None takes it out.

    A passage that has no words left goes, because it has nothing else. Identity is kept where it is kept.
    """
    for group in CITED:
        items = items_in(brief, group)
        made = [_with_mapped_anchors(item, source_id, function) for item in items]
        if not all(map(is_, made, items)):
            kept = tuple(item for item in made if item.evidence or not isinstance(item, Passage))
            brief = _with_group(brief, group, kept)
    return brief


def _with_mapped_anchors(item: CitableT, source_id: str, function: Callable[[Anchor], Anchor | None]) -> CitableT:
    made: list[Anchor] = []
    same = True
    for anchor in item.evidence:
        mapped = function(anchor) if anchor.source == source_id else anchor
        same = same and mapped is anchor
        if mapped is not None:
            made.append(mapped)
    return item if same else msgspec.structs.replace(item, evidence=tuple(made))


def with_evidence(brief: Brief, item: Citable, evidence: tuple[Anchor, ...]) -> Brief:
    """The brief with other evidence for an item; a passage without any goes."""
    if not evidence and isinstance(item, Passage):
        return without_item(brief, item.id)
    return with_item(brief, changed(item, evidence=evidence))


def _with_group(brief: Brief, group: AnyGroup, items: tuple[Citable, ...]) -> Brief:
    fields: dict[str, Any] = {group: items}
    return msgspec.structs.replace(brief, **fields)
