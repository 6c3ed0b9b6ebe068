"""Suggestions in the window: found beside it, shown in the article, reviewed in the notes pane."""
