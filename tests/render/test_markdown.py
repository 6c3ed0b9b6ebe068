"""The Markdown writer: what it says, and that each dialect reads it back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from memo_samples import memo_of, rich_memo

from briefer.memo.blocks import Code, Facts, Field, Heading, ListItem, Memo, Note, Paragraph, Quotation, Run, Table
from briefer.render.markdown import write_markdown
from briefer.render.markdown_runs import markdown_runs
from briefer.text.escape import escape_markdown, xml_safe

EXPECTED = Path(__file__).parents[1] / "expected" / "markdown" / "rich.md"
IN_ONE_CALL = settings(
    deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
"""For many examples read by one call of pandoc; shrinking them would take minutes."""
DIALECTS = ("markdown-smart", "gfm+footnotes", "commonmark_x-smart")


def body(*blocks, notes=()) -> str:
    return write_markdown(memo_of(*blocks, notes=notes)).decode().split("---\n\n", 1)[1].rstrip("\n")


def pandoc(text: str, reader: str, writer: str) -> str:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    done = subprocess.run(
        ["pandoc", "-f", reader, "-t", writer, "--fail-if-warnings", "--wrap=none"],
        input=text.encode(),
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def words_of(inlines: list) -> str:
    """The text of pandoc's inline elements."""
    text = ""
    for inline in inlines:
        match inline["t"]:
            case "Str":
                text += inline["c"]
            case "Space" | "SoftBreak":
                text += " "
            case "LineBreak":
                text += "\n"
            case "Code":
                text += inline["c"][1]
            case "Link" | "Span":
                text += words_of(inline["c"][1])
            case "Emph" | "Strong":
                text += words_of(inline["c"])
            case "Note":
                text += "[note]"
            case other:
                raise AssertionError(f"{other} in {inlines}")
    return text


def blocks_of(text: str, reader: str) -> list:
    return json.loads(pandoc(text, reader, "json"))["blocks"]


def unlike(found: list[str], expected: list[str]) -> list[tuple[str, str]]:
    assert len(found) == len(expected)
    return [pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1]]


def squeezed(text: str) -> str:
    """NFC lines with their white space made one space, as pandoc makes it."""
    text = unicodedata.normalize("NFC", text)
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def test_the_rich_memo_is_as_expected(renew: bool) -> None:
    written = write_markdown(rich_memo())
    if renew:
        EXPECTED.write_bytes(written)
    assert written.decode() == EXPECTED.read_text("utf-8")


@pytest.mark.parametrize("reader", ["markdown", "gfm+footnotes", "commonmark_x"])
def test_pandoc_reads_the_rich_memo_without_warnings(reader: str) -> None:
    assert "[note]" not in pandoc(write_markdown(rich_memo()).decode(), reader, "plain")


@pytest.mark.parametrize("reader", ["markdown", "gfm+footnotes"])
def test_pandoc_finds_each_block(reader: str) -> None:
    kinds = [block["t"] for block in blocks_of(write_markdown(rich_memo()).decode(), reader)]
    head = ["Header", "Para", "Header", "Para", "Para", "Para", "Header"]
    lists = ["BulletList", "RawBlock", "BulletList", "OrderedList", "BlockQuote", "OrderedList"]
    numbered = ["Header", "Para", "BulletList", "Para", "Para", "BlockQuote", "Para", "Para", "Para", "Para"]
    assert kinds == [*head, *lists, "Table", *numbered, "Header", "CodeBlock", "Para", "HorizontalRule", "Para"]


