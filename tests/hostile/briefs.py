"""Briefs that are damaged, or mean ill, by their file names."""

from __future__ import annotations

import json
from typing import Any

TEXT = "The council approved the ferry contract on Monday. It costs 46 million."


def brief(**changes: Any) -> dict[str, Any]:
    """A small sound brief as the file has it, with changes."""
    anchor = {"source": "s1", "start": 4, "end": 11, "exact": "council", "prefix": "The ", "suffix": " approved"}
    sound = {
        "format": 1, "id": "b1", "title": "Ferries", "created": "2026-11-22T09:00:00Z",
        "modified": "2026-11-22T09:00:00Z", "language": "en-GB", "template": "information-note",
        "header": {"subject": "Ferries", "to": "Board", "from": "Desk", "date": "2026-11-22"},
        "sections": {"summary": "It approved the contract. [@a1]"},
        "sources": [{"id": "s1", "title": "Ferries", "text": TEXT, "original": TEXT}],
        "actors": [{"id": "a1", "name": "Council", "kind": "organisation", "evidence": [anchor]}],
    }  # fmt: skip
    return {**sound, **changes}


def written(value: object) -> bytes:
    return json.dumps(value).encode()


def _anchor(**changes: Any) -> dict[str, Any]:
    return {**brief()["actors"][0]["evidence"][0], **changes}


def _actor(**changes: Any) -> dict[str, Any]:
    return {**brief()["actors"][0], **changes}


_SOUND = written(brief())
_OPEN = '{"format": 1, "id": "b1", "title": '

BRIEFS: dict[str, bytes] = {
    "sound.brief": _SOUND,
    "empty.brief": b"",
    "not-json.brief": b"{",
    "half.brief": _SOUND[: len(_SOUND) // 2],
    "list.brief": b"[]",
    "null.brief": b"null",
    "deep.brief": b'{"format": 1, "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "nan.brief": _OPEN.encode() + b"NaN}",
    "infinity.brief": _SOUND.replace(b'"start": 4', b'"start": Infinity'),
    "huge-number.brief": _SOUND.replace(b'"start": 4', b'"start": ' + b"9" * 5_000),
    "float.brief": _SOUND.replace(b'"start": 4', b'"start": 4.5'),
    "bool.brief": _SOUND.replace(b'"start": 4', b'"start": true'),
    "surrogate.brief": _SOUND.replace(b'"Ferries"', b'"\\ud800"'),
    "nul.brief": _SOUND.replace(b'"Ferries"', b'"\\u0000\\u001b[31m"'),
    "latin-1.brief": _SOUND.replace(b"Ferries", b"F\xe9rries"),
    "newer.brief": written(brief(format=2)),
    "no-format.brief": written({key: value for key, value in brief().items() if key != "format"}),
    "format-words.brief": written(brief(format="1")),
    "unknown-key.brief": written(brief(extra=1)),
    "twice.brief": _SOUND.replace(b'"title": "Ferries"', b'"title": "x", "title": "Ferries"', 1),
    "wrong-types.brief": written(brief(actors={"a1": 1})),
    "out-of-range.brief": written(brief(actors=[_actor(evidence=[_anchor(start=90, end=97)])])),
    "backwards.brief": written(brief(actors=[_actor(evidence=[_anchor(start=11, end=4)])])),
    "negative.brief": written(brief(actors=[_actor(evidence=[_anchor(start=-5, end=-1)])])),
    "other-words.brief": written(brief(actors=[_actor(evidence=[_anchor(exact="ferries")])])),
    "overlapping.brief": written(brief(actors=[_actor(evidence=[_anchor(), _anchor()])])),
    "no-source.brief": written(brief(actors=[_actor(evidence=[_anchor(source="s9")])])),
    "same-ids.brief": written(brief(actors=[_actor(), _actor()])),
    "same-id-of-kinds.brief": written(brief(passages=[{"id": "a1", "evidence": [_anchor()]}])),
    "strange-ids.brief": written(brief(actors=[_actor(id="../../x")])),
    "own-actor.brief": written(brief(actions=[{"id": "x1", "summary": "x", "actors": ["x1"]}])),
    "template-path.brief": written(brief(template="/etc/passwd")),
    "template-climbs.brief": written(brief(template="../../canary.txt")),
    "template-place.brief": written(brief(template="mine:../../canary")),
    "code.brief": written(
        brief(
            header={"subject": "{{ 7*7 }}{% include 'canary.txt' %}"},
            sections={"summary": "{{ self }} <img src=canary.txt>"},
        )
    ),
    "deep-markdown.brief": written(brief(sections={"summary": "> " * 30_000 + "x"})),
    "lists.brief": written(brief(sections={"summary": "\n".join(" " * n + "- x" for n in range(2_000))})),
    "citations.brief": written(brief(sections={"summary": "[@a1] " * 20_000})),
    "stars.brief": written(brief(sections={"summary": "*a **b " * 20_000})),
    "header.brief": written(brief(header={f"h{n}": "x" for n in range(50_000)})),
    "long-title.brief": written(brief(title="x" * 2_000_000)),
    "marks.brief": written(brief(title="\u202egnp.exe \u2066\u200b\U000e0041")),
    "dates.brief": written(brief(created="yesterday", modified="99999-99-99")),
    "many-actors.brief": written(brief(actors=[_actor(id=f"a{n}") for n in range(1, 60_000)])),
    "a-million-actors.brief": _SOUND[:-1]
    + b', "stakes": ['
    + b",".join(b'{"id":"k%d","summary":""}' % n for n in range(1, 1_000_001))
    + b"]}",
    "long-language.brief": written(brief(language="x" * 3_000_000)),
    "long-template.brief": written(brief(template="x" * 3_000_000)),
    "brackets.brief": written(brief(sections={"summary": "[@" * 60_000})),
    "links.brief": written(brief(sections={"summary": "[a](b) " * 40_000})),
    "address.brief": written(brief(sections={"summary": "See http://a.example/x for it."})),
    "too-large.brief": written(brief(title="x" * 31_000_000)),
}
"""File name to content. ``sound.brief`` is sound."""
