"""What a finding is, and what the checks are given."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

import msgspec

from briefer.memo.blocks import Block, Code, Memo, Runs, Table, block_runs
from briefer.memo.markdown import read_prose
from briefer.model.brief import Brief, left_place
from briefer.review.kinds import KINDS, Severity
from briefer.text.lexicon import Lexicon, lexicon_of
from briefer.text.spans import Span

if TYPE_CHECKING:
    from briefer.model.entries import Actor, Quote
    from briefer.review.readings import SourceReading
    from briefer.review.said import Said


class Repair(msgspec.Struct, frozen=True):
    """What one click does about a finding; ``label`` says it in few words.

    ``set`` gives the quote at the finding's place the text ``new``; ``rewrite`` puts ``new`` in place of each ``old``
    in the section or header field there, ``first`` in place of the first one alone; ``merge`` makes the actor ``new``
    of the actor ``old``; ``own`` marks the sentence ``old`` as the writer's own judgement; ``reveal`` takes hidden
    characters out of what stands there.
    """

    does: Literal["set", "rewrite", "first", "merge", "own", "reveal"]
    label: str
    old: str = ""
    new: str = ""


class Finding(msgspec.Struct, frozen=True):
    """One thing that a careful reader would question.

    ``code`` names the kind for programs (``KINDS``), ``message`` says it in one sentence, ``where`` is the id of an
    entry or source, or ``header.ID``, ``sections.ID`` or ``memo``; ``fix`` says what would settle it. ``words`` are
    those of the memo that it is about, if it is about no more than these, and ``sentence`` the one they stand in, as
    it is written in its section. ``about`` tells it from others of its kind at the same place, and changes when it
    becomes another. ``left`` is the reason for which somebody left it.
    """

    code: str
    message: str
    where: str
    fix: str
    words: str = ""
    about: str = ""
    sentence: str = ""
    repair: Repair | None = None
    left: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is; an error keeps the memo from leaving the program."""
        return KINDS[self.code].severity

    @property
    def place(self) -> str:
        """How ``left`` in a brief names what it is about."""
        return left_place(self.where, self.about)


def words_place(brief: Brief, finding: Finding) -> Span:
    """Where the words of a finding stand in its section or header field, in code points; (0, 0) if nowhere.

    They are looked for in their sentence; where a mark parts them, it is the sentence.
    """
    group, _, ident = finding.where.partition(".")
    text = {"sections": brief.sections, "header": brief.header}.get(group, {}).get(ident, "")
    whole = 0, len(text)
    sentence = _found(text, finding.sentence, whole)
    return _found(text, finding.words, sentence or whole) or sentence or (0, 0)


def _found(text: str, words: str, within: Span) -> Span | None:
    start = text.find(words, *within) if words else -1
    return (start, start + len(words)) if start >= 0 else None


def named(words: str) -> str:
    """Words in quotation marks, on one line and cut where they are long, as messages show them."""
    flat = " ".join(words.split())
    return f"“{flat if len(flat) <= _SHOWN else flat[: _SHOWN - 3] + '…'}”"


class Part(msgspec.Struct, frozen=True):
    """A header field or section as the template asks for it; 0 words is no limit."""

    id: str
    label: str
    required: bool = False
    words: int = 0


_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SHOWN = 60
_MOST_COMPARED = 2_000_000
"""Code points of all quotations and their sources together that are compared: a second's work."""
RECOMMENDATION = "recommendation"
"""The section that holds them; sections have the same ids in all templates."""


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
        self._readings: dict[str, SourceReading | None] = {}
        self._verbatim: dict[str, bool | None] = {}
        self._to_compare = _MOST_COMPARED

    @functools.cached_property
    def sections(self) -> dict[str, Prose]:
        """The sections of the brief by id, without the empty ones."""
        return {ident: _read(text) for ident, text in self.brief.sections.items() if text.strip()}

    @functools.cached_property
    def said(self) -> list[Said]:
        """The sentences of the sections that the template has; of all if it has none."""
        from briefer.review.said import sentences_said  # its word lists are long, and an export reads none of them

        asked = {part.id for part in self.form.sections}
        return [
            said
            for ident, text in self.brief.sections.items()
            if text.strip() and (ident in asked or not asked)
            for said in sentences_said(ident, text)
        ]

    def written(self, said: Said) -> str:
        """A sentence as it is written in its section, marks, citations and all."""
        return self.brief.sections[said.section][said.start : said.end]

    @functools.cached_property
    def words(self) -> Lexicon:
        """The word lists of the brief's language."""
        return lexicon_of(self.brief.language)

    @functools.cached_property
    def memo_text(self) -> str:
        """The words of the memo, a line for each block."""
        return "\n".join(map(block_words, self.memo.blocks))

    @functools.cached_property
    def source_words(self) -> frozenset[str]:
        """The words of the sources with their titles, authors and publishers, as they are written."""
        texts = [" ".join((s.text, s.title, s.author, s.publisher)) for s in self.brief.sources]
        return frozenset(word for text in texts for word in _WORD.findall(text))

    @functools.cached_property
    def known_words(self) -> frozenset[str]:
        """The words of the sources, the actors and the head: whoever they name is known."""
        brief = self.brief
        fields = [(a.name, a.role, a.affiliation, *a.aliases) for a in brief.actors]
        texts = [brief.title, *brief.header.values(), *(text for each in fields for text in each)]
        texts += [quote.speaker_text for quote in brief.quotes]
        return self.source_words | {word for text in texts for word in _WORD.findall(text)}

    @functools.cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors of the brief by id."""
        return {actor.id: actor for actor in self.brief.actors}

    def reading(self, source: str) -> SourceReading | None:
        """How the checks of quotations read the source of this id, if there is one."""
        from briefer.review.readings import SourceReading

        if source not in self._readings:
            found = self.brief.source(source)
            self._readings[source] = SourceReading(found) if found is not None else None
        return self._readings[source]

    def verbatim(self, quote: Quote) -> bool | None:
        """Whether a quote is in the words of its source; None once so much was compared that no more is."""
        if quote.id not in self._verbatim:
            from briefer.review.verbatim import is_verbatim
            from briefer.review.wordings import words_of_source

            words = words_of_source(quote)
            self._to_compare -= sum(map(len, words), len(quote.text))
            self._verbatim[quote.id] = is_verbatim(quote.text, words) if self._to_compare > 0 else None
        return self._verbatim[quote.id]

    def label(self, section: str) -> str:
        """The name that people know a section by."""
        return next((part.label for part in self.form.sections if part.id == section), section)


def _read(section: str) -> Prose:
    cited: dict[str, None] = {}

    def cite(ident: str) -> tuple[int, ...]:
        cited[ident] = None
        return ()

    return Prose(read_prose(section, cite), tuple(cited))


def words_in(blocks: Iterable[Block]) -> int:
    """How many words a reader would count; marks of lists and notes are none."""
    return sum(len(text.split()) for block in blocks for text in _texts(block))


def block_words(block: Block) -> str:
    """The words of a block, those of cells apart."""
    return " ".join(_texts(block))


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
