"""A brief with all that a template may meet: several sources, every kind of entry, every section, long quotations."""

from __future__ import annotations

from briefer.edit import changes
from briefer.model.brief import Brief, Kind
from briefer.model.source import Source

CREATED = "2026-10-05T08:00:00Z"

_ARTICLE = """Orsel dam to be drawn down by a third

The Upper Lake Authority will lower the Orsel reservoir by eleven metres before the first snow, its director, Mara Tennel, announced on Monday. Divers had found that two of the four bottom gates no longer close.

“We would rather explain an empty lake than a full valley,” Tennel said. “Nobody downstream has to leave their home tonight, and nobody should have to in spring.”

The mills at Brack and Lower Orsel, which employ 640 people, would be without water power from 20 October. Their owner, Fenwick Timber, put the loss at 9 million crowns a month and spoke of layoffs before Christmas.

The town of Brack has asked for a slower draw-down. Its mayor, Jon Aldmoor, said that the wells of the old town would run dry within three weeks.

Repairs cannot begin before the gates are dry. The Authority expects them to take until May.
"""
_STATEMENT = """Statement of Fenwick Timber

The gates were inspected in June and found in order. We have not been shown any report that says otherwise.

We expect the Authority to share our costs; otherwise 210 of our 640 people will be sent home on 1 December.

Our chief engineer has offered two pumps, which would keep both mills at half power.
"""
_HEARING = """Committee on Waterways, hearing of 3 October

The chair asked when the Authority had first known. Ms Tennel answered that the first leak had been seen in March, that a second survey had been ordered in April, and that its result had reached her on 28 September.

Mr Aldmoor: The law gives us the right to be heard before the level falls. We were told by the radio.

The committee will vote on emergency funds of 4.5 million crowns on 14 October.
"""


def rich_brief(template: str = "information-note") -> Brief:
    """All of it filled in, for every built-in template."""
    sources = [
        Source("s0", "Orsel dam to be drawn down by a third", "Ilse Corrin", "The Valley Observer", "2026-10-05",
               "2026-10-06", "https://valleyobserver.example/orsel?page=1&part=2", original=_ARTICLE, text=_ARTICLE),
        Source("s0", "Statement of Fenwick Timber", publisher="Fenwick Timber", original=_STATEMENT, text=_STATEMENT),
        Source("s0", "Committee on Waterways", published="2026-10-03", original=_HEARING, text=_HEARING),
    ]  # fmt: skip
    brief = changes.new_brief("0" * 32, "Orsel dam", CREATED, sources=sources, template=template)
    for step in (_actors, _actions, _stakes, _quotes):
        brief = step(brief)
    brief = _also(brief, "x2", "The gates were inspected in June and found in order", "s2")
    for ident, value in HEADER.items():
        brief = changes.set_header(brief, ident, value)
    for ident, text in SECTIONS.items():
        brief = changes.set_section(brief, ident, text)
    return brief


def bare_brief(template: str = "information-note") -> Brief:
    """Nothing but a title: no source, no entry, no word of a section."""
    return changes.new_brief("1" * 32, "Orsel dam", CREATED, template=template)


def _file(brief: Brief, kind: Kind, source: str, words: str, **fields: object) -> Brief:
    text = next(found.text for found in brief.sources if found.id == source)
    start = text.index(words)
    brief, _ = changes.add_entry(brief, kind, [(start, start + len(words))], source, **fields)
    return brief


def _also(brief: Brief, ident: str, words: str, source: str) -> Brief:
    text = next(found.text for found in brief.sources if found.id == source)
    start = text.index(words)
    return changes.add_evidence(brief, ident, source, [(start, start + len(words))], "contradicts")


def _actors(brief: Brief) -> Brief:
    rows = (
        ("s1", "The Upper Lake Authority", "Upper Lake Authority", "organisation", "operator of the dam", "", "for the draw-down"),
        ("s1", "Mara Tennel", "Mara Tennel", "person", "director", "Upper Lake Authority", "for the draw-down"),
        ("s1", "Fenwick Timber", "Fenwick Timber", "organisation", "owner of both mills", "", "against"),
        ("s1", "Jon Aldmoor", "Jon Aldmoor", "person", "mayor", "Brack", "for a slower one"),
        ("s3", "Committee on Waterways", "Committee on Waterways", "organisation", "votes on the funds", "", ""),
    )  # fmt: skip
    for source, words, name, kind, role, affiliation, stance in rows:
        brief = _file(brief, "actor", source, words, name=name, role=role, affiliation=affiliation)
        brief = changes.update_entry(brief, brief.actors[-1].id, kind=kind, stance=stance)
    return brief


def _actions(brief: Brief) -> Brief:
    rows = (
        ("s1", "will lower the Orsel reservoir by eleven metres before the first snow", "Will lower the reservoir by eleven metres", ("a1",), (), "2026-10-20", "announced"),
        ("s1", "two of the four bottom gates no longer close", "Found that two of four bottom gates no longer close", ("a1",), (), "2026-09-28", "done"),
        ("s1", "has asked for a slower draw-down", "Asked for a slower draw-down", ("a4",), ("a1",), "", "done"),
        ("s2", "has offered two pumps, which would keep both mills at half power", "Offered two pumps", ("a3",), ("a1",), "", "announced"),
        ("s3", "will vote on emergency funds of 4.5 million crowns on 14 October", "Will vote on emergency funds of 4.5 million crowns", ("a5",), (), "2026-10-14", "planned"),
    )  # fmt: skip
    for source, words, summary, actors, targets, date, status in rows:
        brief = _file(
            brief, "action", source, words, summary=summary, actors=actors, targets=targets, date=date, status=status
        )
    return brief


