from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefer.errors import DataError
from briefer.sources.mail.message import mail_text
from briefer.sources.read import source_from_bytes

ORDER = "The harbour authority told every terminal on Tuesday to take the cellular modems out of its cranes by March."
FOUND = "Inspectors had found the devices in 214 machines, none of which appeared in the manuals of their makers."
WRAPPED = """\
The harbour authority told every terminal on Tuesday to take the
cellular modems out of its cranes by March.

Inspectors had found the devices in 214 machines, none of which appeared
in the manuals of their makers.
"""
HTML = f"<p>{ORDER}</p><p>{FOUND}</p>"


def mail(text: str = "", html: str = "", subject: str = "Modems in cranes", **headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "Jane Doe <jane@x.example>",
        "Date": "Tue, 17 Nov 2026 10:12:00 +0100",
        "Subject": subject,
        **headers,
    }.items():
        made[name.replace("_", "-")] = value
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def paragraphs(message: EmailMessage | bytes) -> list[str]:
    return mail_text(message if isinstance(message, bytes) else message.as_bytes()).original.split("\n\n")


def test_a_plain_mail_is_unwrapped_and_loses_its_signature() -> None:
    found = mail_text(mail(f"{WRAPPED}\n-- \nJane Doe\nDeputy\n", subject="Re: AW: Modems in cranes").as_bytes())
    assert found.original.split("\n\n") == [ORDER, FOUND]
    assert found.details[:4] == ("Modems in cranes", "Jane Doe", "", "2026-11-17")


def test_the_part_with_markup_is_read_unless_it_says_less() -> None:
    assert paragraphs(mail("Use another program.", f"<h2>Order</h2>{HTML}<ul><li>One</li><li>Two</li></ul>")) == [
        "## Order",
        ORDER,
        FOUND,
        "- One\n- Two",
    ]
    assert paragraphs(mail(WRAPPED, "<p>See the text.</p>")) == [ORDER, FOUND]


def test_flowed_lines_are_joined() -> None:
    text = "The harbour authority told \nevery terminal.\n\n> Quoted words \n> go on.\n"
    content = b"From: a@b.c\nSubject: x\nContent-Type: text/plain; format=flowed\n\n" + text.encode()
    assert paragraphs(content) == ["The harbour authority told every terminal.", "Quoted words go on."]


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Hanne Lovell <h@x.example>\nDate: Mon, Nov 16, 2026 at 9:01 AM\nSubject: The order\nTo: <all@x.example>\n",
        "Begin forwarded message:\n\nFrom: Hanne Lovell <h@x.example>\nSubject: The order\nDate: 16 November 2026 at 09:01:00 GMT\nTo: Jane Doe\n",
        "-----Original Message-----\nFrom: Hanne Lovell\nSent: Monday, November 16, 2026 9:01 AM\nTo: Jane Doe\nSubject: FW: The order\n",
        "Von: Lovell, Hanne\nGesendet: Montag, 16. November 2026 09:01\nAn: Jane Doe\nBetreff: WG: The order\n",
    ],
)
def test_a_forwarded_article_has_its_own_author_date_and_subject(head: str) -> None:
    found = mail_text(mail(f"FYI, Jane\n\n-- \nJane Doe\n\n{head}\n{WRAPPED}", subject="Fwd: The order").as_bytes())
    assert found.original.split("\n\n") == [ORDER, FOUND]
    assert found.details[:4] == ("The order", "Hanne Lovell", "", "2026-11-16")
    assert found.told[0].startswith("Left out above the forwarded article: “FYI, Jane")


def test_a_forwarded_head_in_markup() -> None:
    head = "<div><b>From:</b> Hanne Lovell &lt;h@x.example&gt;<br><b>Sent:</b> Monday, November 16, 2026 9:01 AM<br><b>To:</b> Jane<br><b>Subject:</b> RE: The order</div>"
    found = mail_text(mail(html=f"<p>See below.</p>{head}{HTML}").as_bytes())
    assert found.original.split("\n\n") == [ORDER, FOUND]
    assert found.details[:4] == ("The order", "Hanne Lovell", "", "2026-11-16")


