"""Groups without a name of their own: which plurals are actors, and which only stand in the way."""

from __future__ import annotations

import pytest

from briefer.suggest.actors import actors
from briefer.suggest.named.cast import Cast
from briefer.suggest.quotes import quotes
from briefer.suggest.reading import Reading

PADDING = (
    "The weather was dry and the roads were empty. Work went on through the night. The lamps were lit at six."
    " Nobody knew how long it would last.\n\n"
)
"""Sentences that make a text too long to be told whole, and name nobody."""


def groups(text: str) -> set[str]:
    cast = Cast(Reading(text))
    return {actor.name for actor in actors(cast, quotes(cast)) if actor.kind == "group"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Analysts said the loan would be late.", "Analysts"),
        ("But experts have warned of a flood.", "experts"),
        ("Experts, though, say the pier is safe.", "Experts"),
        ("Hundreds of protesters converged on the town.", "protesters"),
        ("The deal is near, two sources said.", "sources"),
        ("The port urged inspectors to wait.", "inspectors"),
        ("A Maravian tank crew opened fire.", "Maravian tank crew"),
        ("The pier would stay shut, officials said.", "officials"),
        ("Several landowners sold their fields. The landowners want more.", "landowners"),
        ("Six clergymen blessed the boats. The clergymen left early.", "clergymen"),
        ("Critics of the Harbour Rents Act argue that it is too weak.", "Critics"),
        ("Growers such as Fenwick Farms pay a rent to the port.", "Growers"),
        ("Local public library officials in Ulverfell said the roof leaked.", "Local public library officials"),
        (
            "The trams hit tenants. A rent for tenants rose. The port wrote to tenants in May.",
            "tenants",
        ),
        ("The firms lost money. A loan to firms fell through. One bank wrote to firms in May.", "firms"),
    ],
)
def test_a_plural_that_speaks_or_acts_or_comes_again_is_a_group(text: str, wanted: str) -> None:
    assert wanted in groups(PADDING + text)


@pytest.mark.parametrize(
    "text",
    [
        "He did not know whether any older survivors had been found.",
        "Few foreign leaders stand up to the mayor.",
        "Talk among pilots centred on fuel.",
        "They sent troops to the Baltic states.",
        "They sent inspectors to the Tulsa plant on Monday.",
        "The firms lost money.",
        "The port fined the union, whose 2,300 nurses paid little.",
        "He walked with young pensioners by the sea.",
    ],
)
def test_a_plural_in_passing_is_none(text: str) -> None:
    assert groups(PADDING + text) == set()


def test_who_an_article_opens_with_is_a_group_whatever_they_do() -> None:
    lede = "ULVERFELL (Reuters) - Federal rescue workers searching for a ferry with 60 on board found a raft."
    assert groups(f"{lede}\n\n{PADDING}") == {"Federal rescue workers"}


def test_attorneys_general_are_persons_with_a_title_and_no_group() -> None:
    text = "Former Ovell attorneys general Mark Lund and Jon Berg were fined."
    assert groups(f"{text}\n\n{PADDING}") == set()
