"""The small words that hold a clause together, from the word lists of a language."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from briefer.suggest.grammar.verbs import Verbs, verbs
from briefer.suggest.language import Language, language


class Grammar:
    """The lists of ``grammar.txt`` under their names; those of one word as that word."""

    def __init__(self, words: Language) -> None:
        self.verbs: Verbs = verbs(words.name)
        self.words = words
        self.determiners = words.words("grammar.determiners")
        self.subject_pronouns = words.words("grammar.subject pronouns")
        self.plural_pronouns = words.words("grammar.plural pronouns")
        self.object_pronouns = words.words("grammar.object pronouns")
        self.prepositions = words.words("grammar.prepositions")
        self.subordinators = words.words("grammar.subordinators")
        self.complementisers = words.words("grammar.complementisers")
        self.relatives = words.words("grammar.relatives")
        self.coordinators = words.words("grammar.coordinators")
        self.modals = words.words("grammar.modals")
        self.future = words.words("grammar.future")
        self.perhaps = words.words("grammar.perhaps")
        self.duty = words.words("grammar.duty")
        self.be = words.words("grammar.be")
        self.have = words.words("grammar.have")
        self.do = words.words("grammar.do")
        self.past_auxiliaries = words.words("grammar.past auxiliaries")
        self.auxiliaries = self.modals | self.be | self.have | self.do
        self.negations = words.words("grammar.negations")
        self.adverbs = words.words("grammar.adverbs")
        self.adverb_endings = tuple(words.words("grammar.adverb endings"))
        self.progressive_endings: Mapping[str, str] = words.table("grammar.progressive ending")
        self.no_progressives = words.words("grammar.no progressives")
        self.agent_endings = tuple(sorted(words.words("grammar.agent endings")))
        self.no_agents = words.words("grammar.no agents")
        self.no_adverbs = words.words("grammar.no adverbs")
        self.hearsay = words.words("grammar.hearsay")
        self.reduced = words.words("grammar.reduced")
        self.times = words.words("grammar.times")
        self.plurals = words.words("grammar.plurals")
        self.weak_pasts = words.words("grammar.weak pasts")
        self.quantities = words.words("grammar.quantities")
        self.handed_on: Mapping[str, str] = words.table("grammar.to follows")
        self.definite = words.words("grammar.definite")
        self.articles = words.words("grammar.articles")
        self.things = words.words("grammar.things")
        self.persons = words.words("grammar.persons")
        self.several = words.words("grammar.several")
        self.contrasting = words.words("grammar.contrasting")
        self.conditions = words.words("grammar.conditions")
        self.before_deeds = words.words("grammar.before deeds")
        self.naming_some = words.words("grammar.naming some")
        self.causes = words.words("grammar.causes")
        self.openings: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(words.words("grammar.openings")):
            first, *rest = phrase.split()
            self.openings.setdefault(first, []).append((first, *rest))
        self.ending = frozenset({*",;:–—()", *self.coordinators, *self.subordinators, *self.openings})
        """The words and marks among which alone a clause may end, and the brackets that keep it open."""
        self.verb_second = "verb second" in words.words("grammar.order")
        self.object_determiners = words.words("grammar.object determiners")
        self.never_finite = words.words("grammar.never finite")
        self.have_lemma = _one(words, "grammar.have lemma")
        self.rumour = words.words("grammar.rumour")
        self.passive = words.words("grammar.passive")
        self.purpose = _one(words, "grammar.purpose")
        self.phrasal: Mapping[str, str] = words.table("verbs.phrasal")
        self.infinitive = _one(words, "grammar.infinitive")
        self.agents = words.words("grammar.agent")
        self.asks_for = words.words("grammar.asks for")
        self.pending = words.words("grammar.pending")
        self.subject_relatives = words.words("grammar.subject relatives")
        self.time_leads = words.words("grammar.time leads")
        self.approximators = words.words("grammar.approximators")
        self.of = _one(words, "grammar.of")
        self.be_lemma = _one(words, "grammar.be lemma")
        self.auxiliary_lemmas = (
            (self.be_lemma, self.be),
            (_one(words, "grammar.have lemma"), self.have),
            (_one(words, "grammar.do lemma"), self.do),
        )

    def is_adverb(self, word: str) -> bool:
        """Whether a word may stand within a verb group or before its verb."""
        return word in self.adverbs or (
            len(word) > 4 and word.endswith(self.adverb_endings) and word not in self.no_adverbs
        )


def _one(words: Language, name: str) -> str:
    """The word of a list that has one; empty in a language without."""
    return next(iter(sorted(words.words(name))), "")


@functools.lru_cache(maxsize=8)
def grammar(name: str) -> Grammar:
    """The small words of a language, read once."""
    return Grammar(language(name))