def _stakes(brief: Brief) -> Brief:
    rows = (
        ("s1", "the wells of the old town would run dry within three weeks", "Wells of the old town dry", ("a4",), "social", "high", "mid-November"),
        ("s1", "the loss at 9 million crowns a month", "9 million crowns a month lost at the mills", ("a3",), "economic", "medium", "from 20 October"),
        ("s2", "210 of our 640 people will be sent home on 1 December", "210 jobs", ("a3",), "social", "medium", "1 December"),
        ("s3", "The law gives us the right to be heard before the level falls", "A court may halt the draw-down", ("a1",), "legal", "unset", ""),
    )  # fmt: skip
    for source, words, summary, actors, kind, level, horizon in rows:
        brief = _file(brief, "stake", source, words, summary=summary, actors=actors, level=level, horizon=horizon)
        brief = changes.update_entry(brief, brief.stakes[-1].id, kind=kind)
    return brief


def _quotes(brief: Brief) -> Brief:
    rows = (
        ("s1", "We would rather explain an empty lake than a full valley,", "a2", "", "2026-10-05", "To reporters at the dam"),
        ("s1", "Nobody downstream has to leave their home tonight, and nobody should have to in spring.", "a2", "", "2026-10-05", ""),
        ("s2", "We have not been shown any report that says otherwise.", "a3", "", "", "In a written statement"),
        ("s3", "The law gives us the right to be heard before the level falls. We were told by the radio.", "a4", "", "2026-10-03", "Hearing of the committee"),
        ("s3", "the first leak had been seen in March", "", "Clerk’s record", "2026-10-03", ""),
    )  # fmt: skip
    for source, words, speaker, speaker_text, date, context in rows:
        brief = _file(
            brief, "quote", source, words, speaker=speaker, speaker_text=speaker_text, date=date, context=context
        )
    return brief


HEADER = {
    "marking": "OFFICIAL-SENSITIVE",
    "to": "Minister for Water and Power",
    "through": "Permanent Secretary",
    "from": "Dams and Rivers Desk",
    "copies": "Minister for Labour; Treasury; Press Office",
    "date": "2026-10-06",
    "reference": "DRD-26/77",
    "subject": "Orsel dam: draw-down before the winter",
    "type": "For decision",
    "critical_date": "2026-10-12",
    "critical_reason": "the committee votes on 14 October",
    "contact": "P. Harrow, ext. 4471",
}

SECTIONS = {
    "summary": "The Authority will empty a third of the reservoir from 20 October because two bottom gates no longer close. [@x1] [@x2] Wells and mills downstream lose their water; **support the draw-down, with pumps for the mills**. [@own]",
    "issue": "Whether the Government backs the draw-down of the Orsel reservoir before the committee votes. [@x5]",
    "recommendation": "That you:\n\n1. **Agree** to support the draw-down from 20 October. [@x1]\n2. **Approve** 1.5 million crowns for water tankers in Brack.\n   - From the contingency fund.\n   - Until the wells recover.\n3. **Note** that Fenwick Timber has offered two pumps. [@x4]",
    "timing": "A later decision leaves less than a week to hire tankers. [@own]",
    "background": "The gates were last repaired thirty years ago. The first leak was seen in March. [@q5]\n\nA second survey reached the director on 28 September; [@x2] its result was made public a week later. [@q1]",
    "considerations": "Safety speaks for the draw-down: repairs cannot begin before the gates are dry. [@own]\n\nAgainst it stands that Brack was not heard:\n\n- the law asks for a hearing; [@q4]\n- a court may halt the work. [@k4]\n\n> We were told by the radio.\n\nBoth can be met if the hearing is held this week. [@own]",
    "options": "| Option | For | Against | Risk |\n| --- | --- | --- | --- |\n| Draw down at once | Gates dry by November | Wells run dry [@k1] | Court order |\n| Draw down slowly | Time for wells | Work ends in July | Spring flood |\n| Wait for the spring | Mills run on | None of the gates mended | Dam failure |",
    "consultation": "Treasury and the Labour Ministry agree. The town of Brack does not. [@x3]",
    "implications": "4.5 million crowns of emergency funds; [@x5] 210 people may be sent home. [@k3]",
    "next_steps": "1. Hearing in Brack by 9 October.\n2. Contract for tankers by 15 October.",
    "attachments": "Tab 1: survey of 28 September. Tab 2: letter of Fenwick Timber.",
    "press_line": "The Government supports the Authority: a safe dam comes before a full lake. Nobody will be left without water.",
    "questions": "Were the gates not found in order in June?\n\nThat inspection looked at the hoists. The divers went down in September. [@x2]\n\nWho pays the mills?\n\nTalks with Fenwick Timber have begun.",
    "assessment": "It is **likely** that the draw-down begins on time (moderate confidence). [@x1]\n\nA court order is **unlikely** (low confidence): Brack asks to be heard, not for a halt. [@x3]",
    "alternatives": "The company may know of the leak since March. A report of the June inspection would settle it. [@own]",
    "outlook": "- A date for a hearing points to a settlement.\n- Notices at the mills before 15 November point to layoffs. [@k3]",
    "objective": "The company’s pumps at the mills by 20 October, without a promise to share its costs. [@x4]",
    "points": "- We welcome the pumps. When can they be there? [@x4]\n- The draw-down is not open to bargaining.\n- We understand what the winter means for 640 families.",
    "if_raised": "Will the Government share the costs?\n\n- No promise today.\n- The committee votes on 14 October. [@x5]",
    "background_closed": "Treasury would go up to 2 million crowns.",
}
