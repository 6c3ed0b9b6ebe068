"""Briefs of a given size: the same each time, and no two numbers give the same."""

from __future__ import annotations

from random import Random

from briefer.model.anchor import Anchor, anchor_at
from briefer.model.brief import FORMAT, Brief
from briefer.model.entries import Action, Actor, Quote, Stake, StakeLevel
from briefer.model.source import Source

_WORDS = (
    "the Board ordered five ports to take modems off cranes after inspectors found that their maker could reach"
    " controllers unseen and “several people” said it would cost 46.5 million euros before winter while freight"
    " delays in Kraków and Málaga were likely unless officials & operators agreed on a slower plan by 31 March"
).split()
_LEVELS: tuple[StakeLevel, ...] = ("high", "medium", "low", "unset")
_PARTS_A_PAGE = 0.56
"""Of a brief as ``memo_brief`` makes it: what LibreOffice lays out on two pages, and on a hundred."""


def memo_brief(number: int, pages: int = 2) -> Brief:
    """A brief whose Information note has about so many pages, with a table, lists and a dozen notes every two."""
    random, parts = Random(number), round(pages * _PARTS_A_PAGE)
    sources = tuple(_source(random, f"s{n + 1}", 30) for n in range(parts))
    actors = tuple(
        Actor(
            f"a{n + 1}", f"{_name(random)} {number}", "organisation", role=_line(random, 3),
            evidence=(_anchor(random, sources),),
        )
        for n in range(4 * parts)
    )  # fmt: skip
    actions = tuple(
        Action(
            f"x{n + 1}", _line(random, 9), actors=(actors[n % len(actors)].id,),
            date=f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}", status="done", evidence=(_anchor(random, sources),),
        )
        for n in range(5 * parts)
    )  # fmt: skip
    stakes = tuple(
        Stake(
            f"k{n + 1}", _line(random, 8), level=_LEVELS[n % 4], horizon="spring",
            evidence=(_anchor(random, sources),),
        )
        for n in range(3 * parts)
    )  # fmt: skip
    sections = {
        "summary": _prose(random, 70, "a1"),
        "issue": _prose(random, 35),
        "background": "\n\n".join(_prose(random, 55, actions[n].id) for n in range(2 * parts)),
        "considerations": "\n".join(f"- {_prose(random, 20, stakes[n].id)}" for n in range(3 * parts)),
        "next_steps": "\n".join(f"{n + 1}. {_line(random, 12)}." for n in range(3 * parts)),
    }
    header = {
        "to": "Director-General", "from": "Ports desk", "date": "2026-11-22", "reference": f"PD/2026/{number}",
        "subject": _line(random, 6), "marking": "OFFICIAL",
    }  # fmt: skip
    last = {"a": len(actors), "k": len(stakes), "s": len(sources), "x": len(actions)}
    return Brief(
        FORMAT, f"bench-{number}", f"Memo {number}", "2026-11-22T09:30:00Z", header=header, sections=sections,
        last_ids=last, sources=sources, actors=actors, actions=actions, stakes=stakes,
    )  # fmt: skip


def large_brief() -> Brief:
    """A brief whose file has 0.9 MB: 10 sources and 500 quotes."""
    random = Random(0)
    sources = tuple(_source(random, f"s{n + 1}", 58) for n in range(10))
    quotes = []
    for n in range(500):
        anchor = _anchor(random, sources)
        quotes.append(Quote(f"q{n + 1}", anchor.exact, speaker_text=_name(random), evidence=(anchor,)))
    last = {"q": len(quotes), "s": len(sources)}
    return Brief(
        FORMAT, "bench-large", "Large", "2026-11-22T09:30:00Z", last_ids=last, sources=sources, quotes=tuple(quotes)
    )


def article(code_points: int) -> str:
    """An article of at least so many code points, in paragraphs of about 550."""
    random, paragraphs, size = Random(code_points), [], 0
    while size < code_points:
        paragraphs.append(_prose(random, 95))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _source(random: Random, ident: str, paragraphs: int) -> Source:
    text = "\n\n".join(_prose(random, 90) for _ in range(paragraphs))
    return Source(
        ident, title=_line(random, 5), publisher="The Meridian Courier", published="2026-11-13",
        original=text.replace("\n\n", "\r\n\r\n"), text=text,
    )  # fmt: skip


def _anchor(random: Random, sources: tuple[Source, ...]) -> Anchor:
    source = random.choice(sources)
    start = random.randrange(len(source.text) - 200)
    start = source.text.index(" ", start) + 1
    return anchor_at(source.id, source.text, start, source.text.index(" ", start + random.randrange(20, 90)))


def _prose(random: Random, words: int, cited: str = "") -> str:
    """Sentences of about 18 words, the first of which cites an entry."""
    sentences = [f"{_line(random, min(18, words - at))}." for at in range(0, words, 18)]
    if cited:
        sentences[0] += f" [@{cited}]"
    return " ".join(sentences)


def _line(random: Random, words: int) -> str:
    line = " ".join(random.choices(_WORDS, k=words))
    return line[:1].upper() + line[1:]


def _name(random: Random) -> str:
    return " ".join(word.capitalize() for word in random.choices(_WORDS, k=3))
