"""The sample brief, made from the sample articles as an analyst would: ``python tests/sample_brief.py`` renews it."""

from __future__ import annotations

from pathlib import Path

from briefer.edit import changes
from briefer.model.brief import Brief, Kind
from briefer.paths import resources
from briefer.sources.read import source_from_file
from briefer.store.briefs import brief_bytes

FOLDER = resources() / "sample"
PATH = FOLDER / "sample.brief"
CREATED = "2026-11-16T09:00:00Z"


def sample_brief() -> Brief:
    """Two sources, what was taken from them, and the sections that a person wrote."""
    sources = [source_from_file(FOLDER / name, "s0") for name in ("article.txt", "statement.txt")]
    brief = changes.new_brief(
        "5a3c1e0f7b2d4c6e8f901a2b3c4d5e6f", "Remote modems in port cranes", CREATED, sources=sources
    )
    brief = changes.set_source_details(
        brief,
        "s1",
        title="Ports told to unplug remote crane modems",
        author="Hanne Lovell",
        publisher="The Meridian Courier",
        published="2026-11-14",
        accessed="2026-11-16",
        url="https://meridiancourier.example/trade/crane-modems",
    )
    brief = changes.set_source_details(
        brief,
        "s2",
        title="Statement on the order of the Harbour Technology Board",
        publisher="Calder Lift Systems",
        published="2026-11-13",
        accessed="2026-11-16",
    )
    for step in (_actors, _actions, _stakes, _quotes, _memo):
        brief = step(brief)
    return brief


def _file(brief: Brief, kind: Kind, words: str | list[str], source: str = "s1", **fields: object) -> Brief:
    parts = [words] if isinstance(words, str) else words
    text = next(found.text for found in brief.sources if found.id == source)
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    brief, _ = changes.add_entry(brief, kind, spans, source, **fields)
    return brief


def _also(brief: Brief, ident: str, words: str, source: str = "s1", *, contradicts: bool = False) -> Brief:
    text = next(found.text for found in brief.sources if found.id == source)
    start = text.index(words)
    stance = "contradicts" if contradicts else "supports"
    return changes.add_evidence(brief, ident, source, [(start, start + len(words))], stance)


def _actors(brief: Brief) -> Brief:
    brief = _file(brief, "actor", "Harbour Technology Board", role="regulator")  # a1
    brief = changes.update_entry(brief, "a1", kind="organisation", aliases=("the Board",), affiliation="Kestria")
    people = (
        ("Calder Lift Systems", "Calder Lift Systems", "organisation", "crane maker", "Maravia"),  # a2
        ("Saltmere Port Group", "Saltmere Port Group", "organisation", "largest port operator", ""),  # a3
        ("Lena Morvane", "Lena Morvane", "person", "Board chair", "Harbour Technology Board"),  # a4
        ("Ruth Aldane", "Ruth Aldane", "person", "chief engineer", "Calder Lift Systems"),  # a5
        ("Tomas Arkell", "Tomas Arkell", "person", "Trade minister", "Kestria"),  # a6
        ("Maravia’s government", "Maravia", "state", "neighbouring state", ""),  # a7
        ("The dockers’ union", "Dockers’ union", "group", "2,300 members", ""),  # a8
    )
    for words, name, kind, role, affiliation in people:
        brief = _file(brief, "actor", words, name=name, role=role, affiliation=affiliation)
        brief = changes.update_entry(brief, brief.actors[-1].id, kind=kind)
    return changes.update_entry(brief, "a2", aliases=("Calder",))


def _actions(brief: Brief) -> Brief:
    brief = _file(
        brief, "action", "ordered five container ports to remove or replace the cellular modems on 214 ship-to-shore cranes by 31 March",
        summary="Ordered five ports to take modems off 214 cranes",
        actors=("a1",), targets=("a2",), date="2026-11-12", status="announced",
    )  # fmt: skip  # x1
    rows = (
        ("inspectors found that the maker could reach the cranes’ controllers without the ports’ knowledge",
         "Found that the maker could reach crane controllers unseen", ("a1",), ("a2",), "", "done"),
        ("The company offered on Thursday to hand over its access logs for the past three years",
         "Offered access logs of the past three years", ("a2",), ("a1",), "2026-11-12", "announced"),
        ("will meet his Maravian counterpart, Delia Sorn, in Port Ansel on 2 December",
         "Will meet the Maravian trade minister in Port Ansel", ("a6",), ("a7",), "2026-12-02", "planned"),
        ("the ministry was drafting a rule that would require source-code escrow for all remotely managed cargo equipment from July 2027",
         "Is drafting a rule on source-code escrow", ("a6",), (), "July 2027", "under way"),
        ("recalled its commercial attaché for consultations on Friday",
         "Recalled its commercial attaché", ("a7",), (), "2026-11-13", "done"),
        ("would decide on requests by 15 January",
         "Will decide on requests for more time", ("a1",), (), "2027-01-15", "planned"),
    )  # fmt: skip
    for words, summary, actors, targets, date, status in rows:
        brief = _file(
            brief, "action", words, summary=summary, actors=actors, targets=targets, date=date, status=status
        )
    return _also(brief, "x2", "They cannot reach the controllers of a crane", "s2", contradicts=True)


