"""What a page says about its article in JSON-LD (schema.org), sound or broken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLES = frozenset(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
    reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle scholarlyarticle techarticle
    report blogposting liveblogposting socialmediaposting pressrelease statement review
    """.split()
)
_PAGES = frozenset("webpage itempage creativework medicalwebpage videoobject".split())
_LARGEST = 1_000_000
_DEEPEST = 20
_MOST = 2000
_LOOSE = re.compile(
    r'"(headline|datePublished|articleBody)"\s*:\s*"((?:[^"\\]|\\.){1,200000})"'
    r'|"author"\s*:\s*[\[{\s]*(?:"@?\w+"\s*:\s*"(?:Person|https?:[^"]*)"\s*,\s*)*"name"\s*:\s*"((?:[^"\\]|\\.){1,300})"'
)
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_COMMA = re.compile(r",(\s*[}\]])")

Node = dict[str, Any]


def article_data(root: _Element) -> Node:
    """The node of JSON-LD that describes the article, with what it refers to in its place; empty if there is none."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= _LARGEST:
            nodes.extend(_nodes(_loaded(script.text)))
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for wanted in (_ARTICLES, _PAGES):
        found = [node for node in nodes if _kinds(node) & wanted]
        if found:
            best = max(found, key=lambda node: sum(key in node for key in ("headline", "datePublished", "author")))
            return {key: _referred(value, named) for key, value in best.items()}
    return {}


def text_of(data: Node) -> str:
    """The whole text that a page holds in its data, as markup; empty if it holds none."""
    body = data.get("articleBody")
    if not isinstance(body, str) or not body.strip():
        return ""
    if re.search(r"<(?:p|br|div)\b|&lt;(?:p|br|div)\b", body):
        return html.unescape(body) if "&lt;" in body and "<" not in body else body
    lines = (html.escape(html.unescape(line)) for line in re.split(r"\s*\n\s*|\s{4,}", body.strip()))
    return "".join(f"<p>{line}</p>" for line in lines)


def words(value: object) -> str:
    """A value as one line of plain text; empty if it is no text."""
    if isinstance(value, list):
        return next(filter(None, map(words, value)), "")
    if isinstance(value, dict):
        return words(value.get("@value") or value.get("name"))
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def names(value: object) -> list[str]:
    """The names of persons or bodies: of one, of a list, as nodes or as text."""
    if isinstance(value, list):
        return [name for one in value[:50] for name in names(one)]
    found = words(value)
    return [found] if found else []


def is_body(value: object) -> bool:
    """Whether a node is an organisation and not a person."""
    if isinstance(value, list):
        return bool(value) and all(map(is_body, value))
    return isinstance(value, dict) and any("organization" in kind for kind in _kinds(value))


def _kinds(node: Node) -> set[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {str(kind).rpartition("/")[2].lower() for kind in listed if kind}


def _loaded(text: str) -> object:
    """JSON as people write it: with line ends in strings, commas too many, in a comment; else what can be told."""
    bare = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    bare = bare.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>").removesuffix("]]>")
    bare = bare.strip().rstrip(";")
    for form in (bare, _COMMA.sub(r"\1", _CONTROLS.sub(" ", bare))):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    node: Node = {"@type": "Article"}
    for match in _LOOSE.finditer(bare):
        key, value = (match[1], match[2]) if match[1] else ("author", match[3])
        node.setdefault(key, _unescaped(value))
    return node if len(node) > 1 else None


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def _nodes(data: object) -> Iterator[Node]:
    """All nodes in breadth, up to a depth and a number that no honest page needs."""
    level, seen = [data], 0
    for _ in range(_DEEPEST):
        deeper: list[object] = []
        for value in level:
            if isinstance(value, dict):
                yield value
                deeper.extend(value.values())
            elif isinstance(value, list):
                deeper.extend(value)
        seen += len(deeper)
        if not deeper or seen > _MOST:
            return
        level = deeper


def _referred(value: object, named: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_referred(one, named) for one in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return named.get(value["@id"], value)
    return value
