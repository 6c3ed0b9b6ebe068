"""An index of the sentences of sources in SQLite's full-text search, kept in memory."""

from __future__ import annotations

import datetime
import functools
import math
import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefer.suggest.language import guess_language, language
from briefer.text.dates import understood
from briefer.text.lexicon import lexicon_of
from briefer.text.sentences import paragraph_spans, sentence_spans
from briefer.text.spans import Span

_TRIED = 40
"""So many of the best are looked at more closely."""
_TOKEN = re.compile(r"\d{4}-\d{2}-\d{2}|\d+(?:[.,:\u00a0\u202f]\d+)*|%|[^\W\d_]+(?:[’'-][^\W_]+)*")
_THOUSANDS = re.compile(r"(?<=\d)[,.\u00a0\u202f](?=\d{3}(?!\d))")
_FIGURE, _NAME, _WORD = 3, 2, 1
"""How much a figure, a name and another word count."""
_STEM = 7
"""So many letters of a word are compared in a language without a stemmer."""
_PERCENT = "percent"
_SMALL = (
    "determiners", "subject pronouns", "object pronouns", "prepositions", "subordinators", "complementisers",
    "relatives", "coordinators", "infinitive", "modals", "be", "have", "do",
)  # fmt: skip
"""The lists of words that tell nothing."""


class Found(NamedTuple):
    """A passage, the words that it shares with what is sought, and how much of that stands in it (0 to 1)."""

    source: str
    start: int
    end: int
    common: tuple[Span, ...]
    share: float


class Text(NamedTuple):
    """A source as the index wants it: its id, its text, and its date as it is written."""

    source: str
    text: str
    published: str


class _Passage(NamedTuple):
    source: str
    start: int
    end: int
    tokens: tuple[tuple[Span, str], ...]

    @property
    def words(self) -> str:
        return " ".join(word for _, word in self.tokens)


@functools.lru_cache(maxsize=2)
def index_of(texts: tuple[Text, ...]) -> Index:
    """The index of these sources, made once."""
    return Index(texts)


