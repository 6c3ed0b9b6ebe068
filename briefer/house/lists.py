"""The lists of sections in the numbering part of a house document: its own look of a list, counted from 1 each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.house.styles import HouseStyles
from briefer.office.names import WORD, R, W, w
from briefer.office.package import Package
from briefer.office.xml import parse
from briefer.render.word.numbering import Lists

if TYPE_CHECKING:
    from lxml import etree


class HouseLists:
    """Gives the lists that the body writer numbers their place in a package."""

    def __init__(self, package: Package, styles: HouseStyles) -> None:
        self.lists = Lists()
        self._package, self._styles = package, styles
        part = next(package.related(package.main, "/numbering"), "")
        self._root = package.tree(part) if part else None
        self._last = _most(self._root, "num", "numId")
        self._asked: set[int] = set()

    def number(self, ours: int) -> int:
        """The number of a list in the package, from the one that the writer gave it."""
        self._asked.add(ours)
        return self._last + ours

    def write(self) -> None:
        """Add the lists that were asked for to the numbering part, made if there is none."""
        made = parse(self.lists.part().encode())
        nums = [num for num in made.iter(w("num")) if int(num.get(w("numId"), "0")) in self._asked]
        if not nums:
            return
        root = self._root if self._root is not None else self._new_part()
        free = _most(root, "abstractNum", "abstractNumId") + 1
        last = next((child for child in reversed(root) if child.tag == w("abstractNum")), None)
        definitions = {one.get(w("abstractNumId"), ""): one for one in made.iter(w("abstractNum"))}
        used: dict[str, str] = {}
        for num in nums:
            abstract = num.find(w("abstractNumId"))
            assert abstract is not None, "every list that the writer makes has one"
            ours = abstract.get(w("val"), "")
            if ours not in used:
                used[ours] = self._of_the_house(root, ours) or str(free)
                if used[ours] == str(free):
                    last = self._define(root, definitions[ours], used[ours], last)
                    free += 1
            abstract.set(w("val"), used[ours])
            num.set(w("numId"), str(self.number(int(num.get(w("numId"), "0")))))
            root.append(num)
        _cleanup_last(root)

    def _of_the_house(self, root: etree._Element, ours: str) -> str:
        """The definition that the house's own style of plain bullets or numbers refers to."""
        style = {"0": "ListBullet", "1": "ListNumber"}.get(ours)
        found = self._styles.numbering(self._styles.style(style)) if style else None
        for num in root.iter(w("num")) if found else ():
            if found and num.get(w("numId")) == found[0] and (one := num.find(w("abstractNumId"))) is not None:
                ident = one.get(w("val"), "")
                levels = [a for a in root.iter(w("abstractNum")) if a.get(w("abstractNumId")) == ident]
                return ident if levels and len(levels[0].findall(w("lvl"))) > 1 else ""
        return ""

    @staticmethod
    def _define(
        root: etree._Element, definition: etree._Element, ident: str, last: etree._Element | None
    ) -> etree._Element:
        definition.set(w("abstractNumId"), ident)
        if (name := definition.find(w("nsid"))) is not None:
            name.set(w("val"), f"{0x42524700 + int(ident):08X}")
        if last is None:
            root.insert(len(root.findall(w("numPicBullet"))), definition)
        else:
            last.addnext(definition)
        return definition

    def _new_part(self) -> etree._Element:
        data = f'<w:numbering xmlns:w="{W}"/>'.encode()
        folder = self._package.main.rpartition("/")[0]
        name = self._package.add(f"{folder}/numbering.xml".lstrip("/"), f"{WORD}.numbering+xml", data)
        self._package.relate(self._package.main, f"{R}/numbering", name)
        return self._package.tree(name)


def _most(root: etree._Element | None, name: str, key: str) -> int:
    """The highest number that elements of a name bear."""
    numbers = [one.get(w(key), "") for one in root.iter(w(name))] if root is not None else []
    return max((int(number) for number in numbers if number.isdigit()), default=0)


def _cleanup_last(root: etree._Element) -> None:
    """What the schema wants at the end stays there."""
    for element in root.findall(w("numIdMacAtCleanup")):
        root.append(element)
