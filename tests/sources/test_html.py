from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
from page_samples import BODY, FOOTER, LAYOUTS, METAS, NAV, TITLE, json_ld, ps, whole

from briefer.errors import DataError
from briefer.sources.page.html import html_page
from briefer.sources.read import import_file, source_from_bytes, source_from_file


def text(markup: str, encoding: str = "utf-8") -> str:
    return source_from_bytes(markup.encode(encoding), "page.html", "s1").text


def paragraphs(markup: str) -> list[str]:
    return text(markup).split("\n\n")


def article(*inside: str) -> str:
    """A page whose article has ``inside`` between its paragraphs."""
    return whole(
        f"{NAV}<article><h1>{TITLE}</h1>{ps(*BODY[:2])}{''.join(inside)}{ps(*BODY[2:])}</article>{FOOTER}", METAS
    )


def between(*inside: str) -> list[str]:
    found = paragraphs(article(*inside))
    assert found[:3] == [TITLE, *BODY[:2]]
    assert found[-3:] == list(BODY[2:])
    return found[3:-3]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_article_comes_in_whole_and_alone(layout: str) -> None:
    assert paragraphs(LAYOUTS[layout]) == [TITLE, *BODY]


def test_a_page_becomes_a_source_with_its_headline_as_a_heading(tmp_path: Path) -> None:
    file = tmp_path / "page.HTM"
    file.write_text(article("<h2>Delays likely</h2>"), encoding="utf-8")
    source, told = import_file(file, "s1")
    assert (source.media_type, source.file_name, told) == ("text/html", "page.HTM", ())
    assert [(source.text[h.start : h.end], h.level) for h in source.headings] == [(TITLE, 1), ("Delays likely", 2)]
    assert (source.title, source.author, source.publisher) == (TITLE, "Hanne Lovell", "The Meridian Courier")
    assert (source.published, source.url) == (
        "2026-11-13",
        "https://meridiancourier.example/world/ports-told-to-unplug-modems",
    )
    assert source.guessed == ()
    assert source.original.startswith(f"# {TITLE}\n\n")


def test_lists_tables_quotations_and_verse_keep_their_lines_and_their_place() -> None:
    assert between(
        "<h3>What must be done</h3><ul><li>Keep a log of all access</li><li>Name one person<ul><li>and a deputy</li></ul></li></ul>",
        '<ol start="3"><li>Report to the Board</li><li>Wait</li></ol>',
        "<table><caption>Cranes by port</caption><tr><th>Port</th><th>Cranes</th></tr><tr><td>Saltmere</td><td>96</td></tr></table>",
        "<blockquote><p>No modem may stay where nobody can name its owner.</p></blockquote>",
        "<p>Row the boats, the tide is turning,<br>Row them past the harbour wall,<br>Somebody has left lamps burning</p>",
        "<pre>crane 7   on\n  modem   off</pre>",
    ) == [
        "What must be done",
        "- Keep a log of all access\n- Name one person\n- and a deputy",
        "3. Report to the Board\n4. Wait",
        "Cranes by port",
        "Port | Cranes\nSaltmere | 96",
        "No modem may stay where nobody can name its owner.",
        "Row the boats, the tide is turning,\nRow them past the harbour wall,\nSomebody has left lamps burning",
        "crane 7   on\n  modem   off",
    ]  # fmt: skip


def test_a_short_answer_in_a_dialogue_stays() -> None:
    assert between("<p>Did she know?</p><p>“No.”</p>") == ["Did she know?", "“No.”"]


def test_inline_elements_part_no_words() -> None:
    assert between(
        '<p>The <b>Harb</b>our <a href="/x">Board</a> met<sup><a href="#n1">[1]</a></sup> in\n   <i>Saltmere</i>.</p>'
    ) == ["The Harbour Board met in Saltmere."]


def test_what_is_hidden_stays_out() -> None:
    assert (
        between('<p style="display: none">A paragraph that was never shown to any reader of this page at all.</p>')
        == []
    )
    assert between('<p>The Board <span class="sr-only">opens in a new window</span> met.</p>') == ["The Board met."]