class TestFrontMatter:
    def read(self, facts: Facts) -> dict:
        return yaml.safe_load(write_markdown(Memo(facts, ())).decode().split("---\n")[1])

    def test_holds_the_facts_and_the_header_fields(self) -> None:
        facts = rich_memo().facts
        found = self.read(facts)
        assert list(found)[:6] == ["title", "author", "lang", "date", "marking", "reference"]
        assert found == {
            "title": facts.title,
            "author": facts.author,
            "lang": "en-GB",
            "date": "2026-11-22",
            "marking": "OFFICIAL-SENSITIVE",
            "reference": "MF/2026/118",
            "to": "Director-General",
            "subject": "Ferries: what is known\nand what is not",
            "no": "a key that YAML would take for false",
        }

    def test_header_fields_never_replace_the_facts(self) -> None:
        assert self.read(Facts("T", properties={"title": "other", "lang": "fr"})) == {"title": "T", "lang": "en-GB"}

    @settings(max_examples=100, deadline=None)
    @given(st.text(min_size=1), st.text(min_size=1))
    def test_yaml_reads_any_text_back(self, key: str, value: str) -> None:
        key, value = xml_safe(key) + "_", xml_safe(value)
        assert self.read(Facts("T", properties={key: value}))[key] == value

    def test_what_cannot_be_written_is_replaced(self) -> None:
        written = write_markdown(Memo(Facts("\0\ud800"), (Paragraph((Run("\x07\udfff"),)),))).decode()
        assert written == '---\ntitle: "\ufffd\ufffd"\nlang: "en-GB"\n---\n\n\ufffd\ufffd\n'


class TestBlocks:
    def test_lines_of_the_header_block_stand_under_each_other(self) -> None:
        fields = (Field("To", (Run("DG"),)), Field("From", (Run("Desk\nRoom 4"),)), Field("Copies", ()))
        assert body(*fields) == "**To:** DG\\\n**From:** Desk\\\nRoom 4\\\n**Copies:**"

    def test_deep_headings_stop_at_six(self) -> None:
        assert body(Heading(9, (Run("Deep\ntitle"),))) == "###### Deep title"

    @pytest.mark.parametrize(("text", "written"), [("C#", "C\\#"), ("\\##", "\\\\\\#\\#"), ("#", "\\#")])
    def test_number_signs_at_the_end_of_a_heading_stay(self, text: str, written: str) -> None:
        assert body(Heading(2, (Run(text),))) == f"## {written}"
        for reader in DIALECTS:
            (heading,) = blocks_of(f"## {written}", reader)
            assert words_of(heading["c"][2]) == text

    def test_blocks_without_words_leave_nothing(self) -> None:
        assert body(Paragraph((Run(" \n"),)), Heading(2, ()), Table((), ()), Paragraph((Run("x"),))) == "x"

    def test_quotations_in_a_row_are_one(self) -> None:
        assert body(Quotation((Run("a\nb"),)), Quotation((Run("c"),))) == "> a\\\n> b\n>\n> c"

    @pytest.mark.parametrize(("code", "ticks"), [("x", "```"), ("a ``` b", "````"), ("`````", "``````")])
    def test_a_fence_is_longer_than_any_in_the_code(self, code: str, ticks: str) -> None:
        assert body(Code(f"{code}\n")) == f"{ticks}\n{code}\n{ticks}"

    def test_cells_keep_pipes_and_lose_line_breaks(self) -> None:
        table = Table(((Run("A"),), (Run("B"),)), (((Run("x|y\nz"),), (Run("p|q", code=True),)),), ("center",))
        assert body(table) == "| A | B |\n| :---: | --- |\n| x\\|y z | p\\|q |"

    def test_a_note_is_defined_once_with_all_its_paragraphs(self) -> None:
        notes = (Note(((Run("unused"),),)), Note(((Run("one\ntwo"),), (Run("three"),))))
        paragraph = Paragraph((Run("a"), Run(note=2), Run("(b)"), Run(note=2), Run(": c!"), Run(note=2)))
        written = "a[^2]\\(b)[^2]\\: c\\![^2]\n\n[^2]: one\\\n    two\n\n    three"
        assert body(paragraph, notes=notes) == written
        for reader in ("markdown", "gfm+footnotes"):
            assert words_of(blocks_of(written, reader)[0]["c"]) == "a[note](b)[note]: c![note]"


