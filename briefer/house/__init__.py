"""House templates: the office's own Word documents, filled in place."""
