"""Verbs and their forms, from the word lists of a language: which verb a word may be a form of, and what it tells."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefer.suggest.language import Language, language


class Form(NamedTuple):
    """A word as a form of a verb; ``kind`` is base or one of ``verbs.kinds``, such as third, past and participle."""

    lemma: str
    kind: str


_NO_FORM = "-"


class Verbs:
    """The verbs of a language.

    Regular forms are made from the base by the patterns of ``verbs.inflection``, each ``pattern = forms``; a line
    of ``verbs.irregular`` gives base, past and participle, or all forms. ``ab|lehnen`` in ``verbs.separable`` is a
    verb whose first part may stand apart from it.
    """

    def __init__(self, words: Language) -> None:
        self._words = words
        self._to = "".join(words.words("grammar.infinitive"))
        self._kinds = " ".join(words.lines("verbs.kinds")).split()
        self._forms: dict[str, tuple[Form, ...]] = {}
        self._classes: dict[str, frozenset[str]] = {}
        self._rules = list(_rules(words.lines("verbs.inflection")))
        self._doubled = list(_rules(words.lines("verbs.doubled")))
        self._unknown = list(_rules(words.lines("verbs.unknown")))
        self._doubling = words.words("verbs.doubling")
        self.known: set[str] = set()
        self._apart: dict[tuple[str, str], str] = {}
        self._fill()
        nouns = self.nouns_too = words.words("verbs.nouns too")
        self.noun_forms = nouns | {
            word
            for word, forms in self._forms.items()
            if any(form.kind == "third" and form.lemma in nouns for form in forms)
        }

    def forms(self, word: str) -> tuple[Form, ...]:
        """What a word in small letters may be a form of; a word of no list by its ending, if that is a past."""
        return self._forms.get(word) or self._guessed(word)

    def lemma(self, word: str, *kinds: str) -> str:
        """The verb that a word is one of these forms of; empty if of none."""
        for form in self.forms(word):
            if form.kind in kinds:
                return form.lemma
        return ""

    def is_a(self, lemma: str, *classes: str) -> bool:
        """Whether a verb is in one of the lists, such as ``saying``."""
        for name in classes:
            if name not in self._classes:
                self._classes[name] = self._words.words(f"verbs.{name}")
            if lemma in self._classes[name]:
                return True
        return False

    def _fill(self) -> None:
        irregular: set[str] = set()
        for line in self._words.lines("verbs.irregular"):
            base, *given = line.split()
            irregular.add(base)
            third, *_, last = self._inflected(base)
            self._add(base, (third, *given, last) if len(given) == len(self._kinds) - 2 else tuple(given))
        separable = self._words.words("verbs.separable")
        for lemma in sorted(self._all_lemmas() - irregular - {entry.replace("|", "") for entry in separable}):
            self._add(lemma, self._inflected(lemma))
        for entry in sorted(separable):
            self._add_separable(*entry.split("|"))

    def _add_separable(self, particle: str, simple: str) -> None:
        """``lehnt … ab``, ``abgelehnt``, ``abzulehnen``."""
        if simple not in self.known:
            self._add(simple, self._inflected(simple))
        lemma = particle + simple
        self._apart[particle, simple] = lemma
        self._add(lemma, [_NO_FORM] * len(self._kinds))
        for word, forms in list(self._forms.items()):
            for form in forms:
                if form.lemma == simple and form.kind != "base" and word != simple:
                    self._note(particle + word, Form(lemma, form.kind))
        self._note(f"{particle}{self._to}{simple}", Form(lemma, "zu"))

    def joined(self, particle: str, simple: str) -> str:
        """The verb of a particle and the verb that it stands apart from; empty if there is none."""
        return self._apart.get((particle, simple), "")

    def _all_lemmas(self) -> set[str]:
        classes = self._words.words("verbs.classes")
        return {lemma for name in classes for lemma in self._words.words(f"verbs.{name}")}

    def _inflected(self, lemma: str) -> tuple[str, ...]:
        rules = self._doubled if lemma in self._doubling else self._rules
        return tuple(next(_applied(lemma, rules), " ".join([lemma] * len(self._kinds))).split())

    def _add(self, lemma: str, forms: Iterable[str]) -> None:
        self.known.add(lemma)
        self._note(lemma, Form(lemma, "base"))
        for kind, written in zip(self._kinds, forms, strict=True):
            for word in written.split("/"):
                if word != _NO_FORM:
                    self._note(word, Form(lemma, kind))

    def _note(self, word: str, form: Form) -> None:
        known = self._forms.get(word, ())
        if form not in known:
            self._forms[word] = (*known, form)

    @functools.cache  # noqa: B019  one object a language, kept for good
    def _guessed(self, word: str) -> tuple[Form, ...]:
        lemma = next(_applied(word, self._unknown), "")
        return (Form(lemma, "past"), Form(lemma, "participle")) if lemma else ()


_Rule = tuple[re.Pattern[str], str]


def _rules(lines: Iterable[str]) -> Iterator[_Rule]:
    for line in lines:
        pattern, _, forms = line.partition(" = ")
        yield re.compile(rf"^(?:{pattern})$"), forms


def _applied(word: str, rules: Iterable[_Rule]) -> Iterator[str]:
    for pattern, forms in rules:
        if pattern.match(word):
            yield pattern.sub(forms, word)


@functools.lru_cache(maxsize=8)
def verbs(name: str) -> Verbs:
    """The verbs of a language, read once."""
    return Verbs(language(name))
