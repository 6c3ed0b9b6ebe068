from __future__ import annotations

import pytest

from briefer.model.anchor import anchor_at
from briefer.model.brief import Brief
from briefer.model.entries import Action, Actor, Citable, Passage, Quote, Stake
from briefer.templates.telling import told

BRIEF = Brief(format=1, id="b", actors=(Actor("a1", "Lena Morvane"),))
TEXT = "delays of nine\ndays"


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Actor("a1", "Lena *Morvane*"), "Lena \\*Morvane\\*"),
        (Action("x1", "orders modems off 214 cranes"), "Orders modems off 214 cranes."),
        (Stake("k1", "Is it safe?"), "Is it safe?"),
        (Quote("q1", "We go first, not last,", speaker="a1"), "Lena Morvane said: “We go first, not last”."),
        (Quote("q1", "Never.", speaker_text="a docker"), "A docker said: “Never.”"),
        (Quote("q1", "open gate"), "“open gate”."),
        (Quote("q1", ""), ""),
        (Passage("p1", (anchor_at("s1", TEXT, 0, len(TEXT)),)), "“delays of nine days”"),
    ],
)
def test_what_a_note_says(item: Citable, words: str) -> None:
    assert told(BRIEF, item) == words


def test_other_languages_have_their_own_marks() -> None:
    brief = Brief(format=1, id="b", language="de-DE", actors=BRIEF.actors)
    assert told(brief, Quote("q1", "Nie", speaker="a1")) == "Lena Morvane: „Nie“."
