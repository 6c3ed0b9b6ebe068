"""Words of a PDF page with their places, as PDFium gives them: upright, visible, in the order of the file."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from briefer.sources.pdf.blanks import Blanks, with_hyphens, without_false_blanks

if TYPE_CHECKING:
    import pypdfium2

HYPHEN = "\x02"
"""PDFium's mark for a hyphen at the end of a line."""


class Word(NamedTuple):
    """Letters without a blank among them; places in points from the lower left corner of the upright page.

    ``base`` is the height of the line that the letters stand on; ``hyphen`` tells that the line broke this word, and
    ``raised`` that it is the mark of a note.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    hyphen: bool = False
    raised: bool = False


class PageWords(NamedTuple):
    """What a page shows: its words, its size when upright, and how many words were left out, by the reason.

    ``turned`` are words that stand on their side, in places of a page that is turned so that they are upright.
    """

    words: list[Word]
    width: float
    height: float
    left_out: Counter[str]
    turned: tuple[Word, ...] = ()
    recognised: bool = False
    pictured: bool = False


class Look(NamedTuple):
    """How a piece of text is drawn."""

    size: float
    turn: int
    bold: bool
    invisible: bool
    white: bool
    font: int = 0


_INITIAL, _INITIAL_TO_TEXT = 14.0, 1.8
"""Points from which on a letter may be a large initial, and how much smaller the rest of its word is then."""

_RUN = re.compile(r"[^\s\x00\x02]+\x02?|\x02")
_STARTS = re.compile(r"(?<![^\s\x00\x02\ufffe])[^\s\x00\x02\ufffe]")
_NOTE_MARK = re.compile(r"(?<=[^\W\d])\d{1,3}$|(?<=[.,;:!?”’\"')\]])\d{1,3}$")
_WHITE = 250
_NAME_LONGEST = 200
_BOLD = 700
"""The weight that PDFium tells from the stems of letters; plain Times has up to 650."""
_RIGHT_ANGLE = 90
_ALMOST = 3.0
"""Degrees by which upright text may lean."""
_STAMP, _FEW = 12, 0.2
"""Words on their side, or the share of a page's words, from which they are text, and no stamp in the margin."""
_UNITS = re.compile(r"(?:^|\d)(?:[kcdm]?m|ft|mi|in|sec|s)$")
_SCAN = 0.5
"""Share of a page that its pictures cover at least if it is a scan."""
_NO_LETTER = "\ufffe"
"""What the mark of a hyphen becomes where PDFium gives the text as a whole."""
_LAM_ALEF = re.compile("[اأإآ]ل")
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)


def page_words(page: pypdfium2.PdfPage) -> PageWords:
    """The words of a page. Text that is turned, white on white or drawn by nobody is left out and counted.

    A page whose words are all invisible and lie on a picture is a scan that was recognised: they are its text.
    """
    textpage = page.get_textpage()
    try:
        found = without_false_blanks(with_hyphens(list(_words(textpage))))
    finally:
        textpage.close()
    box = page.get_cropbox()
    pictured = all(look.invisible for _, look in found) and _is_picture(page, box)
    recognised = bool(found) and pictured
    turn = _turn(found)
    white = _shown_white(page, [word for word, look in found if look.white])
    kept: dict[int, list[Word]] = {}
    out: Counter[str] = Counter()
    for word, look in found:
        if (look.invisible and not recognised) or (look.white and word not in white):
            out["hidden"] += 1
        elif look.turn < 0:
            out["turned"] += 1
        else:
            kept.setdefault(look.turn, []).append(_upright(word, look.turn, box))
    words, turned = _main_and_turned(kept, turn, out)
    width, height = box[2] - box[0], box[3] - box[1]
    if turn % 180:
        width, height = height, width
    return PageWords(
        [word for word in words if -1 < word.base < height + 1],
        width,
        height,
        out,
        tuple(turned),
        recognised,
        pictured,
    )


def _main_and_turned(kept: dict[int, list[Word]], turn: int, out: Counter[str]) -> tuple[list[Word], list[Word]]:
    """The words that stand as most do, and those on their side, unless they are but a stamp in the margin."""
    words = kept.pop(turn, [])
    stamp = min(_STAMP, _FEW * (len(words) + sum(map(len, kept.values()))))
    turned: list[Word] = []
    for others in kept.values():
        if len(others) >= stamp:
            turned.extend(others)
        else:
            out["turned"] += len(others)
    return words, turned


