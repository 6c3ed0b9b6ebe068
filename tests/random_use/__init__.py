"""Any use of a window: what a person may do (by pane), what must be true after it, and how one life goes."""
