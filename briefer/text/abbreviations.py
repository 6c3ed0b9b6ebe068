"""Whether a full stop ends a sentence or belongs to the word before it."""

from __future__ import annotations

import re

# Always followed by the word that they shorten or introduce.
_LEADING = frozenset(
    "mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cpl cmdr adm maj brig rev hon st ste fr mme mlle messrs"
    " supt insp amb pres sr. jr. hr frau dipl ing e.g i.e cf vs v approx ca z.b d.h u.a bzw vgl sog m.e viz incl excl"
    " dott sig sra ud op sens reps govs gens profs drs".split()
)
_BEFORE_NUMBERS = frozenset(
    "no nos nr art arts p pp par para paras sec secs fig figs vol vols ch abs ziff rn c ex"
    " jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez".split()
)
# May stand at the end of a sentence or within it.
_EITHER = frozenset("jr sr inc ltd co corp bros plc llc a.m p.m al ph.d dept univ assn mt ft ave blvd".split())

STARTERS = frozenset(
    "a after again all also although an and another any as at because before both but by despite during each even"
    " every few for from he her here his how however if in indeed instead it its last later like many meanwhile more"
    " moreover most much my neither no nor not now of on once one only or other our out over she since so some still"
    " such than that the their then there these they this those though through thus to today tomorrow under until"
    " unlike we what when where whether which while who why with without yesterday yet you your"
    " der die das ein eine er sie es wir und aber im am in auch nach bei mit doch"
    " le la les un une il elle ils elles et mais dans el los las una y pero en lo gli i ma".split()
)
"""Words that begin a sentence with a capital though they are no names."""

_ORDINAL_OBJECTS = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jänner)\b"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WORD = re.compile(r"[^\W_]+")


def stop_ends(before: str, rest: str) -> bool:
    """Whether a full stop between ``before`` (its sentence so far) and ``rest`` (not empty, no space) ends it."""
    word = before[-40:].rsplit(None, 1)[-1].lstrip("\"'“‘„«‹([–—") if before.strip() else ""
    small = word.casefold()
    if _is_acronym(word, rest):
        return True
    if small in _LEADING:
        return False
    if small in _BEFORE_NUMBERS and rest[0].isdigit():
        return False
    if word.isdigit():
        return not _is_ordinal(word, before, rest)
    if small in _EITHER or shortened(word):
        return _starts_sentence(rest)
    return True


def shortened(word: str) -> bool:
    """Whether a word is an initial or initials: the ``J`` of ``J. K.``, the ``U.S`` of ``U.S.``"""
    return (len(word) == 1 and word.isupper()) or (word[:1].isupper() and _INITIALS.fullmatch(word) is not None)


def leads_name(word: str) -> bool:
    """Whether a full stop after this word may stand inside a name: ``J. Smith``, ``St. Petersburg``."""
    return shortened(word) or word.casefold() in _LEADING


def _is_acronym(word: str, rest: str) -> bool:
    """Whether capitals are a name of their own: the ``FT`` of ``told FT. Later``, not that of ``FT. WORTH``."""
    following = _WORD.search(rest)
    return (
        len(word) > 1 and word.isalpha() and word.isupper() and following is not None and not following[0].isupper()
    )


def _is_ordinal(word: str, before: str, rest: str) -> bool:
    return before.strip() == word or (len(word) <= 2 and _ORDINAL_OBJECTS.match(rest) is not None)


def _starts_sentence(rest: str) -> bool:
    first = _WORD.search(rest)
    return rest[0] in '"“‘„«‹' or (first is not None and first[0].casefold() in STARTERS)
