"""Three of the built-in templates as tagged Word documents, for an office to restyle and make its own.

``python -m briefer.house.examples`` writes them anew; tests hold that the files are what this code makes, and that
they say what their Markdown twins say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import cycle

from briefer.memo.blocks import (
    Block,
    Facts,
    Field,
    Heading,
    ListItem,
    Memo,
    Numbered,
    Paragraph,
    Rule,
    Run,
    Runs,
    Table,
)
from briefer.office.package import ROOT, Package
from briefer.paths import resources
from briefer.render.word.names import DECLARATION, DOCUMENT, R
from briefer.render.word.package import zip_parts
from briefer.render.word.paragraph import DEFAULT_STYLE, paragraph_xml
from briefer.render.word.runs import text_runs
from briefer.render.word.writer import memo_parts
from briefer.templates.word_examples import example_path

_LABELS = (
    ("to", "To"),
    ("through", "Through"),
    ("from", "From"),
    ("copies", "Copies"),
    ("date", "Date"),
    ("reference", "Reference"),
    ("type", "Type"),
    ("critical_date", "Critical date"),
    ("critical_reason", "Reason for the date"),
    ("contact", "Contact"),
)
_DATES = ("date", "critical_date")
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{0}</Properties>'
)
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{0}" name="{1}"><vt:lpwstr>{2}</vt:lpwstr>'
    "</property>"
)
_SHARES = {"Actor": (24, 26, 50), "Level": (14, 61, 25)}
"""Title of a table's first column → what each column has of its width, in hundredths."""
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_WIDTH = re.compile(r'(<w:(?:gridCol|tcW) w:w=")\d+')
_WHEN = "{% if action.date %}"
_BY = "{% if action.actors %}, {{ action.actors | names }}{% endif %}"
_IF_QUOTES = "{%p if quotes | rejectattr('actors') | list %}"
_IF_QUOTES_XML = paragraph_xml(DEFAULT_STYLE, text_runs(_IF_QUOTES))
_DONE = "{{ action.summary | sentence }}{{ action | cite }}"


def example(ident: str) -> bytes:
    """The Word document of a built-in template, the same bytes on every machine; KeyError for one that has none."""
    facts, blocks, properties = EXAMPLES[ident]
    parts = memo_parts(Memo(facts, tuple(blocks())))
    parts[DOCUMENT] = _TABLE.sub(_with_widths, _with_gaps_in_place(parts[DOCUMENT]))
    package = Package({name: part.encode() for name, part in parts.items()})
    if properties:
        said = "".join(_PROPERTY.format(number, *each) for number, each in enumerate(properties.items(), 2))
        part = package.add("docProps/custom.xml", _PROPERTIES_TYPE, _PROPERTIES.format(said).encode())
        package.relate(ROOT, f"{R}/custom-properties", part)
    return zip_parts({name: data.decode() for name, data in package.parts().items()}, compress=False)


def _with_gaps_in_place(document: str) -> str:
    """The narrow line after a table is left out where a block ends, and goes into the loop that may follow."""
    gap = paragraph_xml("TableGap", "")
    last = paragraph_xml(DEFAULT_STYLE, text_runs("{%p endblock %}"))
    return document.replace(f"{gap}{last}", last).replace(f"{gap}{_IF_QUOTES_XML}", f"{_IF_QUOTES_XML}{gap}")


