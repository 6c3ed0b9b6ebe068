"""The list of all checks in the guide, made from their table. Run: ``python -m briefer.ui.help.checks``."""

from __future__ import annotations

from briefer.review.kinds import KINDS, SEVERITIES
from briefer.ui.help.pages import help_folder

_PAGE = "checks.md"
_BEGINS = "## All checks\n"


def checks_part() -> str:
    """The part of the page that lists all checks: a table for each severity."""
    heads = {
        "error": "Errors keep the memo from leaving Briefer.",
        "warning": "Warnings are worth settling before the memo goes out.",
        "note": "Notes are worth a look, and often well as they are.",
    }
    lines = [_BEGINS]
    for severity in SEVERITIES:
        lines += [heads[severity], "", "| Check | What it looks for | Code |", "| --- | --- | --- |"]
        kinds = [(code, kind) for code, kind in KINDS.items() if kind.severity == severity]
        lines += [f"| {kind.title} | {kind.looks_for} | `{code}` |" for code, kind in kinds]
        lines.append("")
    return "\n".join(lines)


def guide_part() -> str:
    """The same part as it stands in the guide now."""
    text = (help_folder() / _PAGE).read_text("utf-8")
    return text[text.index(_BEGINS) :]


def main() -> None:
    """Write the part anew."""
    path = help_folder() / _PAGE
    text = path.read_text("utf-8")
    path.write_text(text[: text.index(_BEGINS)] + checks_part(), "utf-8")


if __name__ == "__main__":
    main()