def _words(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[Word, Look]]:
    text = _text(textpage)
    places = _Places(textpage)
    blanks = Blanks(places)
    for match in _RUN.finditer(text):
        letters = match[0].removesuffix(HYPHEN)
        hyphen = match[0].endswith(HYPHEN)
        first, last = match.start(), match.end() - 1
        look = places.look(first)
        if look.size >= _INITIAL and last > first and places.look(first + 1).size * _INITIAL_TO_TEXT <= look.size:
            yield places.word(letters[0], first, first, look), look
            letters, first, look = letters[1:], first + 1, places.look(first + 1)
        word = places.word(letters + "-" * hyphen, first, last, look, hyphen=hyphen)
        if parts := blanks.parts(letters, first, look, word.right - word.left):
            for part, start in parts[:-1]:
                yield from _marked(places, places.word(part, start, start + len(part) - 1, look), part, start)
            letters, first = parts[-1]
            word = places.word(letters + "-" * hyphen, first, last, look, hyphen=hyphen)
        if letters[-1:].isdigit():
            yield from _marked(places, word, letters, first)
        else:
            yield word, look


def _marked(places: _Places, word: Word, letters: str, first: int) -> Iterator[tuple[Word, Look]]:
    """A word, and the mark of a note at its end as one of its own."""
    look = places.look(first)
    mark = _NOTE_MARK.search(letters) if letters[-1:].isdigit() else None
    cut = first + mark.start() if mark and not _UNITS.search(letters[: mark.start()]) else 0
    if cut > first and places.is_raised(cut, first, look):
        last = first + len(letters) - 1
        yield places.word(letters[: cut - first], first, cut - 1, look), look
        yield places.word(letters[cut - first :], cut, last, look, raised=True), look
    else:
        yield word, look


def _text(textpage: pypdfium2.PdfTextPage) -> str:
    """The page's text with one code point for each place that PDFium knows."""
    from pypdfium2 import raw

    letter, page = raw.FPDFText_GetUnicode, textpage.raw
    text: str = textpage.get_text_range(errors="replace")
    number = textpage.count_chars()
    # PDFium's text as a whole has blanks in other places at times than its letters one by one, which are right.
    if len(text) != number or any(letter(page, at.start()) != ord(at[0]) for at in _STARTS.finditer(text)):
        text = "".join([_letter(letter(page, index)) for index in range(number)])
    return text.replace(_NO_LETTER, HYPHEN)


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


class _Places:
    """Asks PDFium where letters stand and how they are drawn; what belongs to one piece of text is asked once."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, textpage.raw
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box_of, self._x_of, self._y_of = map(ctypes.byref, (self._box, self._x, self._y))
        self._ink = [ctypes.c_uint() for _ in range(4)]
        self._ink_of = [ctypes.byref(part) for part in self._ink]
        self._name, self._flags = ctypes.create_string_buffer(_NAME_LONGEST), ctypes.c_int()
        self._flags_of, self._matrix_of = ctypes.byref(self._flags), ctypes.byref(self._matrix)
        self._looks: dict[int, Look] = {}
        self._bold: dict[int, bool] = {}

    def word(self, text: str, first: int, last: int, look: Look, **marks: bool) -> Word:
        """A word from the places of its first and its last letter, whichever way it is written.

        Of a word that is turned on its side, the places are those along and across its own line.
        """
        left, right = self.ends(first, look.turn)
        if last != first:
            left2, right2 = self.ends(last, look.turn)
            left, right = min(left, left2), max(right, right2)
        base = self._base(first, look.turn)
        if not text.isascii():
            text = self._mended(text, first)
        return Word(text, left, right, base, look.size, look.bold, **marks)

    def _mended(self, text: str, first: int) -> str:
        for match in _LAM_ALEF.finditer(text):
            if self._is_one_letter(first + match.start()):
                text = f"{text[: match.start()]}{match[0][::-1]}{text[match.end() :]}"
        return text.replace("\xad", "-").replace("\uffff", "")

    def _is_one_letter(self, index: int) -> bool:
        """Whether two code points are one sign, which PDFium takes apart in the wrong order."""
        return self.ends(index, 0) == self.ends(index + 1, 0)

    def ends(self, index: int, turn: int) -> tuple[float, float]:
        """Where a letter begins and ends along its line."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._page, index, self._box_of)
        if not turn:
            return box.left, box.right
        if turn == 90:
            return box.bottom, box.top
        if turn == 180:
            return -box.right, -box.left
        return (-box.top, -box.bottom) if turn == 270 else (box.left, box.right)

    def look(self, index: int) -> Look:
        piece = self._raw.FPDFText_GetTextObject(self._page, index)
        address = _address(piece)
        look = self._looks.get(address) if address else None
        if look is None:
            look = self._looks[address] = self._ask(index, piece)
        return look

    def is_raised(self, index: int, first: int, look: Look) -> bool:
        """Whether a letter is a small one set above the line, as marks of notes are."""
        small = self.look(index).size < 0.85 * look.size
        return small and self._base(index, look.turn) > self._base(first, look.turn) + 0.1 * look.size

    def _base(self, index: int, turn: int) -> float:
        """The height of the line on which a letter stands, across its own line."""
        x, y = self._x, self._y
        self._raw.FPDFText_GetCharOrigin(self._page, index, self._x_of, self._y_of)
        return y.value if turn == 0 else -x.value if turn == 90 else -y.value if turn == 180 else x.value

    def _ask(self, index: int, piece: Any) -> Look:
        raw, page, matrix = self._raw, self._page, self._matrix
        size = raw.FPDFText_GetFontSize(page, index)
        turn = 0
        if raw.FPDFText_GetMatrix(page, index, self._matrix_of):
            size *= math.hypot(matrix.c, matrix.d) or 1.0
            turn = _turned(matrix.a, matrix.b)
        invisible = bool(piece) and raw.FPDFTextObj_GetTextRenderMode(piece) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        font = _address(raw.FPDFTextObj_GetFont(piece)) if piece else 0
        return Look(size, turn, self._is_bold(index, font), invisible, self._is_white(index), font)

    def _is_bold(self, index: int, font: int) -> bool:
        if not font:
            return self._has_bold_font(index)
        if font not in self._bold:
            self._bold[font] = self._has_bold_font(index)
        return self._bold[font]

    def _has_bold_font(self, index: int) -> bool:
        if self._raw.FPDFText_GetFontWeight(self._page, index) >= _BOLD:
            return True
        self._raw.FPDFText_GetFontInfo(self._page, index, self._name, _NAME_LONGEST, self._flags_of)
        return bool(_BOLD_NAME.search(self._name.value))

    def _is_white(self, index: int) -> bool:
        if not self._raw.FPDFText_GetFillColor(self._page, index, *self._ink_of):
            return False
        red, green, blue, opacity = self._ink
        return (red.value >= _WHITE and green.value >= _WHITE and blue.value >= _WHITE) or opacity.value == 0