def _with_widths(table: re.Match[str]) -> str:
    """A table with columns as wide as what will stand in them asks for, and not as its tags do."""
    total = sum(int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', table[0]))
    shares = next(shares for title, shares in _SHARES.items() if f">{title}<" in table[0])
    widths = cycle([total * share // 100 for share in shares])
    return _WIDTH.sub(lambda found: f"{found[1]}{next(widths)}", table[0])


def _information_note() -> Iterator[Block]:
    yield from _head(
        "Information note", "to through from copies date reference type critical_date critical_reason contact"
    )
    for title, section in (("Summary", "summary"), ("Issue", "issue"), ("Background", "background")):
        yield from (_heading(title), _line(f"{{{{ sections.{section} }}}}"))
    yield _heading("Current status")
    yield from _status("actions | by_date if action.date or not action.actors", by_name=False)
    yield _heading("Key actors")
    yield _line("{%p block key_actors %}")
    notes = (
        "{% if not (actor.actions + actor.quotes) | selectattr('passages') | list %}{{ actor | cite(1) }}{% endif %}"
    )
    deeds = (
        "{% for action in actor.actions %}{{ action.summary | oneline | sentence }}{{ action | cite }} {% endfor %}"
        "{% for quote in actor.quotes %}{{ quote.text | oneline | quotation }}{{ quote | cite }} {% endfor %}"
    )
    yield _table(
        ("Actor", "Role", "What they did and said"),
        "actor in actors",
        (f"{{{{ actor.name | oneline }}}}{notes}", "{{ actor.description | oneline | capital }}", deeds),
    )
    yield _line(_IF_QUOTES)
    yield _line("{%p for quote in quotes if not quote.actors %}")
    speaker = ("{% if quote.speaker %}", "{{ quote.speaker | oneline }}", ": {% endif %}")
    yield _item(*_bold_middle(speaker), Run("{{ quote.text | oneline | quotation }}{{ quote | cite }}"))
    yield from (_line("{%p endfor %}"), _line("{%p endif %}"), _line("{%p endblock %}"))
    yield _heading("What is at stake")
    yield from _stakes()
    for title, section in (("Considerations", "considerations"), ("Next steps", "next_steps")):
        yield from (_heading(title), _line(f"{{{{ sections.{section} }}}}"))


def _decision_note() -> Iterator[Block]:
    yield from _head("Decision note", "to through from copies date reference type contact")
    yield from (_heading("Issue"), _numbered("{{ sections.issue }}"))
    yield _heading("Recommendations")
    yield _numbered('{{ sections.recommendation | ticks("Agreed", "Not agreed", "Please discuss") }}')
    yield _heading("Critical date")
    yield _line("{%p if header.critical_date or header.critical_reason %}")
    until = ("{% if header.critical_date %}", "{{ header.critical_date | date }}", ": {% endif %}")
    yield Numbered((*_bold_middle(until), Run("{{ header.critical_reason | oneline | sentence }}")), "1.")
    yield _line("{%p endif %}")
    yield from (_heading("Background"), _numbered("{{ sections.background }}"))
    yield from _status("actions | by_date", by_name=True)
    yield from (_heading("Considerations"), _numbered("{{ sections.considerations }}"))
    yield from (_heading("Options"), _numbered("{{ sections.options }}"))
    yield from (_heading("Consultation"), _numbered("{{ sections.consultation }}"))
    yield from (_heading("Implications"), _numbered("{{ sections.implications }}"))
    yield from _stakes()
    yield _line("{%p if sections.recommendation %}")
    yield _heading("Signature")
    yield Paragraph((Run('{{ header.to or "Decided by" }}'),), "signature")
    yield Paragraph((Run("Date"),), "signature")
    yield _line("{%p endif %}")


def _action_memo() -> Iterator[Block]:
    kind = '{{ "Information memo" if header.type == "For information" else "Action memo" }}'
    yield from _head(kind, "to through from copies date reference critical_date critical_reason")
    yield _heading("Bottom line up front")
    yield Paragraph((Run("{{ sections.summary }}"),), "bottom-line")
    yield _heading("Recommendations")
    yield _line('{{ sections.recommendation | ticks("Approve", "Disapprove") }}')
    yield _line("{%p if sections.recommendation and header.critical_date %}")
    deadline = Run("{{ header.critical_date | date }}", bold=True)
    yield Paragraph((Run("Approve or disapprove by "), deadline, Run(".")))
    yield _line("{%p endif %}")
    yield from (_heading("Background"), _line("{{ sections.background }}"))
    yield from _status("actions | by_date", by_name=True)
    yield from (_heading("Analysis"), _line("{{ sections.considerations }}"))
    yield from (_heading("Attachments"), _line("{{ sections.attachments }}"))
    yield _heading("Prepared by")
    contact = "{{ header.from }}{% if header.from %}, {% endif %}{{ header.contact }}"
    yield _line(f"{{% if header.contact %}}{contact}{{% endif %}}")


def _facts(title: str, **others: str) -> Facts:
    marking, reference = "{{ header.marking }}", "{{ header.reference }}"
    return Facts(title=title, marking=marking, reference=reference, **others)  # type: ignore[arg-type]


EXAMPLES: dict[str, tuple[Facts, Callable[[], Iterator[Block]], dict[str, str]]] = {
    "information-note": (_facts("Information note"), _information_note, {}),
    "decision-note": (_facts("Decision note"), _decision_note, {}),
    "action-memo": (
        _facts("Action memo", language="en-US", paper="Letter"),
        _action_memo,
        {"Citations": "inline", "Portion marks": "yes"},
    ),
}
"""By the template's id: what is true of the document, its blocks, and what properties of its own ask of a memo."""


def _head(kicker: str, fields: str) -> Iterator[Block]:
    yield Paragraph((Run(kicker),), "kicker")
    yield Heading(1, (Run('{{ header.subject or brief.title or "Untitled memo" }}'),))
    yield Rule()
    asked = fields.split()
    yield _line(f"{{%p if {' or '.join(f'header.{ident}' for ident in asked)} %}}")
    for ident, label in _LABELS:
        if ident in asked:
            spoken = " | date" if ident in _DATES else ""
            yield _line(f"{{%p if header.{ident} %}}")
            yield Field(label, (Run(f"{{{{ header.{ident}{spoken} }}}}"),))
            yield _line("{%p endif %}")
    yield Rule()
    yield _line("{%p endif %}")


def _status(loop: str, *, by_name: bool) -> Iterator[Block]:
    others = "{% elif action.actors %}{{ action.actors | names }}: {% endif %}" if by_name else "{% endif %}"
    yield _line("{%p block current_status %}")
    yield _line(f"{{%p for action in {loop} %}}")
    when = Run("{{ action.date | oneline | capital }}", bold=True)
    yield _item(Run(_WHEN), when, Run(f"{_BY}: {others}{_DONE}"))
    yield from (_line("{%p endfor %}"), _line("{%p endblock %}"))


def _stakes() -> Iterator[Block]:
    yield _line("{%p block at_stake %}")
    words = "{{ stake.summary | oneline }}{{ stake | cite }}"
    yield _table(
        ("Level", "Stake", "By when"),
        "stake in stakes | by_level",
        ("{{ stake.level | capitalize }}", words, "{{ stake.horizon | oneline | capital }}"),
    )
    yield _line("{%p endblock %}")


def _heading(title: str) -> Heading:
    return Heading(2, (Run(title),))


def _line(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def _numbered(words: str) -> Numbered:
    return Numbered((Run(words),), "1.")


def _item(*runs: Run) -> ListItem:
    return ListItem(runs, 1)


def _bold_middle(words: tuple[str, str, str]) -> Runs:
    before, middle, after = words
    return Run(before), Run(middle, bold=True), Run(after)


def _table(titles: tuple[str, ...], loop: str, cells: tuple[str, ...]) -> Table:
    """A table with one row that a loop repeats: the tags stand in its first and in its last cell."""
    first, *between, last = cells
    tagged = (f"{{%tr for {loop} %}}{first}", *between, f"{last}{{%tr endfor %}}")
    return Table(tuple((Run(title),) for title in titles), (tuple((Run(words),) for words in tagged),))


if __name__ == "__main__":
    (resources() / "templates" / "word").mkdir(exist_ok=True)
    for name in EXAMPLES:
        example_path(name).write_bytes(example(name))