def test_what_is_written_at_length_above_a_forwarded_article_stays() -> None:
    above = " ".join(f"word{number}" for number in range(80))
    made = paragraphs(mail(f"{above}\n\nFrom: A B\nDate: 3 May 2026\nSubject: x\nTo: y\n\n{WRAPPED}"))
    assert made == [above, ORDER, FOUND]


def test_lines_that_only_look_like_a_head_stay() -> None:
    text = "From: the harbour\nTo: the sea\n\n" + WRAPPED
    assert "From: the harbour" in "\n".join(paragraphs(mail(text)))


def test_a_newsletter_has_an_outlet_and_loses_its_frame() -> None:
    html = f"<table><tr><td>View this email in your browser</td></tr></table>{HTML}<p>You are receiving this because you signed up.</p><p><a href='#'>Unsubscribe</a></p>"
    found = mail_text(
        mail(html=html, From="The Harbour Gazette <n@x.example>", List_Unsubscribe="<https://x.example>").as_bytes()
    )
    assert found.original.split("\n\n") == [ORDER, FOUND]
    assert found.details[:4] == ("Modems in cranes", "", "The Harbour Gazette", "2026-11-17")


def test_a_mail_that_only_brings_another_is_passed_over_and_files_are_told() -> None:
    inner = mail(WRAPPED, subject="The order", From="Hanne Lovell <h@x.example>")
    outer = mail("See attached.")
    outer.add_attachment(inner)
    found = mail_text(outer.as_bytes())
    assert (found.original.split("\n\n"), found.details.author) == ([ORDER, FOUND], "Hanne Lovell")
    with_file = mail(WRAPPED)
    with_file.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="order.pdf")
    assert mail_text(with_file.as_bytes()).told == ("Attached and not read: order.pdf.",)


def test_a_wrong_or_unknown_encoding_is_made_good() -> None:
    head = b"From: a@b.c\nSubject: =?utf-8?q?Kr=C3=A4ne?=\nContent-Type: text/plain; charset=%s\n\n"
    for charset in (b"none-such", b"utf-8"):
        found = mail_text(head % charset + "Ein Café am Hafen.\n".encode())
        assert (found.original, found.details.title) == ("Ein Café am Hafen.", "Kräne")


@pytest.mark.parametrize(
    "head",
    [
        b"From: " + b"(" * 50_000 + b" <a@b.c>\n",
        b"From: " + b'"' * 50_001 + b"\n",
        b"Date: Tue, 3 Nov 2026 09:00:00 +9999999999999999\n",
        b'Content-Type: text/plain; charset="\0"\n',
        b"Content-Disposition: " + b"(" * 50_000 + b"\n",
    ],
)
def test_a_header_that_no_reader_can_read_stops_no_mail(head: bytes) -> None:
    found = mail_text(head + b"To: a@b.c\nSubject: The order\n\n" + WRAPPED.encode())
    assert (found.original.split("\n\n"), found.details.title) == ([ORDER, FOUND], "The order")


