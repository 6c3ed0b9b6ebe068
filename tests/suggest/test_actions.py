"""Actions: who does what, how far it has come, and where the clause begins and ends."""

from __future__ import annotations

import pytest

from briefer.suggest import Action, suggest


def actions(text: str) -> list[tuple[str, str, str, str]]:
    return [(action.actor, action.verb, action.status, action.text) for action in suggest(text).actions]


def only(text: str) -> Action:
    (action,) = suggest(text).actions
    return action


@pytest.mark.parametrize(
    ("sentence", "verb", "status"),
    [
        ("The Ministry of Trade has halted its exports of rice.", "halt", "halted"),
        ("The Ministry of Trade suspended two licences on Monday.", "suspend", "halted"),
        ("The Ministry of Trade is planning to raise the tariff.", "plan", "planned"),
        ("The Ministry of Trade will raise the tariff in May.", "raise", "planned"),
        ("The Ministry of Trade is set to raise the tariff.", "raise", "planned"),
        ("The Ministry of Trade agreed to raise the tariff.", "agree", "planned"),
        ("The Ministry of Trade is building a port on the coast.", "build", "under way"),
        ("The Ministry of Trade has begun to inspect the ships.", "begin", "under way"),
        ("The Ministry of Trade signed a contract with two firms.", "sign", "done"),
        ("The Ministry of Trade has approved a new harbour.", "approve", "done"),
        ("The Ministry of Trade refused to publish the contract.", "refuse", "denied"),
        ("The Ministry of Trade will not renew the contract.", "renew", "denied"),
        ("The Ministry of Trade allegedly paid the smugglers.", "pay", "unknown"),
        ("The Ministry of Trade announced a ban on rice exports.", "announce", "announced"),
        ("The Ministry of Trade promised to repair the road.", "promise", "announced"),
    ],
)
def test_status_comes_from_the_verb_group(sentence: str, verb: str, status: str) -> None:
    action = only(sentence)
    assert (action.actor, action.verb, action.status) == ("Ministry of Trade", verb, status)
    assert status in action.why or (status == "unknown" and "hearsay" in action.why)


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "The council closed the bridge on Monday in a bid to avoid an accident.",
            "The council closed the bridge on Monday",
        ),
        ("The council closed the bridge after inspectors reported cracks.", "The council closed the bridge"),
        ("The council has closed the bridge, which was built in 1911.", "The council has closed the bridge"),
        ("The council has closed the bridge, officials said.", "The council has closed the bridge"),
        (
            "The council signed contracts with Lund, Berg and Hall.",
            "The council signed contracts with Lund, Berg and Hall",
        ),
        ("In May, the council of the city closed the bridge.", "the council of the city closed the bridge"),
        (
            "The council, a body of nine members, closed the bridge.",
            "The council, a body of nine members, closed the bridge",
        ),
    ],
)
def test_a_clause_goes_from_its_subject_to_the_end_of_the_deed(sentence: str, clause: str) -> None:
    assert suggest(sentence).actions[0].text == clause


def test_a_pronoun_and_the_company_are_the_actor_named_before() -> None:
    text = (
        "Minister Anna Holm opened the tunnel on Friday.\n\n"
        "She also dismissed the director of the project. "
        "Tunnelbau AG sued the state. The company demanded 3 million euros."
    )
    assert [actor for actor, *_ in actions(text)] == ["Anna Holm", "Anna Holm", "Tunnelbau AG", "Tunnelbau AG"]


def test_a_passive_with_by_names_who_did_it() -> None:
    action = only("Four miners were rescued by soldiers on Sunday.")
    assert (action.actor, action.verb, action.status) == ("soldiers", "rescue", "done")


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    found = actions("Police arrested two men in Harrow and seized a boat.")
    assert found == [
        ("Police", "arrest", "done", "Police arrested two men in Harrow"),
        ("Police", "seize", "done", "seized a boat"),
    ]


def test_a_verb_with_an_object_is_a_deed_though_a_participle_follows() -> None:
    found = actions("The parliament lifted a state of emergency imposed last November.")
    assert [verb for _, verb, *_ in found] == ["lift"]


def test_a_participle_after_its_noun_is_no_deed() -> None:
    found = actions("The plans approved in May were dropped by the Ministry of Trade.")
    assert [(actor, verb) for actor, verb, *_ in found] == [("Ministry of Trade", "drop")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that the weather was fine.",
        "The company has a long history and belongs to a family.",
        "If the company closes the plant, the town may die.",
        "Officials believe in the value of patience.",
        "The sanctions on oil and the trade talks between both sides.",
    ],
)
def test_saying_being_and_conditions_are_no_actions(sentence: str) -> None:
    assert actions(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Hackers linked to Norway broke into the mail of the ministry.", "Hackers"),
        ("Soldiers guarding the bridge arrested two men.", "Soldiers"),
        (
            "The decision to close the school angered parents, and the mayor of Lund dismissed the director.",
            "mayor of Lund",
        ),
        ("In the end Denmark brokered a compromise.", "Denmark"),
        ("Dozens of farmers blocked the road to the port.", "farmers"),
    ],
)
def test_the_subject_is_the_head_of_its_phrase(sentence: str, actor: str) -> None:
    assert actor in [found.actor for found in suggest(sentence).actions]


def test_what_is_added_to_a_list_is_a_deed_and_what_is_added_to_words_is_none() -> None:
    assert [verb for _, verb, *_ in actions("The ministry added 24 companies to its list.")] == ["add"]
    assert actions("The plan was good, the minister added.") == []


def test_a_sentence_said_twice_is_one_action() -> None:
    lede = "The navy seized a tanker off Kelp Island on Sunday."
    assert len(suggest(f"{lede}\n\n{lede} Its crew of nine was unhurt.").actions) == 1


def test_a_long_article_gives_at_most_ten() -> None:
    names = (
        "Alba",
        "Brix",
        "Corvin",
        "Delos",
        "Ekster",
        "Fjord",
        "Galen",
        "Hektor",
        "Ister",
        "Jonas",
        "Kolm",
        "Lund",
    )
    text = "\n\n".join(
        f"The {name} Group bought a warehouse in the north of {name} County, which lies beyond the old mill and the two long white houses there."
        for name in names
    )
    assert len(suggest(text).actions) == 10


def test_positions_are_those_of_the_text() -> None:
    text = "𝕏 News – The navy seized a tanker on Sunday.\n\nThe court fined two captains. They paid 𝟛 million crowns."
    for found in (*suggest(text).actions, *suggest(text).stakes):
        assert text[found.start : found.end] == found.text
    assert suggest(text) == suggest(text)


@pytest.mark.parametrize(
    "text", ["", "\n", ".", "“”", "to to to", "and, and, and", "The", "— the , which who", "’s has ’s"]
)
def test_fragments_give_nothing(text: str) -> None:
    assert suggest(text).actions == ()
    assert suggest(text).stakes == ()
