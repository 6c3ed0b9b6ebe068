from briefer.memo.blocks import Block, Heading, ListItem, Numbered, Paragraph, Quotation, Run, Runs, Table
from briefer.memo.dressing import dressed, marked, with_ticks
from briefer.memo.inserts import Inserts, Prose
from briefer.memo.markdown import Slot, read_blocks, read_parts

NONE = lambda ident: None  # noqa: E731


def words(text: str) -> Runs:
    return (Run(text),)


def said(blocks: list[Block]) -> list[str]:
    return ["".join(run.text for run in getattr(block, "runs", ())) for block in blocks]


def test_a_style_goes_to_the_paragraphs_of_a_section() -> None:
    assert dressed(Paragraph(words("x")), "bottom-line") == Paragraph(words("x"), "bottom-line")
    assert dressed(ListItem(words("x"), 1), "bottom-line") == ListItem(words("x"), 1)
    assert dressed(ListItem(words("x"), 1), "box").style == "box"
    assert dressed(Heading(3, words("x")), "box") == Heading(3, words("x"))
    block = Paragraph(words("x"))
    assert dressed(block, "") is block


def test_among_questions_what_asks_is_one() -> None:
    texts = ("Who pays?", "We do.", "“Who?”", "Why [x]? *really?*")
    styles = [dressed(Paragraph(words(text)), "questions").style for text in texts]
    assert styles == ["question", "plain", "question", "question"]


def test_a_line_to_tick_stands_after_each_item_with_all_that_belongs_to_it() -> None:
    blocks: list[Block] = [
        Paragraph(words("That you:")),
        ListItem(words("a"), 1, ordered=True),
        ListItem(words("more"), 1, ordered=True, first=False),
        ListItem(words("dot"), 2, level=1),
        ListItem(words("b"), 1, ordered=True),
    ]
    found = list(with_ticks(blocks, ("Agreed", "Not agreed")))
    line = "☐\u00a0Agreed\u2003☐\u00a0Not agreed"
    assert said(found) == ["That you:", "a", "more", "dot", line, "b", line]
    ticks = [block for block in found if isinstance(block, ListItem) and block.style == "ticks"]
    assert [(tick.list_number, tick.ordered, tick.level, tick.first) for tick in ticks] == [(1, True, 0, False)] * 2


def test_without_a_list_it_stands_after_each_paragraph() -> None:
    found = list(with_ticks([Paragraph(words("a")), Quotation(words("q")), Paragraph(words("b"))], ("Noted",)))
    assert said(found) == ["a", "☐\u00a0Noted", "q", "b", "☐\u00a0Noted"]
    assert list(with_ticks([], ("Noted",))) == []


def test_a_portion_mark_stands_before_the_words_of_each_part() -> None:
    for block in (Heading(2, words("x")), Paragraph(words("x")), ListItem(words("x"), 1), Numbered(words("x"), "1.")):
        assert said([marked(block, "O-S")]) == ["(O-S) x"]
    table = marked(Table((words("Head"), words("er")), ((words("a"), words("b")),)), "U")
    assert table.header == ((Run("(U) "), Run("Head")), words("er"))
    for block in (ListItem(words("x"), 1, first=False), Numbered(words("x")), Paragraph(words("x"), "ticks")):
        assert marked(block, "U") is block


def test_a_template_s_style_under_a_section_goes_with_it() -> None:
    inserts = Inserts()
    marker = inserts.keep(Prose("One.\n\n- two", "points"))
    assert read_parts(f"## A\n\n{marker}\n{{: .box}}", inserts, NONE).parts[1] == Slot("points", 2, "box")
    assert [block.style for block in read_blocks(f"{marker}\n{{: .box}}", inserts, NONE)] == ["box", "box"]


def test_a_style_under_nothing_is_no_paragraph() -> None:
    assert read_blocks("## A\n\n{: .box}\n", Inserts(), NONE) == (Heading(2, words("A")),)
    assert said(list(read_blocks("A brace {: .box} in words", Inserts(), NONE))) == ["A brace {: .box} in words"]
