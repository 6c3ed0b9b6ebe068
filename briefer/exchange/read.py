"""Web Annotations in JSON-LD, and exports of Hypothesis, read as data from a stranger: bounded, and by type.

Understood are an annotation, a list of them, a page or collection of the W3C model, and the ``rows`` of Hypothesis.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from briefer.errors import DataError
from briefer.exchange.vocabulary import ENTRY, ENTRY_KIND, KINDS, OURS
from briefer.model.anchor import Stance

LIMIT = 8 * 1024 * 1024
"""Bytes that a file of annotations may have."""

MOST = 5_000
"""Annotations taken from one file."""

MOST_TARGETS = 100
_LONGEST = 100_000
_LISTS = ("items", "rows", "annotations", "first", "@graph")


class Target(NamedTuple):
    """The words that an annotation is about. ``start`` is -1 where it gives no position."""

    source: str = ""
    title: str = ""
    text: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    end: int = -1
    stance: Stance = "supports"


class Note(NamedTuple):
    """One annotation; ``fields`` are those of an entry of ours, None for anybody else's."""

    ident: str
    targets: tuple[Target, ...]
    comments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kind: str = ""
    fields: dict[str, Any] | None = None

    @property
    def words(self) -> str:
        """By what a person knows it again: its words, else its comment, else its id."""
        said = next((target.exact for target in self.targets if target.exact.strip()), "")
        return said or next(iter(self.comments), "") or self.ident


def read_annotations(data: bytes) -> list[Note]:
    """The annotations in the bytes of a file; DataError if there are none, too many, or if it is no JSON."""
    if len(data) > LIMIT:
        raise DataError(f"it has {len(data):,} bytes, and annotations may have {LIMIT:,}", "divide it into several")
    try:
        content = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise DataError("it is no JSON", "export the annotations as JSON-LD, and try that file") from None
    found = list(_annotations(content))
    if not found:
        raise DataError("it holds no annotations", "export the annotations as JSON-LD, and try that file")
    if len(found) > MOST:
        raise DataError(f"it holds {len(found):,} annotations, and {MOST:,} are the most", "divide it into several")
    return [_note(each) for each in found]


def _annotations(content: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        yield from (each for each in content if isinstance(each, dict) and _is_annotation(each))
    elif isinstance(content, dict) and _is_annotation(content):
        yield content
    elif isinstance(content, dict) and depth < len(_LISTS):
        for name in _LISTS:
            yield from _annotations(content.get(name), depth + 1)


def _is_annotation(each: dict[str, Any]) -> bool:
    return "target" in each or "uri" in each


def _note(each: dict[str, Any]) -> Note:
    page = _text(each.get("uri"))
    title = next((_text(said) for said in _many(_dict(each.get("document")).get("title"))), "")
    listed = _many(each.get("target"))[: MOST_TARGETS + 1]
    targets = tuple(_target(target, page, title) for target in listed)
    comments = [_text(each.get("text")), _text(each.get("bodyValue"))]
    tags = [_text(tag) for tag in _many(each.get("tags"))]
    kind = ""
    fields: dict[str, Any] | None = None
    for body in _many(each.get("body")):
        if isinstance(body, str):
            comments.append(_text(body))
        elif ENTRY in _many(_dict(body).get("type")) and body.get(ENTRY_KIND) in KINDS:
            kind = body[ENTRY_KIND]
            own = (key for key in body if key.startswith(OURS) and key != ENTRY_KIND)
            fields = {key.removeprefix(OURS): body[key] for key in own}
        elif said := _text(_dict(body).get("value")):
            (tags if "tagging" in _many(body.get("purpose")) else comments).append(said)
    ident = _text(each.get("id") or each.get("@id"))
    return Note(ident, targets, _said(comments), _said(tags), kind, fields)


def _said(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _target(target: Any, page: str, title: str) -> Target:
    if isinstance(target, str):
        return Target(_text(target), title)
    target = _dict(target)
    source = target.get("source") or target.get("id") or page
    named = _dict(source)
    address = _text(source) or _text(named.get("id") or named.get("@id"))
    made = Target(address, _text(named.get("dc:title")) or title, _text(target.get(f"{OURS}text")))
    if target.get(f"{OURS}stance") == "contradicts":
        made = made._replace(stance="contradicts")
    for selector in map(_dict, _many(target.get("selector"))):
        match selector.get("type"):
            case "TextQuoteSelector":
                exact, prefix, suffix = (_text(selector.get(name)) for name in ("exact", "prefix", "suffix"))
                made = made._replace(exact=exact, prefix=prefix, suffix=suffix)
            case "TextPositionSelector":
                made = made._replace(start=_count(selector.get("start")), end=_count(selector.get("end")))
    return made


def _many(value: Any) -> list[Any]:
    """What may be one or several, as the model allows everywhere."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value[:_LONGEST] if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else -1