class Index:
    """The sentences of some sources, and each two that follow each other in a paragraph."""

    def __init__(self, texts: Sequence[Text]) -> None:
        name = guess_language(texts[0].text)
        self._lexicon = lexicon_of(name)
        self._numbers = self._lexicon.values("numbers")
        self._small = frozenset[str]().union(*(language(name).words(f"grammar.{each}") for each in _SMALL))
        self._is_stemmed = name == "en"
        self._passages = [passage for text in texts for passage in self._read(text)]
        tokenizer = "porter unicode61 remove_diacritics 2" if self._is_stemmed else "unicode61 remove_diacritics 2"
        # Asked by one thread at a time, though not always by the one that made it.
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        for table in ("passages", "tried"):
            self._base.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(words, tokenize='{tokenizer}')")
        self._base.execute("CREATE VIRTUAL TABLE known USING fts5vocab(passages, row)")
        self._base.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(tried, instance)")
        rows = ((number, passage.words) for number, passage in enumerate(self._passages))
        self._base.executemany("INSERT INTO passages(rowid, words) VALUES (?, ?)", rows)

    def find(self, sentence: str) -> list[Found]:
        """The passages that share words with a sentence, the best first."""
        weights = self._weights(sentence)
        if not weights:
            return []
        # A word that stands in a query twice counts twice.
        sought = " OR ".join(f'"{word}"' for word, weight in weights.items() for _ in range(weight))
        query = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?"
        numbers = [row[0] for row in self._base.execute(query, (sought, _TRIED))]
        stems = self._stems([" ".join(weights), *(self._passages[number].words for number in numbers)])
        worth = self._worth(stems[0], list(weights.values()))
        return [
            self._found(self._passages[number], there, worth)
            for number, there in zip(numbers, stems[1:], strict=True)
        ]

    @staticmethod
    def _found(passage: _Passage, stems: dict[int, str], worth: dict[str, float]) -> Found:
        common = {at: stem for at, stem in stems.items() if stem in worth}
        share = sum(worth[stem] for stem in set(common.values())) / sum(worth.values())
        spans = dict.fromkeys(passage.tokens[at][0] for at in sorted(common))
        return Found(passage.source, passage.start, passage.end, tuple(spans), share)

    def _worth(self, stems: dict[int, str], weights: Sequence[int]) -> dict[str, float]:
        """How much each stem of a sentence counts: more if few passages have it, the average if none has."""
        count = len(self._passages)
        marks = ",".join("?" * len(stems))
        query = f"SELECT term, doc FROM known WHERE term IN ({marks})"  # noqa: S608 - question marks alone
        rare = {term: math.log(1 + count / had) for term, had in self._base.execute(query, list(stems.values()))}
        average = sum(rare.values()) / len(rare) if rare else 1.0
        return {stem: weights[at] * rare.get(stem, average) for at, stem in stems.items()}

    def _stems(self, texts: Sequence[str]) -> list[dict[int, str]]:
        """What the search makes of the words of each text, by their numbers."""
        self._base.execute("DELETE FROM tried")
        self._base.executemany("INSERT INTO tried(rowid, words) VALUES (?, ?)", enumerate(texts))
        found: list[dict[int, str]] = [{} for _ in texts]
        for stem, number, at in self._base.execute('SELECT term, doc, "offset" FROM stems'):
            found[number][at] = stem
        return found

    def _weights(self, sentence: str) -> dict[str, int]:
        """The words of a sentence that tell something, and how much each counts."""
        weights: dict[str, int] = {}
        for (start, end), word in self._tokens(sentence, 0, len(sentence)):
            if word in self._small:
                continue
            is_name = sentence[start:end][:1].isupper() and any(map(str.isalnum, sentence[:start]))
            weight = _FIGURE if word.isdigit() else _NAME if is_name else _WORD
            weights[word] = max(weights.get(word, 0), weight)
        return weights

    def _read(self, text: Text) -> Iterator[_Passage]:
        ends = {end for _, end in paragraph_spans(text.text)}
        written = understood(text.published)
        day = written.period.first if written is not None else None
        sentences = [
            (start, end, (*self._tokens(text.text, start, end), *self._days(text.text, start, end, day)))
            for start, end in sentence_spans(text.text)
        ]
        for start, end, tokens in sentences:
            yield _Passage(text.source, start, end, tokens)
        for (start, middle, one), (_, end, other) in pairwise(sentences):
            if middle not in ends:
                yield _Passage(text.source, start, end, one + other)

    def _tokens(self, text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """The words of a text, each as it is compared: figures in digits, without their marks."""
        for match in _TOKEN.finditer(text, start, end):
            written = match[0].casefold().replace("’", "'").removesuffix("'s")
            if written in self._numbers:
                yield match.span(), str(self._numbers[written])
            elif written == "%":
                yield match.span(), _PERCENT
            elif written[0].isdigit():
                for word in self._figure(written):
                    yield match.span(), word
            else:
                for part in re.split(r"['-]", written):
                    if part:
                        yield match.span(), part if self._is_stemmed or part in self._small else part[:_STEM]

    def _figure(self, written: str) -> list[str]:
        try:
            return self._day_words(datetime.date.fromisoformat(written))
        except ValueError:
            return [re.sub(r"\D", "", _THOUSANDS.sub("", written))]

    def _days(self, text: str, start: int, end: int, written: datetime.date | None) -> Iterator[tuple[Span, str]]:
        """The day and month of each weekday that a sentence names, as an article of that day means it."""
        if written is None:
            return
        for match in self._lexicon.pattern("weekdays", "near days").finditer(text, start, end):
            day = understood(match[0], "en", written)
            if day is not None and len(match[0]) > 3:
                for word in self._day_words(day.period.first)[:2]:
                    yield match.span(), word

    def _day_words(self, day: datetime.date) -> list[str]:
        return [str(day.day), self._lexicon.words("months")[day.month - 1].casefold(), str(day.year)]
