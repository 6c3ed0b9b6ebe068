"""Why a file is no brief: one line that a person and an engineer can both follow."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from briefer.errors import DataError, MisplacedError, printable
from briefer.model.brief import FORMAT
from briefer.model.soundness import Problem

_BACKUP = "open a backup copy, or mend the file in a text editor"


class _Head(msgspec.Struct):
    format: object = msgspec.UNSET


def check_format(number: object) -> None:
    """DataError if a file of this format number is not ours to read."""
    if number is msgspec.UNSET:
        raise DataError("this is no brief: it has no format number", "choose a .brief file")
    if type(number) is not int or number < 1:
        raise DataError("this is no brief: its format is no whole number from 1", _BACKUP)
    if number > FORMAT:
        raise DataError(f"made by a newer Briefer (format {number})", "update Briefer to open it")


def refusal(data: bytes, error: Exception) -> DataError:
    """What to say of bytes that ``msgspec`` refused to read as a brief; the format number comes first."""
    if not data.strip():
        return DataError("the file is empty", "open a backup copy")
    try:
        check_format(msgspec.json.decode(data, type=_Head).format)
        whole = msgspec.json.decode(data)
    except DataError as wrong_format:
        return wrong_format
    except msgspec.ValidationError:
        if not data.lstrip().startswith(b"{"):
            return DataError("this is no brief: it is JSON of another kind", "choose a .brief file")
        return _misshapen(None, str(error))  # a number that is out of any range
    except msgspec.DecodeError as malformed:
        return _malformed(data, str(malformed))
    except UnicodeError:
        return DataError("this is no brief: it is not UTF-8 text", "choose a .brief file, or save it as UTF-8")
    except RecursionError:
        return DataError("this is no brief: it is nested too deeply", _BACKUP)
    return _misshapen(whole, str(error))


def unsound(found: list[Problem]) -> DataError:
    """What to say of a brief that does not hold together; ``found`` is not empty."""
    first, more = found[0], len(found) - 1
    also = f" (and {more} more)" if more else ""
    return DataError(f"{_line(f'{in_words(first.place)}: {first.message}')}{also}", _BACKUP)


def misplaced(found: list[Problem], count: int) -> MisplacedError:
    """What to say of a brief of which nothing but anchors is unsound; ``count`` of them are not at their words."""
    passages = "1 passage is" if count == 1 else f"{count:,} passages are"
    return MisplacedError(
        f"{passages} not where the brief says ({_line(f'{in_words(found[0].place)}: {found[0].message}')})",
        "open it in the window, which finds their words again with you, or open a backup copy",
    )


def refuse_repeated_keys(data: bytes) -> None:
    """DataError if an object has a key twice: a reader would drop one of its values without a word."""
    import json

    def once(pairs: list[tuple[str, Any]]) -> None:
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                message = f"the key “{_line(key)}” is given twice in one place"
                raise DataError(message, "remove one of the two in a text editor")
            seen.add(key)

    json.loads(data, object_pairs_hook=once)


def in_words(place: str) -> str:
    """A path in the file for people, with the path itself: ``actors, number 1, role ($.actors[0].role)``."""
    parts = re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", place)
    words = ", ".join(key or f"number {int(index) + 1}" for key, index in parts)
    return f"{words} ({place})" if words else "the brief"


def _line(text: str) -> str:
    """Text from a file as part of one line: it may be anything, and as long as the file."""
    return printable(text if len(text) <= 200 else f"{text[:200]}…")


# What msgspec says, in our words


def _malformed(data: bytes, message: str) -> DataError:
    """Bytes that are no JSON: they end early, or go wrong at some place."""
    if message == "Input data was truncated":
        return DataError("the file is cut short or damaged: part of it is missing", _BACKUP)
    if match := re.fullmatch(r"JSON is malformed: (.*) \(byte (\d+)\)", message):
        before = data[: int(match[2])]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        message = f"{match[1]} at line {line}, column {column}"
    return DataError(f"this is no brief: {message}", _BACKUP)


_TYPES = {
    "str": "text in quotation marks", "int": "a whole number", "float": "a number with a fraction",
    "bool": "true or false", "array": "a list", "object": "an object in braces", "null": "null",
}  # fmt: skip


def _misshapen(whole: Any, message: str) -> DataError:
    """JSON whose shape is not that of a brief; ``whole`` is all of it, or None if it cannot be read in any shape."""
    what, _, place = message.partition(" - at ")
    place = _with_key(whole, place.strip("`") or "$")
    if match := re.fullmatch(r"Object contains unknown field `(.*)`", what, re.DOTALL):
        what, place = "unknown key", f"{place}.{match[1]}"
    elif match := re.fullmatch(r"Object missing required field `(.*)`", what):
        what, place = "this key is missing", f"{place}.{match[1]}"
    elif match := re.fullmatch(r"Expected `(\w+)`, got `(\w+)`", what):
        what = f"{_TYPES[match[1]]} belongs here, not {_TYPES[match[2]]}"
    elif match := re.fullmatch(r"Invalid enum value '(.*)'", what, re.DOTALL):
        what = f"“{match[1]}” is none of the words allowed here"
    elif "out of range" in what:
        what = "the number is out of range"
    return DataError(_line(f"{in_words(place)}: {what}"), _BACKUP)


def _with_key(whole: Any, place: str) -> str:
    """A path with the key that ``[...]`` at its end stands for: msgspec counts list items, but names no free key."""
    if not place.endswith("[...]"):
        return place
    place = place.removesuffix("[...]")
    if whole is None:
        return place
    found = whole
    for key in place.split(".")[1:]:
        found = found[key]
    expected = int if place == "$.last_ids" else str
    return f"{place}.{next(key for key, value in found.items() if type(value) is not expected)}"
