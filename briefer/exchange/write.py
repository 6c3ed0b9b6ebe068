"""A brief's entries and passages → Web Annotations in JSON-LD, for other programs and for other briefs."""

from __future__ import annotations

from typing import Any

import msgspec

from briefer.exchange.vocabulary import (
    CONTEXT,
    ENTRY,
    ENTRY_KIND,
    OURS,
    address,
    kind_name,
    motivation,
    urn_of_brief,
    urn_of_text,
)
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.entries import Citable, Passage, title_of
from briefer.model.source import Source

_Json = dict[str, Any]

_REFERENCES = ("actors", "targets", "speaker")


def write_annotations(brief: Brief, *, notes: bool = False) -> bytes:
    """One annotation an entry or passage, in the order of the notes; equal bytes for equal briefs.

    Each names its evidence by quote and by position (code points of the cleaned text), says in words what it is,
    and carries the fields of its entry. ``notes`` adds the analyst's own, which are else nobody's business.
    """
    name = urn_of_brief(brief)
    places = {source.id: _Place(source) for source in brief.sources}
    items = [_annotation(item, name, places, notes=notes) for item in brief.citables()]
    collection: _Json = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": brief.title,
        "total": len(items),
        "first": {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return msgspec.json.format(msgspec.json.encode(collection), indent=2) + b"\n"


class _Place:
    """A source as the target of annotations."""

    def __init__(self, source: Source) -> None:
        self.text = urn_of_text(source)
        told = {"dc:title": source.title, "dc:creator": source.author, "dc:publisher": source.publisher}
        told["dc:date"] = source.published
        self.source = {"id": address(source), "type": "Text", **{key: said for key, said in told.items() if said}}


def _annotation(item: Citable, brief: str, places: dict[str, _Place], *, notes: bool) -> _Json:
    return {
        "id": f"{brief}#{item.id}",
        "type": "Annotation",
        "motivation": motivation(item),
        "body": _bodies(item, brief, notes=notes),
        "target": [_target(anchor, places[anchor.source]) for anchor in item.evidence] or brief,
    }


def _bodies(item: Citable, brief: str, *, notes: bool) -> list[_Json]:
    bodies: list[_Json] = [{"type": "TextualBody", "purpose": "tagging", "value": kind_name(item)}]
    if not isinstance(item, Passage):
        said = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": title_of(item)}
        bodies.insert(0, said)
    return [*bodies, {"type": ENTRY, ENTRY_KIND: kind_name(item), **_fields(item, brief, notes=notes)}]


def _fields(item: Citable, brief: str, *, notes: bool) -> _Json:
    empty = type(item)(id="")
    left_out = {"id", "evidence"} | (set() if notes else {"notes"})
    fields: _Json = {}
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if name in left_out or value == getattr(empty, name):
            continue
        if name in _REFERENCES:
            value = f"{brief}#{value}" if isinstance(value, str) else [f"{brief}#{ident}" for ident in value]
        fields[OURS + name] = value
    return fields


def _target(anchor: Anchor, place: _Place) -> _Json:
    quote = {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    against = {f"{OURS}stance": anchor.stance} if anchor.stance != "supports" else {}
    return {
        "type": "SpecificResource",
        "source": place.source,
        "selector": [quote, position],
        f"{OURS}text": place.text,
        **against,
    }
