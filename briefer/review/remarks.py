"""What a draft says beside the memo: sentences that nothing supports, and findings that have a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefer.memo.blocks import Block, Memo, Runs, Table, block_runs
from briefer.memo.remarks import Remark
from briefer.model.brief import Brief
from briefer.review.findings import Finding
from briefer.text.claims import sentences, unsupported_sentences

UNSUPPORTED = "No source supports this sentence. Cite a passage, or mark it as your own judgement."

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"\]\([^)\s]*\)")
_BETWEEN = r"[\W_]*?"
_CELL = "\x1f"
"""Between the cells of a row, whose words would run together."""
_MOST_WORDS = 400
"""A longer sentence is found by so many of its words."""


class Place(NamedTuple):
    """Some words of a block, in code points of its runs."""

    block: int
    start: int
    end: int


def remarks(brief: Brief, memo: Memo, findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """The remarks on a memo, in the order of its words.

    What a section says is looked for in the memo's words: a section that the template leaves out gets no remark, nor
    does a finding about what is not in the memo, as an empty header field.
    """
    words = _Words(memo)
    found: dict[tuple[Place, str], None] = {}
    for section in brief.sections.values():
        for start, end in unsupported_sentences(section):
            if place := words.take(section[start:end]):
                found[place, UNSUPPORTED] = None
    for finding in findings:
        if place := words.of_finding(finding, brief):
            found[place, f"{_sentence(finding.message)} {_sentence(finding.fix)}"] = None
    return tuple(Remark(*place, text) for place, text in sorted(found))


class _Words:
    """The words of a memo, block by block, and what of them is spoken for already."""

    def __init__(self, memo: Memo) -> None:
        self._runs = [list(block_runs(block)) for block in memo.blocks]
        self._texts = [
            _CELL.join("".join(run.text for run in runs) for runs in _parts(block)) for block in memo.blocks
        ]
        self._taken: set[Place] = set()

    def take(self, markdown: str) -> Place | None:
        """Where a sentence of a section stands, and no one before it was found to; None if it is not in the memo."""
        for place in self._places(markdown):
            if place not in self._taken and not self._has_note(place):
                self._taken.add(place)
                return place
        return None

    def of_finding(self, finding: Finding, brief: Brief) -> Place | None:
        """The words that a finding is about."""
        group, _, ident = finding.where.partition(".")
        if finding.words:
            return next(self._exactly(finding.words), None)
        if group == "sections":
            section = brief.sections.get(ident, "")
            first = next((section[sentence.start : sentence.end] for sentence in sentences(section)), "")
            return next(self._places(first), None)
        if finding.where == "memo":
            return next((self._place(at, 0, len(text)) for at, text in enumerate(self._texts) if text.strip()), None)
        return next(self._of_entry(finding.where), None)

    def _places(self, markdown: str) -> Iterator[Place]:
        found = _WORD.findall(_ADDRESS.sub("]", markdown))[:_MOST_WORDS]
        if not found:
            return
        pattern = re.compile(rf"[“‘\"'(\[]*\b{_BETWEEN.join(map(re.escape, found))}\b[^\w\s]*")
        for at, text in enumerate(self._texts):
            for match in pattern.finditer(text):
                yield self._place(at, match.start(), match.end())

    def _place(self, at: int, start: int, end: int) -> Place:
        """A place in a text with marks between cells, as a place in the words alone."""
        text = self._texts[at]
        return Place(at, start - text.count(_CELL, 0, start), end - text.count(_CELL, 0, end))

    def _exactly(self, words: str) -> Iterator[Place]:
        for at, text in enumerate(self._texts):
            if (start := text.find(words)) >= 0:
                yield self._place(at, start, start + len(words))

    def _of_entry(self, ident: str) -> Iterator[Place]:
        """The first words of each block that come from an entry."""
        for at, runs in enumerate(self._runs):
            start = 0
            for run in runs:
                if run.entry == ident and run.text.strip():
                    yield Place(at, start, start + len(run.text))
                    break
                start += len(run.text)

    def _has_note(self, place: Place) -> bool:
        at = 0
        for run in self._runs[place.block]:
            if run.note and place.start < at <= place.end:
                return True
            at += len(run.text)
        return False


def _parts(block: Block) -> Iterable[Runs]:
    """The runs of a block, those of a table cell by cell."""
    if isinstance(block, Table):
        return (cell for row in (block.header, *block.rows) for cell in row)
    return (tuple(block_runs(block)),)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}".rstrip(".") + "."