def _stakes(brief: Brief) -> Brief:
    rows = (
        ("Deliveries of insulin and dialysis supplies could be up to nine days late",
         "Insulin and dialysis supplies up to nine days late", ("a3",), "social", "high", "Mid-December"),
        ("may lose their automated-handling licence",
         "Ports that miss the date may lose their automated-handling licence", ("a3",), "legal", "high", "31 March 2027"),
        ("put the cost at 46 million crowns",
         "Refit cost of 46 million crowns for the largest operator", ("a3",), "economic", "medium", "March 2027"),
        ("will raise premiums by a fifth if the modems are still in place in April",
         "Premiums up by a fifth if the modems stay", ("a3",), "economic", "medium", "April 2027"),
        ("holds about 70 per cent of the Kestrian market",
         "One maker holds 70 per cent of the market", ("a2",), "security", "low", ""),
    )  # fmt: skip
    for words, summary, actors, kind, level, horizon in rows:
        brief = _file(brief, "stake", words, summary=summary, actors=actors, level=level, horizon=horizon)
        brief = changes.update_entry(brief, brief.stakes[-1].id, kind=kind)
    return brief


def _quotes(brief: Brief) -> Brief:
    brief = _file(
        brief, "quote",
        ["We are not accusing anyone of sabotage,", "We are closing a door that nobody could prove was locked."],
        speaker="a4", date="2026-11-12", context="To reporters in Saltmere",
    )  # fmt: skip
    brief = _file(brief, "quote", "fault reports and spare-part forecasts", speaker="a2")
    brief = _file(
        brief,
        "quote",
        "A modem ban without escrow only shifts the risk to the next supplier.",
        speaker="a5",
        context="On the order",
    )
    return _file(
        brief,
        "quote",
        "Our people stand under those booms, so they should go first and not last,",
        speaker_text="Jonas Verrick, dockers’ union secretary",
    )


def _memo(brief: Brief) -> Brief:
    header = {
        "marking": "OFFICIAL",
        "to": "Director-General, Trade",
        "through": "Head of Analysis",
        "from": "Ports and Supply Desk",
        "date": "2026-11-16",
        "reference": "TRD-26/118",
        "subject": "Remote modems in port cranes: the Board’s order",
    }
    sections = {
        "summary": (
            "The Harbour Technology Board has ordered five ports to take cellular modems off 214 cranes by 31 March. [@x1] "
            "Its inspectors found that the maker could reach the controllers unseen, [@x2] which the maker disputes. "
            "Refits will slow freight over the holidays; **medical supplies are most exposed**. [@k1]"
        ),
        "issue": "Whether to ask the Board for a phased timetable before the trade ministers meet on 2 December. [@x4]",
        "background": (
            "Calder Lift Systems of Maravia supplies about 70 per cent of the country’s cranes. [@k5] It says that the modems "
            "serve “fault reports and spare-part forecasts” only [@q2] and has offered three years of access logs. [@x3]\n\n"
            "The ports’ own records show far fewer remote sessions than the inspectors counted. [@p1]"
        ),
        "considerations": (
            "- Granting Tolmen’s request would show flexibility without touching the largest terminals. [@own]\n"
            "- The hospitals have asked for the eastern quay to be refitted last; the dockers want it first. [@q4]\n"
            "- Timing will be read as a signal in Maravia, which has recalled its attaché. [@x6]"
        ),
        "next_steps": (
            "1. Speaking note for the meeting on 2 December, by 27 November.\n"
            "2. Figures on medical stocks from the Health Ministry, by 20 November."
        ),
    }
    text = brief.sources[0].text
    words = "The inspectors counted 1,140 remote sessions between January and August; the ports’ own records show 96 of them"
    brief, _ = changes.add_passage(brief, "s1", [(text.index(words), text.index(words) + len(words))])
    for ident, value in header.items():
        brief = changes.set_header(brief, ident, value)
    for ident, value in sections.items():
        brief = changes.set_section(brief, ident, value)
    return brief


if __name__ == "__main__":
    Path(PATH).write_bytes(brief_bytes(sample_brief()))
