"""Where templates are found: built in, on the shelf, or named by a path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from briefer.errors import UsageError
from briefer.files import read_file
from briefer.paths import resources
from briefer.templates.problems import Problem, TemplateError, did_you_mean
from briefer.templates.reading import MAX_BYTES, parse_template, parts_of, read_front, refuse_unshowable
from briefer.templates.shelf import path_of
from briefer.templates.shipped import shipped_front
from briefer.templates.template import Template

DEFAULT = "information-note"


def built_in_paths() -> dict[str, Path]:
    """The built-in templates by id, in the order in which they are offered."""
    paths = {path.stem: path for path in sorted((resources() / "templates").glob("*.md"))}
    return {DEFAULT: paths.pop(DEFAULT), **paths}


def built_in_templates() -> Iterator[Template]:
    """All built-in templates, the default one first."""
    for path in built_in_paths().values():
        yield read_template(path)


def find_template(name: str | Path, read: Callable[[Path], Template] | None = None) -> Template:
    """The template of this id, built in or on the shelf, or the file at this path; UsageError if there is none.

    ``read`` reads a file that does not ship, in the place of ``read_template``.
    """
    read, built_in = read or read_template, built_in_paths()
    if str(name) in built_in:
        return read_template(built_in[str(name)])
    if (kept := path_of(str(name))) is not None:
        return replace(read(kept), id=str(name))
    path = Path(name)
    if path.suffix or path.parent != Path():
        return read(path)
    raise UsageError(
        f"there is no template {name!r}", did_you_mean(str(name), built_in) or "see: briefer templates list"
    )


def read_template(path: Path) -> Template:
    """Read a template file; UnreadableError, or TemplateError with the line."""
    if path.suffix.lower() != ".md":
        raise UsageError("a template is a .md, .docx or .dotx file", "save it as one of these", path=path)
    try:
        text = read_file(path, MAX_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError(
            [Problem(0, f"it is not UTF-8 text (byte {error.start})", "save it as UTF-8")], path=path
        ) from None
    if path.parent != resources() / "templates":
        refuse_unshowable(text, path)
        try:
            return parse_template(text, path.stem, str(path))
        except TemplateError:
            from briefer.templates.check import text_problems

            raise TemplateError(text_problems(text), path=path) from None
    front, body, body_line = parts_of(text, str(path))
    return Template(
        path.stem, str(path), shipped_front(front) or read_front(front, str(path)), body, body_line, built_in=True
    )


def annex_body(name: str) -> str:
    """The body of a built-in annex: ``quotations``, ``sources`` or ``passages``."""
    return (resources() / "templates" / "annexes" / f"{name}.md").read_text("utf-8")
