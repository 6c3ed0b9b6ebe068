"""Mail in Outlook's .msg files: the body as HTML, as plain text, or as packed RTF."""

from __future__ import annotations

import io
from email.utils import parseaddr
from typing import TYPE_CHECKING

from briefer.errors import DataError
from briefer.sources.extracted import Extract
from briefer.sources.mail.letter import Letter, article
from briefer.sources.rtf.packed import unpacked

if TYPE_CHECKING:
    from oxmsg import Message

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF_BODY, _HTML_BODY = 0x1009, 0x1013
_SENDER_NAME = 0x0C1A


def outlook_mail_text(content: bytes) -> Extract:
    """The article of a mail; DataError for what is no mail, is damaged, or holds no text."""
    if not content.startswith(_OLE):
        raise DataError("it is no Outlook mail", "save it anew from Outlook, or as .eml")
    from oxmsg import Message

    try:
        message = Message.load(io.BytesIO(content))
        letter = _letter(message)
    except (DataError, MemoryError):  # the worker has its own words for the second
        raise
    # A damaged file can fail anywhere in the library, and with any error.
    except Exception:
        raise DataError("it is damaged, or no Outlook mail", "save it anew from Outlook, or as .eml") from None
    if not (letter.html.strip() or letter.plain.strip()) and (packed := _packed(message)):
        from briefer.sources.rtf.document import rtf_text

        found = rtf_text(unpacked(packed))
        letter = letter._replace(plain=found.original, flowed=True)
    return article(letter)


def _letter(message: Message) -> Letter:
    headers = {name.casefold(): value for name, value in (message.message_headers or {}).items()}
    name, _ = parseaddr(headers.get("from") or message.sender or "")
    sent = message.sent_date
    return Letter(
        subject=message.subject or "",
        sender=str(message.properties.str_prop_value(_SENDER_NAME) or name),
        date=sent.date().isoformat() if sent else "",
        html=_html(message),
        plain=message.body or "",
        newsletter="list-unsubscribe" in headers or "list-id" in headers,
        attached=tuple(each.file_name or "a file without a name" for each in message.attachments),
    )


def _html(message: Message) -> str:
    """The body as HTML, in the encoding that the mail says or, if that is wrong, that it shows."""
    from briefer.sources.page.tree import decoded

    found = message.properties.binary_prop_value(_HTML_BODY)
    if not found:
        return message.html_body or ""
    try:
        return found.decode(message.properties.body_encoding)
    except (UnicodeDecodeError, LookupError):
        return decoded(found)


def _packed(message: Message) -> bytes:
    return bytes(message.properties.binary_prop_value(_RTF_BODY) or b"")