class TestLists:
    def test_two_lists_in_a_row_stay_apart(self) -> None:
        written = body(ListItem((Run("a"),), 1), ListItem((Run("b"),), 2))
        assert written == "-   a\n\n<!-- -->\n\n-   b"

    def test_a_bulleted_and_a_numbered_list_need_no_help(self) -> None:
        written = body(ListItem((Run("a"),), 1), ListItem((Run("b"),), 2, ordered=True))
        assert written == "-   a\n\n1.  b"

    def test_nested_lists_restart_under_each_item(self) -> None:
        items = [
            ListItem((Run(text),), 1, ordered=True, level=len(text) - 1) for text in ("a", "aa", "ab", "b", "bb")
        ]
        assert body(*items) == "1.  a\n    1.  aa\n    2.  ab\n2.  b\n    1.  bb"

    def test_a_list_goes_on_counting_after_a_paragraph(self) -> None:
        items = [
            ListItem((Run("a"),), 1, ordered=True),
            Paragraph((Run("p"),)),
            ListItem((Run("b"),), 1, ordered=True),
        ]
        assert body(*items) == "1.  a\n\np\n\n2.  b"

    def test_an_item_keeps_its_paragraphs(self) -> None:
        items = [ListItem((Run("a"),), 1), ListItem((Run("more\nlines"),), 1, first=False), ListItem((Run("b"),), 1)]
        assert body(*items) == "-   a\n\n    more\\\n    lines\n\n-   b"

    def test_a_further_paragraph_without_its_item_is_a_paragraph(self) -> None:
        assert body(ListItem((Run("a"),), 1, first=False), ListItem((Run("b"),), 1)) == "a\n\n-   b"

    def test_an_empty_item_makes_no_heading_of_the_line_before(self) -> None:
        assert body(ListItem((Run("a"),), 1), ListItem((), 1, level=1)) == "-   a\n\n    -"

    def test_levels_are_never_skipped(self) -> None:
        assert body(ListItem((Run("a"),), 1, level=3), ListItem((Run("b"),), 1, level=9)) == "-   a\n    -   b"

    def test_wide_numbers_move_what_is_under_them(self) -> None:
        items = [ListItem((Run("x"),), 1, ordered=True) for _ in range(100)]
        assert body(*items, ListItem((Run("y"),), 1, level=1)).endswith("99. x\n100. x\n     -   y")

    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.tuples(st.integers(1, 2), st.booleans(), st.integers(0, 3), st.booleans()), min_size=1, max_size=9
        )
    )
    def test_commonmark_finds_the_same_items(self, plan: list[tuple[int, bool, int, bool]]) -> None:
        items = [
            ListItem((Run(f"item {index}"),), number, ordered, level, first)
            for index, (number, ordered, level, first) in enumerate(plan)
        ]
        html = MarkdownIt().render(body(*items))
        assert html.count("<li>") == len([item for item in items if item.first])
        assert "<code>" not in html
        found = re.findall(r"item \d", html)
        assert found == [item.runs[0].text for item in items]


