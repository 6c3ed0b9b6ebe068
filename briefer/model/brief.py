"""Brief: the one value that everything works on. An edit gives another brief; nothing changes in place.

The structs are the ``.brief`` format 1: field order is key order in the file, and a new field means a new
format number. The dicts in it are never changed either: an edit makes a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from briefer.model.anchor import Anchor
from briefer.model.entries import Action, Actor, Citable, Entry, Passage, Quote, Stake
from briefer.model.source import Source

FORMAT = 1

Kind: TypeAlias = Literal["actor", "action", "stake", "quote"]
Group: TypeAlias = Literal["actors", "actions", "stakes", "quotes"]

GROUPS: dict[Kind, Group] = {"actor": "actors", "action": "actions", "stake": "stakes", "quote": "quotes"}
ENTRY_TYPES: dict[Kind, type[Entry]] = {"actor": Actor, "action": Action, "stake": Stake, "quote": Quote}
ID_LETTERS: dict[Kind | Literal["passage", "source"], str] = {
    "actor": "a", "action": "x", "stake": "k", "quote": "q", "passage": "p", "source": "s",
}  # fmt: skip


class ExportChoices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What this brief's exports look like; empty ``citations`` means the template's own."""

    citations: Literal["", "footnotes", "inline", "endlist", "none"] = ""
    annexes: tuple[Literal["quotations", "sources", "passages"], ...] = ()
    portion_marks: dict[str, str] = {}


class Dismissed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A suggestion that was turned down for good."""

    kind: Kind
    exact: str
    source: str


class Left(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that was left as it is, with the reason."""

    code: str
    where: str
    reason: str


class Brief(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A briefing note in the making: sources, what was taken from them, and what a person wrote.

    ``header`` and ``sections`` are keyed by the ids of the template's fields; keys that the template lacks
    are kept. Sections are Markdown with citations ``[@ID]``; all other text is plain. ``last_ids`` holds the
    highest number given out for each id letter, because an id is never used again in a brief.
    """

    format: int
    id: str
    title: str = ""
    created: str = ""
    modified: str = ""
    language: str = "en-GB"
    template: str = "information-note"
    header: dict[str, str] = {}
    sections: dict[str, str] = {}
    taken_over: dict[str, str] = {}
    passages: tuple[Passage, ...] = ()
    export: ExportChoices = ExportChoices()
    dismissed: tuple[Dismissed, ...] = ()
    left: tuple[Left, ...] = ()
    last_ids: dict[str, int] = {}
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    actions: tuple[Action, ...] = ()
    stakes: tuple[Stake, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """All actors, actions, stakes and quotes, in that order."""
        yield from self.actors
        yield from self.actions
        yield from self.stakes
        yield from self.quotes

    def citables(self) -> Iterator[Citable]:
        """All that ``[@ID]`` may name: the entries, then the passages."""
        yield from self.entries()
        yield from self.passages

    def citable(self, ident: str) -> Citable | None:
        """The entry or passage of this id, if there is one."""
        return next((item for item in self.citables() if item.id == ident), None)

    def source(self, ident: str) -> Source | None:
        """The source of this id, if there is one."""
        return next((source for source in self.sources if source.id == ident), None)

    def actor(self, ident: str) -> Actor | None:
        """The actor of this id, if there is one."""
        return next((actor for actor in self.actors if actor.id == ident), None)


EVIDENCE_LOST = "evidence-lost"
"""The code of the finding that words of a passage are no longer in their source."""


def left_place(where: str, about: str) -> str:
    """How ``left`` names what a finding is about: by its place, and the words that tell it from others there."""
    return f"{where}: {about}" if about else where


def lost_place(ident: str, anchor: Anchor) -> str:
    """How ``left`` names the passage of an entry whose words are gone: by the entry's id and the words."""
    return left_place(ident, anchor.exact)


def kept_lost(brief: Brief) -> frozenset[str]:
    """The lost passages that somebody has looked at and left as they are, as ``lost_place`` names them."""
    return frozenset(left.where for left in brief.left if left.code == EVIDENCE_LOST)


def kind_of(entry: Entry) -> Kind:
    """The kind of an entry, as files and messages name it."""
    return next(kind for kind, type_ in ENTRY_TYPES.items() if isinstance(entry, type_))


def speaker_of(brief: Brief, quote: Quote) -> str:
    """Who said it, in words: the actor's name, else what was typed, else nothing."""
    actor = brief.actor(quote.speaker)
    return actor.name if actor else quote.speaker_text
