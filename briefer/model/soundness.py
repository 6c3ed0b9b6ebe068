"""Whether a brief holds together: what the types of its fields cannot say.

Reading a file ends here, and the test of an edit may: a function from brief to brief keeps a sound brief sound.
The cost is linear in the size of the brief.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from briefer.model.anchor import CONTEXT, Anchor
from briefer.model.brief import ID_LETTERS, Brief
from briefer.model.entries import Citable
from briefer.model.source import Source


class Problem(msgspec.Struct, frozen=True):
    """Something in a brief that cannot be so. ``place`` is a path in its file: ``$.actors[0].evidence[1]``."""

    place: str
    message: str


def problems(brief: Brief) -> Iterator[Problem]:
    """All that is unsound in a brief; nothing if it is sound."""
    yield from _times(brief)
    yield from _ids(brief)
    yield from _references(brief)
    for index, source in enumerate(brief.sources):
        yield from _source(source, f"$.sources[{index}]")
    yield from _anchors(brief)


def _times(brief: Brief) -> Iterator[Problem]:
    for key, value in (("created", brief.created), ("modified", brief.modified)):
        if value and not _is_utc_time(value):
            yield Problem(f"$.{key}", f"“{value}” is no time of the form 2026-11-22T09:30:00Z")


def _is_utc_time(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).strftime("%Y-%m-%dT%H:%M:%SZ") == value
    except ValueError:
        return False


# Ids and what refers to them

_LETTERS = {f"{kind}s": letter for kind, letter in ID_LETTERS.items()}
"""Key of the file → first letter of the ids under it."""

_NUMBER = re.compile("[1-9][0-9]{0,8}")
_HIGHEST = 999_999_999


def _ids(brief: Brief) -> Iterator[Problem]:
    for letter, last in brief.last_ids.items():
        if letter not in _LETTERS.values():
            yield Problem("$.last_ids", f"no id begins with “{letter}”")
        elif not 0 <= last <= _HIGHEST:
            yield Problem(f"$.last_ids.{letter}", f"{last} is no number of an id")
    for group, letter in _LETTERS.items():
        last, seen = brief.last_ids.get(letter, 0), set()
        for index, item in enumerate(_items(brief, group)):
            ident = item.id
            if ident[:1] != letter or not _NUMBER.fullmatch(ident, 1):
                message = f"“{ident}” is no id of this kind, which is “{letter}” and a number"
                yield Problem(f"$.{group}[{index}].id", message)
            elif ident in seen:
                yield Problem(f"$.{group}[{index}].id", f"the id “{ident}” is given twice")
            elif int(ident[1:]) > last:
                yield Problem(f"$.last_ids.{letter}", f"{last} is lower than the id “{ident}”")
            seen.add(ident)


def _items(brief: Brief, group: str) -> tuple[Source | Citable, ...]:
    items: tuple[Source | Citable, ...] = getattr(brief, group)
    return items


def _references(brief: Brief) -> Iterator[Problem]:
    known = {actor.id for actor in brief.actors}
    named = [
        *(("actions", "actors", index, action.actors) for index, action in enumerate(brief.actions)),
        *(("actions", "targets", index, action.targets) for index, action in enumerate(brief.actions)),
        *(("stakes", "actors", index, stake.actors) for index, stake in enumerate(brief.stakes)),
    ]
    for group, key, index, idents in named:
        for number, ident in enumerate(idents):
            if ident not in known:
                yield Problem(f"$.{group}[{index}].{key}[{number}]", f"there is no actor “{ident}”")
    for index, quote in enumerate(brief.quotes):
        if quote.speaker and quote.speaker not in known:
            yield Problem(f"$.quotes[{index}].speaker", f"there is no actor “{quote.speaker}”")


# Sources and the words in them

_LINE_ENDS = ("\r", "\u2028", "\u2029")


def _source(source: Source, place: str) -> Iterator[Problem]:
    if not unicodedata.is_normalized("NFC", source.text):
        yield Problem(f"{place}.text", "the text is not in the composed form of Unicode (NFC)")
    if any(end in source.text for end in _LINE_ENDS):
        yield Problem(f"{place}.text", "the text has line ends other than \\n")
    before = 0
    for index, heading in enumerate(source.headings):
        where = f"{place}.headings[{index}]"
        if not before <= heading.start < heading.end <= len(source.text):
            yield Problem(where, f"{heading.start} to {heading.end} lies outside the text, or not after the last one")
        if not 1 <= heading.level <= 6:
            yield Problem(f"{where}.level", f"{heading.level} is no level from 1 to 6")
        before = heading.end
    for index, fix in enumerate(source.fixes):
        if not 0 <= fix.count <= _HIGHEST:
            yield Problem(f"{place}.fixes[{index}].count", f"{fix.count} is no number of places")


def _anchors(brief: Brief) -> Iterator[Problem]:
    texts = {source.id: source.text for source in brief.sources}
    for group in _LETTERS:
        for index, item in enumerate(_items(brief, group)):
            if isinstance(item, Source):
                break
            for number, anchor in enumerate(item.evidence):
                message = _misplaced(anchor, texts)
                if message:
                    yield Problem(f"$.{group}[{index}].evidence[{number}]", message)


def _misplaced(anchor: Anchor, texts: Mapping[str, str]) -> str:
    """What is wrong with an anchor in a sentence, or nothing."""
    text = texts.get(anchor.source)
    if text is None:
        return f"there is no source “{anchor.source}”"
    if not 0 <= anchor.start <= anchor.end <= len(text):
        return f"{anchor.start} to {anchor.end} lies outside the text of {anchor.source}, which ends at {len(text)}"
    if not anchor.exact:
        return "it has no words"
    if not anchor.lost and text[anchor.start : anchor.end] != anchor.exact:
        return f"the words at {anchor.start} to {anchor.end} of {anchor.source} are not those of “exact”"
    if len(anchor.prefix) > CONTEXT or len(anchor.suffix) > CONTEXT:
        return f"“prefix” or “suffix” is longer than {CONTEXT} characters"
    return ""
