"""Stakes: what may be lost or gained, told by the words that introduce it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.suggest import stakes as stakes_module
from briefer.suggest import suggest
from briefer.suggest.stake_signals import WEIGHTS


def stakes(text: str) -> list[str]:
    return [stake.text for stake in suggest(text).stakes]


@pytest.mark.parametrize(
    ("sentence", "stake"),
    [
        (
            "The caller lied in the hopes of provoking a raid on the house.",
            "in the hopes of provoking a raid on the house",
        ),
        ("She feared the exams would lead to lower standards.", "the exams would lead to lower standards"),
        (
            "Aides said that to intervene would amount to a public insult.",
            "to intervene would amount to a public insult",
        ),
        ("With just 18 months left in power, he rules alone.", "With just 18 months left in power"),
        (
            "Advisers urged her to postpone the exam until it was clear that schools were ready.",
            "until it was clear that schools were ready",
        ),
        ("The firm hopes to resume its launches in December.", "The firm hopes to resume its launches in December"),
        (
            "The loss of the ship would have an impact on the crew of the station.",
            "The loss of the ship would have an impact on the crew of the station",
        ),
        (
            "The bank fears a “can’t lose” mood could ruin savers.",
            "The bank fears a “can’t lose” mood could ruin savers",
        ),
        ("The auditors warned that the town could not afford the venues.", "the town could not afford the venues"),
        (
            "Arden Pumps supplies a third of the filters that clinics use.",
            "Arden Pumps supplies a third of the filters that clinics use",
        ),
        ("The bank says that the plan is exposed to higher costs.", "the plan is exposed to higher costs"),
        (
            "The bank raised its rate in a bid to avoid a collapse of the currency.",
            "in a bid to avoid a collapse of the currency",
        ),
        ("The bank warned that small firms would lose their credit.", "small firms would lose their credit"),
        ("Fishermen fear that the dam will destroy their villages.", "the dam will destroy their villages"),
        ("A strike could cost the port 3 million euros a day.", "A strike could cost the port 3 million euros a day"),
        (
            "The delay threatens the supply of gas to two cities.",
            "The delay threatens the supply of gas to two cities",
        ),
        (
            "Half of the island depends on the ferry for its food.",
            "Half of the island depends on the ferry for its food",
        ),
        (
            "The army holds the valley until the rebels leave the dam.",
            "until the rebels leave the dam",
        ),
        ("Producers of wine risk losing half of their sales.", "Producers of wine risk losing half of their sales"),
        (
            "The board chose a plan that engineers say could flood two valleys.",
            "could flood two valleys",
        ),
        (
            "A lawsuit filed by twelve of the passengers could cost the airline 5 million dollars.",
            "A lawsuit filed by twelve of the passengers could cost the airline 5 million dollars",
        ),
        (
            "The extra repairs would add 4 million euros to its costs.",
            "The extra repairs would add 4 million euros to its costs",
        ),
        ("The grant must be spent by the end of June.", "The grant must be spent by the end of June"),
        (
            "The town needs to repay 3 million euros before March.",
            "The town needs to repay 3 million euros before March",
        ),
        (
            "Growers warned that $20 million of pears, plums and figs may rot.",
            "$20 million of pears, plums and figs may rot",
        ),
        (
            "If fewer than 600 tickets are sold, the council can take the pool back.",
            "If fewer than 600 tickets are sold, the council can take the pool back",
        ),
        (
            "Unless the firm obtains a stay, its works will have to close.",
            "Unless the firm obtains a stay, its works will have to close",
        ),
        ("Hauliers fear that diverted traffic will choke the pass.", "diverted traffic will choke the pass"),
        ("It put the cost at 46 million crowns.", "It put the cost at 46 million crowns"),
        ("Envoys flew to Oslo in a final effort to win back the rebels.", "in a final effort to win back the rebels"),
        ("Every week of frost adds 2 million crowns to the bill.", "adds 2 million crowns to the bill"),
        (
            "Norway said it would leave the league unless the chairman resigned.",
            "it would leave the league unless the chairman resigned",
        ),
        ("His cabinet could fall over the tax.", "His cabinet could fall over the tax"),
        ("Up to 90 houses are at risk.", "Up to 90 houses are at risk"),
        ("The mould can be fatal for young birds.", "The mould can be fatal for young birds"),
        ("The brewery now faces a fine of 2 million euros.", "The brewery now faces a fine of 2 million euros"),
        ("He blocked the lock, stranding 40 barges.", "stranding 40 barges"),
        ("The government risks running out of money by May.", "The government risks running out of money by May"),
        ("Half of the people of the valley are at risk.", "Half of the people of the valley are at risk"),
        ("He closed the mine, leaving 300 men without work.", "leaving 300 men without work"),
        ("The mission aims to buy time to avert a famine.", "to avert a famine"),
        (
            "The minister praised the shortage of ore, which has hamstrung the yards.",
            "which has hamstrung the yards",
        ),
    ],
)
def test_a_stake_is_the_clause_after_its_cue(sentence: str, stake: str) -> None:
    assert stake in stakes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister opened the bridge on Monday.",
        "The team trains twice a week and the club pays for the bus.",
        "She could see the harbour from her window.",
        "It was a door that nobody could prove was locked.",
        "A hearing on damages was set for 14 May.",
    ],
)
def test_where_nothing_is_at_stake(sentence: str) -> None:
    assert stakes(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("The flood could kill thousands of people in the valley.", "high"),
        ("The strike could delay hundreds of flights.", "medium"),
        ("The strike might delay a few flights slightly, they fear.", "low"),
    ],
)
def test_level_comes_from_words_of_size(sentence: str, level: str) -> None:
    (stake,) = suggest(sentence).stakes
    assert stake.level == level


def test_a_stake_names_whom_it_touches_and_why_it_is_one() -> None:
    (stake,) = suggest("Fears that Norway could cut its exports to Poland are growing.").stakes
    assert stake.actors == ("Norway", "Poland")
    assert stake.why


def test_an_article_gives_at_most_seven() -> None:
    towns = "Alba Brix Corvin Delos Ekster Fjord Galen Hektor Ister Jonas".split()
    text = "\n\n".join(
        f"The people of the town of {town} fear that the new dam could destroy the only road to {town}."
        f" The mayor of {town} spoke for an hour about the past of the valley, its songs and its many old stone houses,"
        " and thanked the choir."
        for town in towns
    )
    assert len(suggest(text).stakes) == 7


@pytest.mark.parametrize(
    "sentence",
    [
        "The town rejected a plan that would have run two new trams.",
        "Both sides have much to lose, they say.",
        "The company said it would cut two routes.",
    ],
)
def test_plans_and_what_did_not_come_are_no_stakes(sentence: str) -> None:
    assert stakes(sentence) == []


def test_a_condition_of_two_words_and_what_something_costs_to_make_are_none() -> None:
    text = "Until we do, nobody will know. Prices fell below what it costs to make the paper."
    assert stakes(text) == []


def test_concerns_that_are_only_spoken_of_are_no_stake() -> None:
    assert stakes("The minister raised her concerns about the exam with the schools in May.") == []


@pytest.mark.parametrize(
    ("sentence", "stake"),
    [
        (
            "Envoys flew to Oslo in an effort to bring the rebels to the table and settle the dispute over the dam.",
            "in an effort to bring the rebels to the table and settle the dispute over the dam",
        ),
        (
            "The union wants to help workers find tools, or lessen the impact of the strike on families if it goes on.",
            "to help workers find tools, or lessen the impact of the strike on families if it goes on",
        ),
        (
            "The minister said the change would lead to “lower standards; a loss of trust in the marks of schools”.",
            "the change would lead to “lower standards; a loss of trust in the marks of schools",
        ),
        (
            "Research into storms, as well as work on floods, could be set for further cuts.",
            "Research into storms, as well as work on floods, could be set for further cuts",
        ),
        (
            "The tolls make the crossing more expensive for small firms and lead to higher prices in the shops.",
            "The tolls make the crossing more expensive for small firms and lead to higher prices in the shops",
        ),
    ],
)
def test_a_stake_is_whole_with_what_is_joined_to_it(sentence: str, stake: str) -> None:
    assert stake in stakes(sentence)


def test_many_weak_signals_tell_a_stake_without_a_cue() -> None:
    text = "The problem of debts in its schools has the potential to harm pupils this year."
    assert stakes(text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("sentence", "stake"),
    [
        (
            "The harbour master said on Monday that the tide impacts every ship in the bay.",
            "the tide impacts every ship in the bay",
        ),
        ("The firm could see its sales fall by a third.", "The firm could see its sales fall by a third"),
    ],
)
def test_words_of_an_effect_tell_a_stake_without_harm_or_good(sentence: str, stake: str) -> None:
    assert stakes(sentence) == [stake]


def test_what_somebody_sees_or_asks_is_hardly_one() -> None:
    assert stakes("She could see the harbour, and Olsen asked why the tide impacts it.") == []


def test_weights_are_of_signals_that_are_given() -> None:
    """A weight of a signal that nothing gives would never speak: a word misspelt in the table."""
    code = "".join(
        path.read_text(encoding="utf-8") for path in Path(stakes_module.__file__).parent.glob("stake_*.py")
    )
    code = code[: code.index("WEIGHTS: Mapping")] + code[code.index("_WEIGHTS = ") :]
    given = {"past", "perfect", "perhaps", "will", "may", "could", "would"}  # tenses, and words of the lexicon
    given |= {f"{level} clause" for level in ("main", "reported", "relative", "subordinate")}
    assert {signal for signal in WEIGHTS if f'"{signal}"' not in code} <= given
