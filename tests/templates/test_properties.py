"""What holds for the memo of any brief in each built-in template."""

from collections.abc import Callable, Iterator
from itertools import cycle

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import briefs

from briefer.memo.blocks import Heading, ListItem, Memo, Run, Table, block_runs
from briefer.memo.plain import memo_text
from briefer.model.brief import Brief
from briefer.model.entries import title_of
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import built_in_templates, find_template
from briefer.text.escape import RESERVED, xml_safe

TEMPLATES = st.sampled_from(list(built_in_templates()))
ANNEXES = ("quotations", "sources", "passages")
HOSTILE = [
    "# h", "- x", "1. y", "| a | b |", "> q", "```", "~~~\nx", "{{ 7*7 }}", "{% if %}", "{# c", "<b>x</b>", "*e* _f_ `g`",
    "**", "[a](https://b.c)", "[@x1]", "    code", "a\n\nb", "a\n- b", "\\newpage", "{: .kicker}", "---", "===",
    "a\ue000\ue010\ue001", "x\x00\x02\x03", "&amp;&#xE000;", "a\r\nb", "T\n:   d", "“q”", "\\", "https://a.b/c", "a  \nb",
]  # fmt: skip

some = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _changed(brief: Brief, change: Callable[[str], str]) -> Brief:
    """The brief with every plain value changed."""

    def fields(entry, *names: str):
        return replace(entry, **{name: change(getattr(entry, name)) for name in names})

    return replace(
        brief,
        title=change(brief.title),
        header={key: change(value) for key, value in brief.header.items()},
        actors=tuple(
            replace(fields(actor, "name", "role", "affiliation", "stance"), aliases=tuple(map(change, actor.aliases)))
            for actor in brief.actors
        ),
        actions=tuple(fields(action, "summary", "date") for action in brief.actions),
        stakes=tuple(fields(stake, "summary", "horizon") for stake in brief.stakes),
        quotes=tuple(fields(quote, "text", "speaker_text", "date", "context") for quote in brief.quotes),
    )


def _shape(memo: Memo) -> Iterator[object]:
    """The structure: types of blocks, the template's own headings, tables with what is filled in them."""
    for block in memo.blocks:
        match block:
            case Heading():
                yield block.level, "" if block.level == 1 else "".join(run.text for run in block.runs)
            case ListItem():
                yield block.list_number, block.ordered, block.level, block.first
            case Table():
                yield [[bool(cell) for cell in row] for row in (block.header, *block.rows)]
            case _:
                yield type(block)


def _lines(memo: Memo) -> Iterator[list[Run]]:
    """The runs of each paragraph, item or row."""
    for block in memo.blocks:
        if isinstance(block, Table):
            yield from ([run for cell in row for run in cell] for row in block.rows)
        else:
            yield list(block_runs(block))


@some
@given(briefs(), TEMPLATES, st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=5))
def test_the_characters_of_a_value_change_no_structure(brief: Brief, template, values: list[str]) -> None:
    hostile, plain = cycle(values), "word"
    choices = Choices(citations="footnotes", annexes=ANNEXES)
    memos = [
        build_memo(_changed(brief, change), template, choices)
        for change in (
            lambda value: next(hostile) if value.strip() else "",
            lambda value: plain if value.strip() else "",
        )
    ]
    assert list(_shape(memos[0])) == list(_shape(memos[1]))


@some
@given(briefs(), TEMPLATES, st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=5), st.booleans())
def test_runs_are_clean_and_hold_no_marker(brief: Brief, template, values: list[str], inline: bool) -> None:
    hostile = cycle(values)
    brief = replace(brief, sections={"summary": "\n\n".join(values), **brief.sections})
    memo = build_memo(
        _changed(brief, lambda value: next(hostile) if value else ""),
        template,
        Choices(citations="inline" if inline else "footnotes", annexes=ANNEXES, notes=True),
    )
    notes = [run for note in memo.notes for runs in (*note.paragraphs, note.short) for run in runs]
    for run in [*(run for block in memo.blocks for run in block_runs(block)), *notes]:
        assert run.text == xml_safe(run.text)
        assert not RESERVED.search(run.text)
        assert not {"\r", "\x02", "\x03"} & set(run.text)
    known = {item.id for item in brief.citables()}
    assert {run.entry for block in memo.blocks for run in block_runs(block)} <= known | {""}


@some
@given(briefs(), st.sampled_from(["information-note", "reference-sheet"]))
def test_every_title_is_in_the_memo_that_is_for_all_of_them(brief: Brief, name: str) -> None:
    live = replace(brief, taken_over={})  # a part that is written holds what was written
    memo = build_memo(live, find_template(name), Choices(citations="footnotes"))
    text = " ".join(memo_text(memo).split())
    for entry in brief.entries():
        title = " ".join(xml_safe(title_of(entry)).split())
        assert title in text or title[:1].upper() + title[1:] in text


@some
@given(briefs(), TEMPLATES)
def test_every_header_value_is_in_the_memo(brief: Brief, template) -> None:
    memo = build_memo(brief, template)
    text = " ".join(f"{memo_text(memo)} {memo.facts.marking}".split())
    for field in template.front.header:
        if field.type != "date":
            assert " ".join(brief.header.get(field.id, "").split()) in text


@some
@given(briefs(), TEMPLATES)
def test_what_came_from_an_entry_with_evidence_has_a_note(brief: Brief, template) -> None:
    memo = build_memo(brief, template, Choices(citations="footnotes"))
    order = []
    for runs in _lines(memo):
        noted = {run.entry for run in runs if run.note}
        order += [run.note for run in runs if run.note]
        said = {run.entry for run in runs if run.text and run.entry}
        rests = {ident for ident in said if (item := brief.citable(ident)) and item.evidence}
        assert noted or not rests or all(ident.startswith("a") for ident in rests)
        assert {ident for ident in rests if not ident.startswith("a")} <= noted
    assert list(dict.fromkeys(order)) == list(range(1, len(memo.notes) + 1))
    texts = [note.paragraphs for note in memo.notes]
    assert all(paragraphs and paragraphs[0] for paragraphs in texts)
