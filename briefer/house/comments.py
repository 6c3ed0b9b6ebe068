"""Comments of a draft in a package that may have some of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.house.styles import HouseStyles
from briefer.office.names import WORD, R, W, w
from briefer.office.package import Package
from briefer.office.xml import parse
from briefer.render.word.comments import Comments

if TYPE_CHECKING:
    from lxml import etree

_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


def first_free(package: Package) -> int:
    """The number above those of the comments that a package has."""
    part = _part(package)
    numbers = [comment.get(w("id"), "") for comment in package.tree(part)] if part else []
    return max((int(number) + 1 for number in numbers if number.isdigit()), default=0)


def number_marks(root: etree._Element, first: int) -> None:
    """Have the marks of our comments, which count from 0, count from ``first``."""
    for mark in root.iter(*_MARKS):
        mark.set(w("id"), str(int(mark.get(w("id"), "0")) + first))


def write_comments(package: Package, comments: Comments, styles: HouseStyles, date: str, first: int) -> None:
    """Add the comments, which count from ``first`` here, to the package's own; all are of this date (ISO 8601)."""
    made = parse(comments.xml(date).encode())
    if not len(made):
        return
    for styled in made.iter(w("pStyle"), w("rStyle")):
        styled.set(w("val"), styles.style(styled.get(w("val"), "")))
    part = _part(package)
    if not part:
        folder = package.main.rpartition("/")[0]
        empty = f'<w:comments xmlns:w="{W}"/>'.encode()
        part = package.add(f"{folder}/comments.xml".lstrip("/"), f"{WORD}.comments+xml", empty)
        package.relate(package.main, f"{R}/comments", part)
    root = package.tree(part)
    for comment in made:
        comment.set(w("id"), str(int(comment.get(w("id"), "0")) + first))
        root.append(comment)


def _part(package: Package) -> str:
    return next(package.related(package.main, "/comments"), "")
