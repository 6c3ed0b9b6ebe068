"""The actions on suggestions, for the one table of actions."""

from __future__ import annotations

from briefer.ui.action_row import ActionRow

REVIEW: tuple[ActionRow, ...] = (
    ActionRow(
        "review",
        "&Review",
        "&Review suggestions",
        "Go through what is suggested for the articles; nothing is filed by itself",
        "Ctrl+R",
        icon="suggest",
    ),
    ActionRow(
        "next_suggestion", "&Review", "&Next suggestion", "Go to the next words that are suggested", letter="N"
    ),
    ActionRow(
        "previous_suggestion",
        "&Review",
        "&Previous suggestion",
        "Go to the words before that are suggested",
        letter="Shift+N",
        ends_group=True,
    ),
    ActionRow("take_suggestion", "&Review", "&Take suggestion", "File the suggestion at hand in the notes"),
    ActionRow(
        "dismiss_suggestion",
        "&Review",
        "&Dismiss suggestion",
        "Turn the suggestion at hand down for good, or bring it back",
    ),
    ActionRow(
        "suggestion_words",
        "&Review",
        "&Edit words of suggestion",
        "Choose other words in the article for the suggestion at hand",
    ),
    ActionRow(
        "suggestion_who",
        "&Review",
        "Change &who",
        "Name somebody else who did, said or is touched by what is suggested",
        ends_group=True,
    ),
    ActionRow(
        "take_all_suggestions",
        "&Review",
        "Take &all of this kind",
        "File all suggestions of the kind of the one at hand, in one step",
    ),
    ActionRow(
        "show_dismissed",
        "&Review",
        "&Show dismissed",
        "List the suggestions that were turned down, to bring one back",
    ),
)