def test_a_live_report_keeps_its_entries_in_order() -> None:
    entries = "".join(
        f'<li class="entry"><time datetime="2026-11-13T{9 + i:02}:00">{9 + i}:00</time><h2>Entry {i}</h2>{ps(paragraph)}</li>'
        for i, paragraph in enumerate(BODY)
    )
    found = text(whole(f'{NAV}<main><h1>{TITLE}</h1><ol class="live">{entries}</ol></main>{FOOTER}', METAS))
    assert [found.index(paragraph) for paragraph in BODY] == sorted(found.index(paragraph) for paragraph in BODY)
    assert "Entry 1" in found
    assert "All rights" not in found


def test_a_line_that_looks_like_a_heading_of_the_text_form_is_none() -> None:
    source = source_from_bytes(article("<p># of cranes idle: 96 in all ports.</p>").encode(), "a.html", "s1")
    assert "\n\n# of cranes idle: 96 in all ports.\n\n" in source.text
    assert len(source.headings) == 1


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta charset="ISO-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "cp932"),
        ('<meta charset="nonsense">', "utf-8"),
        ('<meta charset="windows-1252">', "utf-16"),
        ('<meta charset="utf-8">', "utf-8-sig"),
        ("", "utf-8"),
        ("", "cp1252"),
    ],
)
def test_a_page_is_read_in_its_own_encoding(head: str, encoding: str) -> None:
    words = {"cp1251": "Порт закрыт", "cp932": "港は閉鎖"}.get(encoding, "“Café” – Jürgen")
    markup = f"<html><head>{head}<title>T</title></head><body><p>{words}.</p>{ps(BODY[0])}</body></html>"
    assert words in text(markup, encoding)


def test_a_page_that_names_the_wrong_encoding_is_read_all_the_same() -> None:
    page = f'<html><head><meta charset="ascii"></head><body>{ps(*BODY)}</body></html>'
    assert BODY[1] in source_from_bytes(page.replace("ascii", "shift_jis").encode(), "a.html", "s1").text


def test_a_page_that_shows_nothing_but_holds_its_text_in_its_data() -> None:
    head = json_ld(headline=TITLE, articleBody="\n".join(BODY))
    assert paragraphs(whole('<div id="app"></div>', head)) == list(BODY)


def test_a_short_page_is_taken_as_it_is_and_told() -> None:
    extract = html_page(whole(f"{NAV}<h1>{TITLE}</h1><p>{BODY[0]}</p>", METAS).encode())
    assert extract.original == f"# {TITLE}\n\n{BODY[0]}"
    assert "characters of text" in extract.told[0]


def test_an_article_that_is_not_free_is_told_as_such() -> None:
    head = METAS + json_ld(headline=TITLE, isAccessibleForFree=False)
    assert (
        "not free" in html_page(whole(f"<article><h1>{TITLE}</h1>{ps(*BODY[:3])}</article>", head).encode()).told[0]
    )


@pytest.mark.parametrize(
    ("following", "told"),
    [
        ("https://meridiancourier.example/world/ports-told-to-unplug-modems/2", True),
        ("/world/ports-told-to-unplug-modems?page=2", True),
        ("https://meridiancourier.example/world/another-story", False),
    ],
)
def test_an_article_of_several_pages_is_told(following: str, told: bool) -> None:
    head = f'{METAS}<link rel="next" href="{following}">'
    found = html_page(whole(f"<article><h1>{TITLE}</h1>{ps(*BODY)}</article>", head).encode()).told
    assert any("another page" in sentence for sentence in found) is told


def test_a_press_release_keeps_its_notes_and_its_contact() -> None:
    notes = (
        "<p>ENDS</p><h2>Notes to editors</h2><ol><li>The order was made under section 4 of the Harbours Act.</li>"
        "<li>The Board was set up in 2019.</li></ol><p>Press office: 12 Customs Row, Saltmere<br>Telephone 555 0100</p>"
    )
    page = whole(
        f'<header role="banner">{NAV}</header><main id="content"><h1>{TITLE}</h1><dl class="metadata"><dt>Published:</dt>'
        f"<dd>13 November 2026</dd></dl><div class='govspeak'>{ps(*BODY)}{notes}</div></main>{FOOTER}"
    )
    assert paragraphs(page) == [
        TITLE,
        *BODY,
        "Notes to editors",
        "1. The order was made under section 4 of the Harbours Act.\n2. The Board was set up in 2019.",
        "Press office: 12 Customs Row, Saltmere\nTelephone 555 0100",
    ]
    assert html_page(page.encode()).details.published == "2026-11-13"


