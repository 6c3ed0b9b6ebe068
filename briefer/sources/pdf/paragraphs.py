"""Paragraphs of a PDF from its lines: by gaps, indents, short last lines, sizes; over columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefer.sources.pdf.lines import Line
from briefer.sources.pdf.notes import begins_note
from briefer.sources.pdf.table import rows_of, table_rows
from briefer.sources.pdf.verse import verses

OTHER_SIZE = 0.08
"""Share by which type differs that is not the same size."""
_LARGE = 1.12
_SMALL = 0.93
_GAP, _GAP_LEAST = 1.3, 1.15
"""Line pitches between the lines of two paragraphs at least, and where a document has its own measure for it."""
_STEADY = 0.6
"""The share of lines that keep the pitch from which on a wider one means something."""
_OFTEN = 0.05
_FLUSH, _RAGGED = 0.1, 0.5
"""Font sizes from the right edge within which a line reaches it, and from which on it does not."""
_JUSTIFIED, _JUSTIFIED_LINES = 0.6, 6
"""The share of lines that reach the edge where text is justified, and from how many lines on that can be told."""
_FLUSH_LINES = 0.5
"""The share of lines that end at one place from which on that is the edge, whatever lines go beyond it."""
_INDENT = 0.6
_INDENT_MOST = 6.0
BLANK = 0.45
"""A blank between words, in font sizes, with some play."""
_LONGEST_HEADING = 180
_HANGING = 0.25
"""Font sizes by which lines that hang under each other may differ."""
_CENTRED, _OFF_CENTRE = 4.0, 0.4
"""Font sizes from both edges at which a short line in the middle stands at least."""
_QUOTATION = 3
"""Indented lines in a row that are no beginnings but a quotation."""

_BULLET = re.compile(r"[•◦▪▫●○■□‣⁃∙·►▶➢✓\uf0b7\uf0a7\uf0d8–—*-][ \t]")
_BULLET_ALONE = re.compile(r"[•◦▪▫●○■□‣⁃∙►▶➢✓\uf0b7\uf0a7\uf0d8]")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)[ \t]")
NOTE = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})(?:[.)]?(?= )|(?=[^\W\d_]))|([*†‡§])+) ?")
"""How a footnote begins: with a raised number, a number, or a sign."""
_ENDS = re.compile(r"[.!?…:;。！？؟۔]['\"”’»)\]]*(?:\[\d{1,3}\])*$")
_SENTENCE_ENDS = re.compile(r"[.!?…。！？؟۔]['\"”’»)\]]*(?:\[\d{1,3}\])*$")
_BOLD_LEVEL = 6
_MUCH_ROOM = 0.35
"""The share of a column that a line leaves free which is no wrapped one, whatever follows it."""
_ENDLESS = 1e6
"""What the last line of a stanza leaves free: nothing goes on with it."""


class Paragraph(NamedTuple):
    """Lines that belong together. ``level`` is a heading's, 0 for text; ``room`` what the last line leaves free.

    ``breaks`` holds the numbers of lines that begin a line of their own within the paragraph.
    """

    lines: list[Line]
    level: int = 0
    cells: tuple[str, ...] = ()
    note: bool = False
    room: float = 0.0
    indented: bool = False
    breaks: frozenset[int] = frozenset()


class Style(NamedTuple):
    """How a document sets its text: the size of most of it, its line pitch, and what parts paragraphs."""

    size: float
    pitch: float
    indents: bool
    spaces: bool
    gap: float
    """Line pitches between the lines of two paragraphs at least."""
    sizes: tuple[float, ...]
    """Those of headings, the largest first."""
    right: float = 0.0
    """Where lines of text end, in the last column of a page."""

    def is_body(self, line: Line) -> bool:
        """Whether a line is set in the size of most of the text."""
        return abs(line.size - self.size) <= OTHER_SIZE * self.size

    def level(self, line: Line) -> int:
        """The level of a heading in this size; 0 for the size of text."""
        large = [size for size in self.sizes if size >= line.size - 0.3]
        return max(1, len(large)) if line.size >= _LARGE * self.size else 0


def style_of(blocks: Sequence[Sequence[Line]]) -> Style:
    """The style of a document from its columns."""
    letters: Counter[float] = Counter()
    for block in blocks:
        for line in block:
            letters[round(line.size * 2) / 2] += len(line.text)
    size = letters.most_common(1)[0][0] if letters else 10.0
    pitches: Counter[float] = Counter()
    pairs = [
        (before, line)
        for block in blocks
        for before, line in pairwise(block)
        if abs(before.size - size) <= 0.5 and abs(line.size - size) <= 0.5
    ]
    for before, line in pairs:
        if 0.8 * size < before.base - line.base < 3 * size:
            pitches[round((before.base - line.base) * 2) / 2] += 1
    pitch = pitches.most_common(1)[0][0] if pitches else 1.2 * size
    gap = _gap(pitches, pitch)
    spaced = sum(gap * pitch < before.base - line.base < 3 * pitch for before, line in pairs)
    indented = sum(
        _INDENT * size < line.left - before.left < _INDENT_MOST * size and 0 < before.base - line.base <= _GAP * pitch
        for before, line in pairs
    )
    short = sum(
        _ENDS.search(before.text) is not None
        and _is_short(before, line, column)
        and 0 < before.base - line.base <= _GAP * pitch
        for block in blocks
        for column in (_Column(0, max((line.right for line in block), default=0)),)
        for before, line in pairwise(block)
    )
    least = max(1, short // 2)
    sizes = _heading_sizes(blocks, size)
    right = _right_edge([line for block in blocks for line in block if abs(line.size - size) <= 0.5])
    return Style(size, pitch, indented > max(least, spaced), spaced > max(least, indented), gap, sizes, right)


def _gap(pitches: Counter[float], pitch: float) -> float:
    """From how many line pitches on a gap parts paragraphs: where most lines keep the pitch, less of one will do."""
    steady = sum(number for each, number in pitches.items() if abs(each - pitch) <= 0.5)
    often = max(2.0, _OFTEN * pitches.total())
    wide = min(
        (each for each, number in pitches.items() if each > _GAP_LEAST * pitch and number >= often), default=0.0
    )
    if not wide or steady < _STEADY * pitches.total():
        return _GAP
    return min(_GAP, (pitch + wide) / 2 / pitch)


def _heading_sizes(blocks: Sequence[Sequence[Line]], size: float) -> tuple[float, ...]:
    found: list[float] = []
    for each in sorted({line.size for block in blocks for line in block if line.size >= _LARGE * size}, reverse=True):
        if not found or found[-1] - each > 0.3:
            found.append(each)
    return tuple(found)


def paragraphs_of(block: Sequence[Line], style: Style) -> list[Paragraph]:
    """The paragraphs, headings and table rows of one column."""
    made: list[Paragraph] = []
    run: list[Line] = []
    for part in rows_of(block, style.size):
        if isinstance(part, Line):
            run.append(part)
            continue
        made.extend(_text(run, style))
        run = []
        made.extend(Paragraph(list(lines), cells=cells) for lines, cells in table_rows(part))
    made.extend(_text(run, style))
    return made


class _Column(NamedTuple):
    """The edges that the lines of a column keep; ``justified`` if all but the last of a paragraph reach both."""

    left: float
    right: float
    justified: bool = False


def _text(lines: list[Line], style: Style) -> Iterator[Paragraph]:
    if not lines:
        return
    column = _edges(lines, style)
    runs: list[tuple[list[Line], set[int]]] = []
    for number, line in enumerate(lines):
        how = _parting(lines, number, runs[-1], column, style) if runs else "paragraph"
        if how == "paragraph":
            runs.append(([], set()))
        elif how == "line":
            runs[-1][1].add(len(runs[-1][0]))
        runs[-1][0].append(line)
    # Lines of verse need not fill their column: the last one of a page ends where its text does.
    wide = column._replace(right=style.right) if 0 < style.right - column.right < style.size else column
    stanzas = verses([run for run, _ in runs], lambda before, after: _is_short(before, after, wide))
    for at, (run, breaks) in enumerate(runs):
        made = _made(run, breaks, column, style)
        verse = at in stanzas and not made.level and not starts_item(run[0], short=True)
        yield made._replace(breaks=frozenset(range(1, len(run))), room=_ENDLESS) if verse else made


def _edges(lines: list[Line], style: Style) -> _Column:
    body = [line for line in lines if style.is_body(line)] or lines
    lefts: Counter[int] = Counter(round(line.left) for line in body)
    most = max(lefts.values())
    left = min(edge for edge, number in lefts.items() if number >= max(1, 0.3 * most))
    right = _right_edge(body)
    flush = sum(right - line.right <= _FLUSH * line.size for line in body)
    return _Column(left, right, flush >= _JUSTIFIED * len(body) and len(body) >= _JUSTIFIED_LINES)


def _right_edge(body: Sequence[Line]) -> float:
    """Where most lines end, if they are set flush, else where the longest does: one may stand across the gutter."""
    ends: Counter[int] = Counter(round(line.right) for line in body)
    right, number = ends.most_common(1)[0] if ends else (0, 0)
    if number >= max(_JUSTIFIED_LINES, _FLUSH_LINES * len(body)):
        return max(line.right for line in body if round(line.right) == right)
    return max((line.right for line in body), default=0.0)


def _parting(lines: list[Line], number: int, made: tuple[list[Line], set[int]], column: _Column, style: Style) -> str:
    """What stands between a line and the one before: "paragraph", "line", or something else if the text runs on."""
    before, line = lines[number - 1], lines[number]
    run, breaks = made
    pitch = style.pitch * line.size / style.size
    gap = before.base - line.base
    if abs(line.size - before.size) > OTHER_SIZE * max(line.size, before.size) or _is_next_note(line, run, style):
        return "paragraph"
    if gap <= 0 or gap > max(style.gap * pitch, min(style.gap * 1.1, _GAP) * line.size):
        return "paragraph"
    if before.size >= _LARGE * style.size and before.bold == line.bold and _is_level(before, line):
        return ""
    if _is_centred(before, column) and not _is_centred(line, column):
        return "paragraph"
    short = _is_short(before, line, column)
    bold = _is_bold(before) != _is_bold(line)
    if found := _in_item(line, before, run, column, short=short, titled=short and bold and gap > _GAP_LEAST * pitch):
        return "" if found == "more" else found
    if _is_indented(lines, number, column):
        return "paragraph"
    if line.left < before.left - _INDENT * line.size and len(run) > 1 and abs(run[-1].left - run[-2].left) < 1:
        return "paragraph"
    if not short:
        return ""
    if bold:
        return "paragraph"
    return _after_short(before, line, column, style, listed=len(run) - 1 in breaks)


def _in_item(line: Line, before: Line, run: list[Line], column: _Column, *, short: bool, titled: bool) -> str | None:
    """What a line is that begins or follows an item of a list, or a note; None for other lines.

    It may be ``titled`` by the one before, which looks like an item if it is a time.
    """
    if starts_item(line, short=short or line.left < before.left - 1 or line.left > column.left + line.size):
        return "paragraph"
    if titled:
        return "paragraph"
    if starts_item(run[0], short=True) and (hangs := _hanging(before, line, run[0])):
        return hangs
    if begins_note(run[0]) and _hanging(before, line, run[0]) == "more":
        return "more"
    left = _BULLET.match(run[0].text) and line.left < run[0].left - _HANGING * line.size
    return "paragraph" if left else None


def _is_centred(line: Line, column: _Column) -> bool:
    """Whether a line stands far from both edges, and as far from one as from the other."""
    left, right = line.left - column.left, column.right - line.right
    return left > _CENTRED * line.size and abs(left - right) <= _OFF_CENTRE * line.size


def _is_level(before: Line, line: Line) -> bool:
    """Whether two lines are set one under the other about the same middle."""
    return abs(before.left + before.right - line.left - line.right) <= 2 * _OFF_CENTRE * line.size


def _after_short(before: Line, line: Line, column: _Column, style: Style, *, listed: bool) -> str:
    """A line that ends before it had to: the end of a paragraph, unless paragraphs are told apart by other means.

    A line ``listed`` under another one that ended early ends there itself if it leaves much room.
    """
    lower = line.text[:1].islower()
    if not style.indents and not style.spaces:
        return "" if lower and not _ENDS.search(before.text) else "paragraph"
    width = column.right - column.left
    if listed and column.right - before.right > _MUCH_ROOM * width and not is_broken(before):
        return "line"
    if lower or column.right - before.right < 0.12 * width:
        return ""
    return "line"


def _hanging(before: Line, line: Line, item: Line) -> str | None:
    """What a line under the words of a list item is: more of it, or no part of it any more; None for other lines."""
    words = item.words
    if len(words) > 1 and abs(line.left - words[1].left) <= _HANGING * line.size:
        return "more"
    return "paragraph" if before.left > item.left + _HANGING * line.size else None


def _is_bold(line: Line) -> bool:
    return all(word.bold for word in line.words)


def _is_next_note(line: Line, run: list[Line], style: Style) -> bool:
    """Whether a line begins a note by its raised number, or in small type the one after that which is being read."""
    if begins_note(line):
        return True
    if line.size >= _SMALL * style.size:
        return False
    last, this = _note_number(run[0]), _note_number(line)
    return this is not None and last is not None and this == last + 1


def _note_number(line: Line) -> int | None:
    match = NOTE.match(line.text)
    number = (match[1] or match[2]) if match else None
    return int(number) if number else None


def _is_short(before: Line, line: Line, column: _Column) -> bool:
    """Whether the next word would still have fitted, or a sentence ends before an edge that all lines reach."""
    first, room = line.words[0], column.right - before.right
    if room > first.right - first.left + BLANK * line.size:
        return True
    ended = column.justified and len(before.words) > 1 and room > _RAGGED * line.size and not line.text[:1].islower()
    return ended and _SENTENCE_ENDS.search(before.text) is not None


def starts_item(line: Line, *, short: bool) -> bool:
    """Whether a line begins a list item; numbers count only where the line before is ``short``."""
    text = line.text
    return bool(_BULLET.match(text) or _BULLET_ALONE.match(text) or (short and _NUMBERED.match(text)))


def _is_indented(lines: list[Line], number: int, column: _Column) -> bool:
    """Whether a line begins further in than those around it, and is no part of a passage set in as a whole."""
    line, before = lines[number], lines[number - 1]
    inwards = line.left - column.left
    if not _INDENT * line.size < inwards < _INDENT_MOST * line.size:
        return False
    if abs(before.left - line.left) > 1:
        return line.left > before.left
    if line.text[:1].islower() and not _ENDS.search(before.text):
        return False
    same = 1
    for step in (-1, 1):
        at = number + step
        while same < _QUOTATION and 0 <= at < len(lines) and abs(lines[at].left - line.left) <= 1:
            same += 1
            at += step
    return same < _QUOTATION


def _made(lines: list[Line], breaks: Iterable[int], column: _Column, style: Style) -> Paragraph:
    first, last = lines[0], lines[-1]
    text = " ".join(line.text for line in lines)
    level = style.level(first) if len(text) <= _LONGEST_HEADING else 0
    if not level and _is_bold_heading(lines, text, style):
        level = _BOLD_LEVEL
    small = first.size < _SMALL * style.size
    note = not level and (small or begins_note(first)) and bool(NOTE.match(first.text))
    room = 0.0 if is_broken(last) else column.right - last.right
    indented = first.left - column.left > _INDENT * first.size
    return Paragraph(list(lines), level, (), note, room, indented, frozenset(breaks))


def _is_bold_heading(lines: list[Line], text: str, style: Style) -> bool:
    return (
        all(line.bold for line in lines)
        and len(lines) <= 2
        and len(text) <= 120
        and lines[0].size >= _SMALL * style.size
        and not re.search(r"[.,;:]$", text)
        and any(letter.isalpha() for letter in text)
    )


def is_broken(line: Line) -> bool:
    """Whether a line ends in the middle of a word."""
    return line.words[-1].hyphen or line.text.endswith("-")
