"""What speaks for a name or a group as an actor, and against it: weak signals, each with its weight.

The weights were found by a damped regression over articles that analysts marked, and rounded. A signal is a fact
about the name, what stands beside it, and how many others the article names; none of them decides alone. Who is more
likely an actor than not has odds of 0 or more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from types import MappingProxyType

from briefer.suggest.named.cast import Cast
from briefer.suggest.named.roles import Role
from briefer.suggest.shapes import ActorKind
from briefer.text.spans import Span

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "any": 3.15,
        "person: does something": 0.85,
        "body: does something": 0.80,
        "body: told what it is": 0.75,
        "body: head": 0.70,
        "stranger": 0.70,
        "stranger: weight": 0.70,
        "crowd: does something": 0.65,
        "crowd: often": 0.65,
        "state: does something": 0.65,
        "person: weight": 0.60,
        "crowd: several words": 0.55,
        "state: often": 0.55,
        "body: often": 0.45,
        "in a heading": 0.40,
        "state: weight": 0.40,
        "person: has a role": 0.30,
        "body: known": 0.20,
        "body: weight": 0.15,
        "body: acronym": -0.20,
        "stranger: often": -0.25,
        "outweighed": -0.35,
        "person": -0.35,
        "crowd": -0.55,
        "state": -0.60,
        "body: employs": -0.70,
        "body: describes": -0.75,
        "body: is told": -0.75,
        "body: a word no list has": -0.85,
        "others": -1.00,
        "body: chamber once": -1.75,
        "body: somebody is at": -2.00,
    }
)

_MANY = 10
"""What so many outweigh in an article is less and less of an actor in it."""
_FEW = 6
_FEW_ACTORS = 11
"""Among so few, where an expert is from is one more."""
_LONGEST_ACRONYM = 6
_MOST = 4.0
"""From this on what a name weighs says no more."""
_ENOUGH = 1.5

_NO_ROLE = Role()


@dataclass
class Candidate:
    """What may be an actor, with what speaks for it."""

    name: str
    kind: ActorKind
    spans: list[Span]
    aliases: Counter[str] = field(default_factory=Counter)
    role: Role = _NO_ROLE
    verb: str = ""
    spoke: str = ""
    weight: float = 0.0
    unnamed: bool = False
    describes: float = 0.0
    told_what: bool = False
    after: str = ""

    @property
    def in_sight(self) -> bool:
        """Whether what is named so, or speaks, would be an actor in an article with few others."""
        return self.weight >= _ENOUGH or bool(self.spoke)


class ActorSignals:
    """Adds up what speaks for each of the candidates of an article."""

    def __init__(self, cast: Cast, candidates: Sequence[Candidate]) -> None:
        self._words = cast.words
        words = cast.reading.language.words
        self._heads = cast.words.heads | cast.words.of_heads
        self._chambers = words("organisations.chambers")
        self._telling = words("speech.to whom")
        reading = cast.reading
        self._headings = " ".join(reading.text[slice(*reading.paragraphs[number])] for number in reading.headings)
        self._weights = sorted(-candidate.weight for candidate in candidates)
        self._others = log(max(_FEW, sum(candidate.in_sight for candidate in candidates)))
        self._employers = {one.role.affiliation for one in candidates if one.kind == "person"}

    def odds(self, candidate: Candidate) -> float:
        """The sum of what speaks for a candidate and against it."""
        return sum(WEIGHTS.get(name, 0.0) * much for name, much in self.of(candidate))

    def of(self, candidate: Candidate) -> Iterator[tuple[str, float]]:
        """The signals of a candidate, each with how much there is of it."""
        yield "any", 1
        yield "others", self._others
        yield "outweighed", max(0, self._rank(candidate) - _MANY) / 5
        if self._is_in_a_heading(candidate):
            yield "in a heading", 1
        weight = min(candidate.weight, _MOST)
        often = log(len(candidate.spans))
        told: list[tuple[str, float]] = [
            ("does something", candidate.verb != ""),
            ("has a role", candidate.role.role != ""),
        ]
        match candidate.kind, candidate.unnamed:
            case "organisation", _:
                kind = "body"
                told += self._of_body(candidate)
                weight = candidate.weight
            case "person", True:
                kind, told = "stranger", []
            case "person", _:
                kind, often = "person", 0.0
            case "group", True:
                kind, weight = "crowd", 0.0
                told.append(("several words", " " in candidate.name))
            case _:
                kind = "state"
        yield kind, 1
        yield f"{kind}: weight", weight
        yield f"{kind}: often", often
        for name, much in told:
            if much:
                yield f"{kind}: {name}", float(much)

    def _of_body(self, candidate: Candidate) -> Iterable[tuple[str, float]]:
        words = candidate.name.split()
        known = self._words.kind_of(candidate.name) is not None
        once = len(candidate.spans) == 1
        employs = any(candidate.name in employer for employer in self._employers)
        return (
            ("head", any(word.lower().strip(".,") in self._heads for word in words)),
            ("known", known),
            ("a word no list has", len(words) == 1 and not known and candidate.name[0].isupper()),
            ("acronym", candidate.name.isupper() and len(candidate.name) <= _LONGEST_ACRONYM),
            ("describes", candidate.describes),
            ("employs", employs),
            (
                "somebody is at",
                employs and self._others > log(_FEW_ACTORS) and candidate.after in self._words.at_words,
            ),
            ("told what it is", candidate.told_what),
            ("chamber once", once and not candidate.verb and words[-1].lower() in self._chambers),
            ("is told", candidate.after in self._telling),
        )

    def _rank(self, candidate: Candidate) -> int:
        return self._weights.index(-candidate.weight)

    def _is_in_a_heading(self, candidate: Candidate) -> bool:
        names = [candidate.name, *candidate.aliases]
        if candidate.kind == "person":
            names.append(candidate.name.split()[-1])
        return any(name in self._headings for name in names)
