"""A thousand altered quotations, from chance with a seed: each real alteration is found, each permitted one passed.

What is real is judged here by words alone, and by another rule than that of the check: the words that a reader sees,
in small letters and without marks, must be some of the source's own, in one go.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from briefer.review.verbatim import is_verbatim
from briefer.review.wordings import differing

SOURCES = (
    (
        "Kestria’s Harbour Technology Board has not ordered five ports to remove the modems, and it never said that it"
        " would, unless the maker agrees. The refit would cost 46.5 million crowns — no small sum — and nobody can pay it."
    ),
    (
        "“We aren’t accusing anyone,” the chair told reporters; “we only close a door that couldn’t be proved locked.” She"
        " did not say why 1,140 sessions weren’t counted before 31 March, nor who should have known of the co-owners."
    ),
    (
        "La ministre n’a pas signé l’accord du 3 juin, « sauf si les ports l’exigent », a-t-elle dit hier à Saltmere,"
        " et personne ne sait s’il n’est jamais entré en vigueur pour les 214 grues de Zoë Kraków."
    ),
)
NEGATIONS = re.compile(r"^(?:not|never|no|nobody|nor|pas|personne|jamais|unless|sauf)$|n[’']t$", re.IGNORECASE)
OTHERS = ("gladly", "seven", "harbours", "quickly", "bleu", "99")
Alter = Callable[[list[str], random.Random], "list[str] | None"]


def bare(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[.,’'-][^\W_]+)*", text.casefold().replace("'", "’"))


def is_in(words: list[str], source: list[str]) -> bool:
    return any(source[at : at + len(words)] == words for at in range(len(source) - len(words) + 1))


def quotations(seed: str, number: int) -> list[tuple[list[str], str, random.Random]]:
    chance = random.Random(seed)
    made = []
    for _ in range(number):
        source = chance.choice(SOURCES)
        words = source.split(" ")
        start = chance.randrange(len(words) - 9)
        made.append((words[start : start + chance.randint(6, 12)], source, chance))
    return made


def inner(words: list[str], chance: random.Random) -> int:
    return chance.randint(1, len(words) - 2)


def swapped(words: list[str], chance: random.Random) -> list[str]:
    at = inner(words, chance)
    return [*words[:at], chance.choice(OTHERS), *words[at + 1 :]]


def dropped(words: list[str], chance: random.Random) -> list[str]:
    at = inner(words, chance)
    return [*words[:at], *words[at + 1 :]]


def added(words: list[str], chance: random.Random) -> list[str]:
    at = inner(words, chance)
    return [*words[:at], chance.choice(OTHERS), *words[at:]]


def unnegated(words: list[str], chance: random.Random) -> list[str] | None:
    """Without a negation or condition: ``not`` goes, ``aren’t`` becomes ``are``."""
    places = [at for at in range(1, len(words) - 1) if NEGATIONS.search(words[at].strip("“”.,;—"))]
    if not places:
        return None
    at = chance.choice(places)
    kept = re.sub(r"n[’']t\b", "", words[at]) if "’t" in words[at] else ""
    return [*words[:at], *([kept] if kept else []), *words[at + 1 :]]


def digits(words: list[str], chance: random.Random) -> list[str] | None:
    """With another figure."""
    places = [at for at in range(1, len(words) - 1) if any(map(str.isdigit, words[at]))]
    if not places:
        return None
    at = chance.choice(places)
    return [*words[:at], re.sub(r"\d", lambda d: str((int(d[0]) + 1) % 10), words[at], count=1), *words[at + 1 :]]


REAL: tuple[tuple[Alter, int], ...] = (
    (swapped, 140), (dropped, 140), (added, 120), (unnegated, 400), (digits, 300)
)  # fmt: skip


def straight(text: str, chance: random.Random) -> str:
    return text.translate(str.maketrans("“”’«»", '""\'""'))


def curly(text: str, chance: random.Random) -> str:
    return text.replace("’", "'").replace("“", "„").replace("”", "“")


def spaced(text: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: chance.choice([" ", "\u00a0", "\n", "  ", "\u202f"]), text)


def left_out(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    start = chance.randint(1, len(words) - 3)
    end = chance.randint(start, len(words) - 1)
    return " ".join([*words[:start], chance.choice(["…", "...", "[…]", "(...)", "[ ... ]"]), *words[end:]])


def bracketed(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randint(1, len(words) - 2)
    return " ".join([*words[:at], chance.choice(["[sic]", "[the company]", "[they]"]), *words[at:]])


def first_letter(text: str, chance: random.Random) -> str:
    start = next((at for at, character in enumerate(text) if character.isalpha()), 0)
    if any(map(str.isdigit, text[:start])):
        return text
    letter = text[start].swapcase()
    return text[:start] + (f"[{letter}]" if chance.random() < 0.5 and start == 0 else letter) + text[start + 1 :]


def last_mark(text: str, chance: random.Random) -> str:
    return text.rstrip(".,;:—” »") + chance.choice([".", ",", "", "!", ".”", " …"])


PERMITTED = (straight, curly, spaced, left_out, bracketed, first_letter, last_mark)


@pytest.mark.parametrize(("alter", "number"), REAL, ids=lambda each: getattr(each, "__name__", ""))
def test_each_real_alteration_is_found(alter: Alter, number: int) -> None:
    real = 0
    for words, source, chance in quotations(alter.__name__, number):
        changed = alter(words, chance)
        if changed is not None and not is_in(bare(" ".join(changed)), bare(source)):
            real += 1
            text = " ".join(changed)
            assert not is_verbatim(text, [source]), text
            wordings = differing(text, [source])
            assert wordings is not None
            assert wordings.in_note or wordings.in_source
    assert real > 80, "the alterations must be real ones"


@pytest.mark.parametrize("restyle", PERMITTED, ids=lambda each: each.__name__)
def test_each_permitted_alteration_is_passed(restyle: Callable[[str, random.Random], str]) -> None:
    for words, source, chance in quotations(restyle.__name__, 80):
        text = restyle(" ".join(words), chance)
        assert is_verbatim(text, [source]), text
