"""What can be put into a template, and how it is written where it goes."""

from __future__ import annotations

import pytest

from briefer.model.brief import FORMAT, Brief
from briefer.model.entries import Action, Actor
from briefer.templates.check import text_problems
from briefer.templates.picks import Pick, insertion, loops_at, pick_groups, takes_filter
from briefer.templates.template import FrontMatter, HeaderField, SectionField

FRONT = FrontMatter(
    "Weekly",
    header=(HeaderField("to", "To"), HeaderField("reference", "Reference")),
    sections=(SectionField("summary", "Summary"), SectionField("who", "Who", generated=True)),
)
BRIEF = Brief(
    FORMAT,
    "b1",
    title="Cranes",
    header={"to": "The  Board"},
    sections={"summary": "All is well. " * 20},
    actors=(Actor("a1", "Warden", "person", role="keeper"), Actor("a2", "Guild", "group", aliases=("they", "it"))),
    actions=(Action("x1", "Closes the gate", ("a1",)),),
)
HEAD = (
    "---\nname: Weekly\nheader:\n  - {id: to, label: To}\n  - {id: reference, label: Reference}\n"
    "sections:\n  - {id: summary, label: Summary}\n---\n{{ header.to }} {{ header.reference }} {{ sections.summary }}\n\n"
)


def picks() -> dict[str, Pick]:
    return {pick.written.split(" | map")[0]: pick for group in pick_groups(BRIEF, FRONT) for pick in group.picks}


def put(text: str, pick: Pick) -> str:
    """The text with a pick where a bar ‖ stands, and the bar where the caret is then."""
    at = text.index("‖")
    text = text.replace("‖", "")
    made = insertion(text, at, pick)
    caret = made.at + made.caret
    text = text[: made.at] + made.words + text[made.at :]
    return text[:caret] + "‖" + text[caret:]


def test_the_groups_tell_values_of_the_brief() -> None:
    groups = {group.title: group for group in pick_groups(BRIEF, FRONT)}
    assert list(groups) == [
        "Brief and header", "Actors", "Actions", "Stakes", "Quotes", "Sources", "Memo sections", "Filters"
    ]  # fmt: skip
    assert [(pick.name, pick.value) for pick in groups["Brief and header"].picks][:3] == [
        ("to", "The Board"), ("reference", ""), ("brief.title", "Cranes")
    ]  # fmt: skip
    values = {pick.name: pick.value for pick in groups["Actors"].picks}
    assert (values["name"], values["aliases"], values["actions"]) == ("Warden", "they, it", "Closes the gate")
    assert (groups["Actors"].count, groups["Stakes"].count) == (2, 0)
    assert [pick.name for pick in groups["Memo sections"].picks] == ["summary"]
    assert len(groups["Memo sections"].picks[0].value) == 80
    cite = next(pick for pick in groups["Filters"].picks if pick.name == "cite")
    assert cite.value.startswith("The notes of an entry")


@pytest.mark.parametrize(
    ("text", "pick", "after"),
    [
        ("**To:** ‖", "header.to", "**To:** {{ header.to }}‖"),
        ("{{ ‖ }}", "header.to", "{{ header.to‖ }}"),
        ("{{‖}}", "header.to", "{{header.to‖}}"),
        ("{% for actor in actors %}‖{% endfor %}", "actor.name", "{% for actor in actors %}{{ actor.name }}‖{% endfor %}"),
        ("{% for a in actors | sort %}‖", "actor.name", "{% for a in actors | sort %}{{ a.name }}‖"),
        ("{% for a in actors %}{{ ‖ }}", "actor | cite", "{% for a in actors %}{{ a | cite‖ }}"),
        ("{% for x in actions %}{% for who in x.actors %}‖", "actor.role", "{% for x in actions %}{% for who in x.actors %}{{ who.role }}‖"),
        ("a\n‖\nb", "actor.name", "a\n{% for actor in actors %}\n- {{ actor.name }}‖\n{% endfor %}\nb"),
        ("They are ‖.", "actor.name", 'They are {{ actors | map(attribute="name") | join(", ") }}‖.'),
        ("It is ‖.", "actor.aliases | join(\", \")", 'It is {{ actors[0].aliases | join(", ") }}‖.'),
        ("{{ header.to‖ }}", "| upper", "{{ header.to | upper‖ }}"),
        ("{{ header.to }}‖", "| upper", "{{ header.to | upper‖ }}"),
        ("{{ header.to}}‖", "| upper", "{{ header.to | upper‖ }}"),
        ("{{ header.to | ‖ }}", "actor.name", '{{ header.to | actors | map(attribute="name") | join(", ")‖ }}'),
    ],
)  # fmt: skip
def test_a_pick_is_written_for_its_place(text: str, pick: str, after: str) -> None:
    found = next(each for group in pick_groups(BRIEF, FRONT) for each in group.picks if each.written == pick)
    assert put(text, found) == after


def test_each_pick_can_stand_in_a_loop_in_words_and_on_a_line_of_its_own() -> None:
    for group in pick_groups(BRIEF, FRONT):
        for pick in group.picks:
            if pick.is_filter:
                continue
            loop = f"{{% for it in {group.title.lower()} %}}‖{{% endfor %}}" if pick.shape else "‖"
            for text in (loop, "‖", "It is ‖."):
                body = put(text, pick).replace("‖", "")
                errors = [str(each) for each in text_problems(HEAD + body) if each.severity == "error"]
                if pick.shape and "[0]" in body:  # which an empty brief has not
                    errors = [each for each in errors if "no such item" not in each]
                assert errors == [], (pick, body)


def test_the_loops_around_a_place() -> None:
    text = "{% for a in actors %}{% for x in a.actions | by_date %}{% for t in x.targets %}HERE{% endfor %}"
    assert loops_at(text, text.index("HERE")) == {"a": "actor", "x": "action", "t": "party"}
    assert loops_at(text, len(text)) == {"a": "actor", "x": "action"}
    grouped = "{% for g in stakes | groupby('level') %}HERE"
    assert loops_at(grouped, len(grouped)) == {}


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("{{ a‖ }}", True),
        ("{{ a }}‖", True),
        ("{{ a }} ‖", False),
        ("{% if a‖ %}", False),
        ("‖", False),
        ("{{ ‖ }}", False),
    ],
)
def test_a_filter_follows_a_value(text: str, takes: bool) -> None:
    assert takes_filter(text.replace("‖", ""), text.index("‖")) is takes
