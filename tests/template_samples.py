"""A small brief with one of everything, and templates around it."""

from briefer.model.anchor import Anchor, anchor_at
from briefer.model.brief import Brief
from briefer.model.entries import Action, Actor, Quote, Stake
from briefer.model.source import Source, SourceHeading
from briefer.templates.reading import parse_template
from briefer.templates.template import Template

TEXT = (
    "Ports told to unplug\n\nThe Harbour Technology Board has ordered five ports to unplug modems. It cost 46 million.\n\n"
    "“We are closing a door,” Lena Morvane said. “It was open.”"
)


def at(words: str) -> Anchor:
    start = TEXT.index(words)
    return anchor_at("s1", TEXT, start, start + len(words))


SOURCE = Source(
    "s1",
    title="Ports told to unplug",
    author="Hanne Lovell",
    publisher="The Meridian Courier",
    published="2026-11-13",
    original=TEXT,
    text=TEXT,
    headings=(SourceHeading(0, 20, 1),),
)

BRIEF = Brief(
    1,
    "b1",
    title="Modems",
    created="2026-11-22T10:00:00Z",
    header={"to": "DG <b> & *co*", "from": "Ports desk", "date": "2026-11-22", "subject": "Modems {{ 7*7 }} [@x1]", "marking": "OFFICIAL"},
    sections={"summary": "It **ordered** it. [@x1]\n\n- a\n- b", "taken": "Written by hand"},
    last_ids={"a": 2, "x": 1, "k": 1, "q": 1, "s": 1},
    sources=(SOURCE,),
    actors=(
        Actor("a1", "Harbour Technology Board", "organisation", role="regulator", notes="private", evidence=(at("The Harbour Technology Board"),)),
        Actor("a2", "Lena Morvane", "person", role="Board chair", evidence=(at("Lena Morvane"),)),
    ),
    actions=(Action("x1", "Orders five ports to unplug modems", actors=("a1",), date="2026-11-12", evidence=(at("ordered five ports to unplug modems"),)),),
    stakes=(Stake("k1", "46 million", level="high", evidence=(at("46 million"),)),),
    quotes=(Quote("q1", "We are closing a door, … It was open.", speaker="a2", evidence=(at("We are closing a door,"), at("It was open."))),),
)  # fmt: skip


def template(body: str) -> Template:
    """A template whose body starts on line 4 of its file."""
    front = "---\n{name: X, header: [{id: to, label: To}, {id: subject, label: Subject}], sections: [{id: live, label: L}, {id: taken, label: T}]}\n---\n"
    return parse_template(front + body, "x", "x.md")
