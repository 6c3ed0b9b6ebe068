"""Rows → CSV that a spreadsheet opens as it is, and takes no cell of for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = tuple("=+-@\t\r")


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows in UTF-8 with a byte order mark, by which Excel knows it; lines end as RFC 4180 has them.

    A cell that a spreadsheet would compute, as it begins with ``= + - @``, a tab or a carriage return, has a ``'``
    before it.
    """
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_defused(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
