"""The front matter of a Markdown article: fields, however they are written, as plain lines of text."""

from __future__ import annotations

import re
from typing import Any

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST = 65_536
_MOST_EVENTS = 2_000
_FIELD = re.compile(r"([\w-]+)[ \t]*:(?:[ \t]+(.*?))?[ \t\r]*$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.+?)[ \t\r]*$")


def split(original: str) -> tuple[str, str]:
    """Front matter and body of an article; the first is empty if there is none."""
    match = _FRONT.match(original[:_LONGEST])
    if not match or not any(_FIELD.match(line) for line in match[1].split("\n")):
        return "", original
    return match[1], original[match.end() :]


def fields(front: str) -> dict[str, str]:
    """The fields by name in small letters; lists with commas, and of a person or place its name.

    Read as YAML of nothing but texts, without aliases. What is no YAML (a colon in a title) is read line by line.
    """
    if not front.strip():
        return {}
    read = _yaml(front)
    if read is None:
        return _by_lines(front)
    return {str(key).lower(): words for key, value in read.items() if (words := _words(value))}


def _yaml(front: str) -> dict[Any, Any] | None:
    import yaml

    base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        for number, event in enumerate(yaml.parse(front, Loader=base)):
            if isinstance(event, yaml.AliasEvent) or number > _MOST_EVENTS:
                return None
        read = yaml.load(front, Loader=base)  # noqa: S506 - it makes nothing but texts, lists and dicts
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        return None
    return read if isinstance(read, dict) else None


def _words(value: Any) -> str:
    match value:
        case str():
            words = " ".join(value.split())
            return "" if words in ("null", "~") else words
        case list():
            return ", ".join(filter(None, (_words(each) for each in value if isinstance(each, str | dict))))
        case dict():
            named = next((value[key] for key in ("name", "title", "url") if isinstance(value.get(key), str)), "")
            return _words(named)
        case _:
            return ""


def _by_lines(front: str) -> dict[str, str]:
    """The simple ``key: value`` lines and the lists under them. Anything deeper is passed over."""
    found: dict[str, str] = {}
    key = ""
    for line in front.split("\n"):
        if field := _FIELD.match(line):
            key = field[1].lower()
            found[key] = _value(field[2] or "")
        elif (item := _ITEM.match(line)) and key:
            found[key] = ", ".join(filter(None, (found[key], _value(item[1]))))
    return found


def _value(words: str) -> str:
    if words.startswith("[") and words.endswith("]"):
        return ", ".join(filter(None, (_value(part.strip()) for part in words[1:-1].split(","))))
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        return words[1:-1].strip()
    return "" if words in ("|", ">", "null", "~") else words.strip()
