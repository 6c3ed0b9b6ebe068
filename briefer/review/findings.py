"""What a finding is, and what the checks are given."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from briefer.memo.blocks import Block, Code, Memo, Runs, Table, block_runs
from briefer.memo.markdown import read_prose
from briefer.model.brief import Brief


class Finding(msgspec.Struct, frozen=True):
    """One thing that a careful reader would question.

    ``code`` names the kind for programs, ``message`` says it in one sentence, ``where`` is the id of an entry, or
    ``header.ID``, ``sections.ID`` or ``memo``; ``fix`` says what would settle it. ``words`` are those of the memo
    that it is about, if it is about no more than these.
    """

    code: str
    message: str
    where: str
    fix: str
    words: str = ""


class Part(msgspec.Struct, frozen=True):
    """A header field or section as the template asks for it; 0 words is no limit."""

    id: str
    label: str
    required: bool = False
    words: int = 0


class Form(msgspec.Struct, frozen=True):
    """What the checks need to know of a template. 0 words or pages is no limit; pages are not checked here."""

    header: tuple[Part, ...] = ()
    sections: tuple[Part, ...] = ()
    words: int = 0
    pages: float = 0


class Prose(msgspec.Struct, frozen=True):
    """A section as the memo reads it: its blocks without citations, and the ids that it cites, in their order."""

    blocks: tuple[Block, ...]
    cited: tuple[str, ...]


class Review:
    """What is reviewed: a brief, the memo made from it, and the template's form.

    ``generated`` is what the notes make now of the parts that were taken over, by section.
    """

    def __init__(self, brief: Brief, memo: Memo, form: Form, generated: Mapping[str, str] | None = None) -> None:
        self.brief, self.memo, self.form = brief, memo, form
        self.generated = generated or {}

    @functools.cached_property
    def sections(self) -> dict[str, Prose]:
        """The sections of the brief by id, without the empty ones."""
        return {ident: _read(text) for ident, text in self.brief.sections.items() if text.strip()}


def _read(section: str) -> Prose:
    cited: dict[str, None] = {}

    def cite(ident: str) -> tuple[int, ...]:
        cited[ident] = None
        return ()

    return Prose(read_prose(section, cite), tuple(cited))


def words_in(blocks: Iterable[Block]) -> int:
    """How many words a reader would count; marks of lists and notes are none."""
    return sum(len(text.split()) for block in blocks for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Table():
            for row in (block.header, *block.rows):
                yield from map(_text, row)
        case Code():
            yield block.text
        case _:
            yield _text(tuple(block_runs(block)))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
