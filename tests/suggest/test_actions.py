"""Actions: who does what, how far it has come, and where the clause begins and ends."""

from __future__ import annotations

import pytest

from briefer.suggest import Action, Actor, suggest
from briefer.suggest.doers import Doers
from briefer.suggest.grammar.small_words import grammar
from briefer.suggest.reading import Reading


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
        ("The Ministry of Trade plans to sell two ports.", "plan", "planned"),
        ("The Ministry of Trade disputes the auditors' figures.", "dispute", "denied"),
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
        ("Police", "arrest", "done", "Police arrested two men in Harrow and seized a boat"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police arrested two men in Harrow, in the west of the city, and seized a boat.",
        "Two brothers from Leeds have bought the mill and are restoring its wheel.",
    ],
)
def test_what_the_same_one_does_in_one_breath_is_one_action(sentence: str) -> None:
    assert only(sentence).text == sentence.rstrip(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "Corvin Holm bought barns that he then let to Kestrel Air, borrowed against his farm, and sold the mill in May.",
        "Anna Lund left the party, used the courts to stop her rivals and closed the last free paper of the island.",
    ],
)
def test_deeds_in_a_row_are_one_action(sentence: str) -> None:
    assert [found.text for found in suggest(sentence).actions] == [sentence.rstrip(".")]


def test_what_follows_a_reported_clause_after_a_comma_is_done_by_who_reports() -> None:
    sentence = "Ms Lund warned that she did not like the exam, and ordered the board to delay it until May."
    assert [(actor, words) for actor, *_, words in actions(sentence)] == [("Lund", sentence.rstrip("."))]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("About 30 ships and 21 planes from Tavania have joined the search off Kelp Island.", ""),
        ("Around 400 people, held at sea for weeks, are to be housed at barracks in Lund.", ""),
        ("Some fled to the hills on Monday, the mayor of Lund said.", "Some fled to the hills on Monday"),
        ("Acme Steel agreed to a rescue in May by its owner, the Nordwerft Holding.", ""),
    ],
)
def test_the_clause_has_its_whole_subject_and_what_is_added_without_a_verb(sentence: str, clause: str) -> None:
    assert (clause or sentence.rstrip(".")) in [found.text for found in suggest(sentence).actions]


def test_a_deed_to_come_in_the_passive_has_its_own_verb() -> None:
    assert [(action.verb, action.status) for action in suggest("The plant is set to be closed in May.").actions] == [
        ("close", "planned")
    ]


def test_what_one_does_and_what_one_says_or_never_does_are_two() -> None:
    said = actions("Police arrested two men in Harrow and said they had seized a boat.")
    assert [words for *_, words in said] == ["Police arrested two men in Harrow", "they had seized a boat"]
    never = actions("Kestrel Air bought four ferries in May but never asked the regulator for a licence.")
    assert "Kestrel Air bought four ferries in May" in [words for *_, words in never]


@pytest.mark.parametrize(
    ("sentence", "verb", "status"),
    [
        ("CAN has expelled two members of its board over the contract.", "expel", "done"),
        ("Rescuers were trawling the bay for the missing ferry on Sunday.", "trawl", "under way"),
        ("Fjordbank is to restate its accounts for the past two years.", "restate", "planned"),
        ("Mr Okoro had on 10 July in Lagos named Ms Bello as his deputy.", "name", "done"),
        ("The 51-year-old stole a tractor from a farm in Norfolk.", "steal", "done"),
        ("Doctors in Lund mapped the genetic sequences of the fungus.", "map", "done"),
        ("Kestrel Air blamed the regulator for the delay of its new route.", "blame", "done"),
        ("The mayor, who fled to Oslo when a storm flooded the town, dismissed two engineers.", "dismiss", "done"),
    ],
)
def test_the_verb_is_found_where_it_is_hard_to_see(sentence: str, verb: str, status: str) -> None:
    action = only(sentence)
    assert (action.verb, action.status, action.text) == (verb, status, sentence.rstrip("."))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The results are interesting to readers in many countries.", []),
        (
            "The Coast Guard said on Friday it had seized three boats off Malta.",
            ["it had seized three boats off Malta"],
        ),
        (
            "The minister noted that just last week Tavanian troops shelled the village of Aru.",
            ["Tavanian troops shelled the village of Aru"],
        ),
    ],
)
def test_what_is_told_of_is_an_action_and_how_something_is_none(sentence: str, words: list[str]) -> None:
    assert [action.text for action in suggest(sentence).actions] == words


