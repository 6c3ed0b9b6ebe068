"""``briefer annotate`` and annotations out."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace
from template_samples import BRIEF

from briefer.store.briefs import read_brief, save_brief


def bare(path: Path) -> None:
    """The sample's articles in a brief with nothing taken from them."""
    empty = dict.fromkeys(("actors", "actions", "stakes", "quotes", "passages", "left"), ())
    save_brief(replace(BRIEF, **empty, last_ids={}, sections={}, taken_over={}), path)


def test_entries_go_out_and_come_into_another_brief(here: Path, briefer) -> None:
    assert briefer("export", "a.brief", "-o", "a.jsonld") == (0, "", "")
    bare(here / "b.brief")
    said = briefer("annotate", "b.brief", "a.jsonld", "-o", "c.brief")
    count = len(list(BRIEF.citables()))
    assert (said.code, said.out, said.err) == (0, "", f"briefer: a.jsonld: {count} taken in\n")
    brief = read_brief(here / "c.brief").brief
    assert [item.evidence for item in brief.citables()] == [item.evidence for item in BRIEF.citables()]
    assert briefer("annotate", "a.brief", "a.jsonld", "-o", "d.brief").err == (
        f"briefer: a.jsonld: {count} there already\n"
    )


def test_what_does_not_map_is_told(here: Path, briefer) -> None:
    note = {
        "target": {"source": "https://x.example", "selector": {"type": "TextQuoteSelector", "exact": "Never said"}}
    }
    (here / "n.jsonld").write_text(json.dumps([note]))
    said = briefer("annotate", "a.brief", "n.jsonld", "-o", "c.brief")
    assert said.code == 1
    assert said.err.splitlines() == [
        (
            "briefer: n.jsonld: annotation 1 (“Never said”): its words are in none of the sources of the brief,"
            " and neither is its article (https://x.example)"
        ),
        "briefer: n.jsonld: nothing taken in",
    ]
    assert read_brief(here / "c.brief").brief == read_brief(here / "a.brief").brief


def test_refusals(here: Path, refused) -> None:
    (here / "n.jsonld").write_text("{}")
    assert refused(65, "annotate", "a.brief", "n.jsonld", "-o", "c.brief").startswith("n.jsonld: it holds no anno")
    assert refused(66, "annotate", "a.brief", "none.jsonld", "-o", "c.brief").startswith("none.jsonld: there is no")
    assert "replace an input" in refused(2, "annotate", "a.brief", "n.jsonld", "-o", "a.brief")
    assert refused(2, "annotate", "a.brief", "n.jsonld", "-o", "c.txt").startswith("c.txt: a brief's name ends in")
    assert "NOTES" in refused(2, "annotate", "a.brief", "-o", "c.brief")
