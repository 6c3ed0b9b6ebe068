"""Runs become ``w:r`` elements: formats, breaks, links, references to notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Protocol

from briefer.memo.blocks import Run
from briefer.render.word.direction import stretches
from briefer.render.word.links import Links, uri
from briefer.text.escape import escape_xml

_SEPARATOR = re.compile(r"(\t|\r\n?|\n)")
NOTE_PROPERTIES = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_NOTE_COMMA = f"<w:r>{NOTE_PROPERTIES}<w:t>,</w:t></w:r>"


class NoteMarks(Protocol):
    """What writes the mark of a note into the text."""

    def mark(self, number: int) -> str:
        """The runs that refer to note ``number``; "" where a note cannot be referred to."""


class RunWriter:
    """Writes the runs of one part of the package, in reading order."""

    def __init__(self, links: Links, notes: NoteMarks) -> None:
        self._links = links
        self._notes = notes

    def xml(self, runs: Iterable[Run]) -> str:
        """The runs; neighbours in one format are joined, references side by side are parted by a raised comma."""
        showing = [run for run in runs if run.text or run.note]
        pieces = []
        for target, linked in groupby(showing, _target):
            written = "".join(self._formatted(linked, bool(target)))
            pieces.append(self._links.hyperlink(target, written) if target else written)
        return "".join(pieces)

    def _formatted(self, runs: Iterable[Run], linked: bool) -> Iterator[str]:
        for form, alike in groupby(runs, _format):
            if form is None:
                yield _NOTE_COMMA.join(filter(None, (self._notes.mark(run.note) for run in alike)))
            else:
                bold, italic, code = form
                style = "Hyperlink" if linked else "VerbatimChar" if code else ""
                text = "".join(run.text for run in alike)
                yield text_runs(text, style, bold=bold, italic=italic, fixed_pitch=code and linked)


def _target(run: Run) -> str:
    return uri(run.link) if run.link and not run.note else ""


def _format(run: Run) -> tuple[bool, bool, bool] | None:
    return None if run.note else (run.bold, run.italic, run.code)


def text_runs(
    text: str, style: str = "", *, bold: bool = False, italic: bool = False, fixed_pitch: bool = False
) -> str:
    """``text`` in one format, ``style`` being a character style: a run a direction, with Word's breaks and tabs."""
    if text.isascii():
        return _run(text, _properties(style, bold, italic, fixed_pitch, rtl=False)) if text else ""
    return "".join(
        _run(piece, _properties(style, bold, italic, fixed_pitch, rtl=rtl)) for piece, rtl in stretches(text)
    )


def _run(text: str, properties: str) -> str:
    if text.isprintable():  # no breaks and no tabs
        return f"<w:r>{properties}{_separator_or_text(escape_xml(text))}</w:r>"
    pieces = _SEPARATOR.split(escape_xml(text))
    content = "".join([_separator_or_text(piece) for piece in pieces if piece])
    return f"<w:r>{properties}{content}</w:r>"


def _separator_or_text(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece[0] in "\r\n":
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{piece}</w:t>'


@cache
def _properties(style: str, bold: bool, italic: bool, fixed_pitch: bool, rtl: bool) -> str:
    """``w:rPr`` in the order of the schema, or "". Complex scripts have switches of their own."""
    properties = "".join(
        (
            f'<w:rStyle w:val="{style}"/>' if style else "",
            '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' if fixed_pitch else "",
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            "<w:rtl/>" if rtl else "",
        )
    )
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""
