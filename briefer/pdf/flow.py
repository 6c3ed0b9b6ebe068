"""Pieces → pages: where each page ends, and which notes stand at its foot.

Lines fill a page from the top. A line that cites notes brings them along: it stands on a page only if they fit at
its foot as well. What must not be parted (a heading and what follows it, the first and the last two lines of a
paragraph, a row, a short table) goes to the next page as one, unless it is longer than a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

SEPARATOR = 240.0
"""Room for the line between the text and the notes."""

_MOST_CARRIED = 0.66
"""What notes carried over from the page before may take of a page."""

_MOST_HEAD = 0.33
"""What a repeated head may take of a page."""


class Cut(Protocol):
    """A piece, as far as pages are concerned."""

    cuts: list[float]
    notes: dict[int, tuple[int, ...]]
    together: bool


class Item(NamedTuple):
    """A piece in its place in the memo.

    ``before`` is the room above it, which falls away where a page was full, but not after a page break. ``keep``
    holds its end on the page of the next piece. ``head`` stands once more above what goes on on a new page. ``block``
    is the index of its block.
    """

    piece: Cut
    before: float = 0
    new_page: bool = False
    keep: bool = False
    head: Cut | None = None
    block: int = 0


class Part(NamedTuple):
    """What of a piece stands on a page: from one cut to another, the upper one at ``y``.

    ``number`` is the index of its item or, at the foot, the number of its note; a repeated head has -1.
    """

    piece: Cut
    first: int
    last: int
    y: float
    number: int

    @property
    def height(self) -> float:
        """From its upper cut to its lower."""
        return self.piece.cuts[self.last] - self.piece.cuts[self.first]


class Page(NamedTuple):
    """The parts of the text and the notes at the foot; ``used`` is what of the height they take."""

    body: list[Part]
    foot: list[Part]
    used: float


class _Break(NamedTuple):
    """A place where the page may end: what is to be placed next, and how the page stood."""

    following: tuple[int, int]
    placed: int
    tail: Part
    y: float
    cited: int
    foot: float


def flow(items: Sequence[Item], note: Callable[[int], Cut], height: float) -> Iterator[Page]:
    """The pages, at least one, for a text area ``height`` high; ``note`` gives the piece of a note."""
    return _Flow(items, note, height).pages()


class _Flow:
    def __init__(self, items: Sequence[Item], note: Callable[[int], Cut], height: float) -> None:
        self._items = items
        self._note = note
        self._height = height
        self._known: set[int] = set()
        self._carried: list[tuple[int, int]] = []  # numbers of notes, and from which cut on they are still to come
        self._first_page = True
        self._open_page()

    def pages(self) -> Iterator[Page]:
        at, cut, end = 0, 0, len(self._items)
        while at < end:
            item = self._items[at]
            if item.new_page and not cut and not self._empty:
                yield self._close_page()
            if self._empty and item.head is not None and not self._first_page:
                line = item.piece.cuts[cut + 1] - item.piece.cuts[cut]
                self._repeat(item.head, self._gap(item, cut) + line)
            if reached := self._place(item, at, cut):
                at, cut = reached
            else:
                at, cut = self._go_back() or (at, cut)
                yield self._close_page()
        while not self._empty or self._cited or self._carried or self._first_page:
            yield self._close_page()

    def _open_page(self) -> None:
        self._body: list[Part] = []
        self._y = 0.0
        self._cited: list[tuple[int, int, int]] = []  # numbers of notes, and what of them: from cut to cut
        self._foot = 0.0
        self._empty = True
        self._break: _Break | None = None
        waiting, self._carried = self._carried, []
        for number, first in waiting:
            self._add_note(number, first, self._height * _MOST_CARRIED, at_least=0 if self._cited else 1)

    def _close_page(self) -> Page:
        foot, y = [], self._height - self._foot + SEPARATOR
        for number, first, last in self._cited:
            foot.append(Part(self._note(number), first, last, y, number))
            y += foot[-1].height
        page = Page(self._body, foot, self._y + self._foot)
        self._first_page = False
        self._open_page()
        return page

    def _place(self, item: Item, at: int, cut: int) -> tuple[int, int] | None:
        """Place a piece from a cut on, as a whole or up to its next cut.

        Gives what is to be placed next; None if nothing of it fits.
        """
        cuts, notes = item.piece.cuts, item.piece.notes
        end = len(cuts) - 1
        gap = self._gap(item, cut)
        if not cut and self._fits(gap + cuts[-1], [n for line in notes.values() for n in line] if notes else ()):
            reached = end
        elif self._empty or self._fits(gap + cuts[cut + 1] - cuts[cut], notes.get(cut, ())):
            reached = cut + 1
        else:
            return None
        self._put(item.piece, at, cut, reached, gap)
        parts = item.keep if reached == end else item.piece.together or reached == 1 or reached == end - 1
        following = (at + 1, 0) if reached == end else (at, reached)
        if not parts:
            tail, cited = self._body[-1], len(self._cited)
            self._break = _Break(following, len(self._body), tail, self._y, cited, self._foot)
        return following

    def _gap(self, item: Item, cut: int) -> float:
        """The room above a piece, if it is placed from a cut on now."""
        tops = self._empty and not self._first_page and not item.new_page
        return 0.0 if cut or tops else item.before

    def _fits(self, height: float, notes: Sequence[int]) -> bool:
        foot = self._foot
        if notes and (new := [number for number in dict.fromkeys(notes) if number not in self._known]):
            foot += sum([self._note(number).cuts[-1] for number in new]) + (0 if self._cited else SEPARATOR)
        return self._y + height + foot <= self._height

    def _put(self, piece: Cut, at: int, first: int, last: int, gap: float) -> None:
        body = self._body
        if body and body[-1].number == at:
            body[-1] = body[-1]._replace(last=last)
        else:
            body.append(Part(piece, first, last, self._y + gap, at))
        self._y += gap + piece.cuts[last] - piece.cuts[first]
        self._empty = False
        for line in range(first, last) if piece.notes else ():
            for number in piece.notes.get(line, ()):
                if number not in self._known:
                    self._known.add(number)
                    self._add_note(number, 0, self._height - self._y)

    def _add_note(self, number: int, first: int, room: float, *, at_least: int = 0) -> None:
        """Put a note at the foot; what of it does not fit into ``room`` is carried over to the next page."""
        cuts = self._note(number).cuts
        taken = self._foot if self._cited else SEPARATOR
        last = first + at_least
        while not self._carried and last < len(cuts) - 1 and taken + cuts[last + 1] - cuts[first] <= room:
            last += 1
        if last > first:
            self._cited.append((number, first, last))
            self._foot = taken + cuts[last] - cuts[first]
        if last < len(cuts) - 1:
            self._carried.append((number, last))

    def _repeat(self, head: Cut, line: float) -> None:
        """Repeat a head, unless notes from the page before leave no room for it and the line after it."""
        room = self._height - self._foot - line
        if not self._body and head.cuts[-1] < self._height * _MOST_HEAD and head.cuts[-1] <= room:
            self._body.append(Part(head, 0, len(head.cuts) - 1, 0.0, -1))
            self._y = head.cuts[-1]

    def _go_back(self) -> tuple[int, int] | None:
        """Take off the page what follows the last place where it may end; gives what the next one begins with."""
        if (back := self._break) is None:
            return None
        del self._body[back.placed :]
        self._body[-1] = back.tail
        self._known -= {number for number, _, _ in self._cited[back.cited :]}
        del self._cited[back.cited :]
        self._y, self._foot = back.y, back.foot
        return back.following
