"""Bad input: one clear line, the documented exit code, and nothing changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from template_samples import BRIEF

from briefer.store.briefs import brief_bytes, save_brief

GOOD = brief_bytes(BRIEF)
TEMPLATE = "---\nname: X\n---\n"
no_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", 65, "it is empty"),
        (b" \n\n ", 65, "nothing but blanks"),
        (bytes(range(256)) * 20, 65, "no text"),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(400), 65, ""),
    ],
)
def test_new_refuses_what_is_no_article(here: Path, refused, content: bytes, code: int, says: str) -> None:
    (here / "x.txt").write_bytes(content)
    line = refused(code, "new", "x.txt", "-o", "x.brief")
    assert line.startswith("x.txt: ")
    assert says in line


def test_new_tells_of_each_bad_article_and_writes_nothing(here: Path, briefer) -> None:
    (here / "x.txt").write_bytes(b"")
    said = briefer("new", "x.txt", "a.txt", "none.txt", "-o", "x.brief")
    assert said.code == 65
    assert [line.split(": ")[:2] for line in said.err.splitlines()] == [["briefer", "x.txt"], ["briefer", "none.txt"]]
    assert not (here / "x.brief").exists()


def test_new_refuses_a_file_that_is_there(here: Path, refused) -> None:
    assert refused(73, "new", "a.txt", "-o", "a.brief").startswith("a.brief: there is a file of this name already; ")
    (here / "b.brief").mkdir()
    assert refused(73, "new", "a.txt", "-o", "b.brief").startswith("b.brief: ")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("new", "none.txt", "-o", "x.brief"), 66, "none.txt: there is no such file"),
        (("new", "..", "-o", "x.brief"), 65, "..: it holds no files that can be read as articles"),
        (("new", "--each", "-", "-o", "."), 2, "what is piped in has no name"),
        (("new", "a.txt", "-o", "x.docx"), 2, "x.docx: a brief's name ends in .brief"),
        (("new", "a.txt", "-o", "."), 2, "a brief's name ends in .brief"),
        (("new", "a.txt", "-o", ""), 2, "a brief's name ends in .brief"),
        (("new", "a.txt"), 2, "-o/--output"),
        (("new", "a.txt", "-o", "none/x.brief"), 73, "none/x.brief: its folder does not exist"),
        (("new", "a.txt", "--each", "-o", "none"), 73, "none: there is no such folder"),
        (("new", "a.txt", "--each", "-o", "a.brief"), 73, "a.brief: there is no such folder"),
        (("new", "a.txt", "-t", "informaton-note", "-o", "x.brief"), 2, "did you mean information-note?"),
        (("new",), 2, "ARTICLE"),
    ],
)
def test_new_refuses_what_makes_no_sense(refused, arguments: tuple[str, ...], code: int, says: str) -> None:
    assert says in refused(code, *arguments)


def test_a_brief_starts_with_a_built_in_template(here: Path, refused) -> None:
    (here / "mine.md").write_text(TEMPLATE)
    assert "mine.md: a brief starts with a built-in" in refused(2, "new", "a.txt", "-t", "mine.md", "-o", "x.brief")


@pytest.mark.parametrize("command", [("export", "-o", "x.md"), ("check",)])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (GOOD[:-9], ""),
        (GOOD.replace(b'"format": 1', b'"format": 99'), "99"),
        (GOOD.replace(b'"title": "Modems"', b'"titel": "Modems"'), "titel"),
        (b"\x00\xff\xfe binary", ""),
        (b"[1, 2]", ""),
        (b"[" * 100_000, ""),
    ],
)
def test_a_damaged_brief_is_refused(here: Path, refused, command: tuple[str, ...], content: bytes, says: str) -> None:
    (here / "x.brief").write_bytes(content)
    line = refused(65, *command[:1], "x.brief", *command[1:])
    assert line.startswith("x.brief: ")
    assert "; " in line, "it says what to do"
    assert says in line


@pytest.mark.parametrize("command", [("export", "-o", "x.md"), ("check",)])
def test_what_cannot_be_read_is_refused(here: Path, refused, command: tuple[str, ...]) -> None:
    (here / "d.brief").mkdir()
    assert refused(66, *command[:1], "d.brief", *command[1:]).startswith("d.brief: this is a folder; ")
    assert refused(66, *command[:1], "none.brief", *command[1:]).startswith("none.brief: there is no such file; ")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="here everything may be read")
def test_what_may_not_be_read_is_refused(here: Path, refused) -> None:
    (here / "a.brief").chmod(0)
    (here / "a.txt").chmod(0)
    assert refused(66, "check", "a.brief").startswith("a.brief: ")
    assert refused(66, "new", "a.txt", "-o", "x.brief").startswith("a.txt: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes")
def test_nothing_waits_for_a_pipe(here: Path, refused) -> None:
    os.mkfifo(here / "p.brief")
    os.mkfifo(here / "p.txt")
    assert refused(66, "check", "p.brief").startswith("p.brief: ")
    assert refused(66, "new", "p.txt", "-o", "x.brief").startswith("p.txt: ")
    os.mkfifo(here / "p.md")
    assert refused(73, "export", "a.brief", "-o", "p.md").startswith("p.md: ")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("-o", "none/x.docx"), 73, "none/x.docx: its folder does not exist; "),
        (("--to", "docx", "--out-dir", "none"), 73, "none/a.docx: its folder does not exist; "),
        (("-o", "x.odt"), 2, "x.odt: a memo cannot be written as .odt; use .docx, .pdf, .md, .html, .csv, .jsonld"),
        (("-o", "x"), 2, "x: a memo cannot be written as a file without a suffix; "),
        (("-o", "x.brief"), 2, "x.brief: a memo cannot be written as .brief; "),
        ((), 2, "name the output with -o, or a format with --to; "),
        (("-o", "x.md", "--to", "md"), 2, "use one of them"),
        (("-o", "x.md", "--out-dir", "."), 2, "--out-dir goes with --to"),
        (("--to", "odt"), 2, "--to"),
        (("-o", "x.md", "--cit", "none"), 2, "--cit"),
        (("-o", "x.md", "--citations", "foot"), 2, "--citations"),
        (("-o", "x.md", "--annex", "sources,maps"), 2, "there is no annex 'maps'; there are: quotations, sources, passages"),
        (("-o", "x.md", "--notes"), 2, "--notes goes with --draft; "),
        (("-o", "x.md", "-t", "informaton-note"), 2, "did you mean information-note?"),
        (("-o", "x.md", "-t", "none.md"), 66, "none.md: there is no such file; "),
        (("-o", "x.md", "-t", "a.txt"), 2, "a.txt: a template is a .md, .docx or .dotx file; "),
        (("b.brief", "-o", "x.md"), 2, "-o names one output for several briefs; "),
        (("other/a.brief", "--to", "md", "--out-dir", "."), 2, "would both become a.md; "),
    ],
)  # fmt: skip
def test_export_refuses_what_makes_no_sense(refused, arguments: tuple[str, ...], code: int, says: str) -> None:
    assert says in refused(code, "export", "a.brief", *arguments)


def test_an_output_that_is_a_folder(here: Path, refused) -> None:
    (here / "x.docx").mkdir()
    assert refused(73, "export", "a.brief", "-o", "x.docx").startswith("x.docx: this is a folder; ")


def test_an_output_that_is_an_input_under_any_name(here: Path, refused) -> None:
    save_brief(BRIEF, here / "b.md")
    (here / "t.md").write_text(TEMPLATE)
    for output in ("b.md", "./b.md", "../here/b.md", here / "b.md"):
        assert refused(2, "export", "b.md", "-o", output).endswith(
            "would replace an input; choose another name for it"
        )
    assert "replace an input" in refused(2, "export", "b.md", "--to", "md")
    assert "replace an input" in refused(2, "export", "a.brief", "b.md", "--to", "md")
    assert "replace an input" in refused(2, "export", "a.brief", "-t", "t.md", "-o", "t.md")
    assert "replace an input" in refused(2, "export", "a.brief", "b.md", "--to", "md", "--out-dir", "../here")


@no_links
def test_an_output_that_is_an_input_through_a_link(here: Path, refused) -> None:
    (here / "soft.docx").symlink_to("a.brief")
    (here / "hard.docx").hardlink_to(here / "a.brief")
    for name in ("soft.docx", "hard.docx"):
        assert refused(2, "export", "a.brief", "-o", name).startswith(f"{name}: the output would replace an input")
    (here / "soft.brief").symlink_to("a.txt")
    (here / "hard.brief").hardlink_to(here / "a.txt")
    for name in ("soft.brief", "hard.brief"):
        assert refused(2, "new", "a.txt", "-o", name).startswith(f"{name}: the output would replace an input")
    assert "replace an input" in refused(2, "new", "--each", "a.txt", "soft.brief", "-o", ".")


@no_links
def test_two_names_for_one_output(here: Path, refused) -> None:
    save_brief(BRIEF, here / "b.brief")
    (here / "a.md").symlink_to("b.md")
    assert "would both become" in refused(2, "export", "a.brief", "b.brief", "--to", "md")


def test_a_template_with_mistakes(here: Path, refused) -> None:
    (here / "t.md").write_text(TEMPLATE + "{{ header.too }}\n\n{{ brief.titel }} {{ nothing }}\n")
    line = refused(65, "export", "a.brief", "-t", "t.md", "-o", "x.md")
    assert line.startswith("t.md: template problem: line 4: header.too: there is no such field")
    assert "2 more in this template" in line


@pytest.mark.parametrize(
    "content",
    ["", "no front matter", "---\nname: X\n", "---\n- a\n---\n", "---\nname: [\n---\n", "---\nnam: X\n---\n", TEMPLATE + "{% for %}", TEMPLATE + "{{ 1/0 }}"],
)  # fmt: skip
def test_a_template_that_is_none(here: Path, refused, content: str) -> None:
    (here / "t.md").write_text(content)
    assert refused(65, "export", "a.brief", "-t", "t.md", "-o", "x.md").startswith("t.md: template problem: ")


@pytest.mark.parametrize("named", ["informaton-note", "../../t.md", "t.md", "", "//host/share/t.md", "/etc/passwd"])
def test_a_brief_opens_no_file_as_its_template(here: Path, refused, named: str) -> None:
    (here / "t.md").write_text(TEMPLATE)
    from msgspec.structs import replace

    save_brief(replace(BRIEF, template=named), here / "b.brief")
    line = refused(2, "export", "b.brief", "-o", "x.md")
    assert line.startswith(f"b.brief: its template “{named}” is not here; choose another (")
    assert refused(2, "check", "b.brief") == line


def test_the_first_failure_decides_after_all_are_done(here: Path, briefer) -> None:
    (here / "broken.brief").write_bytes(b"{")
    said = briefer("export", "none.brief", "a.brief", "broken.brief", "--to", "md")
    assert said.code == 66
    assert [line.split(": ")[1] for line in said.err.splitlines()[:2]] == ["none.brief", "broken.brief"]
    assert (here / "a.md").exists()
    assert not (here / "broken.md").exists()


def test_a_failed_export_keeps_the_old_output(here: Path, refused) -> None:
    (here / "x.md").write_text("the old one")
    (here / "t.md").write_text(TEMPLATE + "{{ nothing }}")
    refused(65, "export", "a.brief", "-t", "t.md", "-o", "x.md")
    assert (here / "x.md").read_text() == "the old one"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no such names there")
@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb", "a\u202eb", "a\rb", "caf\udce9", "a\x9bb"])
def test_a_name_cannot_write_to_the_terminal(here: Path, refused, briefer, name: str) -> None:
    refused(66, "check", f"{name}.brief")
    refused(2, "export", "a.brief", "-t", name, "-o", "x.md")
    refused(2, "export", "a.brief", "-o", f"x.{name}")
    refused(2, "export", "a.brief", f"x/{name}.brief", f"{name}.brief", "--to", "md", "--out-dir", ".")
    refused(2, "export", "--" + name)
    (here / f"{name}.brief").write_bytes(GOOD.replace(b"[@x1]", b"[@x9]"))
    for options in ((), ("--json",)):
        said = briefer("check", f"{name}.brief", *options)
        assert said.code == 1
        assert "\x1b" not in said.out
        assert "\u202e" not in said.out or options
        said.out.encode()
    assert briefer("export", f"{name}.brief", "--to", "docx").code == 0
    assert (here / f"{name}.docx").exists()
