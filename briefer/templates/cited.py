"""Words of a source together with where they stand, as a person copies them into another program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefer.memo.blocks import Run, Runs
from briefer.model.source import Source, paragraph_number
from briefer.templates.citing import full_title
from briefer.templates.wording import place, quoted
from briefer.text.escape import escape_xml
from briefer.text.spans import Span


class Cited(NamedTuple):
    """The same words for programs that take plain text, and for those that take HTML (a fragment of paragraphs)."""

    plain: str
    html: str


def cited_passage(source: Source, words: str, spans: Sequence[Span], language: str = "en-GB") -> Cited:
    """``words`` in quotation marks, and in brackets the source that has them, with the paragraphs of ``spans``.

    The source is named as the first note of a memo names it. Spans are code points of its text; without any (the
    words are lost) no paragraph is named. Line ends in the words stay.
    """
    numbers = {
        number
        for start, end in spans
        for number in range(paragraph_number(source, start), paragraph_number(source, max(start, end - 1)) + 1)
    }
    where = place(sorted(numbers), language)
    reference: Runs = (*full_title(source, language), *((Run(f", {where}"),) if where else ()))
    said = quoted(words.strip(), language)
    plain = f"{said} ({''.join(run.text for run in reference)})"
    html = f"{_lines(said)} ({''.join(map(_written, reference))})"
    return Cited(plain, f"<p>{html}</p>")


def _lines(words: str) -> str:
    return escape_xml(words).replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n")


def _written(run: Run) -> str:
    words = escape_xml(run.text)
    return f"<em>{words}</em>" if run.italic else words
