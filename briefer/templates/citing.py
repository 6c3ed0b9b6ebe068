"""Notes: what a citation in the memo leads to. One passage has one note, however often it is cited."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from briefer.memo.blocks import Note, Run, Runs
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.entries import JOIN, Quote
from briefer.model.source import Source, paragraph_starts
from briefer.templates.wording import contradicted, place, quoted, spoken_date
from briefer.text.escape import RESERVED, xml_safe

_LONGEST = 60
"""Words of a passage that a note quotes whole; of a longer one it quotes the beginning and the end."""
_MOST_CHARACTERS = 600
_LINE_ENDS = re.compile("[\r\n]+")
_BEFORE_NUMBER = re.compile(r" (?=\d)")

Passage: TypeAlias = tuple[Anchor, ...]
_Key: TypeAlias = tuple[tuple[str, int, int, str, str], ...]


class Notes:
    """The notes of one memo, numbered from 1 in the order in which they are asked for."""

    def __init__(self, brief: Brief, language: str, passages: Iterable[Passage] = ()) -> None:
        """``passages`` have their numbers already, from 1, as other notes of this brief gave them."""
        self._language = language
        self._citables = {item.id: item for item in brief.citables()}
        self._sources = {source.id: source for source in brief.sources}
        self._starts: dict[str, list[int]] = {}
        self._numbers: dict[_Key, int] = {}
        self._passages: list[Passage] = []
        self._written: dict[tuple[int, bool], Note] = {}
        for passage in passages:
            self._number(passage)

    def cite(self, ident: str) -> tuple[int, ...] | None:
        """The notes of an entry or passage: one for each of its anchors, one for all parts of a quote in a source.

        None if the brief has nothing of this id; empty if it has no evidence.
        """
        item = self._citables.get(ident)
        if item is None:
            return None
        if isinstance(item, Quote):
            parts = groupby(item.evidence, lambda anchor: (anchor.source, anchor.stance))
            return tuple(dict.fromkeys(self._number(tuple(part)) for _, part in parts))
        return tuple(dict.fromkeys(self._number((anchor,)) for anchor in item.evidence))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What the notes are about, in the order of their numbers."""
        return tuple(self._passages)

    def passage(self, number: int) -> Passage:
        """The words that a note is about, by its number: one anchor, or those of a quote's parts."""
        return self._passages[number - 1]

    def _number(self, passage: Passage) -> int:
        key = tuple((a.source, a.start, a.end, a.exact if a.lost else "", a.stance) for a in passage)
        if key not in self._numbers:
            self._passages.append(passage)
            self._numbers[key] = len(self._passages)
        return self._numbers[key]

    def written(self, order: list[int]) -> tuple[Note, ...]:
        """All notes. In ``order``, the numbers by first reference, the first of a source names it in full."""
        written = dict(self.writing(order))
        return tuple(written[number] for number in range(1, len(self._passages) + 1))

    def writing(self, order: Iterable[int]) -> Iterator[tuple[int, Note]]:
        """``written`` note by note, each with its number. What was written once is not written again."""
        introduced: set[str] = set()
        for number in dict.fromkeys((*order, *range(1, len(self._passages) + 1))):
            passage = self._passages[number - 1]
            known = passage[0].source in introduced
            introduced.add(passage[0].source)
            if (number, known) not in self._written:
                self._written[number, known] = self._note(passage, known=known)
            yield number, self._written[number, known]

    def _note(self, passage: Passage, *, known: bool) -> Note:
        source = self._sources[passage[0].source]
        where = self._place(passage)
        words = quoted(xml_safe(_shortened(JOIN.join(anchor.exact for anchor in passage))), self._language)
        title = _brief_title(source, self._language) if known else full_title(source, self._language)
        against = [Run(contradicted(self._language))] if passage[0].stance == "contradicts" else []
        full = (*against, *title, Run(f", {where}: {words}" if where else f": {words}"))
        in_brackets = [Run(run.text[:1].lower() + run.text[1:]) for run in against]
        short = (*in_brackets, *_brief_title(source, self._language), Run(f", {where}" if where else ""))
        return Note((_single_spaced(full),), _single_spaced(run for run in short if run.text))

    def _place(self, passage: Passage) -> str:
        """Where the words stand, with no number at the start of a line; nothing where they are no longer there."""
        numbers = sorted({self._paragraph(anchor) for anchor in passage if not anchor.lost})
        return _BEFORE_NUMBER.sub("\u00a0", place(numbers, self._language))

    def _paragraph(self, anchor: Anchor) -> int:
        starts = self._starts.get(anchor.source)
        if starts is None:
            starts = self._starts[anchor.source] = paragraph_starts(self._sources[anchor.source])
        return bisect.bisect_right(starts, anchor.start)


def full_title(source: Source, language: str) -> Runs:
    """How a source is named where it comes first: author, title, publisher and date, as far as they are known."""
    runs: list[Run] = []
    if source.author:
        runs.append(Run(f"{source.author}, "))
    if source.title:
        runs.append(Run(quoted(source.title, language)))
    if source.publisher:
        runs.append(Run(", " if source.title else ""))
        runs.append(Run(source.publisher, italic=True))
    if not source.title and not source.publisher:
        runs.append(_name(source, language))
    if source.published:
        runs.append(Run(f", {spoken_date(source.published, language)}"))
    return tuple(run for run in runs if run.text)


def _brief_title(source: Source, language: str) -> Runs:
    return (Run(source.publisher, italic=True),) if source.publisher else (_name(source, language),)


def _name(source: Source, language: str) -> Run:
    """What a source without a publisher is called: by its first words, if it has no title and no file either."""
    return Run(source.label if source.title or source.file_name else quoted(source.label, language))


def _single_spaced(runs: Iterable[Run]) -> Runs:
    return tuple(Run(_on_one_line(run.text), italic=run.italic) for run in runs)


def _on_one_line(text: str) -> str:
    return text if text.isprintable() else xml_safe(RESERVED.sub("", _LINE_ENDS.sub(" ", text)))


def _shortened(text: str) -> str:
    words = text.split()
    if len(words) > _LONGEST:
        return " ".join(words[: _LONGEST // 2]) + " […] " + " ".join(words[-(_LONGEST // 4) :])
    if len(text) > _MOST_CHARACTERS:  # as in scripts without spaces
        return text[: _MOST_CHARACTERS // 2] + " […] " + text[-(_MOST_CHARACTERS // 4) :]
    return text
