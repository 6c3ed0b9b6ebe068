"""A template file in its parts: the front matter, read and checked, and the body."""

from __future__ import annotations

from pathlib import Path

import msgspec

from briefer.templates.problems import Problem, TemplateError
from briefer.templates.template import FrontMatter, Template
from briefer.text.showable import unshowable

MAX_BYTES = 2_000_000
"""Of a template file."""


def parse_template(text: str, ident: str, path: str) -> Template:
    """Read a template; TemplateError with its line where the front matter is not as it should be."""
    front, body, body_line = parts_of(text, path)
    return Template(ident, path, read_front(front, path), body, body_line)


def plain_lines(text: str) -> str:
    """A template's text without a byte order mark, and with ``\\n`` as its only line end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def refuse_unshowable(text: str, path: Path) -> None:
    """TemplateError for a text that would keep the window busy for minutes."""
    if why := unshowable(text):
        raise TemplateError([Problem(0, f"it has {why}", "part the line")], path=path)


def begins_as_template(text: str) -> bool:
    """Whether a text begins with a front matter: one that does not may be a letter, a list, or notes on a folder."""
    return plain_lines(text).partition("\n")[0].rstrip() == "---"


def parts_of(text: str, path: str) -> tuple[str, str, int]:
    """Front matter and body of a template file, and the line from 1 on which the body starts."""
    lines = plain_lines(text).split("\n")
    if not begins_as_template(lines[0]):
        problem = Problem(1, "the file does not begin with its front matter", "make the first line ---")
        raise TemplateError([problem], path=path)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        raise TemplateError([Problem(1, "the front matter has no end", "close it with a line ---")], path=path)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2


def read_front(text: str, path: str) -> FrontMatter:
    """What a front matter says; TemplateError with all that is wrong with it."""
    from briefer.templates.front import front_problems
    from briefer.templates.yaml import load_yaml

    data, node = load_yaml(text, path)
    if problems := front_problems(data, node):
        raise TemplateError(problems, path=path)
    return msgspec.convert(data, FrontMatter)
