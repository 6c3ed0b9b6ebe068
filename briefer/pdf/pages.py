"""The pages of a memo: laid out, drawn, and asked what stands where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from briefer.memo.blocks import Facts, Memo, Run
from briefer.pdf.faces import PRINTED, Faces, Inks
from briefer.pdf.flow import Item, Page, Part, flow
from briefer.pdf.order import Reading, citations
from briefer.pdf.pieces import Piece
from briefer.pdf.setter import Setter
from briefer.pdf.sheet import Sheet
from briefer.render.groups import safe_link

_SEPARATOR_WIDTH = 2880
_SEPARATOR_HEIGHT = 15
_SEPARATOR_RISE = 110
"""The line above the notes: two inches wide, and how far above the first of them."""

_TALLEST_ROW = 0.5
"""A row that takes more of the sheet than this is parted at the page's end."""


NOTHING = Memo(Facts(title=""), ())
"""What is laid out where no memo is yet."""


class Pages:
    """A memo on paper. Lengths are twentieths of a point, from the top left of the sheet; pages count from 0.

    Needs a QGuiApplication for its fonts.
    """

    def __init__(self, memo: Memo, inks: Inks = PRINTED) -> None:
        self._inks = inks
        self._faces = Faces(inks, memo.facts.look, memo.facts.house_look)
        self._sheet = Sheet(memo.facts, self._faces)
        self._setter = _setter(self._sheet, self._faces)
        self._items: list[Item] = []
        self._pages: list[Page] = []
        self._cited: dict[int, str] = {}
        self.update(memo)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the sheet."""
        return self._sheet.size

    @property
    def right(self) -> float:
        """Where the text ends at its right, from the left edge of the sheet."""
        return self._sheet.left + self._sheet.text_width

    @property
    def count(self) -> int:
        """Number of pages, at least 1."""
        return len(self._pages)

    @property
    def extent(self) -> float:
        """How much paper the memo takes: full pages, and what of the last one is used."""
        return self.count - 1 + min(self._pages[-1].used / self._sheet.text_height, 1.0)

    def update(self, memo: Memo) -> None:
        """Show another memo, or the same one after an edit: only blocks that are new are set anew."""
        for _ in self.steps(memo):
            pass

    def steps(self, memo: Memo) -> Iterator[None]:
        """``update`` in small steps, for who has other things to do in between.

        The pages change with the last step; until then, and if the rest is never asked for, they stay as they are.
        """
        look, house = memo.facts.look, memo.facts.house_look
        same = self._faces.look == look and self._faces.house == house
        faces = self._faces if same else Faces(self._inks, look, house)
        sheet = self._sheet if same and self._sheet.serves(memo.facts) else Sheet(memo.facts, faces)
        setter = self._setter if same and sheet.size == self._sheet.size else _setter(sheet, faces)
        cited = citations(memo.blocks)
        setter.begin({number: shown for shown, number in enumerate(cited, 1)})
        items = []
        for item in Reading(memo.blocks, setter).items():
            items.append(item)
            yield
        notes = {}
        for number in cited:
            notes[number] = setter.note(memo.notes[number - 1], number)
            yield
        pages = []
        for page in flow(items, notes.__getitem__, sheet.text_height):
            pages.append(page)
            yield
        setter.end()
        self._faces, self._sheet, self._setter = faces, sheet, setter
        self._items, self._pages, self._cited = items, pages, cited

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw a page; the painter's unit is a twentieth of a point, its origin the top left of the sheet."""
        self._sheet.draw_frame(painter, page, self.count)
        shown = self._pages[page]
        for part in (*shown.body, *shown.foot):
            self._draw(painter, part)
        if shown.foot:
            y = self._sheet.top + shown.foot[0].y - _SEPARATOR_RISE
            line = QRectF(self._sheet.left, y, _SEPARATOR_WIDTH, _SEPARATOR_HEIGHT)
            painter.fillRect(line, QColor(self._inks.text))

    def hit(self, page: int, x: float, y: float) -> Run | None:
        """The run at a point of a page; None beside the words.

        For a note at the foot it is a run with the note's number and the entry where it is first cited; on a link in
        a note, the link's own run.
        """
        x, y = x - self._sheet.left, y - self._sheet.top
        for part in self._pages[page].body:
            if part.y <= y < part.y + part.height:
                return _run_at(part, x, y)
        for part in self._pages[page].foot:
            if part.y <= y < part.y + part.height:
                run = _run_at(part, x, y)
                if run is None or safe_link(run.link):
                    return run
                return Run(note=part.number, entry=self._cited[part.number])
        return None

    def boxes(self, page: int) -> Iterator[tuple[Run, QRectF]]:
        """Where the runs of a page's body stand, from the top left of the sheet: a box for each line of a run."""
        for part in self._pages[page].body:
            assert isinstance(part.piece, Piece)
            first, last = part.piece.cuts[part.first], part.piece.cuts[part.last]
            for run, box in part.piece.boxes():
                if first <= box.center().y() < last:
                    yield run, box.translated(self._sheet.left, self._sheet.top + part.y - first)

    def page_of(self, block: int) -> int:
        """The page where a block begins; for a block without words, where the next one does."""
        return self.place_of(block)[0]

    def place_of(self, block: int) -> tuple[int, float]:
        """Where a block begins, as ``page_of`` has it, and how far from the top of the sheet."""
        item = bisect_left(self._items, block, key=lambda item: item.block)
        for number, page in enumerate(self._pages):
            for part in page.body:
                if part.number >= item:
                    return number, self._sheet.top + part.y
        return self.count - 1, self._sheet.top

    def _draw(self, painter: QPainter, part: Part) -> None:
        assert isinstance(part.piece, Piece)
        origin = QPointF(self._sheet.left, self._sheet.top + part.y)
        part.piece.draw(painter, part.first, part.last, origin, self._inks)


def _setter(sheet: Sheet, faces: Faces) -> Setter:
    return Setter(faces, sheet.text_width, sheet.size[1] * _TALLEST_ROW)


def _run_at(part: Part, x: float, y: float) -> Run | None:
    assert isinstance(part.piece, Piece)
    return part.piece.run_at(x, y - part.y + part.piece.cuts[part.first])