def test_a_page_of_tables_keeps_every_row() -> None:
    rows = [(f"Port {i}", str(40 + i), f"{i} days") for i in range(30)]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    table = f"<table><thead><tr><th>Port</th><th>Cranes</th><th>Idle</th></tr></thead><tbody>{cells}</tbody></table>"
    found = paragraphs(
        whole(f"{NAV}<article><h1>{TITLE}</h1>{ps(*BODY[:2])}{table}{ps(BODY[2])}</article>{FOOTER}", METAS)
    )
    assert found == [TITLE, *BODY[:2], "\n".join(["Port | Cranes | Idle", *map(" | ".join, rows)]), BODY[2]]


def test_a_page_made_of_words_only_is_an_article(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"The Board met.")
    assert source_from_file(file, "s1").text == "The Board met."


def test_nothing_that_a_page_refers_to_is_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(*given: object, **named: object) -> None:
        raise AssertionError(f"a connection was tried: {given}")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    markup = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><head><base href="http://127.0.0.1:9/">'
        f'<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script></head><body>'
        f'{ps(*BODY)}<p>&x;</p><img src="http://127.0.0.1:9/a.png"><iframe src="{secret.as_uri()}"></iframe></body></html>'
    )
    assert "secret words" not in text(markup)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is empty"),
        (b"<html></html>", "no words of an article"),
        (b"<html><body><script>x()</script></body></html>", "no words of an article"),
        (b"<!-- nothing -->", "no w"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00", "no text"),
        (b"<div>" * 3000 + b"deep", "nested too deep"),
        (b"<p>a</p>" * 80_001, "more than 80,000 paragraphs"),
    ],
    ids=["empty", "no body", "script", "comment", "picture", "deep", "many"],
)
def test_what_is_no_article_is_refused_in_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(DataError, match=says) as error:
        source_from_bytes(content, "page.html", "s1")
    assert error.value.hint


def test_marks_of_type_that_are_never_closed_do_not_nest_too_deep() -> None:
    assert BODY[4] in text("".join(f"<font size=2><b><p>{BODY[i % 5]} {i}" for i in range(400)))


def test_a_large_page_is_read_without_asking_too_much() -> None:
    lines = [
        f"The Board met for the {i}th time and heard what the engineers of Saltmere had to say." for i in range(8000)
    ]
    assert text(whole(f"{NAV}<article>{ps(*lines)}</article>{FOOTER}", METAS)).split("\n\n") == lines


def test_a_link_that_shows_its_address_is_text() -> None:
    linked = '<p><a href="https://petition.example/modems-off">https://petition.example/modems-off</a></p>'
    mail = '<p><a href="mailto:board@ports.example">board@ports.example</a></p>'
    assert between(linked, mail) == ["https://petition.example/modems-off", "board@ports.example"]


def test_a_line_of_links_that_says_what_they_are_is_text() -> None:
    line = '<p>Drawings and parts: <a href="/a">crane.pdf</a>, <a href="/b">controller.pdf</a></p>'
    assert between(line) == ["Drawings and parts: crane.pdf, controller.pdf"]


def test_a_last_line_that_names_one_link_is_text() -> None:
    end = '<p>Link: <a href="/a">the register</a>.</p>'
    body = f'<article>{ps(TITLE, *BODY)}{end}</article><div class="author-info"><h3>Jo Field</h3></div>{FOOTER}'
    assert text(whole(body, METAS)).endswith("\n\nLink: the register.")


def test_teasers_of_other_articles_are_left_out() -> None:
    teaser = (
        '<div class="block pos-{0}"><h4>Column {0} <a href="/c{0}">The cranes of winter stand still again</a></h4>'
        "<p>It is nice to think that a port is a player on the world’s stage but, really, it is not.</p></div>"
    )
    columns = f"<div><h2>Other columns</h2>{teaser.format(1)}{teaser.format(2)}</div>"
    assert paragraphs(whole(f"<div><h1>{TITLE}</h1>{ps(*BODY)}</div>{columns}", METAS)) == [TITLE, *BODY]


def test_the_articles_of_an_issue_keep_their_headings() -> None:
    issue = "".join(
        f'<h2><a href="/{n}">Article {n} of this issue</a></h2><div class="byline">By Jo Field</div>{ps(*body)}'
        for n, body in enumerate((BODY, [f"Again: {words}" for words in BODY]), 1)
    )
    found = paragraphs(whole(f"<div><h1>Weekly edition</h1><div>{issue}</div></div>", "", "Weekly edition"))
    assert [line for line in found if line.startswith("Article")] == [
        "Article 1 of this issue",
        "Article 2 of this issue",
    ]