def test_what_is_told_with_names_and_figures_is_kept_before_the_rest() -> None:
    told = [
        "Fjordbank sold 40 branches in the north to Nordhavn Savings for $90 million in March.",
        "Fjordbank asked the regulator of Tavania to extend the licence of its two mortgage funds.",
    ]
    slight = [f"Fjordbank painted the {part}." for part in ("hall", "gate", "yard", "roof", "shed", "door", "wall")]
    text = "Fjordbank opened a tower on Monday.\n\n" + "\n\n".join([*slight, *told])
    found = [action.text for action in suggest(text).actions]
    assert all(sentence.rstrip(".") in found for sentence in told)
    assert not any(sentence.rstrip(".") in found for sentence in slight[1:])


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
    assert any(found.actor.endswith(actor) for found in suggest(sentence).actions)


def test_what_is_added_to_a_list_is_a_deed_and_what_is_added_to_words_is_none() -> None:
    assert [verb for _, verb, *_ in actions("The ministry added 24 companies to its list.")] == ["add"]
    assert actions("The plan was good, the minister added.") == []


def test_a_sentence_said_twice_is_one_action() -> None:
    lede = "The navy seized a tanker off Kelp Island on Sunday."
    assert len(suggest(f"{lede}\n\n{lede} Its crew of nine was unhurt.").actions) == 1


def test_a_longer_article_gives_more_and_a_long_one_at_most_ten() -> None:
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
    bought = [
        f"The {name} Group bought a warehouse in the north of {name} County, beyond the mill and the white houses."
        for name in names
    ]
    quiet = " The mill is old, and the houses are low." * 5
    assert len(suggest("\n\n".join(bought)).actions) == 7
    assert len(suggest(f"{quiet}\n\n".join(bought)).actions) == 10


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


