"""The check of what the memo claims: its figures, dates, names and quotations against their evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from briefer.model.anchor import Anchor
from briefer.model.entries import Citable
from briefer.model.source import Source
from briefer.review.figures import Day, Days, Figure, Values, days_in, figures_in, is_worked_out, overlaps
from briefer.review.findings import Finding, Repair, Review, named
from briefer.review.names import bare, names_in
from briefer.review.said import OWN, Said
from briefer.review.verbatim import is_verbatim
from briefer.text.sentences import paragraph_spans
from briefer.text.spans import Span, word_count

_QUOTED = re.compile(r"“([^“”]+)”|«\s?([^«»]+?)\s?»|„([^„“”]+)[“”]|(?<![\w\"])\"([^\"\n]+)\"(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_PUT_IN = re.compile(r"\w*\[[^\[\]]*\]\w*")
_MARKS = str.maketrans("‘’‚‛“”„«»", "'''''''''")
_STEM = 4
"""Letters that two words have in common at their beginning, if one is made of the other."""
_NAMED = 3
"""Of what is not supported, so much is named."""


class Read(NamedTuple):
    """What stands in a text: figures, dates, and whether a date is told by a weekday or the like."""

    figures: list[Figure]
    days: list[Day]
    relative: bool


class Evidence(NamedTuple):
    """What stands in evidence, to be looked up."""

    figures: Values
    days: Days
    relative: bool


Passage: TypeAlias = tuple[str, int, int] | str
"""Paragraphs of a source, by its id and their place; or words of their own."""


def unsupported_claims(review: Review) -> Iterator[Finding]:
    """A sentence with a figure, date, name or quotation that no evidence supports: none that it cites, if it cites.

    Names and quotations are looked for in all sources: whoever is in one of them is known. What is still to be done,
    and the writer's own judgement, is not looked at.
    """
    to_do = frozenset(review.words.words("to_do"))
    checker = _Checker(review)
    for said in review.said:
        if OWN not in said.cites and said.section not in to_do:
            claims = list(dict.fromkeys(checker.unsupported(said)))
            if claims:
                cites = any(ident in checker.items for ident in said.cites)
                yield _finding(review, said, claims, cites=cites)


def _finding(review: Review, said: Said, claims: Sequence[str], *, cites: bool) -> Finding:
    listed = ", ".join(map(named, claims[:_NAMED])) + (" and more" if len(claims) > _NAMED else "")
    sentence = " ".join(said.text.split())
    where = "the passages that this sentence cites do not have" if cites else "no evidence has"
    message = f"{where} {listed}: {named(sentence)} in “{review.label(said.section)}”"
    written = review.written(said)
    repair = Repair("own", "Own judgement", old=written)
    return Finding(
        "unsupported-claim", message, f"sections.{said.section}",
        "correct it, cite the passage that says it, or mark the sentence as your own judgement",
        words=claims[0], about=f"{', '.join(claims)}: {sentence}", sentence=written, repair=repair,
    )  # fmt: skip


class _Checker:
    """Looks for claims in evidence; what was read is kept."""

    def __init__(self, review: Review) -> None:
        self._words = review.words
        self.items: dict[str, Citable] = {item.id: item for item in review.brief.citables()}
        self._sources = {source.id: source for source in review.brief.sources}
        self._paragraphs: dict[str, list[Span]] = {}
        self._reads: dict[Passage, Read] = {}
        self._evidences: dict[tuple[str, ...], Evidence] = {}
        self._texts = [source.text for source in review.brief.sources]
        self._plain = [_plain(text) for text in self._texts]
        self._vocabularies = [frozenset(_WORD.findall(text)) for text in self._plain]
        self._quoted: dict[str, bool] = {}
        self._known = {bare(word) for word in review.known_words}
        self._alike: dict[str, list[str]] = defaultdict(list)
        for word in self._known:
            self._alike[word[:_STEM]].append(word)

    def unsupported(self, said: Said) -> Iterator[str]:
        """What a sentence claims and no evidence has, as it is written there."""
        for match in _QUOTED.finditer(said.text):
            words = next(filter(None, match.groups()), "")
            if word_count(words) > 1 and not self._is_quoted(words):
                yield words
        text = _QUOTED.sub(lambda match: " " * len(match[0]), said.text)
        days = days_in(text, self._words)
        figures = [figure for figure in figures_in(text, self._words, days) if not figure.spelt]
        if days or figures:
            evidence = self._evidence(said.cites)
            for day in days:
                if not (evidence.relative and day.day) and not evidence.days.tell(day):
                    yield text[day.start : day.end]
            for figure in figures:
                if not evidence.figures.tell(figure) and not is_worked_out(figure, figures):
                    yield text[figure.start : figure.end]
        for start, end in names_in(text, self._words):
            if not overlaps((start, end), days) and not self._is_known(text[start:end]):
                yield text[start:end]

    def _is_quoted(self, words: str) -> bool:
        if words not in self._quoted:
            self._quoted[words] = self._stands_in_a_source(words)
        return self._quoted[words]

    def _stands_in_a_source(self, words: str) -> bool:
        plain = _plain(words).strip(" .,;:!?'…-")
        if any(plain in text for text in self._plain):
            return True
        # The full comparison costs as much as a source is long: only where all the words are there at all.
        vocabulary = frozenset(_WORD.findall(_PUT_IN.sub(" ", plain)))
        return any(
            vocabulary <= there and is_verbatim(words, [text])
            for there, text in zip(self._vocabularies, self._texts, strict=True)
        )

    def _is_known(self, name: str) -> bool:
        """Whether each word of a name, or a word that it is made of, stands in a source, an entry or the head."""
        common = self._words.small("offices") | self._words.small("acronyms")
        for word in _WORD.findall(name):
            plain = bare(word)
            if len(plain) < 3 or word.casefold() in common or plain in self._known or not word[:1].isupper():
                continue
            stem, alike = plain[: max(_STEM, len(plain) - 3)], self._alike.get(plain[:_STEM], ())
            if not any(known.startswith(stem) and abs(len(known) - len(plain)) <= 3 for known in alike):
                return False
        return True

    def _evidence(self, cites: Sequence[str]) -> Evidence:
        """What the cited entries rest on; of a sentence that cites nothing, all that any entry rests on."""
        known = tuple(dict.fromkeys(ident for ident in cites if ident in self.items))
        if known not in self._evidences:
            self._evidences[known] = self._of([self.items[ident] for ident in known] or [*self.items.values()])
        return self._evidences[known]

    def _of(self, items: Sequence[Citable]) -> Evidence:
        reads = [
            self._read(passage) for passage in {passage: None for item in items for passage in self._rests_on(item)}
        ]
        return Evidence(
            Values(figure for read in reads for figure in read.figures),
            Days(day for read in reads for day in read.days),
            any(read.relative for read in reads) and len(items) < _NAMED,
        )

    def _rests_on(self, item: Citable) -> Iterator[Passage]:
        """What an entry says of its time, and the paragraphs of its passages; words that are gone, alone."""
        for name in ("date", "horizon"):
            yield getattr(item, name, "")
        for anchor in item.evidence:
            source = self._sources.get(anchor.source)
            yield anchor.exact if source is None or anchor.lost else self._paragraphs_of(source, anchor)

    def _paragraphs_of(self, source: Source, anchor: Anchor) -> Passage:
        """From the beginning of the paragraph in which a passage begins to the end of that in which it ends."""
        if source.id not in self._paragraphs:
            self._paragraphs[source.id] = paragraph_spans(source.text)
        paragraphs = self._paragraphs[source.id]
        first, last = _around(anchor.start, paragraphs), _around(anchor.end - 1, paragraphs)
        return source.id, first[0], max(last[1], anchor.end)

    def _read(self, passage: Passage) -> Read:
        """What stands in a passage, with the date of its source."""
        if passage not in self._reads:
            text = passage if isinstance(passage, str) else self._with_date(*passage)
            is_relative = bool(self._words.pattern("relative").search(text))
            self._reads[passage] = Read(figures_in(text, self._words), days_in(text, self._words), is_relative)
        return self._reads[passage]

    def _with_date(self, ident: str, start: int, end: int) -> str:
        source = self._sources[ident]
        return f"{source.text[start:end]}\n{source.published}\n{source.title}"


def _around(position: int, paragraphs: Sequence[Span]) -> Span:
    """The paragraph around a position; on an empty line, nothing there."""
    at = bisect_right(paragraphs, position, key=lambda span: span[0]) - 1
    return paragraphs[at] if at >= 0 and position <= paragraphs[at][1] else (position, position)


def _plain(text: str) -> str:
    return " ".join(text.casefold().translate(_MARKS).split())
