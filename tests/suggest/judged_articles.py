"""News articles of many kinds, marked before any rule was looked at: what a careful analyst would file of each.

After the line ``---`` stand ``quote: speaker | words + words``, ``actor: kind and name …``, ``action: actor | clause``
and ``stake: clause``; a long clause is told by its first and last words with `` ... `` between them.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefer.text.spans import Span

FOLDER = Path(__file__).parent / "judged"


class JudgedActor(NamedTuple):
    name: str
    kind: str
    role: str = ""
    affiliation: str = ""
    aliases: str = ""

    @property
    def names(self) -> set[str]:
        return {self.name, *(alias.strip() for alias in self.aliases.split(";") if alias.strip())}


class Judged(NamedTuple):
    """An article with what was marked: spans, and beside them who said or did it."""

    name: str
    text: str
    quotes: list[tuple[str, list[Span]]]
    actors: list[JudgedActor]
    actions: list[tuple[str, Span]]
    stakes: list[Span]


def judged_articles() -> list[Judged]:
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Judged:
    text, _, marks = path.read_text(encoding="utf-8").partition("\n---\n")
    article = Judged(path.stem, text, [], [], [], [])
    for line in marks.splitlines():
        what, _, rest = line.partition(": ")
        fields = [field.strip() for field in rest.split(" | ")]
        match what:
            case "quote":
                article.quotes.append((fields[0], [_span(text, words) for words in fields[1].split(" + ")]))
            case "actor":
                article.actors.append(JudgedActor(*fields))
            case "action":
                article.actions.append((fields[0], _span(text, fields[1])))
            case "stake":
                article.stakes.append(_span(text, rest))
    return article


def _span(text: str, words: str) -> Span:
    first, _, last = words.partition(" ... ")
    start = text.index(first)
    return start, text.index(last, start) + len(last) if last else start + len(first)
