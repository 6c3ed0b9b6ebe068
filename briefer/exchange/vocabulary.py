"""What an annotation says and how: the W3C Web Annotation model, and the few names of our own beside it.

The model is https://www.w3.org/TR/annotation-model/. Our own names have the prefix ``briefer:``, which other
programs pass over.
"""

from __future__ import annotations

import uuid

from briefer.model.brief import ENTRY_TYPES, Brief
from briefer.model.entries import Action, Actor, Citable, Passage, Quote, Stake
from briefer.model.source import Source

ANNO = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = (ANNO, {"briefer": "urn:x-briefer:"})
OURS = "briefer:"
ENTRY = f"{OURS}Entry"
ENTRY_KIND = f"{OURS}entry"
KINDS = [*ENTRY_TYPES, "passage"]

_TEXTS = uuid.UUID("0b9c7d54-52ad-5c1c-9d0f-5f9c1b1d7a35")
_BRIEFS = uuid.UUID("c1d0a1de-6a0e-5b52-8a53-0f6b7f0b9b7e")


def kind_name(item: Citable) -> str:
    """The kind of an entry or passage as an annotation names it."""
    return type(item).__name__.lower()


def motivation(item: Citable) -> str:
    """Why the annotation was made, by the model's own list (section 3.3.5)."""
    match item:
        case Actor():
            return "identifying"
        case Action():
            return "describing"
        case Stake():
            return "assessing"
        case Quote():
            return "classifying"
        case Passage():
            return "highlighting"


def urn_of_brief(brief: Brief) -> str:
    """The name of a brief all over the world."""
    try:
        return uuid.UUID(hex=brief.id).urn
    except ValueError:
        return uuid.uuid5(_BRIEFS, brief.id).urn


def urn_of_text(source: Source) -> str:
    """The name of a source's very text: positions in it mean the same wherever it is met."""
    return uuid.uuid5(_TEXTS, source.text).urn


def address(source: Source) -> str:
    """What an annotation says that it is about: the address of the article, or else the name of its text."""
    return source.url or urn_of_text(source)
