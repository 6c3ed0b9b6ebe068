"""The reference of what a template may name, made from the tables that the engine works with.

``python -m briefer.templates.reference`` writes it to ``resources/help/templates.md``, which the help shows; a test
holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefer.paths import resources
from briefer.templates.context import FIELDS, NAMES
from briefer.templates.filters import FROM_JINJA, OWN

_HEAD = """# What a template may name

A template is a Markdown file. Its head, between two lines `---`, says which header fields and sections the forms
have; `briefer templates show information-note` prints one to start from. Below the head stands the memo in Markdown,
with tags: `{{ header.to }}` puts a value in, `{% for actor in actors %} … {% endfor %}` repeats, and
`{% if … %} … {% endif %}` leaves out. Values are always shown as typed: nothing in them is read as Markdown
or as a tag.

A heading with nothing under it disappears, and so does a table without rows. A section that the head calls
`generated: true` is a block in the body, `{% block key_actors %} … {% endblock %}`: it is made from the entries
until a person writes the section.

Two lines `To` and `:   Director-General` are a line of the header block. `{: .kicker}` under a paragraph sets it as a
small line above the title. `\\newpage` on a line of its own begins a page.
"""


def reference() -> str:
    """The whole reference, as Markdown."""
    parts = [_HEAD, "## Names\n", _table("Name", ((name, shape, text) for name, (shape, text) in NAMES.items()))]
    parts.append("\n`header` has a field for each header field of the template, `sections` one for each section.\n")
    for shape, fields in FIELDS.items():
        parts.append(f"\n## Fields of a {shape}\n" if shape[0] not in "aeiou" else f"\n## Fields of an {shape}\n")
        parts.append(_table("Field", ((name, inner, text) for name, (inner, text) in fields.items())))
    parts.append("\n## Filters\n")
    parts.append("| Filter | What it makes |\n| --- | --- |")
    parts += [f"| `{name}` | {_first_line(function)} |" for name, function in sorted(OWN.items())]
    parts.append(f"\nOf Jinja's own filters there are: {', '.join(f'`{name}`' for name in FROM_JINJA)}.\n")
    return "\n".join(parts)


def reference_path() -> Path:
    """Where the help finds it."""
    return resources() / "help" / "templates.md"


def _table(head: str, rows: Iterable[tuple[str, str, str]]) -> str:
    lines = [f"| {head} | Holds | What it is |", "| --- | --- | --- |"]
    lines += [f"| `{name}` | {shape.replace('list ', 'list of ')} | {text} |" for name, shape, text in rows]
    return "\n".join(lines)


def _first_line(function: object) -> str:
    text = (function.__doc__ or "").strip()
    return " ".join(text.split("\n\n")[0].split()).replace("``", "`")


if __name__ == "__main__":
    reference_path().write_text(reference(), "utf-8")
