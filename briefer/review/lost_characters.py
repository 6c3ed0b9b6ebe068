"""Characters that no memo can keep: what XML forbids, and what U+FFFD stands for since an earlier step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefer.model.brief import Brief
from briefer.model.entries import Citable
from briefer.text.escape import xml_safe

_WORD = re.compile("\\w{0,40}\ufffd[\\w\ufffd]{0,40}")
_OF_SOURCES = ("title", "author", "publisher", "published", "accessed", "url")
_NEVER_SHOWN = ("id", "notes")


class Lost(NamedTuple):
    """Words with lost characters: where they are, as ``Finding`` has it, the first of them, and the number of all.

    Those in the details of a source, which are of the whole memo, are at the id of the source.
    """

    where: str
    words: str
    number: int


def lost_characters(brief: Brief) -> Iterator[Lost]:
    """All that may reach a memo with a character lost, each place once."""
    yield from _found("memo", [brief.title])
    for group, texts in (("header", brief.header), ("sections", brief.sections)):
        for ident, text in texts.items():
            yield from _found(f"{group}.{ident}", [text])
    for item in brief.citables():
        yield from _found(item.id, _texts(item))
    for source in brief.sources:
        yield from _found(source.id, [getattr(source, key) for key in _OF_SOURCES])


def _found(where: str, texts: Iterable[str]) -> Iterator[Lost]:
    words = [word for text in texts for word in _WORD.findall(xml_safe(text))]
    if words:
        yield Lost(where, words[0], len(words))


def _texts(item: Citable) -> Iterator[str]:
    """The words of an entry, and those that it rests on."""
    for key in item.__struct_fields__:
        value = getattr(item, key)
        if isinstance(value, str) and key not in _NEVER_SHOWN:
            yield value
    yield from (anchor.exact for anchor in item.evidence)