class TestRuns:
    @pytest.mark.parametrize(
        ("runs", "written"),
        [
            ([Run("a "), Run(" b ", bold=True), Run("c")], "a  **b** c"),
            ([Run("very ", bold=True), Run("big", bold=True, italic=True), Run(" x")], "**very *big*** x"),
            ([Run("big", bold=True, italic=True)], "**_big_**"),
            ([Run("un"), Run("believ", italic=True), Run("able")], "un*believ*able"),
            ([Run("text"), Run("(x)", bold=True), Run("y")], "text(**x**)y"),
            ([Run("a"), Run("!?", bold=True), Run("b")], "a!?b"),
            ([Run("a", entry="x1", bold=True), Run("b", entry="p1", bold=True)], "**ab**"),
            ([Run("bold", bold=True), Run("ly", italic=True), Run("no")], "**bold**lyno"),
            ([Run("x", code=True, bold=True), Run(" `", code=True)], "`` x ` ``"),
            (
                [Run("see ", link="https://a.b"), Run("it", link="https://a.b", bold=True)],
                "[see **it**](https://a.b)",
            ),
            ([Run("https://a.b/c_", link="https://a.b/c_")], "<https://a.b/c_>"),
            ([Run("x", link="javascript:alert(1)")], "x"),
            ([Run("x", link="https://a.b/(c)|d e")], "x"),
            ([Run("x", link="https://a.b/(c)|[d]&copy;")], "[x](https://a.b/%28c%29%7C%5Bd%5D&amp;copy;)"),
            ([Run("Wow!"), Run("x", link="mailto:a@b.c")], "Wow\\![x](mailto:a@b.c)"),
            ([Run("1", bold=True), Run(". x")], "**1**. x"),
            ([Run("x", link="https://a.b"), Run("’s "), Run("y", italic=True)], "[x](<https://a.b>)’s *y*"),
            ([Run("x", link="https://a.b"), Run("). "), Run("y", italic=True)], "[x](https://a.b)). *y*"),
            ([Run("big", bold=True, italic=True), Run(" one", bold=True)], "**_big_ one**"),
        ],
    )
    def test_delimiters(self, runs: list[Run], written: str) -> None:
        assert markdown_runs(runs) == written

    FORMATTED = st.lists(
        st.builds(
            Run,
            text=st.text("ab €.*_!([é\"'", min_size=1, max_size=4),
            bold=st.booleans(),
            italic=st.booleans(),
            link=st.sampled_from(["", "", "https://a.b/c"]),
            note=st.just(0),
        ),
        min_size=1,
        max_size=6,
    ).map(lambda runs: [Run("x"), *runs, Run("y")])

    @settings(max_examples=60, deadline=None)
    @given(FORMATTED)
    def test_commonmark_reads_the_words_of_formatted_runs_back(self, runs: list[Run]) -> None:
        assert _markdown_it_text(markdown_runs(runs)) == squeezed("".join(run.text for run in runs))

    @settings(IN_ONE_CALL, max_examples=2)
    @given(st.lists(FORMATTED, min_size=80, max_size=80))
    def test_pandoc_reads_the_words_of_formatted_runs_back(self, paragraphs: list[list[Run]]) -> None:
        texts = [squeezed("".join(run.text for run in runs)) for runs in paragraphs]
        written = "\n\n".join(markdown_runs(runs) for runs in paragraphs)
        for reader in DIALECTS:
            found = [squeezed(words_of(block["c"])) for block in blocks_of(written, reader)]
            assert unlike(found, texts) == []


def _markdown_it_text(markdown: str) -> str:
    return squeezed(
        "\n".join(_inline_text(token) for token in MarkdownIt().parse(markdown) if token.type == "inline")
    )


def _inline_text(token) -> str:
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(breaks.get(child.type, child.content) for child in token.children)


TRAPS = """
AT&T <b> &copy; &#65; &amp;amp;|*x* **y** _z_ a_b _ a__b snake_case_ __init__|1. x|1) x|(1) x|a. x|iv. x|(ii) x|#. x|12.
# x|#x|## x ##|+ x|- x|* x|-|+|---|===|***|> x|>x|[x](y)|[x]: y|[^1]|![a](http://x.y/z.png)|[@x1] @x1 -@x1 a@b.c
{{ 7*7 }}|{.c}|$x$ US$5 $|~x~ ~~y~~|x^2^ ^[n]|`x` ``y``|\\ \\* \\begin{a}|: x|:::|::: {.x}|~~~|% x|Table: x|table: y|: cap
https://x.org/_a_*b*|see https://a.b/c_ now.|(https://a.b/c?d=1&e=2)|http://a.b/&copy;|https://|http://x|www.a.b/_c_|www.a.b now
WWW.A.B_|ftp://a.b/_c_|HTTPS://A.B/_c_|mailto:a_b@c.d|:smile: :100: :+1: 10:30:45|a -- b --- c ... d....|=cmd()|+44 20|-5
<!-- x -->|<script>alert(1)</script>|</p>|<https://a.b>|<a@b.c>|'quoted' "text"|don't|Mr. X|a\u00a0b|\u00a0x|x\u200by|“q”
+---+---+|a  b|--- ---|-:|:-|a:|\u2028|e\u0301_x_|_\u0301|x*|*|**|_|http://[::1]/_a_|@|a @ b|!|!!|x!|https://a.b|~|(@x) y
"""
LINES = [line for row in TRAPS.strip().splitlines() for line in row.split("|") if line] + [
    "|",
    "| a | b |",
    "a | b",
    "--|--",
    "| x",
]
TEXT = st.one_of(
    st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from([" ", ""]), st.text(max_size=3)), max_size=4).map(
        "".join
    ),
    st.text("ab1iv \\`*_{}[]()<>#+-=.!|~^$@&:;%/'\"h\t€é", max_size=14),
)


