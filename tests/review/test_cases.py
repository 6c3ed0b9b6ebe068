"""Each check by its code: planted cases that it finds, and near misses that it passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace
from template_samples import BRIEF, SOURCE

from briefer.memo.blocks import Facts, Memo, Paragraph, Run
from briefer.model.anchor import Anchor, anchor_at
from briefer.model.brief import Brief
from briefer.model.entries import Action, Actor, Quote, Stake
from briefer.model.source import Source
from briefer.review.checks import review
from briefer.review.findings import Finding, Form, Part
from briefer.review.kinds import KINDS
from briefer.reviewing import findings
from briefer.templates.reading import parse_template

ARTICLE = """Ministers split over the port order

Kestria’s Harbour Technology Board (HTB) has ordered five container ports to remove the modems on 214 cranes by 31 March. The refit will cost 46 million crowns, and it is not expected to end before May.

“We will pay for the new modems, but only if the ports agree to a timetable,” said Lena Morvane, who chairs the Board. “Nobody was warned.” The minister, Tomas Arkell, called the plan “ready to go”.

The company did not “rule out” a lawsuit. It will answer on 27 November unless the Board moves the date. Six ports had asked for more time. In all 96 sessions were counted on 3 June.

Otherwise the ports may close, Zoë Lind wrote in a note. The rule does not apply to ferries; the cranes stay. She was asked for her opinion on the order.

Nothing else happened in the harbour that week.

The weather stayed calm for days.

Fishing went on as before.

