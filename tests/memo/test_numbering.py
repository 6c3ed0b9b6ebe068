from briefer.memo.blocks import Block, Heading, ListItem, Numbered, PageBreak, Paragraph, Quotation, Run, Runs
from briefer.memo.numbering import numbered


def words(text: str) -> Runs:
    return (Run(text),)


def heading(text: str, level: int = 2) -> Heading:
    return Heading(level, words(text))


def text(name: str, style: str = "") -> Paragraph:
    return Paragraph(words(name), style)


def item(name: str, number: int = 1, level: int = 0, *, ordered: bool = True, first: bool = True) -> ListItem:
    return ListItem(words(name), number, ordered, level, first)


def shown(*blocks: Block) -> list[str]:
    """Each block as its number, or the kind that it is, and its words."""
    lines = []
    for block in numbered(blocks):
        mark = block.number or "+" if isinstance(block, Numbered) else type(block).__name__[0]
        lines.append(f"{mark} {''.join(run.text for run in getattr(block, 'runs', ()))}".strip())
    return lines


def test_paragraphs_are_numbered_through_the_memo_from_its_first_section_on() -> None:
    blocks = (
        text("kick"),
        heading("Title", 1),
        text("before"),
        heading("A"),
        text("a"),
        text("b"),
        heading("B"),
        text("c"),
    )
    assert shown(*blocks) == ["P kick", "H Title", "P before", "H A", "1. a", "2. b", "H B", "3. c"]


def test_a_numbered_list_goes_a_level_deeper_under_a_paragraph_and_restarts_under_the_next() -> None:
    blocks = (heading("A"), text("that"), item("x"), item("y"), text("and"), item("z", 2))
    assert shown(*blocks) == ["H A", "1. that", "1.1 x", "1.2 y", "2. and", "2.1 z"]


def test_a_numbered_list_straight_under_a_heading_is_paragraphs() -> None:
    blocks = (heading("A"), text("that"), heading("B"), item("x"), item("y"), text("and"))
    assert shown(*blocks) == ["H A", "1. that", "H B", "2. x", "3. y", "4. and"]


def test_items_inside_items_and_their_further_paragraphs() -> None:
    blocks = (heading("A"), text("that"), item("x"), item("more", first=False), item("in", level=1), item("y"))
    assert shown(*blocks) == ["H A", "1. that", "1.1 x", "+ more", "1.1.1 in", "1.2 y"]


def test_bullets_stay_a_list_of_their_own() -> None:
    blocks = (heading("A"), item("x"), item("dot", 2, 1, ordered=False), item("deep", 2, 2, ordered=False), item("y"))
    made = list(numbered(blocks))
    assert shown(*blocks) == ["H A", "1. x", "L dot", "L deep", "2. y"]
    assert [block.level for block in made if isinstance(block, ListItem)] == [0, 1]
    under = (heading("A"), item("dot", 1, ordered=False), item("one", 2, 1))
    assert shown(*under) == ["H A", "L dot", "L one"]


def test_what_has_a_style_or_is_no_paragraph_bears_no_number() -> None:
    blocks = (
        heading("A"),
        text("s", "signature"),
        text("p", "plain"),
        Quotation(words("q")),
        text("a"),
        text("t", "ticks"),
    )
    assert shown(*blocks) == ["H A", "P s", "P p", "Q q", "1. a", "+ t"]


def test_numbers_end_where_the_annexes_begin() -> None:
    blocks = (heading("A"), text("a"), PageBreak(), heading("Annex"), text("b"), item("c"))
    assert shown(*blocks) == ["H A", "1. a", "P", "H Annex", "P b", "L c"]


def test_numbers_go_no_deeper_than_word_can() -> None:
    deep = [item(str(level), level=level) for level in range(12)]
    levels = [block.level for block in numbered((heading("A"), text("a"), *deep)) if isinstance(block, Numbered)]
    assert max(levels) == 8


def test_a_block_is_made_once() -> None:
    asked: list[tuple[Block, object]] = []

    def make(block: Block, key: object, made) -> Block:
        asked.append((block, key))
        return made()

    paragraph = text("a")
    list(numbered((heading("A"), paragraph), make))
    assert asked == [(paragraph, Numbered(paragraph.runs, "1."))]


def test_bullets_after_numbered_items_are_as_deep_as_they_were_written() -> None:
    def bullet(level: int) -> ListItem:
        return ListItem((Run("bullet"),), 2, level=level)

    def item(level: int) -> ListItem:
        return ListItem((Run("numbered"),), 1, ordered=True, level=level)

    head = Heading(2, (Run("Part"),))
    for between in ((), (head,)):
        blocks = (head, item(0), item(1), *between, bullet(0), bullet(1), bullet(2))
        after = [block for block in numbered(blocks) if isinstance(block, ListItem)]
        assert [block.level for block in after] == [0, 1, 2]
    under = [
        block for block in numbered((head, item(0), item(1), bullet(2), bullet(1))) if isinstance(block, ListItem)
    ]
    assert [block.level for block in under] == [0, 0]
