"""The citation switch: the same memo with footnotes, with attribution in the text, with an end list, or without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec.structs import replace

from briefer.memo.blocks import (
    Block,
    Citations,
    Code,
    Field,
    Heading,
    ListItem,
    Memo,
    Note,
    PageBreak,
    Rule,
    Run,
    Runs,
    Table,
    block_runs,
)

_Cite: TypeAlias = Callable[[list[Run]], Runs]
"""From neighbouring note references to the words that stand for them."""

# A stop that a citation goes before; not an ellipsis, nor the last stop of "U.S." or "e.g.".
_STOP = re.compile(r"(?<=[^\s.…])(?<!\.\w)[.,;:]\Z")
_SPACE = re.compile(r"(?<!\s)\s+\Z")
_CLOSING = " \t\n\u00a0.,;:!?)]}»”’…"
"""What follows a reference without a space of our own."""


class Citing:
    """The citation switch for a memo that changes: a block that stayed, with the same notes, is not made again.

    ``heading`` stands over an end list.
    """

    def __init__(self, mode: Citations, heading: str = "Sources") -> None:
        self._mode, self._heading = mode, heading
        self._order: dict[int, int] = {}
        self._notes: tuple[Note, ...] = ()
        self._made: dict[int, tuple[Block, Block]] = {}  # by identity of the block, which is held beside its result

    def cited(self, memo: Memo) -> Memo:
        """As ``cite_as`` has it."""
        order = _order(memo)
        if memo.notes is not self._notes or order != self._order:
            self._made = {}
        self._order, self._notes = order, memo.notes
        match self._mode:
            case "footnotes":
                blocks = self._each(memo.blocks, lambda runs: _renumbered(runs, order))
                return replace(memo, blocks=blocks, notes=tuple([memo.notes[number - 1] for number in order]))
            case "inline":
                blocks = self._cited(memo.blocks, lambda references: _attribution(memo, references))
            case "endlist":
                blocks = self._cited(memo.blocks, lambda references: _numbers(order, references))
                blocks = (*blocks, *_end_list(memo, order, self._heading))
            case "none":
                blocks = self._cited(memo.blocks, lambda _: ())
        return replace(memo, blocks=blocks, notes=())

    def _cited(self, blocks: Iterable[Block], cite: _Cite) -> tuple[Block, ...]:
        return self._each(blocks, lambda runs: _without_references(runs, cite))

    def _each(self, blocks: Iterable[Block], change: Callable[[Runs], Runs]) -> tuple[Block, ...]:
        made: dict[int, tuple[Block, Block]] = {}
        results = []
        for block in blocks:
            before_and_after = self._made.get(id(block)) or (block, with_runs(block, change))
            made[id(block)] = before_and_after
            results.append(before_and_after[1])
        self._made = made
        return tuple(results)


def cite_as(memo: Memo, mode: Citations, heading: str = "Sources") -> Memo:
    """The memo with its note references turned into what ``mode`` asks for.

    ``footnotes``: notes are numbered in the order in which they are first referred to, and unused ones dropped.
    ``inline``: ``Note.short`` (its first paragraph, if that is empty) in brackets, before the stop that the reference
    follows; neighbours share the brackets, parted by ``; ``. ``endlist``: numbers in square brackets at the same
    places, and the notes as a numbered list under ``heading`` (level 2) at the end. ``none``: no trace. In all but
    ``footnotes`` the memo has no notes left. IndexError if a run refers to a note that there is not.
    """
    return Citing(mode, heading).cited(memo)


def saying_something(blocks: Sequence[Block], mode: Citations) -> tuple[Block, ...]:
    """The blocks without those of which nothing is left in this mode: a paragraph that is only a citation.

    An item of a list stays if further paragraphs belong to it.
    """
    if mode != "none":
        return tuple(blocks)
    pairs = zip(blocks, (*blocks[1:], None), strict=False)
    return tuple(block for block, following in pairs if not _only_cites(block) or _goes_on(block, following))


def _only_cites(block: Block) -> bool:
    if isinstance(block, Table | Field):
        return False
    runs = list(block_runs(block))
    return bool(runs) and not any(run.text.strip() for run in runs)


def _goes_on(block: Block, following: Block | None) -> bool:
    """Whether a block begins an item of a list that has further paragraphs."""
    return isinstance(block, ListItem) and block.first and isinstance(following, ListItem) and not following.first


def _order(memo: Memo) -> dict[int, int]:
    """From the notes' numbers, as they are first referred to, to 1, 2, 3 ..."""
    order: dict[int, int] = {}
    for block in memo.blocks:
        for run in block_runs(block):
            if run.note:
                order.setdefault(run.note, len(order) + 1)
    return order