@pytest.mark.parametrize(
    ("sentence", "actor", "clause"),
    [
        (
            "Sir Alan Boyd, 62, of Long Marsden, Kent, closed three shipyards in May.",
            "Alan Boyd",
            "Sir Alan Boyd, 62, of Long Marsden, Kent, closed three shipyards in May",
        ),
        (
            "A sailor who took a boat from a harbour to visit his mother and a friend rammed the pier.",
            "sailor",
            "A sailor who took a boat from a harbour to visit his mother and a friend rammed the pier",
        ),
        (
            "The tribunal last month ordered the fund to repay its clients.",
            "tribunal",
            "The tribunal last month ordered the fund to repay its clients",
        ),
        (
            "The senate's defence panel has asked General Otto Brandt to explain the losses.",
            "defence panel",
            "The senate's defence panel has asked General Otto Brandt to explain the losses",
        ),
        (
            "More than 3,000 nurses walked off the job in Leeds on Monday.",
            "nurses",
            "More than 3,000 nurses walked off the job in Leeds on Monday",
        ),
        (
            "Delegates of the union voted by 90 to 12 to reject the offer.",
            "Delegates of the union",
            "Delegates of the union voted by 90 to 12 to reject the offer",
        ),
        (
            "Senator Paul Reyes Jr. introduced a bill on Monday.",
            "Paul Reyes",
            "Senator Paul Reyes Jr. introduced a bill on Monday",
        ),
        (
            "Farmers in the valley rejected the offer, and the water board has withdrawn it.",
            "water board",
            "the water board has withdrawn it",
        ),
        ("Sotheby's cut its estimate for the painting on Friday.", "Sotheby", "Sotheby's cut its estimate"),
        ("The former treasurer admitted theft on Friday.", "treasurer", "The former treasurer admitted theft"),
    ],
)
def test_the_subject_is_found_over_what_stands_between(sentence: str, actor: str, clause: str) -> None:
    found = [action for action in suggest(sentence).actions if clause in action.text]
    assert found
    assert actor in found[0].actor


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry of trade will stay shut until courts in both states have approved the sale.",
        "Analysts had expected a profit of 4 million euros.",
        "Brandt told them of the losses.",
    ],
)
def test_what_is_open_refused_or_expected_is_no_action(sentence: str) -> None:
    assert not [action for action in suggest(sentence).actions if action.verb in ("approve", "expect", "tell")]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "The brewery on Monday declined to comment on the sale.",
            "The brewery on Monday declined to comment on the sale",
        ),
        (
            "The council on Friday signed an order that bars the two brewers from selling stout in any of its nine towns.",
            "The council on Friday signed an order that bars the two brewers from selling stout in any of its nine towns",
        ),
        (
            "The navy has moved three ships, including the new frigate Maren, into the strait off Kelm.",
            "The navy has moved three ships, including the new frigate Maren, into the strait off Kelm",
        ),
        (
            "The bank has frozen new loans - including those promised in May to farmers in Sund and Kelm.",
            "The bank has frozen new loans - including those promised in May to farmers in Sund and Kelm",
        ),
        (
            "Farmers' efforts to speak from the gallery in the state house were rejected by the speaker on Monday.",
            "Farmers' efforts to speak from the gallery in the state house were rejected by the speaker on Monday",
        ),
        (
            "Norway's two largest dairies - Tine and Synnove - will be banned from the fair in June.",
            "Norway's two largest dairies - Tine and Synnove - will be banned from the fair in June",
        ),
        (
            "Lindholm Corp (7411.T) this month agreed to replace two million air bags by 2029.",
            "Lindholm Corp (7411.T) this month agreed to replace two million air bags by 2029",
        ),
    ],
)
def test_a_deed_is_told_with_all_that_belongs_to_it(sentence: str, clause: str) -> None:
    assert clause in [text for *_, text in actions(sentence)]


def test_among_great_deeds_a_small_one_is_not_told() -> None:
    small = "The chairman walks his dog."
    great = (
        "Norway on Monday agreed to sell three of its ports to Chile and Peru.\n\n"
        "The Ministry of Trade has halted its plans to buy 40 ships from Poland.\n\n"
        "Denmark is refusing to let the Baltic Dairy Union open two shops in Odense on Friday.\n\n"
        "The Court of Kelm on Tuesday ordered the Sund Bank to pay Maren Holm 30,000 euros.\n\n"
        "The European Union has banned imports of stout from Iceland and Norway for three years.\n\n"
        "The Harbour Council will dismiss 12 pilots in Kelm on Thursday to save the Port of Sund.\n\n"
    )
    assert len(actions(great + small)) == 6
    assert [text for *_, text in actions(small)] == [small.removesuffix(".")]


def test_a_heading_gives_no_action() -> None:
    found = actions("Ministry closes port\n\nThe Ministry of Trade has closed the port of Kelm. It banned all ships.")
    assert [text for *_, text in found] == [
        "The Ministry of Trade has closed the port of Kelm",
        "It banned all ships",
    ]


def test_whom_commas_name_beside_the_subject_did_it() -> None:
    (found, *_) = actions(
        "Its managing director, Ms Vera Lindholm, resigned on Monday after the board dismissed two aides."
    )
    assert found[0] == "Vera Lindholm"


def test_she_is_not_a_man_who_was_named_last() -> None:
    text = "Police arrested Susan Clark on Monday. Peter Hall sold the boat. She destroyed two letters from the bank."
    assert ("Susan Clark", "destroy") in [(actor, verb) for actor, verb, *_ in actions(text)]


