"""The four kinds of entry, and the passage: what an analyst takes from a source.

Each keeps the anchors of the words it rests on. ``notes`` are the analyst's own and never exported
unless a draft asks for them. Text is plain: no Markdown, no template code.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from briefer.model.anchor import Anchor

ActorKind = Literal["person", "organisation", "state", "group", "other"]
ActionStatus = Literal["announced", "planned", "under way", "done", "halted", "denied", "unknown"]
StakeKind = Literal["economic", "security", "political", "legal", "social", "reputation", "other"]
StakeLevel = Literal["high", "medium", "low", "unset"]


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who acts or is acted on. ``affiliation`` is text: the institution may be no entry of its own."""

    id: str
    name: str = ""
    kind: ActorKind = "other"
    role: str = ""
    affiliation: str = ""
    stance: str = ""
    aliases: tuple[str, ...] = ()
    notes: str = ""
    evidence: tuple[Anchor, ...] = ()


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was done. ``actors`` did it to ``targets`` (ids of actors); ``date`` as the source writes it."""

    id: str
    summary: str = ""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    date: str = ""
    status: ActionStatus = "unknown"
    notes: str = ""
    evidence: tuple[Anchor, ...] = ()


class Stake(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may be gained or lost, by whom (ids of actors), and how much it matters."""

    id: str
    summary: str = ""
    actors: tuple[str, ...] = ()
    kind: StakeKind = "other"
    level: StakeLevel = "unset"
    horizon: str = ""
    notes: str = ""
    evidence: tuple[Anchor, ...] = ()


class Quote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was said. One anchor a part: a quotation interrupted by its attribution has two.

    ``text`` shows each join of parts as ``JOIN``. ``speaker`` is the id of an actor; where there is none,
    ``speaker_text`` names the speaker in words.
    """

    id: str
    text: str = ""
    speaker: str = ""
    speaker_text: str = ""
    date: str = ""
    context: str = ""
    notes: str = ""
    evidence: tuple[Anchor, ...] = ()


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words cited in the memo that are filed under no entry."""

    id: str
    evidence: tuple[Anchor, ...] = ()


JOIN = " … "
"""How a quote's text shows the place where its attribution interrupts it."""

Entry: TypeAlias = Actor | Action | Stake | Quote
Citable: TypeAlias = Entry | Passage


def title_of(entry: Citable) -> str:
    """The words that stand for an entry in a list: its name, summary or text; a passage's own words."""
    match entry:
        case Actor():
            return entry.name
        case Action() | Stake():
            return entry.summary
        case Quote():
            return entry.text
        case Passage():
            return JOIN.join(anchor.exact for anchor in entry.evidence)
