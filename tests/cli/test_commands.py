"""What each command does when all is well."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from template_samples import BRIEF

from briefer.cli.run import run
from briefer.model.brief import Left
from briefer.paths import resources
from briefer.store.briefs import brief_bytes, read_brief, save_brief
from briefer.templates.shelf import mine


def test_new_makes_a_brief_of_all_articles(here: Path, briefer) -> None:
    (here / "b.md").write_text("# A second one\n\nThe Mayor *denies* it all in one long sentence of many words.\n")
    assert briefer("new", "a.txt", "b.md", "-o", "x.brief", "-t", "reference-sheet") == (0, "", "")
    brief = read_brief(here / "x.brief").brief
    assert [source.id for source in brief.sources] == ["s1", "s2"]
    assert [source.file_name for source in brief.sources] == ["a.txt", "b.md"]
    assert brief.title == brief.sources[0].title == "Ports told to unplug"
    assert brief.template == "reference-sheet"
    assert briefer("export", "x.brief", "-o", "x.docx") == (0, "", "")


def test_new_fills_in_what_the_template_begins_with(here: Path, briefer) -> None:
    mine().mkdir(parents=True)
    head = (
        "---\nname: Desk\nheader: [{id: contact, label: Contact, value: Ports desk}]\n---\n\n{{ header.contact }}\n"
    )
    (mine() / "desk.md").write_text(head, "utf-8")
    assert briefer("new", "a.txt", "-o", "x.brief", "-t", "mine:desk") == (0, "", "")
    brief = read_brief(here / "x.brief").brief
    assert (brief.template, brief.header["contact"]) == ("mine:desk", "Ports desk")


def test_new_makes_a_brief_an_article(here: Path, briefer) -> None:
    (here / "b.txt").write_bytes((here / "a.txt").read_bytes())
    (here / "none.txt").write_bytes(b"")
    (here / "made").mkdir()
    said = briefer("new", "--each", "a.txt", "none.txt", "b.txt", "-o", "made")
    assert said.code == 65
    assert said.err.startswith("briefer: none.txt: ")
    assert sorted(path.name for path in (here / "made").iterdir()) == ["a.brief", "b.brief"]


def test_new_is_reproducible(here: Path, briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert briefer("new", "a.txt", "-o", "x.brief").code == 0
    assert briefer("new", "a.txt", "-o", "y.brief").code == 0
    assert (here / "x.brief").read_bytes() == (here / "y.brief").read_bytes()
    assert read_brief(here / "x.brief").brief.created == "2023-11-14T22:13:20Z"
    assert briefer("new", "a.txt", "-o", "x.brief") == (0, "", ""), "there is nothing to lose"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000001")
    assert briefer("new", "a.txt", "-o", "x.brief").code == 73


def test_new_takes_no_wrong_clock(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "noon")
    assert "SOURCE_DATE_EPOCH is “noon”" in refused(2, "new", "a.txt", "-o", "x.brief")


@pytest.mark.parametrize(("suffix", "begins"), [("docx", b"PK"), ("md", b"---\n"), ("html", b"<!"), ("DOCX", b"PK")])
def test_export_writes_what_the_suffix_says(here: Path, briefer, suffix: str, begins: bytes) -> None:
    before = (here / "a.brief").read_bytes()
    assert briefer("export", "a.brief", "-o", f"x.{suffix}") == (0, "", "")
    assert (here / f"x.{suffix}").read_bytes().lower().startswith(begins.lower())
    assert (here / "a.brief").read_bytes() == before


def test_export_names_outputs_as_the_briefs(here: Path, briefer) -> None:
    (here / "more").mkdir()
    (here / "out").mkdir()
    save_brief(BRIEF, here / "more" / "b.v2.brief")
    briefs = ("a.brief", "./a.brief", "more/b.v2.brief")
    assert briefer("export", *briefs, "--to", "md") == (0, "", "briefer: 2 written\n")
    assert (here / "a.md").exists()
    assert (here / "more" / "b.v2.md").exists()
    assert briefer("export", *briefs, "--to", "html", "--out-dir", "out") == (0, "", "briefer: 2 written\n")
    assert sorted(path.name for path in (here / "out").iterdir()) == ["a.html", "b.v2.html"]


def test_export_takes_another_paper_and_large_type(here: Path, briefer) -> None:
    def parts(*options: str) -> tuple[str, str]:
        assert briefer("export", "a.brief", "-o", "x.docx", *options) == (0, "", "")
        with zipfile.ZipFile(here / "x.docx") as package:
            return package.read("word/document.xml").decode(), package.read("word/styles.xml").decode()

    document, styles = parts("--paper", "Letter", "--large")
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in document
    plain, standard = parts()
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in plain
    assert '<w:sz w:val="28"/>' in styles
    assert '<w:sz w:val="28"/>' not in standard


def exported(briefer, here: Path, *options: str) -> str:
    assert briefer("export", "a.brief", "-o", "x.md", *options) == (0, "", "")
    return (here / "x.md").read_text("utf-8")


def test_export_takes_another_template(here: Path, briefer) -> None:
    (here / "t.md").write_text("---\nname: Mine\n---\n# Only {{ actors | length }}\n")
    assert "# Only 2" in exported(briefer, here, "-t", "t.md")
    assert exported(briefer, here, "-t", "reference-sheet") != exported(briefer, here)


def test_export_cites_as_it_is_asked(here: Path, briefer) -> None:
    modes = {
        mode: exported(briefer, here, "--citations", mode) for mode in ("footnotes", "inline", "endlist", "none")
    }
    assert "[^1]" in modes["footnotes"]
    assert len(set(modes.values())) == 4
    assert not any("[^1]" in modes[mode] for mode in ("inline", "endlist", "none"))
    assert exported(briefer, here) == modes["footnotes"]


def test_export_adds_annexes(here: Path, briefer) -> None:
    plain = exported(briefer, here)
    for annex in ("quotations", "sources", "passages"):
        assert len(exported(briefer, here, "--annex", annex)) > len(plain)
    assert exported(briefer, here, "--annex", "quotations, sources,,sources") == exported(
        briefer, here, "--annex", "quotations,sources"
    )


def test_a_draft_says_so_and_may_hold_notes(here: Path, briefer) -> None:
    (here / "t.md").write_text(
        "---\nname: Mine\nheader: [{id: marking, label: M}]\n---\n{% for a in actors %}{{ a.notes }}{% endfor %}\n"
    )
    assert "DRAFT" not in exported(briefer, here, "-t", "t.md")
    draft = exported(briefer, here, "-t", "t.md", "--draft")
    assert "DRAFT" in draft
    assert "private" not in draft
    assert "private" in exported(briefer, here, "-t", "t.md", "--draft", "--notes")


def test_article_text_is_never_code(here: Path, briefer) -> None:
    hostile = "{{ 7*7 }} {% raw %} <script>alert(1)</script> ![x](http://example.org/x.png) =cmd"
    actor = replace(BRIEF.actors[0], name=hostile)
    brief = replace(
        BRIEF, title=hostile, header={"subject": hostile, "to": hostile}, actors=(actor, *BRIEF.actors[1:])
    )
    save_brief(brief, here / "a.brief")
    assert briefer("export", "a.brief", "-o", "x.html").code == 0
    page = (here / "x.html").read_text("utf-8")
    assert "{{ 7*7 }} {% raw %}" in page
    assert "49" not in page
    assert "<script" not in page
    assert "<img" not in page


def broken(here: Path) -> None:
    brief = replace(BRIEF, sections={"summary": "So. [@x9]"}, header={}, template="reference-sheet")
    save_brief(brief, here / "b.brief")


def test_check_prints_a_finding_a_line(here: Path, briefer) -> None:
    broken(here)
    said = briefer("check", "a.brief", "b.brief")
    assert said.code == 1
    lines = said.out.splitlines()
    assert (
        "b.brief: sections.summary: unknown-citation: [@x9] cites an entry that there is not; cite another"
        in said.out
    )
    assert all(line.startswith("b.brief: ") for line in lines)
    assert all(line.count(": ") >= 3 and "; " in line for line in lines)


def test_check_says_that_pages_are_checked_elsewhere(here: Path, briefer) -> None:
    said = briefer("check", "a.brief")
    assert (said.code, said.out) == (0, "")
    assert said.err == "briefer: a.brief: its limit of 2 pages is checked in the window, which lays them out\n"


def test_check_prints_json(here: Path, briefer) -> None:
    broken(here)
    said = briefer("check", "a.brief", "b.brief", "none.brief", "--json")
    assert said.code == 66
    assert said.err.startswith("briefer: none.brief: ")
    rows = json.loads(said.out)
    assert [list(row) for row in rows] == [["file", "code", "message", "where", "fix", "severity"]] * len(rows)
    assert {"unknown-citation", "required-empty"} <= {row["code"] for row in rows}
    assert {row["file"] for row in rows} == {"b.brief"}
    assert briefer("check", "a.brief", "--json") == (0, "[]\n", "")


def test_what_was_left_does_not_count_and_is_told_when_asked_for(here: Path, briefer) -> None:
    undated = replace(BRIEF, actions=(replace(BRIEF.actions[0], date=""),))
    save_brief(undated, here / "u.brief")
    said = briefer("check", "u.brief")
    assert (said.code, said.out.count("\n")) == (1, 1)
    save_brief(replace(undated, left=(Left("action-undated", "x1", "Nobody knows"),)), here / "l.brief")
    assert briefer("check", "l.brief")[:2] == (0, "")
    assert briefer("check", "l.brief", "--left").out.endswith("has no date; left: Nobody knows\n")
    (row,) = json.loads(briefer("check", "l.brief", "--left", "--json").out)
    assert (row["code"], row["severity"], row["left"]) == ("action-undated", "note", "Nobody knows")
    assert briefer("check", "l.brief", "--left").code == 0


def test_templates_are_listed_and_shown(briefer) -> None:
    said = briefer("templates", "list")
    rows = [line.split("\t") for line in said.out.splitlines()]
    assert rows[0] == ["information-note", "Information note", "built in"]
    assert ["reference-sheet", "Reference sheet", "built in"] in rows
    for ident, _, _ in rows:
        shown = briefer("templates", "show", ident)
        assert shown.code == 0
        assert shown.out.encode() == (resources() / "templates" / f"{ident}.md").read_bytes()


@pytest.mark.parametrize("arguments", [("show",), ("show", "none"), ("show", "none.md"), (), ("lst",)])
def test_templates_refuses_what_makes_no_sense(refused, arguments: tuple[str, ...]) -> None:
    refused(66 if "none.md" in arguments else 2, "templates", *arguments)


@pytest.mark.parametrize(
    "command", [(), ("new",), ("export",), ("check",), ("sample",), ("templates",), ("templates", "show")]
)
def test_help_says_what_there_is(briefer, command: tuple[str, ...]) -> None:
    said = briefer(*command, "--help")
    assert said.code == 0
    assert said.out.startswith("usage: briefer")
    assert said.err == ""
    assert max(map(len, said.out.splitlines())) <= 100


def test_an_unknown_option_is_one_line(refused) -> None:
    assert "--frobnicate" in refused(2, "--frobnicate")
    assert "--frobnicate" in refused(2, "check", "a.brief", "--frobnicate")


def test_a_call_without_a_command_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert capsys.readouterr().err == "briefer: name a command, or files to open; see: briefer --help\n"


def test_without_a_display_the_sample_becomes_a_memo(here: Path, briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    said = briefer("sample")
    assert said.code == 0
    assert said.err == ""
    assert said.out.count("\n") == 1
    assert "there is no display here" in said.out
    for name in ("briefer-sample.docx", "briefer-sample.md"):
        assert str(here / name) in said.out
        assert (here / name).stat().st_size > 3000


def test_without_a_display_the_window_says_so(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert "there is no display here" in refused(2, "a.brief")
    assert "there is no display here" in refused(2)


def test_a_brief_is_not_changed_by_being_looked_at(here: Path, briefer) -> None:
    for command in (("check", "a.brief"), ("export", "a.brief", "-o", "x.docx")):
        briefer(*command)
        assert (here / "a.brief").read_bytes() == brief_bytes(BRIEF)
