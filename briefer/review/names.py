"""Names compared: which may be one actor's, which are one name in two spellings, and which stand in a sentence."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from briefer.text.abbreviations import STARTERS
from briefer.text.lexicon import Lexicon
from briefer.text.spans import Span

_TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TIES = frozenset(
    "of the for de del della di da do dos du des la le van von der den dem zu zum zur bin ibn abu y e et and".split()
)
_SENTENCE_ENDS = '.!?:;\x1f“"‘('
_LONG_ENOUGH = 5
_NEAR = 200
"""Characters before a name among which it shows whether a sentence begins with it."""
_LATIN = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


@functools.lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """A name in small letters without accents, possessive ending and leading article."""
    return bared(name)


def bared(name: str) -> str:
    """As ``bare``, which remembers what it was asked: for long texts."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").casefold().translate(_LATIN))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"'s?\b(?!\w)", "", plain)
    return " ".join(plain.replace(".", " ").split()).removeprefix("the ")


@functools.lru_cache(maxsize=8192)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name, as ``bare`` writes them, without the small words that tie them."""
    return tokens_of(bare(name))


def tokens_of(plain: str) -> tuple[str, ...]:
    """The words of what is written as ``bare`` writes it."""
    return tuple(word for word in re.split(r"[\s/,&()-]+", plain) if word and word not in _TIES)


def initials(name: str) -> str:
    """The first letters of a name's words: ``htb`` of Harbour Technology Board."""
    return "".join(word[0] for word in tokens(name))


def spelt_otherwise(one: str, other: str) -> bool:
    """Whether two names are one in two spellings: other accents, or one letter in one word of a few.

    Not two names that people and places really have: words that are short, that begin otherwise, or of which one
    only goes on (Maravia, Maravian), and given names that differ by a letter (Joan and John Smith).
    """
    if one.casefold() == other.casefold():
        return False
    ours, theirs = tokens(one), tokens(other)
    if not ours or len(ours) != len(theirs):
        return False
    if ours == theirs:
        return accents(one) != accents(other)
    unlike = [(a, b, at) for at, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
    if len(unlike) != 1:
        return False
    mine, yours, at = unlike[0]
    if len(ours) == 1 and min(len(mine), len(yours)) <= _LONG_ENOUGH:
        return False
    is_given_name = at < len(ours) - 1
    return sound(mine) == sound(yours) or (not is_given_name and misspelt(mine, yours))


def misspelt(one: str, other: str) -> bool:
    """Whether two words differ as one word does from a slip in it; ``bare`` words."""
    if min(len(one), len(other)) < _LONG_ENOUGH or one[0] != other[0] or one == other:
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short):  # Maravia and Maravian are two words; Arkel and Arkell are not
        return len(long) == len(short) + 1 and long[-1] == short[-1] and long[-1] != "s"
    return _one_slip(short, long)


def _one_slip(short: str, long: str) -> bool:
    """Whether one letter is other, left out, or has changed places with its neighbour; digits are never a slip."""
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if any(map(str.isdigit, short[start : start + 1] + long[start : start + 1])):
        return False
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return start < len(short) - 1  # another last letter makes another word: -a and -o, -s and -n
    swapped = long[start + 1 : start + 2] + long[start : start + 1]
    return short[start : start + 2] == swapped and short[start + 2 :] == long[start + 2 :]


def sound(word: str) -> str:
    """A word as it sounds: ``Philip`` and ``Filip`` are one."""
    for spelt, heard in (("ph", "f"), ("ck", "k"), ("c", "k"), ("th", "t"), ("y", "i"), ("j", "i"), ("w", "v")):
        word = word.replace(spelt, heard)
    return re.sub(r"h(?=$|[^aeiou])", "", re.sub(r"(.)\1", r"\1", word))


def accents(name: str) -> str:
    """A name in small letters with its accents, without what ``bare`` drops as well."""
    plain = unicodedata.normalize("NFC", name.replace("’", "'").casefold())
    return re.sub(r"'s?\b(?!\w)", "", " ".join(plain.replace(".", " ").replace("-", " ").split())).removeprefix(
        "the "
    )


def short_form(short: str, long: str) -> bool:
    """Whether a name is a short form of another: its acronym, one of its ends, or initials with the surname."""
    ours, theirs = tokens(short), tokens(long)
    if not ours or len(ours) >= len(theirs) + (len(ours) > 1) or ours == theirs:
        return False
    if len(ours) == 1:
        is_acronym = short.replace(".", "").isupper() and len(theirs) > 1 and ours[0] == initials(long)
        return is_acronym or ours[0] in (theirs[0], theirs[-1])
    *given, surname = ours
    *names, last = theirs
    return surname == last and len(given) == len(names) and given != names and all(
        a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(given, names, strict=True)
    )  # fmt: skip


def names_in(text: str, words: Lexicon) -> Iterator[Span]:
    """The names in a sentence: runs of words with a capital, without the word that only begins the sentence."""
    common = words.small("offices") | words.small("months") | words.small("relative")
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        gap = text[run[-1].end() : match.start()] if run else ""
        if run and (gap not in (" ", "\u00a0", ". ") or (gap == ". " and len(run[-1][0]) > 2)):
            yield from _named(text, run, common)
            run = []
        if _capital(match[0]) or (run and match[0] in _TIES):
            run.append(match)
        elif run:
            yield from _named(text, run, common)
            run = []
    yield from _named(text, run, common)


def _named(text: str, run: list[re.Match[str]], common: frozenset[str]) -> Iterator[Span]:
    while run and not _capital(run[-1][0]):
        run.pop()
    before = text[max(0, run[0].start() - _NEAR) : run[0].start()].rstrip(" \u00a0*_\x1e-") if run else ""
    begins = not before.strip(_SENTENCE_ENDS + " ") or before[-1] in _SENTENCE_ENDS
    if run and begins and (len(run) == 1 or run[0][0].casefold() in STARTERS | _TIES):
        run = run[1:]
    first = next((at for at, part in enumerate(run) if _capital(part[0])), len(run))
    run = run[first:]
    if run and not all(part[0].casefold() in common or part[0] in _TIES for part in run):
        yield run[0].start(), run[-1].end()


def _capital(word: str) -> bool:
    return word[:1].isupper() and not any(map(str.isdigit, word))
