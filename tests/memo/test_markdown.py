import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import (
    Code,
    Field,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Run,
    Table,
    block_runs,
)  # fmt: skip
from briefer.memo.inserts import Cited, Inserts, Prose, Words
from briefer.memo.markdown import read_blocks, read_prose
from briefer.text.escape import RESERVED


def cite(ident: str) -> tuple[int, ...] | None:
    return {"x1": (1,), "p1": (2, 3), "a1": ()}.get(ident)


def blocks(markdown: str, inserts: Inserts | None = None):
    return list(read_blocks(markdown, inserts or Inserts(), cite))


def text(block) -> str:
    return "".join(run.text or f"^{run.note}" for run in block_runs(block))


def test_each_construct_becomes_its_block() -> None:
    found = blocks(
        "# Title\n\nTo\n:   Director-General\n\n---\n\n## Part\n\nWords.\n\n> Said.\n\n- one\n\n1. first\n\n"
        "| A | B |\n|---|--:|\n| x | y |\n\n```\ncode *here*\n```\n\n\\newpage\n\nLast\n{: .kicker}\n"
    )
    assert found == [
        Heading(1, (Run("Title"),)),
        Field("To", (Run("Director-General"),)),
        Rule(),
        Heading(2, (Run("Part"),)),
        Paragraph((Run("Words."),)),
        Quotation((Run("Said."),)),
        ListItem((Run("one"),), 1),
        ListItem((Run("first"),), 2, ordered=True),
        Table(((Run("A"),), (Run("B"),)), (((Run("x"),), (Run("y"),)),), ("", "right")),
        Code("code *here*"),
        PageBreak(),
        Paragraph((Run("Last"),), "kicker"),
    ]


def test_emphasis_code_and_links_are_runs() -> None:
    (paragraph,) = blocks("a **b *c*** `d` [e](https://f.g/?h=i&j=k)")
    assert paragraph.runs == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d", code=True),
        Run(" "),
        Run("e", link="https://f.g/?h=i&j=k"),
    )


def test_all_words_are_plain_strings_that_can_be_stored() -> None:
    for typed in (
        "See http://a.example/x for it.",
        "![](http://a.example/x.png)",
        "`a` <http://a.example>",
        "a & b &amp; c",
    ):
        assert {type(run.text) for block in blocks(typed) for run in block.runs} == {str}


def test_a_link_that_is_no_web_or_mail_address_is_only_its_text() -> None:
    (paragraph,) = blocks("[a](javascript:alert(1)) [b](file:///etc/passwd) [c](//host/share)")
    assert {run.link for run in paragraph.runs} == {""}


def test_what_a_memo_cannot_hold_is_shown_as_typed() -> None:
    (paragraph,) = blocks("<b>x</b> ![p](http://a/b.png) <!-- c --> &lt; &copy; \\* 2 * 3")
    assert text(paragraph) == "<b>x</b> ![p](http://a/b.png) <!-- c --> < © * 2 * 3"


@pytest.mark.parametrize(
    "row", ["| a | b | It ordered it. |", "| a | b | It ordered | it.", "a | b | It ordered it."]
)
def test_words_of_a_row_that_have_no_column_stay_in_its_last_cell(row: str) -> None:
    (table,) = read_prose(f"| A | B |\n| - | - |\n{row}", cite)
    assert isinstance(table, Table)
    assert table.rows == (((Run("a"),), (Run("b It ordered it."),)),)


def test_a_citation_stands_at_the_end_of_its_sentence() -> None:
    (paragraph,) = read_prose("It ordered it. [@x1] It costs. [@p1; @a1] Yes. [@own]", cite)
    assert text(paragraph) == "It ordered it.^1 It costs.^2^3 Yes."
    assert [run.entry for run in paragraph.runs if run.note] == ["x1", "p1", "p1"]


def test_a_link_of_a_section_that_is_no_address_is_shown_as_typed() -> None:
    (paragraph,) = read_prose('[a](javascript:alert(1)) [b](Annex *1* "t")', cite)
    assert text(paragraph) == '[a](javascript:alert(1)) [b](Annex *1* "t")'
    assert {run.link for run in paragraph.runs} == {""}


def test_an_unknown_citation_is_shown_as_typed() -> None:
    (paragraph,) = read_prose("So. [@zz9] And", cite)
    assert text(paragraph) == "So. [@zz9] And"


def test_lists_as_people_type_them() -> None:
    found = read_prose("Points:\n- a\n  - b\n    - c\n- d\n\n  more\n- e\n\n1) x\n2) y\n\nin\n2024. It", cite)
    shown = [(b.level, b.ordered, b.first, text(b)) for b in found if isinstance(b, ListItem)]
    assert shown == [
        (0, False, True, "a"),
        (1, False, True, "b"),
        (2, False, True, "c"),
        (0, False, True, "d"),
        (0, False, False, "more"),
        (0, False, True, "e"),
        (0, True, True, "x"),
        (0, True, True, "y"),
    ]
    assert [text(b) for b in found if isinstance(b, Paragraph)] == ["Points:", "in\n2024. It"]


