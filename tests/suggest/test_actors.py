"""Actors: who they are, what they are called, and what is left out."""

from __future__ import annotations

from briefer.suggest.actors import actors
from briefer.suggest.cast import Cast
from briefer.suggest.quotes import quotes
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Actor

PADDING = (
    " The weather was dry and the roads were empty. Work went on through the night. The lamps were lit at six."
    " Nobody knew how long it would last."
)
"""Sentences that make a text too long to be told whole, and name nobody."""


def who(text: str) -> dict[str, Actor]:
    cast = Cast(Reading(text))
    return {actor.name: actor for actor in actors(cast, quotes(cast))}


def test_a_state_named_by_its_capital_is_that_state_and_a_capital_as_a_place_is_none() -> None:
    found = who("Beijing warned Washington on Monday." + PADDING + " A singer gave a concert in Paris.")
    assert {"China", "United States"} <= set(found)
    assert "France" not in found
    assert found["China"].aliases == ("Beijing",)


def test_one_person_under_full_name_surname_and_title() -> None:
    text = "Mary Stone spoke first. Ms Stone was brief. Stone left early." + PADDING
    assert who(text)["Mary Stone"].aliases == ("Stone",)
    assert len(who(text)["Mary Stone"].mentions) == 3


def test_two_of_one_surname_are_told_apart_by_title() -> None:
    text = "Paul Wren and Clara Wren run the farm. Mr Wren milks. Mrs Wren sells the cheese, and Mrs Wren keeps the books."
    found = who(text)
    assert len(found["Paul Wren"].mentions) == 2
    assert len(found["Clara Wren"].mentions) == 3


def test_role_and_affiliation_from_an_apposition() -> None:
    found = who("The plan will fail, said Zara Coop, a trade expert at the Northern Policy Institute." + PADDING)
    assert (found["Zara Coop"].role, found["Zara Coop"].affiliation) == ("trade expert", "Northern Policy Institute")


def test_role_before_a_name_with_the_institution_in_it() -> None:
    found = who("The order went to deputy White House chief of staff Stephen Mill, who signed it." + PADDING)
    assert found["Stephen Mill"].role == "deputy White House chief of staff"
    assert found["Stephen Mill"].affiliation == "White House"


def test_a_verb_tells_a_role() -> None:
    found = who("“It is late,” said Lena Marsh, who chairs the Harbour Board." + PADDING)
    assert (found["Lena Marsh"].role, found["Lena Marsh"].affiliation) == ("chair", "Harbour Board")


def test_an_acronym_in_brackets_is_another_name() -> None:
    found = who("The National Grain Office (NGO) cut prices. The NGO said it had no choice." + PADDING)
    assert "NGO" in found["National Grain Office"].aliases


def test_an_organisation_by_its_first_or_last_word() -> None:
    found = who("Calder Lift Systems sells cranes. Calder was founded in 1950." + PADDING)
    assert found["Calder Lift Systems"].aliases == ("Calder",)


def test_a_government_under_its_leaders_name_is_an_organisation_of_its_own() -> None:
    found = who("President Ann Hale spoke. The Hale administration has banned the modems." + PADDING)
    assert found["Hale administration"].kind == "organisation"
    assert found["Ann Hale"].kind == "person"


def test_unnamed_groups_that_speak_or_act() -> None:
    found = who("Current and former UN officials warned of hunger. Protesters blocked the road." + PADDING)
    assert found["Current and former UN officials"].kind == "group"
    assert found["Protesters"].kind == "group"


def test_an_outlet_that_only_relays_is_no_actor_and_one_that_acts_is() -> None:
    relays = who("The mayor is ill, the Morning Courier reported. He told the Morning Courier so." + PADDING)
    assert "Morning Courier" not in relays
    acts = who("The Morning Courier sued the mayor. The mayor was ill." + PADDING)
    assert "Morning Courier" in acts


def test_laws_storms_and_days_are_no_actors() -> None:
    found = who("The Clean Air Act passed on Monday. Hurricane Dora hit the Winter Festival in June." + PADDING)
    assert found == {}


def test_an_unknown_state_by_what_belongs_to_it() -> None:
    found = who("Maravia’s government recalled its envoy. Maravia buys the cranes." + PADDING)
    assert found["Maravia"].kind == "state"


def test_the_name_of_an_operation_is_no_actor() -> None:
    found = who("Hackers used a tool called “Salt Harvest” against the bank. It worked." + PADDING)
    assert not [name for name in found if "Salt" in name]


def test_the_weightiest_come_first() -> None:
    text = "Ulla Nord met Per Holt. Nord said no. Nord left. Nord came back. “I am back,” Nord said." + PADDING
    assert next(iter(who(text))) == "Ulla Nord"


def test_a_surname_that_is_also_a_title() -> None:
    assert "Madeleine King" in who("The minister, Madeleine King, declined to comment." + PADDING)


def test_names_with_a_possessive_or_of_after_for_are_one() -> None:
    text = "The People’s Liberation Army trained. The Institute for the Study of War (ISW) saw it. The PLA left; the ISW stayed."
    found = who(text + PADDING)
    assert found["People’s Liberation Army"].aliases == ("PLA",)
    assert found["Institute for the Study of War"].aliases == ("ISW",)


def test_a_long_article_has_no_flood_of_actors() -> None:
    names = (
        "Ada",
        "Ben",
        "Carla",
        "Dan",
        "Ella",
        "Fred",
        "Gina",
        "Hugo",
        "Ida",
        "Jack",
        "Karin",
        "Liam",
        "Mona",
        "Nick",
    )
    surnames = ("Alder", "Birch", "Cedar")
    text = " ".join(f"{name} {surname} came to the town hall." for surname in surnames for name in names)
    assert len(who(text)) < len(names) * len(surnames) / 2


def test_two_states_before_a_noun_are_no_name() -> None:
    found = who("The order angered American China hawks on Friday. American China hawks were loud." + PADDING)
    assert not [name for name, actor in found.items() if actor.kind == "organisation"]
