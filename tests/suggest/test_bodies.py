"""Names that no list has: what shows a company, a town or a person, and groups that act as one."""

from __future__ import annotations

import pytest

from briefer.suggest import Actor, suggest

PADDING = (
    " The weather was dry and the roads were empty. Work went on through the night. The lamps were lit at six."
    " Nobody knew how long it would last."
)
"""Sentences that make a text too long to be told whole, and name nobody."""


def who(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in suggest(text + PADDING).actors}


@pytest.mark.parametrize(
    "sentence",
    [
        "Shares of Danric Ovell were suspended on Monday. Danric Ovell makes pumps.",
        "A judge took a stake in Danric Ovell from its owner, and Danric Ovell closed.",
        "Danric Ovell’s chief executive resigned. Danric Ovell named nobody.",
        "Danric Ovell fell 3 % on Monday, and Danric Ovell warned of more.",
        "Danric Ovell cut its forecast on Monday. Danric Ovell has cut it twice.",
        "Danric Ovell said it would close two mills. Danric Ovell opened them in May.",
        "Pumps made by Danric Ovell failed. Danric Ovell withdrew them.",
        "Ruth Aldane of Danric Ovell spoke first. Danric Ovell had asked her to.",
        "Two airlines, Danric Ovell and Brannoch, cancelled flights. Danric Ovell did so twice.",
    ],
)
def test_a_company_without_a_telling_word_is_known_by_what_is_said_of_it(sentence: str) -> None:
    assert who(sentence)["Danric Ovell"].kind == "organisation"


@pytest.mark.parametrize(
    "sentence",
    [
        "Danric Ovell cut his hand on Monday. Danric Ovell was alone.",
        "Danric Ovell, who keeps bees, wrote to the council. Danric Ovell wrote twice.",
        "Mr Danric Ovell said it would rain. Danric Ovell was right.",
    ],
)
def test_a_person_stays_one(sentence: str) -> None:
    assert who(sentence)["Danric Ovell"].kind == "person"


def test_one_word_is_a_person_where_his_or_her_takes_it_up() -> None:
    assert who("Ovelle has cancelled all her concerts. The hall said that Ovelle was ill.")["Ovelle"].kind == "person"


def test_a_town_with_a_mayor_is_no_person() -> None:
    found = who("Ruth Aldane, the mayor of Port Ovell, met parents. People in Port Ovell were glad.")
    assert "Port Ovell" not in found
    assert (found["Ruth Aldane"].role, found["Ruth Aldane"].affiliation) == ("mayor", "Port Ovell")


def test_what_is_sold_under_a_name_is_no_body() -> None:
    assert "PureLoop" not in who("The filters, sold under the name PureLoop, were withdrawn on Monday.")


def test_a_place_acts_only_where_it_decides() -> None:
    found = who("Kansas has agreed to take 600 patients. A bus left Colorado at noon.")
    assert found["Kansas"].kind == "organisation"
    assert "Colorado" not in found


def test_names_with_a_possessive_are_whole_and_spelt_as_in_the_article() -> None:
    found = who(
        "St. Brannoch's Hospital closed a ward. A nurse sued St. Brannoch's. Moody's placed its debt on review."
    )
    assert found["St. Brannoch's Hospital"].aliases == ("St. Brannoch",)
    assert found["Moody's"].kind == "organisation"


def test_places_joined_before_a_head_are_one_body() -> None:
    assert "Devon and Cornwall Police" in who("Devon and Cornwall Police will review the case.")


def test_a_kind_of_company_that_opens_a_sentence_is_no_part_of_the_name() -> None:
    assert "Brannoch Paper" in who("Rival Brannoch Paper dropped 6%. Traders sold at once.")


def test_those_who_act_as_one_are_a_group() -> None:
    found = who("A jury has concluded that the slope was unsafe. Traders sold their shares in the quarry.")
    assert {found["jury"].kind, found["Traders"].kind} == {"group"}


def test_german_nouns_before_a_name_are_no_part_of_it() -> None:
    found = suggest("Das bestritt Stadtverordnetenvorsteher Karl Weber am Montag. Er sprach lange.", "de").actors
    assert [actor.name for actor in found if actor.kind == "person"] == ["Karl Weber"]


def test_a_company_with_and_without_its_legal_form_is_one() -> None:
    found = who(
        "Danric Ovell Inc. bid for Brannoch Corp on Monday. Brannoch refused. Danric Ovell raised its bid twice."
    )
    names = {name for actor in found.values() for name in (actor.name, *actor.aliases)}
    assert [actor.kind for actor in found.values()] == ["organisation"] * 2
    assert {"Danric Ovell", "Brannoch"} <= names
