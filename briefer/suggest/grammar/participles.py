"""Participles that only describe a noun: ``the plans approved in May``."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Group
from briefer.suggest.reading import Token


def without_describing(groups: Sequence[Group], tokens: Sequence[Token], grammar: Grammar) -> list[Group]:
    """The verb groups of a sentence without participles that only describe a noun.

    Such a one looks like a past, but another verb stands before or after it and nothing begins a clause between.
    """
    return _Participles(tokens, grammar).without(groups)


class _Participles:
    def __init__(self, tokens: Sequence[Token], grammar: Grammar) -> None:
        self._tokens, self._grammar = tokens, grammar
        self._verbs = grammar.verbs

    def without(self, groups: Sequence[Group]) -> list[Group]:
        """The groups without those that describe a noun."""
        kept: list[Group] = []
        for number, group in enumerate(groups):
            before = kept[-1] if kept else None
            after = next((other for other in groups[number + 1 :] if other.finite), None)
            describes = self._participle(group) and (
                (after is not None and self._describes_before(group, after))
                or (before is not None and self._describes_after(before, group))
            )
            if not describes:
                kept.append(group)
        return kept

    def _participle(self, group: Group) -> bool:
        """Whether a group may as well be a participle after its noun."""
        before = self._tokens[group.first - 1].small
        return (
            group.bare
            and group.tense == "past"
            and self._verbs.lemma(self._tokens[group.head].small, "participle") != ""
            and before not in self._grammar.relatives
            and before not in self._grammar.subject_pronouns
        )

    def _describes_after(self, before: Group, group: Group) -> bool:
        """Whether it describes the object of a verb: ``repair the road damaged in May``.

        After an infinitive, which may be within the subject, only where no object of its own follows.
        """
        follows = self._tokens[group.last].small if group.last < len(self._tokens) else ""
        loose = follows in self._grammar.prepositions or not follows.isalnum()
        return not self._bound(before, group) and not self._takes_clause(before) and (before.finite or loose)

    def _describes_before(self, group: Group, after: Group) -> bool:
        has_object = self._tokens[group.last].small in self._grammar.determiners - self._grammar.adverbs
        if has_object and after.bare:
            return False
        return after.first > group.last and not self._bound(group, after) and not self._takes_clause(group)

    def _takes_clause(self, group: Group) -> bool:
        """Whether a clause may follow the verb without a conjunction."""
        if self._verbs.is_a(group.lemma, "saying", "being"):
            return True
        follows = self._tokens[group.last : group.last + 1]
        loose = bool(follows) and follows[0].small in self._grammar.prepositions
        return not loose and self._verbs.is_a(group.lemma, "announcing", "warning", "complement")

    def _bound(self, earlier: Group, later: Group) -> bool:
        """Whether something between two groups begins a clause."""
        grammar = self._grammar
        return any(
            (not token.is_word and not token.possessive and token.text not in "%$€£")
            or token.small in grammar.subordinators
            or token.small in grammar.coordinators
            or token.small in grammar.relatives
            or token.small in grammar.subject_pronouns - grammar.determiners
            for token in self._tokens[earlier.last : later.first]
        )
