"""What a draft says beside the memo: sentences that nothing supports, and findings that have a place in it."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from briefer.memo.blocks import Block, Memo, Runs, Table, block_runs
from briefer.memo.remarks import Remark, Remarks
from briefer.model.brief import Brief
from briefer.review.findings import Finding
from briefer.text.claims import sentences, unsupported_sentences

UNSUPPORTED = "No source supports this sentence. Cite a passage, or mark it as your own judgement."
MOST = 500
"""Sentences without support that get a remark, and findings that do: more are no help to anybody."""

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"\]\([^)\s]*\)")
_SIGNS_AFTER = re.compile(r"[^\w\s]*")
_OPENING = "“‘\"'(["
_CELL = "\x1f"
"""Between the cells of a row, whose words would run together."""
_MOST_WORDS = 400
"""A longer sentence is found by so many of its words."""


class Place(NamedTuple):
    """Some words of a block, in code points of its runs."""

    block: int
    start: int
    end: int


def remarks(brief: Brief, memo: Memo, findings: Iterable[Finding]) -> Remarks:
    """The remarks on a memo.

    What a section says is looked for in the memo's words: a section that the template leaves out gets no remark, nor
    does a finding about what is not in the memo, as an empty header field.
    """
    words = _Words(memo)
    found: dict[tuple[Place, str], None] = {}
    unsupported = (
        section[start:end] for section in brief.sections.values() for start, end in unsupported_sentences(section)
    )
    for sentence in islice(unsupported, MOST):
        if place := words.take(sentence):
            found[place, UNSUPPORTED] = None
    told = iter(findings)
    for finding in islice(told, MOST):
        if place := words.of_finding(finding, brief):
            found[place, f"{_sentence(finding.message)} {_sentence(finding.fix)}"] = None
    made = tuple(Remark(*place, text) for place, text in sorted(found))
    return Remarks(made, sum(1 for _ in unsupported) + sum(1 for _ in told))


class _Text:
    """The words of one block: as they are read, and without all between them, which is how they are looked for."""

    def __init__(self, block: Block) -> None:
        self.runs = list(block_runs(block))
        self.text = _CELL.join("".join(run.text for run in runs) for runs in _parts(block))
        words = list(_WORD.finditer(self.text))
        self.bare = "".join(word[0] for word in words)
        self._starts = [word.start() for word in words]
        self._bare_starts = list(accumulate((len(word[0]) for word in words[:-1]), initial=0)) if words else []
        self._cells = [found.start() for found in re.finditer(_CELL, self.text)]
        ends = accumulate(len(run.text) for run in self.runs)
        self._notes = [end for run, end in zip(self.runs, ends, strict=True) if run.note]

    def find(self, bare: str, at: int) -> tuple[int, int] | None:
        """Where words that begin with one of ours stand, in ``bare`` and from there on."""
        while (found := self.bare.find(bare, at)) >= 0:
            word = bisect_left(self._bare_starts, found)
            if word < len(self._bare_starts) and self._bare_starts[word] == found:
                return found, found + len(bare)
            if word == len(self._bare_starts):
                break
            at = self._bare_starts[word]
        return None

    def shown(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of ``bare`` stands in the text, with the signs that belong to it."""
        first, last = self._in_text(start), self._in_text(end - 1) + 1
        while first and self.text[first - 1] in _OPENING:
            first -= 1
        signs = _SIGNS_AFTER.match(self.text, last)
        return first, signs.end() if signs else last

    def _in_text(self, at: int) -> int:
        word = bisect_right(self._bare_starts, at) - 1
        return self._starts[word] + at - self._bare_starts[word]

    def before_cells(self, at: int) -> int:
        """A place in the text as one in the words alone, without marks between cells."""
        return at - bisect_left(self._cells, at)

    def has_note(self, start: int, end: int) -> bool:
        """Whether a note stands in or behind these words."""
        return bisect_right(self._notes, start) < bisect_right(self._notes, end)


class _Words:
    """The words of a memo, block by block, and what of them is spoken for already."""

    def __init__(self, memo: Memo) -> None:
        self._texts = [_Text(block) for block in memo.blocks]
        self._taken: set[Place] = set()
        self._left: dict[str, Iterator[Place]] = {}

    def take(self, markdown: str) -> Place | None:
        """Where a sentence of a section stands, and no one before it was found to; None if it is not in the memo."""
        bare = _bare(markdown)
        places = self._left.setdefault(bare, self._places(bare))  # what was looked at once is not looked at again
        for place in places:
            if place not in self._taken and not self._texts[place.block].has_note(place.start, place.end):
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
            return next(self._places(_bare(first)), None)
        if finding.where == "memo":
            texts = enumerate(self._texts)
            return next((self._place(at, 0, len(each.text)) for at, each in texts if each.text.strip()), None)
        return self._by_entry.get(finding.where)

    def _places(self, bare: str) -> Iterator[Place]:
        for at, text in enumerate(self._texts):
            end = 0
            while bare and (found := text.find(bare, end)):
                start, end = found
                yield self._place(at, *text.shown(start, end))

    def _place(self, at: int, start: int, end: int) -> Place:
        """A place in a text with marks between cells, as a place in the words alone."""
        return Place(at, self._texts[at].before_cells(start), self._texts[at].before_cells(end))

    def _exactly(self, words: str) -> Iterator[Place]:
        for at, each in enumerate(self._texts):
            if (start := each.text.find(words)) >= 0:
                yield self._place(at, start, start + len(words))

    @functools.cached_property
    def _by_entry(self) -> dict[str, Place]:
        """The first words that come from each entry."""
        found: dict[str, Place] = {}
        for at, each in enumerate(self._texts):
            start = 0
            for run in each.runs:
                if run.entry and run.text.strip():
                    found.setdefault(run.entry, Place(at, start, start + len(run.text)))
                start += len(run.text)
        return found


def _bare(markdown: str) -> str:
    """The first words of a sentence, without anything between them."""
    return "".join(_WORD.findall(_ADDRESS.sub("]", markdown))[:_MOST_WORDS])


def _parts(block: Block) -> Iterable[Runs]:
    """The runs of a block, those of a table cell by cell."""
    if isinstance(block, Table):
        return (cell for row in (block.header, *block.rows) for cell in row)
    return (tuple(block_runs(block)),)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}".rstrip(".") + "."