def _renumbered(runs: Runs, order: dict[int, int]) -> Runs:
    return tuple([replace(run, note=order[run.note]) if run.note else run for run in runs])


def with_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """The block with its runs changed, those of a table cell by cell."""
    match block:
        case Table():
            header = tuple(change(cell) for cell in block.header)
            return replace(
                block, header=header, rows=tuple(tuple(change(cell) for cell in row) for row in block.rows)
            )
        case Code() | Rule() | PageBreak():
            return block
        case _:
            return replace(block, runs=change(block.runs))


def _without_references(runs: Runs, cite: _Cite) -> Runs:
    """The runs with their references turned into words: a space before these, the sentence's stop after."""
    if not any(run.note for run in runs):
        return runs
    written: list[Run] = []
    wants_space = wants_space_before_word = False
    for is_reference, group in groupby(_gathered(runs), key=lambda run: bool(run.note)):
        members = list(group)
        if not is_reference:
            start = members[0].text[0]
            if (wants_space and start not in _CLOSING) or (wants_space_before_word and start.isalnum()):
                written.append(Run(" "))
            written += members
            continue
        words = cite(members)
        wants_space = _cut(written, _SPACE) is not None
        wants_space_before_word = bool(words)
        if words:
            stop = _cut(written, _STOP)
            written += [Run(" "), *words] if written else words
            if stop:
                written.append(replace(stop, link="", code=False))
    return tuple(written)


def _gathered(runs: Runs) -> list[Run]:
    """The runs without empty ones, and without white space between two references."""
    gathered: list[Run] = []
    for run in runs:
        if run.note and len(gathered) > 1 and gathered[-2].note and gathered[-1].text.isspace():
            gathered[-1] = run
        elif run.note or run.text:
            gathered.append(run)
    return gathered


def _cut(written: list[Run], ending: re.Pattern[str]) -> Run | None:
    """Cut ``ending`` off the end of what is written; what was cut, in its format, or None."""
    found = ending.search("".join(run.text for run in written[-3:]))
    if not found:
        return None
    left = len(found[0])
    while len(written[-1].text) < left:
        left -= len(written.pop().text)
    last = written.pop()
    if len(last.text) > left:
        written.append(replace(last, text=last.text[:-left]))
    return replace(last, text=found[0])


def _attribution(memo: Memo, references: list[Run]) -> Runs:
    cited = [(run, _short(memo.notes[run.note - 1])) for run in _distinct(references)]
    parts = [
        tuple(replace(words, entry=words.entry or run.entry) for words in short) for run, short in cited if short
    ]
    return _bracketed("(", "; ", ")", list({"".join(run.text for run in part): part for part in parts}.values()))


def _short(note: Note) -> Runs:
    return note.short or (note.paragraphs[0] if note.paragraphs else ())


def _numbers(order: dict[int, int], references: list[Run]) -> Runs:
    parts = [(Run(str(order[run.note]), entry=run.entry),) for run in _distinct(references)]
    return _bracketed("[", ", ", "]", parts)


def _distinct(references: Iterable[Run]) -> list[Run]:
    first: dict[int, Run] = {}
    for run in references:
        first.setdefault(run.note, run)
    return list(first.values())


def _bracketed(opening: str, between: str, closing: str, parts: Sequence[Runs]) -> Runs:
    if not parts:
        return ()
    joined = [run for part in parts for run in (Run(between), *part)]
    return (Run(opening), *joined[1:], Run(closing))


def _end_list(memo: Memo, order: dict[int, int], heading: str) -> Iterator[Block]:
    if not order:
        return
    yield Heading(2, (Run(heading),))
    lists = [block.list_number for block in memo.blocks if isinstance(block, ListItem)]
    list_number = max(lists, default=0) + 1
    for number in order:
        for index, runs in enumerate(memo.notes[number - 1].paragraphs or ((),)):
            yield ListItem(runs, list_number, ordered=True, first=index == 0)
