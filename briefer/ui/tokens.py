"""The colours of the window: one table of tokens for each theme."""

from __future__ import annotations

import msgspec

from briefer.model.brief import Kind


class Tokens(msgspec.Struct, frozen=True):
    """The colours of one theme, as ``#rrggbb``. A name ending in ``_bg`` is the ground of the name before it.

    ``tinted`` is False in a high-contrast palette: there the grounds of the four kinds are not painted.
    """

    win: str
    pane: str
    pane2: str
    well: str
    line: str
    ctl: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_tint: str
    sel: str
    sel_text: str
    actor: str
    actor_bg: str
    action: str
    action_bg: str
    stake: str
    stake_bg: str
    quote: str
    quote_bg: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    err: str
    err_bg: str
    tag: str
    tag_bg: str
    paper: str
    paper_text: str
    tinted: bool = True

    def ink(self, kind: Kind) -> str:
        """The colour of a kind's lines, markers and labels."""
        return {"actor": self.actor, "action": self.action, "stake": self.stake, "quote": self.quote}[kind]

    def ground(self, kind: Kind) -> str:
        """The tint of a kind."""
        return {"actor": self.actor_bg, "action": self.action_bg, "stake": self.stake_bg, "quote": self.quote_bg}[
            kind
        ]


LIGHT = Tokens(
    win="#f1f2f0", pane="#ffffff", pane2="#f8f8f6", well="#e6e8e4", line="#dadcd8", ctl="#7e847e",
    text="#1b1e22", muted="#565c64", faint="#60666e",
    accent="#1d5fa8", on_accent="#ffffff", accent_tint="#e4edf7", sel="#bfd8f2", sel_text="#1b1e22",
    actor="#5a3ea6", actor_bg="#e9e4f8", action="#0a6650", action_bg="#d3eee3",
    stake="#854a00", stake_bg="#fbe6c3", quote="#a02058", quote_bg="#fadfe9",
    ok="#1b6b36", ok_bg="#e0f1e4", warn="#8a5a00", warn_bg="#fff1cc", err="#b3261e", err_bg="#fbe4e1",
    tag="#0b5580", tag_bg="#e0f0f9",
    paper="#ffffff", paper_text="#16181b",
)  # fmt: skip

DARK = Tokens(
    win="#1b1d20", pane="#232629", pane2="#1f2225", well="#17191b", line="#373b40", ctl="#757c84",
    text="#e7e8ea", muted="#b0b6bd", faint="#9aa1a9",
    accent="#8abbf5", on_accent="#0e2036", accent_tint="#1f2e3f", sel="#2f537c", sel_text="#e7e8ea",
    actor="#c6b8f8", actor_bg="#3b325c", action="#86dabf", action_bg="#17463a",
    stake="#f2c37b", stake_bg="#4e3911", quote="#f5a9c9", quote_bg="#56273e",
    ok="#8ed7a2", ok_bg="#1e3a28", warn="#f0c66b", warn_bg="#43360f", err="#ffa79e", err_bg="#4a2320",
    tag="#8ecbf0", tag_bg="#153849",
    paper="#edece8", paper_text="#16181b",
)  # fmt: skip
