"""The source pane: an article and what was marked in it."""
