"""Paragraphs of a PDF that run over the end of a column or a page made whole; footnotes put after the text."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.sources.pdf.paragraphs import BLANK, OTHER_SIZE, Paragraph, Style, is_broken, starts_item
from briefer.text.clean.lines import dated

_NAME_WORDS, _FAR = 4, 6.0
"""Words of a name at most; font sizes from the edge at which no line ends that goes on in the next one."""


def joined_over_breaks(blocks: Iterable[list[Paragraph]], style: Style) -> list[Paragraph]:
    """The paragraphs of all columns and pages in order, those whole that run over a break; notes come last."""
    text: list[Paragraph] = []
    notes: list[Paragraph] = []
    for block in blocks:
        body = [paragraph for paragraph in block if not paragraph.note]
        notes.extend(paragraph for paragraph in block if paragraph.note)
        at = _place(text, body[0], style) if body else None
        if at is not None:
            text[at] = _one(text[at], body.pop(0))
        text.extend(body)
    return [*text, *notes]


def _place(text: list[Paragraph], first: Paragraph, style: Style) -> int | None:
    """Which paragraph the first one of a column goes on with, if any; captions in between are passed over.

    Over a heading in between, only what breaks off amid a sentence goes on.
    """
    headed = False
    for at in range(len(text) - 1, max(-1, len(text) - 3), -1):
        if _runs_on(text[at], first, style) and not (headed and _ends(text[at], first)):
            return at
        headed = headed or bool(text[at].level)
        if style.is_body(text[at].lines[-1]) or text[at].cells:
            return None
    return None


def _runs_on(last: Paragraph, first: Paragraph, style: Style) -> bool:
    if last.level or first.level or last.cells or first.cells or starts_item(first.lines[0], short=True):
        return False
    if abs(last.lines[-1].size - first.lines[0].size) > OTHER_SIZE * style.size:
        return False
    end = last.lines[-1]
    if len(last.lines) == 1 and dated(end.text) and not first.lines[0].text[:1].islower():
        return False
    if not _ends(last, first):
        return not (_is_name(last) and last.room > _FAR * end.size)
    if all(word.bold for word in first.lines[0].words) != all(word.bold for word in end.words):
        return False
    word = first.lines[0].words[0]
    return not first.indented and last.room <= word.right - word.left + BLANK * end.size


def _is_name(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a few words with capitals: under a letter, say, above what its writer is."""
    words = paragraph.lines[0].words
    few = len(paragraph.lines) == 1 and 1 < len(words) <= _NAME_WORDS and not is_broken(paragraph.lines[0])
    return few and all(word.text[:1].isupper() for word in words) and words[-1].text[-1:].isalpha()


def _ends(last: Paragraph, first: Paragraph) -> bool:
    """Whether a paragraph may have ended where the other one begins."""
    return not is_broken(last.lines[-1]) and not first.lines[0].text[:1].islower()


def _one(last: Paragraph, first: Paragraph) -> Paragraph:
    number = len(last.lines)
    breaks = last.breaks | {number + at for at in first.breaks}
    return last._replace(lines=last.lines + first.lines, room=first.room, breaks=breaks)
