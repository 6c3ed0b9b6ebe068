"""From a brief and a template to files that other programs read without complaint."""

from __future__ import annotations

import io
import itertools
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import strategies
from hypothesis import HealthCheck, given, settings
from rich_brief import rich_brief
from template_samples import BRIEF, SOURCE, template

from briefer.edit import changes
from briefer.errors import CannotCreateError, UsageError
from briefer.export import WRITERS, export, output_of, refuse_input_as_output
from briefer.model.brief import Brief
from briefer.opening import template_of
from briefer.paths import resources
from briefer.review.findings import Part
from briefer.reviewing import findings, form_of
from briefer.store.briefs import read_brief
from briefer.templates.build import Choices
from briefer.templates.files import built_in_paths, find_template
from briefer.templates.problems import TemplateError

pytestmark = pytest.mark.usefixtures("qapp")  # a .pdf is laid out by Qt

ANNEXES = ("quotations", "sources", "passages")
MODES = ("footnotes", "inline", "endlist", "none")
PANDOC = shutil.which("pandoc")


def read_by_pandoc(path: Path) -> None:
    """Fails the test if pandoc has anything to say against a Markdown file; passes where pandoc is missing."""
    if PANDOC:
        command = [PANDOC, "--fail-if-warnings", "-f", "markdown", "-t", "native", path]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, ""), path.read_text("utf-8")


_CODE = str.maketrans("{&", "(+")


def plain(brief: Brief) -> Brief:
    """The brief without what the validator takes for a fault of ours even where an article says so: {{, {%, &amp;."""

    def swapped(value: object) -> object:
        match value:
            case str():
                return value.translate(_CODE)
            case dict():
                return {key: swapped(inner) for key, inner in value.items()}
            case list() | tuple():
                return [swapped(inner) for inner in value]
            case _:
                return value

    return msgspec.convert(swapped(msgspec.to_builtins(brief)), Brief)


def briefs() -> dict[str, Brief]:
    return {"small": plain(BRIEF), "sample": read_brief(resources() / "sample" / "sample.brief").brief}


@pytest.mark.parametrize("suffix", list(WRITERS))
def test_equal_briefs_give_equal_bytes(tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        export(BRIEF, template_of(BRIEF), tmp_path / f"{name}{suffix}", Choices(annexes=ANNEXES))
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_every_word_export_is_valid(tmp_path: Path, validate_docx) -> None:
    for (name, brief), ident, mode in itertools.product(briefs().items(), built_in_paths(), MODES):
        for annexes in ((), ANNEXES):
            path = tmp_path / f"{name}-{ident}-{mode}-{len(annexes)}.docx"
            export(brief, find_template(ident), path, Choices(mode, annexes, draft=bool(annexes)))
    files = list(tmp_path.iterdir())
    assert len(files) == 2 * 2 * 4 * len(built_in_paths())
    validate_docx(*files)


@pytest.mark.skipif(not PANDOC, reason="pandoc is not here")
@pytest.mark.parametrize("mode", MODES)
def test_every_markdown_export_is_read_by_pandoc(tmp_path: Path, mode: str) -> None:
    for (name, brief), ident in itertools.product(briefs().items(), built_in_paths()):
        path = tmp_path / f"{name}-{ident}.md"
        export(brief, find_template(ident), path, Choices(mode, ANNEXES))
        read_by_pandoc(path)


def test_any_brief_can_be_exported(tmp_path: Path, validate_docx) -> None:
    numbers = itertools.count()

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategies.briefs().map(plain))
    def exported(brief: Brief) -> None:
        number = next(numbers)
        brief = changes.set_export(brief, portion_marks={})  # any marks may stop an export
        choices = Choices(MODES[number % 4], ANNEXES[: number % 3 + 1])
        for suffix in WRITERS:
            export(brief, template_of(brief), tmp_path / f"{number}{suffix}", choices)
        if number % 4 == 0:
            read_by_pandoc(tmp_path / f"{number}.md")

    exported()
    validate_docx(*tmp_path.glob("*.docx"))


def test_what_a_template_says_of_its_parts_is_what_is_checked() -> None:
    form = form_of(find_template("information-note"))
    assert Part("to", "To", required=True) in form.header
    assert Part("copies", "Copies") in form.header
    assert Part("summary", "Summary", required=True, words=80) in form.sections
    assert (form.words, form.pages) == (0, 2)


def test_a_brief_is_checked_as_its_memo() -> None:
    made = template("{{ sections.taken }}")
    assert findings(BRIEF, made) == []


def test_a_template_that_fails_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        export(BRIEF, template("{{ nothing }}"), tmp_path / "x.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ships", [True, False])
def test_a_strangers_template_is_worked_out_apart(ships: bool, tmp_path: Path) -> None:
    asked: list[str] = []

    def apart(function: Callable[..., object], *args: object) -> object:
        asked.append(function.__name__)
        return function(*args)

    used = template_of(BRIEF) if ships else template("{{ sections.live }}")
    export(BRIEF, used, tmp_path / "x.md", apart=apart)
    assert asked == ([] if ships else ["memo_of"])


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    made = template("x")
    with pytest.raises(
        UsageError, match=r"cannot be written as \.odt; use \.docx, \.pdf, \.md, \.html, \.csv, \.jsonld"
    ):
        export(BRIEF, made, tmp_path / "x.odt")
    with pytest.raises(CannotCreateError):
        export(BRIEF, made, tmp_path / "none" / "x.md")
    assert list(tmp_path.iterdir()) == []


def test_an_input_is_never_replaced(tmp_path: Path) -> None:
    source, free = tmp_path / "x.md", tmp_path / "y.md"
    source.write_text("mine")
    with pytest.raises(UsageError, match="would replace an input"):
        export(BRIEF, template("x"), source, inputs=[tmp_path / "none.brief", source])
    assert source.read_text() == "mine"
    refuse_input_as_output([free, tmp_path / ("n" * 5000)], [source, tmp_path / ("n" * 5000)])


def test_notes_name_the_source_and_quote_the_words(tmp_path: Path) -> None:
    export(
        BRIEF, template("{{ sections.live }}\n\n{{ actions[0].summary }}{{ actions[0] | cite }}"), tmp_path / "x.md"
    )
    text = (tmp_path / "x.md").read_text("utf-8")
    assert SOURCE.title in text
    assert "para.\u00a01" in text
    assert "ordered five ports to unplug modems" in text


def test_pages_that_another_program_lays_out_have_no_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.pdf.libreoffice.pdf_of_word", lambda document: document)
    brief, note, draft = (
        rich_brief("decision-note"),
        find_template("decision-note"),
        Choices(draft=True, word_pages=True),
    )
    parts = [
        set(zipfile.ZipFile(io.BytesIO(output_of(brief, note, Path(name), draft).data)).namelist())
        for name in ("x.docx", "x.pdf")
    ]
    assert parts[0] - parts[1] == {"word/comments.xml"}
