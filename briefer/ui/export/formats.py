"""The formats that a memo can leave in, as people meet them."""

from __future__ import annotations

from typing import NamedTuple

from briefer.settings import ExportFormat


class Format(NamedTuple):
    """One of them: its suffix, or ``email``; its name, what stands under that, its icon, and words for doing it."""

    ident: ExportFormat
    name: str
    below: str
    icon: str
    does: str
    menu: str

    @property
    def suffix(self) -> str:
        """The suffix of its files; empty if it makes none."""
        return self.ident if self.ident.startswith(".") else ""

    @property
    def has_memo(self) -> bool:
        """Whether it is the memo that leaves, not the notes."""
        return self.ident not in (".csv", ".jsonld")


FORMATS = (
    Format(".docx", "Word", ".docx", "word", "Export to Word", "&Word document…"),
    Format(".pdf", "PDF", ".pdf", "pdf", "Export PDF", "P&DF…"),
    Format(".md", "Markdown", ".md", "markdown", "Export Markdown", "&Markdown…"),
    Format(".html", "Web page", ".html", "web", "Export web page", "Web &page…"),
    Format("email", "E-mail", "clipboard", "mail", "Copy for e-mail", "&E-mail…"),
    Format(".csv", "Notes", ".csv", "table", "Export notes", "&Table of the notes…"),
    Format(".jsonld", "Exchange", ".jsonld", "swap", "Export annotations", "&Annotations for other programs…"),
)
"""In the order in which they are offered."""


def format_of(ident: str) -> Format:
    """The format of this suffix, or of ``email``."""
    return next(each for each in FORMATS if each.ident == ident)


def format_of_name(name: str) -> Format | None:
    """The format that a file's name asks for by its suffix, if it asks for one."""
    return next((each for each in FORMATS if each.suffix and name.lower().endswith(each.suffix)), None)
