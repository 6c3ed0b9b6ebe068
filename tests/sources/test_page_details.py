from __future__ import annotations

import pytest
from page_samples import BODY, LAYOUTS, LINK, OUTLET, TITLE, json_ld, ps, whole

from briefer.sources.article import Details
from briefer.sources.bylines import plain_names
from briefer.sources.page.details import plain_date
from briefer.sources.page.html import html_page


def details(head: str = "", body: str = "", title: str = "A page") -> Details:
    return html_page(whole(f"{body}<article>{ps(*BODY)}</article>", head, title).encode()).details


@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"plain divs", "wire page"}))
def test_a_page_with_metas_states_all(layout: str) -> None:
    found = html_page(LAYOUTS[layout].encode())
    assert found.details == Details(TITLE, "Hanne Lovell", OUTLET, "2026-11-13", "", LINK)
    assert found.guessed == ()


@pytest.mark.parametrize("layout", ["plain divs", "wire page"])
def test_without_metas_the_page_itself_tells_and_that_is_a_guess(layout: str) -> None:
    found = html_page(LAYOUTS[layout].encode())
    assert found.details == Details(TITLE, "Hanne Lovell", OUTLET, "2026-11-13")
    assert set(found.guessed) >= {"author", "published"}


PERSON = {"@type": "Person", "name": "Hanne Lovell"}


@pytest.mark.parametrize(
    "data",
    [
        json_ld(headline=TITLE, author=PERSON, datePublished="2026-11-13T08:00:00Z"),
        json_ld(headline=TITLE, author=[PERSON], datePublished="2026-11-13", dateModified="2026-11-15"),
        json_ld(headline=TITLE, author="Hanne Lovell", datePublished="13 November 2026"),
        json_ld(**{"@type": ["Article", "Report"]}, headline=TITLE, creator={"name": ["Hanne Lovell"]}, datePublished="2026-11-13"),
        json_ld(
            **{
                "@type": "WebSite",
                "@graph": [
                    {"@type": "WebPage", "name": "Another name", "datePublished": "2020-01-01"},
                    {"@type": "NewsArticle", "headline": TITLE, "author": {"@id": "#p1"}, "datePublished": "2026-11-13"},
                    {"@id": "#p1", "@type": "Person", "name": "Hanne Lovell"},
                ],
            }
        ),
        ('<script type="application/ld+json">[{"@type": "BreadcrumbList"}, {"@type": "https://schema.org/BlogPosting", "headline": '
        f'"{TITLE}", "author": {{"name": "Hanne Lovell"}}, "datePublished": "2026-11-13"}}]</script>'),
        ('<script type="application/ld+json"><!--\n{"@type": "NewsArticle", "headline": "Ports told to\n unplug modems",'
        '"author": {"@type": "Person", "name": "Hanne Lovell",}, "datePublished": "2026-11-13",}\n--></script>'),
        ('<script type="application/ld+json">{"@type": "NewsArticle" "headline": "Ports told to unplug modems",, '
        '"author": [{"@type": "Person", "name": "Hanne Lovell"}], "datePublished": "2026-11-13T09:00"</script>'),
    ],
    ids=["node", "list", "words", "kinds", "graph", "array", "sloppy", "broken"],
)  # fmt: skip
def test_json_ld_is_read_in_all_its_forms(data: str) -> None:
    found = details(data)
    assert (found.title, found.author, found.published) == (TITLE, "Hanne Lovell", "2026-11-13")


@pytest.mark.parametrize(
    "data",
    [
        "[" * 5000,
        '{"@type": "NewsArticle", "author": ' * 3000,
        "null",
        '{"@type": 3, "author": 4}',
        '"Article"',
        '{"@graph": {"a": [1, null]}}',
    ],
)
def test_json_ld_that_is_none_does_no_harm(data: str) -> None:
    assert details(f'<script type="application/ld+json">{data}</script>', title=TITLE).title == TITLE


