"""The catalogue: each file on the shelf is listed with what is wrong with it, and none stops the list."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from briefer.catalogue import Listed, fields_of, listed_built_in, look_at
from briefer.memo.blocks import Run, block_runs
from briefer.templates.files import built_in_templates
from briefer.templates.shelf import on_shelf

GOOD = "---\nname: Weekly digest\n---\n\n# {{ brief.title }}\n\n| A | B |\n| --- | --- |\n{% for actor in actors %}\n| {{ actor.name }} | x |\n{% endfor %}\n"


def look(folder: Path, name: str, data: str | bytes) -> Listed:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return next(look_at(found) for found in on_shelf("office", folder) if found.path.endswith(name))


def docx(*paragraphs: str) -> bytes:
    import docx

    document, out = docx.Document(), io.BytesIO()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(out)
    return out.getvalue()


def chips(listed: Listed) -> list[Run]:
    return [run for block in fields_of(listed).blocks for run in block_runs(block) if run.entry]


def test_a_good_template_is_listed_with_its_forms(tmp_path: Path) -> None:
    listed = look(tmp_path, "weekly.md", GOOD)
    assert (listed.id, listed.name, listed.errors, listed.text) == ("office:weekly", "Weekly digest", 0, GOOD)
    assert listed.template is not None
    assert listed.template.id == "office:weekly"


def test_a_broken_template_is_listed_with_its_problems(tmp_path: Path) -> None:
    listed = look(tmp_path, "weekly.md", GOOD.replace("actor.name }}", "actor.naem }"))
    assert listed.name == "Weekly digest"
    assert listed.errors == len(listed.problems) == listed.fixable == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", "no front matter"),
        ("a.md", b"---\nname: \xff\n---\n"),
        ("a.md", ""),
        ("a.docx", b"no document"),
        ("a.docx", b"PK\x03\x04"),
    ],
)
def test_what_is_no_template_is_listed_with_the_reason(name: str, data: str | bytes, tmp_path: Path) -> None:
    listed = look(tmp_path, name, data)
    assert (listed.name, listed.template, listed.errors) == ("a", None, 1)


def test_a_file_that_went_meanwhile_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD)
    (found,) = on_shelf("office", tmp_path)
    (tmp_path / "a.md").unlink()
    assert "no such file" in look_at(found).problems[0].message


def test_the_fields_of_each_built_in_template_are_its_tags(tmp_path: Path) -> None:
    for template in built_in_templates():
        found = chips(listed_built_in(template))
        assert len(found) > 5, template.id
        assert all(run.code and run.text.startswith("{") and run.text.endswith("}") for run in found), template.id


def test_fields_stand_where_their_values_will(tmp_path: Path) -> None:
    memo = fields_of(look(tmp_path, "weekly.md", GOOD))
    title, table = memo.blocks
    assert [run.text for run in block_runs(title)] == ["{{ brief.title }}"]
    rows = [["".join(run.text for run in cell) for cell in row] for row in (table.header, *table.rows)]
    assert rows == [["A", "B"], ["{% for actor in actors %}", ""], ["{{ actor.name }}", "x"], ["{% endfor %}", ""]]


def test_a_field_with_a_problem_has_its_number(tmp_path: Path) -> None:
    listed = look(
        tmp_path, "weekly.md", GOOD.replace("actor.name", "actor.naem").replace("brief.title", "brief.titel")
    )
    assert [(run.text.strip("\u2060\u2007"), run.entry) for run in chips(listed) if ":" in run.entry] == [
        ("{{ brief.titel }}", "tag:1"), ("1", "mark:1"), ("{{ actor.naem }}", "tag:2"), ("2", "mark:2"),
    ]  # fmt: skip


def test_a_word_template_is_listed_and_shown_alike(tmp_path: Path) -> None:
    listed = look(tmp_path, "letter.docx", docx("To {{ header.to }}: {{ header.subject }}", "{{ brief.titel }}"))
    assert (listed.is_word, listed.errors) == (True, 1)
    assert [run.text for run in chips(listed) if run.code] == [
        "{{ header.to }}",
        "{{ header.subject }}",
        "{{ brief.titel }}",
    ]
    assert [run.entry for run in chips(listed) if ":" in run.entry] == ["tag:1", "mark:1"]
