"""Is there anything in a brief that a person would miss?"""

from __future__ import annotations

from briefer.model.brief import Brief


def is_blank(brief: Brief) -> bool:
    """Whether nothing was typed into a brief and no article is in it; the choice of a template alone is nothing."""
    words = (brief.title, *brief.header.values(), *brief.sections.values())
    return not (brief.sources or brief.passages or any(brief.entries()) or any(word.strip() for word in words))