def test_a_heading_above_the_headline_is_the_sites() -> None:
    page = whole(f"<div><h1>News</h1><h2>{TITLE}</h2>{ps(*BODY)}</div>", "", f"{TITLE} | Harbour Party")
    assert paragraphs(page) == [TITLE, *BODY]


def test_marks_of_footnotes_and_arrows_back_are_no_text() -> None:
    noted = (
        '<p>The order is final.<a href="#fn1" class="footnote-ref"><sup>1</sup></a> Nobody appealed.<sup><a href="#n2">2</a></sup></p>'
        '<p>Order of 13 November. <a href="#ref1" role="doc-backlink">↩︎</a></p>'
    )
    assert between(noted) == ["The order is final. Nobody appealed.", "Order of 13 November."]


def test_a_table_with_one_filled_cell_lays_out_its_text() -> None:
    frame = "<table><tr><td></td><td>Harbour Office<br>Quay 2<br>Saltmere</td><td> </td></tr></table>"
    assert between(frame) == ["Harbour Office\nQuay 2\nSaltmere"]


def test_a_quotation_that_is_shown_large_a_second_time_comes_once() -> None:
    said = "Nobody was watching the door, because nobody knew that it was one."
    pulled = '<div class="article-pullquote"><p>Nobody knew that it was one</p></div>'
    other = '<div class="pull-quote"><p>A door is a door, wherever in the port it is.</p></div>'
    assert between(f"<p>{said}</p>", pulled) == [said]
    assert between(f"<p>{said}</p>", other) == [said, "A door is a door, wherever in the port it is."]


def test_a_box_that_asks_for_an_address_goes() -> None:
    box = "<div><p>All the news from the docks of Tolmen, every Friday.</p><input type='email'><button>Go</button></div>"
    assert between(box) == []


def test_a_page_of_a_word_processor_comes_whole_under_its_title() -> None:
    short = "<p>Last words.</p><div id='sdfootnote1'><p>1 The note says little.</p></div>"
    made = whole(
        f'<div title="header"><p>Coastal Affairs</p></div><p>{TITLE}</p>{ps(*BODY[:2])}<h2>An old quarrel</h2>'
        f"{ps(*BODY[2:])}{short}",
        '<meta name="generator" content="LibreOffice 7.4 (Linux)"><meta name="created" content="2026-11-13T09:00:00">',
        TITLE,
    )
    found = html_page(made.encode())
    assert paragraphs(made) == [
        TITLE,
        *BODY[:2],
        "An old quarrel",
        *BODY[2:],
        "Last words.",
        "1 The note says little.",
    ]
    assert (found.details.title, found.details.published) == (TITLE, "2026-11-13")


@pytest.mark.parametrize(
    "box",
    [
        "<div class='lk'><strong>Read more</strong><a href='/1'>Crane falls into the dock</a></div>",
        "<p><b>À lire aussi</b> <a href='/1'>Une grue tombe dans le port</a></p>",
        "<div><span>Lesen Sie auch</span><a href='/1'>Kran fällt</a><p>Am Montag fiel ein Kran in den Hafen.</p></div>",
        "<div><h4>More on ports</h4><ul><li><a>Crane falls into the dock</a></li><li><a>Yard to close</a></li></ul></div>",
        "<div><h3>Subscribe to continue reading</h3><p>All of it for $1 a week.</p><a href='/s'>Subscribe now</a></div>",
        "<div class='thumbcaption'>A crane in the harbour of Tolmen, seen from the sea.</div>",
    ],
)
def test_a_box_amid_the_text_that_leads_elsewhere_goes(box: str) -> None:
    assert between(box) == []


def test_a_heading_with_its_text_in_a_part_of_its_own_stays() -> None:
    part = "<div><h3>More on ports</h3><p>Of the ports of the coast, eleven have no cranes at all.</p></div>"
    assert between(part) == ["More on ports", "Of the ports of the coast, eleven have no cranes at all."]