“The sea is the sea,” an old hand said, and the harbour agreed with him.
"""
ARTICLE_SOURCE = replace(SOURCE, id="s1", text=ARTICLE, original=ARTICLE, headings=(), title="Ministers split")
SECTIONS = (
    Part("summary", "Summary"),
    Part("issue", "Issue", required=True),
    Part("recommendation", "Recommendation", required=True),
    Part("next_steps", "Next steps"),
)
FORM = Form((Part("to", "To", required=True),), SECTIONS)


def at(words: str, **fields: Any) -> Anchor:
    start = ARTICLE.index(words)
    return replace(anchor_at("s1", ARTICLE, start, start + len(words)), **fields)


SOUND = Brief(
    1,
    "b1",
    title="Modems",
    header={"to": "DG", "type": "For information"},
    sections={
        "summary": "The Harbour Technology Board has ordered ports to remove modems by 31 March. [@x1]",
        "issue": "Whether to back the order. [@own]",
        "recommendation": "1. **Agree** to the order.\n2. That you note the cost.",
    },
    sources=(ARTICLE_SOURCE,),
    actors=(
        Actor("a1", "Harbour Technology Board", "organisation", evidence=(at("Harbour Technology Board"),)),
        Actor("a2", "Lena Morvane", "person", evidence=(at("Lena Morvane"),)),
        Actor("a3", "Tomas Arkell", "person", evidence=(at("Tomas Arkell"),)),
    ),
    actions=(
        Action("x1", "Ordered five ports", ("a1",), date="12 November", evidence=(at("ordered five container ports to remove the modems on 214 cranes by 31 March"),)),
    ),
    stakes=(Stake("k1", "The cost", level="high", evidence=(at("cost 46 million crowns"),)),),
    quotes=(Quote("q1", "Nobody was warned.", speaker="a2", evidence=(at("Nobody was warned."),)),),
)  # fmt: skip


def found(brief: Brief, form: Form = FORM, memo_text: str = "") -> list[Finding]:
    texts = [memo_text, *brief.sections.values()]
    memo = Memo(Facts("Modems"), tuple(Paragraph((Run(text),)) for text in texts))
    return review(brief, memo, form)


def section(text: str, ident: str = "summary") -> Callable[[Brief], Brief]:
    return lambda brief: replace(brief, sections={**brief.sections, ident: text})


def quote(text: str, *anchors: str, **fields: Any) -> Callable[[Brief], Brief]:
    given = Quote(
        "q1", text, **{"speaker": "a2", **fields}, evidence=tuple(at(words) for words in anchors or (text,))
    )
    return lambda brief: replace(brief, quotes=(given,))


def actors(*rows: Actor) -> Callable[[Brief], Brief]:
    return lambda brief: replace(brief, actors=(*brief.actors, *rows))


def actor(name: str, kind: str = "person", **fields: Any) -> Actor:
    return Actor("a9", name, kind, evidence=fields.pop("evidence", (at("Board"),)), **fields)  # type: ignore[arg-type]


def action(*anchors: Anchor, **fields: Any) -> Callable[[Brief], Brief]:
    given = Action("x1", "Ordered", **{"date": "3 June", **fields}, evidence=anchors)
    return lambda brief: replace(brief, actions=(given,))


def header(**fields: str) -> Callable[[Brief], Brief]:
    return lambda brief: replace(brief, header={**brief.header, **fields})


def text_of_source(text: str) -> Callable[[Brief], Brief]:
    other = Source("s2", title="Other", text=text, original=text)
    return lambda brief: replace(brief, sources=(*brief.sources, other))


PHIA = "Likelihood. Remote chance: up to 5%. Highly unlikely: 10 to 20%. Unlikely: 25 to 35%. Realistic possibility: 40 to 50%. Likely: 55 to 75%. Highly likely: 80 to 90%. Almost certain: 95% or more."
ICD = "Almost no chance, very unlikely, unlikely, roughly even chance, likely, very likely, almost certain."


class Case(NamedTuple):
    """A change of the sound brief; ``memo`` is what the template adds to the memo."""

    code: str
    change: Callable[[Brief], Brief]
    memo: str = ""
    form: Form = FORM


LOST = replace(at("214 cranes"), end=at("214 cranes").start)
LIMITED = Form(sections=(Part("summary", "Summary", words=12),))

PLANTED = [
    Case("quote-not-verbatim", quote("Nobody has been warned.", "Nobody was warned.")),
    Case("quote-not-verbatim", quote("Somebody was warned.", "Nobody was warned.")),
    Case("quote-cut", quote("We will pay for the new modems")),
    Case("quote-cut", quote("We will pay for the new modems … the ports agree to a timetable", "We will pay for the new modems, but only if the ports agree to a timetable")),
    Case("quote-cut", quote("rule out", speaker_text="The company", speaker="")),
    Case("quote-cut", quote("It will answer on 27 November", speaker="", speaker_text="the Board")),
    Case("quote-cut", quote("expected to end before May", speaker="a1")),
    Case("quote-cut", quote("The rule does … apply to ferries", "The rule does not apply to ferries", speaker="", speaker_text="Lind")),
    Case("no-speaker", quote("Nobody was warned.", speaker="")),
    Case("speaker-elsewhere", quote("The sea is the sea,", speaker="a3")),
    Case("no-evidence", actors(actor("Zoë Lind", evidence=()))),
    Case("evidence-lost", action(LOST)),
    Case("unsupported-claim", section("It costs 64 million crowns. [@k1]")),
    Case("unsupported-claim", section("It costs 64 million crowns.")),
    Case("unsupported-claim", section("The order holds until 31 May. [@x1]")),
    Case("unsupported-claim", section("The order came in 2019.")),
    Case("unsupported-claim", section("The order pleased Helga Brandt. [@x1]")),
    Case("unsupported-claim", section("The Board spoke of “a clean sweep of ports”. [@x1]")),
    Case("unsupported-claim", section("| Port | Cranes |\n| --- | --- |\n| Saltmere | 320 [@x1] |")),
    Case("same-actor", actors(actor("the Harbour Technology Board", "organisation"))),
    Case("same-actor", actors(actor("HTB", "organisation"))),
    Case("same-actor", actors(actor("The chair", aliases=("Lena Morvane",)))),
    Case("same-actor", actors(actor("Morvane"))),
    Case("same-actor", actors(actor("T. Arkell"))),
    Case("same-actor", actors(actor("US", "state"), replace(actor("United States", "state"), id="a8"))),
    Case("same-actor", actors(actor("the Board", "organisation"))),
    Case("actors-differ", actors(actor("Tomas Arkel"))),
    Case("actors-differ", actors(actor("Tomás Arkell"))),
    Case("actors-differ", actors(actor("Zoe Lind", evidence=(at("Zoë Lind"),)))),
    Case("actors-differ", section("Minister Arkel will decide. [@own]")),
    Case("passages-differ", action(at("five container ports"), at("Six ports"))),
    Case("passages-differ", action(at("by 31 March"), at("on 3 June"))),
    Case("action-undated", action(at("five container ports"), date="")),
    Case("stake-unlevelled", lambda brief: replace(brief, stakes=(replace(brief.stakes[0], level="unset"),))),
    Case("required-empty", section(" ", "issue")),
    Case("required-empty", header(to="")),
    Case("over-limit", lambda brief: brief, form=LIMITED),
    Case("over-limit", lambda brief: brief, form=Form(words=3)),
    Case("no-recommendation", section("", "recommendation")),
    Case("no-recommendation", lambda brief: header(type="For decision")(section(" \n", "recommendation")(brief)), form=Form(sections=(Part("recommendation", "R"),))),
    Case("recommendation-verb", section("1. The ports should be left alone.\n2. Agree.", "recommendation")),
    Case("recommendation-verb", section("The order is right.", "recommendation")),
    Case("likelihood-outside", section("It is very likely that ports close. [@own]"), PHIA),
    Case("likelihood-outside", section("Perhaps the ports close. [@own]"), PHIA),
    Case("likelihood-outside", section("It is highly likely that ports close. [@own]"), ICD),
    Case("likelihood-with-confidence", section("It is likely, with high confidence, that ports close. [@own]"), ICD),
    Case("unspelt-acronym", section("The PQA agrees. [@own]")),
    Case("unspelt-acronym", section("The HTB agrees. [@own]")),
    Case("hidden-character", section("The ports \u202egnihton\u202c close. [@own]")),
    Case("hidden-character", text_of_source("Por\u200bts close.")),
    Case("hidden-character", text_of_source("Ports close.\U000e0041\U000e0042")),
    Case("hidden-character", header(to="D\u200dG")),
    Case("lost-character", header(to="D\x00G")),
    Case("long-sentence", section("The order " + "and the order " * 13 + "holds. [@own]")),
    Case("unknown-citation", section("So it is. [@x9]")),
]  # fmt: skip

NEAR_MISSES = [
    Case("quote-not-verbatim", quote("nobody was [ever] warned", "Nobody was warned.")),
    Case("quote-not-verbatim", quote("“Nobody … warned”", "Nobody was warned.")),
    Case("quote-cut", quote("Nobody was warned.")),
    Case("quote-cut", quote("We will pay for the new modems, but only if the ports agree to a timetable,")),
    Case("quote-cut", quote("ready to go", speaker="a3")),
    Case("quote-cut", quote("the cranes stay", speaker="", speaker_text="Lind")),
    Case("quote-cut", quote("The refit will cost 46 million crowns", speaker="", speaker_text="Board")),
    Case("quote-cut", quote("Fishing went on as before", speaker="", speaker_text="X")),
    Case("quote-cut", quote("The sea is the sea,", speaker="", speaker_text="an old hand")),
    Case("no-speaker", quote("Nobody was warned.", speaker="", speaker_text="Lena Morvane")),
    Case("speaker-elsewhere", quote("Nobody was warned.", speaker="a2")),
    Case("speaker-elsewhere", quote("Nobody was warned.", speaker="a1")),
    Case("no-evidence", actors(actor("Zoë Lind", evidence=(at("Zoë Lind"),)))),
    Case("evidence-lost", action(at("214 cranes"))),
    Case("unsupported-claim", section("It costs 46 million crowns. [@k1]")),
    Case("unsupported-claim", section("It costs nearly 50 million crowns. [@k1]")),
    Case("unsupported-claim", section("It costs 46,000,000 crowns. [@k1]")),
    Case("unsupported-claim", section("It costs 64 million crowns. [@own]")),
    Case("unsupported-claim", lambda brief: section("214 cranes with 96 sessions: 118 more. [@x1] [@x2]")(replace(brief, actions=(*brief.actions, Action("x2", "Counted", date="3 June", evidence=(at("96 sessions"),))))),),
    Case("unsupported-claim", section("The order holds until March 31. [@x1]")),
    Case("unsupported-claim", section("The order of 12 November holds. [@x1]")),
    Case("unsupported-claim", section("Kestrian ports and Ms Lind heard of it in the Ministry. [@x1]")),
    Case("unsupported-claim", section("Annex 3 shows all five ports, of which Tab 7 tells. [@x1]")),
    Case("unsupported-claim", section("Ms Morvane said: “we will pay … for the new modems”. [@x1]")),
    Case("unsupported-claim", section("See the plan by 30 November 2031.", "next_steps")),
    Case("unsupported-claim", section("| Port | Cranes |\n| --- | --- |\n| Kestria | 214 [@x1] |")),
    Case("same-actor", actors(actor("Anna Morvane"))),
    Case("same-actor", actors(actor("Lena"))),
    Case("same-actor", actors(actor("Guinea", "state"), replace(actor("Equatorial Guinea", "state"), id="a8"))),
    Case("same-actor", actors(actor("Arkell", "organisation"))),
    Case("same-actor", actors(actor("Board of Trade", "organisation"))),
    Case("same-actor", actors(actor("Harbour Company", "organisation"))),
    Case("same-actor", actors(actor("Harbour", "state"))),
    Case("actors-differ", actors(actor("Thomas Arkwright"))),
    Case("actors-differ", actors(actor("Lena Morvani", "person"), replace(actor("Lona Morvane"), id="a8"))),
    Case("actors-differ", actors(actor("Kestria", "state"), replace(actor("Kestrian", "state"), id="a8"))),
    Case("actors-differ", section("Arkell’s Morvanes and Kestrians agree. [@own]")),
    Case("passages-differ", action(at("five container ports"), at("96 sessions"))),
    Case("passages-differ", action(at("five container ports to remove the modems on 214 cranes"), at("ports may close"))),
    Case("passages-differ", action(at("five container ports"), replace(at("Six ports"), stance="contradicts"))),
    Case("passages-differ", action(at("by 31 March"), at("214 cranes by 31 March"))),
    Case("action-undated", action(at("five container ports"), date="last spring")),
    Case("stake-unlevelled", lambda brief: replace(brief, stakes=(replace(brief.stakes[0], level="low"),))),
    Case("required-empty", section("x", "issue")),
    Case("required-empty", section("", "next_steps")),
    Case("over-limit", lambda brief: section("one two three [@own]")(brief), form=LIMITED),
    Case("no-recommendation", section("Agree.", "recommendation")),
    Case("no-recommendation", section("", "recommendation"), form=Form(sections=(Part("recommendation", "R"),))),
    Case("recommendation-verb", section("That you:\n\n1. **Agree** to it.\n   - From the fund.\n2. Please note it.\n3. That the Minister approve it.", "recommendation")),
    Case("recommendation-verb", section("We recommend that you approve the order. It is right.", "recommendation")),
    Case("likelihood-outside", section("It is highly likely that ports close, as “may well” be. [@own]"), PHIA),
    Case("likelihood-outside", section("It is very likely that ports close. [@own]")),
    Case("likelihood-outside", section("It is very likely that ports close. [@own]"), ICD),
    Case("likelihood-with-confidence", section("It is likely that ports close. We have high confidence in this. [@own]"), ICD),
    Case("unspelt-acronym", section("The Port Quality Agency (PQA) agrees. The PQA acts. [@own]")),
    Case("unspelt-acronym", section("The Harbour Technology Board met. The HTB agrees with the EU and NATO. [@own]")),
    Case("unspelt-acronym", section("See TRD-26 and the USA, II and 3 MW. [@own]")),
    Case("hidden-character", section("A family \U0001f468\u200d\U0001f469\u200d\U0001f467, a flag \U0001f3f4\U000e0067\U000e0062\U000e007f, \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, co\u00adoperate. [@own]")),
    Case("lost-character", header(to="Dé\U0001f469")),
    Case("long-sentence", section("The order " + "and the order " * 12 + "holds. [@own]")),
    Case("unknown-citation", section("So it is. [@x1]")),
]  # fmt: skip

ELSEWHERE = {"marked-higher", "notes-changed", "left-out", "without-comment"}
"""Codes that need a template, and have tests of their own below and in test_export."""


def test_the_sound_brief_has_no_findings() -> None:
    assert found(SOUND) == []
    assert found(SOUND, memo_text=PHIA) == []


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case.code)
def test_a_planted_case_is_found(case: Case) -> None:
    findings = found(case.change(SOUND), case.form, case.memo)
    assert case.code in [finding.code for finding in findings], findings


@pytest.mark.parametrize("case", NEAR_MISSES, ids=lambda case: case.code)
def test_a_near_miss_is_passed(case: Case) -> None:
    findings = found(case.change(SOUND), case.form, case.memo)
    assert case.code not in [finding.code for finding in findings], findings


def test_each_code_has_a_planted_case_and_a_near_miss() -> None:
    for cases in (PLANTED, NEAR_MISSES):
        assert {case.code for case in cases} | ELSEWHERE == set(KINDS)


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case.code)
def test_a_finding_says_where_it_is_and_what_would_settle_it(case: Case) -> None:
    brief = case.change(SOUND)
    for finding in found(brief, case.form, case.memo):
        group, _, ident = finding.where.partition(".")
        known = brief.citable(finding.where) or brief.source(finding.where) or finding.where == "memo"
        assert known or (group in ("header", "sections") and ident), finding
        assert finding.message, finding
        assert finding.fix, finding
        assert "\n" not in finding.message + finding.fix
        assert finding.severity == KINDS[finding.code].severity
        if finding.words and group == "sections":
            assert finding.words in brief.sections[ident]


def test_a_part_marked_higher_and_one_that_is_not() -> None:
    made = parse_template(
        "---\nname: X\nheader: [{id: marking, label: M}]\nsections: [{id: summary, label: S}]\n---\n{{ sections.summary }}", "x", "x.md"
    )  # fmt: skip
    for mark, codes in (("SECRET", ["marked-higher"]), ("OFFICIAL", [])):
        brief = replace(
            SOUND, header={"marking": "OFFICIAL"}, export=replace(SOUND.export, portion_marks={"summary": mark})
        )
        found_ = [finding.code for finding in findings(brief, made)]
        assert found_ == codes


def test_the_words_are_those_of_the_language_of_the_brief() -> None:
    text = "„Wir zahlen, aber nur wenn die Häfen zustimmen“, sagte Lena Morvane. Das kostet 46 Millionen am 3. Juni."
    source = Source("s1", text=text, original=text)

    def said(words: str, language: str, section: str) -> list[str]:
        start = text.index(words)
        evidence = (anchor_at("s1", text, start, start + len(words)),)
        quotes = (Quote("q1", words, speaker_text="Lena Morvane", evidence=evidence),)
        brief = Brief(1, "b", language=language, sources=(source,), quotes=quotes, sections={"summary": section})
        return [finding.code for finding in found(brief, Form())]

    told = "Das kostet 46 Millionen am 3. Juni. [@q1]"
    assert said("Wir zahlen", "de-DE", told) == ["quote-cut"]
    assert said("Wir zahlen", "en-GB", told) == []
    assert said("Wir zahlen, aber nur wenn die Häfen zustimmen", "de", told) == []
    assert said("Wir zahlen, aber nur wenn die Häfen zustimmen", "de", told.replace("3.", "4.")) == [
        "unsupported-claim"
    ]


def test_the_small_brief_of_other_tests_is_sound() -> None:
    assert found(BRIEF, Form()) == []
