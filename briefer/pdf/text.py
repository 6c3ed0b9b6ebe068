"""Runs as Qt sets them: one string, the formats of its parts, and the way back from a place in it to its run."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QTextCharFormat, QTextLayout

from briefer.memo.blocks import Run
from briefer.pdf.faces import Faces
from briefer.render.groups import safe_link
from briefer.render.word.links import uri

_LINE_BREAK = "\u2028"
_ENCODED = {ord(character): f"%{ord(character):X}" for character in "()\\"}


class Words:
    """The text of a paragraph. Positions are UTF-16 units, as Qt counts them."""

    __slots__ = ("_length", "_runs", "_starts", "formats", "text")

    def __init__(self) -> None:
        self.text = ""
        self.formats: list[QTextLayout.FormatRange] = []
        self._length = 0
        self._starts: list[int] = []
        self._runs: list[Run] = []

    def add(self, text: str, form: QTextCharFormat | None, run: Run) -> None:
        """Add the words of a run; without a format they look as the paragraph's style does."""
        length = len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
        if form is not None:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = self._length, length, form
            self.formats.append(part)
        self._starts.append(self._length)
        self._runs.append(run)
        self.text += text.replace("\n", _LINE_BREAK)
        self._length += length

    def run_at(self, position: int) -> Run:
        """The run that the character at a position belongs to."""
        return self._runs[bisect_right(self._starts, position) - 1]

    def spans(self) -> Iterator[tuple[int, int, Run]]:
        """Where each run stands: start, end, and the run."""
        yield from zip(self._starts, [*self._starts[1:], self._length], self._runs, strict=False)

    def notes(self) -> list[tuple[int, int]]:
        """Where notes are referred to: position and number."""
        return [(at, run.note) for at, run in zip(self._starts, self._runs, strict=True) if run.note]


def set_words(runs: Sequence[Run], style: str, faces: Faces, shown: Mapping[int, int]) -> Words:
    """``runs`` in a paragraph of ``style``; ``shown`` is the number under which the reader sees each note.

    References side by side are parted by a raised comma. A link that is no web or mail address is set as its words.
    """
    words, after_note, grey = Words(), False, faces.face(style).grey
    for run in runs:
        if run.note:
            words.add(f"{',' if after_note else ''}{shown[run.note]}", faces.form(style, raised=True), run)
            after_note = True
        elif run.text:
            link = uri(run.link) if safe_link(run.link) else ""
            plain = not (run.bold or run.italic or run.code or link or grey)
            form = None
            if not plain:
                form = faces.form(style, bold=run.bold, italic=run.italic, code=run.code, link=bool(link))
            words.add(run.text, _leading(form, link) if form and link else form, run)
            after_note = False
    return words


def _leading(form: QTextCharFormat, link: str) -> QTextCharFormat:
    """The format of a link that a PDF file makes one too; Qt writes the address there as it is given."""
    leading = QTextCharFormat(form)
    leading.setAnchor(True)
    leading.setAnchorHref(link.translate(_ENCODED))
    return leading


def plain_words(text: str, form: QTextCharFormat | None = None) -> Words:
    """``text`` that leads nowhere, in one format."""
    words = Words()
    words.add(text, form, Run(text))
    return words
