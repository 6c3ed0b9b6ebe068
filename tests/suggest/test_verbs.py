"""Verbs: forms made by rule or taken from the list, in both languages."""

from __future__ import annotations

import pytest

from briefer.suggest.grammar.verbs import Form, verbs


@pytest.mark.parametrize(
    ("word", "lemma", "kind"),
    [
        ("imposes", "impose", "third"),
        ("carries", "carry", "third"),
        ("launches", "launch", "third"),
        ("banned", "ban", "past"),
        ("transferred", "transfer", "participle"),
        ("developed", "develop", "past"),
        ("froze", "freeze", "past"),
        ("withdrawn", "withdraw", "participle"),
        ("planning", "plan", "ing"),
        ("seizing", "seize", "ing"),
        ("cut", "cut", "past"),
    ],
)
def test_english_forms(word: str, lemma: str, kind: str) -> None:
    assert Form(lemma, kind) in verbs("en").forms(word)


@pytest.mark.parametrize(
    ("word", "lemma"), [("mothballed", "mothball"), ("defunded", "defund"), ("vaporised", "vaporise")]
)
def test_a_past_in_no_list_is_known_by_its_ending(word: str, lemma: str) -> None:
    assert verbs("en").lemma(word, "past") == lemma


def test_a_noun_is_no_form() -> None:
    assert verbs("en").forms("river") == ()


@pytest.mark.parametrize(
    ("word", "lemma", "kind"),
    [
        ("kündigte", "kündigen", "past"),
        ("angekündigt", "ankündigen", "participle"),
        ("abzulehnen", "ablehnen", "zu"),
        ("beschlossen", "beschließen", "participle"),
        ("strich", "streichen", "past"),
        ("verurteilt", "verurteilen", "participle"),
        ("arbeiteten", "arbeiten", "past"),
        ("finanziert", "finanzieren", "participle"),
    ],
)
def test_german_forms(word: str, lemma: str, kind: str) -> None:
    assert Form(lemma, kind) in verbs("de").forms(word)


def test_a_german_verb_and_its_particle() -> None:
    assert verbs("de").joined("ab", "lehnen") == "ablehnen"
    assert verbs("de").joined("unter", "lehnen") == ""