@pytest.mark.parametrize(
    ("end", "stays"),
    [
        (
            "<h2>Sources</h2><ul><li>E. Leith. “<a href='/x'>Statement</a>” — <i>Harbour</i>, 11 January 2025</li></ul>",
            False,
        ),
        (
            "<h2>Sources</h2><p>Two men who work on the docks of Tolmen, and would not be named, told this paper of it.</p>",
            True,
        ),
        ("<h3>Press contact</h3><p>Ann Oake</p><p>Tel: 0800 555 0142</p>", False),
        ("<h3>Contact</h3><p>There has been none with the ships since noon, the port said.</p>", True),
    ],
)
def test_what_a_page_lists_at_its_end(end: str, stays: bool) -> None:
    found = source_from_bytes(whole(ps(*BODY) + end).encode(), "a.html", "s1").text
    assert found.endswith(BODY[-1]) is not stays


def test_labels_above_the_headline_and_what_is_said_of_the_writer_go() -> None:
    head = '<meta name="author" content="Ann Oake"><meta property="article:published_time" content="2025-03-08">'
    dates = "<div>Published on 8 March 2025 at 6.00, updated on 9 March 2025 at 11.20</div>"
    labels = "<ul><li>Home</li><li>Ports</li></ul>"
    bio = "<p>Ann Oake is the ports correspondent.</p>"
    body = f"<article>{labels}<h1>{TITLE}</h1><div>By Ann Oake</div>{dates}{ps(*BODY)}{bio}</article>"
    page = f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    assert paragraphs(page) == [TITLE, *BODY]


LETTERS = (
    "<h2>Dry again</h2><p>No.</p><p class='w'>Ed Rapp, Oberalb</p>",
    f"<h2>On the cranes</h2>{ps(*BODY)}<p class='w'>Ann Oake, Tolmen</p>",
    "<h2>One proposal</h2><p>Tear it down.</p><p class='w'>Dr. Ida Wohl, Tolmen</p>",
)
OFFER = "<div class='offer'><h3>Try the Courier plus</h3><p>Four weeks for one euro, and no longer than you like.</p></div>"


def test_short_letters_at_both_ends_of_a_page_stay_with_their_writers() -> None:
    page = whole(f"{NAV}<article><h1>{TITLE}</h1><div>{''.join(LETTERS)}</div>{OFFER}</article>{FOOTER}", METAS)
    assert paragraphs(page) == [
        *(TITLE, "Dry again", "No.", "Ed Rapp, Oberalb", "On the cranes", *BODY, "Ann Oake, Tolmen"),
        *("One proposal", "Tear it down.", "Dr. Ida Wohl, Tolmen"),
    ]


@pytest.mark.parametrize(
    "end",
    [
        [f"<p>{line}</p>" for line in ("Over, over, and over again", "over in sunshine", "over in rain", "and home")],
        ["<div class='note'><a id='n1' href='#r1'>1</a><div><p>It has no name.</p></div></div>"],
        ["<p>The stone says:</p><ul><li>Tom Abbot</li><li>His horse</li></ul>"],
        ["<h3>What is left</h3>", "<p>A chain</p>"],
        ["<p>For Hanne</p>", "<p>In winter</p>"],
    ],
)
def test_short_lines_at_the_end_of_an_article_stay(end: list[str]) -> None:
    page = whole(f"{NAV}<article><h1>{TITLE}</h1><div>{ps(*BODY)}{''.join(end)}</div></article>{FOOTER}", METAS)
    shown = [words for words in re.findall(r">([^<>]+)<", "".join(end)) if not words.isdecimal()]
    assert text(page).replace("- ", "").replace("\n\n", "\n").split("\n")[-len(shown) :] == shown


def test_where_a_text_was_taken_from_is_no_last_line_of_it() -> None:
    assert paragraphs(article().replace("</article>", "<p>Source: The Courier</p></article>"))[-1] == BODY[-1]


def test_a_row_of_buttons_goes_and_words_in_elements_of_their_own_stay() -> None:
    assert between("<div><span>Listen to this article</span><span>Save</span><span>Share</span></div>") == []
    assert between("<div><!-- tools --><span>Save</span><span>Share</span><!-- end --><span>Print</span></div>") == []
    assert between("<p>Close<br>the gate, go<br>home</p>") == ["Close\nthe gate, go\nhome"]
    assert between("<p><b>Open</b> <b>House</b> at the docks</p>") == ["Open House at the docks"]


