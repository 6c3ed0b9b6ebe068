"""Whether each block of tags opens and closes at the same depth, so that the document stays whole without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefer.house.joining import Joiner, Token
from briefer.office.names import W
from briefer.templates.problems import Problem

if TYPE_CHECKING:
    from lxml import etree

_OPENING = ("for", "if", "block", "macro", "with", "set")
_MIDDLE = ("else", "elif")
_NAMES = {
    "tc": "a table’s cell",
    "tr": "a table’s row",
    "tbl": "a table",
    "p": "a paragraph",
    "hyperlink": "a link",
    "sdtContent": "a content control",
    "txbxContent": "a text box",
    "footnote": "a footnote",
    "endnote": "an endnote",
    "comment": "a comment",
}
_ASSIGNED = re.compile(r"set\b[^=]*=")


class _Opened(NamedTuple):
    word: str
    path: tuple[str, ...]
    token: Token


def imbalance(root: etree._Element, joiner: Joiner) -> Iterator[Problem]:
    """The blocks of a tree that open in one thing and close in another; of one without an end, Jinja tells."""
    opened: list[_Opened] = []
    for token, path in _placed(root, joiner):
        words = token.tag.words
        if token.tag.mark != "{%" or not words:
            continue
        word = words[0]
        if word in _OPENING and not _ASSIGNED.match(" ".join(words)):
            opened.append(_Opened(word, path, token))
        elif opened and word in (*_MIDDLE, f"end{opened[-1].word}"):
            start = opened[-1] if word in _MIDDLE else opened.pop()
            if start.path != path:
                yield _problem(joiner, start, token, path)


def _placed(root: etree._Element, joiner: Joiner) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """The tokens in the order of the file, each with the names of the elements around it."""
    path: list[str] = []
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            path.append(str(element.tag))
            for key, value in element.attrib.items():
                for token in joiner.tokens(str(value)):
                    yield token, (*path, str(key))
            for token in joiner.tokens(element.text):
                yield token, tuple(path)
        else:
            path.pop()
            for token in joiner.tokens(element.tail):
                yield token, tuple(path)


def _problem(joiner: Joiner, start: _Opened, end: Token, path: tuple[str, ...]) -> Problem:
    opening, closing = f"{{% {start.word} %}}", end.tag.code
    where = _difference(start.path, path)
    message = f"{closing} stands {where[1]}, and its {opening} {where[0]}"
    hint = "put both in one paragraph, or each alone in a paragraph of its own as {%p ... %}, in a row as {%tr ... %}"
    return joiner.problem(end.spot, message, hint)


def _difference(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str]:
    """Where each of two tags stands, as far as it differs."""
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    names = [_named(path[shared:]) or _named(path) for path in (one, other)]
    return (names[0], names[1]) if names[0] != names[1] else (names[0], "in another")


def _named(path: tuple[str, ...]) -> str:
    for tag in path:
        name = _NAMES.get(tag.removeprefix(f"{{{W}}}"))
        if name:
            return f"in {name}"
    return ""
