"""German: its own quotation marks, verbs of saying, states and order of words, all of it data."""

from __future__ import annotations

import pytest

from briefer.suggest import Suggestions, suggest
from briefer.suggest.language import guess_language

PORTS = """\
Die Bundesregierung hat am Mittwoch ein Gesetz zum Schutz kleiner Häfen beschlossen. Verkehrsministerin Anna Weißhaupt \
kündigte an, noch in diesem Jahr 300 Millionen Euro bereitzustellen, um die Schließung von vier Werften zu verhindern.

„Wir lassen die Küste nicht allein“, sagte Weißhaupt in Berlin. Der Konzern Nordwerft will bis März 800 Stellen \
streichen. Die Gewerkschaft IG Hafen lehnte den Plan ab und drohte mit Streik.

Nach Angaben des Verbands könnten bis zu 5.000 Arbeitsplätze verloren gehen. Frankreich hat seine Hilfen bereits \
ausgesetzt. Experten warnen, dass ohne die Werften die Marine ihre Schiffe nicht mehr reparieren kann.
"""

TREATY = """\
Norwegen und Dänemark haben ein Abkommen über die Fischerei unterzeichnet. Das teilte das Außenministerium in Oslo mit. \
Moskau kritisierte den Vertrag scharf.

»Der Vertrag schützt unsere Fischer«, erklärte Ministerpräsident Lars Hagen am Dienstag. Dänemark wird zwei Schiffe der \
Küstenwache entsenden. Der frühere Minister Erik Brandt wurde von der Polizei festgenommen.

Fischer befürchten, dass die Bestände im Norden zusammenbrechen.
"""


def verbs(found: Suggestions) -> dict[str, tuple[str, str]]:
    return {action.verb: (action.actor, action.status) for action in found.actions}


def test_actions_with_their_status() -> None:
    assert verbs(suggest(PORTS, "de")) == {
        "beschließen": ("Bundesregierung", "done"),
        "ankündigen": ("Anna Weißhaupt", "announced"),
        "streichen": ("Konzern Nordwerft", "planned"),
        "ablehnen": ("Gewerkschaft IG Hafen", "denied"),
        "aussetzen": ("Frankreich", "halted"),
    }


def test_the_clause_is_whole_though_its_verb_is_parted() -> None:
    clauses = [action.text for action in suggest(PORTS, "de").actions]
    assert "Die Gewerkschaft IG Hafen lehnte den Plan ab und drohte mit Streik" in clauses
    assert "Der Konzern Nordwerft will bis März 800 Stellen streichen" in clauses


def test_stakes() -> None:
    assert [stake.text for stake in suggest(PORTS, "de").stakes] == [
        "die Schließung von vier Werften zu verhindern",
        "Nach Angaben des Verbands könnten bis zu 5.000 Arbeitsplätze verloren gehen",
        "ohne die Werften die Marine ihre Schiffe nicht mehr reparieren kann",
    ]
    assert "die Bestände im Norden zusammenbrechen" in [stake.text for stake in suggest(TREATY, "de").stakes]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (PORTS, "Wir lassen die Küste nicht allein", "Anna Weißhaupt"),
        (TREATY, "Der Vertrag schützt unsere Fischer", "Lars Hagen"),
    ],
)
def test_quotes_in_german_marks_with_their_speaker(text: str, words: str, speaker: str) -> None:
    assert [(quote.text, quote.speaker) for quote in suggest(text, "de").quotes] == [(words, speaker)]


def test_two_words_before_a_verb_in_small_letters_are_somebodys() -> None:
    text = "Ministerin Anna Vogt warnte am Montag in Berlin, das Gesetz dürfe keine „rote Linie“ überschreiten."
    assert [(quote.text, quote.speaker) for quote in suggest(text, "de").quotes] == [("rote Linie", "Anna Vogt")]


def test_states_are_known_by_name_and_capital() -> None:
    states = {actor.name for actor in suggest(TREATY, "de").actors if actor.kind == "state"}
    assert {"Norwegen", "Dänemark", "Russland"} <= states


def test_a_passive_names_who_did_it() -> None:
    arrest = next(action for action in suggest(TREATY, "de").actions if action.verb == "festnehmen")
    assert (arrest.actor, arrest.status) == ("Polizei", "done")


def test_the_language_of_a_text_is_told_by_its_small_words() -> None:
    assert guess_language(PORTS) == "de"
    assert guess_language("The council of the town has closed the bridge on Monday.") == "en"
    assert guess_language("") == "en"


@pytest.mark.parametrize(
    ("sentence", "actor", "verb", "status"),
    [
        ("Die Behörden haben den Hafen gesperrt.", "Behörden", "sperren", "done"),
        ("Die Behörden verhandeln mit den Besetzern des Hafens.", "Behörden", "verhandeln", "under way"),
        ("Am Montag wiesen die Behörden den Antrag zurück.", "Behörden", "zurückweisen", "denied"),
        ("Die Behörden sollen Akten vernichtet haben.", "Behörden", "vernichten", "unknown"),
        ("Die Behörden werden den Hafen im Mai öffnen.", "Behörden", "öffnen", "planned"),
        ("Die Behörden versprachen, den Hafen zu öffnen.", "Behörden", "versprechen", "announced"),
    ],
)
def test_the_finite_verb_tells_the_status(sentence: str, actor: str, verb: str, status: str) -> None:
    (action,) = suggest(sentence, "de").actions
    assert (action.actor, action.verb, action.status) == (actor, verb, status)


def test_actors_are_bodies_persons_and_states_and_no_other_noun() -> None:
    text = (
        "Ein Berliner Gericht hat den Ausbau gestoppt. Wasser verspricht wenig. Verkehrsminister Jonas Ahlers (FDP)"
        " kündigte Berufung an. Die Gewerkschaft IG Bau forderte Hilfen. Maraviens Regierung schwieg."
        " Nach Angaben der Behörde regnet es. Der Vorstandsvorsitzende der Hofmeister AG, Karl Brenner, schwieg."
    )
    found = suggest(text, "de")
    names = {actor.name for actor in found.actors}
    assert {"Berliner Gericht", "Jonas Ahlers", "Gewerkschaft IG Bau", "Maravien", "Hofmeister AG"} <= names
    assert not {"Wasser", "Berufung", "Angaben der Behörde"} & names
    assert ("ankündigen", "Jonas Ahlers") in {(action.verb, action.actor) for action in found.actions}
