"""What a finding is, and what the checks are given."""

from __future__ import annotations

import functools

import msgspec

from briefer.memo.blocks import Block, Memo, Runs, block_runs
from briefer.memo.markdown import read_prose
from briefer.model.brief import Brief


class Finding(msgspec.Struct, frozen=True):
    """One thing that a careful reader would question.

    ``code`` names the kind for programs, ``message`` says it in one sentence, ``where`` is the id of an entry, or
    ``header.ID``, ``sections.ID`` or ``memo``; ``fix`` says what would settle it.
    """

    code: str
    message: str
    where: str
    fix: str


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


class Review:
    """What is reviewed: a brief, the memo made from it, and the template's form."""

    def __init__(self, brief: Brief, memo: Memo, form: Form) -> None:
        self.brief, self.memo, self.form = brief, memo, form

    @functools.cached_property
    def sections(self) -> dict[str, tuple[Block, ...]]:
        """The blocks of each section of the brief, citations left out."""
        return {ident: read_prose(text, lambda _: ()) for ident, text in self.brief.sections.items() if text.strip()}


def words_in(blocks: tuple[Block, ...]) -> int:
    """How many words a reader would count; notes and marks are none."""
    return sum(len(_text(tuple(block_runs(block))).split()) for block in blocks)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
