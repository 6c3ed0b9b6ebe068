"""What is suggested: spans of the article with what they are taken for, and the reason.

All positions are code points of the text that was read. ``why`` is a short reason for the person, and never empty.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from briefer.text.spans import Span

QuoteKind = Literal["direct", "partial"]
ActorKind = Literal["person", "organisation", "state", "group", "other"]
ActionStatus = Literal["announced", "planned", "under way", "done", "halted", "denied", "unknown"]
StakeLevel = Literal["high", "medium", "low", "unset"]


class Quote(msgspec.Struct, frozen=True):
    """Attributed words, without their quotation marks.

    ``parts`` has one span where nothing interrupts them, else one a part; ``start`` and ``end`` are those of the
    first and the last. ``speaker`` is the full name, or the words that describe the speaker, and
    ``speaker_start`` to ``speaker_end`` the words nearest the quote that say so; -1 where nobody is named.
    """

    text: str
    start: int
    end: int
    parts: tuple[Span, ...] = ()
    speaker: str = ""
    speaker_start: int = -1
    speaker_end: int = -1
    kind: QuoteKind = "direct"
    why: str = ""


class Actor(msgspec.Struct, frozen=True):
    """Who acts or is acted on, once however often it is named. The span is that of the first mention."""

    name: str
    kind: ActorKind
    role: str = ""
    affiliation: str = ""
    aliases: tuple[str, ...] = ()
    start: int = -1
    end: int = -1
    mentions: tuple[Span, ...] = ()
    why: str = ""


class Action(msgspec.Struct, frozen=True):
    """A clause that tells what was done. ``actor`` is the name of an actor, or the words of the clause's subject."""

    text: str
    start: int
    end: int
    actor: str = ""
    verb: str = ""
    status: ActionStatus = "unknown"
    why: str = ""


class Stake(msgspec.Struct, frozen=True):
    """A clause that tells what may be gained or lost. ``actors`` are names of actors."""

    text: str
    start: int
    end: int
    actors: tuple[str, ...] = ()
    level: StakeLevel = "unset"
    why: str = ""


class Suggestions(msgspec.Struct, frozen=True):
    """All that is suggested for a text, in reading order; actors by rank."""

    text: str
    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    actions: tuple[Action, ...] = ()
    stakes: tuple[Stake, ...] = ()
