"""The readers of documents, mail and books. What reads a format is loaded when the first file of it comes."""

from __future__ import annotations

from briefer.sources.extracted import KNOWN_LINES, Extract, ExtractedText

_LARGE = 64 * 1024 * 1024
"""Bytes of a file that may hold pictures; its text is bounded for itself."""


def _pdf(content: bytes, password: str = "") -> Extract:
    from briefer.sources.pdf.document import pdf_text

    return pdf_text(content, password)


def _word(content: bytes) -> Extract:
    from briefer.sources.word.document import word_text

    return word_text(content)


def _odf(content: bytes) -> Extract:
    from briefer.sources.odf.document import odf_text

    return odf_text(content)


def _rtf(content: bytes) -> Extract:
    from briefer.sources.rtf.document import rtf_text

    return rtf_text(content)


def _epub(content: bytes) -> Extract:
    from briefer.sources.epub import epub_text

    return epub_text(content)


def _mail(content: bytes) -> Extract:
    from briefer.sources.mail.message import mail_text

    return mail_text(content)


def _outlook_mail(content: bytes) -> Extract:
    from briefer.sources.mail.outlook import outlook_mail_text

    return outlook_mail_text(content)


_PARAGRAPHS = KNOWN_LINES | {"repeats"}
"""Cleaning rules that cannot apply: a document knows its paragraphs, and has one twice on purpose."""
_WORD = ExtractedText(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _word,
    without=_PARAGRAPHS,
    limit=_LARGE,
)
_ODF = ExtractedText("application/vnd.oasis.opendocument.text", _odf, without=_PARAGRAPHS, limit=_LARGE)

DOCUMENTS: dict[str, ExtractedText] = {
    ".pdf": ExtractedText("application/pdf", _pdf, unlock=_pdf, without=_PARAGRAPHS, limit=_LARGE),
    ".docx": _WORD,
    ".docm": _WORD,
    ".dotx": _WORD,
    ".dotm": _WORD,
    ".doc": _WORD,
    ".odt": _ODF,
    ".ott": _ODF,
    ".fodt": _ODF,
    ".rtf": ExtractedText("application/rtf", _rtf, without=_PARAGRAPHS, limit=_LARGE),
    ".epub": ExtractedText("application/epub+zip", _epub, without=_PARAGRAPHS, limit=_LARGE),
    ".eml": ExtractedText("message/rfc822", _mail, without=KNOWN_LINES - {"quote-marks"}, limit=_LARGE),
    ".msg": ExtractedText(
        "application/vnd.ms-outlook", _outlook_mail, without=KNOWN_LINES - {"quote-marks"}, limit=_LARGE
    ),
}
"""Suffix (small letters) to reader."""
