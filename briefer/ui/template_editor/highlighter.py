"""The colours of a template's text: fields, control tags, headings and the head of the file."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from briefer.ui.offsets import Offsets
from briefer.ui.template_editor.parts import Kind, parts
from briefer.ui.theme import tokens


class Highlighter(QSyntaxHighlighter):
    """Colours a document, in the colours of the theme at hand; ``dress`` does so again in those of another."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats = _formats()

    def dress(self) -> None:
        """Use the colours of the theme at hand."""
        self._formats = _formats()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        found, state = parts(text, self.previousBlockState())
        offsets = Offsets(text)
        for part in found:
            start, end = offsets.to_qt(part.start), offsets.to_qt(part.end)
            looks = QTextCharFormat(self._formats[part.kind])
            if part.kind != "heading" and found[0].kind == "heading":
                looks.setFontWeight(QFont.Weight.Bold)
            self.setFormat(start, end - start, looks)
        self.setCurrentBlockState(int(state))


def _formats() -> dict[Kind, QTextCharFormat]:
    colours = tokens()
    return {
        "fence": _looks(colours.muted),
        "key": _looks(colours.muted),
        "heading": _looks(colours.text, bold=True),
        "value": _looks(colours.tag, colours.tag_bg),
        "control": _looks(colours.muted, colours.well, bold=True),
        "comment": _looks(colours.faint, italic=True),
    }


def _looks(ink: str, ground: str = "", *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    looks = QTextCharFormat()
    looks.setForeground(QColor(ink))
    if ground:
        looks.setBackground(QColor(ground))
    if bold:
        looks.setFontWeight(QFont.Weight.Bold)
    looks.setFontItalic(italic)
    return looks