def _typed(text: str) -> str:
    """Text as it can stand in a run: nothing that XML forbids, no other line ends."""
    return squeezed("".join(c for c in text if c.isprintable() or c in "\n\t\u00a0\u2003\u3000"))


class TestEscape:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("AT&T <b>", "AT&T \\<b>"),
            ("snake_case stays, _so_ not", "snake_case stays, \\_so\\_ not"),
            ("1. x\n2024. It", "1\\. x\n2024\\. It"),
            ("In 1. x, it's 5% of #2 (a. b)", "In 1. x, it's 5% of #2 (a. b)"),
            ("{{ 7*7 }}", "\\{\\{ 7\\*7 }}"),
            ("see https://a.b/_c_, a@b.c", "see <https://a.b/_c_>, a@b.c"),
            ("a  \n   b", "a\nb"),
        ],
    )
    def test_is_no_heavier_than_it_must_be(self, text: str, written: str) -> None:
        assert escape_markdown(text) == written

    def test_starts_no_line_in_the_middle_of_one(self) -> None:
        assert escape_markdown("1. x\n1. y", at_line_start=False) == "1. x\n1\\. y"

    def test_makes_no_link_within_a_link(self) -> None:
        assert escape_markdown("https://a.b/_c", autolinks=False) == "https\\://a.b/\\_c"

    @pytest.mark.parametrize("text", [" ", "www.", "http://a/", "http://a&", "&a", ":a", "_", "a \n", "ivx"])
    def test_time_grows_with_the_length_alone(self, text: str) -> None:
        started = time.process_time()
        escape_markdown(text * 40_000 + "x")
        assert time.process_time() - started < 3

    @pytest.mark.parametrize("text", LINES)
    def test_commonmark_reads_each_trap_back(self, text: str) -> None:
        for typed in (squeezed(text), squeezed(f"x\n{text}\ny")):
            assert _markdown_it_text(escape_markdown(typed)) == typed

    @settings(max_examples=300, deadline=None)
    @given(st.lists(TEXT, min_size=1, max_size=2).map("\n".join))
    def test_commonmark_reads_any_text_back(self, text: str) -> None:
        typed = "\n".join(line for line in _typed(text).split("\n") if line)
        assert _markdown_it_text(escape_markdown(typed)) == typed

    @pytest.mark.parametrize("reader", DIALECTS)
    def test_pandoc_reads_each_trap_back(self, reader: str) -> None:
        self.check_with_pandoc(
            [squeezed(f"{before}{text}{after}") for text in LINES for before, after in EDGES], reader
        )

    @settings(IN_ONE_CALL, max_examples=2)
    @given(st.lists(st.lists(TEXT, min_size=1, max_size=2).map("\n".join), min_size=100, max_size=100))
    def test_pandoc_reads_any_text_back(self, texts: list[str]) -> None:
        typed = ["\n".join(line for line in _typed(text).split("\n") if line) for text in texts]
        for reader in DIALECTS:
            self.check_with_pandoc([text for text in typed if text], reader)

    def check_with_pandoc(self, texts: list[str], reader: str) -> None:
        written = "\n\n".join(markdown_runs([Run(text)]) for text in texts)
        found = [squeezed(words_of(block["c"])) for block in blocks_of(written, reader)]
        assert unlike(found, texts) == []


EDGES = [("", ""), ("x\n", "\ny"), ("x ", " y")]


def test_a_cell_reads_back(tmp_path: Path) -> None:
    rows = tuple(((Run(squeezed(line)),), (Run("end"),)) for line in LINES)
    written = body(Table(((Run("A"),), (Run("B"),)), rows))
    for reader in ("markdown-smart", "gfm"):
        (table,) = blocks_of(written, reader)
        cells = [row[1][0][4] for row in table["c"][4][0][3]]
        assert [squeezed(words_of(cell[0]["c"])) if cell else "" for cell in cells] == [
            squeezed(line) for line in LINES
        ]
