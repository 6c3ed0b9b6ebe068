"""Rich text, as files and as mail programs pack it."""
