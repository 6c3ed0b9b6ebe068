"""``briefer templates check`` and ``import``, as a user meets them."""

import json
import time
from pathlib import Path

import pytest
from house_samples import document

from briefer import paths
from briefer.cli import apart as apart_module

SOUND = "---\nname: X\nheader: [{id: to, label: To}]\n---\n{{ header.to }}\n"
BROKEN = SOUND + "{{ header.too }} {{ brief.titel }}\n{% for a in actors %}\n"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setattr(paths, "data_dir", lambda: folder)
    return folder / "templates"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check in this process: another takes a second to start."""
    from briefer.cli import templates

    monkeypatch.setattr(templates, "apart", lambda function, *args: function(*args))


def test_all_problems_are_printed_and_the_exit_code_tells(here: Path, briefer, at_once) -> None:
    (here / "t.md").write_text(BROKEN)
    (here / "good.md").write_text(SOUND)
    (here / "office.docx").write_bytes(document("Dear {{ header.to }}", "{{ actors[0].naem }}"))
    said = briefer("templates", "check", "good.md", "t.md", "office.docx", "information-note")
    assert said.code == 1
    assert said.err == ""
    assert said.out.splitlines() == [
        "t.md: line 6: header.too: there is no such field (did you mean header.to?)",
        "t.md: line 6: brief.titel: there is no such field (did you mean brief.title?)",
        "t.md: line 7: {% for %} is never closed (add {% endfor %})",
        (
            "office.docx: body, paragraph 2, “{{ actors[0].naem }}”: actors[…].naem: there is no such field"
            " (did you mean actors[…].name?)"
        ),
    ]
    assert briefer("templates", "check", "good.md", "reference-sheet") == (0, "", "")


def test_problems_as_json(here: Path, briefer, at_once) -> None:
    (here / "t.md").write_text(BROKEN)
    rows = json.loads(briefer("templates", "check", "--json", "t.md").out)
    assert rows[0] == {
        "file": "t.md", "severity": "error", "message": "header.too: there is no such field", "where": "line 6",
        "around": "{{ header.too }} {{ brief.titel }}", "suggestion": "did you mean header.to?", "fix": "Change to header.to",
    }  # fmt: skip
    (here / "good.md").write_text(SOUND)
    assert briefer("templates", "check", "--json", "good.md") == (0, "[]\n", "")


def test_what_cannot_be_read_is_told_after_the_rest(here: Path, briefer, at_once) -> None:
    (here / "t.md").write_text(BROKEN)
    (here / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    said = briefer("templates", "check", "none.md", "old.docx", "t.md")
    assert said.code == 66
    assert [line.split(": ")[1] for line in said.err.splitlines()] == ["none.md", "old.docx"]
    assert said.out.count("\n") == 3
    assert briefer("templates", "check", "old.docx").code == 65


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "nonsense"), ("import",), ("import", "a.txt"), ("check", "a.txt")]
)
def test_what_is_no_template_is_refused(refused, arguments: tuple[str, ...]) -> None:
    assert refused(2, "templates", *arguments)


def test_an_imported_template_is_on_the_shelf(here: Path, briefer, at_once, own_folder: Path) -> None:
    (here / "Weekly digest.md").write_text(SOUND)
    (here / "office.docx").write_bytes(document("Dear {{ header.to }}"))
    said = briefer("templates", "import", "Weekly digest.md", "office.docx")
    assert said == (0, "mine:weekly-digest\nmine:office.docx\n", "")
    assert sorted(path.name for path in own_folder.iterdir()) == ["office.docx", "weekly-digest.md"]
    listed = [line.split("\t") for line in briefer("templates", "list").out.splitlines()]
    assert listed[-2:] == [["mine:office.docx", "office", "mine"], ["mine:weekly-digest", "weekly-digest", "mine"]]
    assert briefer("templates", "show", "mine:weekly-digest").out == SOUND
    assert briefer("export", "a.brief", "-t", "mine:weekly-digest", "-o", "x.md").code == 0
    assert briefer("templates", "import", "Weekly digest.md").out == "mine:weekly-digest-2\n"


def test_a_template_with_errors_is_imported_and_its_owner_told(here: Path, briefer, at_once) -> None:
    (here / "t.md").write_text(BROKEN)
    said = briefer("templates", "import", "t.md")
    assert (said.code, said.out) == (1, "mine:t\n")
    assert said.err == "briefer: t.md: it has 3 problems; see: briefer templates check t.md\n"


def test_an_export_says_how_many_more_problems_the_check_would_show(here: Path, briefer, refused, at_once) -> None:
    (here / "t.md").write_text(BROKEN.replace("name: X", "name: X\nlimit: 1 page") + "{header.to}}\n")
    shown = briefer("templates", "check", "t.md").out.splitlines()
    line = refused(65, "export", "a.brief", "-t", "t.md", "-o", "x.docx")
    assert line.startswith("t.md: template problem: " + shown[0].removeprefix("t.md: "))
    assert f"({len(shown) - 1} more in this template)" in line
    assert len(shown) == 5


def test_a_hostile_template_ends_soon_with_one_line(here: Path, briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart_module, "SECONDS", 1.0)
    loop = "{% for a in range(5000) %}{% for b in range(5000) %}{{ brief.title | upper | lower | trim }}"
    (here / "slow.md").write_text(SOUND + loop + "{% endfor %}{% endfor %}\n")
    begun = time.monotonic()
    said = briefer("templates", "check", "slow.md")
    assert time.monotonic() - begun < 10
    assert (said.out + said.err).count("\n") == 1
    assert said.err.startswith("briefer: slow.md: it took more than 1 seconds and was stopped")
    assert said.code == 65


def test_three_built_in_ones_are_printed_as_word_documents(here: Path, briefer) -> None:
    said = briefer("templates", "show", "media-brief", "--word")
    assert (said.code, said.out) == (2, "")
    assert (
        said.err
        == "briefer: the template “media-brief” is not there as a Word document; there are: action-memo, decision-note, information-note\n"
    )
