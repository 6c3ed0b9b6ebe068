"""Parts of compounds, which tell a hyphen of the word's own at a line end from one that breaks a word."""

from __future__ import annotations

import re

# Compounds are broken at their own hyphen, which stays: "long-/term". Neither list holds what is often a syllable.
_KEEP_AFTER = frozenset(
    "well long short high low self non ex vice cross mid half full part real large small old new far right left so"
    " two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second"
    " third hard soft peer year month week day state ship all ever free"
    " peut vis quelques grand sous au demi".split()
)
_KEEP_BEFORE = frozenset(
    "based led term wide backed old owned run level scale like free year day month week hour minute related style"
    " known looking making made held speaking long range party time century elect general minister president chief"
    " being quality cost speed tech profit quarter down"
    " il ils vous nous moi même être ci là dire".split()
)


# These begin few words that are written in one: "chauves-/souris".
_FIRST = frozenset(
    "chauve chauves porte garde grands hauts basses petits nouveau nouveaux arrière avant après chef chefs centre"
    " nord sud ouest beau belle beaux cessez rendez mother father brother sister daughter son".split()
)
_SOLID = frozenset("feuille feuilles manteau rie age ages ageux coup in ing ly".split())
"""What follows such a first part in a word that is written in one."""

_NUMBERS = frozenset("two three four five six seven eight nine".split())
_OF_NUMBERS = frozenset("teen teens teenth ty ties tieth th ths".split())
_ENDINGS = frozenset("er est ly ty dom ment ments ner ners ness ened ening ers".split())
"""What ends words that begin as a compound may: "four-/teen", "six-/ty", "high-/est", "part-/ner"."""

_VERBS = frozenset("est dit fait faut peut doit sait était sera serait pourrait devrait ont sont a".split())
_PRONOUNS = frozenset("on je tu ce elle elles".split())
_LINKS = frozenset("in to of the and up on off by le la les de du à en vis".split())
"""Small words within compounds of three words, as in "mother-/in-law"."""

_FORMS = re.compile(r"(?<=\w{3})(?:e[nrsm]?|[snx])$")


def is_compound(first: str, second: str, rest: str = "") -> bool:
    """Whether the parts of a word around a hyphen, in small letters, are those of a usual compound.

    ``rest`` is what follows the second part: of three parts, the middle one is a small word.
    """
    if second in _LINKS and rest[:1] in ("-", "‐") and rest[1:2].isalpha():
        return True
    if first in _VERBS and second in _PRONOUNS:
        return True
    if first in _FIRST and second not in _SOLID and len(second) > 2:
        return True
    if first.endswith(("isch", "deutsch")) and second.endswith(
        ("isch", "ische", "ischen", "ischer", "isches", "ischem")
    ):
        return True
    if second in _ENDINGS or (first in _NUMBERS and second in _OF_NUMBERS):
        return False
    return first in _KEEP_AFTER or second in _KEEP_BEFORE


def forms(compound: str) -> str:
    """A word with hyphens, in small letters, without the endings of its parts: the same for all its forms."""
    return "-".join(_FORMS.sub("", part) for part in compound.split("-"))
