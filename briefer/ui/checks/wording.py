"""Findings in few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefer.review.findings import Finding
from briefer.ui.messages import sentence

_NAMES = {
    "marked-higher": ("part marked too high", "parts marked too high"),
    "quote-not-verbatim": ("quote not verbatim", "quotes not verbatim"),
    "evidence-lost": ("passage lost", "passages lost"),
    "unknown-citation": ("unknown citation", "unknown citations"),
    "lost-character": ("lost character", "lost characters"),
    "over-limit": ("part too long", "parts too long"),
    "no-evidence": ("note without evidence", "notes without evidence"),
    "notes-changed": ("part behind the notes", "parts behind the notes"),
    "required-empty": ("required part empty", "required parts empty"),
}
"""The kinds of findings, what matters most first; one that is not here is named by its code, after those."""


def summary(findings: Iterable[Finding]) -> str:
    """``3 checks: 1 quote not verbatim``; empty if there are none."""
    counts = Counter(finding.code for finding in findings)
    if not counts:
        return ""
    worst = next((code for code in _NAMES if code in counts), min(counts))
    one, many = _NAMES.get(worst, (worst.replace("-", " "),) * 2)
    total, count = counts.total(), counts[worst]
    return f"{total} check{'s' if total != 1 else ''}: {count} {one if count == 1 else many}"


def in_full(finding: Finding) -> str:
    """What is wrong and what would settle it, as sentences."""
    return f"{sentence(finding.message)} {sentence(finding.fix)}".rstrip()
