"""The shelf: which files are templates, what briefs know them by, and that nothing in a brief leads elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from sample_brief import sample_brief

from briefer.cli.run import run
from briefer.errors import UnreadableError, UsageError
from briefer.opening import template_of
from briefer.settings import Settings, save_settings
from briefer.store.briefs import save_brief
from briefer.templates import own
from briefer.templates.files import built_in_templates, find_template, read_template
from briefer.templates.problems import TemplateError
from briefer.templates.reading import parse_template
from briefer.templates.shelf import MOST, all_on_shelf, identify, mine, on_shelf, path_of

NAMED = "---\nname: Weekly digest\n---\n\n# {{ brief.title }}\n"


def put(folder: Path, name: str, text: str = NAMED) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "office"
    folder.mkdir()
    save_settings(Settings(office_folder=str(folder)))
    return folder


# What lies there


def test_templates_are_files_that_can_be_one_by_their_names(tmp_path: Path) -> None:
    for name in (
        "weekly.md",
        "Ministerial 2026.docx",
        "letter.DOTX",
        "note.txt",
        ".hidden.md",
        "~$letter.docx",
        "a.md~",
    ):
        put(tmp_path, name)
    put(tmp_path / "within", "other.md")
    (tmp_path / "folder.md").mkdir()
    found = on_shelf("office", tmp_path)
    assert [each.id for each in found] == ["office:Ministerial 2026.docx", "office:letter.DOTX", "office:weekly"]
    assert [each.is_word for each in found] == [True, True, False]


def test_two_files_never_have_one_id() -> None:
    names = ("weekly.md", "weekly.docx", "weekly.docx.md", "weekly.md.md", "weekly.dotx")
    assert len({identify("mine", name) for name in names}) == len(names)


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = put(tmp_path, "weekly.md")
    (before,) = on_shelf("mine", tmp_path)
    assert on_shelf("mine", tmp_path) == [before]
    os.utime(path, ns=(1, 1))
    (after,) = on_shelf("mine", tmp_path)
    assert (after.id, after.stamp == before.stamp) == (before.id, False)


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no such folder"):
        on_shelf("office", tmp_path / "gone")
    assert path_of("mine:weekly") is None
    assert all_on_shelf() == []


def test_of_very_many_files_the_first_are_looked_at(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        put(tmp_path, f"{number:04}.md", "")
    assert len(on_shelf("office", tmp_path)) == MOST


# What a brief names


def test_a_brief_finds_its_template_on_the_shelf(office: Path) -> None:
    put(mine(), "weekly.md")
    put(office, "weekly.md", NAMED.replace("Weekly digest", "Office digest"))
    brief = sample_brief()
    for ident, name in (("mine:weekly", "Weekly digest"), ("office:weekly", "Office digest")):
        template = template_of(replace(brief, template=ident))
        assert (template.id, template.name, template.built_in) == (ident, name, False)
        assert find_template(ident) == template


@pytest.mark.parametrize(
    "ident", ["mine:../weekly", "mine:{}", "{}", "office:weekly", "mine:", "mine", ":weekly", "x:weekly"]
)
def test_a_path_in_a_brief_leads_nowhere(ident: str, tmp_path: Path) -> None:
    outside = put(mine().parent, "weekly.md")
    mine().mkdir(exist_ok=True)
    with pytest.raises(UsageError, match="is not here"):
        template_of(replace(sample_brief(), template=ident.format(outside)))


def test_ids_of_the_shelf_are_never_those_of_built_in_ones() -> None:
    assert [template.id for template in built_in_templates() if ":" in template.id] == []


def test_the_command_line_knows_the_shelf(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(mine(), "weekly.md")
    put(office, "broken.md", "---\nname: Broken\n---\n{{ header.subjct }}\n")
    assert run(["templates", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "mine:weekly\tweekly\tmine" in lines
    assert "office:broken\tbroken\toffice" in lines
    assert lines[0].startswith("information-note\t")
    article = put(tmp_path, "article.txt", "Ports were told to unplug their modems.")
    assert run(["new", str(article), "-o", str(tmp_path / "a.brief"), "-t", "mine:weekly"]) == 0
    save_brief(sample_brief(), tmp_path / "b.brief")
    assert run(["export", str(tmp_path / "a.brief"), "-o", str(tmp_path / "a.md")]) == 0
    assert run(["export", str(tmp_path / "b.brief"), "-t", "mine:weekly", "-o", str(tmp_path / "b.md")]) == 0
    assert run(["export", str(tmp_path / "b.brief"), "-t", "office:broken", "-o", str(tmp_path / "c.md")]) == 65
    assert "header.subjct" in capsys.readouterr().err


# Templates of one's own


def test_a_new_template_works_as_it_is() -> None:
    path = own.begin_template("Two-line flash")
    assert path == mine() / "two-line-flash.md"
    template = find_template("mine:two-line-flash")
    assert template.name == "Two-line flash"
    from briefer.templates.check import text_problems

    assert text_problems(path.read_text("utf-8")) == []


def test_a_taken_name_gets_a_number() -> None:
    paths = [own.begin_template("Flash") for _ in range(3)]
    assert [path.name for path in paths] == ["flash.md", "flash-2.md", "flash-3.md"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc", "etc.md"),
        ("CON", "con-template.md"),
        ("…", "template.md"),
        ("Ärzte: 1/2", "ärzte-1-2.md"),
        ("x" * 300, f"{'x' * 60}.md"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(name: str, file: str) -> None:
    assert own.begin_template(name) == mine() / file


@pytest.mark.parametrize(
    "name", ["Weekly: ports", "yes", "12", "'quoted' \"twice\"", "# no comment", "Ärzte’s – note", "{a: b}"]
)
def test_a_name_comes_back_as_it_was_typed(name: str) -> None:
    path = own.begin_template("First")
    before = path.read_text("utf-8")
    own.rename_template(path, name)
    text = path.read_text("utf-8")
    assert parse_template(text, "x", "").name == name
    assert [a for a, b in zip(before.split("\n"), text.split("\n"), strict=True) if a != b] == ["name: First"]


def test_a_name_that_there_is_not_is_added() -> None:
    assert own.renamed("---\npaper: A4\n---\nBody\n", "Flash") == "---\nname: Flash\npaper: A4\n---\nBody\n"


def test_a_copy_has_a_name_of_its_own_and_all_the_rest(tmp_path: Path) -> None:
    original = put(tmp_path, "office.md", NAMED)
    copied = own.copy_template(original, "My copy")
    assert parse_template(copied.read_text("utf-8"), "x", "").name == "My copy"
    assert original.read_text("utf-8") == NAMED


def test_only_what_can_be_a_template_is_taken_in(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no template"):
        own.import_template(put(tmp_path, "note.txt"))
    assert own.import_template(put(tmp_path, "Weekly.md")) == mine() / "weekly.md"
    latin = tmp_path / "latin.md"
    latin.write_bytes(b"---\nname: \xe9\n---\n")
    with pytest.raises(TemplateError, match="UTF-8"):
        own.copy_template(latin, "Copy")
    long = tmp_path / "long.md"
    long.write_text(NAMED + "x" * 60_000, "utf-8")
    with pytest.raises(TemplateError, match="60,000 characters without a blank"):
        own.copy_template(long, "Copy")
    with pytest.raises(TemplateError, match="60,000 characters without a blank"):
        read_template(long)


def test_what_is_deleted_comes_back() -> None:
    path = own.begin_template("Flash")
    text = path.read_text("utf-8")
    aside = own.put_aside(path)
    assert all_on_shelf() == []
    own.begin_template("Flash")
    assert own.put_back(aside) == mine() / "flash-2.md"
    assert (mine() / "flash-2.md").read_text("utf-8") == text


def test_all_that_can_be_mended_is() -> None:
    mended = own.fix_all(NAMED.replace("brief.title }}", "brief.titel }"))
    assert mended == NAMED
    assert own.fix_all(mended) == mended
