"""Bold and italic, by the rules of CommonMark 0.31, section 6.2 ("delimiter runs").

Python-Markdown's own reading is not used: it loses a letter of ``*a **b*word``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from briefer.text.spans import Span

_RUN = re.compile(r"(\*+|_+)")

T = TypeVar("T")


class _Delimiters:
    """A run of ``*`` or ``_``; ``left`` of them are not used yet."""

    def __init__(self, marks: str, before: str, after: str) -> None:
        self.mark, self.length, self.left = marks[0], len(marks), len(marks)
        self.used_to_open = False
        left_flanking = not _is_space(after) and (not _is_sign(after) or _is_space(before) or _is_sign(before))
        right_flanking = not _is_space(before) and (not _is_sign(before) or _is_space(after) or _is_sign(after))
        within_word = self.mark == "_" and left_flanking and right_flanking
        self.opens = left_flanking and (not within_word or _is_sign(before))
        self.closes = right_flanking and (not within_word or _is_sign(after))

    def pairs_with(self, opener: _Delimiters) -> bool:
        """Whether this one may close that: the rule of three keeps ``*a**b*`` from being cut."""
        if opener.mark != self.mark:
            return False
        both = opener.closes or self.opens
        return not both or (opener.length + self.length) % 3 != 0 or (opener.length % 3 == 0 and self.length % 3 == 0)


class Styled(Generic[T]):
    """A piece of text, or something else that stands in it, with the styles that emphasis gives it."""

    __slots__ = ("bold", "italic", "piece")

    def __init__(self, piece: str | T, *, bold: bool, italic: bool) -> None:
        self.piece, self.bold, self.italic = piece, bold, italic


def emphasised(pieces: Sequence[str | T], edge: Callable[[T], str]) -> Iterator[Styled[T]]:
    """The pieces in their order with the styles that ``*`` and ``_`` in the texts ask for; used marks are gone.

    What is no text counts as the character that ``edge`` gives, where its neighbours are looked at. The cost is
    linear.
    """
    found = _nodes(pieces, edge)
    for node, bold, italic in _styled(list(found)):
        piece = node.mark * node.left if isinstance(node, _Delimiters) else node
        if piece != "":
            yield Styled(piece, bold=bold, italic=italic)


class Stretch(NamedTuple):
    """A stretch of a text, in code points, with the styles that emphasis gives it; ``mark`` if it is used marks."""

    start: int
    end: int
    bold: bool
    italic: bool
    mark: bool = False


def emphasis_in(text: str, holes: Sequence[Span] = ()) -> Iterator[Stretch]:
    """The stretches of a text that are emphasised, and the marks that make them so, in order.

    ``holes``, in order, hold no marks: code, links, citations. They are emphasised with what is around them.
    """
    pieces: list[str | Span] = []
    at = 0
    for hole in holes:
        pieces += [text[at : hole[0]], hole]
        at = hole[1]
    pieces.append(text[at:])
    at = 0
    found = _nodes(pieces, lambda _: "]")
    for node, bold, italic in _styled(list(found)):
        if not isinstance(node, _Delimiters):
            end = at + len(node) if isinstance(node, str) else node[1]
            if bold or italic:
                yield Stretch(at, end, bold, italic)
            at = end
            continue
        # What is left of a run stands outside of what it emphasises: before an opening one, after a closing one.
        outside = node.left if node.used_to_open else 0
        end = at + node.length
        if node.left < node.length:
            yield Stretch(at + outside, at + outside + node.length - node.left, bold, italic, mark=True)
        at = end


def _styled(nodes: list[str | T | _Delimiters]) -> Iterator[tuple[str | T | _Delimiters, bool, bool]]:
    """The nodes, and whether they are bold and italic; afterwards the runs among them know what is left of them."""
    bold, italic = [0] * (len(nodes) + 1), [0] * (len(nodes) + 1)
    for start, end, strong in _pairs(nodes):
        marks = bold if strong else italic
        marks[start + 1] += 1
        marks[end] -= 1
    for node, depth_bold, depth_italic in zip(nodes, accumulate(bold), accumulate(italic), strict=False):
        yield node, depth_bold > 0, depth_italic > 0


def _nodes(pieces: Sequence[str | T], edge: Callable[[T], str]) -> Iterator[str | T | _Delimiters]:
    for index, piece in enumerate(pieces):
        if not isinstance(piece, str):
            yield piece
            continue
        if "*" not in piece and "_" not in piece:
            yield piece
            continue
        before, after = _character(pieces, index - 1, edge, -1), _character(pieces, index + 1, edge, 0)
        parts = _RUN.split(piece)
        for at, part in enumerate(parts):
            if at % 2:
                following = parts[at + 1] or (parts[at + 2] if at + 2 < len(parts) else after)
                yield _Delimiters(part, (parts[at - 1] or before)[-1], following[0])
                before = part
            elif part:
                yield part


def _character(pieces: Sequence[str | T], index: int, edge: Callable[[T], str], at: int) -> str:
    """The character of a neighbour that is next to a piece; a space beyond the ends."""
    if not 0 <= index < len(pieces):
        return " "
    piece = pieces[index]
    return (piece[at] if piece else " ") if isinstance(piece, str) else edge(piece)


def _pairs(nodes: Sequence[object]) -> Iterator[tuple[int, int, bool]]:
    """The stretches between an opening and a closing run, as indices of both, and whether they are bold."""
    openers: list[tuple[int, _Delimiters]] = []
    bottoms: dict[tuple[str, bool, int], int] = {}  # below which a search has failed already
    for index, node in enumerate(nodes):
        if not isinstance(node, _Delimiters):
            continue
        kind = (node.mark, node.opens, node.length % 3)
        while node.closes and node.left:
            bottom = bottoms.get(kind, 0)
            found = next((n for n in range(len(openers) - 1, bottom - 1, -1) if node.pairs_with(openers[n][1])), -1)
            if found < 0:
                bottoms[kind] = len(openers)
                break
            start, opener = openers[found]
            strong = opener.left >= 2 and node.left >= 2
            yield start, index, strong
            opener.used_to_open = True
            opener.left -= 2 if strong else 1
            node.left -= 2 if strong else 1
            del openers[found + (1 if opener.left else 0) :]
            bottoms = {kind: min(bottom, len(openers)) for kind, bottom in bottoms.items()}
        if node.opens and node.left:
            openers.append((index, node))


def _is_space(character: str) -> bool:
    return character.isspace()


def _is_sign(character: str) -> bool:
    """Punctuation or a symbol; an escaped character, which Python-Markdown puts between \\x02 and \\x03, is one."""
    return character in "\x02\x03" or unicodedata.category(character)[0] in "PS"
