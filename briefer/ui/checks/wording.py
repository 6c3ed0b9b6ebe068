"""Findings in few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefer.review.findings import Finding
from briefer.review.kinds import KINDS, SEVERITIES, Severity
from briefer.ui.messages import sentence

SIGNS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "err"), "warning": ("warn", "warn"), "note": ("info", "muted")
}  # fmt: skip
"""Of each severity: its icon and its ink."""


def gravest(findings: Sequence[Finding]) -> Severity | None:
    """The gravest severity there is among findings."""
    there = {finding.severity for finding in findings}
    return next((severity for severity in SEVERITIES if severity in there), None)


def counted(findings: Sequence[Finding]) -> str:
    """``2 warnings, 1 note``; empty if there are none."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        f"{counts[severity]} {severity}{'s' if counts[severity] != 1 else ''}"
        for severity in SEVERITIES
        if counts[severity]
    )


def summary(findings: Sequence[Finding]) -> str:
    """What was found, kind by kind, what matters most first: ``1 quote not verbatim, 2 actions without date``."""
    counts = Counter(finding.code for finding in findings)
    found = [(kind, counts[code]) for code, kind in KINDS.items() if counts[code]]
    found.sort(key=lambda each: SEVERITIES.index(each[0].severity))
    return ", ".join(f"{count} {kind.one if count == 1 else kind.many}" for kind, count in found)


def in_full(finding: Finding) -> str:
    """What is wrong and what would settle it, as sentences; of what was left, why."""
    more = f"Left: {finding.left}" if finding.left else finding.fix
    return f"{sentence(finding.message)} {sentence(more)}".rstrip()
