"""The check of what the memo claims: its figures, dates, names and quotations against their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefer.model.anchor import Anchor
from briefer.model.entries import Citable
from briefer.model.source import Source
from briefer.review.figures import Day, Figure, days_in, figures_in, is_told, is_worked_out
from briefer.review.findings import Finding, Repair, Review, named
from briefer.review.names import bare, names_in
from briefer.review.said import OWN, Said
from briefer.review.verbatim import is_verbatim
from briefer.text.sentences import paragraph_at
from briefer.text.spans import Span, word_count

_QUOTED = re.compile(r"“([^“”]+)”|«\s?([^«»]+?)\s?»|„([^„“”]+)[“”]|(?<![\w\"])\"([^\"\n]+)\"(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_PUT_IN = re.compile(r"\w*\[[^\[\]]*\]\w*")
_MARKS = str.maketrans("‘’‚‛“”„«»", "'''''''''")
_NAMED = 3
"""Of what is not supported, so much is named."""


class Evidence(NamedTuple):
    """What stands in evidence: figures, dates, and whether a date is told by a weekday or the like."""

    figures: list[Figure]
    days: list[Day]
    relative: bool


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
                yield _finding(review, said, claims)


def _finding(review: Review, said: Said, claims: Sequence[str]) -> Finding:
    listed = ", ".join(map(named, claims[:_NAMED])) + (" and more" if len(claims) > _NAMED else "")
    sentence = " ".join(said.text.split())
    known = [ident for ident in said.cites if review.brief.citable(ident)]
    where = "the passages that this sentence cites do not have" if known else "no evidence has"
    message = f"{where} {listed}: {named(sentence)} in “{review.label(said.section)}”"
    repair = Repair("own", "Own judgement", old=review.brief.sections[said.section][said.start : said.end])
    return Finding(
        "unsupported-claim", message, f"sections.{said.section}",
        "correct it, cite the passage that says it, or mark the sentence as your own judgement",
        words=claims[0], about=f"{', '.join(claims)}: {sentence}", repair=repair,
    )  # fmt: skip


class _Checker:
    """Looks for claims in evidence; what was read is kept."""

    def __init__(self, review: Review) -> None:
        self._review, self._words = review, review.words
        self._by_entry: dict[str, Evidence] = {}
        self._all: Evidence | None = None
        self._texts = [source.text for source in review.brief.sources]
        self._plain = [_plain(text) for text in self._texts]
        self._vocabularies = [frozenset(_WORD.findall(text)) for text in self._plain]
        self._quoted: dict[str, bool] = {}
        self._known = {bare(word) for word in review.known_words}

    def unsupported(self, said: Said) -> Iterator[str]:
        """What a sentence claims and no evidence has, as it is written there."""
        text = said.text
        quoted = [(match, next(filter(None, match.groups()), "")) for match in _QUOTED.finditer(text)]
        for match, words in quoted:
            if word_count(words) > 1 and not self._is_quoted(words):
                yield words
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
        days = days_in(text, self._words)
        figures = [figure for figure in figures_in(text, self._words, days) if not figure.spelt]
        if days or figures:
            evidence = self._evidence(said.cites)
            for day in days:
                if not (evidence.relative and day.day) and not any(day.may_be(other) for other in evidence.days):
                    yield text[day.start : day.end]
            for figure in figures:
                if not is_told(figure, evidence.figures) and not is_worked_out(figure, figures):
                    yield text[figure.start : figure.end]
        for start, end in names_in(text, self._words):
            if not self._overlaps((start, end), days) and not self._is_known(text[start:end]):
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
            stem = plain[: max(4, len(plain) - 3)]
            if not any(known.startswith(stem) and abs(len(known) - len(plain)) <= 3 for known in self._known):
                return False
        return True

    @staticmethod
    def _overlaps(span: Span, days: Sequence[Day]) -> bool:
        return any(day.start < span[1] and span[0] < day.end for day in days)

    def _evidence(self, cites: Sequence[str]) -> Evidence:
        """What the cited entries rest on; of a sentence that cites nothing, all that any entry rests on."""
        items = [item for ident in cites if (item := self._review.brief.citable(ident)) is not None]
        if items:
            return _joined([self._of(item) for item in items])
        if self._all is None:
            self._all = _joined([self._of(item) for item in self._review.brief.citables()])
        return self._all

    def _of(self, item: Citable) -> Evidence:
        if item.id not in self._by_entry:
            texts = [getattr(item, name, "") for name in ("date", "horizon")]
            texts += [self._around(anchor) for anchor in item.evidence]
            self._by_entry[item.id] = self._read(texts)
        return self._by_entry[item.id]

    def _around(self, anchor: Anchor) -> str:
        """The paragraph that a passage stands in, with the date of its source; words that are gone, alone."""
        source = self._review.brief.source(anchor.source)
        if source is None or anchor.lost:
            return anchor.exact
        return f"{_paragraphs(source, anchor)}\n{source.published}\n{source.title}"

    def _read(self, texts: Sequence[str]) -> Evidence:
        relative = self._words.pattern("relative")
        days = [days_in(text, self._words) for text in texts]
        figures = [figures_in(text, self._words) for text in texts]
        return Evidence(
            [figure for each in figures for figure in each],
            [day for each in days for day in each],
            any(relative.search(text) for text in texts),
        )


def _joined(parts: Sequence[Evidence]) -> Evidence:
    return Evidence(
        [figure for part in parts for figure in part.figures],
        [day for part in parts for day in part.days],
        any(part.relative for part in parts) and len(parts) < _NAMED,
    )


def _paragraphs(source: Source, anchor: Anchor) -> str:
    first, last = paragraph_at(source.text, anchor.start), paragraph_at(source.text, anchor.end - 1)
    return source.text[first[0] if first else anchor.start : last[1] if last else anchor.end]


def _plain(text: str) -> str:
    return " ".join(text.casefold().translate(_MARKS).split())
