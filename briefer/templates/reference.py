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

A field of the header may have a `value`: what it begins with in a brief that has nothing in it when it takes the
template.

A heading with nothing under it disappears, and so does a table without rows. A section that the head calls
`generated: true` is a block in the body, `{% block key_actors %} … {% endblock %}`: it is made from the entries
until a person writes the section.

Two lines `To` and `:   Director-General` are a line of the header block. `\\newpage` on a line of its own begins a
page.

## What paragraphs look like

A line such as `{: .kicker}` right under a paragraph, or under the tag of a section that stands by itself, gives it
a look:

| Look | What it is for |
| --- | --- |
| `kicker` | the small line above the title |
| `bottom-line` | what a hurried reader must see, on a ground of its own |
| `box`, `box-heading` | paragraphs that stand in one box with their neighbours; lists of a section too |
| `questions` | of a section: a paragraph that ends with a question mark is a question, the next one its answer |
| `question` | one question |
| `ticks` | boxes to tick |
| `signature` | a line to sign on, with these words under it |
| `plain` | running text that bears no number |

In the head, `numbering: paragraphs` numbers the paragraphs below the first section heading through the memo: 1, 2,
3, and 1.1, 1.2 for the items of a numbered list. `ticks: [Agreed, Not agreed]` in a section puts these boxes after
each item of its list. `portion_marks: true` prints the marks of sections before their headings and paragraphs, as
`(O-S)`, and before what names entries that bear one. `style: large` sets the memo in large type, `paper: Letter`
on American paper.

In a Word template `{{ sections.recommendation | ticks("Agreed", "Not agreed") }}` puts these boxes after each
item, and a document property of its own named *Citations* (File ▸ Info ▸ Properties ▸ Advanced Properties in Word)
says how it cites: footnotes, inline, endlist or none. A paragraph that is numbered numbers the paragraphs of the
section whose tag it holds. The marking stands at the head of each page where no tag names it, and so does DRAFT on
a draft. Portion marks that a brief has are printed as in any memo; a property *Portion marks* that says yes lets
them be chosen beside each section. In a header or footer, where Word has no notes, a citation names its source in
brackets.

`style: office.docx` gives the Word file the look of a document of your office, such as a memo that was sent: its
fonts and styles, its lists, its page, header and footer. Put it beside the template; its own words are left out,
and the marking of the memo is put at the head of each page where its header has none. Preview and PDF take its
fonts, sizes, colours, page size and margins. A document with tags is a template itself.

## What the check says

`briefer templates check FILE` says all that is wrong with a template in one go, a Word document's too: names that
there are not, tags and loops that are not closed, filters misspelt, sections that nobody would see. Each problem has
its line, or in Word its part, paragraph and the words there, and what would be right. A warning stops no export.
`briefer templates import FILE` puts a copy among your own templates.
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