def test_two_lists_are_two_lists() -> None:
    found = blocks("1. a\n2. b\n\nbetween\n\n1. c")
    assert [b.list_number for b in found if isinstance(b, ListItem)] == [1, 1, 2]


def test_a_line_end_breaks_the_line_in_a_section_and_not_in_a_template() -> None:
    assert text(read_prose("a\nb", cite)[0]) == "a\nb"
    assert text(blocks("a\nb")[0]) == "a b"


@pytest.mark.parametrize("blank", ["", " ", "   ", "\t", "     \t "])
def test_a_line_of_blanks_parts_paragraphs(blank: str) -> None:
    assert read_prose(f"a\n{blank}\nb", cite) == (Paragraph((Run("a"),)), Paragraph((Run("b"),)))
    assert read_prose(f"> a\n>{blank}\n> b", cite) == (Quotation((Run("a"),)), Quotation((Run("b"),)))
    assert blocks(f"- a\n{blank}\nb")[1] == Paragraph((Run("b"),))


def test_a_line_of_dashes_under_a_quotation_is_no_part_of_it() -> None:
    assert read_prose("> a\n---\nb", cite) == (Quotation((Run("a"),)), Rule(), Paragraph((Run("b"),)))


@pytest.mark.parametrize("indent", range(4))
def test_a_heading_may_be_indented_and_ends_a_list(indent: int) -> None:
    heading = f"{' ' * indent}# L"
    assert read_prose(heading, cite) == (Heading(1, (Run("L"),)),)
    for between in ("\n", "\n\n"):
        assert [text(block) for block in read_prose(f"- a{between}{heading}\nb", cite)] == ["a", "L", "b"]


def test_the_parts_of_an_item_keep_their_order() -> None:
    assert [text(block) for block in read_prose("- a\n\n    # L\n\n    b", cite)] == ["a", "L", "b"]


def test_a_value_never_changes_the_structure() -> None:
    inserts = Inserts()
    value = "# no\n\n- heading | *nor* list\n```\n{{ 7*7 }} [@x1]"
    marker = inserts.keep(Words(value, "a1"))
    found = blocks(f"## {marker}\n\n- {marker}\n\n| A |\n|---|\n| {marker} |\n\n{marker}\n", inserts)
    assert [type(block) for block in found] == [Heading, ListItem, Table, Paragraph]
    assert all(run == Run(value, entry="a1") for block in found for run in block_runs(block) if run.text != "A")


def test_a_section_cannot_reach_beyond_its_place() -> None:
    inserts = Inserts()
    section = inserts.keep(Prose("Open:\n\n```\nnever closed"))
    found = blocks(f"## One\n\n{section}\n\n## Two\n\nText", inserts)
    assert [type(block) for block in found] == [Heading, Paragraph, Code, Heading, Paragraph]


def test_headings_of_a_section_go_under_the_template_s_own() -> None:
    inserts = Inserts()
    section = inserts.keep(Prose("# Top\n\n#### Deep\n\nx"))
    assert [block.level for block in blocks(f"## One\n\n{section}", inserts) if isinstance(block, Heading)] == [
        2,
        3,
        4,
    ]


def test_notes_of_a_value_lose_the_space_before_them() -> None:
    inserts = Inserts()
    (paragraph,) = blocks(f"Words {inserts.keep(Cited((4, 5), 'x1'))} go on", inserts)
    assert text(paragraph) == "Words^4^5 go on"


@given(st.text(max_size=200))
def test_any_value_comes_out_as_it_went_in(value: str) -> None:
    from briefer.text.escape import xml_safe

    inserts = Inserts()
    clean = RESERVED.sub("", xml_safe(value))
    found = blocks(f"a {inserts.keep(Words(clean))} b", inserts)
    assert "".join(text(block) for block in found) == f"a {clean} b"


@given(st.text(alphabet="ab*_`[](){}<>#-+=|~:.1\n @x!&;\\\ue000\ue010\ue001\x02\x03", max_size=120))
def test_no_text_breaks_the_reader_and_no_placeholder_is_left(typed: str) -> None:
    for block in read_prose(RESERVED.sub("", typed), cite):
        shown = text(block) if not isinstance(block, Code) else block.text
        assert not RESERVED.search(shown)
        assert not {"\x02", "\x03"} & set(shown)
        assert "klzzwxh" not in shown
        assert "wzxhzdk" not in shown
