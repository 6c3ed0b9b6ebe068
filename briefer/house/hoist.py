"""Tags that act upon a paragraph, a row or a cell move out of it, to where they stand before or after it.

What else such a paragraph, row or cell holds stays, where docxtpl would drop it without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefer.house.cells import mark_columns
from briefer.house.joining import Joiner, Token
from briefer.house.marks import PLACEHOLDER
from briefer.office.names import w
from briefer.office.xml import remove, text_before
from briefer.templates.problems import Problem

if TYPE_CHECKING:
    from lxml import etree

_PLACES = {"tr": ("table row", "a row of a table"), "tc": ("table cell", "a cell of a table")}
_SOLID = tuple(w(name) for name in "drawing pict object sym sectPr footnoteReference endnoteReference tbl".split())


def hoist(root: etree._Element, joiner: Joiner) -> list[Problem]:
    """Move the tags of a tree; what cannot be moved is a problem."""
    problems: list[Problem] = []
    for prefix in ("tr", "tc", "p"):
        for container in _containers(root, joiner, prefix, problems):
            _move(container, joiner, prefix)
    return problems


def _containers(root: etree._Element, joiner: Joiner, prefix: str, problems: list[Problem]) -> list[etree._Element]:
    """The paragraphs, rows or cells that hold tags of theirs."""
    found: dict[etree._Element, None] = {}
    for text in root.iter(w("t")):
        for token in joiner.tokens(text.text):
            if token.tag.prefix != prefix or token.tag.mark == "{{":
                continue
            container = next(text.iterancestors(w(prefix)), None)
            if container is None:
                name, place = _PLACES[prefix]
                message = f"{{%{prefix} ... %}} acts upon a {name}, and stands in none"
                problems.append(joiner.problem(token.spot, message, f"put it in {place}, or write {{%p ... %}}"))
            else:
                found[container] = None
    return list(found)


def _move(container: etree._Element, joiner: Joiner, prefix: str) -> None:
    if prefix == "tc":
        mark_columns(container)
    texts = list(container.iter(w("t")))
    own = {text for text in texts if next(text.iterancestors(w(prefix)), None) is container}
    if any(_moves(token, prefix) and token.tag.mark == "{#" for token in _tokens(own, joiner)):
        remove(container)
        return
    first, last = _content(texts, own, joiner, prefix)
    before: list[str] = []
    after: list[str] = []
    at = 0
    for text in texts:
        kept: list[str] = []
        for piece, token in _pieces(text.text or "", joiner):
            if text in own and token is not None and _moves(token, prefix) and not first < at < last:
                token.hoisted = True
                (before if at < first or first > last else after).append(piece)
            else:
                kept.append(piece)
            at += len(piece)
        text.text = "".join(kept)
    if first > last and next(container.iter(*_SOLID), None) is None:
        text_before(container, "".join(before))
        remove(container)
        return
    text_before(container, "".join(before))
    container.tail = "".join(after) + (container.tail or "")


def _moves(token: Token, prefix: str) -> bool:
    return token.tag.prefix == prefix and token.tag.mark != "{{"


def _tokens(texts: Iterable[etree._Element], joiner: Joiner) -> Iterator[Token]:
    for text in texts:
        yield from joiner.tokens(text.text)


def _pieces(text: str, joiner: Joiner) -> Iterator[tuple[str, Token | None]]:
    """A text parted at its placeholders."""
    at = 0
    for found in PLACEHOLDER.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], None
        yield found[0], joiner.token(found[1])
        at = found.end()
    if at < len(text):
        yield text[at:], None


def _content(texts: list[etree._Element], own: set[etree._Element], joiner: Joiner, prefix: str) -> tuple[int, int]:
    """Where what stays begins and ends, counted over all texts; the first behind the last if nothing stays.

    Tags in ``own`` move; those of a table within a row, or of a text box, stay in it.
    """
    first, last, at = 10**9, -1, 0
    for text in texts:
        for piece, token in _pieces(text.text or "", joiner):
            if (token is None and piece.strip()) or (
                token is not None and not (text in own and _moves(token, prefix))
            ):
                first, last = min(first, at), max(last, at)
            at += len(piece)
    return first, last
