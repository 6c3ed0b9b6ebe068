"""A Word package: its parts, what kind each is, and which leads to which."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from briefer.errors import DataError
from briefer.office import names
from briefer.office.gate import open_package
from briefer.office.xml import parse, serialised

if TYPE_CHECKING:
    from lxml import etree

ROOT = ""
"""The package itself, which has relationships as its parts do."""

_MAIN = f"{names.R}/officeDocument"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_WORD_KINDS = (
    names.MAIN_TYPE,
    f"{names.WORD}.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


class Relationship(NamedTuple):
    """What a part leads to. ``target`` is the name of a part of the package or, if ``external``, an address."""

    kind: str
    target: str
    external: bool = False


class Package:
    """The parts of a Word document, as they were read or as they have been changed.

    A part is bytes until ``tree`` is asked for it; then the tree is what counts. Parts that nothing leads to are
    not written.
    """

    def __init__(self, parts: dict[str, bytes]) -> None:
        """``parts`` as the gate gives them; DataError if they make no Word document."""
        self._parts = dict(parts)
        self._places = {name.lower(): name for name in parts}
        self._trees: dict[str, etree._Element] = {}
        self._defaults, self._kinds = _content_types(self._parts.pop(names.CONTENT_TYPES))
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self.main = self._main()

    @classmethod
    def opened(cls, data: bytes) -> Package:
        """The package of a file's bytes; DataError for what is no Word document or not safe to open."""
        return cls(open_package(data))

    def copy(self) -> Package:
        """Another package with the same parts; trees are copied when they are asked for."""
        return Package(self.parts())

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def data(self, name: str) -> bytes:
        """The bytes of a part."""
        return serialised(self._trees[name]) if name in self._trees else self._parts[name]

    def tree(self, name: str) -> etree._Element:
        """The root element of a part; what is changed in it is written. DataError if it is no sound XML."""
        if name not in self._trees:
            self._trees[name] = parse(self._parts[name], name)
        return self._trees[name]

    def replace(self, name: str, root: etree._Element) -> None:
        """Another root element for a part."""
        self._trees[name] = root

    def kind(self, name: str) -> str:
        """The content type of a part."""
        suffix = name.rpartition(".")[2].lower()
        return self._kinds.get(name.lower()) or self._defaults.get(suffix, "")

    def set_kind(self, name: str, kind: str) -> None:
        """Another content type for a part."""
        self._kinds[name.lower()] = kind

    def add(self, name: str, kind: str, data: bytes) -> str:
        """A new part, under this name or, if it is taken, one like it; returns the name."""
        stem, dot, suffix = name.rpartition(".")
        number = 1
        while name.lower() in self._places:
            number += 1
            name = f"{stem}{number}{dot}{suffix}"
        self._parts[name] = data
        self._places[name.lower()] = name
        self.set_kind(name, kind)
        return name

    def relationships(self, name: str = ROOT) -> dict[str, Relationship]:
        """What a part leads to, by relationship id; those that lead nowhere are left out."""
        if name not in self._relationships:
            self._relationships[name] = self._read_relationships(name)
        return self._relationships[name]

    def related(self, name: str, kind: str) -> Iterator[str]:
        """The parts that a part leads to by relationships whose kind ends so, such as ``/footnotes``."""
        for link in self.relationships(name).values():
            if not link.external and link.kind.endswith(kind):
                yield link.target

    def relate(self, name: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a part's relationship to a target, new if there is none."""
        wanted = Relationship(kind, target, external)
        known = self.relationships(name)
        for ident, link in known.items():
            if link == wanted:
                return ident
        number = len(known) + 1
        while f"rId{number}" in known:
            number += 1
        known[f"rId{number}"] = wanted
        return f"rId{number}"

    def reachable(self) -> list[str]:
        """The parts that the package leads to, the main part first."""
        found: dict[str, None] = {}
        waiting = [ROOT]
        while waiting:
            targets = [link.target for link in self.relationships(waiting.pop()).values() if not link.external]
            new = [target for target in targets if target not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return sorted(found, key=lambda name: (name != self.main, name))

    def parts(self) -> dict[str, bytes]:
        """What a file of the package holds, by name."""
        kept = self.reachable()
        written = {names.CONTENT_TYPES: self._types_part(kept), _links_name(ROOT): self._links_part(ROOT)}
        for name in kept:
            written[name] = self.data(name)
            if self.relationships(name):
                written[_links_name(name)] = self._links_part(name)
        return written

    def file(self) -> bytes:
        """The bytes of a file; equal parts give equal bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in self.parts().items():
                member = zipfile.ZipInfo(name)
                member.create_system = 0
                member.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(member, data)
        return out.getvalue()

    def _main(self) -> str:
        for link in self.relationships().values():
            if link.kind == _STRICT:
                raise DataError("it is saved as “Strict Open XML”", "save it in Word as “Word Document (.docx)”")
            if link.kind == _MAIN and self.kind(link.target) in _WORD_KINDS:
                return link.target
        raise DataError("it is an Office file but no Word document", "choose a .docx or .dotx")

    def _read_relationships(self, name: str) -> dict[str, Relationship]:
        data = self._parts.get(self._places.get(_links_name(name).lower(), ""))
        found: dict[str, Relationship] = {}
        for element in parse(data, _links_name(name)) if data else ():
            ident, kind, target = (element.get(key, "") for key in ("Id", "Type", "Target"))
            if element.get("TargetMode") == "External":
                found[ident] = Relationship(kind, target, external=True)
            elif place := self._places.get(_absolute(name, target).lower()):
                found[ident] = Relationship(kind, place)
        return found

    def _types_part(self, kept: Iterable[str]) -> bytes:
        from lxml import etree

        root = etree.Element(f"{{{names.TYPES}}}Types", nsmap=_only(names.TYPES))
        for suffix, kind in sorted({**self._defaults, "rels": names.RELATIONSHIPS_TYPE}.items()):
            etree.SubElement(root, f"{{{names.TYPES}}}Default", Extension=suffix, ContentType=kind)
        for name in kept:
            if kind := self._kinds.get(name.lower(), ""):
                etree.SubElement(root, f"{{{names.TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
        return serialised(root)

    def _links_part(self, name: str) -> bytes:
        from lxml import etree

        root = etree.Element(f"{{{names.RELATIONSHIPS}}}Relationships", nsmap=_only(names.RELATIONSHIPS))
        for ident, link in self.relationships(name).items():
            element = etree.SubElement(root, f"{{{names.RELATIONSHIPS}}}Relationship", Id=ident, Type=link.kind)
            element.set("Target", link.target if link.external else _relative(name, link.target))
            if link.external:
                element.set("TargetMode", "External")
        return serialised(root)


def _content_types(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Kinds by suffix, and by the part's name in lower case."""
    defaults: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for element in parse(data, names.CONTENT_TYPES):
        kind = element.get("ContentType", "")
        if suffix := element.get("Extension"):
            defaults[suffix.lower()] = kind
        elif place := element.get("PartName"):
            kinds[unquote(place).lstrip("/").lower()] = kind
    return defaults, kinds


def _links_name(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def _absolute(name: str, target: str) -> str:
    """The name of the part that a relationship of a part names."""
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), path)).lstrip("/")


def _relative(name: str, target: str) -> str:
    folder = posixpath.dirname(name)
    return posixpath.relpath("/" + target, "/" + folder)


def _only(namespace: str) -> dict[str, str]:
    """The namespace as that of names without a prefix; lxml's stubs do not know of the key None."""
    return {None: namespace}  # type: ignore[dict-item]
