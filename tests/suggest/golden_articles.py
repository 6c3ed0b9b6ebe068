"""Short articles marked by hand: what a careful analyst would file of each."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "golden"


class GoldenActor(NamedTuple):
    kind: str
    name: str
    role: str = ""
    affiliation: str = ""


class Golden(NamedTuple):
    """An article, its quotes with their speakers, and its actors."""

    name: str
    text: str
    quotes: list[tuple[str, str]]
    actors: list[GoldenActor]


def golden_articles() -> list[Golden]:
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Golden:
    text, _, marks = path.read_text(encoding="utf-8").partition("\n---\n")
    quotes: list[tuple[str, str]] = []
    actors: list[GoldenActor] = []
    for line in marks.splitlines():
        what, _, rest = line.partition(": ")
        fields = [field.strip() for field in rest.split(" | ")]
        if what == "quote":
            quotes.append((fields[0], fields[1]))
        else:
            actors.append(GoldenActor(*fields))
    return Golden(path.stem, text, quotes, actors)
