"""Actions and stakes: both from the clauses of the article, which are looked for once."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.suggest.actions import find_actions
from briefer.suggest.doers import Doers
from briefer.suggest.grammar.clauses import SubjectFirst
from briefer.suggest.grammar.clauses_verb_second import VerbSecond
from briefer.suggest.grammar.small_words import grammar
from briefer.suggest.grammar.syntax import Syntax
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Action, Actor, Quote, Stake
from briefer.suggest.stakes import find_stakes


def find_deeds(
    reading: Reading, actors: Sequence[Actor], quotes: Sequence[Quote]
) -> tuple[list[Action], list[Stake]]:
    """The actions and the stakes of an article, each in reading order, told of the actors and quotes found in it."""
    words = grammar(reading.language.name)
    syntax = VerbSecond if words.verb_second else SubjectFirst
    sentences: list[Syntax] = [syntax(reading, sentence, words) for sentence in reading.sentences]
    doers = Doers(reading, actors, words)
    quoted = [part for quote in quotes for part in quote.parts or ((quote.start, quote.end),)]
    return find_actions(reading, sentences, doers, quoted), find_stakes(reading, sentences, doers, quoted, words)
