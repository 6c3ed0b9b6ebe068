"""Web pages in one file (.mhtml, .mht), as browsers save them: a mail message whose first part is the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.errors import DataError
from briefer.sources.extracted import LIMIT, Extract
from briefer.sources.page.html import page
from briefer.sources.page.tree import decoded

if TYPE_CHECKING:
    from email.message import EmailMessage

_MOST_PARTS = 2000


def mhtml_page(content: bytes) -> Extract:
    """The article of the page in the file; DataError if there is no page in it."""
    import email
    from email import policy

    message = email.message_from_bytes(content, policy=policy.default)
    part = _page_part(message)
    if part is None:
        raise DataError("it holds no web page", "open it in a browser and save it again")
    payload = part.get_payload(decode=True)
    markup = payload if isinstance(payload, bytes) else b""
    if len(markup) > LIMIT:
        said = f"its page has {len(markup):,} bytes, and at most {LIMIT:,} are read"
        raise DataError(said, "open it in a browser and paste the part that you need")
    charset = str(part.get_param("charset", "") or "")
    link = _text(part, "Content-Location") or _text(message, "Snapshot-Content-Location")
    web = link if link.startswith(("http://", "https://")) else ""
    return page(_decoded(markup, charset), web, _day(message))


def _page_part(message: EmailMessage) -> EmailMessage | None:
    """The part that the others belong to: the one that ``start`` names, else the first page."""
    from itertools import islice

    parts = [part for part in islice(message.walk(), _MOST_PARTS) if _is_page(part)]
    start = str(message.get_param("start", "") or "")
    named = (part for part in parts if start and _text(part, "Content-ID") == start)
    return next(named, next(iter(parts), None))


def _is_page(part: EmailMessage) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _decoded(markup: bytes, charset: str) -> str:
    try:
        return markup.decode(charset) if charset else decoded(markup)
    except (LookupError, UnicodeDecodeError):
        return decoded(markup)


def _text(part: EmailMessage, header: str) -> str:
    try:
        return str(part.get(header, "")).strip()
    except (ValueError, IndexError):  # a header that is none, which the library's parser trips over
        return ""


def _day(message: EmailMessage) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_text(message, "Date")).date().isoformat()
    except (ValueError, IndexError, TypeError):
        return ""
