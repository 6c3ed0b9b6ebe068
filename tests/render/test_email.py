"""The memo as it is pasted into a message."""

from __future__ import annotations

from lxml import html
from memo_samples import memo_of, rich_memo

from briefer.memo.blocks import Field, Heading, ListItem, Note, Paragraph, Quotation, Run, Table
from briefer.render.email import write_email

NOTES = (Note(((Run("The Courier, para. 1"),), (Run("More of it"),))), Note(((Run("Post"),),)))


def words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def test_the_html_has_its_looks_on_it_and_leads_nowhere_within() -> None:
    page = html.fromstring(write_email(rich_memo()).html)
    names = {name for element in page.iter() for name in element.attrib}
    assert names <= {"style", "href", "start", "value", "scope", "lang", "colspan", "rowspan", "dir"}
    assert all(link.get("href").startswith("https://") for link in page.iter("a"))
    assert {element.tag for element in page.iter()} <= {
        "div", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote",
        "pre", "code", "hr", "sup", "strong", "em", "a", "br",
    }  # fmt: skip
    assert all(cell.get("style", "").startswith("font-family: ") for cell in page.iter("td", "th"))


def test_a_note_is_a_number_in_the_text_and_its_words_at_the_end() -> None:
    memo = memo_of(Paragraph((Run("Said."), Run(note=1), Run(note=2), Run(" Again."), Run(note=1))), notes=NOTES)
    page = html.fromstring(write_email(memo).html)
    assert words(page) == "Said.1,2 Again.1 The Courier, para. 1More of it Post"
    assert [item.get("value") for item in page.iter("li")] == ["1", "2"]
    assert "↩" not in words(page)


def test_the_header_block_is_a_table() -> None:
    page = html.fromstring(write_email(memo_of(Field("To", (Run("DG"),)), Field("From", (Run("Desk"),)))).html)
    (table,) = page.iter("table")
    assert [[words(cell) for cell in row] for row in table.iter("tr")] == [["To", "DG"], ["From", "Desk"]]


def test_the_plain_text_has_all_of_it_with_marks_of_its_own() -> None:
    memo = memo_of(
        Heading(1, (Run("Ports"),)),
        Field("To", (Run("DG"),)),
        Heading(2, (Run("Issue"),)),
        Paragraph(
            (Run("It is "), Run("here", link="https://example.org/a"), Run(".\nNow."), Run(note=1), Run(note=2))
        ),
        ListItem((Run("one"),), 1, ordered=True),
        ListItem((Run("under it"),), 1, level=1),
        ListItem((Run("two"),), 1, ordered=True),
        Quotation((Run("First."),)),
        Quotation((Run("Second."),)),
        Table(((Run("Who"),), (Run("What"),)), (((Run("Ana"),), (Run("a\nb"),)),)),
        notes=NOTES,
    )
    assert (
        write_email(memo).plain
        == """Ports
=====

To: DG

Issue
-----

It is here <https://example.org/a>.
Now.[1][2]

1. one
   - under it
2. two

> First.
>
> Second.

Who | What
Ana | a b

Notes
-----

1. The Courier, para. 1

   More of it
2. Post
"""
    )


def test_what_looks_like_markup_is_shown_as_typed() -> None:
    email = write_email(memo_of(Paragraph((Run("AT&T <b> {{ 7*7 }} \u05d0 🙂"),))))
    assert words(html.fromstring(email.html)) == "AT&T <b> {{ 7*7 }} \u05d0 🙂"
    assert email.plain == "AT&T <b> {{ 7*7 }} \u05d0 🙂\n"
