"""What takes long with a long article: made in the worker, without a screen.

A whole brief that came back from there would share nothing with the one at hand; so what comes back is one source
and its anchors, which are put into the brief at hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefer.edit import changes
from briefer.edit.sources import anchors_in, with_text
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.sources.pasted import import_pasted
from briefer.sources.read import source_from_file, source_from_text, switched


class Retold(NamedTuple):
    """A source whose text is another, its anchors in the order of the brief, and what a person should hear.

    ``kept`` counts the places that stayed as corrected by hand, ``lost`` the anchors that lost their words.
    """

    source: Source
    placed: tuple[Anchor, ...]
    kept: int
    lost: int

    def put_into(self, brief: Brief) -> Brief:
        """The brief that it was made from, with it."""
        return with_text(brief, self.source, self.placed)[0]


def with_rule(brief: Brief, source_id: str, rule: str, on: bool) -> Retold:
    """A source with a cleaning rule switched on or off."""
    source = brief.source(source_id)
    assert source is not None
    before, after = switched(source, rule, on=on)
    done = changes.switch_rule(brief, source_id, rule, on=on, before=before, after=after)
    return _retold(done.brief, source_id, len(done.kept), len(done.lost))


def with_newer_text(brief: Brief, source_id: str, text: str) -> Retold:
    """A source with another text, cleaned, in place of its own; DataError if there are no words in it."""
    return _with_newer(brief, source_id, source_from_text(text, source_id))


def with_newer_paste(brief: Brief, source_id: str, html: str, text: str) -> Retold:
    """A source with what a clipboard holds in two forms in place of its text; DataError if there are no words."""
    return _with_newer(brief, source_id, import_pasted(html, text, source_id).source)


def with_newer_file(brief: Brief, source_id: str, path: Path) -> Retold:
    """A source with the article of a file in place of its text; errors as ``sources.import_file`` raises them."""
    return _with_newer(brief, source_id, source_from_file(path, source_id))


def _with_newer(brief: Brief, source_id: str, newer: Source) -> Retold:
    done, lost = changes.replace_source_text(brief, source_id, newer.text, newer.headings, read_as=newer)
    return _retold(done, source_id, 0, len(lost))


def _retold(brief: Brief, source_id: str, kept: int, lost: int) -> Retold:
    source = brief.source(source_id)
    assert source is not None
    return Retold(source, tuple(anchor for _, anchor in anchors_in(brief, source_id)), kept, lost)
