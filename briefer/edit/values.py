"""What a value must be like to be stored, and how a brief takes it: the border between typing and the model."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, TypeVar

import msgspec

from briefer.errors import UsageError
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.text.escape import RESERVED, xml_safe

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")

StructT = TypeVar("StructT", bound=msgspec.Struct)


def typed(text: str) -> str:
    """``text`` as it may be stored: NFC, ``\\n`` line ends, nothing that XML forbids or that is ours alone."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", xml_safe(RESERVED.sub("", _LINE_ENDS.sub("\n", text))))


def changed(struct: StructT, **fields: Any) -> StructT:
    """The struct with these fields; the very same object if they are equal to what it has."""
    if all(getattr(struct, name) is value or getattr(struct, name) == value for name, value in fields.items()):
        return struct
    return msgspec.structs.replace(struct, **fields)


def checked(struct: msgspec.Struct, fields: dict[str, Any], allowed: frozenset[str]) -> dict[str, Any]:
    """Values for fields of a struct, cleaned by ``typed`` and checked against the types of its fields.

    TypeError for a field that is not among those allowed, ValueError for a value that its type does not know.
    """
    unknown = sorted(set(fields) - allowed)
    if unknown:
        raise TypeError(f"{type(struct).__name__} has no field {', '.join(unknown)} that can be set")
    types = {field.name: field.type for field in msgspec.structs.fields(struct)}
    return {name: msgspec.convert(_typed_all(value), types[name]) for name, value in fields.items()}


def _typed_all(value: Any) -> Any:
    """``typed`` for a text, a list of texts or the values under keys; empty and repeated texts of a list go."""
    match value:
        case str():
            return typed(value)
        case tuple() | list():
            texts = (typed(item) for item in value)
            return tuple(dict.fromkeys(text for text in texts if text.strip()))
        case dict():
            return {typed(key): typed(item) for key, item in value.items()}
        case _:
            return value


def with_key(mapping: dict[str, str], key: str, value: str) -> dict[str, str]:
    """The mapping with a value under a key; an empty value takes the key out. The same object if nothing changes."""
    if mapping.get(key, "") == value and (value or key not in mapping):
        return mapping
    if value:
        return {**mapping, key: value}
    return {name: kept for name, kept in mapping.items() if name != key}


def source_of(brief: Brief, source_id: str) -> Source:
    """The source of this id; UsageError if there is none."""
    source = brief.source(source_id)
    if source is None:
        raise UsageError(f"There is no source “{source_id}” in this brief", "choose one of its sources")
    return source