def _address(pointer: Any) -> int:
    """Where a pointer of PDFium's leads; 0 if it leads nowhere."""
    return ctypes.addressof(pointer.contents) if pointer else 0


def _turned(a: float, b: float) -> int:
    """The right angle by which letters of this matrix are turned, in degrees; -1 if they lean."""
    if not b and a > 0:
        return 0
    angle = math.degrees(math.atan2(b, a)) % 360
    turn = round(angle / _RIGHT_ANGLE) * _RIGHT_ANGLE
    return turn % 360 if abs(angle - turn) <= _ALMOST else -1


def _turn(found: list[tuple[Word, Look]]) -> int:
    """The way most words stand: a page that lies on its side is read from that side."""
    turns = Counter({0: 0})
    for word, look in found:
        if look.turn >= 0:
            turns[look.turn] += len(word.text)
    return turns.most_common(1)[0][0]


def _upright(word: Word, turn: int, box: tuple[float, float, float, float]) -> Word:
    """The word moved into the upright page, whose lower left corner is where places begin."""
    left, bottom, right, top = box
    along, up = {90: (-bottom, right), 180: (right, top), 270: (top, -left)}.get(turn, (-left, -bottom))
    if not along and not up:
        return word
    return word._replace(left=word.left + along, right=word.right + along, base=word.base + up)


def _is_picture(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> bool:
    """Whether pictures cover most of the page."""
    from pypdfium2 import raw

    covered = 0.0
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        width = min(right, box[2]) - max(left, box[0])
        height = min(top, box[3]) - max(bottom, box[1])
        covered += max(0.0, width) * max(0.0, height)
    return covered >= _SCAN * (box[2] - box[0]) * (box[3] - box[1])


def _shown_white(page: pypdfium2.PdfPage, words: list[Word]) -> set[Word]:
    """Those of the white words that stand on a picture or a coloured field, where they can be seen."""
    if not words:
        return set()
    from pypdfium2 import raw

    grounds = [
        found.get_bounds()
        for found in page.get_objects(
            filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING]
        )
        if found.type != raw.FPDF_PAGEOBJ_PATH or _is_coloured(found)
    ]
    return {word for word in words if any(_stands_on(word, ground) for ground in grounds)}


def _is_coloured(path: Any) -> bool:
    from pypdfium2 import raw

    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(path.raw, *map(ctypes.byref, parts)):
        return False
    return any(part.value < _WHITE for part in parts[:3]) and parts[3].value > 0


def _stands_on(word: Word, ground: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = ground
    return left <= (word.left + word.right) / 2 <= right and bottom <= word.base + word.size / 3 <= top
