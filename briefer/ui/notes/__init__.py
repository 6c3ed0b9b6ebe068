"""The notes pane: the entries of a brief, and the form of the one that is open."""