@pytest.mark.parametrize(
    ("title", "body", "wanted"),
    [
        (f"{TITLE} | {OUTLET}", "", TITLE),
        (f"{TITLE} - {OUTLET}", "", TITLE),
        (f"{TITLE} – World – {OUTLET}", f"<h1>{TITLE}</h1>", TITLE),
        (f"{OUTLET}: World", f"<h1>{TITLE}</h1>", TITLE),
        ("Ports – a history - The Meridian Courier", "", "Ports – a history"),
        ("State-run ports told to unplug", "", "State-run ports told to unplug"),
        (f"{TITLE} « meridiancourier.example", "", TITLE),
        (TITLE, f"<h1>{OUTLET}</h1><h2>{TITLE}</h2>", TITLE),
    ],
)
def test_a_title_is_without_the_name_of_its_outlet(title: str, body: str, wanted: str) -> None:
    head = f'<meta property="og:site_name" content="{OUTLET}"><link rel="canonical" href="{LINK}">'
    assert details(head, body, title).title == wanted


def test_the_name_of_a_file_is_no_title() -> None:
    assert details('<meta property="og:title" content="ports-told-to_unplug">', title="").title == ""


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["By Hanne Lovell"], "Hanne Lovell"),
        (["By Hanne Lovell and Jo van der Meer"], "Hanne Lovell, Jo van der Meer"),
        (["BY HANNE LOVELL & JO FIELD"], "Hanne Lovell, Jo Field"),
        (["Von Jürgen Östberg und Ana Li"], "Jürgen Östberg, Ana Li"),
        (["Hanne Lovell, Staff Writer"], "Hanne Lovell"),
        (["Hanne Lovell", "Hanne Lovell", "Jo Field"], "Hanne Lovell, Jo Field"),
        (["https://www.example.org/people/hanne"], ""),
        (["Courier Staff", "admin", "The Meridian Courier", "newsdesk@example.org"], ""),
        (["By Hanne Lovell | 13 November 2026"], "Hanne Lovell"),
        (["Story by Jean-Luc O’Brien"], "Jean-Luc O’Brien"),
    ],
)
def test_a_byline_becomes_names(lines: list[str], names: str) -> None:
    assert plain_names(lines, OUTLET) == names


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-13T23:30:00-05:00", "2026-11-13"),
        ("20261113", "2026-11-13"),
        ("2026/11/13 09:30", "2026-11-13"),
        ("Fri, 13 Nov 2026 09:30:00 GMT", "2026-11-13"),
        ("Posted on November 13, 2026", "2026-11-13"),
        ("2026-02-31", ""),
        ("1763022600", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_in_its_own_time_zone(words: str, day: str) -> None:
    assert plain_date(words) == day


def test_the_day_is_that_of_publication_and_not_of_a_change() -> None:
    changed = '<p class="updated">Updated <time datetime="2026-11-15">15 November 2026</time></p>'
    first = '<p>Published <time datetime="2026-11-13" itemprop="datePublished">13 November 2026</time></p>'
    assert details("", changed + first).published == "2026-11-13"
    assert details('<meta property="article:modified_time" content="2026-11-15">').published == ""


def test_the_day_in_the_link_is_a_guess() -> None:
    head = '<link rel="canonical" href="https://meridiancourier.example/2026/11/13/ports/">'
    found = html_page(whole(ps(*BODY), head).encode())
    assert found.details.published == "2026-11-13"
    assert "published" in found.guessed


@pytest.mark.parametrize(
    ("head", "link"),
    [
        (f'<link rel="canonical" href="{LINK}">', LINK),
        (
            f'<link rel="canonical" href="https://meridiancourier.example/"><meta property="og:url" content="{LINK}">',
            LINK,
        ),
        ('<link rel="canonical" href="/world/ports">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<meta property="og:url" content="http://[broken">', ""),
        (json_ld(headline=TITLE, mainEntityOfPage={"@id": LINK}), LINK),
        (f"<!-- saved from url=(0044){LINK} -->", LINK),
    ],
)
def test_the_link_is_the_page_s_own(head: str, link: str) -> None:
    assert details(head).url == link


def test_a_saved_page_says_where_from_and_when() -> None:
    note = f"<!--\n Page saved with SingleFile \n url: {LINK} \n saved date: Mon Nov 23 2026 10:11:12 GMT+0000\n-->"
    found = html_page((note + whole(ps(*BODY))).encode()).details
    assert (found.url, found.accessed) == (LINK, "2026-11-23")
    inside = html_page(whole(ps(*BODY)).replace("<html lang", note + "<html lang").encode()).details
    assert (inside.url, inside.accessed) == (LINK, "2026-11-23")


def test_an_organisation_is_no_author_if_a_person_is_named() -> None:
    head = json_ld(headline=TITLE, author={"@type": "Organization", "name": OUTLET}, publisher={"name": OUTLET})
    found = details(head, '<h1>Ports told to unplug modems</h1><p class="byline">By Hanne Lovell</p>')
    assert (found.author, found.publisher) == ("Hanne Lovell", OUTLET)
    assert details(head).author == ""


@pytest.mark.parametrize(
    ("window_title", "body", "title", "publisher"),
    [
        (f"Saltmere Notes » {TITLE}", f'<h1><a href="/">Saltmere Notes</a></h1><h3>{TITLE}</h3>', TITLE, "Saltmere Notes"),
        (f"Saltmere Notes: {TITLE}", f"<h1>{TITLE}</h1>", TITLE, "Saltmere Notes"),
        (f"Office | {TITLE}", f"<h1>Office of Harbours and Ships</h1><h2>{TITLE}</h2>", TITLE, "Office"),
        (f"{TITLE} [saltmere.example]", f"<h1>{TITLE}</h1>", TITLE, "saltmere.example"),
        ("港口拆除调制解调器 _探索 _盐湖网", "<h1>港口拆除调制解调器</h1>", "港口拆除调制解调器", "盐湖网"),
    ],
    ids=["before", "colon", "ministry", "brackets", "chinese"],
)  # fmt: skip
def test_the_title_of_the_window_tells_headline_and_outlet(
    window_title: str, body: str, title: str, publisher: str
) -> None:
    found = html_page(whole(f"{body}{ps(*BODY)}", "", window_title).encode()).details
    assert (found.title, found.publisher) == (title, publisher)


def test_an_outlet_that_is_an_address_is_given_as_people_say_it() -> None:
    assert (
        details('<meta property="og:site_name" content="http://www.saltmere.example">').publisher
        == "saltmere.example"
    )


def test_who_made_the_looks_of_a_page_is_not_its_author() -> None:
    card = '<p class="foot"><span class="post-author vcard">Posted by <span class="fn">Hanne Lovell</span></span></p>'
    assert details("<meta name='author' value='Theme Studio Ltda'>", card).author == "Hanne Lovell"


def test_an_outlet_spelled_in_another_way_is_no_author() -> None:
    byline = '<p class="byline">Hanne Lovell | Meridian Courier | 13 November 2026</p>'
    assert details('<meta property="og:site_name" content="MeridianCourier">', byline).author == "Hanne Lovell"


def test_a_public_body_is_no_author() -> None:
    head = '<meta name="dcterms.creator" content="Department of Health">'
    found = details(head, title="Minister orders inspection of lines | Department of Health")
    assert (found.author, found.publisher) == ("", "Department of Health")


@pytest.mark.parametrize(
    ("named", "behind", "outlet"),
    [
        ("U.S.", "Saltmere", "Saltmere"),
        ("U.S.", "Harbour", "U.S."),
        ("The Saltmere Post", "Saltmere", "The Saltmere Post"),
        ("saltmere.example", "saltmere.example", "saltmere.example"),
    ],
    ids=["section", "other", "longer", "address"],
)
def test_the_name_of_a_section_is_no_outlet_where_title_and_address_name_another(
    named: str, behind: str, outlet: str
) -> None:
    head = f'<meta property="og:site_name" content="{named}"><meta name="application-name" content="Saltmere Reader">'
    link = '<link rel="canonical" href="https://www.saltmere.example/a">'
    if named == behind:
        head = head.replace(" Reader", "")
    page = whole(f"<h1>{TITLE}</h1>{ps(*BODY)}", head + link, f"{TITLE} | {behind}")
    assert html_page(page.encode()).details.publisher == outlet


def test_the_writer_of_a_related_article_is_not_that_of_this_one() -> None:
    aside = "<aside><h2>Cranes of the south</h2><span>By Laurence Defray</span></aside>"
    assert details("", aside, "A page").author == ""
    assert details("", "<span>By Laurence Defray</span>", "A page").author == "Laurence Defray"