def test_of_many_attached_files_some_are_named() -> None:
    made = mail(WRAPPED)
    for number in range(20):
        made.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{number}{'x' * 9_000}.pdf")
    (told,) = mail_text(made.as_bytes()).told
    assert told.endswith(" and 12 more.")
    assert len(told) < 800


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Hello there.\n\nNo mail.", "no e-mail"),
        (bytes(range(256)) * 20, "no e-mail"),
        (b"From: a@b.c\nSubject: x\n\n", "holds no text"),
        (b"From: a@b.c\nSubject: x\nContent-Type: application/pkcs7-mime\n\nMIIB", "encrypted"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        source_from_bytes(content, "a.eml", "s1")


def test_a_page_in_a_mail_that_names_no_encoding_loses_no_letter() -> None:
    head = b"From: a@b.c\nSubject: Kranwetter\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n"
    assert (
        mail_text(head + "<p>Für Böen über 5 °C: » Café « zu.</p>".encode()).original
        == "Für Böen über 5 °C: » Café « zu."
    )


@pytest.mark.parametrize(
    "frame",
    [
        "<p>View in browser</p>",
        "<p>--&nbsp;<br>Sent from my phone</p>",
        "<p>----------<br>To unsubscribe from this list, write to us.</p>",
        "<p>This e-mail and any attachments are confidential and intended solely for the addressee.</p>",
    ],
)
def test_what_stands_around_a_letter_goes(frame: str) -> None:
    found = source_from_bytes(bytes(mail(html=f"{HTML}{frame}")), "a.eml", "s1")
    assert found.text == f"{ORDER}\n\n{FOUND}"


def test_a_letter_about_confidence_stays() -> None:
    said = "This e-mail was never confidential, the minister said on Tuesday."
    assert said in mail_text(bytes(mail(html=f"{HTML}<p>{said}</p>"))).original


def test_a_paper_that_tells_how_to_unsubscribe_is_the_outlet_and_its_writer_the_author() -> None:
    html = f"<h1>Modems in cranes</h1><p>By Hanne Lovell</p>{HTML}<p>Unsubscribe</p>"
    found = source_from_bytes(bytes(mail(html=html, From="The Northern Post <news@x.example>")), "a.eml", "s1")
    assert (found.author, found.publisher) == ("Hanne Lovell", "The Northern Post")
    assert found.text == f"Modems in cranes\n\n{ORDER}\n\n{FOUND}"


def test_what_a_newsletter_shows_in_lists_of_mail_only_stays_out() -> None:
    """By its style sheet, or shrunk to nothing; what is hidden on small screens is for the others."""
    sheet = "<style>.pre{display:none} @media (max-width:9em){.wide{display:none}}</style>"
    shrunk = "<div style='max-height:0;overflow:hidden'>A taste of it</div>"
    text = f"<span class='pre'>Just the gist</span>{shrunk}<p class='wide'>The modems are out of the cranes.</p>"
    assert paragraphs(mail(html=f"<html><head>{sheet}</head><body>{text}</body></html>")) == [
        "The modems are out of the cranes."
    ]


@pytest.mark.parametrize(
    ("by", "named"),
    [("By Jo Field · 17 November 2026", ("Jo Field", "The Quay")), ("Number 12", ("", "Jo Field at The Quay"))],
)
def test_a_sender_that_is_a_writer_and_a_newsletter_is_both(by: str, named: tuple[str, str]) -> None:
    made = mail(
        html=f"<p>{by}</p>{HTML}", From="Jo Field at The Quay <n@x.example>", List_Unsubscribe="<https://x.example>"
    )
    assert mail_text(made.as_bytes()).details[1:3] == named


@pytest.mark.parametrize(
    ("end", "author"), [("Jo", "Jo Field"), ("— Jo Field", "Jo Field"), ("Jo and the rest", ""), ("Job", "")]
)
def test_a_newsletter_may_be_signed_with_a_first_name(end: str, author: str) -> None:
    made = mail(
        html=f"{HTML}<p>{end}</p>", From="Jo Field at The Quay <n@x.example>", List_Unsubscribe="<https://x.example>"
    )
    assert mail_text(made.as_bytes()).details.author == author


def test_a_sentence_that_begins_like_the_frame_of_a_newsletter_stays() -> None:
    said = (
        "Unsubscribe from this sort of thing, the union of engineers advised all its members, and go back to levers."
    )
    frame = "Unsubscribe from our newsletter at any time, and without saying why, by the link at the end of it."
    you = "You are receiving this because you signed up for it at the Quay, or bought a rope from us this year."
    found = mail_text(mail(html=f"{HTML}<p>{said}</p><p>{frame}</p><p>{you}</p>").as_bytes())
    assert found.original.split("\n\n") == [ORDER, FOUND, said]