LETTER = [
    "Dear members,",
    BODY[0],
    "It was decided:",
    *BODY[1:],
    "With kind regards,",
    "Barnaby Tull",
    "PS: Bring tea",
]


@pytest.mark.parametrize(
    "frame", ["<div class='par'><div>{}</div></div>", "<section><div class='c'><p>{}</p></div></section>"]
)
def test_short_lines_that_are_set_as_the_text_is_stay_wherever_they_stand(frame: str) -> None:
    page = f"{NAV}<div id='w'><div><h1>{TITLE}</h1>{''.join(map(frame.format, LETTER))}</div>{OFFER}</div>{FOOTER}"
    assert paragraphs(whole(page, METAS)) == [TITLE, *LETTER]


def test_short_lines_of_a_text_that_only_breaks_part_stay() -> None:
    cells = f"<td><a href='/'>Front page</a></td><td><h1>{TITLE}</h1>{'<br><br>'.join(LETTER)}</td>"
    page = f"<table><tr>{cells}</tr><tr><td><a href='/g'>Guests</a><br><br>Visitor no. 40,118</td></tr></table>"
    assert paragraphs(whole(page, METAS)) == [TITLE, *LETTER]


def test_the_first_day_of_a_diary_is_no_date_of_its_page() -> None:
    days = [("14 March 2019", BODY[0]), ("2 June 2020", BODY[1]), ("8 January 2023", BODY[2])]
    said = [line for day in days for line in day]
    assert paragraphs(f"<html><body><article><h1>{TITLE}</h1>{ps(*said)}</article></body></html>") == [TITLE, *said]


DECK = "Four harbours have been told to unplug what nobody remembers plugging in."


def under_headline(*between: str) -> list[str]:
    """What comes in of a page with ``between`` above the part that holds its text, below the headline."""
    body = f"<div class='story-text'>{ps(*BODY)}</div>"
    found = paragraphs(whole(f"{NAV}<div>{''.join(between)}{body}</div>{FOOTER}", METAS))
    assert found[0] == TITLE
    assert found[-len(BODY) :] == list(BODY)
    return found[1 : -len(BODY)]


@pytest.mark.parametrize(
    "head",
    [
        f"<div class='top'><h1>{TITLE}</h1><div class='crayon chapo'><p>{DECK}</p></div></div>",
        f"<header class='banner-headline'><h1>{TITLE}</h1><div class='x'><h2>{DECK}</h2></div></header>",
        f"<h1>{TITLE}</h1><p class='standfirst'>{DECK}</p>",
        f"<div><h1>{TITLE}</h1></div><div class='sub-title'>{DECK}</div>",
        f"<h1>{TITLE}</h1><div>{DECK}</div>",
        f"<h1>{TITLE}</h1><section><div class='article__intro'><p>{DECK}</p></div></section>",
    ],
    ids=range(6),
)
def test_the_standfirst_below_the_headline_is_text(head: str) -> None:
    assert under_headline(head) == [DECK]


def test_a_standfirst_is_text_below_a_headline_that_is_no_heading() -> None:
    head = f"<div class='title'>{TITLE}</div><div class='chapo'><p>{DECK}</p></div>"
    page = whole(f"{NAV}<div>{head}<div class='story-text'>{ps(*BODY)}</div></div>{FOOTER}", METAS)
    assert paragraphs(page)[-len(BODY) - 1 :] == [DECK, *BODY]


def test_a_standfirst_may_begin_as_a_byline_does() -> None:
    words = "By the time the order came, the modems had been sold for the copper in their coils."
    byline = "By Hanne Lovell, in Saltmere and Orsk, for the Courier"
    head = f"<div><h1>{TITLE}</h1><p class='intro'>{{}}</p></div>"
    assert under_headline(head.format(words)) == [words]
    assert under_headline(head.format(byline)) == []


def test_a_standfirst_that_the_text_repeats_stands_once() -> None:
    body = f"<div class='story-text'>{ps(DECK, *BODY)}</div>"
    page = whole(f"{NAV}<div><div><h1>{TITLE}</h1><p class='chapo'>{DECK}</p></div>{body}</div>{FOOTER}", METAS)
    assert paragraphs(page) == [TITLE, DECK, *BODY]


