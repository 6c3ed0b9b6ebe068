"""What the list shows and says of an entry, in words."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from typing import NamedTuple

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief, Kind, kind_of, speaker_of
from briefer.model.entries import Action, Actor, Entry, Quote, Stake, title_of
from briefer.model.source import Source, paragraph_starts
from briefer.review.wordings import Wordings, differing, words_of_source
from briefer.ui.fitting import shortened

NAMELESS: dict[Kind, str] = {
    "actor": "(no name yet)",
    "action": "(no action yet)",
    "stake": "(no stake yet)",
    "quote": "(no words yet)",
}
UNSET = ("unknown", "unset")
"""The values of status and level that mean that nobody has chosen one."""


class Verdict(NamedTuple):
    """Whether a quote is in the words of its source, in words; ``wordings`` are None where it is."""

    label: str
    wordings: Wordings | None


class Facts:
    """What is told of entries and takes a moment to find out: kept until the entry, or its source, is another."""

    def __init__(self) -> None:
        self._paragraphs: dict[str, tuple[Source, list[int]]] = {}
        self._verdicts: dict[str, tuple[str, tuple[Anchor, ...], Verdict]] = {}

    def place(self, anchor: Anchor, brief: Brief) -> str:
        """Where a passage stands: ``s1 ¶4``, ``s1 headline``, ``s1 lost``."""
        source = brief.source(anchor.source)
        if source is None or anchor.lost:
            return f"{anchor.source} lost"
        known = self._paragraphs.get(source.id)
        if known is None or known[0] is not source:
            known = self._paragraphs[source.id] = (source, paragraph_starts(source))
        number = bisect.bisect_right(known[1], anchor.start)
        return f"{anchor.source} ¶{number}" if number else f"{anchor.source} headline"

    def verdict(self, quote: Quote) -> Verdict | None:
        """Whether a quote is verbatim; None if it has no words, or rests on none."""
        if not quote.evidence or not quote.text.strip():
            return None
        known = self._verdicts.get(quote.id)
        if known is None or known[0] != quote.text or known[1] is not quote.evidence:
            wordings = differing(quote.text, words_of_source(quote))
            known = (quote.text, quote.evidence, Verdict(_label(wordings), wordings))
            self._verdicts[quote.id] = known
        return known[2]

    def spoken(self, entry: Entry, brief: Brief) -> str:
        """All that the list shows of an entry, and its passages, in one line for a screen reader."""
        facts = [title(entry), *filter(None, _spoken_facts(entry, brief))]
        verdict = self.verdict(entry) if isinstance(entry, Quote) else None
        if verdict is not None:
            facts.append(verdict.label)
        count = len(entry.evidence)
        places = ", ".join(self.place(anchor, brief) for anchor in entry.evidence)
        passages = f"{count} passage{'s' if count != 1 else ''}: {places}" if count else "no passages"
        return f"{kind_of(entry).capitalize()} {entry.id}: {', '.join(facts)}, {passages}"


def title(entry: Entry) -> str:
    """An entry's name, summary or words on one line, in quotation marks if it is a quote; or that it has none yet."""
    words = " ".join(title_of(entry).split())
    if not words:
        return NAMELESS[kind_of(entry)]
    return f"“{words}”" if isinstance(entry, Quote) else words


def named(entry: Entry) -> str:
    """An entry in a message: its title in quotation marks, of a long one the beginning."""
    return f"“{shortened(title(entry).strip('“”'))}”"


def detail(entry: Entry, brief: Brief) -> str:
    """What stands beside the title in a quieter colour: an actor's role, a quote's speaker."""
    match entry:
        case Actor():
            return entry.role
        case Quote():
            return speaker_of(brief, entry)
        case _:
            return ""


def choice_of(entry: Entry) -> tuple[str, str]:
    """The field that an entry's pill shows, and its value; two empty ones if it has none."""
    match entry:
        case Action():
            return "status", entry.status
        case Stake():
            return "level", entry.level
        case _:
            return "", ""


def choice_label(field: str, value: str) -> str:
    """A value as it is shown; one that is not chosen yet by the name of its field."""
    return f"{field.capitalize()}…" if value in UNSET else value.capitalize()


def lost(entry: Entry) -> int:
    """How many of its passages are no longer in their source."""
    return sum(anchor.lost for anchor in entry.evidence)


def matches(entry: Entry, brief: Brief, query: str) -> bool:
    """Whether each word of a query is found in an entry: its id, title, role, names, speaker, or evidence."""
    text = "\n".join(_searched(entry, brief)).casefold()
    return all(word in text for word in query.casefold().split())


def _searched(entry: Entry, brief: Brief) -> Iterator[str]:
    yield entry.id
    yield title_of(entry)
    yield from _spoken_facts(entry, brief)
    if isinstance(entry, Actor):
        yield from entry.aliases
        yield entry.affiliation
    for anchor in entry.evidence:
        yield " ".join(anchor.exact.split())


def _spoken_facts(entry: Entry, brief: Brief) -> list[str]:
    value = choice_of(entry)[1]
    return [detail(entry, brief), value if value not in UNSET else ""]


def _label(wordings: Wordings | None) -> str:
    if wordings is None:
        return "verbatim"
    if not wordings.words:
        return "signs differ"
    return f"{wordings.words} word{'s' if wordings.words != 1 else ''} differ{'s' if wordings.words == 1 else ''}"
