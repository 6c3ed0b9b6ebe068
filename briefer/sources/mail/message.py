"""Mail in .eml files: the article that was sent, with who wrote it and when."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any

from briefer.errors import DataError
from briefer.sources.extracted import Extract
from briefer.sources.mail.letter import Letter, article

_ENCRYPTED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"))
_HEADERS = ("from", "subject", "date", "received", "message-id", "to")
_SHORT = 60
"""Words of a mail at most that only hands on the mail attached to it."""
_LOST = "\ufffd"
"""Stands for bytes that are none of the encoding that was named."""

_DEEPEST = 5
_LONGEST_HEADER = 4_000
"""Characters of a header that are read: Python's own reader takes as long as their number squared."""


class _Headers(EmailPolicy):
    """Reads each header as far as it can be read: of one that cannot be, it gives an empty one of its kind."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header, parsed."""
        try:
            return super().header_fetch_parse(name, value[:_LONGEST_HEADER])
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError):
            return self.header_factory(name, "")


def mail_text(content: bytes) -> Extract:
    """The article of a mail; DataError for what is no mail, is encrypted, or holds no text."""
    if content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    message = email.message_from_bytes(content, policy=_Headers())
    assert isinstance(message, EmailMessage)
    if sum(name in message for name in _HEADERS) < 2:
        raise DataError("it is no e-mail, or its beginning is missing", "save it anew from the mail program")
    return article(_innermost(message))


def _innermost(message: EmailMessage, depth: int = 0) -> Letter:
    """The mail, or the one attached to it if it says little itself."""
    if message.get_content_type() in _ENCRYPTED:
        raise DataError("it is encrypted", "open it in the mail program and save it unencrypted, or paste its text")
    letter = _letter(message)
    if len(f"{_plain_words(letter.html)} {letter.plain}".split()) <= _SHORT and depth < _DEEPEST:
        for part in message.iter_attachments():
            if part.get_content_type() == "message/rfc822":
                inner = part.get_content()
                if isinstance(inner, EmailMessage):
                    return _innermost(inner, depth + 1)
    return letter


def _plain_words(html: str) -> str:
    return re.sub(r"<style.*?</style>|<[^<>]*>", " ", html, flags=re.DOTALL | re.IGNORECASE)


def _letter(message: EmailMessage) -> Letter:
    html, plain = (message.get_body((kind,)) for kind in ("html", "plain"))
    attached = [part.get_filename() or _kind(part) for part in message.iter_attachments() if not _is_shown(part)]
    return Letter(
        subject=_header(message, "subject"),
        sender=_sender(message),
        date=_date(message),
        html=_content(html),
        plain=_content(plain),
        flowed=plain is not None and plain.get_param("format", "") == "flowed",
        joined=plain is not None and str(plain.get_param("delsp", "")).lower() == "yes",
        newsletter="list-unsubscribe" in message or "list-id" in message,
        attached=tuple(attached),
    )


def _is_shown(part: EmailMessage) -> bool:
    """Pictures that the text shows are no attachments to speak of."""
    return part.get_content_maintype() == "image" and (
        "content-id" in part or part.get_content_disposition() != "attachment"
    )


def _kind(part: EmailMessage) -> str:
    return "a message" if part.get_content_type() == "message/rfc822" else "a file without a name"


def _header(message: EmailMessage, name: str) -> str:
    """A header as it is read; "" if it is missing or cannot be."""
    return str(message.get(name, ""))


def _sender(message: EmailMessage) -> str:
    return parseaddr(_header(message, "from"))[0]


def _date(message: EmailMessage) -> str:
    try:
        return message["date"].datetime.date().isoformat() if "date" in message else ""
    except (AttributeError, ArithmeticError, ValueError, TypeError):
        return ""


def _content(part: MIMEPart | None) -> str:
    """The text of a part, in whatever encoding it really is."""
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, ValueError):  # an encoding that there is not, or whose name none can have
        text = ""
    if text and _LOST not in text:
        return text
    raw = part.get_payload(decode=True)
    return _as_it_is(part, raw, text) if isinstance(raw, bytes) else text


def _as_it_is(part: MIMEPart, raw: bytes, text: str) -> str:
    """A part that is not in the encoding that its head names, if it names any."""
    from briefer.sources.page.tree import decoded
    from briefer.sources.plain import decode

    try:
        found = decoded(raw) if part.get_content_type() == "text/html" else decode(raw)
    except DataError:
        if text:
            return text
        raise
    return found if not text or found.count(_LOST) < text.count(_LOST) else text
