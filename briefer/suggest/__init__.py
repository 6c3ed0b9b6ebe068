"""Suggestions: what a careful analyst would mark in an article, found by rules, each with its reason."""

from __future__ import annotations

from briefer.suggest.shapes import Action, Actor, Quote, Stake, Suggestions

__all__ = ["Action", "Actor", "Quote", "Stake", "Suggestions", "suggest"]


def suggest(text: str, language: str = "en") -> Suggestions:
    """What to mark in an article; the same for the same text, whatever was read before.

    ``language`` is a folder of the lexicon; LookupError if there is none of that name.
    """
    from briefer.suggest.actors import actors
    from briefer.suggest.deeds import find_deeds
    from briefer.suggest.named.cast import Cast
    from briefer.suggest.quotes import quotes
    from briefer.suggest.reading import Reading

    reading = Reading(text, language)
    cast = Cast(reading)
    said = quotes(cast)
    who = actors(cast, said)
    actions, stakes = find_deeds(reading, who, said)
    return Suggestions(text, said, who, tuple(actions), tuple(stakes))