def test_put_on_hold_is_halted() -> None:
    (found,) = actions("The Ministry of Trade has put on hold two licences.")
    assert found[2] == "halted"


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "The council voted 23–14 on Monday to repair the pool.",
            "The council voted 23–14 on Monday to repair the pool",
        ),
        ("Regulators have asked for more data on infants.", "Regulators have asked for more data on infants"),
        ("The summit in Vaduz was called off.", "The summit in Vaduz was called off"),
        ("Acme Steel said it would appeal to the Supreme Court.", "it would appeal to the Supreme Court"),
        (
            "Tom Lund denied that Norway, which sells most of the ore, had put pressure on him.",
            "Tom Lund denied that Norway, which sells most of the ore, had put pressure on him",
        ),
    ],
)
def test_the_whole_deed_is_told(sentence: str, clause: str) -> None:
    assert [told[-1] for told in actions(sentence)] == [clause]


def test_who_is_told_something_or_wants_to_know_it_does_nothing() -> None:
    assert actions("Two officials told The Lantern that the plan to sell the port was dead.") == []
    assert actions("Investigators want to know why the fans stood still.") == []


def test_what_was_never_done_is_denied_where_another_verb_shares_the_subject() -> None:
    text = "The Ministry of Trade opened an inquiry into both firms but never imposed a penalty on them."
    assert [(verb, status, words) for _, verb, status, words in actions(text)][1:] == [
        ("impose", "denied", "never imposed a penalty on them")
    ]


def test_words_that_are_made_or_given_are_no_deed() -> None:
    text = "The remarks were made by Paul Stone on Monday. The Ministry of Trade gave an assessment of the harvest."
    assert actions(text) == []


def test_what_happened_to_somebody_opens_the_article() -> None:
    assert only("A policeman has been arrested in connection with a fire in Dover.").verb == "arrest"


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "A gunman opened fire at a bank in Leeds, killing two people and injuring three.",
            "A gunman opened fire at a bank in Leeds, killing two people and injuring three",
        ),
        (
            "The council closed the bridge in Lund, Sweden, officials said.",
            "The council closed the bridge in Lund, Sweden",
        ),
        (
            "The bank has pushed for stricter rules on loans to small firms but has been unable to secure changes.",
            "The bank has pushed for stricter rules on loans to small firms but has been unable to secure changes",
        ),
        (
            "The night train from Lund to Oslo left the rails due to a broken switch.",
            "The night train from Lund to Oslo left the rails due to a broken switch",
        ),
        (
            "The council dismissed its director on Monday, calling him careless.",
            "The council dismissed its director on Monday",
        ),
    ],
)
def test_what_came_of_a_deed_belongs_to_it(sentence: str, clause: str) -> None:
    assert suggest(sentence).actions[0].text == clause


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "The bank has admitted that its loans were illegal.",
            "The bank has admitted that its loans were illegal",
        ),
        ("The agency would not describe the fault.", "The agency would not describe the fault"),
        ("In early April Anna Holm closed the mine.", "Anna Holm closed the mine"),
        ("The rebels were able to reach the capital.", "The rebels were able to reach the capital"),
        ("Three men were arrested in Leeds on Monday.", "Three men were arrested in Leeds on Monday"),
        ("The caller demanded a ransom of two million euros.", "The caller demanded a ransom of two million euros"),
    ],
)
def test_what_an_analyst_files_without_a_name_or_a_plain_verb(sentence: str, clause: str) -> None:
    assert [action.text for action in suggest(sentence).actions] == [clause]


def test_what_opens_no_article_and_who_worked_on_it_are_no_actions() -> None:
    text = (
        "The bank sold its tower on Monday.\n\nThe bank admitted that rents were low. "
        "Ann Lee in Oslo contributed to this report.\n\nThe port was set to open in May."
    )
    assert [action.text for action in suggest(text).actions] == ["The bank sold its tower on Monday"]


def test_two_actors_may_share_their_words() -> None:
    reading = Reading("Lund closed the bridge.")
    shared = [Actor(name, "state", start=0, end=4, mentions=((0, 4),)) for name in ("Lund", "Sweden")]
    assert [actor.name for actor in Doers(reading, shared, grammar("en")).within(0, 4)] == ["Lund", "Sweden"]


def test_a_text_that_breaks_off_before_what_was_done_is_read() -> None:
    assert only("Mr Okoro had on 10 July in Lagos named").verb == "name"


def test_a_text_that_breaks_off_after_of_is_read() -> None:
    assert not suggest("The council has dismissed a team of").quotes