def test_a_standfirst_without_a_full_stop_is_known_by_its_name_and_a_second_headline_is_none() -> None:
    words = DECK.rstrip(".")
    assert under_headline(f"<div><h1>{TITLE}</h1><p class='deck'>{words}</p></div>") == [words]
    assert under_headline(f"<div><h1>{TITLE}</h1><h3 class='subtitle'>{words}</h3></div>") == []


def test_a_standfirst_is_known_by_what_the_page_says_of_itself() -> None:
    short = "Four harbours obey."
    inside = f"<div><h1>{TITLE}</h1><div><h2>{short}</h2></div></div><div class='story-text'>{ps(*BODY)}</div>"
    page = whole(f"{NAV}<div>{inside}</div>{FOOTER}", METAS)
    assert paragraphs(page) == [TITLE, *BODY]
    described = page.replace("</title>", f"</title><meta name='description' content='{short}'>")
    assert paragraphs(described) == [TITLE, short, *BODY]


@pytest.mark.parametrize(
    "other",
    [
        f"<figure><img src='a.png'><p>{DECK}</p></figure>",
        f"<p class='caption'>{DECK}</p>",
        f"<aside><p>{DECK}</p></aside>",
        f"<p><a href='/offer'>{DECK}</a></p>",
        f"<div class='newsletter-box'><p>{DECK}</p></div>",
        f"<ul><li><a href='/s'>Share</a></li></ul><p>{BODY[0]}</p>",
    ],
    ids=range(6),
)
def test_what_else_stands_below_a_headline_is_no_standfirst(other: str) -> None:
    assert under_headline(f"<div class='top'><h1>{TITLE}</h1>{other}</div>") == []


def noted(notes: str) -> list[str]:
    """What comes in below the text of a page whose first paragraph has the mark of a note."""
    mark = "<span class='spip_note_ref'>&nbsp;(<a class='spip_note' href='#nb1' id='nh1'>1</a>)</span>"
    body = f"<div class='story-text'><p>{BODY[0]}{mark}</p>{ps(*BODY[1:])}</div>"
    found = paragraphs(whole(f"{NAV}<div><h1>{TITLE}</h1>{body}{notes}</div>{FOOTER}", METAS))
    assert found[: len(BODY) + 1] == [TITLE, *BODY]
    return found[len(BODY) + 1 :]


def test_notes_below_an_article_are_text_if_its_marks_lead_to_them() -> None:
    back = "<span class='spip_note_ref'>(<a class='spip_note' href='#nh1'>1</a>)&nbsp;</span>"
    note = "Ida Wohl, The Unplugged Port, Tolmen, 2019, 176 pages."
    assert noted(f"<div class='notes'><div id='nb1'><p>{back}{note}</p></div></div>") == [note]
    assert noted(f"<div class='notes'><div id='nb2'><p>{back}{note}</p></div></div>") == []
    assert noted(f"<footer><div id='nb1'><p>{note}</p></div></footer>") == []


def test_words_in_the_frame_of_a_mark_stay() -> None:
    framed = "<p><span class='note-ref'>The valve was shut by hand <a href='#n1'>1</a></span> and sealed.</p>"
    assert between(framed) == ["The valve was shut by hand 1 and sealed."]


def test_a_number_that_leads_to_the_comments_is_no_mark_of_a_note() -> None:
    said = "I was there, and the port was not unplugged at all."
    count = "<a href='#forum'>27</a>"
    body = f"<div class='story-text'><p>{BODY[0]} {count}</p>{ps(*BODY[1:])}</div>"
    page = f"{NAV}<div><h1>{TITLE}</h1>{body}</div><div id='forum'><p>{said}</p></div>{FOOTER}"
    assert said not in paragraphs(whole(page, METAS))


def test_a_box_in_marks_of_quotation_goes_by_its_name_and_a_quotation_stays() -> None:
    said = "Lire aussi Ida Wohl, « <a href='/58769'>Le port débranché</a> », juin 2018."
    inside = f"<div>{ps(*BODY[:2])}<q class='lire_aussi'><div></div>{said}</q>{ps(*BODY[2:])}</div>"
    page = whole(f"{NAV}<article><h1>{TITLE}</h1>{inside}</article>{FOOTER}", METAS)
    assert paragraphs(page) == [TITLE, *BODY]
    shown = paragraphs(page.replace(" class='lire_aussi'><div></div>", ">"))
    assert "“Lire aussi Ida Wohl, « Le port débranché », juin 2018.”" in shown
