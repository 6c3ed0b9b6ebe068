"""Fields: what Word computes, with the result that shows until it does."""

from __future__ import annotations

from briefer.text.escape import escape_xml


def field_xml(instruction: str, result: str, properties: str = "") -> str:
    """A complex field; ``result`` stands in it until Word updates it, ``properties`` is the ``w:rPr`` of its runs.

    No document asks for an update on opening: Word would put a question to the reader.
    """
    run = f"<w:r>{properties}"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{run}<w:instrText xml:space="preserve"> {escape_xml(instruction)} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run}<w:t>{escape_xml(result)}</w:t></w:r>"
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>'
    )
