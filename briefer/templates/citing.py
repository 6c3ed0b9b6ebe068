"""Notes: what a citation in the memo leads to. One passage has one note, however often it is cited."""

from __future__ import annotations

from typing import TypeAlias

from briefer.memo.blocks import Note, Run, Runs
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.entries import JOIN, Quote
from briefer.model.source import Source, paragraph_number
from briefer.templates.wording import quoted, spoken_date
from briefer.text.escape import xml_safe

_LONGEST = 60
"""Words of a passage that a note quotes whole; of a longer one it quotes the beginning and the end."""

Passage: TypeAlias = tuple[Anchor, ...]
_Key: TypeAlias = tuple[tuple[str, int, int, str, str], ...]


class Notes:
    """The notes of one memo, numbered from 1 in the order in which they are asked for."""

    def __init__(self, brief: Brief, language: str) -> None:
        self._brief, self._language = brief, language
        self._numbers: dict[_Key, int] = {}
        self._passages: list[Passage] = []

    def cite(self, ident: str) -> tuple[int, ...] | None:
        """The notes of an entry or passage: one for each of its anchors, one for all parts of a quote.

        None if the brief has nothing of this id; empty if it has no evidence.
        """
        item = self._brief.citable(ident)
        if item is None:
            return None
        if isinstance(item, Quote):
            return (self._number(item.evidence),) if item.evidence else ()
        return tuple(dict.fromkeys(self._number((anchor,)) for anchor in item.evidence))

    def _number(self, passage: Passage) -> int:
        key = tuple((a.source, a.start, a.end, a.exact if a.lost else "", a.stance) for a in passage)
        if key not in self._numbers:
            self._passages.append(passage)
            self._numbers[key] = len(self._passages)
        return self._numbers[key]

    def written(self, order: list[int]) -> tuple[Note, ...]:
        """All notes. In ``order``, the numbers by first reference, the first of a source names it in full."""
        introduced: set[str] = set()
        written: dict[int, Note] = {}
        for number in [*order, *range(1, len(self._passages) + 1)]:
            if number not in written:
                passage = self._passages[number - 1]
                written[number] = self._note(passage, introduced)
        return tuple(written[number] for number in range(1, len(self._passages) + 1))

    def _note(self, passage: Passage, introduced: set[str]) -> Note:
        source = self._brief.source(passage[0].source)
        assert source is not None, "evidence names a source of its brief"
        known = source.id in introduced
        introduced.add(source.id)
        place = _place(source, passage)
        words = quoted(xml_safe(_shortened(JOIN.join(anchor.exact for anchor in passage))), self._language)
        title = _brief_title(source) if known else _full_title(source, self._language)
        against = [Run("Contradicted by ")] if all(anchor.stance == "contradicts" for anchor in passage) else []
        full = (*against, *title, Run(f", {place}: {words}" if place else f": {words}"))
        return Note((_single_spaced(full),), (Run(f"{_plain(_brief_title(source))}, {place}".rstrip(", ")),))


def _place(source: Source, passage: Passage) -> str:
    """``para. 3``, ``paras 3 and 4``, ``headline``; nothing where the words are no longer in the source."""
    numbers = sorted({paragraph_number(source, anchor.start) for anchor in passage if not anchor.lost})
    if not numbers:
        return ""
    if numbers == [0]:
        return "headline"
    return f"para. {numbers[0]}" if len(numbers) == 1 else f"paras {numbers[0]} and {numbers[-1]}"


def _full_title(source: Source, language: str) -> Runs:
    runs: list[Run] = []
    if source.author:
        runs.append(Run(f"{source.author}, "))
    if source.title:
        runs.append(Run(quoted(source.title, language)))
    if source.publisher:
        runs.append(Run(", " if source.title else ""))
        runs.append(Run(source.publisher, italic=True))
    if not source.title and not source.publisher:
        runs.append(Run(source.label))
    if source.published:
        runs.append(Run(f", {spoken_date(source.published, language)}"))
    return tuple(run for run in runs if run.text)


def _brief_title(source: Source) -> Runs:
    return (Run(source.publisher, italic=True),) if source.publisher else (Run(source.label),)


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _single_spaced(runs: Runs) -> Runs:
    return tuple(Run(xml_safe(run.text.replace("\n", " ")), italic=run.italic) for run in runs)


def _shortened(text: str) -> str:
    words = text.split()
    if len(words) <= _LONGEST:
        return text
    return " ".join(words[: _LONGEST // 2]) + " […] " + " ".join(words[-_LONGEST // 4 :])
