"""What cleaning did, in words and numbers: "9 broken lines joined"."""

from __future__ import annotations

_TOLD: dict[str, tuple[str, str]] = {
    "line-ends": ("line end made the usual one", "line ends made the usual ones"),
    "mojibake": ("line read in the wrong encoding mended", "lines read in the wrong encoding mended"),
    "controls": ("control character removed", "control characters removed"),
    "spaces": ("odd space made a plain one", "odd spaces made plain ones"),
    "invisible": ("invisible character removed", "invisible characters removed"),
    "ligatures": ("ligature made letters", "ligatures made letters"),
    "composed": ("accent put on its letter", "accents put on their letters"),
    "trailing-spaces": ("space at a line end removed", "spaces at line ends removed"),
    "inner-spaces": ("line with double spaces put right", "lines with double spaces put right"),
    "blank-lines": ("surplus of empty lines removed", "surpluses of empty lines removed"),
    "quote-marks": ("mark of quoted e-mail removed", "marks of quoted e-mail removed"),
    "furniture": ("line of the web page removed", "lines of the web page removed"),
    "split-quotes": ("torn quotation mark put back", "torn quotation marks put back"),
    "dehyphenate": ("hyphenated word made whole", "hyphenated words made whole"),
    "note-marks": ("mark of a footnote removed", "marks of footnotes removed"),
    "paragraphs": ("paragraph parted", "paragraphs parted"),
    "indents": ("indent removed", "indents removed"),
    "unwrap": ("broken line joined", "broken lines joined"),
    "repeats": ("doubled paragraph removed", "doubled paragraphs removed"),
    "long-lines": ("part of a long paragraph put apart", "parts of long paragraphs put apart"),
}


def told(rule: str, count: int) -> str:
    """What a rule did in so many places; a rule that is not known here is called by its id."""
    one, many = _TOLD.get(rule, (f"place changed by “{rule}”", f"places changed by “{rule}”"))
    return f"{count:,} {one if count == 1 else many}"
